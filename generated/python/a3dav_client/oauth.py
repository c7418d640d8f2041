"""OAuth 2.0: access tokens that renew themselves, and signing in on another device (RFC 8628)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urljoin

from ._auth import Auth
from ._errors import ClientError, StatusError, TimedOut
from ._exchange import Outgoing, exchange
from ._json import loads
from ._wire import Acquire, Ask, Lock, Release, Sleep, Steps

if TYPE_CHECKING:
    from ._client import AsyncBaseClient, BaseClient
    from ._core import Core

_EARLY = timedelta(seconds=30)
_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a server gave; keep them if they are to outlive the process."""

    access_token: str
    refresh_token: str = ""
    expires: datetime | None = None


class OAuth2(Auth):
    """Renews its access token 30 s before it expires, and after a 401; `changed` is told of new tokens."""

    def __init__(
        self, tokens: Tokens, token_url: str, client_id: str, *, client_secret: str = "",
        changed: Callable[[Tokens], Any] | None = None,
    ) -> None:  # fmt: skip
        self.tokens, self._url, self._client, self._secret = tokens, token_url, client_id, client_secret
        self._changed, self._lock = changed, Lock()

    def header(self, core: Core) -> Steps[str]:
        used = self.tokens
        if used.refresh_token and used.expires is not None and core.now() >= used.expires - _EARLY:
            yield from self._renew(core, used)
        return f"Bearer {self.tokens.access_token}"

    def renewed(self, core: Core, refused: str) -> Steps[bool]:
        used = self.tokens
        if refused == f"Bearer {used.access_token}":
            if not used.refresh_token:
                return False
            yield from self._renew(core, used)
        return True

    def _renew(self, core: Core, used: Tokens) -> Steps[None]:
        """Once for all who wait."""
        yield Acquire(self._lock)
        try:
            if self.tokens is not used:
                return
            asked = {"grant_type": "refresh_token", "refresh_token": used.refresh_token}
            told = yield from _posted(core, self._url, {**asked, **_client(self._client, self._secret)})
            self.tokens = tokens_of(told, core.now(), used.refresh_token)
            if self._changed is not None:
                yield Ask(self._changed, (self.tokens,))
        finally:
            yield Release(self._lock)


def tokens_of(told: Mapping[str, Any], now: datetime, refresh_token: str = "") -> Tokens:
    seconds = told.get("expires_in")
    expires = now + timedelta(seconds=float(seconds)) if isinstance(seconds, (int, float, str)) else None
    return Tokens(str(told["access_token"]), str(told.get("refresh_token") or refresh_token), expires)


def _client(client_id: str, client_secret: str) -> dict[str, str]:
    return {"client_id": client_id, **({"client_secret": client_secret} if client_secret else {})}


def _posted(core: Core, url: str, asked: Mapping[str, str]) -> Steps[dict[str, Any]]:
    body = urlencode(asked).encode()
    headers = {"accept": "application/json", "content-type": "application/x-www-form-urlencoded"}
    outgoing = Outgoing("POST", urljoin(core.base + "/", url), "never", headers, lambda: body, authorized=False)
    answer = yield from exchange(core, outgoing)
    told = loads(answer.body)
    if not isinstance(told, dict):
        raise ClientError("the token endpoint gave no object")
    return told


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """Show the user `user_code` and `verification_uri`, then wait."""

    device_code: str
    user_code: str
    verification_uri: str
    verification_uri_complete: str
    expires_in: float
    interval: float


@dataclass(frozen=True, slots=True)
class DeviceFlow:
    """`start` and then `wait`, with a client whose transport and clock are used."""

    device_url: str
    token_url: str
    client_id: str
    scope: str = ""

    def start(self, client: BaseClient) -> DeviceCode:
        code: DeviceCode = client._core.run(self._start(client._core))
        return code

    def wait(self, client: BaseClient, code: DeviceCode) -> OAuth2:
        auth: OAuth2 = client._core.run(self._wait(client._core, code))
        return auth

    async def start_async(self, client: AsyncBaseClient) -> DeviceCode:
        code: DeviceCode = await client._core.run(self._start(client._core))
        return code

    async def wait_async(self, client: AsyncBaseClient, code: DeviceCode) -> OAuth2:
        auth: OAuth2 = await client._core.run(self._wait(client._core, code))
        return auth

    def _start(self, core: Core) -> Steps[DeviceCode]:
        asked = {"client_id": self.client_id, **({"scope": self.scope} if self.scope else {})}
        told = yield from _posted(core, self.device_url, asked)
        return DeviceCode(
            str(told["device_code"]), str(told["user_code"]), str(told["verification_uri"]),
            str(told.get("verification_uri_complete", "")), float(told.get("expires_in", 600)),
            float(told.get("interval", 5)),
        )  # fmt: skip

    def _wait(self, core: Core, code: DeviceCode) -> Steps[OAuth2]:
        asked = {"grant_type": _DEVICE, "device_code": code.device_code, "client_id": self.client_id}
        interval, end = code.interval, core.now() + timedelta(seconds=code.expires_in)
        while core.now() < end:
            yield Sleep(interval)
            try:
                told = yield from _posted(core, self.token_url, asked)
            except StatusError as error:
                reason = _reason(error)
                if reason not in {"authorization_pending", "slow_down"}:
                    raise
                interval += 5 if reason == "slow_down" else 0
                continue
            return OAuth2(tokens_of(told, core.now()), self.token_url, self.client_id)
        raise TimedOut("nobody signed in with the code in time")


def _reason(error: StatusError) -> str:
    return str(error.problem.get("error", "")) if error.problem else ""


__all__ = ["DeviceCode", "DeviceFlow", "OAuth2", "Tokens"]
