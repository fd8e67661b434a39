"""Public addresses are told from all others, whatever IPv6 wraps around them."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from address_vectors import PUBLIC, REFUSED
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.addresses import dial_order, is_literal, refusal

PRIVATE = tuple(map(ip_network, ("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16")))


def test_there_are_enough_vectors() -> None:
    assert len(set(REFUSED)) >= 150
    assert len(set(PUBLIC)) >= 30


@pytest.mark.parametrize("address", REFUSED)
def test_other_addresses_are_refused(address: str) -> None:
    assert refusal(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_visited(address: str) -> None:
    assert refusal(address) is None


@given(st.ip_addresses(v=4))
def test_what_wraps_an_ipv4_address_changes_nothing_or_is_refused(inner: IPv4Address) -> None:
    kind = refusal(str(inner))
    number = int(inner)
    assert refusal(f"::ffff:{inner}") == kind
    assert refusal(f"64:ff9b::{inner}") == kind
    for wrapped in (number, (0x2002 << 112) | (number << 80), (0x20010000 << 96) | (number << 64)):
        assert refusal(str(IPv6Address(wrapped)))


@given(st.sampled_from(PRIVATE), st.integers(min_value=0, max_value=2**24))
def test_no_address_of_a_private_network_is_public(network: object, offset: int) -> None:
    inside = ip_network(str(network))
    assert refusal(str(inside[offset % inside.num_addresses]))


@given(st.ip_addresses(v=6))
def test_only_given_out_unicast_is_public(address: IPv6Address) -> None:
    if refusal(str(address)) is None:
        assert address in ip_network("2000::/3") or address in ip_network("64:ff9b::/96") or address.ipv4_mapped


def test_what_python_calls_global_does_not_decide() -> None:
    taken_for_global = [
        each for each in ("2002:7f00:1::", "168.63.129.16", "::127.0.0.1") if ip_address(each).is_global
    ]
    assert "168.63.129.16" in taken_for_global
    assert all(map(refusal, taken_for_global))


@pytest.mark.parametrize(
    ("host", "literal"), [("127.0.0.1", True), ("::1", True), ("127.1", False), ("a.example", False)]
)
def test_literals(host: str, *, literal: bool) -> None:
    assert is_literal(host) is literal


def test_what_is_no_address_is_an_error() -> None:
    with pytest.raises(ValueError, match="news"):
        refusal("news.example")


@pytest.mark.parametrize(
    ("found", "order"),
    [
        ("", ""),
        ("1.1.1.1", "1.1.1.1"),
        ("::a ::b ::c 1.1.1.1", "::a 1.1.1.1 ::b ::c"),
        ("1.1.1.1 1.1.1.2 1.1.1.3 ::a ::b", "1.1.1.1 ::a 1.1.1.2 ::b 1.1.1.3"),
    ],
)
def test_neither_family_is_kept_waiting(found: str, order: str) -> None:
    assert dial_order(found.split()) == tuple(order.split())
