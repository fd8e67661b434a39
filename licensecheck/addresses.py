"""Which IP addresses are public: all others belong to somebody's own network and are not visited."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# IANA's special-purpose registries (RFC 6890) and address space registries, read 2025. The table is our own, as what
# Python calls global changes with its version and, in 3.11, holds `::127.0.0.1`, `2002:7f00:1::` and `64:ff9b::7f00:1`.
# The narrower network stands before the wider.
_SPECIAL = tuple(
    (ip_network(network), kind)
    for network, kind in {
        "0.0.0.0/8": "this network",
        "10.0.0.0/8": "a private network",
        "100.64.0.0/10": "a carrier's own network",
        "127.0.0.0/8": "this machine",
        "168.63.129.16/32": "a cloud platform's own service",  # Azure's; public by every registry
        "169.254.0.0/16": "link-local",
        "172.16.0.0/12": "a private network",
        "192.0.0.0/24": "set aside for protocols",
        "192.0.2.0/24": "set aside for documentation",
        "192.88.99.0/24": "a 6to4 relay",
        "192.168.0.0/16": "a private network",
        "198.18.0.0/15": "set aside for benchmarks",
        "198.51.100.0/24": "set aside for documentation",
        "203.0.113.0/24": "set aside for documentation",
        "224.0.0.0/4": "multicast",
        "240.0.0.0/4": "reserved",
        "::/128": "unspecified",
        "::1/128": "this machine",
        "2001::/32": "a Teredo tunnel",
        "2001::/23": "set aside for protocols",
        "2001:db8::/32": "set aside for documentation",
        "2002::/16": "a 6to4 tunnel",
        "3fff::/20": "set aside for documentation",
        "fc00::/7": "a private network",
        "fe80::/10": "link-local",
        "fec0::/10": "a private network",
        "ff00::/8": "multicast",
    }.items()
)
_UNICAST = ip_network("2000::/3")  # all that was ever given out for the public (RFC 4291 §2.4)
_NAT64 = ip_network("64:ff9b::/96")  # a network without IPv4 reaches IPv4 hosts through it (RFC 6052 §2.1)


def is_literal(host: str) -> bool:
    """Whether a host is an IP address, as `127.0.0.1` or `::1`, and no name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def refusal(address: str) -> str | None:
    """What an IP address is if it is not public, `None` if it is; `ValueError` for what is no IP address."""
    judged = _embedded(ip_address(address))
    kind = next((kind for network, kind in _SPECIAL if judged in network), None)
    if kind or isinstance(judged, IPv4Address):
        return kind
    return None if judged in _UNICAST and not judged.scope_id else "reserved"


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that packets to an IPv6 address end up at, if there is one."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address


def dial_order(addresses: Sequence[str]) -> tuple[str, ...]:
    """The addresses of a host, its IPv6 and IPv4 ones in turn, so that either may be out of order (RFC 8305 §4)."""
    families = [[each for each in addresses if (":" in each) == (":" in addresses[0])]]
    families.append([each for each in addresses if each not in families[0]])
    return tuple(filter(None, chain.from_iterable(zip_longest(*families))))
