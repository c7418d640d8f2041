"""How the driver of the TypeScript SDK is called: that of JavaScript, with the package built for it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from a3dav.testing.tools import tool

ROOT = Path(__file__).parents[4]
PACKAGES = ROOT / "sdk-templates" / "tests" / "javascript" / "package.json"


def command(sdk: Path, scratch: Path) -> list[str]:
    node, npm = tool("node", "apt-get install nodejs npm"), tool("npm", "apt-get install nodejs npm")
    shutil.copy(PACKAGES, scratch)
    install = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefer-offline"]
    subprocess.run(install, cwd=scratch, check=True, timeout=300)
    built = (scratch / "esm").resolve()
    compiler = (scratch / "node_modules" / ".bin" / "tsc").resolve()
    subprocess.run([compiler, "-p", sdk, "--outDir", built], check=True, timeout=120)
    return [node, str(Path(__file__).parents[1] / "javascript" / "driver.mjs"), str(built)]
