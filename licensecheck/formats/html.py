"""Records as one page of HTML: verdict and findings, then the two texts side by side; whole without net or script.

No markup of a work or a page gets here: every value is text, and the template engine escapes each on its way out. The
page's own policy (Content-Security-Policy) lets nothing run or load but its one style sheet and its one script.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from licensecheck.bundled import bundled
from licensecheck.formats.copies import shown_copy
from licensecheck.patterns import pattern
from licensecheck.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from licensecheck.formats.sidebyside import Stretch
    from licensecheck.formats.view import View
    from licensecheck.record import Record

# What HTML cannot carry, and what would reorder the words around it.
_UNFIT = pattern("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_UNSAFE = pattern(r"[\s\0-\x1f\x7f\\]")


def html(records: Sequence[Record], _view: View) -> str:
    """A document that stands on its own, all findings in it; several copies one below the other, with a list on top."""
    rules = {rule.id: rule for rule in RULES}
    environment = _environment()
    copies = [shown_copy(record, number, rules) for number, record in enumerate(records, 1)]
    return environment.get_template("report.html").render(copies=copies, policy=_policy(environment))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(bundled("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"web": _web, "file_name": _file_name, "summary": _summary}
    return environment


def _policy(environment: Environment) -> str:
    """The page's Content-Security-Policy (CSP level 3): its own style sheet and script, by hash, and nothing else."""
    style, script = (_hash(environment.get_template(name).render()) for name in ("report.css", "report.js"))
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _fit(value: object) -> object:
    """A value that is printed, without characters that steer."""
    return _UNFIT.sub("\ufffd", value) if type(value) is str else value


def _web(address: str | None) -> str | None:
    """The address if following it can do no more than open a page of the web."""
    if not address or _UNSAFE.search(address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc else None


def _file_name(address: str) -> str:
    return address.partition("?")[0].rstrip("/").rpartition("/")[2]


def _summary(stretch: Stretch) -> str:
    """What is folded away."""
    parts = []
    if numbers := [line.number for line in stretch.lines if line.number]:
        last = numbers[-1] + len(stretch.unchanged[-1].work) - 1
        count = sum(len(line.work) for line in stretch.unchanged)
        places = f"¶ {numbers[0]}" if last == numbers[0] else f"¶ {numbers[0]}–{last}"
        parts.append(f"{count} unchanged paragraph{'' if count == 1 else 's'} ({places})")
    if stretch.asides:
        parts.append(f"{stretch.asides} excused block{'' if stretch.asides == 1 else 's'} of the page’s own")
    return ", ".join(parts)
