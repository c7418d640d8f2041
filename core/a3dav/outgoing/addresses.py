"""Which addresses of the network may be connected to on behalf of somebody else."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from a3dav.outgoing.errors import OutgoingError

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Iterable[str]]

# The special-purpose registries of RFC 6890, multicast and what is reserved; not `is_global`, whose
# opinion differs between releases of Python.
_WITHHELD_4 = [
    IPv4Network(text)
    for text in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/3",
    )
]  # fmt: skip
_GLOBAL_6 = IPv6Network("2000::/3")
"""Outside of it lie loopback, private, link-local, multicast, mapped and translated addresses (RFC 4291, RFC 6052)."""
_WITHHELD_6 = [IPv6Network(text) for text in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")]


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open network, and not to one that only this machine may see."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _WITHHELD_4)
    return address in _GLOBAL_6 and not any(address in network for network in _WITHHELD_6)


def literal(host: str) -> Address | None:
    """The address that a host is, if it is no name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def system_addresses(host: str, port: int) -> list[str]:
    """What the resolver of this machine says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Judge:
    """Tells which addresses of a host may be connected to; `allowed` names hosts, `*.` domains and networks."""

    def __init__(self, allowed: Sequence[str], resolve: Resolve = system_addresses) -> None:
        self._resolve = resolve
        self._names: set[str] = set()
        self._networks: list[IPv4Network | IPv6Network] = []
        for entry in allowed:
            try:
                self._networks.append(ip_network(entry, strict=False))
            except ValueError:
                self._names.add(entry.lower().rstrip("."))

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host that may be connected to, in the order of the resolver; raises without any."""
        given = literal(host)
        found = [given] if given is not None else self._found(host, port)
        fit = [str(address) for address in found if self._named(host) or self._fits(address)]
        if not fit:
            raise _withheld(host)
        return fit

    def refuse_literal(self, host: str) -> None:
        """Raises for a host that is an address which may not be connected to; names are not looked up."""
        address = literal(host)
        if address is not None and not self._fits(address):
            raise _withheld(host)

    def _found(self, host: str, port: int) -> list[Address]:
        try:
            texts = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise OutgoingError(f"the name {host} cannot be resolved") from error
        return [address for address in map(literal, texts) if address is not None]

    def _fits(self, address: Address) -> bool:
        return is_public(address) or any(address in network for network in self._networks)

    def _named(self, host: str) -> bool:
        above = host.partition(".")[2]
        domains = {host}
        while above:
            domains.add(f"*.{above}")
            above = above.partition(".")[2]
        return not domains.isdisjoint(self._names)


def _withheld(host: str) -> OutgoingError:
    return OutgoingError(f"{host} is in a private network; outgoing.allowed can name it", final=True)
