"""The commands of the guide work as they stand there, one behind the other."""

import re
import subprocess
from pathlib import Path

from a3dav.testing.tools import tool

GUIDE = (Path(__file__).parents[3] / "docs" / "how-to" / "use-calendars-over-rest.md").read_text()
BLOCKS = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)


def test_the_commands_of_the_guide_say_what_they_promise(served_person):
    tool("curl")
    person = served_person
    script = "set -eu\n" + "\n".join(BLOCKS)
    script = script.replace("http://localhost:8008/", person.url).replace(
        "alice:secret", f"'{person.name}:{person.password}'"
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    for told in (
        "['2026-11-24T11:00:00Z', '2026-11-25T11:00:00Z']", "SUMMARY:Lunch", "\n1\n", "\nLate lunch\n", "\nWork\nWork\n",
        "\nBob Example\nbob@example.org\n", "'status': 'busy'", "('/problems/invalid-body', '/data/start')",
    ):  # fmt: skip
        assert told in done.stdout
