"""Built-in plugin `health`: what balancers and container platforms ask; anybody may.

`/health/live` answers while the worker does; `/health/ready` is 503 while the server is stopping or
its database does not answer.
"""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.errors import A3davError, ServiceUnavailable
from a3dav.exchange import Exchange, Response
from a3dav.registries import Route, RouteRegistry

TEXT = "text/plain; charset=utf-8"
FRESH = ("Cache-Control", "no-store")


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(Route("/health/live", live), Route("/health/ready", ready))


def live(_: Exchange) -> Response:
    return Response(200, b"live\n", [FRESH], TEXT)


def ready(exchange: Exchange) -> Response:
    if exchange.house.board.draining:
        raise ServiceUnavailable("the server is stopping", headers=(FRESH,))
    try:
        exchange.store.engine.row("SELECT 1 FROM facts WHERE name = 'epoch'")
    except A3davError:
        raise
    except Exception as error:  # whatever a driver calls it
        raise ServiceUnavailable("the database does not answer", headers=(FRESH,)) from error
    return Response(200, b"ready\n", [FRESH], TEXT)
