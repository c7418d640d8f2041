"""Alarms, and whether the time counts as busy, are each sharee's own in events that all of them see."""

import pytest

from .conftest import CALENDAR, HOUR, event

LUNCH = CALENDAR + "lunch.ics"
ETAG = "{DAV:}getetag"


def alarm(minutes):
    return "\r\n".join(["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:x", f"TRIGGER:-PT{minutes}M", "END:VALARM"])


OWNERS = event("lunch", *HOUR, "SUMMARY:Lunch", alarm(5))
SHARED = event("lunch", *HOUR, "SUMMARY:Lunch")
BOBS = event("lunch", *HOUR, "SUMMARY:Lunch", alarm(30))


@pytest.fixture
def lunch(alice, grant):
    grant("read")
    return alice.put(LUNCH, OWNERS, content_type="text/calendar").headers["etag"]


def put(client, body, path=LUNCH, **headers):
    return client.put(path, body, content_type="text/calendar", **headers)


def etag(client):
    return client.propfind(LUNCH, ETAG).multistatus[LUNCH].text(ETAG)


def test_the_alarms_of_the_owner_are_not_shown(lunch, bob):
    assert bob.get(LUNCH).text == SHARED


def test_who_may_only_read_has_alarms_of_their_own(lunch, alice, bob):
    answer = put(bob, BOBS, if_match=etag(bob))
    assert (answer.status, "etag" in answer.headers) == (204, False)
    assert (bob.get(LUNCH).text, alice.get(LUNCH).text) == (BOBS, OWNERS)
    assert (bob.get(LUNCH).headers["etag"] == etag(bob), etag(alice)) == (True, lunch)


def test_who_may_only_read_changes_nothing_for_others(lunch, alice, bob):
    answer = put(bob, BOBS.replace("Lunch", "Dinner"))
    assert (answer.status, answer.condition) == (403, "{DAV:}need-privileges")
    assert put(bob, event("new", *HOUR), CALENDAR + "new.ics").status == 403
    assert put(bob, "no calendar").status == 403
    assert bob.delete(LUNCH).status == 403
    assert alice.get(LUNCH).text == OWNERS


def test_what_a_writer_changes_leaves_the_alarms_of_the_owner(lunch, alice, bob, grant):
    grant("read-write")
    assert put(bob, BOBS.replace("Lunch", "Dinner")).status == 204
    assert bob.get(LUNCH).text == BOBS.replace("Lunch", "Dinner")
    assert alice.get(LUNCH).text == OWNERS.replace("Lunch", "Dinner")


def test_an_owner_who_changes_the_event_leaves_the_alarms_of_others(lunch, alice, bob):
    put(bob, BOBS)
    put(alice, OWNERS.replace("Lunch", "Dinner"))
    assert bob.get(LUNCH).text == BOBS.replace("Lunch", "Dinner")


def test_an_alarm_can_be_taken_away_again(lunch, bob, house):
    put(bob, BOBS)
    put(bob, SHARED)
    assert bob.get(LUNCH).text == SHARED
    assert house.store.engine.rows("SELECT * FROM sharing_personal") == []


def test_a_new_event_has_the_alarms_of_its_maker_for_its_maker(lunch, alice, bob, grant):
    grant("read-write")
    path = CALENDAR + "new.ics"
    answer = put(bob, BOBS.replace("lunch", "new"), path)
    assert (answer.status, "etag" in answer.headers) == (201, False)
    assert (bob.get(path).text, alice.get(path).text) == (BOBS.replace("lunch", "new"), SHARED.replace("lunch", "new"))


def test_what_is_stored_as_it_was_sent_has_its_tag_in_the_answer(lunch, bob, grant):
    grant("read-write")
    answer = put(bob, event("plain", *HOUR), CALENDAR + "plain.ics")
    assert answer.headers["etag"] == bob.get(CALENDAR + "plain.ics").headers["etag"]


def test_other_clients_of_a_sharee_hear_of_an_alarm(lunch, bob):
    token = bob.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    put(bob, BOBS)
    assert bob.sync(CALENDAR, token).multistatus[LUNCH].text(ETAG) == etag(bob)


def test_an_alarm_is_found_by_who_has_it(lunch, alice, bob):
    put(bob, BOBS)

    def ringing(client, hour, start, end):
        condition = f'<C:time-range start="20260310T{start}00Z" end="20260310T{end}00Z"/>'
        body = (
            '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop>'
            '<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:comp-filter name="VALARM">'
            f"{condition}</C:comp-filter></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
        )
        return list(client.report(CALENDAR, body, depth="1").multistatus)

    half_past, before_eleven = ("1025", "1035"), ("1050", "1100")
    assert [ringing(client, 10, *half_past) for client in (alice, bob)] == [[], [LUNCH]]
    assert [ringing(client, 10, *before_eleven) for client in (alice, bob)] == [[LUNCH], []]


def test_a_busy_share_has_neither_alarms_nor_room_for_them(lunch, bob, grant):
    grant("busy")
    assert "VALARM" not in bob.get(LUNCH).text
    assert put(bob, BOBS).status == 403


def test_alarms_go_with_the_event(lunch, alice, bob, house):
    put(bob, BOBS)
    alice.request("MOVE", LUNCH, destination=CALENDAR + "moved.ics")
    assert bob.get(CALENDAR + "moved.ics").text == BOBS
    alice.delete(CALENDAR + "moved.ics")
    assert house.store.engine.rows("SELECT * FROM sharing_personal") == []


def test_a_sharee_takes_along_what_is_theirs(lunch, bob):
    put(bob, BOBS)
    assert bob.request("COPY", LUNCH, destination="/calendars/bob/calendar/mine.ics").status == 201
    assert bob.get("/calendars/bob/calendar/mine.ics").text == BOBS


def test_an_event_in_json_is_taken_apart_too(lunch, alice, bob):
    put(bob, BOBS)
    sent = bob.get(LUNCH, accept="application/calendar+json").body.replace(b"-PT30M", b"-PT45M")
    assert bob.put(LUNCH, sent, content_type="application/calendar+json").status == 204
    assert ("TRIGGER:-PT45M" in bob.get(LUNCH).text, alice.get(LUNCH).text) == (True, OWNERS)


def test_a_large_event_is_taken_apart_on_the_way_through_a_process(lunch, alice, bob, grant):
    grant("read-write")
    noted = "X-NOTE:" + "x" * 20_000
    put(alice, OWNERS.replace("SUMMARY", noted + "\r\nSUMMARY"))
    sent = bob.get(LUNCH).text.replace("END:VEVENT", alarm(30) + "\r\nEND:VEVENT")
    assert put(bob, sent).status == 204
    assert "TRIGGER:-PT30M" in bob.get(LUNCH).text


def test_what_one_keeps_for_oneself_has_a_limit(lunch, bob):
    assert put(bob, event("lunch", *HOUR, "SUMMARY:Lunch", *[alarm(30)] * 1000)).status == 403


def test_an_import_is_taken_apart_too(lunch, alice, bob, grant):
    grant("read-write")
    changed = BOBS.replace("SUMMARY:Lunch", "SUMMARY:Dinner")
    assert bob.request("POST", CALENDAR, changed, content_type="text/calendar").status == 200
    assert bob.get(LUNCH).text == changed
    assert alice.get(LUNCH).text == OWNERS.replace("SUMMARY:Lunch", "SUMMARY:Dinner")
