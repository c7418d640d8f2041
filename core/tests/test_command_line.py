"""The command line: every command does what it says, and every error is one sentence with its cure."""

import io
import os
import re
import sys
import zipfile
from unittest import mock

import pytest

from a3dav.cli import main

EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:{}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nSUMMARY:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{}\r\nFN:{}\r\nN:;;;;\r\nEND:VCARD\r\n"


@pytest.fixture
def a3dav(tmp_path, store_settings, monkeypatch, capsys):
    """Runs a command on a store of its own and gives what it printed; `ends_with` is the status expected."""

    def run(*arguments, stdin="", ends_with=0):
        monkeypatch.setattr(sys, "argv", ["a3dav", *arguments, "--data-dir", str(tmp_path / "data")])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        with mock.patch.dict(os.environ, store_settings), pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        assert (ended.value.code or 0) == ends_with, printed.err
        return printed.err if ends_with else printed.out

    return run


@pytest.fixture
def alice(a3dav):
    a3dav("user", "add", "alice", "--password-stdin", "--role", "admin", "--email", "a@example.org", stdin="secret\n")
    return a3dav


def refused(a3dav, *arguments, **options):
    """The one sentence that a command is refused with."""
    said = a3dav(*arguments, ends_with=1, **options)
    assert said.startswith("a3dav: ")
    assert said.count("\n") == 1
    return said


def test_a_password_is_made_and_shown_where_none_is_given(a3dav):
    assert re.search(r"user bob was made; the password is \S{10,}", a3dav("user", "add", "bob"))
    assert "password" not in a3dav("user", "add", "room", "--kind", "room")


def test_accounts_are_listed_with_what_they_may_do(alice):
    alice("user", "add", "bob", "--password-stdin", "--display-name", "Bob", stdin="x\n")
    table = alice("user", "list")
    assert re.search(r"alice.*admin.*a@example.org.*active", table)
    assert re.search(r"bob.*owner.*Bob.*active", table)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("user", "add", "alice"), "the name 'alice' is taken"),
        (("user", "add", "a/b"), "cannot be the name of an account; use letters"),
        (("user", "add", "eve", "--email", "a@example.org"), "belongs to another account"),
        (("user", "passwd", "eve"), "there is no account 'eve'; see: a3dav user list"),
        (("user", "rename", "alice", "with space"), "cannot be the name"),
        (("user", "disable", "alice"), "alice is the last administrator; make another one first"),
        (("user", "remove", "alice", "--erase"), "alice is the last administrator"),
        (("user", "remove", "alice"), "say what happens to the data"),
        (("user", "remove", "alice", "--keep", "--erase"), "--keep does not go together"),
        (("group", "member", "alice", "alice"), "alice is a user, not a group"),
        (("lock", "remove", "x"), "there is no lock x; see: a3dav lock list"),
        (("app-password", "revoke", "alice", "x"), "see: a3dav app-password list alice"),
        (("token", "revoke", "alice", "x"), "see: a3dav token list alice"),
        (("token", "revoke", "alice", "00"), "see: a3dav token list alice"),
        (("token", "create", "eve", "--scope", "dav"), "there is no account 'eve'"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(alice, arguments, sentence):
    assert sentence in refused(alice, *arguments, stdin="x\n")


@pytest.mark.parametrize("arguments", [("fly",), ("user", "add"), ("user", "add", "x", "--role", "king")])
def test_a_command_that_is_not_understood_shows_its_usage(a3dav, arguments):
    assert "Usage: a3dav" in a3dav(*arguments, ends_with=2)


def test_a_renamed_account_keeps_its_data(alice, tmp_path):
    (tmp_path / "lunch.ics").write_text(EVENT.format("1", "Lunch"))
    alice("import", "alice", str(tmp_path / "lunch.ics"))
    alice("user", "rename", "alice", "ada")
    alice("export", "ada", str(tmp_path / "out"))
    assert "SUMMARY:Lunch" in (tmp_path / "out" / "calendars" / "calendar.ics").read_text()


def test_a_disabled_account_can_be_enabled_again(alice):
    alice("user", "add", "bob", "--password-stdin", stdin="x\n")
    alice("user", "disable", "bob")
    assert re.search(r"bob.*disabled", alice("user", "list"))
    alice("user", "enable", "bob")
    assert not re.search(r"bob.*disabled", alice("user", "list"))


def test_a_removed_account_is_exported_given_away_kept_or_erased(alice, tmp_path):
    (tmp_path / "lunch.ics").write_text(EVENT.format("1", "Lunch"))
    for name in ("exported", "given", "kept"):
        alice("user", "add", name, "--password-stdin", stdin="x\n")
        alice("import", name, str(tmp_path / "lunch.ics"))
    alice("user", "remove", "exported", "--export", str(tmp_path / "exported"))
    assert "SUMMARY:Lunch" in (tmp_path / "exported" / "calendars" / "calendar.ics").read_text()
    alice("user", "remove", "given", "--give-to", "alice")
    alice("export", "alice", str(tmp_path / "alice"))
    assert "SUMMARY:Lunch" in (tmp_path / "alice" / "calendars" / "given-calendar.ics").read_text()
    alice("user", "remove", "kept", "--keep")
    table = alice("user", "list")
    assert re.search(r"kept.*disabled", table)
    assert not re.search(r"exported|given", table)


def test_groups_have_members(alice):
    alice("group", "add", "team", "--display-name", "The team")
    alice("group", "member", "team", "alice")
    assert re.search(r"team.*The team.*alice", alice("group", "list"))
    alice("group", "member", "team", "alice", "--remove")
    assert "alice" not in alice("group", "list")


def test_app_passwords_are_shown_once_and_can_be_revoked(alice):
    password = alice("app-password", "add", "alice", "--label", "phone", "--scope", "read-only", "--days", "7").strip()
    table = alice("app-password", "list", "alice")
    assert password not in table
    (identifier,) = re.findall(r"[0-9a-f]{32}", table)
    assert re.search(r"phone.*read-only.*never", table)
    assert alice("app-password", "revoke", "alice", identifier) == "revoked\n"
    assert identifier not in alice("app-password", "list", "alice")


def test_tokens_are_shown_once_and_can_be_revoked(alice):
    token = alice("token", "create", "alice", "--label", "sync", "--scope", "dav", "--scope", "profile").strip()
    table = alice("token", "list", "alice")
    assert token not in table
    (identifier,) = re.findall(r"[0-9a-f]{32}", table)
    assert re.search(r"sync.*profile dav.*never", table)
    assert alice("token", "revoke", "alice", identifier) == "revoked\n"
    assert identifier not in alice("token", "list", "alice")


@pytest.fixture
def files(tmp_path):
    """Two calendars, a contact, something broken and something else, in folders and a zip file."""
    folder = tmp_path / "files"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.ics").write_text(EVENT.format("1", "Lunch") + EVENT.format("2", "Dinner"))
    (folder / "deep" / "todo.ics").write_text(EVENT.format("3", "Shop").replace("VEVENT", "VTODO"))
    (folder / "broken.ics").write_text(EVENT.format("4", "Broken").replace("20260310T", "tomorrow"))
    (folder / "ada.vcf").write_text(CARD.format("5", "Ada"))
    (folder / "notes.txt").write_text("not for import")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("inner/grace.vcf", CARD.format("6", "Grace"))
    return folder, tmp_path / "more.zip"


def test_files_folders_and_archives_are_imported_with_a_report(alice, files, tmp_path, capsys):
    said = alice("import", "alice", *map(str, files), ends_with=1)
    assert re.search(r"refused: .*broken\.ics.*line 7: DTSTART has no date", said)
    alice("export", "alice", str(tmp_path / "out"))
    found = {str(file.relative_to(tmp_path / "out")): file.read_text() for file in (tmp_path / "out").rglob("*.*")}
    assert set(found) == {"calendars/calendar.ics", "calendars/tasks.ics", "addressbooks/addressbook.vcf"}
    assert re.findall("SUMMARY:(.*)\n", found["calendars/calendar.ics"]) == ["Lunch", "Dinner"]
    assert re.findall("SUMMARY:(.*)\n", found["calendars/tasks.ics"]) == ["Shop"]
    assert re.findall("FN:(.*)\n", found["addressbooks/addressbook.vcf"]) == ["Ada", "Grace"]


def test_a_second_import_changes_nothing(alice, files):
    folder, _ = files
    (folder / "broken.ics").unlink()
    assert alice("import", "alice", str(folder)) == "4 imported, 0 updated, 0 unchanged, 0 refused\n"
    assert alice("import", "alice", str(folder)) == "0 imported, 0 updated, 4 unchanged, 0 refused\n"
    (folder / "ada.vcf").write_text(CARD.format("5", "Countess"))
    assert alice("import", "alice", str(folder)) == "0 imported, 1 updated, 3 unchanged, 0 refused\n"


def test_an_import_may_leave_what_is_there_as_it_is(alice, files):
    folder, _ = files
    (folder / "broken.ics").unlink()
    alice("import", "alice", str(folder / "ada.vcf"))
    (folder / "ada.vcf").write_text(CARD.format("5", "Countess"))
    said = alice("import", "alice", str(folder), "--if-exists", "skip")
    assert said == "3 imported, 0 updated, 1 unchanged, 0 refused\n"


def test_an_export_never_mixes_with_what_is_there(alice, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    assert "is not empty; name a new folder" in refused(alice, "export", "alice", str(tmp_path / "full"))


def test_check_tells_what_is_right_and_which_dns_records_lead_here(alice):
    said = alice("check", "--domain", "example.com")
    assert "WRONG" not in said
    assert "_caldav._tcp.example.com. SRV 0 1 8008" in re.sub(r" +", " ", said).replace(" IN ", " ")


def test_check_mends_what_it_can_and_says_line_by_line_what_it_did(alice, tmp_path):
    lost = tmp_path / "data" / "blobs" / "incoming" / "upload"
    lost.write_bytes(b"x")
    os.utime(lost, (1, 1))
    alice("check", ends_with=1)
    said = alice("check", "--deep", "--repair")
    assert "\nWRONG 1 uploads were abandoned\n    done removed 1 abandoned uploads\n" in said
    assert "WRONG" not in alice("check")


def test_check_ends_with_1_where_something_is_wrong(a3dav):
    a3dav("user", "add", "bob", "--password-stdin", stdin="x\n")
    assert a3dav("check", ends_with=1) == "", "the list goes where lists go"


def test_plugins_are_listed_with_where_they_come_from(a3dav):
    table = a3dav("plugins")
    assert re.search(r"webdav.*enabled.*built in", table)
    assert re.search(r"caldav.*enabled.*a3dav-caldav 0\.", table)


def test_settings_are_shown_with_their_origin(a3dav, tmp_path, monkeypatch):
    (tmp_path / "a3dav.toml").write_text("[server]\nport = 9090\n")
    monkeypatch.setenv("A3DAV_AUTH__REALM", "Here")
    table = a3dav("config", "show", "--config", str(tmp_path / "a3dav.toml"))
    assert re.search(r"server\.port.*9090.*a3dav\.toml", table)
    assert re.search(r"auth\.realm.*Here.*A3DAV_AUTH__REALM", table)
    assert re.search(r"server\.data_dir.*data.*", table)


def test_a_wrong_setting_is_refused_by_file_line_and_key(a3dav, tmp_path):
    (tmp_path / "a3dav.toml").write_text("[server]\nprot = 9090\n")
    said = refused(a3dav, "check", "--config", str(tmp_path / "a3dav.toml"))
    assert "a3dav.toml" in said
    assert "2" in said
    assert "prot" in said
    assert "port" in said.replace("prot", "")


def test_the_store_is_brought_up_to_date_and_indexed_again(alice, files):
    folder, _ = files
    alice("import", "alice", str(folder / "one.ics"))
    assert alice("db", "upgrade") == "the store is up to date\n"
    counts = {"scheduling": 2, "carddav": 0, "caldav": 2, "attachments": 2}
    assert alice("reindex") == "".join(f"{name}: {count} resources indexed\n" for name, count in counts.items())


def test_a_store_of_an_older_schema_is_upgraded_by_nobody_in_passing(alice, make_house):
    house = make_house()
    engine = house.store.engine
    engine.submit(lambda: engine.execute("DELETE FROM migrations WHERE line = 'caldav'")).result()
    house.close()
    assert "the schema of the store is not current; try: a3dav db upgrade" in refused(alice, "user", "list")
