"""How the driver of the Go SDK is built and called."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from a3dav.testing.tools import tool

_MODULE = (
    "module driver\n\ngo 1.23\n\nrequire github.com/a3dav/a3dav-go v0.0.0\n\nreplace github.com/a3dav/a3dav-go => {}\n"
)


def command(sdk: Path, scratch: Path) -> list[str]:
    go = tool("go", "apt-get install golang-go, or the archive of go.dev")
    (scratch / "go.mod").write_text(_MODULE.format(sdk.resolve()))
    for file in Path(__file__).parent.glob("*.go"):
        shutil.copy(file, scratch)
    offline = {**os.environ, "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOWORK": "off"}
    built = subprocess.run(
        [go, "build", "-o", "driver", "."], cwd=scratch, env=offline, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return [str((scratch / "driver").resolve())]
