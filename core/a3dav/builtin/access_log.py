"""Built-in plugin `access_log`: one line for each request, without secrets or content."""

from __future__ import annotations

import logging

from a3dav import hookimpl
from a3dav.exchange import Exchange, Response

log = logging.getLogger("a3dav.access")


@hookimpl
def a3dav_request_finished(exchange: Exchange, response: Response, seconds: float) -> None:
    if not exchange.house.settings.logging.access:
        return
    request = exchange.request
    fields = {
        "request": request.id,
        "peer": request.peer,
        "account": exchange.identity.account.name if exchange.identity else "-",
        "method": request.method,
        "path": "/" + "/".join(exchange.path),
        "status": response.status,
        "ms": round(seconds * 1000, 1),
        "agent": request.header("user-agent")[:200],
    }
    log.info("request", extra={"fields": fields})
