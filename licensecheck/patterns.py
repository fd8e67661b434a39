"""Regular expressions that are compiled when they are first used: a run needs few of them, and compiling is slow."""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast


class _Pattern(Generic[AnyStr]):
    """Stands for a compiled pattern until something is asked of it; what was asked for once is then an attribute."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self._written: tuple[AnyStr, int] = (source, flags)

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but compiled on first use; a mistake in `source` is raised there."""
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))
