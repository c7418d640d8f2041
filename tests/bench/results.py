"""What one run of the benchmark found, and the file it is kept in."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .contender import OURS, PEERS
from .rounds import Measured, Pace, Round
from .scenarios import SCENARIOS


def machine() -> dict[str, Any]:
    """The day, and what it was measured on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}", "cores": os.cpu_count(), "processor": models[0] if models else "",
        "memory": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "python": platform.python_version(),
    }  # fmt: skip


def write(found: Any, file: Path) -> None:
    """Keeps what a part of the benchmark found, with where it was found."""
    file.write_text(json.dumps({"machine": machine(), **asdict(found)}, indent=1) + "\n")


@dataclass
class Comparison:
    """Servers side by side: by scenario, and then by server."""

    pace: Pace
    objects: int
    versions: Mapping[str, str]
    scenarios: dict[str, dict[str, Measured]]

    def title(self, scenario: str) -> str:
        return SCENARIOS[scenario].title

    def times(self, scenario: str) -> dict[str, float]:
        """How many times as many requests a second this server answers as each of the others, with its best set-up."""
        right = {server: one.rate for server, one in self.scenarios.get(scenario, {}).items() if not one.wrong}
        ours = max((right[server] for server in OURS if server in right), default=0.0)
        return {server: ours / rate for server, rate in right.items() if server in PEERS} if ours else {}

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Comparison:
        scenarios = {
            name: {server: _measured(one) for server, one in by_server.items()}
            for name, by_server in told["scenarios"].items()
        }
        return cls(Pace(**told["pace"]), told["objects"], told["versions"], scenarios)


def _measured(told: dict[str, Any]) -> Measured:
    return Measured(**{**told, "rounds": [Round(**one) for one in told["rounds"]]})
