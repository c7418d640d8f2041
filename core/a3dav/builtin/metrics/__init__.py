"""Built-in plugin `metrics`: the numbers of the core, and /metrics, where Prometheus reads those of all parts."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.builtin.metrics import families, server
from a3dav.builtin.metrics.scrape import scrape
from a3dav.exchange import Exchange, Response
from a3dav.metrics.names import REQUEST_SECONDS, REQUESTS
from a3dav.registries import MetricRegistry, Route, RouteRegistry


@hookimpl
def a3dav_register_metrics(registry: MetricRegistry) -> None:
    registry.add(*families.ALL)
    registry.add(*server.ALL)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(Route("/metrics", scrape))


@hookimpl
def a3dav_request_finished(exchange: Exchange, response: Response, seconds: float) -> None:
    if not exchange.house.settings.monitoring.metrics:
        return
    tally, method = exchange.house.tally, exchange.request.method
    target = exchange.target
    tally.count(REQUESTS, method, response.status, target.kind if target is not None else "")
    tally.time(REQUEST_SECONDS, int(seconds * 1_000_000_000), method)
