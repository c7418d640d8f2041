"""How a request proves who asks: as the other server wishes, so that a password is never sent more openly."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress

import httpx

Flow = Generator[httpx.Request, httpx.Response, None]


class Credentials(httpx.Auth):
    """Waits for the challenge of the server and answers it, Digest before Basic (RFC 9110 §11)."""

    def __init__(self, name: str, password: str) -> None:
        self._name = name
        self._password = password
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Flow:
        if self._chosen is not None:
            yield from self._chosen.auth_flow(request)
            return
        response = yield request
        if response.status_code != 401:
            return
        self._chosen = self._answer_to(response)
        if self._chosen is not None:
            yield from _resumed(self._chosen, request, response)

    def _answer_to(self, response: httpx.Response) -> httpx.Auth | None:
        schemes = {challenge.split(" ", 1)[0].lower() for challenge in response.headers.get_list("www-authenticate")}
        if "digest" in schemes:
            return httpx.DigestAuth(self._name, self._password)
        return httpx.BasicAuth(self._name, self._password) if "basic" in schemes else None

    def volunteer(self) -> bool:
        """Sends Basic unasked from now on, to a server that shows strangers something; False if it was decided."""
        if self._chosen is not None:
            return False
        self._chosen = httpx.BasicAuth(self._name, self._password)
        return True


def _resumed(auth: httpx.Auth, request: httpx.Request, challenge: httpx.Response) -> Flow:
    """The flow of a scheme from the challenge on, which was heard already."""
    flow = auth.auth_flow(request)
    asked = next(flow)
    heard = challenge if isinstance(auth, httpx.DigestAuth) else (yield asked)
    with suppress(StopIteration):
        while True:
            heard = yield flow.send(heard)


class Bearer(httpx.Auth):
    """A token (RFC 6750 §2.1)."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Flow:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request
