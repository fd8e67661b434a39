"""The files that come with the program, its schemas, policies and tables: the one place that finds them."""

from __future__ import annotations

from pathlib import Path


def bundled(folder: str) -> Path:
    """A folder of files that come with the program."""
    # A wheel carries the schemas inside the package; a checkout keeps them beside it.
    inside = Path(__file__).with_name(folder)
    return inside if inside.is_dir() else Path(__file__).resolve().parents[1] / folder
