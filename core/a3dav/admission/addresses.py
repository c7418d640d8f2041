"""Who counts as one client: an IPv4 address, or what one customer has of IPv6, a network of 64 bits."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

NOBODY = 0


class Clients:
    """Numbers of addresses; those of a list, and what is no address, have none."""

    def __init__(self, exempt: Iterable[str]) -> None:
        self._exempt = [ip_network(network, strict=False) for network in exempt]

    def number(self, peer: str) -> int:
        try:
            address = _plain(ip_address(peer))
        except ValueError:
            return NOBODY
        return NOBODY if self._is_exempt(address) else number_of(address)

    def is_exempt(self, peer: str) -> bool:
        return self._is_exempt(_plain(ip_address(peer)))

    def _is_exempt(self, address: IPv4Address | IPv6Address) -> bool:
        return any(address in network for network in self._exempt)


def number_of(address: IPv4Address | IPv6Address) -> int:
    """64 bits; networks of IPv6 begin above all of IPv4, the reserved ::/32 has no number."""
    address = _plain(address)
    if isinstance(address, IPv4Address):
        return int(address)
    network = int(address) >> 64
    return network if network >> 32 else NOBODY


def shown(number: int) -> str:
    """The address or network of a number."""
    if number >> 32:
        return str(IPv6Network((number << 64, 64)))
    return str(IPv4Address(number))


def _plain(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    return getattr(address, "ipv4_mapped", None) or address
