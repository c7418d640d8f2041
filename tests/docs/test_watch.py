"""The lines of the log that pages promise are those that the server writes."""

from pathlib import Path

import pytest

from a3dav.logs import security
from a3dav.logs.formats import JsonFormatter, TextFormatter

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
PAGE, LIMITS = (HOW_TO / "watch.md").read_text(), (HOW_TO / "limit-clients.md").read_text()


@pytest.mark.parametrize("formatter", [TextFormatter(), JsonFormatter()], ids=["text", "json"])
def test_the_line_of_a_failed_login_is_the_one_on_the_page(formatter, monkeypatch):
    records = []
    monkeypatch.setattr(security.log, "handle", records.append)
    monkeypatch.setattr(security.log, "disabled", False)
    security.failed_login("192.0.2.1", "alice", "wrong password", "0197c5f3a1b27d3e8f00112233445566", "DAVx5/4.5")
    (record,) = records
    record.created = 1_782_907_200.0
    assert f"\n{formatter.format(record)}\n" in PAGE


@pytest.mark.parametrize(
    ("tell", "arguments"),
    [
        (security.blocked, ("192.0.2.7", "192.0.2.7", "failed logins", 900, "0197c5f3a1b27d3e8f00112233445566")),
        (security.too_many, ("192.0.2.8", "", "address", "0197c5f3a1b27d3e8f00112233445567")),
    ],
)
def test_the_lines_of_limits_are_those_on_the_page(tell, arguments, monkeypatch):
    records = []
    monkeypatch.setattr(security.log, "handle", records.append)
    monkeypatch.setattr(security.log, "disabled", False)
    tell(*arguments)
    (record,) = records
    record.created = 1_782_907_200.0
    assert f"\n{TextFormatter().format(record)}\n" in LIMITS
