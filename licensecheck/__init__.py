"""Check whether a republished copy of a Creative Commons article keeps its licence."""

__all__ = ["License", "Page", "Policy", "Report", "RepubcheckError", "Work", "check", "load_work", "read_page"]
__version__ = "0.1.0"

TYPE_CHECKING = False  # to import `typing` takes as long as half of Python's own start
if TYPE_CHECKING:
    from licensecheck.check import check
    from licensecheck.errors import RepubcheckError
    from licensecheck.licenses import License
    from licensecheck.model import Page, Report, Work
    from licensecheck.page import read_page
    from licensecheck.policy import Policy
    from licensecheck.work import load_work
else:

    def __getattr__(name: str) -> object:
        homes = dict(zip(__all__, "licenses model policy model errors model check work page".split(), strict=True))
        if name not in homes:
            raise AttributeError(name)
        globals()[name] = found = getattr(__import__(f"{__name__}.{homes[name]}", fromlist=[name]), name)
        return found
