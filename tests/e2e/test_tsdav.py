"""tsdav, the library of web applications: discovery, calendars, contacts and sync."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "tsdav"


@pytest.fixture
def script(tmp_path, require_tool):
    """The script beside the packages it needs, which npm keeps in its own cache."""
    npm = require_tool("npm", "apt-get install nodejs npm")
    folder = tmp_path / "tsdav"
    shutil.copytree(SCRIPT, folder)
    subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefer-offline"], cwd=folder, check=True, timeout=300
    )
    return folder / "sync.mjs"


def test_tsdav_syncs_calendars_and_contacts(script, account, require_tool):
    node = require_tool("node", "apt-get install nodejs npm")
    done = subprocess.run(
        [node, str(script), account.url, account.name, account.password],
        capture_output=True, text=True, timeout=120, check=False, env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == "synced\n"
