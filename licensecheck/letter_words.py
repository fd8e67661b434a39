"""The words of letters and credit lines, from the files in `letters`, one for each language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypedDict, cast

from licensecheck.bundled import bundled
from licensecheck.documents import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_SUFFIX = ".toml"
_ENGLISH = "en"


class Section(TypedDict):
    """A part of a letter: its heading, and the sentence that says what its points are."""

    title: str
    lead: str


class Frame(TypedDict):
    """What a letter of one grade begins and closes with."""

    opening: str
    closing: str


class Said(TypedDict):
    """What a letter says of a rule's findings, where it cannot quote them: what was found, and what is asked."""

    found: str
    ask: str


class Words(TypedDict):
    """The words of one language; English has no `rules`, as findings are in English."""

    months: list[str]
    credit: Mapping[str, str]
    letter: Mapping[str, str]
    sections: Mapping[str, Section]
    grades: Mapping[str, Frame]
    rules: Mapping[str, Said]


@cache
def languages() -> tuple[str, ...]:
    """The languages that the program writes in, by their tags, sorted."""
    names = (entry.name for entry in bundled("letters").iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def words_for(language: str | None) -> Words:
    """The words of a language, given by its tag ("es-MX" is Spanish); those of English where there are none."""
    tag = (language or "").partition("-")[0].lower()
    return _read(tag if tag in languages() else _ENGLISH)


@cache
def _read(tag: str) -> Words:
    name = f"{tag}{_SUFFIX}"
    return cast("Words", read_toml((bundled("letters") / name).read_text(encoding="utf-8"), name))
