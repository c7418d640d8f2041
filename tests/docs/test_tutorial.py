"""The tutorial plugin: what the page shows is what the folder holds, and pip installs it into a fresh environment."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "docs" / "how-to" / "a3dav-wordcount"
PAGE = (ROOT / "docs" / "how-to" / "write-a-plugin.md").read_text()
SHOWN = re.findall(r"```(?:python|toml)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", SHOWN, ids=range(len(SHOWN)))
def test_what_the_page_shows_is_in_the_folder(block):
    files = [file for file in PLUGIN.rglob("*") if file.suffix in {".py", ".toml"}]
    assert any(block in file.read_text() for file in files)


def copied(source, folder):
    """A copy to install from, since building leaves files beside what it builds."""
    return shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("build", "*.egg-info"))


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A fresh environment with the core, the access control and the plugin, installed by pip."""
    folder = tmp_path_factory.mktemp("tutorial") / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True, timeout=120)
    wanted = [copied(source, folder.parent) for source in (ROOT / "core", ROOT / "plugins" / "acl", PLUGIN)]
    subprocess.run(
        [folder / "bin" / "pip", "install", "-q", "--disable-pip-version-check", *wanted, "pytest"],
        check=True,
        timeout=600,
    )
    return folder / "bin"


def test_the_plugin_is_found_once_it_is_installed(environment, tmp_path):
    done = subprocess.run(
        [environment / "a3dav", "plugins", "--data-dir", tmp_path],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert re.search(r"wordcount.*enabled.*a3dav-wordcount 0\.1\.0", done.stdout)


def test_the_tests_of_the_plugin_pass(environment, tmp_path):
    done = subprocess.run(
        [environment / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", environment.parents[1] / PLUGIN.name],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout
