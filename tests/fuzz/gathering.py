"""A small corpus: of many inputs, the shortest that reach what no other reaches."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import FrameType
from typing import Any

from .making import made
from .target import HERE, Target

Reached = set[tuple[str, int, int]]
SHORT = 4_000
MADE = 600
NAME = 8


def reached(check: Callable[[bytes], None], data: bytes) -> Reached:
    """Pairs of lines of the project that follow one another while an input is checked."""
    found: Reached = set()

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        name = frame.f_code.co_filename
        if "/a3dav" not in name:
            return None
        before = 0

        def line(frame: FrameType, event: str, argument: object) -> Any:
            nonlocal before
            found.add((name, before, frame.f_lineno))
            before = frame.f_lineno
            return line

        return line

    sys.settrace(trace)
    try:
        with suppress(Exception):
            check(data)
    finally:
        sys.settrace(None)
    return found


def gathered(check: Callable[[bytes], None], inputs: Iterable[bytes], most: int) -> list[bytes]:
    """At most so many of the inputs, each of which reached what those before it did not."""
    known: Reached = set()
    kept: list[tuple[int, bytes]] = []
    for data in sorted({entry for entry in inputs if len(entry) <= SHORT}, key=lambda entry: (len(entry), entry)):
        new = reached(check, data) - known
        if new:
            known |= new
            kept.append((len(new), data))
    return [data for _, data in sorted(kept, key=lambda pair: -pair[0])[:most]]


def gather_corpus(target: Target, most: int) -> str:
    """Files whose names are words were put there on purpose, and stay."""
    chosen = {name: data for name, data in target.corpus().items() if not _is_gathered(name)}
    seen = [file.read_bytes() for file in (HERE / ".work" / target.name).glob("*")]
    inputs = [*seen, *made(target.inputs, MADE, seed=1), *target.corpus().values()]
    kept = gathered(target.check, inputs, most)
    target.folder.mkdir(parents=True, exist_ok=True)
    for name in target.corpus().keys() - chosen.keys():
        (target.folder / name).unlink()
    for data in kept:
        if data not in chosen.values():
            (target.folder / named(data)).write_bytes(data)
    return f"{target.name:20} {len(kept):3} inputs, {sum(map(len, kept)):6,} bytes"


def _is_gathered(name: str) -> bool:
    return len(name) == NAME and set(name) <= set("0123456789abcdef")


def named(data: bytes) -> str:
    """The name of an input as a file."""
    return hashlib.blake2b(data, digest_size=4).hexdigest()
