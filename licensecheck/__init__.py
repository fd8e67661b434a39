"""Check whether a republished copy of a Creative Commons article keeps its licence."""

TYPE_CHECKING = False  # to import `typing` takes a quarter of the time that Python needs to start
if TYPE_CHECKING:
    from licensecheck.check import check
    from licensecheck.errors import RepubcheckError
    from licensecheck.licenses import License
    from licensecheck.model import Page, Report, Work
    from licensecheck.page import read_page
    from licensecheck.work import load_work

__all__ = ["License", "Page", "RepubcheckError", "Report", "Work", "check", "load_work", "read_page"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    home = {"check": "check", "RepubcheckError": "errors", "License": "licenses", "read_page": "page", "load_work": "work"}
    return globals().setdefault(name, getattr(__import__(f"{__name__}.{home.get(name, 'model')}", fromlist=[name]), name))
