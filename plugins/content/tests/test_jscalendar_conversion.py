"""What each property of a calendar object becomes in JSCalendar, by the sections of RFC 8984, and back."""

import pytest

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import InvalidJson
from a3dav_content.jscalendar import edit_calendar, from_jscalendar, to_jscalendar
from a3dav_content.lines import parse

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Maker//Thing//EN\r\n"
START = "DTSTART;TZID=Europe/Berlin:20260105T120000"


def case(section, *lines, kind="VEVENT", **members):
    return pytest.param(
        kind, lines, members, marks=pytest.mark.rfc("8984", section), id=f"{section}-{lines[-1].split(':')[0]}"
    )


def calendar(kind, lines):
    inside = "".join(f"{line}\r\n" for line in ("UID:u1", "DTSTAMP:20260101T000000Z", *lines))
    return f"{HEAD}BEGIN:{kind}\r\n{inside}END:{kind}\r\nEND:VCALENDAR\r\n".encode()


def alarm(*lines):
    return ("BEGIN:VALARM", *lines, "END:VALARM")


def located(*lines):
    return ("BEGIN:VLOCATION", *lines, "END:VLOCATION")


def converted(**names):
    return {"convertedProperties": {path: {"@type": "ICalProperty", "name": name} for path, name in names.items()}}


def typed(kind, /, **members):
    return {"@type": kind, **members}


def rule(**members):
    return [typed("RecurrenceRule", **members)]


DISPLAY = ("ACTION:DISPLAY", "DESCRIPTION:x")
TOLD = {"@type": "ICalComponent", "name": "valarm", "properties": [["description", {}, "text", "x"]]}
TRIGGER = typed("OffsetTrigger", offset="-PT15M")
CASES = [
    case("4.1.5", "CREATED:20240329T133000Z", created="2024-03-29T13:30:00Z"),
    case("4.1.7", "SEQUENCE:3", sequence=3),
    case(
        "4.1.3", "RELATED-TO;RELTYPE=CHILD:c1", "RELATED-TO:c2",
        relatedTo={"c1": typed("Relation", relation={"child": True}), "c2": typed("Relation")},
    ),
    case("4.2.1", "SUMMARY:Birthday\\, party", title="Birthday, party"),
    case("4.2.8", "SUMMARY;LANGUAGE=fr:Fête", title="Fête", locale="fr"),
    case("4.2.2", "DESCRIPTION:fluffy\\; and\\nsweet", description="fluffy; and\nsweet"),
    case(
        "4.2.3", "STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:<b>hello\\,</b>",
        description="<b>hello,</b>", descriptionContentType="text/html",
        iCalendar=converted(description="styled-description"),
    ),
    case("5.1.1", START, start="2026-01-05T12:00:00", timeZone="Europe/Berlin"),
    case("5.1.1", "DTSTART:20260105T120000Z", start="2026-01-05T12:00:00", timeZone="Etc/UTC"),
    case("4.7.1", "DTSTART:20260105T120000", start="2026-01-05T12:00:00"),
    case("4.2.4", "DTSTART;VALUE=DATE:20260105", "DURATION:P2D", start="2026-01-05T00:00:00", duration="P2D",
         showWithoutTime=True),
    case("4.2.4", "DTSTART:20260105T120000Z", "SHOW-WITHOUT-TIME;VALUE=BOOLEAN:TRUE", start="2026-01-05T12:00:00",
         timeZone="Etc/UTC", showWithoutTime=True),
    case("5.1.2", START, "DURATION:PT90M", start="2026-01-05T12:00:00", timeZone="Europe/Berlin", duration="PT1H30M"),
    case(
        "5.1.2", START, "DTEND;TZID=Europe/Berlin:20260105T130000", start="2026-01-05T12:00:00",
        timeZone="Europe/Berlin", duration="PT1H", iCalendar=converted(duration="dtend"),
    ),
    case(
        "5.1.2", "DTSTART;VALUE=DATE:20240102", "DTEND;VALUE=DATE:20240107", start="2024-01-02T00:00:00",
        duration="P5D", showWithoutTime=True, iCalendar=converted(duration="dtend"),
    ),
    case(
        "6.6", "DTSTART;TZID=Europe/Berlin:20241017T130000", "DTEND;TZID=Asia/Bangkok:20241018T040000",
        start="2024-10-17T13:00:00", timeZone="Europe/Berlin", duration="PT10H",
        locations={"end": typed("Location", relativeTo="end", timeZone="Asia/Bangkok")},
        iCalendar=converted(duration="dtend"),
    ),
    case("5.2.1", "DUE:20260105T120000Z", kind="VTODO", due="2026-01-05T12:00:00", timeZone="Etc/UTC"),
    case(
        "5.2.1", "DTSTART:20260105T120000Z", "DURATION:PT1H", kind="VTODO", start="2026-01-05T12:00:00",
        due="2026-01-05T13:00:00", timeZone="Etc/UTC", iCalendar=converted(due="duration"),
    ),
    case("5.2.3", "DUE:20260105T120000Z", "ESTIMATED-DURATION:P2D", kind="VTODO", due="2026-01-05T12:00:00",
         timeZone="Etc/UTC", estimatedDuration="P2D"),
    case("5.2.4", "PERCENT-COMPLETE:53", kind="VTODO", percentComplete=53),
    case("5.2.5", "STATUS:IN-PROCESS", kind="VTODO", progress="in-process"),
    case("5.2.6", "STATUS:COMPLETED", "COMPLETED:20260106T000000Z", kind="VTODO", progress="completed",
         progressUpdated="2026-01-06T00:00:00Z"),
    case("5.1.3", "STATUS:TENTATIVE", status="tentative"),
    case("4.2.9", "CATEGORIES:Favorites,b\\,c", keywords={"Favorites": True, "b,c": True}),
    case("4.2.10", "CONCEPT:https://example.com/a", categories={"https://example.com/a": True}),
    case("4.2.11", "COLOR:maroon", color="maroon"),
    case("4.4.1", "PRIORITY:3", priority=3),
    case("4.4.2", "TRANSP:TRANSPARENT", freeBusyStatus="free"),
    case("4.4.3", "CLASS:CONFIDENTIAL", privacy="secret"),
    case(
        "4.3.3", START, "RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU,-1MO;BYHOUR=8,9;UNTIL=20240930T120000Z",
        start="2026-01-05T12:00:00", timeZone="Europe/Berlin",
        recurrenceRules=rule(
            frequency="yearly", interval=2, byMonth=["1"], byHour=[8, 9], until="2024-09-30T14:00:00",
            byDay=[typed("NDay", day="su"), typed("NDay", day="mo", nthOfPeriod=-1)],
        ),
    ),
    case(
        "4.3.4", START, "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY;COUNT=3;WKST=SU", start="2026-01-05T12:00:00",
        timeZone="Europe/Berlin", recurrenceRules=rule(frequency="daily"),
        excludedRecurrenceRules=rule(frequency="weekly", count=3, firstDayOfWeek="su"),
    ),
    case(
        "4.3.5", "DTSTART:20230101T130000Z", "RRULE:FREQ=MONTHLY", "EXDATE:20230801T130000Z", "RDATE:20230805T170000Z",
        start="2023-01-01T13:00:00", timeZone="Etc/UTC", recurrenceRules=rule(frequency="monthly"),
        recurrenceOverrides={"2023-08-01T13:00:00": {"excluded": True}, "2023-08-05T17:00:00": {}},
    ),
    case("5.1.2", "DTSTART;VALUE=DATE:20260105", start="2026-01-05T00:00:00", duration="P1D", showWithoutTime=True),
    case(
        "4.3.3", "DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=DAILY;UNTIL=20261231T225959Z", start="2026-01-05T00:00:00",
        duration="P1D", showWithoutTime=True, recurrenceRules=rule(frequency="daily", until="2026-12-31T00:00:00"),
    ),
    case("3.3", 'JSPROP;JSPTR="title":"Other"', "SUMMARY:Own", title="Own"),
    case(
        "4.3.1", START, "RECURRENCE-ID;TZID=Europe/Berlin:20260104T120000", start="2026-01-05T12:00:00",
        timeZone="Europe/Berlin", recurrenceId="2026-01-04T12:00:00", recurrenceIdTimeZone="Europe/Berlin",
    ),
    case(
        "4.2.6", 'CONFERENCE;VALUE=URI;JSID=v;FEATURE=AUDIO,VIDEO;LABEL="Chat, code=7":https://chat.example.com/a',
        virtualLocations={
            "v": typed(
                "VirtualLocation", name="Chat, code=7", uri="https://chat.example.com/a",
                features={"audio": True, "video": True},
            )
        },
    ),
    case(
        "4.2.5", "LOCATION;JSID=loc1:Taj Mahal", "GEO:27.175;78.041944",
        locations={"loc1": typed("Location", name="Taj Mahal", coordinates="geo:27.175,78.041944")},
        iCalendar=converted(**{"locations/loc1/coordinates": "geo"}),
    ),
    case(
        "4.2.5", *located("UID:l1", "NAME:Hall", "LOCATION-TYPE:hotel,bar", "COORDINATES;VALUE=URI:geo:1,2;u=40"),
        locations={
            "l1": typed(
                "Location", name="Hall", locationTypes={"hotel": True, "bar": True}, coordinates="geo:1,2;u=40"
            )
        },
    ),
    case(
        "4.2.7", "URL;JSID=a:https://example.com/u", "ATTACH;JSID=b;FMTTYPE=image/png;FILENAME=p;SIZE=3:https://example.com/p",
        "IMAGE;VALUE=URI;JSID=c;DISPLAY=BADGE:https://example.com/i",
        'LINK;LINKREL="next";LABEL=Venue;VALUE=URI;JSID=d:https://example.com/n',
        links={
            "a": typed("Link", href="https://example.com/u", rel="describedby"),
            "b": typed("Link", href="https://example.com/p", rel="enclosure", contentType="image/png", title="p", size=3),
            "c": typed("Link", href="https://example.com/i", rel="icon", display="badge"),
            "d": typed("Link", href="https://example.com/n", rel="next", title="Venue"),
        },
    ),
    case(
        "1.4.11", "ATTACH;JSID=b;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=image/png:iVBORw==",
        links={
            "b": typed("Link", href="data:image/png;base64,iVBORw==", rel="enclosure", contentType="image/png")
        },
    ),
    case(
        "4.5.2", *alarm("UID:a1", "TRIGGER;RELATED=END:PT5M", "ACKNOWLEDGED:20241002T114703Z", *DISPLAY),
        alerts={
            "a1": typed(
                "Alert", trigger=typed("OffsetTrigger", offset="PT5M", relativeTo="end"), action="display",
                acknowledged="2024-10-02T11:47:03Z", iCalendar=TOLD,
            )
        },
    ),
    case(
        "4.5.2", *alarm("UID:a1", "TRIGGER;VALUE=DATE-TIME:20250302T010203Z", "ACTION:AUDIO"),
        alerts={
            "a1": typed(
                "Alert", trigger=typed("AbsoluteTrigger", when="2025-03-02T01:02:03Z"),
                iCalendar={
                    "@type": "ICalComponent", "name": "valarm", "properties": [["action", {}, "text", "AUDIO"]],
                },
            )
        },
    ),
    case("3.3", 'JSPROP;JSPTR="example.com:foo":{"bar":1234\\,"baz":"bam"}', **{"example.com:foo": {"bar": 1234, "baz": "bam"}}),
    case("4.6.1", 'JSPROP;JSPTR="localizations":{"de":{"title":"Neu"}}', localizations={"de": {"title": "Neu"}}),
]  # fmt: skip
ALWAYS = {"uid": "u1", "updated": "2026-01-01T00:00:00Z", "prodId": "-//Maker//Thing//EN"}


@pytest.mark.parametrize(("kind", "lines", "members"), CASES)
def test_a_property_becomes_what_the_rfc_says(kind, lines, members):
    name = {"VEVENT": "Event", "VTODO": "Task"}[kind]
    about = (
        {"iCalendar": {"@type": "ICalComponent", "name": kind.lower(), **members["iCalendar"]}}
        if "iCalendar" in members
        else {}
    )
    assert to_jscalendar(calendar(kind, lines)) == {"@type": name, **ALWAYS, **members, **about}


@pytest.mark.parametrize(("kind", "lines", "members"), CASES)
def test_an_unchanged_object_stays_as_it_is_stored(kind, lines, members):
    del members
    body = calendar(kind, lines)
    assert edit_calendar(body, to_jscalendar(body)) == body


@pytest.mark.parametrize(("kind", "lines", "members"), CASES)
def test_what_a_property_became_comes_back_from_what_is_written(kind, lines, members):
    del members
    told = {"start": "2026-01-05T12:00:00", **to_jscalendar(calendar(kind, lines))}
    assert to_jscalendar(from_jscalendar(told)) == told


PEOPLE = (
    'ORGANIZER;CN=Alice;SCHEDULE-STATUS="1.1,2.0":mailto:organizer@example.com',
    "ATTENDEE;JSID=bob;CN=Bob;ROLE=CHAIR;CUTYPE=ROOM;PARTSTAT=TENTATIVE;RSVP=TRUE;X-NUM=2:mailto:bob@example.org",
    'ATTENDEE;JSID=carol;ROLE=OPT-PARTICIPANT;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:bob@example.org":mailto:carol@example.org',
)


@pytest.mark.rfc("8984", "4.4.4", "4.4.6")
def test_organizer_and_attendees_are_participants():
    found = to_jscalendar(calendar("VEVENT", PEOPLE))
    assert (found["replyTo"], found["participants"]) == (
        {"imip": "mailto:organizer@example.com"},
        {
            "bob": typed(
                "Participant", name="Bob", kind="location", roles={"attendee": True, "chair": True},
                sendTo={"imip": "mailto:bob@example.org"}, participationStatus="tentative", expectReply=True,
            ),
            "carol": typed(
                "Participant", roles={"attendee": True, "optional": True}, delegatedTo={"bob": True},
                sendTo={"imip": "mailto:carol@example.org"}, participationStatus="delegated",
            ),
            "251d3e9f-d83f-534c-8c45-c2896c75670c": typed(
                "Participant", name="Alice", roles={"owner": True}, sendTo={"imip": "mailto:organizer@example.com"},
                scheduleStatus=["1.1", "2.0"],
            ),
        },
    )  # fmt: skip


@pytest.mark.rfc("8984", "4.4.6")
def test_participants_come_back_from_what_is_written():
    told = {"start": "2026-01-05T12:00:00", **to_jscalendar(calendar("VEVENT", PEOPLE))}
    assert to_jscalendar(from_jscalendar(told)) == told


@pytest.mark.rfc("8984", "5.2.5")
def test_an_attendee_of_a_task_tells_their_progress():
    found = to_jscalendar(calendar("VTODO", ("ATTENDEE;JSID=a;PARTSTAT=COMPLETED:mailto:a@example.org",)))
    person = found["participants"]["a"]
    assert (person["participationStatus"], person["progress"]) == ("accepted", "completed")


def test_the_id_of_a_participant_is_made_of_the_address():
    """As the examples of draft-ietf-calext-jscalendar-icalendar have it."""
    found = to_jscalendar(calendar("VEVENT", ("ATTENDEE:mailto:hcabot@example.com",)))
    assert list(found["participants"]) == ["0b235cc4-f04d-5fc4-98a3-c066650b3fbf"]


def event(**members):
    return {
        "@type": "Event", "uid": "u1", "updated": "2026-01-01T00:00:00Z", "start": "2026-01-05T12:00:00", **members
    }  # fmt: skip


def written(**members):
    return parse(from_jscalendar(event(**members)))[0]


@pytest.mark.rfc("8984", "6.4")
def test_an_all_day_event_is_written_as_dates():
    found = written(start="2026-04-01T00:00:00", duration="P1D", showWithoutTime=True,
        recurrenceRules=[{"frequency": "yearly", "until": "2030-04-01T00:00:00"}],
        recurrenceOverrides={"2027-04-01T00:00:00": {"excluded": True}})  # fmt: skip
    main = next(found.sub("VEVENT"))
    assert [(line.name, line.value) for line in main.properties if line.name in {"DTSTART", "RRULE", "EXDATE"}] == [
        ("DTSTART", "20260401"), ("RRULE", "FREQ=YEARLY;UNTIL=20300401"), ("EXDATE", "20270401"),
    ]  # fmt: skip


@pytest.mark.rfc("8984", "4.7.1")
def test_a_time_zone_is_written_with_its_description():
    found = written(timeZone="Europe/Berlin")
    assert [zone.value("TZID") for zone in found.sub("VTIMEZONE")] == ["Europe/Berlin"]


@pytest.mark.rfc("8984", "4.7.2")
def test_a_custom_time_zone_is_a_vtimezone_and_comes_back():
    zones = {
        "/Ours": typed("TimeZone", tzId="Ours", standard=[
            typed("TimeZoneRule", start="1970-01-01T00:00:00", offsetFrom="+01:00", offsetTo="+01:00",
                recurrenceRules=rule(frequency="yearly", byMonth=["10"]), names={"OST": True}, comments=["c"])])
    }  # fmt: skip
    told = event(timeZone="/Ours", timeZones=zones)
    found = to_jscalendar(from_jscalendar(told))
    assert (found["timeZone"], found["timeZones"]) == ("/Ours", zones)


@pytest.mark.rfc("8984", "4.3.5")
def test_an_instance_is_written_as_a_component_of_its_own():
    found = written(
        timeZone="Europe/Berlin", title="Lunch", recurrenceRules=[{"frequency": "daily"}],
        recurrenceOverrides={"2026-01-06T12:00:00": {"title": "Late", "start": "2026-01-06T14:00:00"}},
    )  # fmt: skip
    override = [*found.sub("VEVENT")][1]
    assert [(line.name, line.value) for line in override.properties if line.name in {"RECURRENCE-ID", "DTSTART", "SUMMARY"}] == [
        ("RECURRENCE-ID", "20260106T120000"), ("DTSTART", "20260106T140000"), ("SUMMARY", "Late"),
    ]  # fmt: skip


@pytest.mark.rfc("8984", "4.3.5")
def test_a_patch_cannot_change_what_is_of_the_whole_series():
    found = written(recurrenceOverrides={"2026-01-06T12:00:00": {"uid": "other", "title": "Late"}})
    assert {component.value("UID") for component in found.sub("VEVENT")} == {"u1"}


@pytest.mark.rfc("8984", "5.3")
def test_several_objects_are_a_group():
    group = {"@type": "Group", "uid": "g", "title": "Holidays", "entries": [event(), event(uid="u2")]}
    found = to_jscalendar(from_jscalendar(group))
    assert (found["@type"], found["uid"], found["title"], [entry["uid"] for entry in found["entries"]]) == (
        "Group", "g", "Holidays", ["u1", "u2"],
    )  # fmt: skip


@pytest.mark.rfc("8984", "5.3.1")
def test_what_is_no_event_and_no_task_passes_through_a_group():
    body = calendar("VJOURNAL", ("SUMMARY:Dear diary",))
    found = to_jscalendar(body)
    assert (found["entries"], found["iCalendar"]["components"][0][0]) == ([], "vjournal")
    assert edit_calendar(body, found) == body


def test_what_is_written_can_be_stored():
    body = from_jscalendar(event(timeZone="Europe/Berlin", recurrenceRules=[{"frequency": "daily", "count": 3}]))
    assert CalendarObject.parse(body).uid == "u1"


@pytest.mark.rfc("8984", "4.3.5")
def test_the_due_of_an_instance_moves_with_its_start():
    found = parse(from_jscalendar({
        "@type": "Task", "uid": "u1", "start": "2026-01-05T12:00:00", "due": "2026-01-05T14:00:00",
        "recurrenceRules": [{"frequency": "daily"}], "recurrenceOverrides": {"2026-01-07T12:00:00": {"title": "x"}},
    }))[0]  # fmt: skip
    assert [component.value("DUE") for component in found.sub("VTODO")] == ["20260105T140000", "20260107T140000"]


def test_what_instances_have_of_a_member_that_only_json_knows_is_no_patch():
    told = event(**{"example.org:x": 1}, recurrenceRules=[{"frequency": "daily"}],
        recurrenceOverrides={"2026-01-06T12:00:00": {"title": "Late"}})  # fmt: skip
    assert to_jscalendar(from_jscalendar(told))["recurrenceOverrides"] == {"2026-01-06T12:00:00": {"title": "Late"}}


def test_a_member_whose_name_has_quotes_comes_back():
    assert to_jscalendar(from_jscalendar(event(**{'a"b/c': 1})))['a"b/c'] == 1


def test_an_instance_without_participants_has_no_organizer():
    found = written(
        participants={"a": {"roles": {"owner": True}, "sendTo": {"imip": "mailto:a@example.org"}}},
        replyTo={"imip": "mailto:a@example.org"},
        recurrenceRules=[{"frequency": "daily"}], recurrenceOverrides={"2026-01-06T12:00:00": {"participants": None}},
    )  # fmt: skip
    assert [component.value("ORGANIZER") for component in found.sub("VEVENT")] == ["mailto:a@example.org", None]


@pytest.mark.rfc("8984", "4.4.6")
def test_an_organizer_who_attends_is_one_participant():
    found = to_jscalendar(
        calendar("VEVENT", ("ORGANIZER:mailto:a@example.org", "ATTENDEE;JSID=a:MAILTO:A@example.org"))
    )
    assert {key: one["roles"] for key, one in found["participants"].items()} == {"a": {"owner": True, "attendee": True}}


def test_a_delegate_who_is_no_participant_stays_a_parameter():
    body = calendar(
        "VEVENT", ('ATTENDEE;JSID=a;DELEGATED-TO="mailto:x@example.org","mailto:a@example.org":mailto:a@example.org',)
    )
    found = to_jscalendar(body)
    assert "delegatedTo" not in found["participants"]["a"]
    assert found["iCalendar"]["convertedProperties"]["participants/a"]["parameters"] == {
        "delegated-to": ["mailto:x@example.org", "mailto:a@example.org"]
    }


@pytest.mark.rfc("8984", "6.6")
def test_the_zone_of_an_end_is_that_of_dtend():
    found = written(timeZone="Europe/Berlin", duration="PT10H",
        locations={"x": {"relativeTo": "end", "timeZone": "Asia/Bangkok"}})  # fmt: skip
    (main,) = found.sub("VEVENT")
    end = main.first("DTEND")
    assert (end.value, end.param("TZID"), end.param("JSID"), main.components) == (
        "20260106T040000", "Asia/Bangkok", "x", [],
    )  # fmt: skip


@pytest.mark.rfc("5545", "3.3.10")
def test_the_end_of_a_rule_with_a_zone_is_written_in_utc():
    found = written(timeZone="Europe/Berlin", recurrenceRules=[{"frequency": "daily", "until": "2026-07-01T12:00:00"}])
    assert [component.value("RRULE") for component in found.sub("VEVENT")] == ["FREQ=DAILY;UNTIL=20260701T100000Z"]


ZONE = {"/Ours": {"tzId": "Ours", "x": 1, "standard": [
    {"start": "1970-01-01T00:00:00", "offsetFrom": "+01:00", "offsetTo": "+01:00"}]}}  # fmt: skip
REFUSED = [
    ({"timeZone": "/Ours", "timeZones": ZONE}, "/timeZones/~1Ours", "nowhere to keep"),
    ({"start": None}, "", "start is missing"),
    ({"uid": None}, "", "uid is missing"),
    ({"start": "2026-02-30T12:00:00"}, "/start", "no such day"),
    ({"start": "2026-01-05T12:00:00.5"}, "/start", "fractions"),
    ({"timeZone": "Nowhere/Land"}, "/timeZone", "no time zone"),
    ({"timeZone": "/Ours"}, "/timeZone", "no time zone"),
    ({"duration": "1 hour"}, "/duration", "a duration"),
    ({"priority": 10}, "/priority", "an integer from 0 to 9"),
    ({"title": 5}, "/title", "a string"),
    ({"title": "\x00"}, "/title", "control character"),
    ({"uid": "a\nb"}, "/uid", "a line break"),
    ({"keywords": {"a": 1}}, "/keywords/a", "true"),
    ({"participants": {"a b": {}}}, "/participants/a b", "an Id"),
    ({"recurrenceRules": [{"frequency": "often"}]}, "/recurrenceRules/0/frequency", "one of yearly"),
    ({"recurrenceRules": [{"frequency": "daily", "x": 1}]}, "/recurrenceRules/0", "nowhere to keep"),
    ({"recurrenceRules": [{"frequency": "daily", "count": 1, "until": "2026-01-05T12:00:00"}]}, "/recurrenceRules/0", "not both"),
    ({"recurrenceOverrides": {"2026-01-06T12:00:00": {"start": 5}}}, "/recurrenceOverrides/2026-01-06T12:00:00/start", "a string"),
    ({"recurrenceOverrides": {"2026-01-06T12:00:00": {"a/b": 5}}}, "/recurrenceOverrides/2026-01-06T12:00:00/a~1b", "an object"),
    ({"alerts": {"a": {}}}, "/alerts/a", "trigger is missing"),
    ({"iCalendar": {"properties": [["begin", {}, "text", "VEVENT"]]}}, "/iCalendar/properties/0", "BEGIN is no property"),
    ({"iCalendar": {"properties": [["x-a", {}, "text", "a"], 5]}}, "/iCalendar/properties/1", "an array"),
]  # fmt: skip


@pytest.mark.parametrize(("members", "pointer", "reason"), REFUSED)
def test_what_cannot_be_written_is_refused_with_its_place(members, pointer, reason):
    with pytest.raises(InvalidJson, match=reason) as refused:
        from_jscalendar(event(**members))
    assert refused.value.pointer == pointer
