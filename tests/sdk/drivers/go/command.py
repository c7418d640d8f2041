"""How the driver of the Go SDK is built and called, and what uses the SDK checked and run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from a3dav.testing.tools import tool

_MODULE = (
    "module driver\n\ngo 1.23\n\nrequire github.com/a3dav/a3dav-go v0.0.0\n\nreplace github.com/a3dav/a3dav-go => {}\n"
)


def command(sdk: Path, scratch: Path) -> list[str]:
    for file in Path(__file__).parent.glob("*.go"):
        shutil.copy(file, scratch)
    return [built(sdk, scratch)]


def check(sdk: Path, scratch: Path) -> None:
    """Types alone: a compiler that goes on to code takes ten times as long."""
    go(sdk, "vet", "-copylocks", "./...")


def programs(sdk: Path, scratch: Path, texts: Sequence[str]) -> list[list[str]]:
    found = []
    for number, text in enumerate(texts):
        folder = scratch / f"newcomer{number}"
        folder.mkdir(exist_ok=True)
        (folder / "main.go").write_text(text)
        found.append([built(sdk, folder)])
    return found


def built(sdk: Path, folder: Path) -> str:
    (folder / "go.mod").write_text(_MODULE.format(sdk.resolve()))
    go(folder, "build", "-o", "driver", ".")
    return str((folder / "driver").resolve())


def go(folder: Path, *arguments: str) -> None:
    program = tool("go", "apt-get install golang-go, or the archive of go.dev")
    offline = {**os.environ, "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOWORK": "off"}
    done = subprocess.run([program, *arguments], cwd=folder, env=offline, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:4000]
