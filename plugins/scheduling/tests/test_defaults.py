"""The default calendar (RFC 6638 §4.3, §9.2): where invitations go, and what is about it on the inbox."""

import pytest

from a3dav_scheduling.defaults import calendar_for

from .conftest import CALENDAR, CS, HOME, INBOX, NAMESPACES, TASKS, C, hrefs, proppatch, value

DEFAULT, DEFAULT_TASKS = f"{C}schedule-default-calendar-URL", f"{CS}schedule-default-tasks-URL"
WORK = HOME + "work/"


@pytest.fixture
def work(alice):
    """Alice, who has a second calendar."""
    assert alice.request("MKCALENDAR", WORK).status == 201
    return alice


def choose(client, path, name="C:schedule-default-calendar-URL"):
    return proppatch(client, INBOX, f"<{name}><D:href>{path}</D:href></{name}>")


def refusal(answer):
    """The status and the condition of the one property that a PROPPATCH was about."""
    (condition,) = answer.xml.find(".//{DAV:}error")[:1]
    (status,) = answer.multistatus[INBOX].missing.values()
    return status, condition.tag


@pytest.mark.rfc("6638", "4.3/used", "9.2")
def test_an_account_has_a_default_calendar_from_the_start(alice):
    assert hrefs(alice, INBOX, DEFAULT) == [CALENDAR]
    assert hrefs(alice, INBOX, DEFAULT_TASKS) == [TASKS]


@pytest.mark.rfc("6638", "4.3/used", "9.2")
def test_another_calendar_is_chosen(work, house):
    assert not choose(work, WORK).multistatus[INBOX].missing
    assert hrefs(work, INBOX, DEFAULT) == [WORK]
    home = house.resolve(("calendars", "alice"))
    assert calendar_for(house.store, home, "VEVENT").name == "work"
    assert calendar_for(house.store, home, "VTODO").name == "tasks"


def test_the_choice_stays_with_a_calendar_that_is_renamed(work):
    choose(work, WORK)
    assert work.request("MOVE", WORK, destination=HOME + "office/").status == 201
    assert hrefs(work, INBOX, DEFAULT) == [HOME + "office/"]


def test_a_list_for_tasks_is_chosen(work):
    choose(work, WORK, "CS:schedule-default-tasks-URL")
    assert hrefs(work, INBOX, DEFAULT_TASKS) == [WORK]
    proppatch(work, INBOX, "<CS:schedule-default-tasks-URL/>", remove=True)
    assert hrefs(work, INBOX, DEFAULT_TASKS) == [TASKS]


@pytest.mark.rfc("6638", "4.3/valid", "4.3.1.2")
@pytest.mark.parametrize(
    "path", [TASKS, HOME, INBOX, "/calendars/bob/calendar/", HOME + "none/", "http://elsewhere.example/calendar/"]
)
def test_a_default_is_a_calendar_of_the_account_that_takes_events(alice, bob, path):
    assert refusal(choose(alice, path)) == (403, f"{C}valid-schedule-default-calendar-URL")
    assert hrefs(alice, INBOX, DEFAULT) == [CALENDAR]


@pytest.mark.rfc("6638", "4.3.1.1")
def test_there_is_always_a_default(alice):
    answer = proppatch(alice, INBOX, "<C:schedule-default-calendar-URL/>", remove=True)
    assert refusal(answer) == (403, f"{C}default-calendar-needed")


@pytest.mark.rfc("6638", "4.3/kept", "4.3.1.1")
@pytest.mark.parametrize("method", ["DELETE", "COPY", "MOVE"])
def test_the_default_is_neither_deleted_nor_replaced(work, method):
    source, target = (CALENDAR, "") if method == "DELETE" else (WORK, CALENDAR)
    answer = work.request(method, source, destination=target)
    assert (answer.status, answer.condition) == (403, f"{C}default-calendar-needed")


@pytest.mark.rfc("6638", "4.3/kept")
def test_a_calendar_that_is_the_default_no_longer_can_be_deleted(work):
    assert work.delete(WORK).status == 204
    work.request("MKCALENDAR", WORK)
    choose(work, WORK)
    assert work.delete(WORK).status == 403
    choose(work, CALENDAR)
    assert work.delete(WORK).status == 204


@pytest.mark.rfc("6638", "9.1")
def test_apple_reads_which_calendars_count_as_busy(work):
    proppatch(work, WORK, "<C:schedule-calendar-transp><C:transparent/></C:schedule-calendar-transp>")
    assert set(hrefs(work, INBOX, f"{C}calendar-free-busy-set")) == {CALENDAR, TASKS}


AVAILABILITY = "\r\n".join(
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VAVAILABILITY", "UID:hours",
        "DTSTAMP:20260101T000000Z", "DTSTART:20260101T000000Z", "DTEND:20270101T000000Z", "END:VAVAILABILITY",
        "END:VCALENDAR", "",
    ]
)  # fmt: skip


@pytest.mark.rfc("7953", "7.2.4")
def test_the_availability_is_one_whether_told_to_the_inbox_or_to_the_home(alice):
    name = f"{C}calendar-availability"
    proppatch(alice, INBOX, f"<C:calendar-availability>{AVAILABILITY}</C:calendar-availability>")
    assert "UID:hours" in value(alice, INBOX, name).text
    assert "UID:hours" in value(alice, HOME, name).text


@pytest.mark.rfc("7953", "7.2.4")
def test_an_availability_that_is_none_is_refused_on_the_inbox_too(alice):
    answer = proppatch(alice, INBOX, "<C:calendar-availability>nonsense</C:calendar-availability>")
    assert refusal(answer) == (403, f"{C}valid-calendar-data")


def test_what_a_calendar_is_made_for_stands_in_its_set_of_components(alice, house):
    body = (
        f"<C:mkcalendar {NAMESPACES}><D:set><D:prop><C:supported-calendar-component-set>"
        '<C:comp name="VJOURNAL"/></C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>'
    )
    assert alice.request("MKCALENDAR", WORK, body).status == 201
    home = house.resolve(("calendars", "alice"))
    assert calendar_for(house.store, home, "VJOURNAL").name == "work"
