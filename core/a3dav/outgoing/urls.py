"""Addresses as people type them, taken apart strictly: what two programs read differently is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from a3dav.outgoing.addresses import literal
from a3dav.outgoing.errors import OutgoingError

LONGEST = 4096
PORTS = {"http": 80, "https": 443}
_STRANGE = re.compile(r"[\x00-\x20\x7f\\]")
_NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*", re.ASCII)
_SAFE = "/%:@!$&'()*+,;=~-._?"


@dataclass(slots=True, frozen=True)
class Target:
    """An address in its parts; `credentials` are name and password that stood before the host."""

    scheme: str
    host: str
    port: int
    path: str
    credentials: str = ""

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port (RFC 6454): what may be told of an address."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The address without credentials."""
        return self.origin + self.path


def parse(text: str) -> Target:
    """Takes an address apart; raises OutgoingError, without repeating it, for one that cannot be asked."""
    if len(text) > LONGEST or _STRANGE.search(text):
        raise _malformed("is too long, or holds characters that no address has")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise _malformed("is malformed") from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise _malformed("does not begin with https://")
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return Target(scheme, _host(parts), port or PORTS[scheme], path, _credentials(parts))


def follow(base: Target, location: str) -> Target:
    """Where a redirect leads; its credentials are those of who asked, or none."""
    try:
        joined = urljoin(base.url, location.strip())
    except ValueError as error:
        raise _malformed("is malformed") from error
    target = parse(joined)
    credentials = base.credentials if target.origin == base.origin else ""
    return Target(target.scheme, target.host, target.port, target.path, credentials)


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError as error:
        raise _malformed("names a host that cannot be") from error
    if "%" in host or (literal(host) is None and not (_NAME.fullmatch(host) and len(host) <= 253)):
        raise _malformed("names no host that can be asked")
    return host


def _credentials(parts: SplitResult) -> str:
    if parts.username is None:
        return ""
    return f"{unquote(parts.username)}:{unquote(parts.password or '')}"


def _malformed(how: str) -> OutgoingError:
    return OutgoingError(f"the address {how}", final=True)
