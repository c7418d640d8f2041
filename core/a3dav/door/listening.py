"""Tells listeners the news: one follower of the store for each worker wakes those whom a change concerns."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from a3dav.board import Slot
from a3dav.door.bodies import Receive
from a3dav.door.driver import Driver
from a3dav.house import House
from a3dav.listening import Listening
from a3dav.metrics.names import LISTENER_ENDS, LISTENER_NEWS

Send = Callable[[dict[str, Any]], Awaitable[None]]
log = logging.getLogger("a3dav")
LOOK_SECONDS = 0.1
"""Between two looks at the head of SQLite's WAL index, which cost microseconds."""
ASK_SECONDS = 0.5
"""Between two questions to a database that is to be asked."""
CREDENTIALS_SECONDS = 1.0
FAULT_SECONDS = 2.0
AT_ONCE = 4
"""Listeners woken in one turn of the loop, so that requests come in between."""


@dataclass(slots=True, eq=False)
class Listener:
    told: Listening
    topics: frozenset[bytes] = frozenset()
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    over: str = ""
    """Why nothing more is told."""

    def end(self, why: str) -> None:
        self.over = self.over or why
        self.woken.set()


@dataclass(slots=True, frozen=True)
class Look:
    position: int
    topics: frozenset[bytes]
    generation: str
    versions: dict[bytes, int] | None
    """Of the credentials of those accounts that were asked for, -1 where nobody may sign in any more."""


class Listeners:
    """All who listen to this worker."""

    def __init__(self, house: House, driver: Driver, slot: Slot) -> None:
        self._house, self._driver, self._slot = house, driver, slot
        self._all: dict[Listener, None] = {}
        self._by_topic: dict[bytes, dict[Listener, None]] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._follower: asyncio.Task[None] | None = None

    @property
    def ending(self) -> bool:
        return self._slot.retiring or self._slot.board.draining

    async def tell(self, told: Listening, receive: Receive, send: Send) -> None:
        """Tells everything there is to tell, until the client goes or may not listen any more."""
        listener = Listener(told)
        self._house.audience.enter(told)
        self._all[listener] = None
        self._subscribe(listener, told.topics)
        watch = asyncio.ensure_future(_until_gone(receive, listener))
        try:
            self._follow_changes()
            await self._tell(listener, send)
            if listener.over != "gone":
                await self._pass_on(send, told.goodbye, more=False)
        except TimeoutError:
            listener.end("slow")
            raise
        finally:
            watch.cancel()
            self._subscribe(listener, frozenset())
            del self._all[listener]
            self._house.audience.leave(told)
            self._house.tally.count(LISTENER_ENDS, listener.over or "failed")

    async def _tell(self, listener: Listener, send: Send) -> None:
        told = listener.told
        while not self._is_over(listener):
            listener.woken.clear()
            try:
                async with self._turns:
                    news = await self._driver.page(told.news)
            except Exception as error:  # such as a database that is away: the client comes again
                log.debug("a listener was not served", exc_info=error)
                listener.end("failed")
                return
            if news.over:
                listener.end("credential")
            if news.text:
                self._house.tally.count(LISTENER_NEWS)
                await self._pass_on(send, news.text)
            if news.topics != listener.topics:
                self._subscribe(listener, news.topics)
            elif news.more:
                await asyncio.sleep(0)
            else:
                await self._wait(listener, send)

    async def _wait(self, listener: Listener, send: Send) -> None:
        while not listener.woken.is_set():
            try:
                async with asyncio.timeout(self._house.settings.listening.heartbeat):
                    await listener.woken.wait()
            except TimeoutError:
                if self._is_over(listener):
                    return
                await self._pass_on(send, listener.told.quiet())

    def _is_over(self, listener: Listener) -> bool:
        if self.ending:
            listener.end("retired")
        if 0 < listener.told.expires < time.time() * 1000:
            listener.end("credential")
        return bool(listener.over)

    async def _pass_on(self, send: Send, text: bytes, *, more: bool = True) -> None:
        """Waits for a client that takes nothing as long as for any other, and never keeps what it did not take."""
        async with asyncio.timeout(self._house.settings.server.send_timeout):
            await send({"type": "http.response.body", "body": text, "more_body": more})

    def _subscribe(self, listener: Listener, topics: frozenset[bytes]) -> None:
        for topic in listener.topics - topics:
            others = self._by_topic[topic]
            del others[listener]
            if not others:
                del self._by_topic[topic]
        for topic in topics - listener.topics:
            self._by_topic.setdefault(topic, {})[listener] = None
        listener.topics = topics

    # -- the follower ------------------------------------------------------------------------------

    def _follow_changes(self) -> None:
        if self._follower is None or self._follower.done():
            self._follower = asyncio.ensure_future(self._follow())

    async def _follow(self) -> None:
        """At its first look it wakes everybody: what was committed while they came is no news to nobody."""
        engine, position, state, generation, checked = self._house.store.engine, -1, b"", "", 0.0
        while self._all:
            if self.ending:
                await self._wake(list(self._all))
            elif position < 0 or not state or engine.state() != state:
                state = engine.state()
                due = time.monotonic() - checked >= CREDENTIALS_SECONDS
                accounts = {listener.told.account_id for listener in self._all} if due else set[bytes]()
                try:
                    found = await self._driver.page(self._look, position, generation, accounts)
                except Exception as error:  # whatever it is, who listens is to hear of changes when it is over
                    log.warning("the followers of changes were not served: %s", error)
                    state = b""
                    await asyncio.sleep(FAULT_SECONDS)
                    continue
                await self._wake(list(self._all) if position < 0 else self._listening_to(found.topics))
                if found.versions is not None:
                    self._end_revoked(found.versions)
                    checked, generation = time.monotonic(), found.generation
                elif generation != found.generation:
                    state = b""  # credentials are to be looked at, in a moment
                position = found.position
                if found.topics:
                    state = b""  # there may be more than one look takes in
            await asyncio.sleep(ASK_SECONDS if engine.reads_wait else LOOK_SECONDS)

    def _look(self, position: int, generation: str, accounts: set[bytes]) -> Look:
        """What happened behind a position; credentials are looked at where what is not content changed."""
        store = self._house.store
        now = store.engine.generation()
        versions = None
        if accounts and now != generation:
            versions = dict.fromkeys(accounts, -1) | store.accounts.credential_versions(accounts)
        if position < 0:
            return Look(store.log.newest(), frozenset(), now, versions)
        return Look(*store.log.concerned(position), now, versions)

    def _listening_to(self, topics: Iterable[bytes]) -> list[Listener]:
        return list({listener: None for topic in topics for listener in self._by_topic.get(topic, ())})

    async def _wake(self, listeners: list[Listener]) -> None:
        waiting = iter(listeners)
        while some := list(islice(waiting, AT_ONCE)):
            for listener in some:
                listener.woken.set()
            await asyncio.sleep(0)

    def _end_revoked(self, versions: dict[bytes, int]) -> None:
        for listener in self._all:
            if versions.get(listener.told.account_id, listener.told.version) != listener.told.version:
                listener.end("credential")

    def close(self) -> None:
        if self._follower is not None:
            self._follower.cancel()


async def _until_gone(receive: Receive, listener: Listener) -> None:
    with suppress(Exception):  # a connection that fails is gone as well
        while (await receive())["type"] != "http.disconnect":
            pass
    listener.end("gone")
