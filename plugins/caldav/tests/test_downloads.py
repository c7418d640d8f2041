"""GET of a calendar: one file, or the part of it that the query of the URL asks for."""

import json

import httpx
import pytest

from a3dav.testing.people import add_person

from .conftest import CALENDAR, LUNCH, NAMESPACES, component, event

JCAL = "application/calendar+json"
JANUARY = "start=20260101T000000Z&end=20260112T000000Z"


def uids(answer):
    assert answer.status == 200, answer.text
    return sorted(line[4:] for line in answer.text.split("\r\n") if line.startswith("UID:"))


@pytest.fixture
def mixed(alice):
    """Alice's client; a calendar of hers holds an event and two to-dos, one without a date."""
    path = "/calendars/alice/mixed/"
    assert alice.request("MKCALENDAR", path).status == 201
    alice.put(path + "a.ics", event("event", "DTSTART:20260310T110000Z"), content_type="text/calendar")
    for name, line in (("dated", "DUE:20260311T110000Z"), ("dateless", "SUMMARY:x")):
        body = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{component('VTODO', name, line)}\r\nEND:VCALENDAR\r\n"
        alice.put(path + name + ".ics", body, content_type="text/calendar")
    return lambda query: alice.get(path + query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?export", ["dated", "dateless", "event"]),
        ("?component=VTODO", ["dated", "dateless"]),
        ("?export&componentType=vevent", ["event"]),
        ("?component=VJOURNAL", []),
        ("?start=20260311T000000Z&component=VTODO", ["dated", "dateless"]),
        ("?start=20260311", ["dated", "dateless"]),
        ("?end=1773187200", ["dateless", "event"]),
        ("?start=20260310T113000Z&end=20260310T120000Z&component=VEVENT", []),
        ("?start=20260310T100000Z&end=20260310T120000Z&component=VEVENT", ["event"]),
    ],
)
def test_a_part_of_a_calendar_is_downloaded_by_component_and_range(mixed, query, expected):
    assert uids(mixed(query)) == expected


def test_a_range_leaves_a_series_whole(diary):
    answer = diary.get(f"{CALENDAR}?{JANUARY}")
    assert uids(answer) == ["standup"]
    assert "RRULE:FREQ=WEEKLY" in answer.text
    assert "BEGIN:VTIMEZONE" in answer.text


@pytest.mark.rfc("4791", "9.6.5")
@pytest.mark.parametrize("yes", ["1", "yes", "TRUE"])
def test_expand_gives_the_instances_of_the_range(diary, yes):
    answer = diary.get(f"{CALENDAR}?export&{JANUARY}&expand={yes}")
    starts = [line for line in answer.text.split("\r\n") if line.startswith("DTSTART")]
    assert starts == ["DTSTART:20260105T080000Z"]
    assert "VTIMEZONE" not in answer.text


@pytest.mark.rfc("7265", "3")
@pytest.mark.parametrize(
    ("query", "accept"), [("", JCAL), ("?accept=jcal", "text/calendar"), ("?accept=application/calendar%2Bjson", "")]
)
def test_a_calendar_is_downloaded_as_jcal(diary, query, accept):
    answer = diary.get(CALENDAR + query, accept=accept)
    name, properties, components = json.loads(answer.body)
    assert (answer.headers["content-type"], answer.headers["vary"].split(", ")[0]) == (JCAL, "Accept")
    assert ".json" in answer.headers["content-disposition"]
    assert name == "vcalendar"
    assert properties[0] == ["version", {}, "text", "2.0"]
    assert properties[2:] == [["name", {}, "text", "Calendar"], ["x-wr-calname", {}, "unknown", "Calendar"]]
    assert sorted(kind for kind, _, _ in components) == ["vevent", "vevent", "vevent", "vtimezone"]


@pytest.mark.parametrize("accept", ["", "*/*", "text/calendar, application/calendar+json;q=0.5", "text/html"])
def test_a_calendar_is_text_otherwise(diary, accept):
    assert diary.get(CALENDAR, accept=accept).headers["content-type"].startswith("text/calendar")
    assert diary.get(CALENDAR + "?accept=ical", accept=JCAL).headers["content-type"].startswith("text/calendar")


def test_an_empty_calendar_is_valid_jcal(alice):
    assert json.loads(alice.get(CALENDAR + "?accept=jcal").body)[2] == []


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("?start=soon", "start"), ("?end=20260230", "end"), ("?end=20261301T000000Z", "end"), ("?end=", "end"),
        ("?start=99999999999999", "start"), ("?start=20260102&end=20260101", "end"), ("?start=1&end=1", "end"),
        ("?component=VALARM", "component"), ("?componentType=", "componenttype"), ("?expand=perhaps", "expand"),
        ("?expand=1", "expand"), ("?expand=1&start=20260101", "expand"), ("?accept=xcal", "accept"),
        ("?strat=20260101", "strat"), ("?start=1&start=2", "start"), ("?component=VEVENT&componentType=VTODO", "component"),
    ],
)  # fmt: skip
def test_a_parameter_that_cannot_be_followed_is_named(diary, query, named):
    answer = diary.get(CALENDAR + query)
    assert (answer.status, named in answer.text) == (400, True)


def test_head_of_a_part_has_no_body_to_be_read_twice(diary):
    answer = diary.request("HEAD", f"{CALENDAR}?component=VEVENT")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")


@pytest.mark.rfc("4791", "7.8")
def test_a_part_that_costs_too_much_is_refused(make_house):
    client = add_person(make_house(limits__expansion_steps=100), "alice")
    body = event("often", "DTSTART:20000101T000000Z", "RRULE:FREQ=MINUTELY;INTERVAL=20")
    assert client.put(CALENDAR + "often.ics", body, content_type="text/calendar").status == 201
    answer = client.get(CALENDAR + "?start=20300101&end=20310101&expand=1")
    assert (answer.status, answer.condition) == (403, "{DAV:}number-of-matches-within-limits")


@pytest.mark.rfc("3744", "3.1")
def test_nobody_else_downloads_a_part(diary, bob):
    assert bob.get(CALENDAR + "?component=VEVENT").status == 403


def test_a_range_that_no_index_reaches_is_decided_by_the_rule(diary):
    assert uids(diary.get(CALENDAR + "?start=24000103&end=24000104")) == ["standup"]
    assert uids(diary.get(CALENDAR + "?start=24000104&end=24000105")) == []


def test_a_large_part_comes_from_another_process(server, served_person):
    url = f"{served_person.url}calendars/{served_person.name}/calendar/"
    plain = {"Accept-Encoding": "identity"}
    with httpx.Client(auth=(served_person.name, served_person.password), headers=plain) as client:
        for number in range(3):
            body = event(f"e{number}", "DTSTART:20260310T110000Z", "DESCRIPTION:" + "x" * 500_000)
            client.put(f"{url}{number}.ics", content=body, headers={"Content-Type": "text/calendar"})
        answer = client.get(url, params={"start": "20260310", "end": "20260311", "accept": "jcal"})
        assert len(json.loads(answer.content)[2]) == 3
        head = client.head(url, params={"accept": "jcal"})
        assert head.headers["content-length"] == answer.headers["content-length"]
    assert list((server.data_dir / "blobs" / "incoming").iterdir()) == []


def test_the_form_of_an_object_is_no_matter_of_the_query(diary):
    assert diary.get(CALENDAR + "lunch.ics?accept=jcal").text == LUNCH


@pytest.mark.rfc("7986", "5.1", "5.2", "5.9")
def test_a_file_says_what_the_calendar_is_called_and_looks_like(diary):
    colour = "<I:calendar-color xmlns:I='http://apple.com/ns/ical/' symbolic-color='red'>#FF0000FF</I:calendar-color>"
    description = "<C:calendar-description>What I do</C:calendar-description>"
    zone = "<C:calendar-timezone-id>Europe/Berlin</C:calendar-timezone-id>"
    given = f"<D:displayname>Mine</D:displayname>{description}{colour}{zone}"
    body = f"<D:propertyupdate {NAMESPACES}><D:set><D:prop>{given}</D:prop></D:set></D:propertyupdate>"
    assert diary.proppatch(CALENDAR, body).multistatus[CALENDAR].missing == {}
    head = diary.get(CALENDAR).text.partition("BEGIN:VTIMEZONE")[0].split("\r\n")
    assert {"NAME:Mine", "DESCRIPTION:What I do", "COLOR:red", "X-APPLE-CALENDAR-COLOR:#FF0000FF"} <= set(head)
    assert "X-WR-TIMEZONE:Europe/Berlin" in head
