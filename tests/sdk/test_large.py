"""A public description of a thousand operations, which nobody here wrote, becomes clients with strict types."""

import subprocess
import sys
from pathlib import Path

from a3dav.testing.tools import tool
from a3dav_sdk.commands import main

LOAD = Path(__file__).parents[2] / "sdk-templates" / "tests" / "php" / "load.php"


def test_a_large_description_becomes_python_with_strict_types(large_project, scratch):
    out = scratch / "large" / "generated"
    assert main(["generate", "--no-lint", "--spec", str(large_project), "--out", str(out), "--language", "python"]) == 0
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "large_client"], cwd=out / "python", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]


def test_a_large_description_becomes_php_that_loads(large_project, scratch):
    out = scratch / "large" / "generated"
    assert main(["generate", "--no-lint", "--spec", str(large_project), "--out", str(out), "--language", "php"]) == 0
    done = subprocess.run(
        [tool("php", "apt-get install php-cli"), str(LOAD), str(out / "php")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
