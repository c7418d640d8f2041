"""The scheduling inbox and outbox (RFC 6638 §2.1, §2.2): where they are, what they hold, what clients may do there."""

import pytest

from a3dav.testing.access import deny, entries_of, grant, set_acl, share

from .conftest import (
    CALENDAR,
    HOME,
    INBOX,
    NAMESPACES,
    OUTBOX,
    PRINCIPAL,
    C,
    event,
    features,
    hrefs,
    invitation,
    proppatch,
    value,
)


@pytest.mark.rfc("6638", "2.1", "2.1.1", "2.2/type", "2.2.1")
@pytest.mark.parametrize(("box", "path"), [("inbox", INBOX), ("outbox", OUTBOX)])
def test_a_principal_leads_to_its_boxes(alice, box, path):
    assert hrefs(alice, PRINCIPAL, f"{C}schedule-{box}-URL") == [path]
    types = [element.tag for element in value(alice, path, "{DAV:}resourcetype")]
    assert types == ["{DAV:}collection", f"{C}schedule-{box}"]


@pytest.mark.parametrize("kind", ["room", "resource"])
def test_rooms_and_resources_have_boxes_too(person, alice, kind):
    person("atrium", kind=kind)
    path = f"/principals/{kind}s/atrium/"
    assert hrefs(alice, path, f"{C}schedule-inbox-URL") == ["/scheduling/atrium/inbox/"]


@pytest.mark.rfc("6638", "2.1.1", "2.2.1")
def test_groups_take_no_messages(person, alice):
    person("staff", kind="group")
    row = alice.propfind("/principals/groups/staff/", f"{C}schedule-inbox-URL").multistatus["/principals/groups/staff/"]
    assert row.missing == {f"{C}schedule-inbox-URL": 404}


@pytest.mark.rfc("6638", "2.1.1", "2.2.1", "9.1")
def test_allprop_leaves_out_what_is_for_those_who_ask(alice):
    found = alice.propfind(PRINCIPAL).multistatus[PRINCIPAL].found
    assert not {f"{C}schedule-inbox-URL", f"{C}schedule-outbox-URL"} & set(found)


@pytest.mark.rfc("6638", "2")
@pytest.mark.parametrize("path", [INBOX, OUTBOX, "/scheduling/alice/"])
@pytest.mark.parametrize("method", ["DELETE", "MOVE"])
def test_clients_cannot_remove_them(alice, path, method):
    assert alice.request(method, path, destination="/scheduling/alice/other/").status == 403
    assert alice.propfind(path, "{DAV:}owner").status == 207


@pytest.mark.rfc("6638", "2", "2.2/content", "2.2/type")
@pytest.mark.parametrize("path", ["/scheduling/alice/another/", INBOX + "folder/", OUTBOX + "folder/"])
@pytest.mark.parametrize("method", ["MKCOL", "MKCALENDAR"])
def test_clients_make_no_collections_beside_or_inside_of_them(alice, path, method):
    assert alice.request(method, path).status == 403


@pytest.mark.parametrize("path", [INBOX + "x.ics", OUTBOX + "x.ics"])
def test_clients_put_nothing_into_them(alice, path):
    assert alice.put(path, event("x", "DTSTART:20260310T110000Z"), content_type="text/calendar").status == 403


@pytest.mark.parametrize("path", [INBOX, INBOX + "?add-member", "/scheduling/alice/?add-member"])
def test_clients_post_nothing_into_them(alice, path):
    assert (
        alice.request("POST", path, event("x", "DTSTART:20260310T110000Z"), content_type="text/calendar").status == 403
    )


def test_a_message_is_not_overwritten(alice, receive):
    path = receive("1.ics", invitation("lunch"))
    assert alice.put(path, invitation("lunch"), content_type="text/calendar").status == 403


@pytest.mark.rfc("6638", "2.2/content")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_nothing_is_copied_or_moved_into_the_inbox(alice, method):
    alice.put(CALENDAR + "x.ics", event("x", "DTSTART:20260310T110000Z"), content_type="text/calendar")
    assert alice.request(method, CALENDAR + "x.ics", destination=INBOX + "x.ics").status == 403


@pytest.mark.rfc("4791", "4.1")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_a_message_does_not_become_an_event(alice, receive, method):
    path = receive("1.ics", invitation("lunch"))
    answer = alice.request(method, path, destination=CALENDAR + "1.ics")
    assert (answer.status, answer.condition) == (403, f"{C}valid-calendar-object-resource")


@pytest.mark.rfc("6638", "2.2/uid", "4/processed")
def test_messages_are_read_as_they_came_and_removed_when_they_were_seen(alice, receive):
    first, second = receive("1.ics", invitation("lunch")), receive("2.ics", invitation("lunch", "SEQUENCE:1"))
    assert alice.get(first).text == invitation("lunch")
    assert alice.delete(first).status == 204
    assert set(alice.propfind(INBOX, "{DAV:}getetag", depth="1").multistatus) == {INBOX, second}


def query(alice, inner, prop="<D:getetag/>"):
    return alice.report(
        INBOX,
        f"<C:calendar-query {NAMESPACES}><D:prop>{prop}</D:prop><C:filter>"
        f'<C:comp-filter name="VCALENDAR">{inner}</C:comp-filter></C:filter></C:calendar-query>',
        depth="1",
    )


@pytest.mark.rfc("4791", "7.8")
@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("", {"1.ics", "2.ics"}),
        ('<C:comp-filter name="VEVENT"/>', {"1.ics", "2.ics"}),
        ('<C:prop-filter name="METHOD"><C:text-match>CANCEL</C:text-match></C:prop-filter>', {"2.ics"}),
        (
            '<C:comp-filter name="VEVENT"><C:time-range start="20260310T000000Z" end="20260311T000000Z"/>'
            "</C:comp-filter>",
            {"1.ics", "2.ics"},
        ),
        (
            '<C:comp-filter name="VEVENT"><C:time-range start="20270310T000000Z" end="20270311T000000Z"/>'
            "</C:comp-filter>",
            set(),
        ),
    ],
)
def test_messages_are_found_by_queries(alice, receive, inner, expected):
    receive("1.ics", invitation("lunch"))
    receive("2.ics", invitation("lunch", method="CANCEL"))
    assert {href.rpartition("/")[2] for href in query(alice, inner).multistatus} == expected


@pytest.mark.rfc("6638", "2.3")
def test_a_message_about_an_event_without_a_time_is_about_every_time(alice, receive):
    people = ("ORGANIZER:mailto:bob@example.org", "ATTENDEE:mailto:alice@example.org")
    message = event("lunch", *people, "SEQUENCE:1").replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:CANCEL")
    path = receive("1.ics", message)
    span = (
        '<C:comp-filter name="VEVENT"><C:time-range start="20270310T000000Z" end="20270311T000000Z"/></C:comp-filter>'
    )
    assert set(query(alice, span).multistatus) == {path}


@pytest.mark.rfc("4791", "7.9")
def test_messages_are_fetched_with_their_method(alice, receive):
    path = receive("1.ics", invitation("lunch"))
    body = (
        f"<C:calendar-multiget {NAMESPACES}><D:prop><C:calendar-data/></D:prop><D:href>{path}</D:href>"
        "</C:calendar-multiget>"
    )
    assert "METHOD:REQUEST" in alice.report(INBOX, body).multistatus[path].text(f"{C}calendar-data")


@pytest.mark.rfc("6578", "3.2")
def test_messages_are_synchronised(alice, receive):
    token = alice.sync(INBOX).xml.findtext("{DAV:}sync-token")
    path = receive("1.ics", invitation("lunch"))
    assert set(alice.sync(INBOX, token).multistatus) == {path}


@pytest.mark.rfc("6638", "2.1", "2.2/content")
@pytest.mark.parametrize(("path", "expected"), [(INBOX, ["VEVENT", "VTODO", "VFREEBUSY"]), (OUTBOX, ["VFREEBUSY"])])
def test_a_box_says_what_it_takes(alice, path, expected):
    found = value(alice, path, f"{C}supported-calendar-component-set")
    assert [comp.get("name") for comp in found] == expected


@pytest.mark.parametrize("name", ["schedule-calendar-transp", "calendar-description"])
def test_an_inbox_has_not_all_that_a_calendar_has(alice, name):
    assert value(alice, INBOX, f"{C}{name}") is None


def privileges(client, path):
    found = value(client, path, "{DAV:}current-user-privilege-set")
    return {privilege[0].tag for privilege in found}


@pytest.mark.rfc("6638", "6", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.2.1", "6.2.2", "6.2.3", "6.2.4")
def test_an_owner_has_all_privileges_of_scheduling(alice):
    deliver = {f"{C}schedule-deliver{end}" for end in ("", "-invite", "-reply")} | {f"{C}schedule-query-freebusy"}
    assert deliver <= privileges(alice, INBOX)
    assert {f"{C}schedule-send{end}" for end in ("", "-invite", "-reply", "-freebusy")} <= privileges(alice, OUTBOX)


@pytest.mark.rfc("6638", "6", "6.3")
@pytest.mark.parametrize("path", [INBOX, OUTBOX])
def test_the_privileges_are_aggregated_and_none_is_abstract(alice, path):
    supported = value(alice, path, "{DAV:}supported-privilege-set")
    parents = {
        entry.find("{DAV:}privilege")[0].tag: entry.getparent().find("{DAV:}privilege")[0].tag
        for entry in supported.iter("{DAV:}supported-privilege")
        if entry.getparent() is not supported
    }
    assert parents[f"{C}schedule-deliver"] == parents[f"{C}schedule-send"] == "{DAV:}all"
    assert {name for name, parent in parents.items() if parent == f"{C}schedule-deliver"} == {
        f"{C}schedule-deliver-invite", f"{C}schedule-deliver-reply", f"{C}schedule-query-freebusy"
    }  # fmt: skip
    assert {name for name, parent in parents.items() if parent == f"{C}schedule-send"} == {
        f"{C}schedule-send-invite", f"{C}schedule-send-reply", f"{C}schedule-send-freebusy"
    }  # fmt: skip
    assert next(supported.iter("{DAV:}abstract"), None) is None


def granted(house, name, path):
    from a3dav.principals import Identity

    account = house.store.accounts.by_name(name)
    identity = Identity(account, "test", groups=house.store.accounts.groups_of(account.id))
    return house.privileges(identity, [house.resolve(path)])[0]


INBOX_PATH, OUTBOX_PATH = ("scheduling", "alice", "inbox"), ("scheduling", "alice", "outbox")


@pytest.mark.rfc("6638", "6.1", "6.2")
def test_everybody_may_deliver_to_an_inbox_and_nobody_may_send_from_an_outbox_of_others(house, alice, bob):
    assert granted(house, "bob", INBOX_PATH) == {
        f"{C}schedule-deliver", f"{C}schedule-deliver-invite", f"{C}schedule-deliver-reply",
        f"{C}schedule-query-freebusy",
    }  # fmt: skip
    assert granted(house, "bob", OUTBOX_PATH) == set()


@pytest.mark.rfc("6638", "6.1", "11.4")
def test_an_owner_denies_delivery_to_whom_they_like(house, alice, bob, person):
    person("carol")
    share(alice, INBOX, deny("/principals/users/bob/", f"{C}schedule-query-freebusy"))
    assert granted(house, "bob", INBOX_PATH) == {f"{C}schedule-deliver-invite", f"{C}schedule-deliver-reply"}
    assert f"{C}schedule-query-freebusy" in granted(house, "carol", INBOX_PATH)


@pytest.mark.rfc("3744", "5.5.3")
def test_a_list_shows_what_everybody_may_do_and_can_be_sent_back(alice):
    assert entries_of(alice, INBOX)[-1] == ("authenticated", "grant", {"schedule-deliver"}, "protected")
    shown = grant("authenticated", f"{C}schedule-deliver", mark="<protected/>")
    assert set_acl(alice, INBOX, shown).status == 200
    assert set_acl(alice, CALENDAR, shown).condition == "{DAV:}no-protected-ace-conflict"


def test_what_everybody_may_deliver_to_is_not_seen_by_everybody(alice, bob):
    """Nobody learns by asking for an inbox which accounts there are."""
    asked = [
        bob.request(method, f"/scheduling/{name}/inbox/", depth="0")
        for name in ("alice", "nobody")
        for method in ("PROPFIND", "GET", "REPORT", "POST", "OPTIONS")
    ]
    answers = [(a.status, a.body.replace(b"/alice/", b"/nobody/")) for a in asked]
    assert answers[:5] == answers[5:]
    assert {status for status, _ in answers[:4]} == {403}


@pytest.mark.rfc("6638", "2")
@pytest.mark.parametrize("path", [PRINCIPAL, HOME, CALENDAR, INBOX, OUTBOX])
def test_the_header_says_where_the_server_schedules(alice, path):
    assert "calendar-auto-schedule" in features(alice, path)


@pytest.mark.parametrize("path", ["/", "/files/alice/", "/principals/"])
def test_elsewhere_it_does_not(alice, path):
    assert "calendar-auto-schedule" not in features(alice, path)


@pytest.mark.rfc("6638", "9.3")
def test_the_schedule_tag_is_a_property_and_a_header(alice, receive):
    people = ("ORGANIZER:mailto:alice@example.org", "ATTENDEE:mailto:eve@example.com")
    alice.put(CALENDAR + "x.ics", event("x", "DTSTART:20260310T110000Z", *people), content_type="text/calendar")
    alice.put(CALENDAR + "own.ics", event("own", "DTSTART:20260310T110000Z"), content_type="text/calendar")
    name = f"{C}schedule-tag"
    assert value(alice, CALENDAR + "x.ics", name).text == alice.get(CALENDAR + "x.ics").headers["schedule-tag"]
    assert value(alice, CALENDAR + "own.ics", name) is None
    assert value(alice, receive("1.ics", invitation("lunch")), name) is None
    answer = proppatch(alice, CALENDAR + "x.ics", '<C:schedule-tag>"1"</C:schedule-tag>')
    assert answer.multistatus[CALENDAR + "x.ics"].missing == {name: 403}
