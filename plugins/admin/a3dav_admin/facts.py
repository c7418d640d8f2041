"""What the worker that got a request knows, and the process that answers it does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from a3dav.house import House

METRICS = "metrics"
_SAMPLES = "metrics.samples"


def facts_of(house: House, wanted: Iterable[str]) -> Mapping[str, Any]:
    """Asked on the wait lane."""
    found: dict[str, Any] = {}
    if METRICS in wanted:
        ask = house.services.get(_SAMPLES)
        found[METRICS] = ask() if ask is not None else []
    return found
