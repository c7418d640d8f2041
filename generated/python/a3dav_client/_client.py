"""What the clients of an interface have in common."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ._auth import Auth
from ._core import core_of
from ._options import ClientOptions

if TYPE_CHECKING:
    from typing_extensions import Self

    from .dav.client import AsyncDav, Dav


class BaseClient:
    """`auth` is a bearer token, or one of Bearer, Basic, TokenProvider, OAuth2."""

    def __init__(self, base_url: str | None = None, auth: Auth | str | None = None, **options: Any) -> None:
        """Options are those of ClientOptions. URL and token come from the environment where they are not given."""
        self._core = core_of(base_url, auth, ClientOptions(**options), asynchronous=False)

    @cached_property
    def dav(self) -> Dav:
        from .dav.client import Dav

        return Dav(self._core)

    def close(self) -> None:
        self._core.driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


class AsyncBaseClient:
    """The same for `await`."""

    def __init__(self, base_url: str | None = None, auth: Auth | str | None = None, **options: Any) -> None:
        """Options are those of ClientOptions. URL and token come from the environment where they are not given."""
        self._core = core_of(base_url, auth, ClientOptions(**options), asynchronous=True)

    @cached_property
    def dav(self) -> AsyncDav:
        from .dav.client import AsyncDav

        return AsyncDav(self._core)

    async def close(self) -> None:
        await self._core.driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self.close()
