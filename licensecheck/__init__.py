"""Check whether a republished copy of a Creative Commons article keeps its licence."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from licensecheck.api import License, Page, Report, RepubcheckError, Work, check, load_work, read_page

__all__ = ["License", "Page", "Report", "RepubcheckError", "Work", "check", "load_work", "read_page"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load the public names when one is first asked for: importing the package alone costs nothing."""
    if name not in __all__:
        raise AttributeError(name)
    from licensecheck import api  # noqa: PLC0415 (that is the point)

    return getattr(api, name)
