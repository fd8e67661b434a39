"""The floors that benchmarks hold: figures of accuracy may only rise, ratios of time only fall."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).with_name("floors.json")
# Shared machines are noisy: a ratio counts as worse only beyond this share of its floor.
NOISE = {"accuracy": 0.0, "speed": 0.05}


def hold(benchmark: str, figures: Mapping[str, float], *, ratchet: bool) -> int:
    """Print each figure beside its floor; 1 if one is missed. With `ratchet`, better accuracy becomes the floor."""
    floors = json.loads(FILE.read_text(encoding="utf-8"))
    better = max if benchmark == "accuracy" else min
    missed = 0
    for name, floor in floors[benchmark].items():
        figure = figures[name]
        slack = floor * NOISE[benchmark]
        holds = figure >= floor - slack if better is max else figure <= floor + slack
        missed += not holds
        print(f"{name:34} {figure:8.2f}   floor {floor:8.2f}   {'' if holds else 'MISSED'}")
        if ratchet and holds and better is max:
            floors[benchmark][name] = max(floor, int(figure * 10) / 10)
    if ratchet:
        FILE.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return int(missed > 0)
