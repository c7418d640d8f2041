"""The long run: each target in turn, round by round, and what becomes of what is found."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from .gathering import named
from .target import HERE

FINDINGS, WORK = HERE / "findings", HERE / ".work"
ROUND = 180
"""Seconds after which a target gets new inputs of its grammar."""
TELL = 20
REPLAY_SECONDS = 300
_PROGRESS = re.compile(r"^#(\d+).* cov: (\d+) ft: (\d+)")
ITSELF = [sys.executable, str(HERE)]


@dataclass
class Tally:
    """What is told of a target."""

    name: str
    inputs: int = 0
    coverage: int = 0
    begun: float = field(default_factory=time.monotonic)
    findings: list[Path] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.begun

    def __str__(self) -> str:
        pace = self.inputs / max(self.seconds, 0.001)
        return (
            f"{self.name:20} {self.seconds:6.0f} s {self.inputs:12,} inputs {pace:8,.0f}/s"
            f"  coverage {self.coverage:6,}  findings {len(self.findings)}"
        )


def run(name: str, seconds: int) -> Tally:
    """Rounds of one target until its time is over, or until it has a finding."""
    tally = Tally(name)
    while not tally.findings and (left := seconds - tally.seconds) > 0:
        _round(tally, max(1, min(ROUND, int(left))))
    print(tally, flush=True)
    return tally


def _round(tally: Tally, seconds: int) -> None:
    work = WORK / tally.name
    work.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="a3dav-fuzz-") as folder:
        arguments = [*ITSELF, "guide", tally.name, str(work), folder, str(seconds)]
        with subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        ) as child:
            said = list(_watched(child, tally))
        found = sorted(Path(folder).iterdir())
        for file in found:
            tally.findings += _finding(tally.name, file, "".join(said))
        if child.returncode and not found:
            raise SystemExit("".join(said[-40:]) + f"\nthe target {tally.name} could not run: {child.returncode}")


def _watched(child: subprocess.Popen[str], tally: Tally) -> Iterator[str]:
    """Passes on what the child says, but for its progress."""
    before, told = tally.inputs, time.monotonic()
    assert child.stdout is not None
    for line in child.stdout:
        progress = _PROGRESS.match(line)
        if progress is None:
            yield line
            continue
        tally.inputs = before + int(progress[1])
        tally.coverage = max(tally.coverage, int(progress[2]))
        if time.monotonic() - told > TELL:
            told = time.monotonic()
            print(tally, flush=True)


def _finding(name: str, file: Path, said: str) -> list[Path]:
    """Keeps an input that does its harm without being watched too, and what broke a run that ended."""
    kept = FINDINGS / name / named(file.read_bytes())
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(file.read_bytes())
    replayed = subprocess.run(
        [*ITSELF, "replay", "--shrink", str(kept)], capture_output=True, text=True, timeout=None, check=False
    )  # fmt: skip
    if replayed.returncode == 0 and file.name.startswith("slow-"):
        kept.unlink()
        return []
    print(replayed.stdout if replayed.returncode else f"not again by itself; it was:\n{said[-4000:]}", flush=True)
    print(f"replay with: {sys.executable} tests/fuzz replay {kept.relative_to(HERE.parents[1])}", flush=True)
    return [kept]
