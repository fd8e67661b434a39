"""Addresses are taken as browsers take them, or refused."""

from __future__ import annotations

import pytest
from address_vectors import DISGUISED
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.addresses import refusal
from licensecheck.errors import FetchError
from licensecheck.terms import Unread
from licensecheck.urls import LONGEST, Url, read_url

READ = {
    "http://news.example": "http://news.example/",
    "HTTPS://News.Example/A": "https://news.example/A",
    "https://news.example:443/a": "https://news.example/a",
    "http://news.example:80": "http://news.example/",
    "http://news.example:443/": "http://news.example:443/",
    "http://news.example:/": "http://news.example/",
    "https://news.example:8443/a?b=c#d": "https://news.example:8443/a?b=c",
    "https://news.example?a": "https://news.example/?a",
    "https://news.example#a": "https://news.example/",
    "https://news.example/a b": "https://news.example/a%20b",
    "https://news.example/á?ü": "https://news.example/%C3%A1?%C3%BC",
    "https://news.example/%7Ea%zz": "https://news.example/%7Ea%zz",
    'https://news.example/"<>`{}^': "https://news.example/%22%3C%3E%60%7B%7D%5E",
    "https://news.example/a@b:c": "https://news.example/a@b:c",
    "https://bücher.example/": "https://xn--bcher-kva.example/",
    "https://straße.example/": "https://xn--strae-oqa.example/",
    "https://xn--bcher-kva.example/": "https://xn--bcher-kva.example/",
    "https://ｎｅｗｓ.example/": "https://news.example/",
    "https://news。example/": "https://news.example/",
    "https://a_b.example/": "https://a_b.example/",
    "https://r3---sn-x.example/": "https://r3---sn-x.example/",
    "http://192.0.2.1/": "http://192.0.2.1/",
    "http://127。0。0。1/": "http://127.0.0.1/",
    "http://[2001:DB8:0:0::1]:8080/": "http://[2001:db8::1]:8080/",
    "http://[::ffff:127.0.0.1]/": "http://[::ffff:7f00:1]/",
    "http://news.example//b.example/": "http://news.example//b.example/",
}
REFUSED = (
    "",
    "news.example",
    "//news.example/",
    "/a",
    "http:",
    "http:/news.example",
    "http:news.example",
    "http://",
    "http:///a",
    "http://?a",
    "http://#a",
    "http://:80/",
    "https//news.example",
    " http://news.example/",
    "ftp://news.example/",
    "file:///etc/hostname",
    "file://localhost/etc/hostname",
    "data:text/html,a",
    "javascript:alert(1)",
    "gopher://news.example:70/_x",
    "ws://news.example/",
    "http+unix://%2Frun%2Fdocker.sock/",
    "http://user@news.example/",
    "http://user:secret@news.example/",
    "http://news.example@127.0.0.1/",
    "http://@news.example/",
    "http://127.0.0.1:80@news.example/",
    "http:\\\\news.example\\",
    "http://news.example\\@127.0.0.1/",
    "http://127.0.0.1\\.news.example/",
    "https://news.example/\\",
    "http://news.example\t/",
    "http://ne\nws.example/",
    "http://news.example/a\r\nHost: b",
    "http://news.example\0.b/",
    "http://news.example/\x7f",
    "http://news example/",
    "http://news..example/",
    "http://.example/",
    "http://news.example./",
    "http://-news.example/",
    "http://news-.example/",
    "http://ne*ws.example/",
    "http://ne%77s.example/",
    "http://news.example,b/",
    "http://news.example:port/",
    "http://news.example:65536/",
    "http://news.example:-1/",
    "http://news.example:８０/",
    "http://news.example:80:80/",
    "http://[::1/",
    "http://::1/",
    "http://[::g]/",
    "http://[::1%25lo]/",
    "http://[::1]a/",
    "http://[v1.x]/",
    "http://xn--/",
    "http://xn--a/",
    "http://\ud800.example/",
    "http://news.example/\ud800",
    "http://\u00ad/",
    f"http://{'a' * 64}.example/",
    f"http://{'a.' * 130}example/",
    f"http://news.example/{'a' * LONGEST}",
)
BASE = Url("https", "news.example", 443, "/a/b?c")
JOINED = {
    "d": "https://news.example/a/d",
    "/d": "https://news.example/d",
    "?d": "https://news.example/a/b?d",
    "../../../d": "https://news.example/d",
    "//b.example/d": "https://b.example/d",
    "http://b.example": "http://b.example/",
    "#d": "https://news.example/a/b?c",
    "": "https://news.example/a/b?c",
}


@pytest.mark.parametrize("text", READ)
def test_read(text: str) -> None:
    url = read_url(text)
    assert url.text == READ[text]
    assert read_url(url.text) == url


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(FetchError) as caught:
        read_url(text)
    assert caught.value.reason is Unread.REFUSED
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("host", DISGUISED)
def test_disguised_addresses_are_refused_one_way_or_the_other(host: str) -> None:
    try:
        url = read_url(f"http://{host}/")
    except FetchError:
        return
    assert refusal(url.host)


@pytest.mark.parametrize("location", JOINED)
def test_relative_to_another(location: str) -> None:
    assert read_url(location, BASE).text == JOINED[location]


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/hostname", "\\\\b.example", "//u@b.example", "//[::1", "ftp://b", "\t/d", "http:d", "http:///d",
        "//", "///d", " http://b.example", "d:e",
    ],
)  # fmt: skip
def test_what_a_redirect_may_not_say(location: str) -> None:
    with pytest.raises(FetchError):
        read_url(location, BASE)


@given(st.text(alphabet="htp:/\\@[]%.#? a1x-é\t\n\0：／", max_size=30))
def test_whatever_is_read_is_plain(text: str) -> None:
    for written, base in ((f"http://{text}", None), (text, BASE)):
        try:
            url = read_url(written, base)
        except FetchError:
            continue
        assert url.text.isascii()
        assert not set(url.netloc) & set("@/\\ #?%\t\n\0")
        assert read_url(url.text) == url
