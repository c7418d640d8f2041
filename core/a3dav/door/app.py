"""The application of one worker: Falcon for what is not DAV, the door for what is."""

from __future__ import annotations

import faulthandler
import re
import signal
from collections.abc import Coroutine, Mapping
from typing import Any

import falcon.asgi

from a3dav.assembly import open_house
from a3dav.board import Slot
from a3dav.config import RawSettings
from a3dav.door.bodies import Receive
from a3dav.door.cpu import CpuPool
from a3dav.door.door import Door
from a3dav.door.heads import Scope
from a3dav.door.listening import Send
from a3dav.door.retirement import Retirement
from a3dav.house import House
from a3dav.logs.setup import set_up_logging
from a3dav.processes import end_with_parent, name_process

SHOWING = frozenset({"GET", "HEAD"})
"""Methods without a body. Falcon would wait for the first piece of one before it calls anything."""


class Application:
    """An ASGI application: what routes of plugins show goes to Falcon, and all else to the door."""

    def __init__(
        self, house: House, cpu: CpuPool | None = None, slot: Slot | None = None, retirement: Retirement | None = None
    ) -> None:
        cpu = cpu or CpuPool(house.settings.async_pool.cpu_processes)
        self._door = Door(house, cpu, slot or house.slot)
        self._routes = {path.encode() for path in house.routes}
        self._falcon = falcon.asgi.App(middleware=[_Lifespan(self._door, retirement)])
        for path in house.routes:
            self._falcon.add_sink(_Route(self._door), re.compile(re.escape(path) + "/?$"))

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Coroutine[Any, Any, None]:
        if scope["type"] != "http" or (scope["method"] in SHOWING and scope["raw_path"].rstrip(b"/") in self._routes):
            return self._falcon(scope, receive, send)
        return self._door(scope, receive, send)


class _Route:
    """Answers a route through the core's lifecycle, inside Falcon's handling of the request."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def __call__(self, req: falcon.asgi.Request, resp: falcon.asgi.Response | None, **kwargs: Any) -> None:
        del kwargs
        sent = await self._door.gather(req.scope)
        if resp is None:
            return  # a websocket, which no route has
        resp.status = sent.status
        for name, value in sent.headers:
            resp.append_header(name, value)
        resp.content_type = sent.content_type or falcon.MEDIA_TEXT
        resp.data = sent.body if isinstance(sent.body, bytes) else b""


class _Lifespan:
    def __init__(self, door: Door, retirement: Retirement | None) -> None:
        self._door, self._retirement = door, retirement

    async def process_startup(self, scope: Mapping[str, Any], event: Mapping[str, Any]) -> None:
        del scope, event
        if self._retirement:
            self._retirement.await_signal()
        self._door.open()

    async def process_shutdown(self, scope: Mapping[str, Any], event: Mapping[str, Any]) -> None:
        del scope, event
        self._door.close()


def create_app(raw: RawSettings, supervisor: int, listening: int, slot: Slot) -> Application:
    """What a worker process calls; `listening` is the file that it accepts connections from."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the handlers that were forked along are the supervisor's
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    end_with_parent(supervisor)
    name_process("a3dav worker")
    faulthandler.enable()
    set_up_logging(raw.core.logging)
    cpu = CpuPool(raw.core.async_pool.cpu_processes, raw)
    cpu.fork()
    try:
        house = open_house(raw, patient=True, board=slot.board)
    except BaseException:
        cpu.close()  # or this process would wait for its children
        raise
    house.sit(slot)
    return Application(house, cpu, slot, Retirement(slot, listening, raw.core.server.idle_timeout))
