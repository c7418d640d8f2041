"""One call on the wire: attempts, delays, redirects, and renewed credentials."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from . import _about
from ._errors import ClientError, ConnectionFailed, DecodeError, RedirectError, TimedOut
from ._options import Logged, Options
from ._redaction import origin, redacted
from ._refusals import refusal
from ._retry import LONGEST, RETRIED, delay, retry_after
from ._wire import Answered, Close, Content, Cut, Headers, Late, Piece, Request, Send, Sleep, Steps

if TYPE_CHECKING:
    from ._core import Core

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_KEPT_HERE = frozenset({"authorization", "cookie", "idempotency-key"})


@dataclass(slots=True)
class Outgoing:
    """What is to be asked. `content` gives the body anew for each attempt."""

    method: str
    url: str
    retry: str
    headers: dict[str, str] = field(default_factory=dict)
    content: Callable[[], Content] | None = None
    repeatable: bool = True
    streams: bool = False
    authorized: bool = True
    options: Options = field(default_factory=Options)


@dataclass(slots=True)
class Answer:
    """`reply` is still open where the answer streams."""

    status: int
    headers: Headers
    body: bytes
    reply: Any
    attempts: int
    url: str

    @property
    def media_type(self) -> str:
        return str(self.headers.get("content-type")).partition(";")[0].strip().lower()


@dataclass(slots=True)
class _Running:
    """How far an exchange is."""

    core: Core
    asked: Outgoing
    method: str
    url: str
    headers: dict[str, str]
    content: Callable[[], Content] | None
    attempts: int = 0
    redirects: int = 0
    has_renewed: bool = False
    authorization: str = ""
    deadline: float = 0.0

    def told(self) -> dict[str, Any]:
        return {"attempts": max(1, self.attempts), "method": self.method, "url": redacted(self.url)}

    def left(self) -> float:
        return self.deadline - self.core.now().timestamp()


def exchange(core: Core, asked: Outgoing) -> Steps[Answer]:
    """The answer, if it is a success; an error otherwise."""
    timeout = asked.options.timeout if asked.options.timeout is not None else core.options.timeout
    running = _Running(core, asked, asked.method, asked.url, _headers(core, asked), asked.content)
    running.deadline = core.now().timestamp() + timeout
    while True:
        running.attempts += 1
        answer, error = yield from _attempt(running)
        if answer is not None and answer.status == 401 and (yield from _renews(running)):
            running.attempts -= 1
            continue
        if answer is not None and answer.status in _REDIRECTS:
            _follow(running, answer)
            running.attempts -= 1
            continue
        if answer is not None and answer.status < 300:
            return _told(asked, answer)
        if error is None:
            assert answer is not None
            error = refusal(answer.status, answer.headers, answer.body, **running.told())
        seconds = _delay(running, answer, error)
        if seconds is None:
            raise error
        if seconds > 0:
            yield Sleep(seconds)


def _told(asked: Outgoing, answer: Answer) -> Answer:
    if asked.options.on_response is not None:
        asked.options.on_response(Answered(answer.status, answer.headers, answer.attempts))
    return answer


def _headers(core: Core, asked: Outgoing) -> dict[str, str]:
    headers = {"user-agent": _about.USER_AGENT, **core.options.headers, **asked.headers, **asked.options.headers}
    if asked.options.request_id:
        headers["x-request-id"] = asked.options.request_id
    return {name.lower(): value for name, value in headers.items()}


def _attempt(running: _Running) -> Steps[tuple[Answer | None, ClientError | None]]:
    core, began = running.core, time.monotonic()
    outcome = ""
    try:
        headers = dict(running.headers)
        if running.asked.authorized and origin(running.url) == origin(core.base):
            running.authorization = yield from core.auth.header(core)
            headers |= core.auth.more()
            if running.authorization:
                headers["authorization"] = running.authorization
        answer = yield from _sent(running, headers)
        outcome = str(answer.status)
        return answer, None
    except Cut as cut:
        error: ClientError = ConnectionFailed(f"no answer: {cut}", **running.told())
    except Late:
        error = TimedOut("the time for the call ran out", **running.told())
    except DecodeError as raised:
        outcome = raised.code
        raise DecodeError(str(raised), **running.told()) from None
    finally:
        if core.options.log is not None:
            outcome = outcome or "connection"
            core.options.log(
                Logged(running.method, redacted(running.url), outcome, running.attempts, time.monotonic() - began)
            )
    return None, error


def _sent(running: _Running, headers: dict[str, str]) -> Steps[Answer]:
    asked, core = running.asked, running.core
    left = running.left()
    if left <= 0:
        raise Late
    content = running.content() if running.content else None
    reply = yield Send(Request(running.method, running.url, headers, content, left, core.options.connect_timeout))
    streams = asked.streams and reply.status < 300
    body = b"" if streams else (yield from _body(running, reply))
    return Answer(reply.status, reply.headers, body, reply if streams else None, running.attempts, running.url)


def _body(running: _Running, reply: Any) -> Steps[bytes]:
    pieces, size = [], 0
    try:
        while (piece := (yield Piece(reply))) is not None:
            size += len(piece)
            pieces.append(piece)
            if size > running.core.options.max_body:
                raise DecodeError(f"the answer is longer than {running.core.options.max_body} bytes")
            if running.left() <= 0:
                raise Late
    finally:
        yield Close(reply)
    return b"".join(pieces)


def _renews(running: _Running) -> Steps[bool]:
    if running.has_renewed or not running.authorization or not _again(running):
        return False
    running.has_renewed = True
    return (yield from running.core.auth.renewed(running.core, running.authorization))


def _again(running: _Running) -> bool:
    return running.asked.repeatable or running.content is None


def _follow(running: _Running, answer: Answer) -> None:
    """Goes on at another place, or says why not."""
    told, target = running.told(), answer.headers.get("location")
    told["status"] = answer.status
    if running.asked.retry != "safe" or not target:
        raise RedirectError("a redirect that is not followed", **told)
    running.redirects += 1
    if running.redirects > _MOST_REDIRECTS:
        raise RedirectError(f"more than {_MOST_REDIRECTS} redirects", **told)
    url = urljoin(running.url, target).partition("#")[0]
    if answer.status == 303:
        running.method = "GET" if running.method != "HEAD" else "HEAD"
        running.content = None
        running.headers = {key: one for key, one in running.headers.items() if not key.startswith("content-")}
    if origin(url) != origin(running.url):
        if running.method not in {"GET", "HEAD"} or (running.url.startswith("https:") and url.startswith("http:")):
            raise RedirectError("a redirect to another server", **told)
        running.headers = {key: one for key, one in running.headers.items() if key not in _KEPT_HERE}
    running.url = url


def _delay(running: _Running, answer: Answer | None, error: ClientError) -> float | None:
    """How long to wait before another attempt; None for no other."""
    core, asked = running.core, running.asked
    retries = asked.options.retries if asked.options.retries is not None else core.options.retries
    may = running.attempts <= retries and asked.retry != "never" and _again(running)
    if not may or (answer is not None and answer.status not in RETRIED) or isinstance(error, (DecodeError, TimedOut)):
        return None
    seconds = retry_after(answer.headers, core.now()) if answer is not None else None
    if seconds is None:
        seconds = delay(running.attempts, core.options.random)
    return seconds if seconds <= LONGEST and seconds < running.left() else None
