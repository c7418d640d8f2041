"""Inputs of a grammar, outside of a test."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis.strategies import SearchStrategy


def made(inputs: SearchStrategy[bytes], count: int, seed: int) -> list[bytes]:
    found: list[bytes] = []
    few = settings(
        max_examples=count, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck)
    )  # fmt: skip

    @few
    @seeded(seed)
    @given(inputs)
    def keep(data: bytes) -> None:
        found.append(data)

    keep()
    return found
