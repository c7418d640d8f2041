"""What one run of the benchmark found, and the file it is kept in."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

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


@dataclass
class Comparison:
    """Servers side by side: by scenario, and then by server."""

    pace: Pace
    objects: int
    versions: Mapping[str, str]
    scenarios: dict[str, dict[str, Measured]]
    machine: dict[str, Any] = field(default_factory=machine)

    def title(self, scenario: str) -> str:
        return SCENARIOS[scenario].title

    def write(self, file: Path) -> None:
        file.write_text(json.dumps(asdict(self), indent=1) + "\n")

    @classmethod
    def read(cls, file: Path) -> Comparison:
        told = json.loads(file.read_text())
        scenarios = {
            name: {server: _measured(one) for server, one in by_server.items()}
            for name, by_server in told.pop("scenarios").items()
        }
        return cls(Pace(**told.pop("pace")), scenarios=scenarios, **told)


def _measured(told: dict[str, Any]) -> Measured:
    return Measured(**{**told, "rounds": [Round(**one) for one in told["rounds"]]})
