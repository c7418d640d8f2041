"""Built-in plugin `metrics`: the numbers of the core, and /metrics, where Prometheus reads those of all parts."""

from __future__ import annotations

from functools import partial

from a3dav import hookimpl
from a3dav.builtin.metrics import families, server
from a3dav.builtin.metrics.scrape import scrape
from a3dav.exchange import Exchange, Response
from a3dav.house import House
from a3dav.metrics.metric import Sample
from a3dav.metrics.names import REQUEST_SECONDS, REQUESTS
from a3dav.registries import MetricRegistry, Route, RouteRegistry

PROBES = {b"/metrics", b"/health/live", b"/health/ready"}
"""What programs ask every few seconds says nothing of how clients fare."""


@hookimpl
def a3dav_register_metrics(registry: MetricRegistry) -> None:
    registry.add(*families.ALL)
    registry.add(*server.ALL)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(Route("/metrics", scrape))


@hookimpl
def a3dav_register_services(house: House) -> None:
    house.services["metrics.samples"] = partial(_samples, house)


def _samples(house: House) -> list[Sample]:
    from a3dav.builtin.metrics.page import samples  # imports much, which commands can do without

    return samples(house)


@hookimpl
def a3dav_request_finished(exchange: Exchange, response: Response, seconds: float) -> None:
    tally, request, target = exchange.house.tally, exchange.request, exchange.target
    if not exchange.house.settings.monitoring.metrics or (target is None and request.raw_path in PROBES):
        return
    method = request.method
    tally.count(REQUESTS, method, response.status, target.kind if target is not None else "")
    tally.time(REQUEST_SECONDS, int(seconds * 1_000_000_000), method)
