"""How the driver of the Python SDK is called."""

from __future__ import annotations

import sys
from pathlib import Path


def command(sdk: Path, scratch: Path) -> list[str]:
    return [sys.executable, "-P", str(Path(__file__).with_name("driver.py")), str(sdk)]
