"""Check whether a republished copy of a Creative Commons article keeps its licence."""

from importlib import import_module

__all__ = ["License", "Page", "RepubcheckError", "Report", "Work", "check", "load_work", "read_page"]
__version__ = "0.1.0"

_HOMES = {
    "License": "licenses",
    "RepubcheckError": "errors",
    "check": "check",
    "load_work": "work",
    "read_page": "page",
}
