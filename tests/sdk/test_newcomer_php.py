"""The program in the README of the PHP SDK, against a server."""

import re
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.tools import tool

PHP = Path(__file__).parents[2] / "generated" / "php"


@pytest.fixture
def newcomer(tmp_path, served_person):
    """What the program of the README prints."""
    program = re.search(r"```php\n(<\?php.*?)```", (PHP / "README.md").read_text(), re.DOTALL)[1]
    for old, new in (
        ("http://127.0.0.1:8008", served_person.url), ("NAME", served_person.name), ("PASSWORD", served_person.password),
        ("vendor/autoload.php", str(PHP / "autoload.php")),
    ):  # fmt: skip
        assert f"'{old}'" in program
        program = program.replace(f"'{old}'", f"'{new}'")
    file = tmp_path / "newcomer.php"
    file.write_text(program)
    php = tool("php", "apt-get install php-cli php-curl php-xml php-mbstring")
    done = subprocess.run([php, str(file)], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_newcomer_lists_calendars_adds_an_event_and_syncs(newcomer):
    assert re.search(r" changed /calendars/\S+\n.* token data:,", newcomer)
