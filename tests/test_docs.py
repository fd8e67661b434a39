"""The generated pages are the committed ones, and say what a reader needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from licensecheck.docs import rules_page
from licensecheck.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

DOCS = Path(__file__).resolve().parents[1] / "docs"


def test_the_rules_page(golden: Callable[[Path, str], None]) -> None:
    golden(DOCS / "rules.md", rules_page(RULES))


def test_the_rules_page_leads_to_every_rule() -> None:
    page = rules_page(RULES)
    for rule in RULES:
        assert f"(#{rule.id.lower()}-{rule.name})" in page
        assert f"\n## {rule.id} {rule.name}\n" in page
        assert rule.doc.reason in page


def test_the_rules_page_does_not_depend_on_the_order_of_rules() -> None:
    assert rules_page(reversed(RULES)) == rules_page(RULES)


def test_sections_are_those_of_two_licences() -> None:
    assert "Clause: attribution.title (CC BY-NC-ND 3.0: 4(c)(ii); CC BY-NC-ND 4.0: none)." in rules_page(RULES)
