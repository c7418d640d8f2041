"""Delegates (CalendarServer's calendar-proxy): who they are, what they see of it, and what they may do."""

import pytest
from click.testing import CliRunner

from a3dav.cli import complete
from a3dav.principals import Identity, Role
from a3dav_scheduling.proxies import acts_for

from .conftest import (
    CALENDAR,
    CS,
    HOME,
    INBOX,
    NAMESPACES,
    OUTBOX,
    PRINCIPAL,
    C,
    event,
    features,
    hrefs,
    proppatch,
    value,
)

READERS, WRITERS = PRINCIPAL + "calendar-proxy-read/", PRINCIPAL + "calendar-proxy-write/"
BOB = "/principals/users/bob/"
MEMBERS, MEMBERSHIP = "{DAV:}group-member-set", "{DAV:}group-membership"
READ_FOR, WRITE_FOR = f"{CS}calendar-proxy-read-for", f"{CS}calendar-proxy-write-for"
LUNCH = event("lunch", "DTSTART:20260310T110000Z", "DURATION:PT1H", "SUMMARY:Lunch with Grace")


def name_delegates(client, group, *principals):
    inner = "".join(f"<D:href>{path}</D:href>" for path in principals)
    return proppatch(client, group, f"<D:group-member-set>{inner}</D:group-member-set>")


@pytest.fixture
def lunch(alice, bob):
    assert alice.put(CALENDAR + "lunch.ics", LUNCH, content_type="text/calendar").status == 201
    return bob


@pytest.fixture
def reader(alice, lunch):
    """Bob, who may read Alice's calendars."""
    assert not name_delegates(alice, READERS, BOB).multistatus[READERS].missing
    return lunch


@pytest.fixture
def writer(alice, lunch):
    """Bob, who acts for Alice."""
    assert not name_delegates(alice, WRITERS, BOB).multistatus[WRITERS].missing
    return lunch


@pytest.mark.parametrize("kind", ["calendar-proxy-read", "calendar-proxy-write"])
def test_each_principal_has_two_lists_of_delegates(alice, kind):
    rows = alice.propfind(PRINCIPAL, "{DAV:}resourcetype", depth="1").multistatus
    assert set(rows) == {PRINCIPAL, READERS, WRITERS}
    types = {element.tag for element in rows[f"{PRINCIPAL}{kind}/"].found["{DAV:}resourcetype"]}
    assert types == {"{DAV:}principal", "{DAV:}collection", f"{CS}{kind}"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/principals/groups/staff/calendar-proxy-read/", 404),
        (PRINCIPAL + "other/", 404),
        (READERS + "other/", 404),
        ("/principals/rooms/atrium/calendar-proxy-write/", 403),
    ],
)
def test_groups_have_none_and_those_of_others_are_theirs(alice, person, path, status):
    person("staff", kind="group")
    person("atrium", kind="room")
    assert alice.propfind(path, MEMBERS).status == status


def test_the_header_says_that_there_are_delegates(alice):
    assert "calendar-proxy" in features(alice, PRINCIPAL)


def test_an_owner_names_delegates_and_both_sides_see_it(alice, reader):
    assert hrefs(alice, READERS, MEMBERS) == [BOB]
    assert hrefs(alice, WRITERS, MEMBERS) == []
    assert hrefs(reader, BOB, READ_FOR) == [PRINCIPAL]
    assert hrefs(reader, BOB, WRITE_FOR) == []
    assert hrefs(reader, BOB, MEMBERSHIP) == [READERS]


def test_delegates_are_taken_away_again(alice, writer):
    name_delegates(alice, WRITERS)
    assert hrefs(writer, BOB, WRITE_FOR) == hrefs(alice, WRITERS, MEMBERS) == []
    assert writer.get(CALENDAR + "lunch.ics").status == 403


def test_groups_are_delegates_through_their_members(house, alice, lunch, person):
    from a3dav.administration import change_membership
    from a3dav.storage.transaction import Actor

    person("staff", kind="group")
    change_membership(house, Actor(), "staff", "bob", remove=False)
    name_delegates(alice, WRITERS, "/principals/groups/staff/")
    assert hrefs(lunch, BOB, WRITE_FOR) == [PRINCIPAL]
    assert hrefs(lunch, BOB, MEMBERSHIP) == ["/principals/groups/staff/"]
    assert hrefs(lunch, "/principals/groups/staff/", MEMBERSHIP) == [WRITERS]
    assert lunch.get(CALENDAR + "lunch.ics").text == LUNCH


def test_a_report_leads_from_a_delegate_to_calendars_two_levels_deep(writer):
    body = (
        '<expand-property xmlns="DAV:"><property name="calendar-proxy-write-for" namespace="http://calendarserver.org/ns/">'
        '<property name="displayname"/><property name="calendar-home-set" namespace="urn:ietf:params:xml:ns:caldav"/>'
        '</property><property name="group-membership"><property name="group-member-set">'
        '<property name="displayname"/></property></property></expand-property>'
    )
    found = writer.report(BOB, body).xml
    owner, group = found.find(f".//{WRITE_FOR}/{{DAV:}}response"), found.find(f".//{MEMBERSHIP}/{{DAV:}}response")
    assert owner.findtext(".//{DAV:}displayname") == "Alice"
    assert owner.findtext(f".//{C}calendar-home-set/{{DAV:}}href") == HOME
    assert group.findtext(f".//{MEMBERS}/{{DAV:}}response//{{DAV:}}displayname") == "Bob"


@pytest.mark.parametrize("path", [HOME, CALENDAR, CALENDAR + "lunch.ics", INBOX])
def test_one_who_reads_sees_calendars_and_changes_nothing(reader, path):
    assert reader.propfind(path, "{DAV:}owner").status == 207
    assert reader.delete(path).status == 403
    assert reader.propfind("/files/alice/", "{DAV:}owner").status == 403


def test_one_who_reads_puts_nothing(reader):
    assert reader.put(CALENDAR + "lunch.ics", LUNCH, content_type="text/calendar").status == 403
    assert reader.put(CALENDAR + "new.ics", event("new"), content_type="text/calendar").status == 403


def test_one_who_acts_for_another_writes(writer, alice):
    new = event("new", "DTSTART:20260311T110000Z")
    assert writer.put(CALENDAR + "new.ics", new, content_type="text/calendar").status == 201
    assert writer.delete(CALENDAR + "lunch.ics").status == 204
    assert writer.request("MKCALENDAR", HOME + "made/").status == 201
    assert set(alice.propfind(CALENDAR, "{DAV:}getetag", depth="1").multistatus) == {CALENDAR, CALENDAR + "new.ics"}
    assert writer.propfind("/files/alice/", "{DAV:}owner").status == 403


@pytest.mark.parametrize("group", [READERS, WRITERS])
def test_delegates_see_private_events_as_they_are(alice, lunch, group):
    secret = LUNCH.replace("SUMMARY", "CLASS:PRIVATE\r\nSUMMARY")
    assert alice.put(CALENDAR + "lunch.ics", secret, content_type="text/calendar").status == 204
    name_delegates(alice, group, BOB)
    assert lunch.get(CALENDAR + "lunch.ics").text == secret


def test_neither_changes_who_may_what(writer):
    body = '<acl xmlns="DAV:"/>'
    assert writer.request("ACL", CALENDAR, body).status == 403
    assert name_delegates(writer, WRITERS).status == 403


@pytest.mark.rfc("6638", "6.2")
def test_one_who_acts_for_another_sends_for_them(house, writer, alice):
    identity = Identity(house.store.accounts.by_name("bob"), "test")
    granted = house.privileges(identity, [house.resolve(("scheduling", "alice", "outbox"))])[0]
    assert {f"{C}schedule-send{end}" for end in ("", "-invite", "-reply", "-freebusy")} <= granted
    body = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VFREEBUSY\r\nUID:a\r\n"
        "DTSTAMP:20260101T000000Z\r\nDTSTART:20260310T000000Z\r\nDTEND:20260311T000000Z\r\n"
        'ORGANIZER;SENT-BY="mailto:bob@example.org":mailto:alice@example.org\r\nATTENDEE:mailto:alice@example.org\r\n'
        "END:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    answer = writer.request("POST", OUTBOX, body, content_type="text/calendar")
    assert "FREEBUSY:20260310T110000Z/20260310T120000Z" in answer.text


def test_one_who_reads_does_not_send(reader):
    assert reader.request("POST", OUTBOX, "x", content_type="text/calendar").status == 403


def test_the_audit_trail_says_for_whom_it_was_done(house, writer):
    new = event("new", "DTSTART:20260311T110000Z")
    writer.put(CALENDAR + "new.ics", new, content_type="text/calendar")
    alice, bob = (house.store.accounts.by_name(name).id for name in ("alice", "bob"))
    rows = house.store.engine.rows("SELECT actor_id, on_behalf_of FROM audit WHERE action = 'put' ORDER BY position")
    assert [(bytes(actor), bytes(whom)) for actor, whom in rows] == [(alice, b""), (bob, alice)]


@pytest.mark.parametrize(("group", "expected"), [(WRITERS, True), (READERS, False)])
def test_who_acts_for_whom_can_be_asked(house, alice, bob, group, expected):
    name_delegates(alice, group, BOB)
    owner, other = (house.store.accounts.by_name(name) for name in ("alice", "bob"))
    assert acts_for(house, Identity(other, "test"), owner.id) is expected
    assert acts_for(house, Identity(owner, "test"), owner.id) is False
    assert acts_for(house, Identity(owner, "test"), other.id) is False


def test_a_sync_token_of_a_delegate_ends_with_the_delegation(alice, reader):
    token = reader.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    assert reader.sync(CALENDAR, token).status == 207
    name_delegates(alice, READERS)
    name_delegates(alice, WRITERS, BOB)
    assert reader.sync(CALENDAR, token).condition == "{DAV:}valid-sync-token"


def test_strangers_learn_nothing_of_delegates(alice, writer, person):
    carol = person("carol")
    assert carol.propfind(WRITERS, MEMBERS).status == 403
    assert set(carol.propfind(PRINCIPAL, "{DAV:}owner", depth="1").multistatus) == {PRINCIPAL}
    assert hrefs(carol, BOB, WRITE_FOR) == hrefs(carol, BOB, MEMBERSHIP) == []


def test_a_delegate_sees_who_else_is_one(alice, writer):
    assert hrefs(writer, WRITERS, MEMBERS) == [BOB]


@pytest.mark.parametrize(
    "whom", ["/principals/users/nobody/", "/principals/rooms/atrium/", PRINCIPAL, "http://elsewhere.example/", "/"]
)
def test_delegates_are_users_and_groups_of_this_server(alice, person, whom):
    person("atrium", kind="room")
    assert set(name_delegates(alice, WRITERS, whom).multistatus[WRITERS].missing.values()) == {409}


def test_whom_one_may_not_see_one_cannot_name(make_house):
    from a3dav.testing.people import add_person

    house = make_house(principals__visible="nobody")
    alice, _ = (add_person(house, name) for name in ("alice", "bob"))
    assert set(name_delegates(alice, WRITERS, BOB).multistatus[WRITERS].missing.values()) == {409}


def test_a_delegate_sees_the_owner_where_nobody_sees_anybody(make_house):
    from a3dav.testing.people import add_person

    house = make_house(principals__visible="nobody")
    admin = add_person(house, "root", role=Role.ADMIN)
    _, bob = (add_person(house, name) for name in ("alice", "bob"))
    assert bob.propfind(PRINCIPAL, f"{C}calendar-home-set").status == 403
    name_delegates(admin, WRITERS, BOB)
    assert hrefs(bob, PRINCIPAL, f"{C}calendar-home-set") == [HOME]


def test_a_list_of_delegates_keeps_no_other_properties(alice):
    answer = proppatch(alice, WRITERS, '<x xmlns="urn:x">1</x>')
    assert (answer.status, answer.condition) == (403, "{DAV:}cannot-modify-protected-property")
    assert proppatch(alice, WRITERS, "<D:displayname>x</D:displayname>").multistatus[WRITERS].missing
    assert value(alice, WRITERS, "{DAV:}displayname").text == "Alice (calendar-proxy-write)"


def test_administrators_name_delegates_of_rooms(person, bob):
    admin, _ = person("root", role=Role.ADMIN), person("atrium", kind="room")
    group = "/principals/rooms/atrium/calendar-proxy-write/"
    assert not name_delegates(admin, group, BOB).multistatus[group].missing
    assert bob.propfind("/calendars/atrium/", "{DAV:}owner").status == 207


def test_what_dav_clients_ask_first_leads_to_the_calendars_of_others(writer):
    """As DAVx5 does: one's principal, the groups and owners it names, and the parent of a list of delegates."""
    row = writer.propfind(BOB, MEMBERSHIP, READ_FOR, WRITE_FOR, f"{C}calendar-home-set").multistatus[BOB]
    (group,) = row.hrefs(MEMBERSHIP)
    types = {element.tag for element in value(writer, group, "{DAV:}resourcetype")}
    assert f"{CS}calendar-proxy-write" in types
    parent = group.removesuffix("calendar-proxy-write/")
    assert row.hrefs(WRITE_FOR) == [parent]
    (home,) = hrefs(writer, parent, f"{C}calendar-home-set")
    body = f"<D:propfind {NAMESPACES}><D:prop><D:resourcetype/><D:current-user-privilege-set/></D:prop></D:propfind>"
    rows = writer.request("PROPFIND", home, body, depth="1").multistatus
    assert {p[0].tag for p in rows[CALENDAR].found["{DAV:}current-user-privilege-set"]} >= {"{DAV:}read", "{DAV:}write"}


def test_delegates_of_an_account_that_is_erased_are_forgotten(house, alice, writer):
    from a3dav.administration import erase_account
    from a3dav.storage.transaction import Actor

    erase_account(house, Actor(), house.store.accounts.by_name("alice"))
    assert house.store.engine.rows("SELECT COUNT(*) FROM scheduling_proxies") == [(0,)]
    assert hrefs(writer, BOB, WRITE_FOR) == []


@pytest.fixture
def command(house, alice, bob, store_settings):
    """Runs `a3dav delegate` on the store of the house: its exit code and what it says."""

    def run(*arguments):
        given = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}
        done = CliRunner().invoke(complete(), ["delegate", *arguments], env=given)
        return done.exit_code, f"{done.output}{done.exception or ''}"

    return run


def test_an_administrator_grants_shows_and_revokes(command, alice):
    assert command("grant", "alice", "bob", "--write") == (0, "bob is a delegate of alice\n")
    assert hrefs(alice, WRITERS, MEMBERS) == [BOB]
    assert "read, write and act for it" in command("show", "alice")[1]
    assert command("revoke", "alice", "bob") == (0, "bob is no longer a delegate of alice\n")
    assert hrefs(alice, WRITERS, MEMBERS) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("grant", "alice", "alice"), "cannot be a delegate"),
        (("grant", "alice", "nobody"), "no account"),
        (("grant", "staff", "alice"), "has no calendars"),
        (("revoke", "alice", "bob"), "no delegate of alice"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(command, person, arguments, sentence):
    person("staff", kind="group")
    code, said = command(*arguments)
    assert (code, sentence in said) == (1, True)
