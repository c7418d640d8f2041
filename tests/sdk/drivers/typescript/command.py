"""How the driver of the TypeScript SDK is called: that of JavaScript, with the package built for it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from runpy import run_path

from a3dav.testing.tools import tool

DRIVERS = Path(__file__).parents[1]
JAVASCRIPT = run_path(str(DRIVERS / "javascript" / "command.py"))


def command(sdk: Path, scratch: Path) -> list[str]:
    built = compiled(sdk, scratch / "esm", scratch)
    return [tool("node", JAVASCRIPT["CURE"]), str(DRIVERS / "javascript" / "driver.mjs"), str(built)]


def check(sdk: Path, scratch: Path) -> None:
    JAVASCRIPT["compile_types"](sdk, scratch, "--noEmit")


def programs(sdk: Path, scratch: Path, texts: Sequence[str]) -> list[list[str]]:
    package = scratch / "package"
    compiled(sdk, package / "dist" / "esm", scratch)
    shutil.copy(sdk / "package.json", package)
    commands: list[list[str]] = JAVASCRIPT["programs"](package, scratch, texts)
    return commands


def compiled(sdk: Path, target: Path, scratch: Path) -> Path:
    JAVASCRIPT["compile_types"](sdk, scratch, "--outDir", str(target.resolve()))
    return target.resolve()
