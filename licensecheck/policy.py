"""What a publisher says of republishing, on top of the licence: waivers, conditions and requests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """A publisher's own republishing terms."""

    name: str
