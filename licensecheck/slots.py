"""Templates of credits and sentences: their slots filled for a work, and found filled on a page.

Slots: {author}, {authors}, {publisher}, {title}, {source}, {date}, {license}, {republisher}.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.patterns import pattern
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from licensecheck.model import Work

_SLOT = pattern(r"\{(\w+)\}")
# Letters and digits that a slot may hold whose filling is not checked here: names are listed in many ways.
_ANYTHING = r"[^\n]{0,160}?"


def filled(template: str, work: Work, publisher: str) -> str:
    """The template with what is known of the work; what is not stands in brackets."""
    values = {
        "author": " and ".join(work.authors or ()),
        "authors": " and ".join(work.authors or ()),
        "publisher": work.parties[0] if work.parties else publisher,
        "title": work.title,
        "source": work.sources[0] if work.sources else None,
        "date": work.published and work.published[:10],
        "license": work.license and work.license.id,
    }
    return _SLOT.sub(lambda match: values.get(match[1]) or f"[{match[1]}]", template)


def stands(template: str, text: str, work: Work, names: Sequence[str]) -> bool:
    """Whether the text holds the template, letter by letter: with a title of the work and a name of its publisher."""
    said: Mapping[str, Sequence[str]] = {"publisher": names, "title": work.titles}
    wanted = "".join(
        _any_of(said.get(part, ())) if is_slot else re.escape(squeeze(part)) for is_slot, part in _parts(template)
    )
    return re.search(wanted, squeeze(text)) is not None


def _parts(template: str) -> list[tuple[bool, str]]:
    """The template in turns of fixed text and the names of slots; whether each is a slot."""
    return [(number % 2 == 1, part) for number, part in enumerate(_SLOT.split(template))]


def _any_of(values: Sequence[str]) -> str:
    return f"(?:{'|'.join(re.escape(squeeze(value)) for value in values)})" if values else _ANYTHING
