"""A second run takes what is new, tells what is gone, and never undoes what somebody did here."""

import os
import signal
import subprocess
import sys
import threading

import pytest

HERE = "/calendars/alice/work/"


@pytest.fixture
def copied(account, alice, move_here, make_event):
    """Three events that were copied already."""
    for number in range(3):
        account.put(f"/home/work/{number}.ics", make_event(number))
    move_here()
    return account


def collection(moved):
    (entry,) = moved.report["accounts"][0]["collections"]
    return entry


def asked_for(scripted):
    return [path for method, path, _ in scripted.heard if method == "GET"]


def test_what_was_copied_is_not_asked_for_again(copied, move_here):
    copied.heard.clear()
    moved = collection(move_here())
    assert asked_for(copied) == []
    assert (moved["found"], moved["unchanged"], moved["created"]) == (3, 3, 0)


def test_what_changed_and_what_is_new_at_the_source_is_copied(copied, alice, move_here, make_event):
    changed, new = make_event(1, summary="Changed"), make_event(7)
    copied.put("/home/work/1.ics", changed)
    copied.put("/home/work/7.ics", new)
    copied.heard.clear()
    moved = collection(move_here())
    assert asked_for(copied) == ["/home/work/1.ics", "/home/work/7.ics"]
    assert (alice.get(HERE + "1.ics").body, alice.get(HERE + "7.ics").body) == (changed, new)
    assert (moved["created"], moved["updated"], moved["unchanged"]) == (1, 1, 2)


def test_a_member_without_an_entity_tag_is_compared_by_its_bytes(account, alice, move_here, make_event):
    account.put("/home/work/1.ics", make_event(1))
    account.resources["/home/work/1.ics"] = account.resources["/home/work/1.ics"]._replace(properties="")
    move_here()
    moved = collection(move_here())
    assert (moved["created"], moved["updated"], moved["unchanged"]) == (0, 0, 1)


def test_what_is_gone_at_the_source_is_told_and_kept(copied, move_here, names_in):
    del copied.resources["/home/work/1.ics"]
    moved = move_here()
    assert collection(moved)["gone"] == ["/home/work/1.ics"]
    assert "gone at the source: /home/work/1.ics" in moved.err
    assert names_in(HERE) == ["0.ics", "1.ics", "2.ics"]


def test_what_is_gone_at_the_source_is_deleted_on_demand(copied, move_here, names_in):
    del copied.resources["/home/work/1.ics"]
    assert collection(move_here("--delete"))["deleted"] == 1
    assert names_in(HERE) == ["0.ics", "2.ics"]
    assert collection(move_here("--delete"))["gone"] == []


def test_what_was_changed_here_since_is_not_deleted(copied, alice, move_here, names_in, make_event):
    del copied.resources["/home/work/1.ics"]
    alice.put(HERE + "1.ics", make_event(1, summary="Mine"))
    moved = collection(move_here("--delete"))
    assert names_in(HERE) == ["0.ics", "1.ics", "2.ics"]
    assert moved["notes"] == [f"{HERE}1.ics was changed here since it was copied, and is kept"]


def test_what_came_from_elsewhere_is_not_deleted(copied, alice, move_here, names_in, make_event):
    alice.put(HERE + "own.ics", make_event("own"))
    move_here("--delete")
    assert names_in(HERE) == ["0.ics", "1.ics", "2.ics", "own.ics"]


def test_an_event_that_moved_to_another_name_is_neither_gone_nor_doubled(copied, move_here, names_in):
    copied.resources["/home/work/new.ics"] = copied.resources.pop("/home/work/1.ics")
    moved = collection(move_here("--delete"))
    assert moved["gone"] == []
    assert names_in(HERE) == ["0.ics", "1.ics", "2.ics"]


def test_a_calendar_that_is_gone_is_told(copied, move_here, names_in):
    for number in range(3):
        del copied.resources[f"/home/work/{number}.ics"]
    del copied.resources["/home/work/"]
    moved = move_here()
    assert "skipped: /home/work: gone at the source" in moved.err
    assert names_in(HERE) == ["0.ics", "1.ics", "2.ics"]


def test_a_calendar_that_is_gone_is_deleted_on_demand(copied, move_here, names_in):
    for number in range(3):
        del copied.resources[f"/home/work/{number}.ics"]
    del copied.resources["/home/work/"]
    move_here("--delete")
    assert names_in("/calendars/alice/") == ["calendar", "tasks"]


def test_nothing_is_deleted_when_the_listing_fails(copied, move_here, names_in):
    copied.answers["PROPFIND", "/home/work/"] = 500, {}, b""
    move_here("--delete", ends_with=1)
    assert names_in(HERE) == ["0.ics", "1.ics", "2.ics"]


def test_what_somebody_deleted_here_does_not_come_back_and_is_told(copied, alice, move_here, names_in):
    alice.delete(HERE + "1.ics")
    moved = move_here(ends_with=1)
    assert names_in(HERE) == ["0.ics", "2.ics"]
    assert collection(moved)["missing"] == [copied.url + "/home/work/1.ics"]


def test_a_calendar_that_somebody_deleted_here_is_copied_anew(copied, alice, move_here, names_in):
    alice.delete(HERE)
    move_here()
    assert names_in(HERE) == ["0.ics", "1.ics", "2.ics"]


def test_a_name_that_somebody_gave_here_stays_while_the_source_does_not_change_its_own(copied, alice, move_here):
    copied.folder("/home/work/", "<C:calendar/>", "<D:displayname>Theirs</D:displayname>")
    move_here()
    change = '<propertyupdate xmlns="DAV:"><set><prop><displayname>Mine</displayname></prop></set></propertyupdate>'
    alice.proppatch(HERE, change)
    move_here()
    assert alice.propfind(HERE, "{DAV:}displayname").multistatus[HERE].text("{DAV:}displayname") == "Mine"


def test_a_new_name_at_the_source_arrives(copied, alice, move_here):
    copied.folder("/home/work/", "<C:calendar/>", "<D:displayname>Renamed</D:displayname>")
    move_here()
    assert alice.propfind(HERE, "{DAV:}displayname").multistatus[HERE].text("{DAV:}displayname") == "Renamed"


def test_a_run_that_was_killed_goes_on_where_it_ended(account, alice, move_here, make_event, names_in, tmp_path):
    for number in range(9):
        account.put(f"/home/work/{number}.ics", make_event(number))
    reached, end = threading.Event(), threading.Event()

    def hang(*_):
        reached.set()
        end.wait(30)
        return 500, {}, b""

    account.answers["GET", "/home/work/5.ics"] = hang
    command = [sys.executable, "-P", "-m", "a3dav", "migrate", account.url, "--to", "alice"]
    process = subprocess.Popen(
        [*command, "--data-dir", str(tmp_path / "data")], env=dict(os.environ), stderr=subprocess.DEVNULL
    )
    assert reached.wait(60)
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    end.set()
    del account.answers["GET", "/home/work/5.ics"]
    account.heard.clear()
    moved = collection(move_here())
    assert asked_for(account) == [f"/home/work/{number}.ics" for number in range(5, 9)]
    assert (moved["unchanged"], moved["created"]) == (5, 4)
    assert names_in(HERE) == [f"{number}.ics" for number in range(9)]


@pytest.fixture
def state(tmp_path):
    """The state file of the last run."""

    def find():
        (file,) = (tmp_path / "data" / "migrations").iterdir()
        return file

    return find


def test_a_torn_last_line_of_the_state_is_copied_again(copied, move_here, state):
    whole = state().read_text()
    state().write_text(whole[:-20])
    assert collection(move_here())["unchanged"] == 3
    assert state().read_text() == whole


def test_a_damaged_line_of_the_state_is_named(copied, move_here, state):
    lines = state().read_text().splitlines()
    state().write_text("\n".join([*lines[:2], "{", *lines[2:], ""]))
    assert f"line 3 of {state()} is damaged" in move_here(ends_with=1).err


def test_a_file_that_is_no_state_is_left_alone(account, alice, move_here, tmp_path):
    (tmp_path / "precious").write_text("my diary\n")
    said = move_here("--state", str(tmp_path / "precious"), ends_with=1).err
    assert "is not the state of a migration" in said
    assert (tmp_path / "precious").read_text() == "my diary\n"


def test_the_state_of_another_account_is_refused(copied, bob, move, tmp_path, state):
    said = move(copied.url, "--to", "bob", "--state", str(state()), ends_with=1).err
    assert "belongs to a migration of" in said


def test_a_second_migration_with_the_same_state_is_refused(copied, move_here, state):
    import fcntl

    with state().open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert "another migration writes" in move_here(ends_with=1).err
