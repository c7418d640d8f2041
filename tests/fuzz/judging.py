"""One input judged: what a target raises is a finding, and so is what takes it a second of computing."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

SLOW = 1.0
"""Seconds of the processor, which a machine that is busy otherwise does not lengthen."""
TRIES = 1500


@dataclass(frozen=True)
class Verdict:
    """`where` tells findings apart: the kind of the error and the place that raised it; "" for no finding."""

    where: str
    told: str
    seconds: float


def judged(check: Callable[[bytes], None], data: bytes) -> Verdict:
    begun = time.process_time()
    try:
        check(data)
    except BaseException as error:  # whatever it is, a finding
        seconds = time.process_time() - begun
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Verdict(f"{type(error).__name__} at {place.filename}:{place.lineno}", _told(error), seconds)
    seconds = time.process_time() - begun
    slow = seconds > SLOW
    return Verdict("slow" if slow else "", f"took {seconds:.1f} s of the processor" if slow else "", seconds)


def _told(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def shrunk(check: Callable[[bytes], None], data: bytes) -> bytes:
    """A shorter input with the same finding: pieces are left out, smaller and smaller ones."""
    wanted = judged(check, data).where
    tries, size = 0, max(1, len(data) // 2)
    while wanted and size and tries < TRIES:
        place = 0
        while place < len(data) and tries < TRIES:
            shorter, tries = data[:place] + data[place + size :], tries + 1
            if judged(check, shorter).where == wanted:
                data = shorter
            else:
                place += size
        size //= 2
    return data
