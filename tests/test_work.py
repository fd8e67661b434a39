"""A file is taken for what it is: JSON, TOML, text, or no work at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.errors import InputError, ManifestError
from licensecheck.licenses import License
from licensecheck.model import Paragraph, Work
from licensecheck.work import Supplied, load_work, new_work

JSON = json.dumps({"schema_version": "1", "titles": ["Ferries"], "body": ["They are back."]}).encode()
TOML = b'# ours\nschema_version = "1"\ntitles = ["Ferries"]\npublished = 2024-05-02\nbody = ["They are back."]\n'
MARK = b"\xef\xbb\xbf"


@pytest.mark.parametrize("name", ["ferries.json", "FERRIES.JSON", "-", "ferries"])
@pytest.mark.parametrize("data", [JSON, MARK + JSON, b"\r\n " + JSON])
def test_json(data: bytes, name: str) -> None:
    assert load_work(data, name) == Work(body=(Paragraph("They are back."),), titles=("Ferries",))


@pytest.mark.parametrize("name", ["ferries.toml", "-"])
@pytest.mark.parametrize("data", [TOML, MARK + TOML])
def test_toml(data: bytes, name: str) -> None:
    work = load_work(data, name)
    assert work == Work(body=(Paragraph("They are back."),), titles=("Ferries",), published="2024-05-02")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"They are back.\n", "ferries.txt"),
        (b"They are back.", "-"),
        (MARK + b"They are back.", "ferries.md"),
        (b"They are\r\nback.\r\n\r\n", "https://gazette.example/ferries"),
    ],
)
def test_text(data: bytes, name: str) -> None:
    assert load_work(data, name) == Work(body=(Paragraph("They are back."),))


def test_a_text_may_begin_like_json() -> None:
    assert load_work(b"{Ferries} are back.", "a.txt").text == "{Ferries} are back."
    assert load_work(b'schema_version = "1"', "a.txt").text == 'schema_version = "1"'


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.txt", r"^a\.txt: is empty"),
        (b" \n", "-", "^-: is empty"),
        ("\u00a0\n".encode(), "a.txt", r"^a\.txt: holds no text"),
        (b"<!DOCTYPE html><p>Text", "a.txt", r"^a\.txt: looks like a web page.*repubcheck work new"),
        (MARK + b"\n<p>Text</p>", "-", "looks like a web page"),
        (b"Text", "a.HTML", "looks like a web page"),
        (b"\x89PNG\r\n\x1a\n\x00", "a.png", "is not text"),
        (b"[", "a.json", "is not JSON"),
        (b'{"body": ["caf\xe9"]}', "-", "is not UTF-8"),
        (b"body", "a.toml", "is not TOML"),
        (JSON[:-1], "-", "is not JSON"),
    ],
)
def test_refused(data: bytes, name: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        load_work(data, name)


@given(st.binary(max_size=80), st.sampled_from(["a.json", "a.toml", "a.txt", "-"]))
def test_any_bytes_are_a_work_or_an_input_error(data: bytes, name: str) -> None:
    try:
        work = load_work(data, name)
    except InputError:
        return
    assert work.body


def test_new_work_joins_what_is_said_to_what_is_read() -> None:
    data = b"They are back.\n\nLicensed under CC BY 4.0."
    supplied = Supplied(
        authors=("Ada Example", "Ben Sample"),
        attribution_parties=("The Lakeside Gazette",),
        source_urls=("https://gazette.example/ferries",),
        published="2024-05-02",
    )
    work = new_work(data, "a.txt", supplied)
    assert work.text == "They are back."
    assert work.license == License("by", "4.0")
    assert (work.authors, work.parties) == (("Ada Example", "Ben Sample"), ("The Lakeside Gazette",))
    assert (work.sources, work.published) == (("https://gazette.example/ferries",), "2024-05-02")


def test_what_is_said_outweighs_the_file() -> None:
    data = b"They are back.\n\nLicensed under CC BY 4.0."
    supplied = Supplied(license="https://creativecommons.org/licenses/by-nc/4.0/")
    assert new_work(data, "a.txt", supplied).license == License("by-nc", "4.0")


def test_nothing_said_stays_unknown() -> None:
    assert new_work(b"They are back.", "a.txt", Supplied()) == Work(body=(Paragraph("They are back."),))


def test_mistakes_in_what_is_said_come_all_at_once() -> None:
    supplied = Supplied(authors=(" ",), source_urls=("gazette.example",), published="May", license="CC BY")
    with pytest.raises(ManifestError) as caught:
        new_work(b"They are back.", "a.txt", supplied)
    paths = [mistake.path for mistake in caught.value.mistakes]
    assert paths == ["$.authors[0]", "$.license", "$.published", "$.source_urls[0]"]


def test_plain_text_does_without_jsonschema() -> None:
    script = "import sys, licensecheck.work as w; w.load_work(b'Text', '-'); print('jsonschema' in sys.modules)"
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"
