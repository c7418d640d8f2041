"""What a trusted proxy tells of the request it passes on: RFC 7239 Forwarded, or X-Forwarded-*.

Headers of anybody else are left alone. The chain is read from its end: the hop that a trusted proxy
names is the client, unless it is a trusted proxy itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from a3dav.errors import BadRequest
from a3dav.exchange import Request

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(:\d{1,5})?", re.ASCII)
_PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+){1,8}", re.ASCII)
_PAIR = re.compile(r'\s*([A-Za-z]+)\s*=\s*(?:"((?:[^"\\]|\\.){0,300})"|([^\s";,]{0,300}))\s*(;|,|$)')
MAX_HOPS = 32


@dataclass(frozen=True, slots=True)
class Hop:
    """What one proxy said of the connection it received."""

    address: str = ""
    scheme: str = ""
    host: str = ""


class Forwarding:
    """The proxies that are trusted, and the address that clients see."""

    def __init__(self, proxies: Sequence[str], public_url: str) -> None:
        self._trusts = membership(proxies)
        url = urlsplit(public_url)
        self._public = Hop(scheme=url.scheme, host=url.netloc)
        self._mount = url.path.rstrip("/")

    def apply(self, request: Request) -> None:
        """Corrects peer, scheme, hosts and mount point of a request; raises BadRequest for a false Forwarded."""
        request.via = request.peer
        request.mount = self._mount
        request.hosts = tuple(filter(None, (request.header("host"), self._public.host)))
        if self._trusts(request.peer):
            self._follow(request, self._edge(list(_hops(request))))
        if request.mount:
            request.raw_path = _below(request.raw_path, request.mount.encode())

    def origin(self, request: Request) -> str:
        """Scheme and host under which the client reaches this server."""
        if self._public.host:
            return f"{self._public.scheme}://{self._public.host}"
        host = request.hosts[-1] if request.hosts else request.header("host")
        return f"{request.scheme}://{host}"

    def _follow(self, request: Request, hop: Hop) -> None:
        if hop.address:
            request.peer = hop.address
        # A proxy that does not say how the client came is believed to have taken care of it.
        request.scheme = hop.scheme if hop.scheme in {"http", "https"} else self._public.scheme or "https"
        if _HOST.fullmatch(hop.host):
            request.hosts = (*request.hosts, hop.host)
        prefix = request.header("x-forwarded-prefix").rpartition(",")[2].strip().rstrip("/")
        if not self._mount and _PREFIX.fullmatch(prefix) and not set(prefix.split("/")) & {".", ".."}:
            request.mount = prefix

    def _edge(self, hops: Sequence[Hop]) -> Hop:
        """The hop of the outermost proxy that is trusted."""
        for hop in reversed(hops):
            if not self._trusts(hop.address):
                return hop
        return hops[0] if hops else Hop()


def membership(networks: Sequence[str]) -> Callable[[str], bool]:
    """Tells whether an address is in one of these networks."""
    known = [ip_network(network, strict=False) for network in networks]

    @lru_cache(maxsize=10_000)
    def trusts(address: str) -> bool:
        found = _address(address)
        return found is not None and any(found in network for network in known)

    return trusts if known else lambda _: False


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text)
    except ValueError:
        return None
    mapped = getattr(found, "ipv4_mapped", None)
    return mapped or found


@lru_cache(maxsize=4096)
def is_loopback(peer: str) -> bool:
    found = _address(peer)
    return found is not None and found.is_loopback


def _hops(request: Request) -> Iterator[Hop]:
    """Hops from the client inwards."""
    if header := request.header("forwarded"):
        yield from _forwarded(header)
        return
    addresses = _list(request.header("x-forwarded-for"))
    schemes = _list(request.header("x-forwarded-proto"))
    hosts = _list(request.header("x-forwarded-host"))
    count = max(len(addresses), 1)
    for index, address in enumerate(addresses or [""]):
        yield Hop(_bare(address), _of(schemes, index, count).lower(), _of(hosts, index, count))


def _list(header: str) -> list[str]:
    return [part.strip() for part in header.split(",")[-MAX_HOPS:]] if header else []


def _of(values: Sequence[str], index: int, count: int) -> str:
    """The value of a hop; a proxy that replaces a header, and does not add to it, leaves one for all."""
    if len(values) == count:
        return values[index]
    return values[-1] if values else ""


def _forwarded(header: str) -> Iterator[Hop]:
    """RFC 7239 §4: elements by comma, pairs by semicolon, values as tokens or quoted strings."""
    found: dict[str, str] = {}
    position = 0
    for _ in range(4 * MAX_HOPS):
        match = _PAIR.match(header, position)
        if match is None:
            raise BadRequest(f"the Forwarded header is malformed at {header[position : position + 40]!r}")
        name, quoted, token, end = match.groups()
        found[name.lower()] = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else token
        position = match.end()
        if end != ";":
            yield Hop(_bare(found.get("for", "")), found.get("proto", "").lower(), found.get("host", ""))
            found = {}
        if position >= len(header):
            return
    raise BadRequest("the Forwarded header has too many hops")


def _bare(node: str) -> str:
    """The address of a node without brackets and port; "" for an obfuscated or unknown one (RFC 7239 §6)."""
    if node.startswith("["):
        node = node[1:].partition("]")[0]
    elif node.count(":") == 1:
        node = node.partition(":")[0]
    return node if _address(node) is not None else ""


def _below(raw_path: bytes, mount: bytes) -> bytes:
    """The path below the mount point, whether the proxy took the prefix off already or not."""
    if raw_path == mount:
        return b"/"
    return raw_path[len(mount) :] if raw_path.startswith(mount + b"/") else raw_path
