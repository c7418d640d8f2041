"""The least that any answer costs: a few bytes from a bare ASGI callable, on Granian as this server runs it."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import Any

from a3dav.board import Board
from a3dav.config.model import CoreSettings, ServerSettings
from a3dav.supervisor.workers import Workers


def load_application(*_: object) -> Callable[..., Awaitable[None]]:
    return application


async def application(scope: dict[str, Any], receive: Callable[[], Any], send: Callable[[Any], Any]) -> None:
    del receive
    if scope["type"] != "http":
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
    await send({"type": "http.response.body", "body": b"floor"})


if __name__ == "__main__":
    settings = CoreSettings(ServerSettings(port=int(sys.argv[1])))
    Workers(settings, Board(), None).serve(target_loader=load_application, wrap_loader=False)
