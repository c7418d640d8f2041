"""How the driver of the JavaScript SDK is called."""

from __future__ import annotations

from pathlib import Path

from a3dav.testing.tools import tool


def command(sdk: Path, scratch: Path) -> list[str]:
    return [tool("node", "apt-get install nodejs"), str(Path(__file__).with_name("driver.mjs")), str(sdk / "src")]
