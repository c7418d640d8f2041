"""When a hundred people with a thousand events each are busy is told by the index, and by a few statements."""

import time

import pytest

from a3dav.identifiers import now_ms
from a3dav.storage.transaction import Actor, StoredBody
from a3dav.testing.people import add_person
from a3dav_content import calendar_index
from a3dav_content.calendar_objects import CalendarObject

PEOPLE, EVENTS = 100, 1_000
FORMS = ("DTSTART:2026{:02}{:02}T110000Z\r\nDURATION:PT1H", "DTSTART;VALUE=DATE:2026{:02}{:02}")
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n"


def event(number):
    start = FORMS[number % 10 == 0].format(number % 12 + 1, number % 28 + 1)
    rule = "RRULE:FREQ=WEEKLY\r\n" if number % 25 == 0 else ""
    body = f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20260101T000000Z\r\n{start}\r\n{rule}SUMMARY:x\r\nEND:VEVENT\r\n"
    return f"{HEAD}{body}END:VCALENDAR\r\n".encode()


def fill(house, name, bodies, entries):
    calendar = house.resolve(("calendars", name, "calendar"))

    def work(tx):
        for number, (body, entry) in enumerate(zip(bodies, entries, strict=True)):
            tx.put(
                calendar, f"{number}.ics", None, StoredBody(body, None, len(body), str(number)),
                kind="calendar-object", content_type="text/calendar", uid=str(number), parsed=entry,
            )  # fmt: skip

    house.transact(Actor(), work)


def request(start, end):
    attendees = "".join(f"ATTENDEE:mailto:p{number}@example.org\r\n" for number in range(PEOPLE))
    return (
        f"{HEAD}METHOD:REQUEST\r\nBEGIN:VFREEBUSY\r\nUID:asked\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{start}\r\n"
        f"DTEND:{end}\r\nORGANIZER:mailto:p0@example.org\r\n{attendees}END:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )


@pytest.fixture
def company(house):
    """The client of one of a hundred people, all of whom have a full diary."""
    bodies = [event(number) for number in range(EVENTS)]
    entries = [calendar_index.index(CalendarObject.parse(body), now_ms() // 1000) for body in bodies]
    people = [add_person(house, f"p{number}", email=f"p{number}@example.org") for number in range(PEOPLE)]
    for person in people:
        fill(house, person.name, bodies, entries)
    return people[0]


def test_a_hundred_people_are_asked_about_without_reading_an_event(house, company, monkeypatch):
    read, statements = [], []
    stored, rows = CalendarObject.stored, house.store.engine.rows
    monkeypatch.setattr(CalendarObject, "stored", lambda body: read.append(body) or stored(body))
    monkeypatch.setattr(house.store.engine, "rows", lambda sql, *more: statements.append(sql) or rows(sql, *more))
    for start, end in (("20260309", "20260316"), ("20260301", "20260401"), ("20260101", "20270101")):
        statements.clear()
        started = time.perf_counter()
        answer = company.request(
            "POST",
            "/scheduling/p0/outbox/",
            request(f"{start}T000000Z", f"{end}T000000Z"),
            content_type="text/calendar",
        )
        taken = time.perf_counter() - started
        print(f"{start} to {end}: {len(answer.body)} bytes, {len(statements)} statements, {taken * 1000:.0f} ms")
        assert answer.text.count("2.0;Success") == PEOPLE
        assert read == []
        assert len(statements) < 40
