"""calendar-query: what real clients ask, and the answers that other servers get wrong."""

import pytest

from .conftest import BERLIN, CALENDAR, LUNCH, NAMESPACES, STANDUP, TASKS, C, calendar, component, event, in_range, todo

EVENTS = '<C:comp-filter name="VEVENT"/>'
MARCH_10 = ("20260310T000000Z", "20260311T000000Z")


def put(alice, body, name="x", path=CALENDAR):
    answer = alice.put(f"{path}{name}.ics", body, content_type="text/calendar")
    assert answer.status in {201, 204}, answer.text


def test_a_query_without_conditions_finds_everything(found):
    assert found("") == found(EVENTS) == {"lunch", "standup", "holiday"}


def test_another_component_finds_nothing(found):
    assert found('<C:comp-filter name="VTODO"/>') == set()


@pytest.mark.rfc("4791", "9.9")
def test_a_range_finds_what_overlaps_it(found):
    assert found(in_range(*MARCH_10)) == {"lunch"}
    assert found(in_range("20260310T120000Z", "20260310T130000Z")) == set()
    assert found(in_range("20260501T000000Z", "20260502T000000Z")) == {"holiday"}


@pytest.mark.parametrize("year", [2026, 2039, 2400, 9990])
@pytest.mark.rfc("4791", "7.4")
def test_an_endless_series_is_found_in_every_year(found, year):
    assert found(in_range(f"{year}0601T000000Z", f"{year}0608T000000Z")) == {"standup"}


@pytest.mark.rfc("4791", "7.4", "9.9")
def test_a_series_is_not_found_between_its_instances(found):
    assert found(in_range("20260106T000000Z", "20260107T000000Z")) == set()
    assert found(in_range("20250101T000000Z", "20260105T075959Z")) == set()


def test_summer_time_moves_a_series_in_a_zone(found):
    assert found(in_range("20260706T070000Z", "20260706T070500Z")) == {"standup"}
    assert found(in_range("20260706T080000Z", "20260706T080500Z")) == set()


def test_instances_that_were_moved_are_found_where_they_are_now(diary, found):
    moved = STANDUP.replace(
        "END:VEVENT\r\n",
        "END:VEVENT\r\n"
        + component(
            "VEVENT", "standup", "RECURRENCE-ID;TZID=Europe/Berlin:20260112T090000",
            "DTSTART;TZID=Europe/Berlin:20260114T150000", "DURATION:PT15M",
        ) + "\r\n",
    )  # fmt: skip
    put(diary, moved, "standup")
    assert found(in_range("20260112T000000Z", "20260113T000000Z")) == set()
    assert found(in_range("20260114T140000Z", "20260114T141000Z")) == {"standup"}


@pytest.mark.rfc("4791", "7.3", "9.8")
@pytest.mark.parametrize(
    ("zone", "expected"),
    [("", set()), ("<C:timezone-id>Pacific/Kiritimati</C:timezone-id>", {"floating"}),
     (f"<C:timezone>{calendar(BERLIN.replace('Europe/Berlin', 'Mine'))}</C:timezone>", set())],
)  # fmt: skip
def test_floating_times_are_in_the_zone_of_the_request(diary, found, zone, expected):
    put(diary, event("floating", "DTSTART:20260310T100000", "DURATION:PT1H"), "floating")
    assert found(in_range("20260309T200000Z", "20260309T210000Z"), extra=zone) == expected


@pytest.mark.rfc("4791", "5.2.2")
def test_floating_times_are_in_the_zone_of_their_calendar_where_the_request_names_none(diary, found):
    put(diary, event("floating", "DTSTART:20260310T100000", "DURATION:PT1H"), "floating")
    at_home = in_range("20260309T200000Z", "20260309T210000Z")
    body = "<C:calendar-timezone-id>Pacific/Kiritimati</C:calendar-timezone-id>"
    diary.proppatch(
        CALENDAR, f"<D:propertyupdate {NAMESPACES}><D:set><D:prop>{body}</D:prop></D:set></D:propertyupdate>"
    )
    assert found(at_home) == {"floating"}
    assert found(at_home, extra="<C:timezone-id>Europe/Berlin</C:timezone-id>") == set()


@pytest.mark.rfc("4791", "7.8/valid-calendar-data")
def test_an_unknown_time_zone_is_refused(query):
    answer = query(EVENTS, extra="<C:timezone-id>Atlantis/Capital</C:timezone-id>")
    assert (answer.status, answer.condition) == (403, C + "valid-timezone")
    answer = query(EVENTS, extra="<C:timezone>nonsense</C:timezone>")
    assert (answer.status, answer.condition) == (403, C + "valid-calendar-data")


@pytest.mark.rfc("4791", "9.9")
def test_to_dos_without_dates_match_every_range(diary, found):
    put(diary, todo("plain"), "plain", TASKS)
    put(diary, todo("due", "DUE:20260310T120000Z"), "due", TASKS)
    put(diary, todo("created", "CREATED:20260401T000000Z"), "created", TASKS)
    assert found(in_range(*MARCH_10, component="VTODO"), path=TASKS) == {"plain", "due"}


@pytest.mark.parametrize(("depth", "agent"), [("", ""), ("0", "Microsoft-WebDAV/10"), ("infinity", "")])
def test_the_depth_that_clients_forget_or_mistake_means_one(found, depth, agent):
    assert found(in_range(*MARCH_10), depth=depth, user_agent=agent) == {"lunch"}


@pytest.mark.rfc("4791", "7.8")
def test_depth_zero_asks_about_the_target_alone(query, found):
    assert found(EVENTS, depth="0") == set()
    assert found(EVENTS, path=CALENDAR + "lunch.ics", depth="0") == {"lunch"}


def test_a_query_on_the_home_spans_its_calendars(diary, found):
    put(diary, todo("plain"), "plain", TASKS)
    assert found("", path="/calendars/alice/") == {"lunch", "standup", "holiday", "plain"}


@pytest.mark.rfc("4791", "9.7.2", "9.7.5")
def test_text_parameters_and_missing_properties_are_matched(diary, found):
    put(diary, event("a", "DTSTART:20260310T110000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:x@example.org"), "a")

    def having(inner):
        return found(f'<C:comp-filter name="VEVENT">{inner}</C:comp-filter>')

    summary = '<C:prop-filter name="SUMMARY">{}</C:prop-filter>'
    assert having(summary.format("<C:text-match>lUnCh</C:text-match>")) == {"lunch"}
    assert having(summary.format('<C:text-match collation="i;octet">lUnCh</C:text-match>')) == set()
    assert having(summary.format("<C:is-not-defined/>")) == {"a"}
    declined = '<C:param-filter name="PARTSTAT"><C:text-match>DECLINED</C:text-match></C:param-filter>'
    assert having(f'<C:prop-filter name="ATTENDEE">{declined}</C:prop-filter>') == {"a"}


@pytest.mark.rfc("4791", "7.8")
@pytest.mark.parametrize(
    ("condition", "inner"),
    [
        ("valid-filter", "<C:comp-filter/>"),
        ("valid-filter", in_range("20260310T000000", "20260311T000000")),
        ("valid-filter", in_range("20260311T000000Z", "20260310T000000Z")),
        ("supported-collation", '<C:comp-filter name="VEVENT"><C:prop-filter name="SUMMARY">'
                                '<C:text-match collation="i;unknown">a</C:text-match></C:prop-filter></C:comp-filter>'),
        ("supported-filter", '<C:comp-filter name="VTIMEZONE"><C:time-range start="20260310T000000Z"/></C:comp-filter>'),
    ],
)  # fmt: skip
@pytest.mark.rfc("4791", "7.8/valid-filter", "7.8/supported-collation", "7.8/supported-filter")
def test_filters_that_cannot_be_answered_are_refused_by_their_precondition(query, condition, inner):
    answer = query(inner)
    assert (answer.status, answer.condition) == (403, C + condition)


def test_a_query_without_a_filter_is_bad(diary):
    assert diary.report(CALENDAR, f"<C:calendar-query {NAMESPACES}/>", depth="1").status == 400


@pytest.mark.rfc("4791", "7.8")
@pytest.mark.rfc("4791", "7.8/number-of-matches-within-limits")
def test_a_query_that_costs_too_much_is_refused_by_name_and_never_answered_wrong(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(limits__expansion_steps=5000), "alice")
    put(alice, event("dear", "DTSTART:20000101T000000Z", "RRULE:FREQ=HOURLY;COUNT=9000"), "dear")
    body = (
        f"<C:calendar-query {NAMESPACES}><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name='VCALENDAR'>"
        f"{in_range('20010101T023000Z', '20010101T024000Z')}</C:comp-filter></C:filter></C:calendar-query>"
    )
    answer = alice.report(CALENDAR, body, depth="1")
    assert (answer.status, answer.condition) == (403, "{DAV:}number-of-matches-within-limits")
    assert CALENDAR + "dear.ics" in answer.text
    assert alice.report(CALENDAR, body.replace("2001", "2003"), depth="1").multistatus == {}


def test_a_rule_that_never_comes_true_costs_a_query_nothing(diary, found):
    put(diary, event("never", "DTSTART:20000101T000000Z", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"), "never")
    assert found(in_range("20240201T000000Z", "20240301T000000Z")) == set()


def test_a_default_alarm_range_finds_events_that_ring_in_it(diary, found):
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\nEND:VALARM"
    put(diary, LUNCH.replace("END:VEVENT", alarm + "\r\nEND:VEVENT"), "lunch")
    ringing = in_range("20260309T105900Z", "20260309T110100Z", component="VALARM")
    assert found(f'<C:comp-filter name="VEVENT">{ringing}</C:comp-filter>') == {"lunch"}


def test_rows_survive_a_rebuild_of_the_index(diary, found, house):
    from a3dav.indexing import rebuild

    for index in house.indexes:
        rebuild(house, index)
    assert found(in_range(*MARCH_10)) == {"lunch"}
    assert found(in_range("24000601T000000Z", "24000608T000000Z")) == {"standup"}


def test_the_window_of_the_index_moves_with_time(diary, found, house, monkeypatch):
    from a3dav_caldav import index

    later = index.now_ms() + 2 * 365 * 86_400_000
    monkeypatch.setattr(index, "now_ms", lambda: later)
    until = "SELECT covered_until FROM caldav_objects WHERE recurs = 1"
    ((before,),) = house.store.engine.rows(until)
    assert index.extend_window(house) == "1 series looked further ahead"
    ((after,),) = house.store.engine.rows(until)
    assert after - before >= 700 * 86_400
    assert found(in_range("20290601T000000Z", "20290608T000000Z")) == {"standup"}
