"""Where a visit may go, step by step, and what it says of itself."""

from __future__ import annotations

import pytest

from licensecheck.errors import FetchError, UsageError
from licensecheck.terms import Unread
from licensecheck.urls import read_url
from licensecheck.visits import (
    LIMITS,
    Fetched,
    Hop,
    Limits,
    admit,
    admit_addresses,
    onward,
    private_host,
    request_headers,
)

A, B = "https://a.example/", "https://b.example/"


def reason(*steps: Hop, location: str | None = None, limits: Limits = LIMITS) -> Unread:
    with pytest.raises(FetchError) as caught:
        onward(steps, location, limits)
    return caught.value.reason


def test_a_page_is_the_end_and_a_redirect_leads_on() -> None:
    assert onward([Hop(A, 200)], B, LIMITS) is None
    for status in (301, 302, 303, 307, 308):
        further = onward([Hop(A, status)], "/x", LIMITS)
        assert further is not None
        assert further.text == "https://a.example/x"


@pytest.mark.parametrize(
    "status", [100, 101, 201, 204, 205, 206, 226, 300, 304, 305, 400, 404, 410, 418, 500, 503, 999]
)
def test_any_other_answer_is_no_page(status: int) -> None:
    assert reason(Hop(A, status), location=B) is Unread.STATUS


@pytest.mark.parametrize("status", [401, 402, 403, 407, 429, 451])
def test_some_answers_mean_us(status: int) -> None:
    assert reason(Hop(A, status)) is Unread.BLOCKED


def test_redirects_end() -> None:
    assert reason(Hop(A, 302), location=A) is Unread.REDIRECTS
    assert reason(Hop(A, 302), Hop(B, 302), location=f"{A}#other") is Unread.REDIRECTS
    steps = [Hop(f"{A}{number}", 301) for number in range(11)]
    assert onward(steps[:10], B, LIMITS) is not None
    assert reason(*steps, location=B) is Unread.REDIRECTS
    assert reason(Hop(A, 302)) is Unread.STATUS
    assert reason(Hop(A, 302), location="file:///etc/hostname") is Unread.REFUSED


@pytest.mark.parametrize("port", [1, 21, 22, 25, 81, 3306, 6379, 8080, 8443, 9200, 11211, 65535])
def test_ports(port: int) -> None:
    url = read_url(f"https://a.example:{port}/")
    with pytest.raises(FetchError, match=str(port)):
        admit(url, LIMITS)
    admit(url, LIMITS._replace(ports=frozenset({port})))
    admit(url, LIMITS._replace(private=frozenset({f"a.example:{port}"})))
    with pytest.raises(FetchError):
        admit(url, LIMITS._replace(private=frozenset({"a.example"})))


def test_one_bad_address_condemns_a_name() -> None:
    admit_addresses("a.example", 443, ["93.184.216.34", "2606:2800:220:1::1"], LIMITS)
    for bad in ("127.0.0.1", "fd00::1", "::ffff:10.0.0.1"):
        for answer in ([bad], ["93.184.216.34", bad], [bad, "93.184.216.34"]):
            with pytest.raises(FetchError, match=r"a\.example is at"):
                admit_addresses("a.example", 443, answer, LIMITS)
            for private in ("a.example", "a.example:443"):
                admit_addresses("a.example", 443, answer, LIMITS._replace(private=frozenset({private})))
            with pytest.raises(FetchError):
                admit_addresses("a.example", 443, answer, LIMITS._replace(private=frozenset({"b.example"})))


def test_literals_are_judged_before_anything_is_dialled() -> None:
    with pytest.raises(FetchError, match="this machine"):
        admit(read_url("http://[::1]/"), LIMITS)
    admit(read_url("http://[::1]/"), LIMITS._replace(private=frozenset({"::1"})))


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("staging.example", "staging.example"),
        ("Staging.Example:8000", "staging.example:8000"),
        ("staging.example:80", "staging.example:80"),
        ("10.0.0.7", "10.0.0.7"),
        ("[::1]", "::1"),
        ("[::1]:8000", "[::1]:8000"),
    ],
)
def test_private_hosts(written: str, host: str) -> None:
    allowed = private_host(written)
    assert allowed == host
    limits = LIMITS._replace(private=frozenset({allowed}))
    url = read_url(f"http://{written}/")
    assert limits.opens(url.host, url.port)
    assert not limits.opens("other.example", url.port)


@pytest.mark.parametrize("written", ["", "http://x/", "x/", "x/y", "u@x", "x:y", "10.0.0.0/8", "*", "*.example"])
def test_what_is_no_host(written: str) -> None:
    with pytest.raises(UsageError, match="HOST:PORT"):
        private_host(written)


def test_who_asks() -> None:
    headers = request_headers(LIMITS._replace(contact="mailto:desk@paper.example"))
    assert headers["User-Agent"].startswith("repubcheck/")
    assert headers["User-Agent"].endswith("(+mailto:desk@paper.example)")
    assert headers["Accept-Encoding"] == "gzip"
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)


@pytest.mark.parametrize("contact", ["", "a b", "a\r\nCookie: b", "a)", "é"])
def test_a_contact_cannot_write_headers(contact: str) -> None:
    with pytest.raises(UsageError, match="contact"):
        request_headers(LIMITS._replace(contact=contact))


def test_a_downgrade_is_seen() -> None:
    page = Fetched("", "", 200, (), None, b"", (Hop("https://a.example/", 301), Hop("http://a.example/", 200)))
    assert page.downgraded
    assert not page._replace(hops=page.hops[::-1]).downgraded
