"""Every error the program raises on purpose, each with the exit code it ends in.

    RepubcheckError       4   the program, or what it relies on, is broken
    ├── UsageError        2   the command line asks for something that does not exist or contradicts itself
    └── InputError        2   a file or address cannot be used: which one, where in it, what to do
        ├── ManifestError 2   a file breaks its schema: every mistake, with its JSON path
        └── FetchError    2   an address was not fetched; a copy there is inconclusive instead, which ends in 3

What a rule finds on a page is a value (`Finding`), never an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licensecheck.terms import Unread
    from licensecheck.visits import Hop


class Mistake(NamedTuple):
    """One thing wrong with a file: the JSON path of the value (RFC 9535, as in `$.photos[2].credit`) and why."""

    path: str
    message: str

    def __str__(self) -> str:
        """The path, then the reason."""
        return f"{self.path}: {self.message}"


class RepubcheckError(Exception):
    """The base of them all; raised itself for nothing, caught by callers who want every one."""

    exit_code: ClassVar[int] = 4


class UsageError(RepubcheckError):
    """The command line cannot be carried out as given."""

    exit_code = 2


class InputError(RepubcheckError):
    """A file or address cannot be used.

    `problem` says what is wrong, `file` in which file, `where` at which place in it (a line, a JSON path),
    `advice` what to do next.
    """

    exit_code = 2

    def __init__(
        self, problem: str, *, file: str | None = None, where: str | None = None, advice: str | None = None
    ) -> None:
        """Say what is known; the rest stays `None`."""
        super().__init__(problem)
        self.problem = problem
        self.file = file
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        """One line: the file, the place, the problem, the advice; those that are known."""
        said = ": ".join(part for part in (self.file, self.where, self.problem) if part)
        return f"{said}. {self.advice}" if self.advice else said


class ManifestError(InputError):
    """A file that can be read but breaks its schema; `mistakes` holds all of them, by path."""

    def __init__(self, mistakes: Iterable[Mistake], *, file: str | None = None) -> None:
        """Keep the mistakes in the order given."""
        self.mistakes = tuple(mistakes)
        count = len(self.mistakes)
        super().__init__(f"{count} mistake{'s' if count != 1 else ''}", file=file)

    def __str__(self) -> str:
        """The count on the first line, then one line for each mistake."""
        return "\n  ".join((super().__str__(), *map(str, self.mistakes)))


class FetchError(InputError):
    """An address was not fetched; `reason` is the code for it, `hops` what was visited before that was clear."""

    def __init__(self, reason: Unread, problem: str) -> None:
        """Keep both; whoever follows the redirects adds the hops."""
        super().__init__(problem)
        self.args = (reason, problem)  # what it is unpickled from
        self.reason = reason
        self.hops: tuple[Hop, ...] = ()
