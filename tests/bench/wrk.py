"""The load generator: wrk, which sends requests made here over connections it keeps."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

NUMBER = b"\x00NUMBER\x00"
"""Stands in a request for ten digits that are others each time."""
DIGITS = 10
PATIENCE_SECONDS = 20
END_SECONDS = 60
CURE = "apt-get install wrk"
_SCRIPT = Path(__file__).with_name("replay.lua")
_numbers = count(int(time.time()) % 10**6 * 1000, 200_000)


@dataclass(frozen=True)
class Load:
    """What wrk told of one round; times are milliseconds."""

    requests: int
    seconds: float
    p50: float
    p99: float
    refused: int
    broken: int


def installed() -> bool:
    return shutil.which("wrk") is not None


def load(url: str, requests: Sequence[bytes], seconds: float, clients: int) -> Load:
    """Sends the requests in turn, as fast as answers come, for so long, or until at least one came."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua", encoding="ascii") as file:
        file.write(f"return {{{','.join(map(_pieces, requests))}}}")
        file.flush()
        done = _run(url, file.name, seconds, clients)
        while not done.requests and seconds < PATIENCE_SECONDS:
            seconds *= 4
            done = _run(url, file.name, seconds, clients)
    return done


def _run(url: str, requests: str, seconds: float, clients: int) -> Load:
    command = ["wrk", "-t1", f"-c{clients}", "-d1h", "--timeout", "60s", "-s", _SCRIPT, url, "--", requests]
    words = [*map(str, command), str(next(_numbers))]
    wrk = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert wrk.stderr is not None
        wrk.stderr.readline()
        time.sleep(seconds)
        told = _ended(wrk)
    finally:
        wrk.kill()
    (line,) = [line for line in told.splitlines() if line.startswith("RESULT ")]
    found = json.loads(line.removeprefix("RESULT "))
    lost = found.pop("sent") - found["requests"] - clients  # not every version counts what the server closed
    return Load(**{**found, "broken": max(found["broken"], lost)})


def _ended(wrk: subprocess.Popen[str]) -> str:
    """What it prints when it is interrupted: it knows whole seconds alone, and ignores the signal at first."""
    end = time.monotonic() + END_SECONDS
    while time.monotonic() < end:
        wrk.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return wrk.communicate(timeout=0.5)[0]
    raise SystemExit("wrk does not end")


def _pieces(request: bytes) -> str:
    return "{" + ",".join(f'"{_escaped(piece)}"' for piece in request.split(NUMBER)) + "}"


def _escaped(piece: bytes) -> str:
    return "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"\\{byte:03}" for byte in piece)
