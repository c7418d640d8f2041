"""Statements about many values at once: IN (…) of bounded length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
BATCH = 400
"""Identifiers in one IN (…), below the limits of both engines."""


def marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))


def alternatives(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Batches for an IN (…), of few lengths, as each length is a statement to prepare; the last value fills them up."""
    for batch in batches(values):
        missing = min(BATCH, 1 << (len(batch) - 1).bit_length()) - len(batch)
        yield [*batch, *[batch[-1]] * missing] if missing else batch
