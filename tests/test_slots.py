"""Templates filled for a work, and found filled on a page."""

from __future__ import annotations

import pytest
from rule_cases import WORK

from licensecheck.slots import filled, stands

TEMPLATE = "“{title}” by {authors} was originally published by {publisher}."


def test_what_is_known_is_filled_in() -> None:
    assert filled(TEMPLATE, WORK, "Weir") == (
        "“The Mill Is Gone” by Ada Finch and Bo Larkin was originally published by Weir Valley News."
    )
    unknown = WORK._replace(titles=(), authors=None, parties=None)
    assert filled(TEMPLATE, unknown, "Weir") == "“[title]” by [authors] was originally published by Weir."
    assert filled("{license}, {republisher}", WORK, "Weir") == "CC BY-NC-ND 3.0, [republisher]"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("“The Mill Is Gone” by Ada Finch and Bo Larkin was originally published by Weir Valley News.", True),
        ('"THE MILL IS GONE" by A. Finch, B. Larkin was originally published by Weir.', True),
        ("Yesterday: The Mill Is Gone, by both, was originally published by Weir Valley News, and so on", True),
        ("“Another Mill” by Ada Finch was originally published by Weir Valley News.", False),
        ("“The Mill Is Gone” by Ada Finch was originally published by the Courier.", False),
        ("“The Mill Is Gone” by Ada Finch first stood in Weir Valley News.", False),
        ("", False),
    ],
)
def test_a_template_is_found_whatever_stands_in_its_open_slots(text: str, there: bool) -> None:  # noqa: FBT001 (a column)
    assert stands(TEMPLATE, text, WORK, ("Weir Valley News", "Weir")) is there


def test_signs_in_a_template_are_no_pattern() -> None:
    assert not stands("(a+)+$ {title}", "a" * 50, WORK, ())
