"""Rooms answer for themselves: never two bookings at one time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from a3dav_scheduling.rooms.modes import Answering, Conflicts, Mode, set_answering

from .conftest import lines_of, meeting, partstat, unfolded

ROOM = ("ATTENDEE;CUTYPE=ROOM:mailto:hall@example.org",)
HOUR = "DURATION:PT1H"
THREE_DAYS = "RRULE:FREQ=DAILY;COUNT=3"


class Hall:
    """A room, which does not sign in."""

    def __init__(self, house):
        self.house = house

    def members(self, *path):
        collection = self.house.resolve(path)
        return [member for page in self.house.store.pages(collection) for member in page]

    def bodies(self, *path):
        bodies = self.house.store.bodies(self.members(*(path or ("calendars", "hall", "calendar"))))
        return [unfolded(body.decode()) for body in bodies]

    @property
    def place(self):
        (member,) = self.members("calendars", "hall", "calendar")
        return member.href

    def inbox(self):
        return self.bodies("scheduling", "hall", "inbox")


@pytest.fixture
def hall(person, house):
    person("hall", email="hall@example.org", kind="room")
    return Hall(house)


@pytest.fixture
def set_mode(house, hall):
    def work(mode, conflicts=Conflicts.INSTANCES, approver=""):
        account = house.store.accounts.by_name("hall")
        approver_id = house.store.accounts.by_name(approver).id if approver else b""
        house.store.engine.submit(
            lambda: set_answering(_Tx(house.store), account, Answering(mode, approver_id, conflicts))
        ).result()

    return work


class _Tx:
    def __init__(self, store):
        self.store = store


def booked(diary, *lines, uid="meeting", start="20300310T110000Z"):
    return diary.put(meeting(HOUR, *lines, uid=uid, start=start, attendees=ROOM), f"{uid}.ics")


def answer_to(diary, uid="meeting"):
    return partstat(diary.get(f"{uid}.ics").text, "hall")


def test_a_room_that_is_free_accepts(alices, hall):
    assert booked(alices).status == 201
    assert (answer_to(alices), partstat(*hall.bodies(), "hall"), hall.inbox()) == ("ACCEPTED", "ACCEPTED", [])


def test_nobody_reads_what_is_told_to_a_room(alices, hall):
    alices.put(meeting(HOUR, attendees=ROOM))
    alices.client.delete(alices.only())
    assert ("STATUS:CANCELLED" in hall.bodies()[0], hall.inbox()) == (True, [])


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("20300310T113000Z", "DECLINED"),
        ("20300310T103000Z", "DECLINED"),
        ("20300310T110000Z", "DECLINED"),
        ("20300310T120000Z", "ACCEPTED"),
        ("20300310T100000Z", "ACCEPTED"),
    ],
)
def test_a_room_that_is_not_declines(alices, hall, start, expected):
    booked(alices)
    booked(alices, uid="other", start=start)
    assert answer_to(alices, "other") == expected


def test_what_was_declined_keeps_nobody_out(alices, hall):
    booked(alices)
    booked(alices, uid="other", start="20300310T113000Z")
    alices.client.delete(f"{alices.calendar}meeting.ics")
    booked(alices, uid="third", start="20300310T120000Z")
    assert (answer_to(alices, "other"), answer_to(alices, "third")) == ("DECLINED", "ACCEPTED")


def test_what_was_cancelled_keeps_nobody_out(alices, hall):
    booked(alices)
    alices.client.delete(alices.only())
    booked(alices, uid="other")
    assert answer_to(alices, "other") == "ACCEPTED"


def test_a_meeting_may_move_within_its_own_time(alices, hall):
    booked(alices)
    booked(alices, start="20300310T113000Z")
    assert answer_to(alices) == "ACCEPTED"


def test_a_meeting_that_moves_onto_another_is_declined(alices, hall):
    booked(alices)
    booked(alices, uid="other", start="20300310T150000Z")
    booked(alices, uid="other", start="20300310T113000Z")
    assert answer_to(alices, "other") == "DECLINED"


def test_of_a_series_those_instances_are_declined_that_overlap(alices, hall):
    booked(alices, start="20300311T110000Z")
    booked(alices, THREE_DAYS, uid="series")
    text = alices.get("series.ics").text
    parts = text.split("BEGIN:VEVENT")[1:]
    assert [(lines_of(part, "RECURRENCE-ID"), partstat(part, "hall")) for part in parts] == [
        ([], "ACCEPTED"),
        (["RECURRENCE-ID:20300311T110000Z"], "DECLINED"),
    ]


def test_or_the_whole_series_where_that_is_wished(alices, hall, set_mode):
    set_mode(Mode.AUTOMATIC, Conflicts.ALL)
    booked(alices, start="20300311T110000Z")
    booked(alices, THREE_DAYS, uid="series")
    text = alices.get("series.ics").text
    assert (text.count("BEGIN:VEVENT"), partstat(text, "hall")) == (1, "DECLINED")


def test_a_series_without_end_is_answered_as_far_as_one_can_look(alices, hall):
    booked(alices, "RRULE:FREQ=WEEKLY", uid="series")
    booked(alices, start="20300317T110000Z")
    assert (answer_to(alices, "series"), answer_to(alices)) == ("ACCEPTED", "DECLINED")


@pytest.mark.parametrize(("mode", "expected"), [(Mode.ACCEPT, "ACCEPTED"), (Mode.DECLINE, "DECLINED")])
def test_a_room_may_answer_without_a_look(alices, hall, set_mode, mode, expected):
    set_mode(mode)
    for uid in ("one", "two"):
        booked(alices, uid=uid)
    assert [answer_to(alices, uid) for uid in ("one", "two")] == [expected] * 2


def test_a_room_may_say_nothing(alices, hall, set_mode):
    set_mode(Mode.NONE)
    booked(alices)
    assert (answer_to(alices), len(hall.inbox())) == ("NEEDS-ACTION", 1)


def test_an_approver_is_asked_and_answers(alices, bobs, hall, set_mode):
    set_mode(Mode.MANUAL, approver="bob")
    booked(alices)
    assert (answer_to(alices), len(bobs.inbox()), bobs.names()) == ("NEEDS-ACTION", 1, [])
    place = hall.place
    text = bobs.client.get(place).text.replace("\r\n ", "")
    answered = text.replace("ATTENDEE;CUTYPE=ROOM", "ATTENDEE;PARTSTAT=ACCEPTED;CUTYPE=ROOM")
    assert bobs.client.put(place, answered, content_type="text/calendar").status == 204
    assert answer_to(alices) == "ACCEPTED"


def test_nobody_else_answers(alices, bobs, hall, set_mode):
    set_mode(Mode.MANUAL, approver="alice")
    booked(alices)
    assert bobs.client.get(hall.place).status in {403, 404}


def test_everybody_in_a_group_of_approvers_is_asked(alices, bobs, hall, person, house, set_mode):
    person("wardens", kind="group")
    ids = [house.store.accounts.by_name(name).id for name in ("wardens", "bob")]
    house.store.engine.submit(lambda: house.store.accounts.add_member(*ids)).result()
    set_mode(Mode.MANUAL, approver="wardens")
    booked(alices)
    assert len(bobs.inbox()) == 1
    assert bobs.client.get(hall.place).status == 200


def test_a_person_answers_for_themselves(alices, bobs):
    alices.put(meeting(HOUR))
    assert alices.partstat("bob") == "NEEDS-ACTION"


def test_of_two_bookings_at_once_one_alone_succeeds(alices, bobs, hall):
    diaries = [(alices, f"a{number}") for number in range(3)] + [(bobs, f"b{number}") for number in range(3)]

    def book(diary, uid):
        facts = {"organizer": diary.client.name, "uid": uid, "attendees": ROOM}
        assert diary.put(meeting(HOUR, **facts), f"{uid}.ics").status == 201

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda pair: book(*pair), diaries))
    answers = sorted(answer_to(diary, uid) for diary, uid in diaries)
    assert answers == ["ACCEPTED", *["DECLINED"] * 5]
    assert sum("TRANSP:TRANSPARENT" not in text for text in hall.bodies()) == 1
