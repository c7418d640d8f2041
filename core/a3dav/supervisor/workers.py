"""Granian's workers, each with a listening socket and a slot on the board."""

from __future__ import annotations

import itertools
import logging
import signal
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops, SSLProtocols
from granian.http import HTTP1Settings, HTTP2Settings
from granian.net import SocketHolder  # type: ignore[attr-defined] # Granian's stubs lack it

from a3dav.board import Board, Slot
from a3dav.config.model import CoreSettings
from a3dav.supervisor.certificates import Certificate
from a3dav.supervisor.sockets import listening_sockets

log = logging.getLogger("a3dav.supervisor")
KEEP_ALIVE_MS = 60_000
MOST_FAILED_STARTS = 3
SHORT_LIFE_SECONDS = 5
SHORT_LIFE_PAUSE_SECONDS = 0.5


class Workers(Granian):  # type: ignore[misc,valid-type]
    """Those that inherit more sockets than there would be workers are as many as the sockets."""

    def __init__(
        self, settings: CoreSettings, board: Board, certificate: Certificate | None, inherited: Sequence[int] = ()
    ) -> None:
        server, pool = settings.server, settings.async_pool
        secured: dict[str, Any] = {}
        if certificate:
            oldest = SSLProtocols.tls13 if settings.security.tls_minimum == "1.3" else SSLProtocols.tls12
            secured = {
                "ssl_cert": certificate.chain, "ssl_key": certificate.key, "ssl_key_password": certificate.password,
                "ssl_protocol_min": oldest,
            }  # fmt: skip
        super().__init__(
            "a3dav",
            address=server.host,
            port=server.port,
            interface=Interfaces.ASGI,
            # Where HTTP/2 is spoken too, no timeout runs before the first bytes of a connection; only TLS needs it.
            http=HTTPModes.auto if certificate and server.http2 else HTTPModes.http1,
            http2_settings=HTTP2Settings(
                keep_alive_interval=server.idle_timeout * 1000, max_headers_size=server.max_header_size
            ),
            workers=max(pool.worker_count, len(inherited)),
            loop=Loops.uvloop,
            websockets=False,
            backlog=pool.backlog,
            backpressure=pool.max_connections,
            http1_settings=HTTP1Settings(
                header_read_timeout=min(KEEP_ALIVE_MS, server.idle_timeout * 1000),
                keep_alive=True,
                max_buffer_size=server.max_header_size,
            ),
            log_enabled=False,  # its lines are in no form of ours
            respawn_failed_workers=True,
            workers_kill_timeout=max(server.drain_seconds, 1),
            **secured,
        )
        self._board, self._inherited = board, inherited
        self.listening: tuple[int, ...] = ()
        """The files of the listening sockets."""
        self._holders: list[Any] = []
        self._numbers = itertools.count()
        self._slots: dict[int, Slot] = {}
        self._failed_starts = 0
        self.stop_wanted: Callable[[], None] = self.stop_now
        self.reload_wanted: Callable[[], None] = lambda: None
        self.give_way: Callable[[], None] = lambda: None
        self._giving_way = self._ending = False

    def _init_shared_socket(self) -> None:
        self.listening = listening_sockets(
            self.bind_addr, self.bind_port, self.backlog, int(self.workers), self._inherited
        )
        self._holders = [
            SocketHolder(file, False, self.backlog)  # type: ignore[call-arg] # nor what it takes
            for file in self.listening
        ]
        self._ssp = self._sso = None
        self._shd, self._sfd = self._holders[0], self.listening[0]

    def _serve(self, spawn_target: Any, target_loader: Any) -> None:
        self.startup(spawn_target, target_loader)
        self._serve_loop(spawn_target, target_loader)
        while self._giving_way:
            self.give_way()
            self._giving_way = self.interrupt_signal = False
            self.main_loop_interrupt.clear()
            if self._ending:
                break
            self._serve_loop(spawn_target, target_loader)
        self.shutdown()

    def _respawn_workers(self, workers: list[int], *args: Any, **kwargs: Any) -> None:
        for idx in workers:
            if self.wrks[idx].is_alive():
                continue
            log.warning("worker %d ended by itself and is started anew", idx + 1)
            if not self._slots[idx].started:
                self._failed_starts += 1
            elif time.monotonic() - self.wrks[idx].birth < SHORT_LIFE_SECONDS:
                time.sleep(SHORT_LIFE_PAUSE_SECONDS)
        if self._failed_starts >= MOST_FAILED_STARTS:
            self.interrupt_children = list(workers)  # makes the exit status 1
            self.stop_now()
            return
        super()._respawn_workers(workers, *args, **kwargs)
        self.respawned_wrks.clear()  # Granian would give up on a worker that was lost twice

    def _spawn_worker(self, idx: int, target: Any, callback_loader: Any) -> Any:
        slot = self._board.slot(next(self._numbers))
        slot.clear()
        self._slots[idx] = slot
        own = idx % len(self.listening)
        self._shd = self._holders[own]
        return super()._spawn_worker(
            idx=idx, target=target, callback_loader=partial(callback_loader, self.listening[own], slot)
        )

    @property
    def started(self) -> bool:
        """Whether all workers serve."""
        living = [worker for worker in self.wrks if worker.is_alive() and self._slots[worker.idx].started]
        return len(living) == int(self.workers)

    @property
    def pids(self) -> list[int]:
        return [worker.inner.pid for worker in self.wrks if worker.is_alive()]

    @property
    def starting(self) -> bool:
        """Whether a living worker has not started yet; Granian's can miss a signal until then."""
        return any(worker.is_alive() and not self._slots[worker.idx].started for worker in self.wrks)

    @property
    def in_flight(self) -> int:
        """Requests that living workers are answering; health probes do not count."""
        alive = {worker.idx for worker in self.wrks if worker.is_alive()}
        return sum(slot.in_flight for idx, slot in self._slots.items() if idx in alive)

    def signal_handler_interrupt(self, number: int = signal.SIGTERM, frame: object = None) -> None:
        del number, frame
        self.stop_wanted()

    def signal_handler_reload(self, number: int = signal.SIGHUP, frame: object = None) -> None:
        del number, frame
        self.reload_wanted()

    def stop_now(self) -> None:
        self._ending = True
        super().signal_handler_interrupt()

    def hand_over(self) -> None:
        """Has the main thread call `give_way`: children of any other end when this program does."""
        self._giving_way = True
        super().signal_handler_interrupt()
