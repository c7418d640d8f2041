"""The third level: sealed answers in a Valkey or Redis that the servers of several hosts share.

It may be slow, away or lie: who asks waits some milliseconds at most, nobody asks one that is away, and a value that
this store did not seal counts as none. Writing, and looking whether it is back, is work for a thread of its own.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from typing import TYPE_CHECKING, Any

from a3dav.caches.sealing import OVERHEAD, Seal
from a3dav.errors import ConfigError

if TYPE_CHECKING:
    from a3dav.config.model import CacheSettings

log = logging.getLogger("a3dav.cache")
FORMAT = 1
LARGEST_VALUE = 4 * 1024 * 1024 + 64 * 1024
MOST_WAITING = 16 * 1024 * 1024
"""Bytes that are not written yet; what comes beyond is not kept."""
LOOK_SECONDS = (1.0, 30.0)
"""Between two looks at one that is away: doubled each time, from the first to the second of these."""


class Remote:
    """Asked from the wait lane alone; `begin` gives it the seal of the store, and before that it holds nothing."""

    def __init__(self, settings: CacheSettings) -> None:
        self._client, self._gone = _client(settings)
        self._keep_seconds = settings.l3_seconds
        self._seal: Seal | None = None
        self._waiting: deque[tuple[Seal, str, bytes]] = deque()
        self.unwritten_bytes = 0
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closing = self._refused = False
        self.hits = self.misses = self.errors = 0
        self.away = 0
        """1 while nobody asks it, because it did not answer."""

    def begin(self, epoch: str, secret: bytes) -> None:
        """Names begin with the format of the values and the epoch of the store, so that whose they are can be seen."""
        self._seal = Seal(secret, f"a3dav:{FORMAT}:{epoch}:")

    @property
    def usable(self) -> bool:
        return self._seal is not None and not self.away

    def get(self, key: bytes) -> bytes | None:
        """A value, None where there is none; never raises."""
        if self._seal is None or self.away:
            return None
        name = self._seal.name(key)
        try:
            sealed: bytes = self._client.getrange(name, 0, LARGEST_VALUE + OVERHEAD)
            value = self._seal.open(name, sealed) if sealed else None
        except ValueError:
            self.errors += 1
            return None
        except Exception as error:  # of the network, of the protocol, of whatever speaks there
            self._failed(error)
            return None
        self._refused = False
        if value is None:
            self.misses += 1
        else:
            self.hits += 1
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Leaves a value to the thread that writes; nobody waits for it."""
        if self._seal is None or self.away or len(value) > LARGEST_VALUE:
            return
        with self._wake:
            if self.unwritten_bytes + len(value) > MOST_WAITING:
                self.errors += 1
                return
            self._waiting.append((self._seal, self._seal.name(key), value))
            self.unwritten_bytes += len(value)
            self._begin_work()

    def _begin_work(self) -> None:
        """Wakes the thread, which is made with its first work: no process is forked any more then."""
        if self._thread is None and not self._closing:
            self._thread = threading.Thread(target=self._work, name="cache", daemon=True)
            self._thread.start()
        self._wake.notify_all()

    def _work(self) -> None:
        pause = LOOK_SECONDS[0]
        while not self._closing:
            taken = self._next(pause)
            if taken is not None:
                self._write(*taken)
            elif self.away and not self._closing:
                pause = LOOK_SECONDS[0] if self._is_back() else min(2 * pause, LOOK_SECONDS[1])

    def _next(self, pause: float) -> tuple[Seal, str, bytes] | None:
        """What is to be written; None where that may take until it is time to look again."""
        with self._wake:
            if self.away or not self._waiting:
                self._wake.wait(pause if self.away else None)
            if self.away or not self._waiting:
                return None
            return self._waiting.popleft()

    def _write(self, seal: Seal, name: str, value: bytes) -> None:
        try:
            self._client.set(name, seal.close(name, value), ex=self._keep_seconds)
        except Exception as error:  # as in `get`
            self._failed(error)
        with self._wake:
            self.unwritten_bytes -= len(value)

    def _is_back(self) -> bool:
        try:
            self._client.ping()
        except Exception:  # whatever it is, it is not back
            return False
        self.away = 0
        log.info("the server of cache.l3_url answers again")
        return True

    def _failed(self, error: Exception) -> None:
        """One that refuses a command is there still; one that does not answer is left alone until it does."""
        self.errors += 1
        if not isinstance(error, self._gone):
            if not self._refused:
                log.warning("the server of cache.l3_url refuses what it is asked: %s", error)
            self._refused = True
            return
        with self._wake:
            if not self.away:
                log.warning("the server of cache.l3_url is away; answers are worked out: %s", type(error).__name__)
            self.away = 1
            self.unwritten_bytes -= sum(len(value) for *_, value in self._waiting)
            self._waiting.clear()
            self._begin_work()

    def close(self) -> None:
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join(2)
        self._client.close()


def _client(settings: CacheSettings) -> tuple[Any, tuple[type[Exception], ...]]:
    """A client that tries once, and what it raises when nobody answers."""
    try:
        from redis import ConnectionError as Lost
        from redis import Redis
        from redis import TimeoutError as Late
        from redis.backoff import NoBackoff
        from redis.retry import Retry
    except ImportError as error:
        raise ConfigError("cache.l3_url needs a client of Valkey; try: pip install 'a3dav[valkey]'") from error
    seconds = settings.l3_timeout_ms / 1000
    options: dict[str, Any] = {"password": settings.l3_password} if settings.l3_password else {}
    if settings.l3_ca_file:
        options["ssl_ca_certs"] = settings.l3_ca_file
    try:
        client = Redis.from_url(
            settings.l3_url, socket_timeout=seconds, socket_connect_timeout=seconds, retry=Retry(NoBackoff(), 0),
            protocol=2, **options,
        )  # fmt: skip
    except ValueError as error:
        raise ConfigError(f"cache.l3_url cannot be used: {error}") from error
    return client, (Lost, Late, OSError)
