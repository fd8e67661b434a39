"""How long a check takes, as ratios to parsing the same page, taken in one run and held against `floors.json`.

    python3 .ci/dev bench speed [--pages FOLDER] [--rounds N]

FOLDER holds a folder for each page with `clean.html` and `ref.txt`, as the accuracy cases have them; without it the
pages are those of our own articles and themes.
"""

from __future__ import annotations

import argparse
import difflib
import json
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from floors import hold
from lxml import etree

from licensecheck.check import check
from licensecheck.engine import Task, judge_all
from licensecheck.model import Paragraph, Work
from licensecheck.page import read_page
from licensecheck.record import report_dict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
_GROWTH = (1, 2, 4, 8)


class Sample(NamedTuple):
    """A work and a page that carries it."""

    work: Work
    page: bytes


def samples(folder: Path | None) -> list[Sample]:
    """The pages to measure on."""
    if folder is None:
        sys.path.insert(0, str(ROOT / "tests"))
        from republish import ARTICLES, THEMES, faithful, render  # noqa: PLC0415 (the tests' module)

        return [Sample(text_work(_text(article)), render(faithful(article), t)) for article in ARTICLES for t in THEMES]
    places = sorted(place for place in folder.iterdir() if (place / "clean.html").is_file())
    return [Sample(text_work((p / "ref.txt").read_text("utf-8")), (p / "clean.html").read_bytes()) for p in places]


def text_work(text: str) -> Work:
    """A work that is nothing but its text, under the first licence of all; with the credits that a rule looks for."""
    from licensecheck.licenses import by_id  # noqa: PLC0415 (beside its one use)

    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text))
    return Work(
        body=tuple(Paragraph(paragraph) for paragraph in paragraphs if paragraph),
        titles=("A headline of some seven or eight words",),
        authors=("Jane Q. Example", "José Ejemplo"),
        parties=("The Example Ledger",),
        sources=("https://ledger.example/2024/05/a-story",),
        license=by_id("CC BY-NC-ND 3.0"),
    )


def _text(article: str) -> str:
    body = json.loads((ROOT / "fixtures" / "works" / f"{article}.json").read_text("utf-8"))["body"]
    return "\n\n".join(piece if isinstance(piece, str) else piece["subhead"] for piece in body)


def parse(page: bytes) -> None:
    """The floor under every check."""
    etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))


def ours(sample: Sample) -> None:
    """Bytes to report."""
    report_dict(check(sample.work, read_page(sample.page)))


def with_trafilatura(sample: Sample) -> None:
    """A generic extractor and a generic diff."""
    import trafilatura  # noqa: PLC0415 (a peer, installed for this)

    _diff(sample.work.text, trafilatura.extract(sample.page.decode("utf-8", "replace")) or "")


def with_resiliparse(sample: Sample) -> None:
    """The fastest generic extractor and a generic diff."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 (a peer, installed for this)

    _diff(sample.work.text, extract_plain_text(sample.page.decode("utf-8", "replace"), main_content=True))


def _diff(one: str, other: str) -> None:
    difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False).get_opcodes()


def seconds(call: Callable[[], object], rounds: int) -> float:
    """The shortest of some rounds."""
    return min(_once(call) for _ in range(rounds))


def _once(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def ratios(pages: list[Sample], method: Callable[[Sample], None], rounds: int) -> list[float]:
    """Each page's time as a multiple of its parse, sorted; each pair of times is taken together."""
    found = []
    for sample in pages:
        base = seconds(lambda: parse(sample.page), rounds)  # noqa: B023 (called at once)
        found.append(seconds(lambda: method(sample), rounds) / base)  # noqa: B023 (called at once)
    return sorted(found)


def slope(make: Callable[[int], Sample], rounds: int) -> float:
    """The exponent with which time grows as page and work grow together."""
    times = [seconds(lambda: ours(make(size)), rounds) for size in _GROWTH]  # noqa: B023 (called at once)
    return statistics.linear_regression([math.log(size) for size in _GROWTH], [math.log(t) for t in times]).slope


def growing() -> Iterator[tuple[str, Callable[[int], Sample]]]:
    """Ordinary, repetitive and unrelated text, in any size."""

    def ordinary(size: int) -> Sample:
        return _built(
            [f"Sentence {n} of this text says {n * 7919 % 10007} things of matter {n % 97}." for n in range(150 * size)]
        )

    def repetitive(size: int) -> Sample:
        return _built(["The same words come back and back again in this text."] * (150 * size))

    def unrelated(size: int) -> Sample:
        work = _built([f"Word{n * 31 % 1009} and word{n} stand here." for n in range(150 * size)]).work
        return Sample(work, _built([f"Other{n * 17 % 1013} and more{n} stand there." for n in range(150 * size)]).page)

    yield from (("ordinary", ordinary), ("repetitive", repetitive), ("unrelated", unrelated))


def _built(sentences: list[str]) -> Sample:
    paragraphs = [" ".join(sentences[n : n + 5]) for n in range(0, len(sentences), 5)]
    html = (
        "<html><body><article>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        + "</article></body></html>"
    )
    return Sample(text_work("\n\n".join(paragraphs)), html.encode())


def processes(sample: Sample) -> dict[str, float]:
    """Whole processes as multiples of a bare Python."""
    with tempfile.TemporaryDirectory() as folder:
        work, page = Path(folder) / "work.txt", Path(folder) / "page.html"
        work.write_text(sample.work.text, encoding="utf-8")
        page.write_bytes(sample.page)
        commands = {
            "bare": ("-c", "pass"),
            "--version": ("-m", "licensecheck", "--version"),
            "whole process": ("-m", "licensecheck", "check", str(work), str(page), "--fail-on", "never"),
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(11):
            for name, command in commands.items():
                times[name].append(_once(lambda: _start(command)))  # noqa: B023 (called at once)
    bare = statistics.median(times.pop("bare"))
    return {name: statistics.median(found) / bare for name, found in times.items()}


def _start(command: tuple[str, ...]) -> None:
    # As installed: with the byte code that an installation writes.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *command], check=False, capture_output=True, env=environment)  # noqa: S603 (ourselves)


def worker(pages: list[Sample], rounds: int) -> float:
    """Judging a row of copies in a child process, as a multiple of judging them here."""
    work = pages[0].work
    tasks = [Task(sample.page) for sample in pages[:60]]
    here = seconds(lambda: [json.dumps(report_dict(check(work, read_page(task.data)))) for task in tasks], rounds)
    return seconds(lambda: list(judge_all(work, tasks, 60.0)), rounds) / here


def main() -> int:
    """Measure everything, print it beside the peers, and hold the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    pages = samples(given.pages)
    checks = ratios(pages, ours, given.rounds)
    for name, peer in (("trafilatura + difflib", with_trafilatura), ("resiliparse + difflib", with_resiliparse)):
        print(f"{name:34} {statistics.median(ratios(pages[::5], peer, 2)):8.2f}   x parse, a peer")
    figures = {
        "check, median": statistics.median(checks),
        "check, 95th percentile": checks[int(0.95 * len(checks)) - 1],
        **{f"slope, {name}": slope(make, given.rounds) for name, make in growing()},
        **processes(pages[len(pages) // 2]),
        "worker": worker(pages, given.rounds),
    }
    return hold("speed", figures, ratchet=False)


if __name__ == "__main__":
    sys.exit(main())
