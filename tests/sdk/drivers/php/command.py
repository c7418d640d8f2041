"""How the driver of the PHP SDK is called."""

from __future__ import annotations

from pathlib import Path

from a3dav.testing.tools import tool


def command(sdk: Path, scratch: Path) -> list[str]:
    php = tool("php", "apt-get install php-cli php-curl php-xml php-mbstring")
    return [php, str(Path(__file__).with_name("driver.php")), str(sdk.resolve())]
