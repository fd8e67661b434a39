"""The policies that come along: each is sound and sourced, the right one is chosen, none accuses a faithful page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from licensecheck.check import read_case
from licensecheck.documents import read_toml
from licensecheck.errors import UsageError
from licensecheck.manifest import read_manifest
from licensecheck.model import Paragraph, Work
from licensecheck.page import read_page
from licensecheck.policy import Selectors
from licensecheck.policy_file import read_policy
from licensecheck.policy_terms import Tier
from licensecheck.profiles import covers, profile, profile_for, profile_names
from licensecheck.rules import judge
from licensecheck.terms import FindingClass, Kind, Severity
from licensecheck.verdict import is_breach

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "licensecheck" / "policies").glob("*.toml"))
BASE = ROOT / "fixtures" / "cases" / "_base"
WORK = Work(body=(Paragraph("It stands."),))


def work_from(url: str, **more: object) -> Work:
    return WORK._replace(sources=(url,), **more)  # type: ignore[arg-type]  # a wrong name fails the test


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_profile_keeps_the_schema_and_is_called_as_its_file(file: Path) -> None:
    policy = read_policy(read_toml(file.read_text(encoding="utf-8"), file.name), file.name)
    assert policy.name == file.stem
    assert policy == profile(file.stem)
    assert policy.select.domains


@pytest.mark.parametrize("name", profile_names())
def test_every_clause_has_its_source(name: str) -> None:
    policy = profile(name)
    for clause in policy.clauses:
        assert urlsplit(clause.source_url).hostname
        assert date.fromisoformat(f"{clause.retrieved}-01"[:10]) <= date(2026, 12, 1)
        assert clause.says.strip()
        assert not clause.says.endswith(".")


# --- choosing


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.commondreams.org/news/2022/02/25/a", "common-dreams"),
        ("https://theconversation.com/a-story-123456", "the-conversation"),
        ("https://PropUBLICA.org/article/x", "propublica"),
        ("https://notpropublica.org/article/x", None),
        ("https://propublica.org.example/article/x", None),
        ("https://org/article/x", None),
    ],
)
def test_a_work_finds_the_policy_of_its_publisher(url: str, name: str | None) -> None:
    found = profile_for(work_from(url))
    assert (found.name if found else None) == name


def test_a_named_policy_comes_first() -> None:
    found = profile_for(work_from("https://www.commondreams.org/news", policy="kff"))
    assert found == profile("kff")


def test_terms_for_print_are_never_chosen_for_a_page() -> None:
    assert {profile(name).tier for name in profile_names()} > {Tier.PUBLIC}
    domains = {domain for name in profile_names() for domain in profile(name).select.domains}
    chosen = [profile_for(work_from(f"https://{domain}/a")) for domain in sorted(domains)]
    assert {policy.tier for policy in chosen if policy} == {Tier.PUBLIC}


def test_an_unknown_name_is_an_error_that_helps() -> None:
    with pytest.raises(UsageError, match="'propublica'"):
        profile_for(WORK._replace(policy="propublca"))
    with pytest.raises(UsageError, match="repubcheck policies"):
        profile("zzz")


SELECT = Selectors(("weir.example",))


@pytest.mark.parametrize(
    ("select", "covered"),
    [
        (SELECT, True),
        (replace(SELECT, sections=("/news",)), True),
        (replace(SELECT, sections=("/sport",)), False),
        (replace(SELECT, since="2024-05-14", until="2024-05-14"), True),
        (replace(SELECT, since="2024-05-15"), False),
        (replace(SELECT, until="2024-05-13"), False),
        (replace(SELECT, tags=("water",)), False),
        (replace(SELECT, bylines=("Weir Valley News",)), True),
        (replace(SELECT, bylines=("The Courier",)), False),
        (replace(SELECT, carve_outs=("Ada Finch",)), False),
        (replace(SELECT, carve_outs=("Bo Larkin",)), True),
        (Selectors(), False),
    ],
)
def test_selectors(select: Selectors, covered: bool) -> None:  # noqa: FBT001 (a table's column)
    work = work_from("https://www.weir.example/news/mill", published="2024-05-14T08:00:00+02:00")
    work = work._replace(authors=("Ada Finch",), parties=("Weir Valley News",))
    assert covers(select, work) is covered


# --- on a page


def faithful(publisher: str) -> tuple[str, dict[str, object]]:
    """A copy that does all that a page can, of a story of that publisher; and the manifest of the story."""
    html, manifest = (BASE / "page.html").read_text(encoding="utf-8"), (BASE / "work.json").read_text(encoding="utf-8")
    html, manifest = (text.replace("The Saltmarsh Ledger", publisher) for text in (html, manifest))
    url = "https://saltmarshledger.example/2024/harbor-town-sea-wall"
    html, manifest = (text.replace(url, f"{url}-4711") for text in (html, manifest))
    source = f'<a href="{url}-4711">{publisher}</a>'
    top = (
        f"<p>“Harbor Town Counts the Price of Staying Dry” was originally published by {source}.</p>"
        f'<p>A story of {publisher}, part of Covering Climate Now.<img src="/logo.png" alt="{publisher}"></p>'
    )
    counter = '<img src="https://counter.theconversation.com/content/4711/count.gif" alt="">'
    html = html.replace('<p class="byline">', f'{top}<p class="byline">').replace("</article>", f"{counter}</article>")
    html = html.replace("<!-- statements -->", '<meta name="robots" content="noindex">')
    return html, json.loads(manifest)


# Only the first paragraphs may be shown online, and the page shows all.
UNMET = {"publicsource": {"POL-959"}}


@pytest.mark.parametrize("name", profile_names())
def test_no_policy_accuses_a_page_that_keeps_it(name: str) -> None:
    policy = profile(name)
    html, manifest = faithful(policy.publisher)
    findings = judge(read_case(read_manifest(manifest), read_page(html.encode()), policy))
    spoken = [f for f in findings if f.kind in {Kind.FAIL, Kind.REVIEW} and f.severity is not Severity.INFO]
    assert {f.rule for f in spoken} == UNMET.get(name, set()), [f.message for f in spoken]


@pytest.mark.parametrize("name", profile_names())
def test_no_policy_makes_a_breach_of_the_licence(name: str) -> None:
    html, manifest = faithful("The Saltmarsh Ledger")
    bare = html.replace("The Saltmarsh Ledger", "").replace("noindex", "").replace("counter.", "")
    findings = judge(read_case(read_manifest(manifest), read_page(bare.encode()), profile(name)))
    policy = [finding for finding in findings if finding.rests_on is FindingClass.POLICY]
    assert policy
    assert not any(map(is_breach, policy))
    assert {f.clause for f in policy} == {None}
    assert Severity.VIOLATION not in {f.severity for f in policy}
