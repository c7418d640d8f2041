"""Sharing as clients of Apple do it: invite, poll for notifications, answer, rename and colour, remove."""

from dataclasses import replace

import pytest

from a3dav.xml.names import dav

CS = "http://calendarserver.org/ns/"
C = "urn:ietf:params:xml:ns:caldav"
CALENDAR, HOME, NOTES = "/calendars/alice/calendar/", "/calendars/bob/", "/notifications/bob/"
THERE = "/calendars/bob/alice-calendar/"
COLOUR = "{http://apple.com/ns/ical/}calendar-color"
BOB, ALICE = "mailto:bob@example.org", "mailto:alice@example.org"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nDTEND:20260310T120000Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def cs(name):
    return f"{{{CS}}}{name}"


def sharing(*changes):
    return f'<CS:share xmlns:D="DAV:" xmlns:CS="{CS}">{"".join(changes)}</CS:share>'


def setting(address=BOB, access="read", summary="Hers"):
    return f"<CS:set><D:href>{address}</D:href><CS:summary>{summary}</CS:summary><CS:{access}/></CS:set>"


def removing(address=BOB):
    return f"<CS:remove><D:href>{address}</D:href></CS:remove>"


def post(client, path, body, content_type="application/xml; charset=utf-8"):
    return client.request("POST", path, body, content_type=content_type)


def invite(alice, *changes, path=CALENDAR):
    answer = post(alice, path, sharing(*(changes or (setting(),))))
    assert answer.status == 200, answer.text
    return answer


def notes(client, kind="invite-notification"):
    """The notifications of a kind that a client polls: their URLs with what is inside of them."""
    place = f"/notifications/{client.name}/"
    found = client.propfind(place, cs("notificationtype"), dav("getetag"), depth="1").multistatus
    wanted = [path for path, member in found.items() if path != place and _type(member) == cs(kind)]
    return {path: client.get(path).xml.find(cs(kind)) for path in wanted}


def _type(member):
    return member.found[cs("notificationtype")][0].tag


def reply(bob, state="accepted", path=HOME, uid=None, summary=""):
    if uid is None:
        ((_, note),) = notes(bob).items()
        uid = note.findtext(cs("uid"))
    body = (
        f'<CS:invite-reply xmlns:D="DAV:" xmlns:CS="{CS}"><D:href>{BOB}</D:href><CS:invite-{state}/>'
        f"<CS:hosturl><D:href>{CALENDAR}</D:href></CS:hosturl><CS:in-reply-to>{uid}</CS:in-reply-to>"
        f"<CS:summary>{summary}</CS:summary></CS:invite-reply>"
    )
    return post(bob, path, body)


def accepted(alice, bob, access="read"):
    invite(alice, setting(access=access))
    answer = reply(bob)
    assert answer.status == 200, answer.text
    return answer.xml.find(dav("href")).text


def members(client, path=HOME, *names):
    return client.propfind(path, *(names or (dav("displayname"),)), depth="1").multistatus


def types(client, path):
    return {
        element.tag
        for element in client.propfind(path, dav("resourcetype")).multistatus[path].found[dav("resourcetype")]
    }


def set_property(name, text):
    namespace, local = name[1:].split("}")
    return (
        f'<propertyupdate xmlns="DAV:"><set><prop><x:{local} xmlns:x="{namespace}">{text}</x:{local}></prop></set>'
        "</propertyupdate>"
    )


@pytest.fixture(autouse=True)
def lunch(alice, bob):
    assert alice.put(CALENDAR + "lunch.ics", EVENT, content_type="text/calendar").status == 201


def test_the_server_says_that_calendars_can_be_shared(alice):
    assert "calendarserver-sharing" in alice.request("OPTIONS", CALENDAR).headers["dav"]
    modes = alice.propfind(CALENDAR, cs("allowed-sharing-modes")).multistatus[CALENDAR]
    assert [element.tag for element in modes.found[cs("allowed-sharing-modes")]] == [
        cs("can-be-shared"),
        cs("can-be-published"),
    ]


@pytest.mark.parametrize(("method", "root"), [("MKCOL", "D:mkcol"), ("MKCALENDAR", "C:mkcalendar")])
def test_a_calendar_that_is_made_to_be_shared_is_a_calendar(alice, bob, method, root):
    body = (
        f'<{root} xmlns:D="DAV:" xmlns:C="{C}" xmlns:CS="{CS}"><D:set><D:prop><D:resourcetype><D:collection/><C:calendar/>'
        f"<CS:shared-owner/></D:resourcetype></D:prop></D:set></{root}>"
    )
    assert alice.request(method, "/calendars/alice/new/", body).status == 201
    invite(alice, path="/calendars/alice/new/")
    assert types(alice, "/calendars/alice/new/") == {dav("collection"), f"{{{C}}}calendar", cs("shared-owner")}


def test_a_principal_names_its_own_notifications_alone(alice, bob):
    mine, hers = "/principals/users/bob/", "/principals/users/alice/"
    assert bob.propfind(mine, cs("notification-URL")).multistatus[mine].hrefs(cs("notification-URL")) == [NOTES]
    assert cs("notification-URL") in bob.propfind(hers, cs("notification-URL")).multistatus[hers].missing
    assert types(bob, NOTES) == {dav("collection"), cs("notifications")}
    assert alice.propfind(NOTES, dav("getetag")).status == 403


def test_nobody_puts_anything_among_notifications(bob):
    assert bob.put(NOTES + "x.xml", "<x/>").status == 403
    assert bob.request("MKCOL", NOTES + "x/").status == 403


def test_who_is_invited_is_told(alice, bob):
    invite(alice, setting(access="read-write", summary="Hers &amp; mine"))
    ((path, note),) = notes(bob).items()
    assert path.startswith(NOTES)
    assert note.get("shared-type") == "calendar"
    assert note.findtext(dav("href")) == BOB
    assert note.find(cs("invite-noresponse")) is not None
    assert note.find(f"{cs('access')}/{cs('read-write')}") is not None
    assert note.findtext(f"{cs('hosturl')}/{dav('href')}") == CALENDAR
    assert note.findtext(f"{cs('organizer')}/{dav('href')}") == ALICE
    assert note.findtext(f"{cs('organizer')}/{cs('common-name')}") == "Alice"
    assert note.findtext(cs("summary")) == "Hers & mine"
    assert note.find(f"{{{C}}}supported-calendar-component-set") is not None


def test_notifications_are_synchronised_and_deleted_by_who_read_them(alice, bob):
    token = bob.sync(NOTES).xml.findtext(dav("sync-token"))
    invite(alice)
    (path,) = bob.sync(NOTES, token).multistatus
    assert bob.delete(path).status == 204
    assert notes(bob) == {}


def test_until_it_is_accepted_nothing_is_to_be_seen(alice, bob):
    invite(alice)
    assert THERE not in members(bob)
    assert bob.get(CALENDAR + "lunch.ics").status == 403


def test_what_is_accepted_stands_in_the_home(alice, bob):
    assert accepted(alice, bob) == THERE
    assert THERE in members(bob)
    assert bob.get(THERE + "lunch.ics").body == EVENT.encode()
    assert types(bob, THERE) >= {f"{{{C}}}calendar", cs("shared")}
    assert types(alice, CALENDAR) >= {f"{{{C}}}calendar", cs("shared-owner")}
    found = bob.propfind(THERE, cs("shared-url"), dav("owner"), dav("displayname"), cs("invite")).multistatus[THERE]
    assert found.hrefs(cs("shared-url")) == [CALENDAR]
    assert found.hrefs(dav("owner")) == ["/principals/users/alice/"]
    assert found.text(dav("displayname")) == "Hers"
    assert cs("invite") in found.missing


def test_the_home_tells_of_it_to_clients_that_synchronise(alice, bob):
    token = bob.sync(HOME).xml.findtext(dav("sync-token"))
    accepted(alice, bob)
    answer = bob.sync(HOME, token)
    assert list(answer.multistatus) == [THERE]
    alice.put(CALENDAR + "2.ics", EVENT.replace("UID:lunch", "UID:2"), content_type="text/calendar")
    assert list(bob.sync(HOME, answer.xml.findtext(dav("sync-token"))).multistatus) == [THERE]


def test_who_invited_is_told_of_the_answer(alice, bob):
    accepted(alice, bob)
    ((_, note),) = notes(alice, "invite-reply").items()
    assert note.findtext(dav("href")) == BOB
    assert note.find(cs("invite-accepted")) is not None
    assert note.findtext(f"{cs('hosturl')}/{dav('href')}") == CALENDAR
    assert notes(bob) == {}


def user(alice):
    (found,) = alice.propfind(CALENDAR, cs("invite")).multistatus[CALENDAR].found[cs("invite")]
    return found


@pytest.mark.parametrize("state", ["accepted", "declined"])
def test_the_owner_sees_who_has_what_and_what_they_answered(alice, bob, state):
    invite(alice)
    assert user(alice).find(cs("invite-noresponse")) is not None
    reply(bob, state)
    found = user(alice)
    assert (found.findtext(dav("href")), found.findtext(cs("common-name"))) == (BOB, "Bob")
    assert found.find(cs(f"invite-{state}")) is not None
    assert found.find(f"{cs('access')}/{cs('read')}") is not None


def test_what_is_declined_does_not_appear(alice, bob):
    invite(alice)
    answer = reply(bob, "declined")
    assert (answer.status, answer.body) == (200, b"")
    assert THERE not in members(bob)


def test_a_reader_writes_nothing_but_properties_of_their_own(alice, bob):
    accepted(alice, bob)
    assert bob.put(THERE + "2.ics", EVENT.replace("UID:lunch", "UID:2"), content_type="text/calendar").status == 403
    assert bob.delete(THERE + "lunch.ics").status == 403
    assert bob.proppatch(CALENDAR, set_property(COLOUR, "#ff0000")).status == 403
    for name, text in ((COLOUR, "#ff0000"), (dav("displayname"), "Alice at work")):
        assert bob.proppatch(THERE, set_property(name, text)).multistatus[THERE].found
    his = members(bob, HOME, COLOUR, dav("displayname"))[THERE]
    hers = alice.propfind(CALENDAR, COLOUR, dav("displayname")).multistatus[CALENDAR]
    assert (his.text(COLOUR), his.text(dav("displayname"))) == ("#ff0000", "Alice at work")
    assert COLOUR in hers.missing
    assert hers.text(dav("displayname")) == "Calendar"


def test_a_writer_writes(alice, bob):
    accepted(alice, bob, "read-write")
    body = EVENT.replace("UID:lunch", "UID:2")
    assert bob.put(THERE + "2.ics", body, content_type="text/calendar").status == 201
    assert alice.get(CALENDAR + "2.ics").body == body.encode()
    assert bob.delete(THERE + "lunch.ics").status == 204
    assert alice.get(CALENDAR + "lunch.ics").status == 404


def test_a_uid_that_the_calendar_has_is_a_conflict_told_at_the_path_of_the_sharee(alice, bob):
    accepted(alice, bob, "read-write")
    answer = bob.put(THERE + "2.ics", EVENT, content_type="text/calendar")
    assert answer.condition == f"{{{C}}}no-uid-conflict"
    assert answer.xml.find(f".//{dav('href')}").text == THERE + "lunch.ics"


@pytest.mark.rfc("4791", "7.8", "7.9")
def test_reports_answer_with_the_paths_of_the_sharee(alice, bob):
    accepted(alice, bob)
    data = f'<D:prop xmlns:D="DAV:"><D:getetag/><C:calendar-data xmlns:C="{C}"/></D:prop>'
    multiget = f'<C:calendar-multiget xmlns:C="{C}">{data}<D:href xmlns:D="DAV:">{THERE}lunch.ics</D:href></C:calendar-multiget>'
    query = f'<C:calendar-query xmlns:C="{C}">{data}<C:filter><C:comp-filter name="VCALENDAR"/></C:filter></C:calendar-query>'
    assert list(bob.report(THERE, multiget).multistatus) == [THERE + "lunch.ics"]
    assert list(bob.report(THERE, query, depth="1").multistatus) == [THERE + "lunch.ics"]
    assert THERE + "lunch.ics" in bob.report(HOME, query, depth="1").multistatus


def test_free_busy_of_a_home_is_that_of_its_owner_alone(alice, bob):
    accepted(alice, bob)
    query = f'<C:free-busy-query xmlns:C="{C}"><C:time-range start="20260301T000000Z" end="20260401T000000Z"/></C:free-busy-query>'
    assert b"FREEBUSY" not in bob.report(HOME, query, depth="1").body.replace(b"VFREEBUSY", b"")


def test_removing_it_from_the_home_declines_it(alice, bob):
    accepted(alice, bob)
    assert bob.delete(THERE).status == 204
    assert THERE not in members(bob)
    assert user(alice).find(cs("invite-declined")) is not None
    assert [note.find(cs("invite-declined")) is not None for note in notes(alice, "invite-reply").values()] == [True]
    assert alice.get(CALENDAR + "lunch.ics").status == 200
    assert bob.get(CALENDAR + "lunch.ics").status == 403


def test_renaming_it_in_the_home_keeps_it(alice, bob):
    accepted(alice, bob)
    assert bob.request("MOVE", THERE, destination=HOME + "work/").status == 201
    assert bob.get(HOME + "work/lunch.ics").status == 200
    assert user(alice).find(cs("invite-accepted")) is not None


def test_removing_the_sharee_ends_everything(alice, bob):
    accepted(alice, bob)
    token = bob.sync(HOME).xml.findtext(dav("sync-token"))
    invite(alice, removing())
    assert bob.sync(HOME, token).multistatus[THERE].status == 404
    assert bob.get(CALENDAR + "lunch.ics").status == 403
    assert [note.find(cs("invite-deleted")) is not None for note in notes(bob).values()] == [True]
    assert cs("shared-owner") not in types(alice, CALENDAR)
    assert cs("invite") in alice.propfind(CALENDAR, cs("invite")).multistatus[CALENDAR].missing


@pytest.mark.rfc("6578", "3.2")
def test_other_rights_end_tokens_and_are_told(alice, bob):
    accepted(alice, bob)
    tokens = [bob.sync(path).xml.findtext(dav("sync-token")) for path in (HOME, THERE)]
    invite(alice, setting(access="read-write"))
    answers = [bob.sync(path, token) for path, token in zip((HOME, THERE), tokens, strict=True)]
    assert [answer.condition for answer in answers] == [dav("valid-sync-token")] * 2
    ((_, note),) = notes(bob).items()
    assert note.find(cs("invite-accepted")) is not None
    assert note.find(f"{cs('access')}/{cs('read-write')}") is not None


def test_who_is_invited_again_to_the_same_hears_nothing(alice, bob):
    accepted(alice, bob)
    invite(alice)
    assert notes(bob) == {}


def test_who_declined_is_asked_again_when_more_is_offered(alice, bob):
    invite(alice)
    reply(bob, "declined")
    invite(alice, setting(access="read-write"))
    assert reply(bob).status == 200
    assert bob.get(THERE + "lunch.ics").status == 200


def test_deleting_the_calendar_tells_who_had_it(alice, bob):
    alice.request("MKCALENDAR", "/calendars/alice/work/")
    invite(alice, path="/calendars/alice/work/")
    reply(bob)
    assert "/calendars/bob/alice-work/" in members(bob)
    assert alice.delete("/calendars/alice/work/").status == 204
    assert "/calendars/bob/alice-work/" not in members(bob)
    assert [note.find(cs("invite-deleted")) is not None for note in notes(bob).values()] == [True]


def test_busy_time_alone_is_shown_of_a_share_that_gives_no_more(house, alice, bob):
    accepted(alice, bob)
    with_access(house, "busy")
    body = bob.get(THERE + "lunch.ics").body
    assert b"Lunch" not in body
    assert b"DTSTART:20260310T110000Z" in body


def test_a_query_of_the_home_tells_no_more_than_busy_time(house, alice, bob):
    accepted(alice, bob)
    with_access(house, "busy")
    told = (
        f'<C:calendar-query xmlns:C="{C}"><D:prop xmlns:D="DAV:"><C:calendar-data/></D:prop><C:filter>'
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">{}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>'
    )
    match = '<C:prop-filter name="SUMMARY"><C:text-match>Lunch</C:text-match></C:prop-filter>'
    assert bob.report(HOME, told.format(match), depth="1").multistatus == {}
    everything = bob.report(HOME, told.format(""), depth="1")
    assert list(everything.multistatus) == [THERE + "lunch.ics"]
    assert b"Lunch" not in everything.body


def with_access(house, access):
    house.store.engine.submit(
        lambda: house.store.engine.execute("UPDATE sharing_shares SET access = ?", (access,))
    ).result()


@pytest.mark.parametrize(
    ("who", "body", "status"),
    [
        ("alice", sharing(), 400),
        ("alice", sharing("<CS:set><D:href>mailto:bob@example.org</D:href></CS:set>"), 400),
        ("alice", sharing(f"<CS:set><D:href>{BOB}</D:href><CS:read/><CS:read-write/></CS:set>"), 400),
        ("alice", sharing("<CS:set><CS:read/></CS:set>"), 400),
        ("alice", sharing("<CS:publish/>"), 400),
        ("alice", sharing(setting("mailto:nobody@example.org")), 403),
        ("alice", sharing(setting("http://elsewhere.example/principals/users/bob/")), 403),
        ("alice", sharing(setting("/principals/users/bob/more/")), 403),
        ("alice", sharing(setting(ALICE)), 403),
        ("alice", sharing(setting(summary="x" * 1001)), 400),
        ("alice", sharing(*[setting()] * 101), 400),
        ("alice", "<share/>", 415),
        ("alice", "<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>", 400),
        ("alice", "no XML", 400),
        ("bob", sharing(setting()), 403),
    ],
)
def test_documents_that_ask_for_nothing_that_can_be_are_refused(alice, bob, who, body, status):
    assert post({"alice": alice, "bob": bob}[who], CALENDAR, body).status == status
    assert notes(bob) == {}


def test_nothing_of_a_document_is_done_when_a_part_of_it_cannot(alice, bob):
    assert post(alice, CALENDAR, sharing(setting(), setting("mailto:nobody@example.org"))).status == 403
    assert notes(bob) == {}


def test_a_sharee_does_not_share_on(alice, bob, person):
    person("carol", email="carol@example.org")
    accepted(alice, bob, "read-write")
    assert post(bob, THERE, sharing(setting("mailto:carol@example.org"))).status == 403


@pytest.mark.parametrize("uid", ["", "x", "00", "0" * 32])
def test_unknown_invitations_are_answered_by_nobody(alice, bob, uid):
    assert reply(bob, uid=uid).status == 403


def test_nobody_answers_for_another(alice, bob, person):
    carol = person("carol", email="carol@example.org")
    invite(alice)
    ((_, note),) = notes(bob).items()
    uid = note.findtext(cs("uid"))
    assert reply(carol, uid=uid, path="/calendars/carol/").status == 403
    assert reply(carol, uid=uid).status == 403
    assert reply(bob, uid=uid, path="/addressbooks/bob/").status == 403


def test_a_calendar_file_is_imported_by_post_as_before(alice):
    body = EVENT.replace("UID:lunch", "UID:2")
    assert post(alice, CALENDAR, body, "text/calendar").status in {200, 201, 207}


def test_everybody_in_a_group_is_invited_and_has_it_while_in_the_group(house, alice, bob, person):
    from a3dav.administration import add_account, change_membership
    from a3dav.storage.transaction import Actor
    from a3dav_sharing.keeping import follow_groups

    carol = person("carol", email="carol@example.org")
    add_account(house, Actor(), "team", kind="group")
    change_membership(house, Actor(), "team", "bob", remove=False)
    invite(alice, setting("/principals/groups/team/"))
    assert reply(bob).status == 200
    assert bob.get(THERE + "lunch.ics").status == 200
    change_membership(house, Actor(), "team", "bob", remove=True)
    change_membership(house, Actor(), "team", "carol", remove=False)
    assert bob.get(THERE + "lunch.ics").status == 403
    assert follow_groups(house) == "1 collections have other sharees, as groups changed"
    assert bob.get(THERE + "lunch.ics").status == 404
    assert len(notes(carol)) == 1
    assert follow_groups(house) == ""


def test_nobody_answers_for_another_in_the_same_group(house, alice, bob, person):
    from a3dav.administration import add_account, change_membership
    from a3dav.storage.transaction import Actor

    carol = person("carol", email="carol@example.org")
    add_account(house, Actor(), "team", kind="group")
    for name in ("bob", "carol"):
        change_membership(house, Actor(), "team", name, remove=False)
    invite(alice, setting("/principals/groups/team/"))
    ((_, note),) = notes(bob).items()
    assert reply(carol, uid=note.findtext(cs("uid")), path="/calendars/carol/").status == 403
    assert reply(carol, path="/calendars/carol/").status == 200


def test_shares_are_accepted_at_once_where_the_administrator_wants_it(house, alice, bob):
    house.sections["sharing"] = replace(house.section("sharing"), auto_accept=True)
    invite(alice)
    assert THERE in members(bob)
    ((_, note),) = notes(bob).items()
    assert note.find(cs("invite-accepted")) is not None


BOOK, BOOK_THERE = "/addressbooks/alice/addressbook/", "/addressbooks/bob/alice-addressbook/"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:z\r\nFN:Zoe\r\nN:;Zoe;;;\r\nEND:VCARD\r\n"


def test_address_books_are_shared_in_the_same_way(alice, bob):
    alice.put(BOOK + "z.vcf", CARD, content_type="text/vcard")
    invite(alice, setting(access="read-write"), path=BOOK)
    ((_, note),) = notes(bob).items()
    assert note.get("shared-type") == "addressbook"
    assert reply(bob, path="/addressbooks/bob/").status == 200
    assert bob.get(BOOK_THERE + "z.vcf").body == CARD.encode()
    assert bob.delete(BOOK_THERE + "z.vcf").status == 204


def test_webdav_sharing_is_another_way_to_say_it(alice, bob):
    body = (
        f'<D:share-resource xmlns:D="DAV:"><D:sharee><D:href>{BOB}</D:href><D:comment>Hers</D:comment>'
        "<D:share-access><D:read-write/></D:share-access></D:sharee></D:share-resource>"
    )
    assert post(alice, CALENDAR, body, "application/davsharing+xml").status == 200
    reply(bob)
    names = [dav(name) for name in ("share-access", "invite", "share-resource-uri")]
    hers = alice.propfind(CALENDAR, *names).multistatus[CALENDAR]
    his = bob.propfind(THERE, *names).multistatus[THERE]
    assert hers.found[names[0]][0].tag == dav("shared-owner")
    assert his.found[names[0]][0].tag == dav("read-write")
    (sharee,) = hers.found[names[1]]
    assert (sharee.findtext(dav("href")), sharee.findtext(dav("comment"))) == (BOB, "Hers")
    assert sharee.find(dav("invite-accepted")) is not None
    assert names[1] in his.missing
    assert hers.hrefs(names[2]) == his.hrefs(names[2])
    gone = body.replace("<D:read-write/>", "<D:no-access/>")
    assert post(alice, CALENDAR, gone, "application/davsharing+xml").status == 200
    assert THERE not in members(bob)
    assert alice.propfind(CALENDAR, names[0]).multistatus[CALENDAR].found[names[0]][0].tag == dav("not-shared")
