"""How the driver of the JavaScript SDK is called, and what uses the SDK checked and run."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from a3dav.testing.tools import tool

CURE = "apt-get install nodejs npm"
PACKAGES = Path(__file__).parents[4] / "sdk-templates" / "tests" / "javascript" / "package.json"


def command(sdk: Path, scratch: Path) -> list[str]:
    return [tool("node", CURE), str(Path(__file__).with_name("driver.mjs")), str(sdk / "src")]


def check(sdk: Path, scratch: Path) -> None:
    compile_types(sdk, scratch, "--noEmit")
    run(tool("node", CURE), str(sdk / "src" / "index.js"))


def programs(sdk: Path, scratch: Path, texts: Sequence[str]) -> list[list[str]]:
    """As in a folder where the package is installed."""
    installed = scratch / "node_modules" / json.loads((sdk / "package.json").read_text())["name"]
    if not installed.exists():
        installed.parent.mkdir(parents=True, exist_ok=True)
        installed.symlink_to(sdk.resolve())
    files = [scratch / f"newcomer{number}.mjs" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    return [[tool("node", CURE), str(file)] for file in files]


def compile_types(sdk: Path, scratch: Path, *options: str) -> None:
    shutil.copy(PACKAGES, scratch)
    run(tool("npm", CURE), "install", "--silent", "--no-audit", "--no-fund", "--prefer-offline", cwd=scratch)
    run(str((scratch / "node_modules" / ".bin" / "tsc").resolve()), "-p", str(sdk), *options)


def run(*told: str, cwd: Path | None = None) -> None:
    done = subprocess.run(told, cwd=cwd, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, (done.stdout + done.stderr)[:4000]
