"""How the driver of the PHP SDK is called, and what uses the SDK checked and run."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from a3dav.testing.tools import tool

LOAD = Path(__file__).parents[4] / "sdk-templates" / "tests" / "php" / "load.php"


def php() -> str:
    return tool("php", "apt-get install php-cli php-curl php-xml php-mbstring")


def command(sdk: Path, scratch: Path) -> list[str]:
    return [php(), str(Path(__file__).with_name("driver.php")), str(sdk.resolve())]


def check(sdk: Path, scratch: Path) -> None:
    done = subprocess.run([php(), str(LOAD), str(sdk)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def programs(sdk: Path, scratch: Path, texts: Sequence[str]) -> list[list[str]]:
    (scratch / "vendor").mkdir(exist_ok=True)
    (scratch / "vendor" / "autoload.php").write_text(f"<?php\nrequire '{sdk.resolve()}/autoload.php';\n")
    files = [scratch / f"newcomer{number}.php" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    return [[php(), str(file)] for file in files]
