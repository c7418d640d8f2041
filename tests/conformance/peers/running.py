"""Servers of others, from a throw-away environment, while they run."""

from __future__ import annotations

import socket
import subprocess
import time
import venv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

START_SECONDS = 30


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def environment(folder: Path, *packages: str) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, *packages], check=True)
    return python


def version(python: Path, package: str) -> str:
    code = f"from importlib.metadata import version; print(version({package!r}))"
    done = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True)
    return f"{package.capitalize()} {done.stdout.strip()}"


@contextmanager
def running(
    command: Sequence[object], url: str, folder: Path, variables: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=log, stderr=log, cwd=folder, env=variables
        )  # fmt: skip
    try:
        end = time.monotonic() + START_SECONDS
        while not answers(url):
            if process.poll() is not None or time.monotonic() > end:
                raise SystemExit((folder / "log").read_text())
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait(30)


def answers(url: str) -> bool:
    try:
        httpx.get(url, trust_env=False)
    except httpx.TransportError:
        return False
    return True


def xandikos_command(python: Path, folder: Path, port: int) -> list[object]:
    return [
        python, "-m", "xandikos", "serve", "-d", folder / "data", "--current-user-principal", "/alice/",
        "--defaults", "--autocreate", "-l", "127.0.0.1", "-p", port,
    ]  # fmt: skip
