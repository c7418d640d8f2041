"""The other server over HTTP: bounded answers, patient with trouble, and never away from its host."""

from __future__ import annotations

import io
import random
import ssl
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO

import httpx

from a3dav import __version__
from a3dav.errors import A3davError
from a3dav_migrate.addresses import redirected
from a3dav_migrate.errors import RemoteError, ServerGone, SignInRefused, TooLarge, Unanswered

MIB = 2**20
MAX_XML = 64 * MIB
BUSY = frozenset({429, 502, 503, 504})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 5
TRIES = 5
GIVE_UP_AFTER = 3
"""Requests in a row that failed with all their tries."""
MAX_WAIT = 300.0
SLOWEST = 1024
"""Bytes a second that an answer must reach after a minute."""
_HEADERS = {"User-Agent": f"a3dav-migrate/{__version__}", "Accept-Encoding": "identity"}
_XML = {"Content-Type": "application/xml; charset=utf-8"}


@dataclass(slots=True)
class Answer:
    """A whole answer; `url` is where it came from in the end."""

    status: int
    url: str
    headers: httpx.Headers
    body: bytes = b""
    """What the server said, for a refusal the beginning of it; empty where it went into a file."""

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


@dataclass(slots=True, frozen=True)
class _Wanted:
    method: str
    url: str
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    limit: int = MAX_XML


class Trust:
    """Which certificates are believed: those of the system, one file, or all."""

    def __init__(self, ca: Path | None = None, *, insecure: bool = False) -> None:
        self.context: ssl.SSLContext | bool = not insecure
        if ca is not None:
            try:
                self.context = ssl.create_default_context(cafile=ca)
            except (OSError, ssl.SSLError) as error:
                raise A3davError(f"{ca} holds no certificates that can be read: {error}") from error


class Remote:
    """One account's connection; `say` hears of waiting, `sleep` can be replaced."""

    def __init__(
        self, auth: httpx.Auth | None, trust: Trust, *, timeout: float = 120,
        say: Callable[[str], None] = lambda _: None, sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        self.auth = auth
        self._say = say
        self._sleep = sleep
        self._failures = 0
        self._client = httpx.Client(verify=trust.context, timeout=timeout, headers=_HEADERS, follow_redirects=False)

    def close(self) -> None:
        self._client.close()

    def propfind(self, url: str, body: bytes, depth: str) -> Answer:
        return self._ask(_Wanted("PROPFIND", url, body, {**_XML, "Depth": depth}))

    def report(self, url: str, body: bytes) -> Answer:
        return self._ask(_Wanted("REPORT", url, body, {**_XML, "Depth": "1"}))

    def get(self, url: str, limit: int) -> Answer:
        return self._ask(_Wanted("GET", url, limit=limit))

    def download(self, url: str, file: BinaryIO, limit: int) -> Answer:
        """Streams a body into a file; only what was asked for with success is written."""
        return self._ask(_Wanted("GET", url, limit=limit), file)

    def _ask(self, wanted: _Wanted, file: BinaryIO | None = None) -> Answer:
        reason, waiting = "", 0.0
        for attempt in range(TRIES):
            if attempt:
                self._say(f"{reason}; trying again in {waiting:.0f} s")
                self._sleep(waiting)
            try:
                answer = self._follow(wanted, file)
            except httpx.TransportError as error:
                _refuse_untrusted(error)
                reason = f"{wanted.url} did not answer: {str(error) or type(error).__name__}"
                waiting = _pause(attempt)
                continue
            if answer.status not in BUSY:
                self._failures = 0
                return answer
            reason = f"{wanted.url} answered {answer.status}"
            waiting = _retry_after(answer.headers.get("retry-after", "")) or _pause(attempt)
        self._failures += 1
        if self._failures >= GIVE_UP_AFTER:
            raise ServerGone(f"{reason}, as did others before it; run the same command again to go on from here")
        raise Unanswered(f"{reason}, {TRIES} times")

    def _follow(self, wanted: _Wanted, file: BinaryIO | None) -> Answer:
        url = wanted.url
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._once(wanted, url, file)
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or not location:
                break
            url = redirected(url, location)
        else:
            raise RemoteError(f"{wanted.url} redirects more than {MAX_REDIRECTS} times")
        if answer.status == 401:
            raise SignInRefused(f"{url} refuses this name and password")
        return answer

    def _once(self, wanted: _Wanted, url: str, file: BinaryIO | None) -> Answer:
        self._client.cookies.clear()
        try:
            request = self._client.build_request(wanted.method, url, content=wanted.body, headers=wanted.headers)
        except (httpx.InvalidURL, ValueError) as error:
            raise RemoteError(f"{url!r} cannot be asked for: {error}") from error
        try:
            response = self._send(request)
        except httpx.UnsupportedProtocol as error:
            raise RemoteError(f"{url!r} cannot be asked for: {error}") from error
        try:
            return self._read(wanted, url, response, file)
        finally:
            response.close()

    def _send(self, request: httpx.Request) -> httpx.Response:
        """Signs in by hand, since httpx would read the body of every 401 whole, however large it is."""
        flow = self.auth.auth_flow(request) if self.auth is not None else _unsigned(request)
        asked = next(flow)
        while True:
            response = self._client.send(asked, auth=None, stream=True)
            try:
                asked = flow.send(response)
            except StopIteration:
                return response
            except (KeyError, ValueError, NotImplementedError) as error:
                response.close()
                raise SignInRefused(f"{request.url} asks for a sign-in that is not understood: {error!r}") from error
            response.close()

    def _read(self, wanted: _Wanted, url: str, response: httpx.Response, file: BinaryIO | None) -> Answer:
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise RemoteError(f"{url} sends its answer encoded although it was asked not to")
        good = 200 <= response.status_code < 300
        sink: BinaryIO = file if file is not None and good else io.BytesIO()
        sink.seek(0)
        sink.truncate()
        pour(response, sink, wanted.limit if good else 64 * 1024, url, cut=not good)
        body = sink.getvalue() if isinstance(sink, io.BytesIO) else b""
        return Answer(response.status_code, url, response.headers, body)


def _unsigned(request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
    yield request


def pour(response: httpx.Response, sink: BinaryIO, limit: int, url: str, *, cut: bool) -> None:
    """Writes a body as it comes; more than `limit` bytes are refused, or cut off."""
    begun, size = time.monotonic(), 0
    for piece in response.iter_raw(64 * 1024):
        size += len(piece)
        if size > limit:
            if cut:
                return
            raise TooLarge(f"{url} sends more than {limit} bytes")
        sink.write(piece)
        if size < (time.monotonic() - begun - 60) * SLOWEST:
            raise httpx.ReadTimeout(f"less than {SLOWEST} bytes a second came")


def _refuse_untrusted(error: httpx.TransportError) -> None:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        raise A3davError(
            f"the certificate of the server is not trusted ({error}); give --ca FILE, or --insecure if you are sure"
        ) from error


def _pause(attempt: int) -> float:
    return min(2.0**attempt, 30) * random.uniform(1, 1.3)  # noqa: S311


def _retry_after(value: str) -> float:
    """Seconds that the server asks for (RFC 9110 §10.2.3), within reason."""
    if value.strip().isdigit():
        seconds = float(value)
    else:
        try:
            seconds = parsedate_to_datetime(value).timestamp() - time.time()
        except (ValueError, TypeError, OverflowError):
            return 0.0
    return min(max(seconds, 0.0), MAX_WAIT)
