"""The client: one request, its redirects, and an answer that is bounded in size and time."""

from __future__ import annotations

import base64
import ssl
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from a3dav import __version__
from a3dav.config.model import MIB, OutgoingSettings
from a3dav.outgoing.addresses import Judge, Resolve, system_addresses
from a3dav.outgoing.bodies import CODINGS, gather
from a3dav.outgoing.errors import OutgoingError
from a3dav.outgoing.urls import PORTS, Target, follow, parse

if TYPE_CHECKING:
    import httpcore

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
MAX_REDIRECTS = 5
MOST_OF_A_REFUSAL = 4096
IDLE_SECONDS = 30.0
_PRIVATE = frozenset({"authorization", "cookie"})


@dataclass(slots=True, frozen=True, kw_only=True)
class Asked:
    """A request; redirects of GET and HEAD are followed, unless only this very address may answer.

    `etag` and `modified` are those of an earlier answer, which is asked for only if it changed. `limit` bounds
    the bytes of the body, unpacked, and `seconds` everything together (0 = outgoing.seconds).
    """

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    etag: str = ""
    modified: str = ""
    limit: int = MIB
    seconds: float = 0
    follows: bool = True


@dataclass(slots=True, frozen=True)
class Answer:
    """An answer, whatever its status; header names are lower case.

    `url` is where it came from; `moved` is where to ask from now on, if the server says so. The body of a
    refusal is cut to its beginning.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    moved: str = ""

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def unchanged(self) -> bool:
        return self.status == 304

    def retry_after(self, now: float) -> int:
        """Seconds that the server asks to wait (RFC 9110 §10.2.3), 0 where it does not."""
        value = self.headers.get("retry-after", "").strip()
        if value.isascii() and value.isdigit():
            return int(value[:9])
        try:
            return max(int(parsedate_to_datetime(value).timestamp() - now), 0)
        except (ValueError, TypeError, OverflowError):
            return 0


class Outgoing:
    """The one way out for requests that users cause; connections are kept a while for the next request."""

    def __init__(self, settings: OutgoingSettings, resolve: Resolve = system_addresses) -> None:
        self._settings = settings
        self._judge = Judge(settings.allowed, resolve)
        self._pool: httpcore.ConnectionPool | None = None
        self._lock = threading.Lock()

    def refuse(self, url: str) -> None:
        """Raises for an address that will never be asked; looks up no name, so that requests may call it."""
        self._target(parse(url))

    def ask(self, asked: Asked) -> Answer:
        """Sends a request; raises OutgoingError where no whole answer comes."""
        from a3dav.outgoing.network import until

        target, moved, permanent = parse(asked.url), "", True
        with until(time.monotonic() + (asked.seconds or self._settings.seconds)):
            for _ in range(MAX_REDIRECTS + 1):
                answer = self._once(asked, self._target(target), moved)
                location = answer.headers.get("location", "")
                if not asked.follows or asked.method not in {"GET", "HEAD"}:
                    return answer
                if answer.status not in REDIRECTS or not location:
                    return answer
                target = follow(target, location)
                permanent = permanent and answer.status in PERMANENT
                moved = target.url if permanent else moved
        raise OutgoingError(f"{parse(asked.url).origin} redirects more than {MAX_REDIRECTS} times")

    def close(self) -> None:
        with self._lock:
            if self._pool is not None:
                self._pool.close()
                self._pool = None

    def _target(self, target: Target) -> Target:
        if target.scheme != "https" and not self._settings.clear_text:
            raise OutgoingError(f"{target.origin} is not https; outgoing.clear_text would allow it", final=True)
        self._judge.refuse_literal(target.host)
        return target

    def _once(self, asked: Asked, target: Target, moved: str) -> Answer:
        import httpcore

        given = parse(asked.url)
        headers = _headers(asked, target, foreign=target.origin != given.origin)
        url = httpcore.URL(
            scheme=target.scheme.encode(), host=target.host.encode(), target=target.path.encode(),
            port=None if target.port == PORTS[target.scheme] else target.port,
        )  # fmt: skip
        try:
            with self._open().stream(asked.method, url, headers=headers, content=asked.body or None) as response:
                found = _joined(response.headers)
                good = 200 <= response.status < 300
                limit = asked.limit if good else min(asked.limit, MOST_OF_A_REFUSAL)
                coding = found.get("content-encoding", "")
                pieces: Iterable[bytes] = response.iter_stream()
                body = gather(pieces, coding, limit, target.origin, cut=not good)
                return Answer(response.status, found, body, target.url, moved)
        except httpcore.TimeoutException as error:
            raise OutgoingError(f"{target.origin} did not answer in time") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
            raise OutgoingError(_sentence(target, error)) from error

    def _open(self) -> httpcore.ConnectionPool:
        with self._lock:
            if self._pool is None:
                self._pool = self._made()
            return self._pool

    def _made(self) -> httpcore.ConnectionPool:
        import httpcore

        from a3dav.outgoing.network import CheckedNetwork

        proxy = _proxy(self._settings.proxy) if self._settings.proxy else None
        return httpcore.ConnectionPool(
            ssl_context=_trust(self._settings.ca_file), keepalive_expiry=IDLE_SECONDS, max_connections=10,
            proxy=proxy, network_backend=CheckedNetwork(None if proxy else self._judge),
        )  # fmt: skip


def _headers(asked: Asked, target: Target, *, foreign: bool) -> list[tuple[str, str]]:
    """What is sent; what was meant for one origin alone does not go to another."""
    given = {"User-Agent": f"a3dav/{__version__}", "Accept-Encoding": CODINGS, **asked.headers}
    if asked.etag:
        given["If-None-Match"] = asked.etag
    if asked.modified:
        given["If-Modified-Since"] = asked.modified
    if foreign:
        given = {name: value for name, value in given.items() if name.lower() not in _PRIVATE}
    if target.credentials:
        given["Authorization"] = "Basic " + base64.b64encode(target.credentials.encode()).decode()
    if asked.body or asked.method not in {"GET", "HEAD"}:
        given["Content-Length"] = str(len(asked.body))
    return [("Host", target.authority), *given.items()]


def _joined(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _trust(ca_file: str) -> ssl.SSLContext:
    """Certificates of the system, those of certifi where a system has none, and one's own."""
    import certifi

    context = ssl.create_default_context()
    try:
        context.load_verify_locations(certifi.where())
        if ca_file:
            context.load_verify_locations(ca_file)
    except (OSError, ssl.SSLError) as error:
        raise OutgoingError(f"outgoing.ca_file cannot be read: {error}") from error
    return context


def _proxy(text: str) -> Any:
    import httpcore

    target = parse(text)
    user, _, password = target.credentials.partition(":")
    return httpcore.Proxy(target.origin, auth=(user, password) if user else None)


def _sentence(target: Target, error: Exception) -> str:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return f"the certificate of {target.origin} is not trusted; outgoing.ca_file can name its authority"
    return f"{target.origin} did not answer: {type(error).__name__}"
