"""Transports on httpx, or on httpx2 where only that is installed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

from ._errors import ConfigurationError
from ._wire import Cut, Headers, Late, Request

try:
    import httpx
except ImportError:
    import httpx2 as httpx  # type: ignore[import-not-found, no-redef]  # one of the two is there


@contextmanager
def _told() -> Iterator[None]:
    """Errors of httpx in our words."""
    try:
        yield
    except (httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise Cut("no connection in time") from error
    except httpx.TimeoutException as error:
        raise Late(str(error)) from error
    except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
        raise ConfigurationError(str(error)) from error
    except (httpx.TransportError, httpx.StreamError) as error:
        raise Cut(str(error) or type(error).__name__) from error


class HttpxReply:
    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self.status, self.headers = response.status_code, Headers(response.headers.multi_items())

    def pieces(self) -> Iterator[bytes]:
        with _told():
            yield from self._response.iter_bytes()

    def close(self) -> None:
        with _told():
            self._response.close()


class HttpxTransport:
    def __init__(self, verify: bool | str = True) -> None:
        self._client = httpx.Client(**_settings(verify))

    def send(self, request: Request) -> HttpxReply:
        with _told():
            return HttpxReply(self._client.send(_made(self._client, request), stream=True))

    def close(self) -> None:
        self._client.close()


class AsyncHttpxReply:
    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self.status, self.headers = response.status_code, Headers(response.headers.multi_items())

    async def pieces(self) -> AsyncIterator[bytes]:
        with _told():
            async for piece in self._response.aiter_bytes():
                yield piece

    async def close(self) -> None:
        with _told():
            await self._response.aclose()


class AsyncHttpxTransport:
    def __init__(self, verify: bool | str = True) -> None:
        self._client = httpx.AsyncClient(**_settings(verify))

    async def send(self, request: Request) -> AsyncHttpxReply:
        with _told():
            return AsyncHttpxReply(await self._client.send(_made(self._client, request), stream=True))

    async def close(self) -> None:
        await self._client.aclose()


def _settings(verify: bool | str) -> dict[str, Any]:
    """No redirects, no cookies: what is followed and kept is decided above."""
    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    return {"verify": verify, "follow_redirects": False, "cookies": cookies}


def _made(client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    timeout = httpx.Timeout(request.seconds, connect=min(request.connect_seconds, request.seconds))
    return client.build_request(
        request.method, request.url, headers=request.headers, content=request.content, timeout=timeout
    )
