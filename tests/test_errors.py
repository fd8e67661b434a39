"""Errors say which file, where, what and what next, and each ends in its exit code."""

from __future__ import annotations

import pickle

import pytest

from licensecheck import errors
from licensecheck.errors import FetchError, InputError, ManifestError, Mistake, RepubcheckError, UsageError
from licensecheck.terms import Unread

TWO = (Mistake("$.deck", "must be text"), Mistake("$.photos[2].credit", "must not be blank"))


@pytest.mark.parametrize(
    ("kind", "code"),
    [(RepubcheckError, 4), (UsageError, 2), (InputError, 2), (ManifestError, 2), (FetchError, 2)],
)
def test_exit_codes(kind: type[RepubcheckError], code: int) -> None:
    assert kind.exit_code == code


def test_every_error_is_drawn_in_the_tree() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, RepubcheckError)]
    drawing = errors.__doc__ or ""
    for kind in kinds:
        line = next(line for line in drawing.splitlines() if kind.__name__ in line)
        assert line.split(kind.__name__)[1].split()[0] == str(kind.exit_code)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InputError("is empty"), "is empty"),
        (InputError("is empty", file="a.txt"), "a.txt: is empty"),
        (InputError("is not JSON", file="a.json", where="line 3"), "a.json: line 3: is not JSON"),
        (InputError("is empty", file="a.txt", advice="Give a text."), "a.txt: is empty. Give a text."),
        (ManifestError(TWO[:1], file="a.json"), "a.json: 1 mistake\n  $.deck: must be text"),
        (ManifestError(TWO), "2 mistakes\n  $.deck: must be text\n  $.photos[2].credit: must not be blank"),
    ],
)
def test_messages(error: InputError, said: str) -> None:
    assert str(error) == said


def test_manifest_error_keeps_its_mistakes() -> None:
    assert ManifestError(iter(TWO)).mistakes == TWO


@pytest.mark.parametrize(
    "error",
    [
        InputError("is empty", file="a", where="b", advice="c"),
        ManifestError(TWO),
        FetchError(Unread.DNS, "has no address"),
    ],
)
def test_errors_survive_pickling(error: InputError) -> None:
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 (our own bytes)
