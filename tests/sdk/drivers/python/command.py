"""How the driver of the Python SDK is called, and what uses the SDK checked and run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def command(sdk: Path, scratch: Path) -> list[str]:
    return [sys.executable, "-P", str(Path(__file__).with_name("driver.py")), str(sdk)]


def check(sdk: Path, scratch: Path) -> None:
    (package,) = (file.parent.name for file in sdk.glob("*/py.typed"))
    told = [sys.executable, "-m", "mypy", "--cache-dir", str(scratch.resolve()), package]
    done = subprocess.run(told, cwd=sdk, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]


def programs(sdk: Path, scratch: Path, texts: Sequence[str]) -> list[list[str]]:
    files = [scratch / f"newcomer{number}.py" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    return [["env", f"PYTHONPATH={sdk}", sys.executable, str(file)] for file in files]
