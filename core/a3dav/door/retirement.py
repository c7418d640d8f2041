"""How a worker gives way to its successors: it accepts nothing more, serves what it holds, and ends.

To close a connection that looks idle can cut off a request that is on its way. So each answer of HTTP/1 is the last
of its connection, and the rest end as they would anyway, by the idle timeout; HTTP/2 is told to go away at the end.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import threading
import time
from contextlib import suppress
from pathlib import Path

from a3dav.board import Slot

LOOK_SECONDS = 0.25
LAST_SECONDS = 2
"""After the idle timeout, for the clock of the kernel and answers that are under way."""
FEW_FILES = 500
_FILES = Path("/proc/self/fd")


class Retirement:
    def __init__(self, slot: Slot, listening: int, idle_seconds: float) -> None:
        self._slot, self._listening = slot, listening
        self._idle_seconds = idle_seconds
        self._address: object = None

    def await_signal(self) -> None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, self.begin)

    def begin(self) -> None:
        if self._slot.retiring:
            return
        self._slot.retiring = True
        with socket.socket(fileno=os.dup(self._listening)) as listening:
            self._address = listening.getsockname()[1]
        self._stop_accepting()
        threading.Thread(target=self._await_the_last, name="retirement", daemon=True).start()

    def _stop_accepting(self) -> None:
        """Puts a socket that nobody knows in the place of the one that this worker accepts on.

        That one is the successor's by now, and Granian cannot stop accepting without ending connections.
        """
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as nobodys:
            nobodys.bind("")
            nobodys.listen(1)
            nobodys.setblocking(False)
            os.dup2(nobodys.fileno(), self._listening, inheritable=False)

    def _await_the_last(self) -> None:
        until = time.monotonic() + self._idle_seconds + LAST_SECONDS
        time.sleep(LOOK_SECONDS)  # a connection may have been accepted in the moment before
        while time.monotonic() < until and (self._slot.in_flight or self._connected()):
            time.sleep(LOOK_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)

    def _connected(self) -> bool:
        """Whether a client is connected; with many files open that is taken for granted."""
        names = os.listdir(_FILES)
        return len(names) > FEW_FILES or any(self._is_client(int(name)) for name in names)

    def _is_client(self, file: int) -> bool:
        with suppress(OSError), socket.socket(fileno=os.dup(file)) as line:
            line.getpeername()
            return bool(line.family != socket.AF_UNIX and line.getsockname()[1] == self._address)
        return False
