"""Every scenario on every server."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from .contenders import contenders
from .data import make
from .results import Comparison
from .rounds import Pace, less_what_is_beside, measure


def compare(
    servers: Sequence[str], scenarios: Sequence[str], pace: Pace, objects: int, told: Callable[[str], None]
) -> Comparison:
    made = make(objects, objects, datetime.now(UTC).date())
    with (
        tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder,
        contenders(servers, Path(folder), made, told) as started,
    ):
        results = {name: measure(name, started, pace, told) for name in scenarios}
    less_what_is_beside(results)
    return Comparison(pace, objects, {one.name: one.version for one in started}, results)
