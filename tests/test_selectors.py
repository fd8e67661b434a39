"""CSS selectors: what they match, what they weigh, what they ask for, and that another reader of them agrees."""

from __future__ import annotations

import pytest
from cssselect import HTMLTranslator, parse
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from licensecheck.selectors import compiled, names, split_list, subject

PAGE = """<body class=home><main id=main class="story wide"><p id=lead class="text first">One.</p>
<p id=credit class="text credit small"><a id=link href=x>By Ana</a></p>
<div id=box class="small a"><p id=inner data-k=v>Two.</p><p id=next class="a b" data-k="v w">
<span id=span class=a><i id=i class=b></i></span></p><span id=last class="b"></span></div></main>"""
ROOT = etree.fromstring(PAGE, etree.HTMLParser())


def matched(selector: str, *, lenient: bool = False) -> list[str]:
    found = compiled(selector, lenient=lenient)
    return [] if found is None else [x.get("id", str(x.tag)) for x in ROOT.iter() if found.matches(x)]


@pytest.mark.parametrize(
    ("selector", "found", "specificity"),
    [
        ("p", ["lead", "credit", "inner", "next"], (0, 0, 1)),
        ("P.credit", ["credit"], (0, 1, 1)),
        ("#box > .a", ["next"], (1, 1, 0)),
        ("#box .a .b", ["i"], (1, 2, 0)),
        (".first + p", ["credit"], (0, 1, 1)),
        ("main > .small .a > i", ["i"], (0, 2, 2)),
        ("[data-k]", ["inner", "next"], (0, 1, 0)),
        ("p[data-k = 'v']", ["inner"], (0, 1, 1)),
        ('[data-k~="w"]', ["next"], (0, 1, 0)),
        ("[data-k^=v][data-k$=w]", ["next"], (0, 2, 0)),
        ("[data-k*='']", [], (0, 1, 0)),
        ("#box p:last-of-type", ["next"], (1, 1, 1)),
        ("main :nth-child( 2n + 1 )", ["lead", "link", "box", "inner", "span", "i", "last"], (0, 1, 1)),
        ("#box :nth-last-child(-n+2)", ["next", "span", "i", "last"], (1, 1, 0)),
        (":is(#box, .story) > .a", ["box", "next"], (1, 1, 0)),
        (":where(#box) p:first-child", ["inner"], (0, 1, 1)),
        ("i:only-child:empty", ["i"], (0, 2, 1)),
        (":root > body", ["body"], (0, 1, 1)),
    ],
)
def test_what_a_selector_matches_and_weighs(selector: str, found: list[str], specificity: tuple[int, int, int]) -> None:
    assert matched(selector) == found
    assert getattr(compiled(selector), "specificity", None) == specificity


@pytest.mark.parametrize(
    "selector",
    "|.a ns|p .a:hover p::before .a:not(.b) .a~.b .5x # . .a! .a> >.a & [a [a=] :nth-child(x) :is() a,b".split(),
)
def test_what_the_markup_does_not_decide_is_not_compiled(selector: str) -> None:
    assert compiled(selector) is None


@pytest.mark.parametrize("selector", [".a:not(.b)", ".a:lang(en)"])
def test_a_lenient_one_takes_the_rest_to_be_so(selector: str) -> None:
    assert matched(selector, lenient=True) == ["box", "next", "span"]
    assert not getattr(compiled(selector, lenient=True), "sure", True)


@pytest.mark.parametrize(
    ("selector", "asked", "own"),
    [
        (".a #b .c.d", [".a", "#b", ".c", ".d"], [".c", ".d"]),
        ("main > P", [], ["p"]),
        (".a *", [".a"], []),
        ("[x='.y'] .z", [".z"], [".z"]),
        (":is(.x, .y) .z", [".z"], [".z"]),
        (r".md\:hide", [".md:hide"], [".md:hide"]),
    ],
)
def test_names(selector: str, asked: list[str], own: list[str]) -> None:
    assert names(selector) == asked
    assert subject(selector) == own


def test_a_list_is_cut_at_its_own_commas() -> None:
    assert list(split_list(" a , .b:is(c, d),[e=','] f")) == ["a", ".b:is(c, d)", "[e=','] f"]


SIMPLE = "p div span .a .b .text #box [data-k] [data-k=v] [class*=a] :first-child :nth-child(2n+1) :last-child".split()
COMPOUNDS = st.lists(st.sampled_from(SIMPLE), min_size=1, max_size=3, unique=True).map(
    lambda parts: "".join(sorted(parts, key=lambda part: not part.isalpha()))
)
COMPLEX = st.lists(st.tuples(st.sampled_from([" ", " > ", " + "]), COMPOUNDS), min_size=1, max_size=4).map(
    lambda steps: "".join(combinator + compound for combinator, compound in steps).lstrip(" >+")
)


@given(COMPLEX)
def test_another_reader_of_selectors_agrees(selector: str) -> None:
    found = compiled(selector)
    if found is None:
        assert sum(part.isalpha() for part in SIMPLE if selector.count(part)) > 1, "two tags in one compound"
        return
    (other,) = parse(selector)
    assert found.specificity == other.specificity()
    expected = set(ROOT.xpath(HTMLTranslator().selector_to_xpath(other)))
    assert {element for element in ROOT.iter() if found.matches(element)} == expected


@given(st.text(" .#>+~:*[]=()\"'\\|&,{};/!-@abn1\n", max_size=60))
def test_no_selector_breaks_the_reader(selector: str) -> None:
    for found in (compiled(selector), compiled(selector, lenient=True)):
        assert found is None or found.matches(ROOT) in {True, False}
    names(selector)
    subject(selector)
