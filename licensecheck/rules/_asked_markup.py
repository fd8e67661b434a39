"""What a page's markup has against a publisher's wishes: counter, logo, links, canonical address, index."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from licensecheck.model import Evidence
from licensecheck.rules._changes import changes_of
from licensecheck.rules._evidence import of_change
from licensecheck.rules._policy import Lack
from licensecheck.sources import fold_url
from licensecheck.terms import ChangeClass
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case
    from licensecheck.policy import PageMarkup

_ID = r"(\w+)"


def lacks_pixel(case: Case, clause: PageMarkup) -> Lack | None:
    """The counter is not among the page's pictures, or counts another article."""
    address = partial(re.search, _with_id(clause.address or ""))
    found = [(image.source, match) for image in case.page.images if (match := address(image.source))]
    if not found:
        message = "the counter that goes with the article is not among the page's pictures (a script may still set it)"
        return Lack(message, fix="Keep the counter of the publisher's republishing code.", sure=False, absence=True)
    wanted = set(_numbers(case, clause))
    if not wanted or any(not match.groups() or match[1] in wanted for _, match in found):
        return None
    shown = tuple(Evidence("page", source) for source, _ in found)
    return Lack("the page's counter is that of another article", shown, fix="Take the counter of this article.")


def lacks_logo(case: Case, clause: PageMarkup) -> Lack | None:
    """No picture is called after the publisher; what it shows is not read."""
    publisher = squeeze(case.policy.publisher) if case.policy else ""
    if any(publisher in squeeze(f"{image.alternative} {image.source}") for image in case.page.images):
        return None
    return Lack(f"no picture on the page is called after the publisher: {clause.says}", sure=False, absence=True)


def lacks_links(case: Case, clause: PageMarkup) -> Lack | None:
    """Fewer of the links in the text are kept than asked for."""
    lost = list(changes_of(case, ChangeClass.LINK))
    count = len(case.work.links or ())
    if len(lost) <= (1 - clause.share) * count:
        return None
    return Lack(
        f"{len(lost)} of the {count} links in the text are missing or lead elsewhere",
        tuple(evidence for change in lost for evidence in of_change(change)),
        fix="Restore the links of the original.",
        absence=True,
    )


def lacks_canonical(case: Case, _clause: PageMarkup) -> Lack | None:
    """The page names itself, another page or none as the canonical address."""
    named = [statement.value for statement in case.page.said("canonical")]
    sources = [source for url in case.work.sources or () if (source := fold_url(url))]
    folded = [address for value in named if (address := fold_url(value))]
    if not sources or any(address.leads_to(source) for address in folded for source in sources):
        return None
    return Lack(
        "the page does not name the original as its canonical address",
        tuple(Evidence("page", value) for value in named),
        fix=f'Add to the head: <link rel="canonical" href="{(case.work.sources or ("",))[0]}">',
        absence=not named,
    )


def lacks_noindex(case: Case, _clause: PageMarkup) -> Lack | None:
    """The page does not ask search engines to leave it out; a header, which is not seen, may."""
    if any("noindex" in statement.value.lower() for statement in case.page.said("robots")):
        return None
    fix = 'Add to the head: <meta name="robots" content="noindex">'
    return Lack("the page does not ask search engines to leave it out", fix=fix, sure=False, absence=True)


def _numbers(case: Case, clause: PageMarkup) -> Iterator[str]:
    """The article's number, from its address and from the counter in the publisher's own snippet."""
    if clause.article:
        address = re.compile(f"{_with_id(clause.article)}/?$")
        yield from (match[1] for url in case.work.sources or () if (match := address.search(url)))
    yield from (
        match[1] for match in re.finditer(_with_id(clause.address or ""), case.work.snippet or "") if match.groups()
    )


def _with_id(template: str) -> str:
    """The pattern of a template with a place for a number; nothing else in it is more than its letters."""
    return re.escape(template).replace(re.escape("{id}"), _ID)
