"""Built-in plugin `access_log`: one line for each request, without secrets or content."""

from __future__ import annotations

import logging

from a3dav import hookimpl
from a3dav.errors import TooManyRequests
from a3dav.exchange import Exchange, Response
from a3dav.logs import access
from a3dav.logs.formats import DURATION, REQUEST_ID

PROBES = ("/health/", "/metrics")
"""What programs ask every few seconds: told at level debug, where it succeeds."""


@hookimpl
def a3dav_request_finished(exchange: Exchange, response: Response, seconds: float) -> None:
    if not exchange.house.settings.logging.access or isinstance(exchange.refused, TooManyRequests):
        return  # a flood is told by the security log, once a minute
    request, path = exchange.request, exchange.request.shown_path
    good = response.status < 400
    often = (
        ("client.ip", request.peer),
        ("user.name", exchange.identity.account.name if exchange.identity else ""),
        ("http.request.method", request.method),
        ("url.path", path),
        ("http.response.status_code", response.status),
        ("user_agent.original", request.header("user-agent")),
        ("event.action", "request"),
        ("event.outcome", "success" if good else "failure"),
    )
    fields = {DURATION: int(seconds * 1_000_000_000), REQUEST_ID: request.id}
    access.tell(logging.DEBUG if good and path.startswith(PROBES) else logging.INFO, often, fields)
