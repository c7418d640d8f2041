"""GET /metrics: who may read the numbers of this server, and all of them as text."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from functools import lru_cache

from a3dav.errors import Denied, MethodNotAllowed, NotFound, Unauthorized
from a3dav.exchange import Exchange, Request, Response
from a3dav.forwarding import membership
from a3dav.lanes import Lane, Step, Steps

FRESH = ("Cache-Control", "no-store")
_BY_PROXIES = ("forwarded", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip", "via")


def scrape(exchange: Exchange) -> Steps[Response]:
    if not exchange.house.settings.monitoring.metrics:
        raise NotFound("nothing is mapped to this path")
    refuse_strangers(exchange)
    if exchange.request.method not in {"GET", "HEAD"}:
        raise MethodNotAllowed("metrics are read", headers=(("Allow", "GET, HEAD"),))
    body, content_type = yield Step(Lane.WAIT, _rendered, (exchange,))
    return Response(200, body, [FRESH], content_type)


def _rendered(exchange: Exchange) -> tuple[bytes, str]:
    from a3dav.builtin.metrics.page import page  # imports much, which commands can do without

    return page(exchange.house, exchange.request.header("accept"))


def refuse_strangers(exchange: Exchange) -> None:
    """Raises what a sender gets who has neither the token nor an address that may read the numbers."""
    settings = exchange.house.settings.monitoring
    if _brings(exchange.request, settings.metrics_token) or _is_near(exchange.request, settings.metrics_from):
        return
    if settings.metrics_token:
        raise Unauthorized("a token is needed", headers=(("WWW-Authenticate", 'Bearer realm="metrics"'),))
    raise Denied("metrics are not for this address; see monitoring.metrics_from")


def _brings(request: Request, token: str) -> bool:
    scheme, _, sent = request.header("authorization").partition(" ")
    return bool(token) and scheme.lower() == "bearer" and hmac.compare_digest(sent.strip().encode(), token.encode())


def _is_near(request: Request, networks: tuple[str, ...]) -> bool:
    """A proxy that is not trusted hides whose request it brings."""
    hidden = request.peer == request.via and any(name in request.headers for name in _BY_PROXIES)
    return not hidden and _near(networks)(request.peer)


@lru_cache(maxsize=4)
def _near(networks: tuple[str, ...]) -> Callable[[str], bool]:
    return membership(networks)
