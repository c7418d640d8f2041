"""Which collection here takes what is in a remote one."""

import pytest

COMPONENTS = "{urn:ietf:params:xml:ns:caldav}supported-calendar-component-set"


@pytest.fixture
def holds(alice):
    """The kinds of components that a calendar here takes."""

    def kinds(path):
        found = alice.propfind(path, COMPONENTS).multistatus[path].found[COMPONENTS]
        return [entry.get("name") for entry in found]

    return kinds


def component_set(*names):
    return (
        "<C:supported-calendar-component-set>"
        + "".join(f'<C:comp name="{name}"/>' for name in names)
        + "</C:supported-calendar-component-set>"
    )


def targets(moved):
    return [entry["target"] for entry in moved.report["accounts"][0]["collections"]]


def test_a_calendar_comes_into_the_one_of_its_name(account, alice, move_here, make_event):
    account.folder("/home/calendar/", "<C:calendar/>", component_set("VEVENT"))
    account.put("/home/calendar/a.ics", make_event(1))
    assert "calendars/calendar" in targets(move_here())
    assert alice.get("/calendars/alice/calendar/a.ics").body == make_event(1)


def test_an_empty_calendar_of_its_name_takes_what_the_remote_one_does(account, alice, move_here, holds):
    account.folder("/home/calendar/", "<C:calendar/>", component_set("VEVENT", "VTODO"))
    assert "calendars/calendar" in targets(move_here())
    assert holds("/calendars/alice/calendar/") == ["VEVENT", "VTODO"]


def test_a_calendar_that_holds_less_is_left_alone(account, alice, move_here, make_event, holds):
    alice.put("/calendars/alice/calendar/own.ics", make_event("own"))
    account.folder("/home/calendar/", "<C:calendar/>", component_set("VEVENT", "VTODO"))
    assert "calendars/calendar-2" in targets(move_here())
    assert holds("/calendars/alice/calendar/") == ["VEVENT"]
    assert holds("/calendars/alice/calendar-2/") == ["VEVENT", "VTODO"]


def test_a_calendar_that_does_not_say_what_it_holds_takes_everything(account, alice, move_here, holds):
    move_here()
    assert holds("/calendars/alice/work/") == ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY"]


def test_the_path_that_radicale_gives_for_a_name_is_none(account, alice, move_here):
    account.folder("/home/work/", "<C:calendar/>", "<D:displayname>home/work</D:displayname>")
    move_here()
    found = alice.propfind("/calendars/alice/work/", "{DAV:}displayname").multistatus["/calendars/alice/work/"]
    assert found.text("{DAV:}displayname") == "work"


def test_two_calendars_of_one_name_do_not_become_one(account, alice, move_here, make_event, names_in):
    homes = "".join(f"<D:href>/{name}/</D:href>" for name in ("home", "other"))
    account.folder("/me/", "<D:principal/>", f"<C:calendar-home-set>{homes}</C:calendar-home-set>")
    account.folder("/other/")
    account.folder("/other/work/", "<C:calendar/>")
    account.put("/home/work/a.ics", make_event(1))
    account.put("/other/work/b.ics", make_event(2))
    assert targets(move_here()) == ["calendars/work", "calendars/work-2"]
    assert targets(move_here()) == ["calendars/work", "calendars/work-2"]
    assert (names_in("/calendars/alice/work/"), names_in("/calendars/alice/work-2/")) == (["a.ics"], ["b.ics"])


def test_a_single_calendar_can_be_named(account, alice, move, make_event, names_in):
    account.put("/home/work/a.ics", make_event(1))
    account.folder("/home/other/", "<C:calendar/>")
    assert targets(move(account.url + "/home/work/", "--to", "alice")) == ["calendars/work"]
    assert names_in("/calendars/alice/work/") == ["a.ics"]


def test_a_single_calendar_that_is_left_out_is_refused(account, alice, move):
    moved = move(account.url + "/home/work/", "--to", "alice", "--only", "contacts", ends_with=1)
    assert "which --only leaves out" in moved.report["accounts"][0]["error"]


def test_only_contacts_leaves_calendars(account, alice, move_here, names_in, make_card):
    books = "<CR:addressbook-home-set><D:href>/home/</D:href></CR:addressbook-home-set>"
    account.folder("/me/", "<D:principal/>", books)
    account.folder("/home/friends/", "<CR:addressbook/>")
    account.put("/home/friends/a.vcf", make_card("a"))
    assert targets(move_here("--only", "contacts")) == ["addressbooks/friends"]
    assert names_in("/addressbooks/alice/friends/") == ["a.vcf"]


def test_what_is_no_server_of_dav_is_told(scripted, alice, move):
    moved = move(scripted.url, "--to", "alice", ends_with=1)
    error = moved.report["accounts"][0]["error"]
    assert error == f"neither calendars nor contacts nor a folder of files were found at {scripted.url}/"


@pytest.fixture
def nextcloud(scripted, make_event, make_card):
    """A server in the shape of Nextcloud's: its paths, and what it puts into homes beside a person's own."""
    dav = "/remote.php/dav"
    me = f"<D:href>{dav}/principals/users/al%20ice/</D:href>"
    homes = (
        f"<C:calendar-home-set><D:href>{dav}/calendars/al%20ice/</D:href></C:calendar-home-set>"
        f"<CR:addressbook-home-set><D:href>{dav}/addressbooks/users/al%20ice/</D:href></CR:addressbook-home-set>"
    )
    scripted.answers["PROPFIND", "/"] = 405, {}, b""
    for service in ("caldav", "carddav"):
        scripted.answers["PROPFIND", f"/.well-known/{service}"] = 301, {"Location": f"{dav}/"}, b""
    scripted.folder(f"{dav}/", properties=f"<D:current-user-principal>{me}</D:current-user-principal>")
    scripted.folder(f"{dav}/principals/users/al%20ice/", "<D:principal/>", homes)
    mine = f"<D:owner>{me}</D:owner>"
    for name, types, properties in (
        ("", "", ""),
        ("personal/", "<C:calendar/>", f"{mine}<D:displayname>Personal</D:displayname>"),
        ("contact_birthdays/", "<C:calendar/>", mine),
        ("team_shared_by_bob/", "<C:calendar/>", f"<D:owner><D:href>{dav}/principals/users/bob/</D:href></D:owner>"),
        ("holidays/", "<CS:subscribed/>", f"{mine}<CS:source><D:href>https://example.org/h.ics</D:href></CS:source>"),
        ("inbox/", "<C:schedule-inbox/>", mine),
        ("outbox/", "<C:schedule-outbox/>", mine),
        ("trashbin/", "<NC:trash-bin/>", ""),
    ):
        scripted.folder(f"{dav}/calendars/al%20ice/{name}", types, properties)
    for name in ("", "contacts/", "z-server-generated--system/", "z-app-generated--contactsinteraction--recent/"):
        scripted.folder(f"{dav}/addressbooks/users/al%20ice/{name}", "<CR:addressbook/>" if name else "", mine)
    scripted.folder(f"{dav}/files/al%20ice/")
    scripted.put(f"{dav}/calendars/al%20ice/personal/a.ics", make_event(1))
    scripted.put(f"{dav}/addressbooks/users/al%20ice/contacts/a.vcf", make_card("a"))
    scripted.put(f"{dav}/files/al%20ice/notes.txt", b"mine")
    return scripted


def test_an_account_in_the_shape_of_nextcloud_arrives_with_its_files(nextcloud, alice, move, make_event, make_card):
    moved = move(nextcloud.url, "--to", "alice")
    assert targets(moved) == ["calendars/personal", "addressbooks/contacts", "files"]
    assert alice.get("/calendars/alice/personal/a.ics").body == make_event(1)
    assert alice.get("/addressbooks/alice/contacts/a.vcf").body == make_card("a")
    assert alice.get("/files/alice/notes.txt").body == b"mine"


def test_what_nextcloud_adds_to_an_account_is_skipped_with_its_reason(nextcloud, alice, move):
    moved = move(nextcloud.url, "--to", "alice")
    skipped = {url.rstrip("/").rpartition("/")[2]: reason for url, reason in moved.report["accounts"][0]["skipped"]}
    assert skipped == {
        "contact_birthdays": "made by the server from other data",
        "team_shared_by_bob": "shared by another account; migrate that one",
        "holidays": "a subscription to https://example.org/h.ics; subscribe to it again",
        "inbox": "an inbox of invitations",
        "outbox": "an outbox of invitations",
        "trashbin": "a trash bin",
        "z-server-generated--system": "made by the server from other data",
        "z-app-generated--contactsinteraction--recent": "made by the server from other data",
    }


def test_only_the_files_of_nextcloud_can_be_wanted(nextcloud, alice, move):
    assert targets(move(nextcloud.url, "--to", "alice", "--only", "files")) == ["files"]
    assert alice.get("/files/alice/notes.txt").body == b"mine"
