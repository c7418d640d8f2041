"""Connections that are kept open, a bounded number of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from ldap3 import Connection

from a3dav_ldap.connecting import Failures, close, reason
from a3dav_ldap.errors import DirectoryAway

T = TypeVar("T")


class Pool:
    """Lends each connection to one thread at a time; the one that was used last is lent first."""

    def __init__(self, make: Callable[[], Connection], size: int, patience: float) -> None:
        self._make, self._patience = make, patience
        self._seats = threading.BoundedSemaphore(size)
        self._idle: list[Connection] = []

    def run(self, work: Callable[[Connection], T]) -> T:
        """Does the work on a connection; one that was closed behind our back is replaced once."""
        if not self._seats.acquire(timeout=self._patience):
            raise DirectoryAway("the directory is slow, and all connections to it are in use")
        try:
            kept = self._idle_one()
            if kept is not None:
                try:
                    return self._on(kept, work)
                except Failures:
                    self.close()  # the others are no younger
            try:
                return self._on(self._make(), work)
            except Failures as error:
                raise DirectoryAway(f"the directory does not answer: {reason(error)}") from error
        finally:
            self._seats.release()

    def _on(self, connection: Connection, work: Callable[[Connection], T]) -> T:
        try:
            result = work(connection)
        except BaseException:  # nobody knows how far the talk came: the next one begins anew
            close(connection)
            raise
        self._idle.append(connection)
        return result

    def _idle_one(self) -> Connection | None:
        try:
            return self._idle.pop()
        except IndexError:
            return None

    def close(self) -> None:
        while (connection := self._idle_one()) is not None:
            close(connection)
