"""What `a3dav export` makes of files, `a3dav import` of names that are taken, and `a3dav lock` of locks."""

import os
import re
import sys

import pytest

from a3dav.administration import find_account
from a3dav.cli import main
from a3dav.cli.options import plugin_commands
from a3dav.testing.locks import LOCKINFO
from a3dav.testing.people import add_person
from a3dav.transfer import Report, export_account, files_below, import_file


def exported(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_folders_and_files_of_any_size_are_exported_as_they_are(make_house, tmp_path):
    house = make_house(storage__inline_body_limit=10)
    alice = add_person(house, "alice")
    alice.request("MKCOL", "/files/alice/d")
    alice.request("MKCOL", "/files/alice/d/e")
    alice.put("/files/alice/small", b"\x00\xff")
    alice.put("/files/alice/d/e/large", b"x" * 100)
    alice.put("/files/alice/d/gr%C3%BC%C3%9Fe%20%25.txt", "Grüße".encode())
    export_account(house, find_account(house, "alice"), tmp_path / "out")
    files = {name: body for name, body in exported(tmp_path / "out").items() if name.startswith("files/")}
    assert files == {
        "files/small": b"\x00\xff",
        "files/d/e/large": b"x" * 100,
        "files/d/grüße %.txt": "Grüße".encode(),
    }


def test_an_import_leaves_a_name_that_another_object_has_to_it(house, alice, tmp_path):
    event = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:{}\r\nDTSTART:20260310T110000Z\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )
    alice.put("/calendars/alice/calendar/b.ics", event.format("a"))
    (tmp_path / "b.ics").write_text(event.format("b"))
    report = Report()
    for _ in range(2):
        (file,) = files_below(tmp_path / "b.ics", house)
        import_file(house, find_account(house, "alice"), file, report)
    assert alice.get("/calendars/alice/calendar/b.ics").body == event.format("a").encode()
    assert (report.created, report.unchanged, report.refused) == (1, 1, [])


@pytest.fixture
def lock_command(tmp_path, store_settings, monkeypatch, capsys):
    """Runs `a3dav lock …` on the store of the house and gives what it printed."""
    monkeypatch.setattr(os, "environ", {**os.environ, **store_settings})

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["a3dav", "lock", *arguments, "--data-dir", str(tmp_path / "data")])
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code
        return capsys.readouterr().out

    return run


@pytest.mark.rfc("4918", "6.4")
def test_a_lock_is_listed_and_broken_by_an_administrator(house, alice, lock_command):
    alice.put("/files/alice/a", b"1")
    token = alice.request("LOCK", "/files/alice/a", LOCKINFO).headers["lock-token"].strip("<>")
    assert re.search(rf"{token}.*/files/alice/a.*alice.*exclusive", lock_command("list"))
    assert alice.put("/files/alice/a", b"2").status == 423
    assert lock_command("remove", token) == "the lock is gone\n"
    assert token not in lock_command("list")
    assert alice.put("/files/alice/a", b"2").status == 204


def test_commands_of_a_plugin_come_and_go_with_it(monkeypatch):
    assert "lock" in {entry.name for entry in plugin_commands()}
    monkeypatch.setenv("A3DAV_PLUGINS__DISABLED", "locking")
    assert "lock" not in {entry.name for entry in plugin_commands()}
