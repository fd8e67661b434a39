"""The public names, in one place; `licensecheck` offers them."""

from licensecheck.check import check
from licensecheck.errors import RepubcheckError
from licensecheck.licenses import License
from licensecheck.model import Page, Report, Work
from licensecheck.page import read_page
from licensecheck.work import load_work

__all__ = ["License", "Page", "Report", "RepubcheckError", "Work", "check", "load_work", "read_page"]
