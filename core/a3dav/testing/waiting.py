"""Waiting for what another thread or process does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PATIENCE_SECONDS = 60
"""Long enough for a machine with too much to do."""
PAUSE_SECONDS = 0.02


def eventually(look: Callable[[], T], tell: Callable[[], str] = str) -> T:
    """The first that is true of what a look finds; fails, with what `tell` gives then, where none comes."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(tell() or f"still {found!r} after {PATIENCE_SECONDS} seconds")
        time.sleep(PAUSE_SECONDS)
    return found
