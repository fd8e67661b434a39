"""The HTML report in a real browser: quiet, whole at every width, fit for everybody, deaf to what pages put in it."""

from __future__ import annotations

import re
import shutil
from html import escape
from importlib import resources
from typing import TYPE_CHECKING, Literal

import pytest
from html_reports import brief, page_of, records
from payloads import PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route

    from licensecheck.record import Record

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WIDTHS = (360, 800, 1280, 1600)
SHOWN = ("faulty", "disordered", "right-to-left", "faithful", "not-a-copy")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="needs the dependency group `browser`")
    if CHROMIUM is None:
        pytest.skip("needs Chromium, as Debian's package `chromium` has it")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Visit:
    """A page opened in a context of its own, with what it did: scripts that ran, requests, complaints, journeys."""

    def __init__(self, context: BrowserContext, file: Path, document: str) -> None:
        """Open the document from a file; whatever else it asks for is refused and noted."""
        file.write_text(document, encoding="utf-8")
        self.runs: list[str] = []
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page: Page = context.new_page()
        self.page.expose_function("ran", lambda: self.runs.append("ran"))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self._home = file.as_uri()
        context.route("**/*", self._answer)
        self.page.goto(self._home)

    def _dismiss(self, dialog: Dialog) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()

    def _answer(self, route: Route) -> None:
        if route.request.url == self._home:
            route.continue_()
            return
        self.asked.append(route.request.url)
        route.abort()

    @property
    def at_home(self) -> bool:
        """Whether the page is still the one that was opened."""
        return bool(self.page.url.partition("#")[0] == self._home)

    def provoke(self) -> None:
        """Do what a curious reader might do to whatever answers, but follow no link to the web or inside the page."""
        self.page.evaluate(
            """async () => {
              for (const element of document.querySelectorAll("*"))
                for (const {name} of [...element.attributes])
                  if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
              for (const element of document.querySelectorAll("[href]")) {
                if (/^(#|https?:)/.test(element.getAttribute("href"))) continue;
                element.dispatchEvent(new MouseEvent("click", {cancelable: true}));
                await new Promise((resolve) => setTimeout(resolve, 20));
              }
            }"""
        )
        self.page.wait_for_timeout(100)


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    contexts: list[BrowserContext] = []

    def open_in(document: str, *, dark: bool = False, script: bool = True, policed: bool = True) -> Visit:
        scheme: Literal["dark", "light"] = "dark" if dark else "light"
        contexts.append(browser.new_context(color_scheme=scheme, java_script_enabled=script, bypass_csp=not policed))
        return Visit(contexts[-1], tmp_path / f"report-{len(contexts)}.html", document)

    yield open_in
    for context in contexts:
        context.close()


# --- as a reader meets it --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_opens_quietly_and_fits(visit: Callable[..., Visit], name: str, scheme: str) -> None:
    seen = visit(page_of(records()[name]), dark=scheme == "dark")
    for width in WIDTHS:
        seen.page.set_viewport_size({"width": width, "height": 900})
        assert seen.page.evaluate("document.documentElement.scrollWidth") == width
    assert (seen.asked, seen.said, seen.runs) == ([], [], [])


@pytest.mark.parametrize(
    ("name", "scheme"), [*((name, "light") for name in (*SHOWN, "several")), ("disordered", "dark"), ("faulty", "dark")]
)
def test_accessibility_checks_find_nothing(visit: Callable[..., Visit], name: str, scheme: str) -> None:
    pytest.importorskip("axe_playwright_python", reason="needs the dependency group `browser`")
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    several = brief(records()["faulty"]), brief(records()["faulty"]), records()["not-a-copy"]
    document = page_of(*several) if name == "several" else page_of(records()[name])
    seen = visit(document, policed=False, dark=scheme == "dark")
    seen.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    seen.page.evaluate(axe)
    found = seen.page.evaluate("axe.run()")["violations"]
    assert [(each["id"], each["impact"], each["nodes"][0]["html"]) for each in found] == []


def test_marks_are_told_to_those_who_do_not_see_them(visit: Callable[..., Visit]) -> None:
    told = visit(page_of(records()["faulty"])).page.locator(".line.differs").first.aria_snapshot()
    assert "- deletion: 2,200" in told
    assert "- insertion: 1,200" in told
    assert "Paragraph" in told


def test_reads_without_script(visit: Callable[..., Visit]) -> None:
    page = visit(page_of(records()["faulty"]), script=False).page
    assert not page.locator(".tools").is_visible()
    assert page.locator("ins", has_text="1,200").last.is_visible()
    fold = page.locator("details.fold").first
    assert not fold.get_by_text("HALLOWMERE").first.is_visible()
    fold.locator("summary").click()
    assert fold.get_by_text("HALLOWMERE").first.is_visible()


def test_keys_and_buttons_go_from_difference_to_difference(visit: Callable[..., Visit]) -> None:
    page = visit(page_of(records()["faulty"])).page

    def focused() -> tuple[str, str]:
        return page.evaluate("document.activeElement.textContent"), page.locator(".told").inner_text()

    page.keyboard.press("n")
    assert focused() == ("2,200", "1 of 3")
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert focused() == ("not", "3 of 3")
    page.keyboard.press("n")
    assert focused() == ("2,200", "1 of 3")
    page.keyboard.press("p")
    assert focused() == ("not", "3 of 3")
    page.get_by_role("button", name="Previous").click()
    assert page.locator(".told").inner_text() == "2 of 3"
    assert page.locator("del.current").inner_text().startswith("His neighbour")
    page.get_by_role("button", name="Use keys").click()
    page.keyboard.press("n")
    assert page.locator(".told").inner_text() == "2 of 3"


def test_one_class_can_be_shown_alone(visit: Callable[..., Visit]) -> None:
    page = visit(page_of(records()["disordered"])).page
    chosen = page.get_by_role("button", name="order")
    chosen.click()
    assert chosen.get_attribute("aria-pressed") == "true"
    assert page.locator(".told").inner_text() == "2 shown"
    lines = page.locator(".lines .line:visible:not(.heads)")
    assert lines.count() == 4
    assert page.locator("details.fold:visible").count() == 0
    page.keyboard.press("n")
    assert page.locator(".told").inner_text() == "1 of 2"
    page.get_by_role("button", name="All").click()
    assert lines.count() > 4


def test_the_tab_key_walks_in_the_order_of_reading(visit: Callable[..., Visit]) -> None:
    page = visit(page_of(records()["faulty"])).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    tops = []
    for _ in range(25):
        page.keyboard.press("Tab")
        tops.append(
            page.evaluate("document.activeElement.compareDocumentPosition(document.querySelector('footer')) & 4")
        )
    assert all(tops)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_prints_its_differences(visit: Callable[..., Visit]) -> None:
    page = visit(page_of(records()["faulty"]), dark=True).page
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert page.locator("ins", has_text="1,200").last.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf()[:5] == b"%PDF-"


# --- against pages ---------------------------------------------------------------------------------------


def titled(record: Record, payload: str) -> None:
    record["work"]["title"] = record["page"]["title"] = record["work"]["license"] = payload


def bylined(record: Record, payload: str) -> None:
    texts = record["texts"]
    assert texts
    for credit in texts["credits"]:
        credit["named"] = credit["what"] = payload
    texts["page"][0]["text"] = payload


def evidenced(record: Record, payload: str) -> None:
    for finding in record["findings"]:
        finding["message"] = finding["fix"] = finding["cause"] = finding["section"] = finding["clause"] = payload
        for piece in finding["evidence"]:
            piece["text"] = piece["lead"] = piece["tail"] = payload


def addressed(record: Record, payload: str) -> None:
    record["page"]["url"] = record["work"]["license_uri"] = payload


def attributed(record: Record, payload: str) -> None:
    texts = record["texts"]
    assert texts
    record["page"]["language"] = texts["language"] = payload
    record["envelope"]["checked_at"] = record["envelope"]["tool"] = payload
    for photo in texts["photos"]:
        photo["source"] = photo["alternative"] = payload
    for change in record["changes"]:
        change["class"] = change["level"] = payload


def worded(record: Record, payload: str) -> None:
    texts = record["texts"]
    assert texts
    for change in record["changes"]:
        change["before"] = change["after"] = payload
    for entry in (*texts["work"], *texts["page"]):
        entry["text"] = payload + entry["text"][len(payload) :]


CONTEXTS = (titled, bylined, evidenced, addressed, attributed, worded)


def poisoned(taint: Callable[[Record, str], None]) -> str:
    """One report with a copy for every payload."""
    tainted = [brief(records()["faulty"]) for _ in PAYLOADS]
    for record, payload in zip(tainted, PAYLOADS, strict=True):
        taint(record, payload)
    return page_of(*tainted)


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) == 62
    assert all("ran" in payload or "&#114;an" in payload for payload in PAYLOADS)


@pytest.mark.parametrize("taint", CONTEXTS)
@pytest.mark.parametrize("guarded", [True, False], ids=["policy", "no-policy"])
def test_no_payload_runs(visit: Callable[..., Visit], taint: Callable[[Record, str], None], guarded: bool) -> None:  # noqa: FBT001 (pytest gives it)
    document = poisoned(taint)
    if not guarded:
        document, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", document)
        assert count == 1
    seen = visit(document)
    seen.provoke()
    assert (seen.runs, seen.asked, seen.said) == ([], [], [])
    assert seen.at_home


def test_escaping_alone_would_not_do(visit: Callable[..., Visit]) -> None:
    addresses = [payload for payload in PAYLOADS if re.match(r"\s*java\t?script:", payload, re.IGNORECASE)]
    links = "".join(f'<a href="{escape(payload)}">x</a>' for payload in addresses)
    unquoted = "".join(f"<p title={escape(payload)}>x</p>" for payload in PAYLOADS if payload.startswith("x "))
    seen = visit(f"<!doctype html>{links}{unquoted}")
    seen.provoke()
    assert len(seen.runs) == len(addresses) + 1 == 6


def test_raw_text_would_run(visit: Callable[..., Visit]) -> None:
    ran = 0
    for payload in PAYLOADS[15:21]:
        seen = visit(f"<!doctype html><title>x</title><p>{payload}</p>")
        seen.provoke()
        ran += bool(seen.runs)
    assert ran >= 4
