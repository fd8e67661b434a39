"""Records as JUnit XML, as the schemas of Ant and Jenkins both have it: a suite for a page, a test case for a rule."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import Element, SubElement, tostring

from licensecheck.formats.points import described, page_name, plain, points, title, troubles
from licensecheck.gate import reaches
from licensecheck.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from licensecheck.formats.view import View
    from licensecheck.record import Record

# What XML 1.0 leaves out (§2.2) and no terminal minds.
_NONCHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
_FAILURE, _ERROR = "failure", "error"


class _Test(NamedTuple):
    """A test case; `ending` is how it ended if it did not pass, `kind` of which kind that is, `told` says why."""

    name: str
    ending: str = ""
    kind: str = ""
    told: tuple[str, ...] = ()


def junit(records: Sequence[Record], view: View) -> str:
    """A rule fails if one of its findings fails the run; what else was found is told in the suite's output."""
    root = Element("testsuites")
    for number, record in enumerate(records):
        _add_suite(root, number, record, view)
    return tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True).decode()


# --- elements --------------------------------------------------------------------------------------------


def _add_suite(root: _Element, number: int, record: Record, view: View) -> None:
    name, tests = _valid(plain(page_name(record))) or "page", list(_tests(record, view))
    fixed = {"package": "repubcheck", "hostname": "localhost", "time": "0"}
    suite = SubElement(root, "testsuite", fixed, id=str(number), name=name, tests=str(len(tests)))
    for attribute, ending in (("failures", _FAILURE), ("errors", _ERROR)):
        suite.set(attribute, str(sum(test.ending == ending for test in tests)))
    suite.set("timestamp", _timestamp(record["envelope"]["checked_at"]))
    _add_properties(suite, record)
    for test in tests:
        _add_test(suite, test, name)
    SubElement(suite, "system-out").text = _valid("\n".join(_milder(record, view)))
    SubElement(suite, "system-err")


def _add_properties(suite: _Element, record: Record) -> None:
    properties = SubElement(suite, "properties")
    work = record["work"]
    known = {"work": work["title"], "license": work["license"], "policy": work["policy"], "verdict": record["verdict"]}
    for name, value in known.items():
        SubElement(properties, "property", name=name, value=_valid(plain(value or "")))


def _add_test(suite: _Element, test: _Test, page: str) -> None:
    case = SubElement(suite, "testcase", name=_valid(test.name), classname=page, time="0")
    if test.ending:
        ended = SubElement(case, test.ending, type=test.kind, message=_valid(test.told[0]))
        ended.text = _valid("\n".join(test.told))


# --- what they say ---------------------------------------------------------------------------------------


def _tests(record: Record, view: View) -> Iterator[_Test]:
    """First whether the page could be judged; then the rules that judged it, by name."""
    told = tuple(trouble.message for trouble in troubles(record))
    yield _Test("page is judged", _ERROR, record["verdict"], told) if told else _Test("page is judged")
    judging = [each for each in record["findings"] if each["kind"] not in {Kind.NOT_APPLICABLE, Kind.INCONCLUSIVE}]
    for name, findings in groupby(sorted(judging, key=title), key=title):
        failing = [finding for finding in findings if reaches(finding, view.gate)]
        told = tuple(line for finding in failing for line in described(finding))
        yield _Test(name, _FAILURE, failing[0]["severity"], told) if failing else _Test(name)


def _milder(record: Record, view: View) -> Iterator[str]:
    """What was found and fails nothing."""
    for finding in points(record):
        if finding["kind"] != Kind.INCONCLUSIVE and not reaches(finding, view.gate):
            yield f"{finding['severity']} {title(finding)}: {' '.join(described(finding))}"


def _timestamp(moment: str) -> str:
    """The moment in the one form that the schemas take, which has no time zone; UTC is meant."""
    try:
        return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    except ValueError:
        return "1970-01-01T00:00:00"


def _valid(text: str) -> str:
    return text.translate(_NONCHARACTERS)
