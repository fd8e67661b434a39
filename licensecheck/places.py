"""Places as a news story names them to readers far and near: "Portland, Ore.", "Portland", "here"."""

from __future__ import annotations

from itertools import chain

from licensecheck.model import Span
from licensecheck.patterns import pattern
from licensecheck.story_time import Truth
from licensecheck.text import fold

# States of the US and provinces of Canada: name, as news agencies abbreviate it, as the post does.
_STATES = (
    "alabama ala al/alaska ak/arizona ariz az/arkansas ark ar/california calif ca/colorado colo co/"
    "connecticut conn ct/delaware del de/florida fla fl/georgia ga/hawaii hi/idaho id/illinois ill il/"
    "indiana ind in/iowa ia/kansas kan ks/kentucky ky/louisiana la/maine me/maryland md/massachusetts mass ma/"
    "michigan mich mi/minnesota minn mn/mississippi miss ms/missouri mo/montana mont mt/nebraska neb ne/"
    "nevada nev nv/new-hampshire nh/new-jersey nj/new-mexico nm/new-york ny/north-carolina nc/north-dakota nd/"
    "ohio oh/oklahoma okla ok/oregon ore or/pennsylvania pa/rhode-island ri/south-carolina sc/south-dakota sd/"
    "tennessee tenn tn/texas tx/utah ut/vermont vt/virginia va/washington wash wa/west-virginia wva wv/"
    "wisconsin wis wi/wyoming wyo wy/puerto-rico pr/dc/alberta alta ab/british-columbia bc/manitoba mb/"
    "new-brunswick nb/newfoundland nl/nova-scotia ns/ontario ont on/quebec que qc/saskatchewan sask sk"
)
_COUNTRIES = (
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bangladesh belarus belgium "
    "bolivia bosnia botswana brazil bulgaria burma cambodia cameroon canada chad chile china colombia congo "
    "costa-rica croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia finland france gaza "
    "germany ghana greece greenland guatemala guinea haiti honduras hungary iceland india indonesia iran iraq "
    "ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait laos latvia lebanon liberia libya "
    "lithuania madagascar malawi malaysia mali malta mexico moldova mongolia morocco mozambique myanmar namibia "
    "nepal netherlands new-zealand nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru "
    "philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia "
    "somalia south-africa south-korea north-korea spain sri-lanka sudan sweden switzerland syria taiwan "
    "tajikistan tanzania thailand tunisia turkey uganda uk us usa ukraine uruguay uzbekistan venezuela vietnam "
    "wales yemen zambia zimbabwe"
)
# Every name or abbreviation of a state or country, without spaces and points, with one name for all of its forms.
_REGIONS = {
    name.replace("-", ""): names.split()[0].replace("-", "")
    for names in chain(_STATES.split("/"), _COUNTRIES.split())
    for name in names.split()
}
_HERE = pattern(
    r"(?:right )?here|(?:the|this|our) (?:area|city|country|county|region|state|town|village)|town|locally|aquí"
)
_PREPOSITION = pattern(r"^(?:at|from|in|near|of|to|en|de)\s+")
_NAME = pattern(r"[A-ZÀ-Þ][\w.'-]*(?:\s(?:of|the|de|del|la|[A-ZÀ-Þ][\w.'-]*)){0,3}")
_NAME_BEFORE = pattern(r"[A-ZÀ-Þ][\w.'-]*(?:\s[A-ZÀ-Þ][\w.'-]*){0,2},?\s*$")
_POINTS = pattern(r"[\s.]+")
# Characters in front of a state or country in which the place begins.
_REACH = 40


def local_edit(before: str, after: str) -> Truth | None:
    """Whether a copy only names a place as its own readers know it; `None` if it is no such edit.

    Right where a place with its state or country becomes "here" or the reverse, or where only the state or country is
    put in, left out or written otherwise; unclear where nothing says that the word is a place.
    """
    ours, theirs = _bare(before), _bare(after)
    for here, place in ((ours, theirs), (theirs, ours)):
        if _HERE.fullmatch(here):
            known = bool(_parts(place)[1]) or _HERE.fullmatch(place)
            return Truth.RIGHT if known else Truth.UNCLEAR if _NAME.fullmatch(place) else None
    (name, region), (other, another) = _parts(ours), _parts(theirs)
    told_otherwise = bool(region or another) and (not region or not another or region == another)
    return Truth.RIGHT if ours and theirs and name == other and told_otherwise else None


def place_at(text: str, span: Span) -> Span:
    """The span, widened to the place in front of it if it holds nothing but a state or country, or nothing at all."""
    if span.start < span.end and _region(_bare(text[span.start : span.end])) is None:
        return span
    low = max(0, span.start - _REACH)
    name = _NAME_BEFORE.search(text[low : span.start])
    return Span(low + name.start(), span.end) if name else span


def _bare(text: str) -> str:
    return _PREPOSITION.sub("", fold(text).strip(" ,;:()"))


def _parts(place: str) -> tuple[str, str | None]:
    """The name of a place, and its state or country if that is given."""
    name, _, region = place.rpartition(",")
    known = _region(region)
    return (name.strip(), known) if known else (place, None)


def _region(text: str) -> str | None:
    return _REGIONS.get(_POINTS.sub("", text).lower())
