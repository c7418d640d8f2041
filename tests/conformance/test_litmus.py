"""litmus, the WebDAV test suite: 104 of its 104 tests."""

import re
import subprocess

import pytest

SUITES = {"basic": 16, "copymove": 13, "props": 30, "locks": 41, "http": 4}


@pytest.mark.rfc("4918")
@pytest.mark.parametrize(("suite", "count"), SUITES.items())
def test_every_test_of_a_litmus_suite_passes(suite, count, account, require_tool, tmp_path):
    litmus = require_tool("litmus")
    done = subprocess.run(
        [litmus, f"{account.url}files/{account.name}/", account.name, account.password],
        env={"TESTS": suite, "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    summary = re.search(r"of (\d+) tests run: (\d+) passed, (\d+) failed", done.stdout)
    assert summary, done.stdout + done.stderr
    assert [int(number) for number in summary.groups()] == [count, count, 0], done.stdout
