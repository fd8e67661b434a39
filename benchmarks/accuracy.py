"""How well changes are found on real pages, measured on a folder of marked cases, held against `floors.json`.

    python3 .ci/dev bench accuracy --cases FOLDER [--harness FILE] [--ratchet]

FOLDER holds `manifest.jsonl` and the cases it lists: each a page, the text of the article on it, and what was changed
(`benchmarks/README.md` says in which shape, and where such pages come from). They are other people's pages and stand
in no repository. FILE is the harness that came with them; by default `harness.py` in FOLDER or beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from floors import hold

from licensecheck.align import align
from licensecheck.classify import classify
from licensecheck.model import Paragraph, Work
from licensecheck.page import read_page
from licensecheck.terms import ChangeClass, Level

Case = dict[str, object]
_MINOR = frozenset({Level.TECHNICAL, Level.STYLE})


def changes(reference: str, html: str) -> list[Case]:
    """What the harness asks for: the changes of a page against a text, in its words."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", reference))
    work = Work(body=tuple(Paragraph(paragraph) for paragraph in paragraphs if paragraph))
    page = read_page(html.encode())
    alignment = align(work, page)
    if alignment.body is None:
        return [{"kind": "not_found", "ref": "(nothing judged)", "copy": ""}]
    return [
        {
            "kind": "move" if change.kind is ChangeClass.ORDER else change.kind.value,
            "ref": change.before,
            "copy": change.after,
            "para": change.paragraph,
            "minor": change.level in _MINOR,
        }
        for change in classify(work, page, alignment)
    ]


def run(cases: Path, harness: Path) -> list[Case]:
    """The harness's verdict on each case."""
    here = str(Path(__file__).parent)
    path = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.jsonl"
        command = [sys.executable, str(harness), "--cases", str(cases), "--callable", "accuracy:changes"]
        command += ["-j", "2", "--out", str(results)]
        subprocess.run(command, check=True, cwd=here, env={**os.environ, "PYTHONPATH": path})  # noqa: S603 (the harness)
        return [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]


def figures(results: list[Case]) -> dict[str, float]:
    """The shares, in per cent, that have floors."""

    def share(flag: str, *families: str, **wanted: str) -> float:
        chosen = [
            bool(result.get(flag, flag == "exact_relaxed" and result.get("exact")))
            for result in results
            if result["family"] in families and all(result[key] == value for key, value in wanted.items())
        ]
        return 100 * sum(chosen) / len(chosen)

    edges = [not result["edge"] for result in results if result["family"] == "clean"]
    return {
        "page verdict": share("ok", "clean", "ben", "mut"),
        "clean": share("ok", "clean"),
        "clean, tier A": share("ok", "clean", tier="A"),
        "clean and benign": share("ok", "clean", "ben"),
        "altered, flagged": share("ok", "mut"),
        "altered, in place": share("detected", "mut"),
        "altered, exact": share("exact_relaxed", "mut"),
        "transplant, verbatim": share("ok", "tr"),
        "transplant, flagged": share("ok", "trmut"),
        "transplant, exact": share("exact_relaxed", "trmut"),
        "promotional paragraph silent": share("ok", "benx"),
        "subhead inserted": share("exact", "mutx", kind="ins_subhead"),
        "paragraph appended": share("exact", "mutx", kind="ins_para_end"),
        "paragraph prepended": share("exact", "mutx", kind="ins_para_start"),
        "punctuation noticed": share("noticed", "mutx", kind="punct"),
        "capital noticed": share("noticed", "mutx", kind="case"),
        "clean pages without edge alarm": 100 * sum(edges) / len(edges),
    }


def main() -> int:
    """Run the cases and hold the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, required=True)
    parser.add_argument("--harness", type=Path)
    parser.add_argument("--ratchet", action="store_true", help="make better figures the new floors")
    given = parser.parse_args()
    places = [given.harness] if given.harness else [given.cases / "harness.py", given.cases.parent / "harness.py"]
    harness = next((place.resolve() for place in places if place.is_file()), None)
    if harness is None or not (given.cases / "manifest.jsonl").is_file():
        parser.error("there is no harness.py or no manifest.jsonl; benchmarks/README.md says what is needed")
    return hold("accuracy", figures(run(given.cases.resolve(), harness)), ratchet=given.ratchet)


if __name__ == "__main__":
    sys.exit(main())
