"""Events over REST: as JSCalendar and as iCalendar, the same objects with the same entity tags that CalDAV serves."""

import pytest

UNKNOWN = "0" * 32
LUNCH = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTAMP:20261122T050000Z\r\n"
    "DTSTART;TZID=Europe/Berlin:20261123T120000\r\nDURATION:PT1H\r\nSUMMARY:Lunch\r\nX-KEPT;X-A=b:as it is\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)
DAILY = LUNCH.replace("UID:lunch", "UID:daily\r\nRRULE:FREQ=DAILY").replace("SUMMARY:Lunch", "SUMMARY:Daily")
DATA = {
    "@type": "Event",
    "title": "Lunch",
    "start": "2026-11-23T12:00:00",
    "timeZone": "Europe/Berlin",
    "duration": "PT1H",
}
TEXT, JS = "text/calendar", "application/jscalendar+json"


@pytest.fixture
def events(api):
    """The place of the events of a new calendar."""
    return f"/calendars/{api('POST', '/calendars', {'displayName': 'Work', 'name': 'work'}).json['id']}/events"


@pytest.fixture
def lunch(api, events):
    """The place of an event."""
    made = api("POST", events, LUNCH.encode(), content_type=TEXT)
    return made.headers["location"].removeprefix("/api/v1")


def test_an_event_in_an_envelope_is_stored_and_told(api, events):
    made = api("POST", events, {"name": "lunch.ics", "data": DATA})
    assert made.status == 201
    assert made.json["data"].items() >= DATA.items()
    assert (made.json["name"], made.json["component"]) == ("lunch.ics", "VEVENT")
    assert made.json["etag"] == made.headers["etag"]
    assert api("GET", made.headers["location"].removeprefix("/api/v1")).json == made.json


def test_an_event_without_an_envelope_is_stored_and_told(api, events):
    made = api("POST", events, DATA | {"uid": "mine"}, content_type=JS + ";type=event", accept=JS)
    assert (made.status, made.headers["content-type"]) == (201, JS)
    assert made.json.items() >= (DATA | {"uid": "mine"}).items()


def test_a_text_is_stored_as_it_is(api, events):
    made = api("POST", events, LUNCH.encode(), content_type=TEXT)
    assert made.status == 201
    assert (made.json["uid"], made.json["data"]["title"]) == ("lunch", "Lunch")
    assert api("GET", made.headers["location"].removeprefix("/api/v1"), accept=TEXT).text == LUNCH


def test_entity_tags_are_those_of_caldav(api, alice, lunch):
    told = api("GET", lunch)
    assert alice.get(told.json["href"]).headers["etag"] == told.headers["etag"] == told.json["etag"]
    assert api("GET", lunch, accept=TEXT).headers["etag"] == told.headers["etag"]


@pytest.mark.rfc("9110", "13.1.2", "15.4.5")
@pytest.mark.parametrize("form", ["application/json", JS, TEXT])
def test_who_has_an_event_already_need_not_get_it_again(api, lunch, form):
    tag = api("GET", lunch).headers["etag"]
    assert api("GET", lunch, accept=form, if_none_match=tag).status == 304


@pytest.mark.rfc("9110", "12.5.1")
@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "application/json"), ("*/*", "application/json"), (TEXT, "text/calendar; charset=utf-8; component=VEVENT"),
        (JS, JS), (f"{JS};type=event", JS), (f"{TEXT};q=0.5, {JS};q=0.4", "text/calendar; charset=utf-8; component=VEVENT"),
    ],
)  # fmt: skip
def test_accept_chooses_the_form(api, lunch, accept, form):
    assert api("GET", lunch, accept=accept).headers["content-type"] == form


def test_a_form_that_nobody_knows_is_not_acceptable(api, lunch):
    assert api("GET", lunch, accept="text/html").status == 406


@pytest.mark.parametrize(
    ("data", "pointer"),
    [
        ({"@type": "Event", "start": "tomorrow"}, "/data/start"),
        ({"@type": "Event", "title": "No beginning"}, "/data"),
        ({"@type": "Event", "start": "2026-11-23T12:00:00", "title": 7}, "/data/title"),
        ({"@type": "Event", "start": "2026-11-23T12:00:00", "priority": 10}, "/data/priority"),
        ("text", "/data"),
    ],
)
def test_what_an_event_cannot_be_is_refused_with_its_place(api, events, data, pointer):
    answer = api("POST", events, {"data": data})
    assert (answer.status, answer.json["type"]) == (422, "/problems/invalid-body")
    assert answer.json["errors"][0]["pointer"] == pointer


@pytest.mark.rfc("4791", "5.3.2.1")
def test_a_text_that_is_none_is_refused_by_the_precondition_of_caldav(api, events):
    answer = api("POST", events, b"hello", content_type=TEXT)
    assert (answer.status, answer.json["condition"]) == (403, "{urn:ietf:params:xml:ns:caldav}valid-calendar-data")


def test_two_events_of_one_uid_do_not_stand_in_one_calendar(api, events, lunch):
    answer = api("POST", events, LUNCH.encode(), content_type=TEXT)
    assert answer.json["condition"] == "{urn:ietf:params:xml:ns:caldav}no-uid-conflict"


@pytest.mark.rfc("7396", "2")
def test_a_merge_patch_changes_what_it_names_and_no_other_line(api, lunch):
    changed = api("PATCH", lunch, {"title": "Late lunch"}, content_type="application/merge-patch+json")
    assert (changed.status, changed.json["data"]["title"]) == (200, "Late lunch")
    stored = api("GET", lunch, accept=TEXT).text
    assert [line for line in LUNCH.splitlines() if line not in stored.splitlines()] == ["SUMMARY:Lunch"]
    assert "X-KEPT;X-A=b:as it is" in stored


@pytest.mark.rfc("8984", "1.4.9")
def test_a_patch_object_reaches_deeper(api, events):
    place = api("POST", events, {"data": DATA | {"locations": {"1": {"@type": "Location", "name": "Here"}}}})
    where = place.headers["location"].removeprefix("/api/v1")
    (key,) = place.json["data"]["locations"]
    changed = api("PATCH", where, {f"locations/{key}/name": "There", "priority": 1})
    assert changed.json["data"]["priority"] == 1
    assert [one["name"] for one in changed.json["data"]["locations"].values()] == ["There"]


def test_an_event_is_said_anew_and_keeps_what_json_does_not_say(api, lunch):
    wanted = DATA | {"uid": "lunch", "title": "Dinner", "start": "2026-11-23T19:00:00"}
    said = api("PUT", lunch, {"data": wanted}, if_match="*")
    assert (said.status, said.json["data"]["start"]) == (200, "2026-11-23T19:00:00")
    assert "X-KEPT;X-A=b:as it is" in api("GET", lunch, accept=TEXT).text


def test_a_text_in_the_place_of_another_is_stored_as_it_is(api, lunch):
    other = LUNCH.replace("Lunch", "Dinner")
    assert (
        api("PUT", lunch, other.encode(), content_type=TEXT, if_match=api("GET", lunch).headers["etag"]).status == 200
    )
    assert api("GET", lunch, accept=TEXT).text == other


@pytest.mark.rfc("6585", "3")
def test_who_replaces_says_which_version(api, lunch):
    answer = api("PUT", lunch, {"data": DATA})
    assert (answer.status, answer.json["type"]) == (428, "/problems/precondition-required")


@pytest.mark.rfc("9110", "13.1.1", "15.5.13")
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_change_of_another_version_is_refused(api, lunch, method):
    body = {"PUT": {"data": DATA | {"uid": "lunch"}}, "PATCH": {"title": "Other"}, "DELETE": None}[method]
    answer = api(method, lunch, body, if_match='"0123"')
    assert (answer.status, answer.json["type"]) == (412, "/problems/precondition-failed")
    assert api("GET", lunch).json["data"]["title"] == "Lunch"


def test_an_event_is_removed(api, lunch):
    assert api("DELETE", lunch, if_match=api("GET", lunch).headers["etag"]).status == 204
    assert api("GET", lunch).status == 404


@pytest.mark.parametrize(
    "place", ["{calendar}/events/" + UNKNOWN, UNKNOWN + "/events/{event}", "{other}/events/{event}"]
)
def test_an_event_is_found_in_its_calendar_alone(api, lunch, place):
    _, _, calendar, _, event = lunch.split("/")
    other = api("GET", "/calendars").json["items"][0]["id"]
    assert api("GET", f"/calendars/{place.format(calendar=calendar, event=event, other=other)}").status == 404


def test_events_of_others_are_as_unknown_as_those_that_are_not_there(api, others, lunch):
    for method, body in [("GET", None), ("DELETE", None), ("PATCH", {"title": "Mine"})]:
        assert others(method, lunch, body).status == 404


def test_who_may_only_read_changes_nothing(api, alice, others, lunch):
    alice.request(
        "ACL", "/calendars/alice/work/",
        '<acl xmlns="DAV:"><ace><principal><href>/principals/users/bob/</href></principal>'
        "<grant><privilege><read/></privilege></grant></ace></acl>",
    )  # fmt: skip
    assert others("GET", lunch).json["data"]["title"] == "Lunch"
    for method, body in [("DELETE", None), ("PATCH", {"title": "Mine"}), ("PUT", {"data": DATA})]:
        assert others(method, lunch, body, if_match="*").status == 403


def test_who_sees_a_mask_is_shown_a_mask(api, alice, others, events):
    private = LUNCH.replace("SUMMARY", "CLASS:PRIVATE\r\nSUMMARY")
    place = api("POST", events, private.encode(), content_type=TEXT).headers["location"].removeprefix("/api/v1")
    from a3dav.testing.api import ApiClient

    ApiClient.post(alice, "/api/sharing", {"collection": "/calendars/alice/work/", "sharee": "bob", "access": "busy"})
    seen = others("GET", place)
    assert seen.status == 200
    assert "Lunch" not in seen.text
    assert seen.headers["etag"] != api("GET", place).headers["etag"]


# -- lists -----------------------------------------------------------------------------------------


@pytest.fixture
def week(api, events):
    """A calendar of several events."""
    for text in (LUNCH, DAILY, LUNCH.replace("UID:lunch", "UID:past").replace("20261123T12", "20251123T12")):
        api("POST", events, text.encode(), content_type=TEXT)
    api("POST", events, {"data": {"@type": "Task", "uid": "task", "title": "Buy bread", "due": "2026-11-24T12:00:00"}})
    return events


def uids(answer):
    return [one["uid"] for one in answer.json["items"]]


def test_all_events_are_listed(api, week):
    answer = api("GET", week)
    assert uids(answer) == ["lunch", "daily", "past", "task"]
    assert [one["data"]["title"] for one in answer.json["items"]] == ["Lunch", "Daily", "Lunch", "Buy bread"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z", ["lunch", "daily"]),
        ("from=2026-11-23T12:00:00%2B01:00&to=2026-11-23T12:30:00%2B01:00", ["lunch", "daily"]),
        ("from=2026-11-24&to=2026-11-25", ["daily", "task"]),
        ("to=2026-01-01", ["past"]),
        ("from=2027-01-01&component=VEVENT", ["daily"]),
        ("component=VTODO", ["task"]),
        ("uid=daily", ["daily"]),
        ("uid=nobody", []),
        ("text=LUNCH", ["lunch", "past"]),
        ("text=lunch&from=2026-01-01", ["lunch"]),
        ("from=2026-11-23&to=2026-11-24&data=false", ["lunch", "daily"]),
    ],
)
def test_a_list_is_of_what_is_asked_for(api, week, query, found):
    assert uids(api("GET", f"{week}?{query}")) == found


def test_a_list_without_data_reads_no_texts(api, week, statements):
    told = statements(lambda: api("GET", f"{week}?data=false"))
    assert not [sql for sql in told if "FROM versions" in sql]


def test_a_list_of_many_takes_as_many_statements_as_one_of_few(api, events, statements):
    api("POST", events, LUNCH.encode(), content_type=TEXT)
    few = statements(lambda: api("GET", events))
    for number in range(30):
        api("POST", events, LUNCH.replace("UID:lunch", f"UID:{number}").encode(), content_type=TEXT)
    many = statements(lambda: api("GET", events))
    assert len(many) <= len(few)


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_pages_of_events_neither_overlap_nor_skip(api, week, limit):
    found, path = [], f"{week}?limit={limit}"
    while path:
        page = api("GET", path)
        assert len(page.json["items"]) <= limit
        found += uids(page)
        path = page.json["next"] and f"{week}?limit={limit}&cursor={page.json['next']}"
    assert found == ["lunch", "daily", "past", "task"]


def test_instances_are_entries_of_their_own(api, week):
    answer = api("GET", f"{week}?from=2026-11-23&to=2026-11-25&expand=true&component=VEVENT")
    told = [(one["uid"], one["recurrenceId"], one["start"], one["data"]["start"]) for one in answer.json["items"]]
    assert told == [
        ("lunch", None, "2026-11-23T11:00:00Z", "2026-11-23T12:00:00"),
        ("daily", "2026-11-23T12:00:00", "2026-11-23T11:00:00Z", "2026-11-23T12:00:00"),
        ("daily", "2026-11-24T12:00:00", "2026-11-24T11:00:00Z", "2026-11-24T12:00:00"),
    ]
    assert all("recurrenceRules" not in one["data"] for one in answer.json["items"])


@pytest.mark.rfc("8984", "4.3.5")
def test_an_instance_that_was_changed_is_told_as_it_is(api, week):
    (daily,) = api("GET", f"{week}?uid=daily").json["items"]
    patch = {"recurrenceOverrides": {"2026-11-24T12:00:00": {"title": "Late", "start": "2026-11-24T14:00:00"}}}
    assert api("PATCH", f"{week}/{daily['id']}", patch).status == 200
    answer = api("GET", f"{week}?from=2026-11-24&to=2026-11-25&expand=true&component=VEVENT")
    (told,) = answer.json["items"]
    assert (told["recurrenceId"], told["start"], told["changed"]) == (
        "2026-11-24T12:00:00",
        "2026-11-24T13:00:00Z",
        True,
    )
    assert (told["data"]["title"], told["data"]["start"]) == ("Late", "2026-11-24T14:00:00")


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
def test_pages_of_instances_neither_overlap_nor_skip(api, week, limit):
    found, query = [], f"{week}?from=2026-11-23&to=2026-12-03&expand=true&component=VEVENT&limit={limit}"
    path = query
    while path:
        page = api("GET", path)
        found += [one["start"] for one in page.json["items"]]
        path = page.json["next"] and f"{query}&cursor={page.json['next']}"
    assert len(found) == 11
    assert found[1:] == sorted(set(found))


@pytest.mark.parametrize("query", ["expand=true", "expand=true&from=2026-11-23", "from=2026-11-23&to=2026-11-22"])
def test_instances_are_those_of_a_range(api, week, query):
    answer = api("GET", f"{week}?{query}")
    assert (answer.status, answer.json["type"]) == (400, "/problems/invalid-range")


def test_the_instances_of_one_event_are_listed(api, week):
    (daily,) = api("GET", f"{week}?uid=daily").json["items"]
    place = f"{week}/{daily['id']}/occurrences?from=2026-11-30&to=2026-12-05&limit=2"
    first = api("GET", place)
    assert [one["start"] for one in first.json["items"]] == ["2026-11-30T11:00:00Z", "2026-12-01T11:00:00Z"]
    second = api("GET", f"{place}&cursor={first.json['next']}")
    assert [one["recurrenceId"] for one in second.json["items"]] == ["2026-12-02T12:00:00", "2026-12-03T12:00:00"]


MEETING = LUNCH.replace("UID:lunch", "UID:meeting").replace(
    "SUMMARY:Lunch",
    "SUMMARY:Meeting\r\nSTATUS:TENTATIVE\r\nCATEGORIES:Work,Team\\, mine\r\nORGANIZER:mailto:alice@example.org\r\n"
    "ATTENDEE:mailto:Dora@example.com",
)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({}, ["lunch", "daily", "past", "task", "meeting"]),
        ({"from": "2026-11-23T00:00:00Z", "to": "2026-11-24T00:00:00Z", "text": "meet"}, ["meeting"]),
        ({"participant": "dora@example.com"}, ["meeting"]),
        ({"participant": "mailto:alice@example.org"}, ["meeting"]),
        ({"participant": "nobody@example.com"}, []),
        ({"categories": ["work"]}, ["meeting"]),
        ({"categories": ["team, mine", "work"]}, ["meeting"]),
        ({"categories": ["work", "play"]}, []),
        ({"status": ["tentative"]}, ["meeting"]),
        ({"status": ["confirmed"], "component": "VEVENT"}, ["lunch", "daily", "past"]),
        ({"uid": "daily", "data": False}, ["daily"]),
    ],
)
def test_events_are_found_by_what_they_say(api, week, question, found):
    api("POST", week, MEETING.encode(), content_type=TEXT)
    assert uids(api("QUERY", week, question)) == found


@pytest.mark.parametrize("question", [{"colour": "red"}, {"from": "now"}, {"status": "tentative"}, {"text": ""}, []])
def test_a_question_that_is_none_is_refused(api, week, question):
    answer = api("QUERY", week, question)
    assert (answer.status, answer.json["type"]) == (422, "/problems/invalid-body")
