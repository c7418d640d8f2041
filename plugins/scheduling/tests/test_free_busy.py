"""Busy time of others, asked for by POST on an outbox (RFC 6638 §5)."""

import pytest

from a3dav.storage.transaction import Actor, StoredBody
from a3dav.testing.access import deny, share
from a3dav_content.budget import Budget
from a3dav_content.dates import parse_utc
from a3dav_content.time_range import TimeRange

from .conftest import CALENDAR, OUTBOX, C, event, proppatch, text

BOBS = "/calendars/bob/calendar/"
NEW = "/calendars/bob/work/"


def request(
    *attendees, extra=(), organizer="mailto:alice@example.org", start="20260310T000000Z", end="20260311T000000Z"
):
    return text(
        "METHOD:REQUEST", "BEGIN:VFREEBUSY", "UID:asked", "DTSTAMP:20260101T000000Z", f"DTSTART:{start}", f"DTEND:{end}",
        f"ORGANIZER:{organizer}", *(f"ATTENDEE:{attendee}" for attendee in attendees), *extra, "END:VFREEBUSY",
    )  # fmt: skip


def post(client, body, path=OUTBOX, content_type="text/calendar; charset=utf-8", **headers):
    return client.request("POST", path, body, content_type=content_type, **headers)


def answers(answer):
    """Status and FREEBUSY lines for each recipient."""
    assert answer.status == 200, answer.text
    assert answer.xml.tag == f"{C}schedule-response"
    return {
        one.findtext(f"{C}recipient/{{DAV:}}href"): (
            one.findtext(f"{C}request-status").partition(";")[0],
            [line for line in (one.findtext(f"{C}calendar-data") or "").split("\r\n") if line.startswith("FREEBUSY")],
        )
        for one in answer.xml
    }


def busy(client, address="mailto:bob@example.org", **asked):
    """The FREEBUSY lines for one attendee."""
    status, lines = answers(post(client, request(address, **asked)))[address]
    assert status == "2.0"
    return lines


def put(client, uid, *lines, path=BOBS):
    answer = client.put(f"{path}{uid}.ics", event(uid, *lines), content_type="text/calendar")
    assert answer.status in {201, 204}, answer.text


LUNCH = ("DTSTART:20260310T110000Z", "DTEND:20260310T120000Z")
AT_LUNCH = ["FREEBUSY:20260310T110000Z/20260310T120000Z"]


@pytest.fixture
def lunch(alice, bob):
    put(bob, "lunch", *LUNCH, "SUMMARY:Lunch with Grace")
    return alice


@pytest.mark.rfc("6638", "5/response", "10.1", "10.2", "10.3", "10.4", "11.4")
@pytest.mark.rfc("5546", "3.3.2", "3.3.3")
def test_an_organizer_learns_when_an_attendee_is_busy_and_nothing_else(lunch):
    answer = post(lunch, request("mailto:bob@example.org"))
    assert answers(answer) == {"mailto:bob@example.org": ("2.0", AT_LUNCH)}
    told = answer.xml.findtext(f".//{C}calendar-data").replace("\r", "").split("\n")
    assert {
        "METHOD:REPLY", "UID:asked", "DTSTART:20260310T000000Z", "DTEND:20260311T000000Z",
        "ORGANIZER:mailto:alice@example.org", "ATTENDEE:mailto:bob@example.org",
    } <= set(told)  # fmt: skip
    assert "Grace" not in answer.text


@pytest.mark.rfc("6638", "5")
def test_headers_of_old_clients_are_neither_needed_nor_in_the_way(lunch):
    answer = post(
        lunch, request("mailto:bob@example.org"), originator="mailto:alice@example.org",
        recipient="mailto:bob@example.org",
    )  # fmt: skip
    assert answers(answer)["mailto:bob@example.org"] == ("2.0", AT_LUNCH)


@pytest.mark.rfc("6638", "5/response")
def test_every_attendee_is_answered_for(lunch, person):
    person("carol", email="carol@example.org")
    found = answers(
        post(lunch, request("mailto:bob@example.org", "mailto:carol@example.org", "mailto:eve@example.com"))
    )
    assert found == {
        "mailto:bob@example.org": ("2.0", AT_LUNCH),
        "mailto:carol@example.org": ("2.0", []),
        "mailto:eve@example.com": ("3.7", []),
    }


@pytest.mark.rfc("6638", "2.4.1/there")
@pytest.mark.parametrize("address", ["MAILTO:Bob@Example.org", "/principals/users/bob/", "urn"])
def test_an_attendee_is_named_by_any_address(house, lunch, address):
    from uuid import UUID

    if address == "urn":
        address = f"urn:uuid:{UUID(bytes=house.store.accounts.by_name('bob').id)}"
    assert busy(lunch, address) == AT_LUNCH


@pytest.mark.rfc("6638", "5", "9.1/busy")
def test_all_calendars_of_a_home_count_but_those_that_are_transparent(lunch, bob):
    bob.request("MKCALENDAR", NEW)
    put(bob, "late", "DTSTART:20260310T180000Z", "DTEND:20260310T190000Z", path=NEW)
    assert busy(lunch) == [*AT_LUNCH, "FREEBUSY:20260310T180000Z/20260310T190000Z"]
    proppatch(bob, NEW, "<C:schedule-calendar-transp><C:transparent/></C:schedule-calendar-transp>")
    assert busy(lunch) == AT_LUNCH


@pytest.mark.rfc("4791", "7.10")
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((*LUNCH, "TRANSP:TRANSPARENT"), []),
        ((*LUNCH, "STATUS:CANCELLED"), []),
        ((*LUNCH, "STATUS:TENTATIVE"), ["FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260310T110000Z/20260310T120000Z"]),
        ((*LUNCH, "CLASS:PRIVATE"), AT_LUNCH),
        (("DTSTART:20260310T110000Z",), []),
        (("DTSTART;VALUE=DATE:20260310",), ["FREEBUSY:20260310T000000Z/20260311T000000Z"]),
        (("DTSTART:20260310T110000", "DURATION:PT1H"), AT_LUNCH),
        (("DTSTART:20260303T110000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"), AT_LUNCH),
        (("DTSTART:20260303T110000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY", "EXDATE:20260310T110000Z"), []),
        (("DTSTART:20260309T230000Z", "DTEND:20260310T010000Z"), ["FREEBUSY:20260310T000000Z/20260310T010000Z"]),
    ],
)
def test_what_makes_busy(alice, bob, lines, expected):
    put(bob, "it", *lines)
    assert busy(alice) == expected


def test_days_and_floating_times_are_by_the_clock_of_their_calendar(alice, bob):
    proppatch(bob, BOBS, "<C:calendar-timezone-id>Asia/Tokyo</C:calendar-timezone-id>")
    put(bob, "day", "DTSTART;VALUE=DATE:20260310")
    put(bob, "weekly", "DTSTART;VALUE=DATE:20260304", "DTEND;VALUE=DATE:20260305", "RRULE:FREQ=WEEKLY")
    lines = busy(alice, start="20260309T000000Z", end="20260312T000000Z")
    assert lines == ["FREEBUSY:20260309T150000Z/20260311T150000Z"]


def test_overrides_count_in_the_place_of_what_they_override(alice, bob):
    body = text(
        "BEGIN:VEVENT", "UID:s", "DTSTAMP:20260101T000000Z", "DTSTART:20260303T110000Z", "DURATION:PT1H",
        "RRULE:FREQ=WEEKLY", "END:VEVENT",
        "BEGIN:VEVENT", "UID:s", "DTSTAMP:20260101T000000Z", "RECURRENCE-ID:20260310T110000Z",
        "DTSTART:20260310T150000Z", "DURATION:PT1H", "STATUS:TENTATIVE", "END:VEVENT",
    )  # fmt: skip
    assert bob.put(BOBS + "s.ics", body, content_type="text/calendar").status == 201
    assert busy(alice) == ["FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260310T150000Z/20260310T160000Z"]


def test_a_series_counts_far_behind_what_the_index_knows(alice, bob):
    put(bob, "it", "DTSTART:20260303T110000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")
    lines = busy(alice, start="24000104T000000Z", end="24000105T000000Z")
    assert lines == ["FREEBUSY:24000104T110000Z/24000104T120000Z"]


@pytest.mark.rfc("7953", "5", "7.2.4")
def test_the_availability_of_an_attendee_counts(lunch, bob):
    hours = text(
        "BEGIN:VAVAILABILITY", "UID:h", "DTSTAMP:20260101T000000Z", "BEGIN:AVAILABLE", "UID:a",
        "DTSTAMP:20260101T000000Z", "DTSTART:20260101T080000Z", "DTEND:20260101T160000Z", "RRULE:FREQ=DAILY",
        "END:AVAILABLE", "END:VAVAILABILITY",
    )  # fmt: skip
    proppatch(bob, "/scheduling/bob/inbox/", f"<C:calendar-availability>{hours}</C:calendar-availability>")
    assert busy(lunch) == [
        "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260310T000000Z/20260310T080000Z",
        *AT_LUNCH,
        "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260310T160000Z/20260311T000000Z",
    ]


@pytest.mark.parametrize(
    ("organizer", "mask", "expected"),
    [
        ("mailto:alice@example.org", "lunch", []),
        ("mailto:alice@example.org", "other", AT_LUNCH),
        ("mailto:carol@example.org", "lunch", AT_LUNCH),
    ],
)
def test_an_event_that_its_organizer_is_about_to_move_does_not_count(alice, bob, organizer, mask, expected):
    put(bob, "lunch", *LUNCH, f"ORGANIZER:{organizer}", "ATTENDEE:mailto:bob@example.org")
    assert busy(alice, extra=(f"X-CALENDARSERVER-MASK-UID:{mask}",)) == expected


@pytest.mark.rfc("6638", "6.1.4", "11.3")
@pytest.mark.parametrize("privilege", ["schedule-query-freebusy", "schedule-deliver"])
def test_who_may_not_ask_an_attendee_is_told_so(lunch, bob, privilege):
    share(bob, "/scheduling/bob/inbox/", deny("/principals/users/alice/", f"{C}{privilege}"))
    assert answers(post(lunch, request("mailto:bob@example.org"))) == {"mailto:bob@example.org": ("3.8", [])}


def test_whom_one_may_not_see_is_nobody(make_house):
    from a3dav.testing.people import add_person

    house = make_house(principals__visible="nobody")
    alice, _ = (add_person(house, name, email=f"{name}@example.org") for name in ("alice", "bob"))
    assert answers(post(alice, request("mailto:bob@example.org"))) == {"mailto:bob@example.org": ("3.7", [])}


def test_groups_have_no_busy_time(alice, person):
    person("staff", kind="group", email="staff@example.org")
    assert answers(post(alice, request("mailto:staff@example.org")))["mailto:staff@example.org"][0] == "5.3"


def test_an_attendee_whose_calendar_costs_too_much_spoils_no_other(make_house):
    from a3dav.testing.people import add_person

    house = make_house(limits__expansion_steps=2_000)
    alice, bob, _ = (add_person(house, name, email=f"{name}@example.org") for name in ("alice", "bob", "carol"))
    put(bob, "it", "DTSTART:20200101T000000", "DURATION:PT1M", "RRULE:FREQ=DAILY")
    found = answers(post(alice, request("mailto:carol@example.org", "mailto:bob@example.org", end="20460101T000000Z")))
    assert {address: status for address, (status, _) in found.items()} == {
        "mailto:carol@example.org": "2.0", "mailto:bob@example.org": "5.1"
    }  # fmt: skip


@pytest.mark.rfc("6638", "5/organizer", "5.2.2", "11.3")
def test_one_asks_as_oneself(lunch):
    answer = post(lunch, request("mailto:bob@example.org", organizer="mailto:bob@example.org"))
    assert (answer.status, answer.condition) == (403, f"{C}valid-organizer")


@pytest.mark.rfc("6638", "5.1", "5.2", "6.2.4", "11.3")
def test_nobody_asks_by_the_outbox_of_another(lunch, bob):
    answer = post(bob, request("mailto:bob@example.org", organizer="mailto:bob@example.org"))
    assert (answer.status, answer.condition) == (403, "{DAV:}need-privileges")


WITHOUT = [line for line in request("mailto:bob@example.org").split("\r\n") if line]


@pytest.mark.rfc("6638", "5.1", "5.2.1")
@pytest.mark.rfc("5546", "3.3.2")
@pytest.mark.parametrize(
    "body",
    [
        *("\r\n".join(line for line in WITHOUT if not line.startswith(name)) for name in (
            "METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND", "ORGANIZER", "ATTENDEE",
        )),
        request("mailto:bob@example.org").replace("METHOD:REQUEST", "METHOD:REPLY"),
        request("mailto:bob@example.org", extra=("FREEBUSY:20260310T110000Z/PT1H",)),
        request("mailto:bob@example.org", extra=("DURATION:PT1H",)),
        request("mailto:bob@example.org", start="20260310"),
        request("mailto:bob@example.org", start="20260312T000000Z"),
        request("mailto:bob@example.org").replace("VFREEBUSY", "VEVENT"),
    ],
)  # fmt: skip
def test_what_is_no_request_for_busy_time_is_refused(alice, body):
    answer = post(alice, body)
    assert (answer.status, answer.condition) == (400, f"{C}valid-scheduling-message")


@pytest.mark.rfc("6638", "5.2")
@pytest.mark.parametrize(
    ("body", "content_type", "condition"),
    [
        ("nonsense", "text/calendar", "valid-calendar-data"),
        ("BEGIN:VCARD\r\nEND:VCARD\r\n", "text/calendar", "valid-calendar-data"),
        (request("mailto:bob@example.org"), "text/plain", "supported-calendar-data"),
    ],
)
def test_what_is_no_calendar_is_refused(alice, body, content_type, condition):
    assert post(alice, body, content_type=content_type).condition == f"{C}{condition}"


@pytest.mark.rfc("6638", "5.2", "11.1")
def test_a_request_is_as_large_as_an_object_at_most(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(limits__max_resource_size=2_000), "alice", email="alice@example.org")
    answer = post(alice, request("mailto:bob@example.org", extra=("COMMENT:" + "x" * 2_000,)))
    assert (answer.status, answer.condition) == (403, f"{C}max-resource-size")


@pytest.mark.rfc("6638", "11.1")
def test_a_request_is_about_so_many_people_at_most(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(plugins__scheduling__max_recipients=2), "alice", email="alice@example.org")
    answer = post(alice, request(*(f"mailto:{n}@example.org" for n in range(3))))
    assert (answer.status, answer.condition) == (403, f"{C}max-attendees-per-instance")


@pytest.mark.rfc("6638", "9.1/busy")
@pytest.mark.rfc("4791", "7.10")
def test_a_report_on_a_home_counts_no_transparent_calendar_either(alice):
    alice.put(CALENDAR + "lunch.ics", event("lunch", *LUNCH), content_type="text/calendar")
    body = f'<free-busy-query xmlns="{C[1:-1]}"><time-range start="20260310T000000Z" end="20260311T000000Z"/></free-busy-query>'
    assert AT_LUNCH[0] in alice.report("/calendars/alice/", body, depth="1").text
    proppatch(alice, CALENDAR, "<C:schedule-calendar-transp><C:transparent/></C:schedule-calendar-transp>")
    assert "FREEBUSY:" not in alice.report("/calendars/alice/", body, depth="1").text


def test_inside_a_transaction_what_it_wrote_counts(house, bob):
    """As two bookings of one room need it."""
    account, calendar = house.store.accounts.by_name("bob"), house.resolve(("calendars", "bob", "calendar"))
    day = TimeRange(parse_utc("20260310T000000Z"), parse_utc("20260311T000000Z"))
    noon = parse_utc("20260310T110000Z")

    def booked(tx):
        body = event("lunch", *LUNCH).encode()
        stored = StoredBody(body, None, len(body), "tag")
        tx.put(calendar, "a.ics", None, stored, kind="calendar-object", content_type="text/calendar", uid="lunch")
        house.update_indexes(tx)
        return house.services["caldav.busy_time"]([account.id], day, Budget())

    assert house.transact(Actor(), booked) == {account.id: [(noon, noon + 3600, "BUSY")]}
