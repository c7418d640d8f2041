"""Who asks: each kind puts its header on a request, and may be asked to renew it after a 401."""

from __future__ import annotations

import base64
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from ._wire import Acquire, Ask, Lock, Release, Steps

if TYPE_CHECKING:
    from ._core import Core


class Auth(ABC):
    """`header` gives the value of Authorization; `renewed` says whether another try makes sense."""

    @abstractmethod
    def header(self, core: Core) -> Steps[str]: ...

    def renewed(self, core: Core, refused: str) -> Steps[bool]:
        return False
        yield

    def more(self) -> dict[str, str]:
        """Other headers."""
        return {}


class Nobody(Auth):
    def header(self, core: Core) -> Steps[str]:
        return ""
        yield


class Bearer(Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def header(self, core: Core) -> Steps[str]:
        return f"Bearer {self._token}"
        yield


class Basic(Auth):
    def __init__(self, user: str, password: str) -> None:
        self._value = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    def header(self, core: Core) -> Steps[str]:
        return self._value
        yield


class ApiKey(Auth):
    """A key in a header of its own, for interfaces that know this."""

    def __init__(self, name: str, key: str) -> None:
        self._name, self._key = name, key

    def header(self, core: Core) -> Steps[str]:
        return ""
        yield

    def more(self) -> dict[str, str]:
        return {self._name: self._key}


class TokenProvider(Auth):
    """A function that gives a bearer token: asked first, and again after a 401."""

    def __init__(self, provide: Callable[[], str | Awaitable[str]]) -> None:
        self._provide, self._token, self._lock = provide, "", Lock()

    def header(self, core: Core) -> Steps[str]:
        if not self._token:
            yield from self._asked("")
        return f"Bearer {self._token}"

    def renewed(self, core: Core, refused: str) -> Steps[bool]:
        yield from self._asked(refused.removeprefix("Bearer "))
        return True

    def _asked(self, refused: str) -> Steps[None]:
        """Once for all who wait."""
        yield Acquire(self._lock)
        try:
            if self._token == refused:
                self._token = yield Ask(self._provide)
        finally:
            yield Release(self._lock)
