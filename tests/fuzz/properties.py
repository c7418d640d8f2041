"""The property tests of core and plugins, round by round with other inputs, each round longer than the one before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .running import FINDINGS, Tally
from .target import HERE

PROPERTIES = "properties"
ROOT = HERE.parents[1]
FIRST = 200


def run_properties(seconds: int) -> Tally:
    tally, examples = Tally(PROPERTIES), FIRST
    while not tally.findings and (left := seconds - tally.seconds) > 1:
        tally.findings += _round(examples, left)
        tally.inputs += examples
        examples *= 2
    print(tally, flush=True)
    return tally


def _round(examples: int, seconds: float) -> list[Path]:
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "fuzz", "HYPOTHESIS_EXAMPLES": str(examples)}
    command = [sys.executable, "-P", "-m", "pytest", "-q", "-x", "-m", "hypothesis", "core/tests", "plugins"]
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=seconds, check=False
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return []
    if done.returncode == 0:
        return []
    print(done.stdout[-8000:], flush=True)
    report = FINDINGS / PROPERTIES / "report"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(done.stdout)
    return [report]
