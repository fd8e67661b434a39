"""The photos of the work on a page, as far as captions, credits and file names tell."""

from __future__ import annotations
