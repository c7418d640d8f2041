"""calendar-multiget, calendar-data in its forms, and free-busy-query."""

import pytest

from a3dav.testing.people import add_person

from .conftest import CALENDAR, LUNCH, NAMESPACES, STANDUP, C, calendar, component, event, in_range

DATA = C + "calendar-data"
JUNE = 'start="20260601T000000Z" end="20260615T000000Z"'


def data(answer, name="standup"):
    return answer.multistatus[f"{CALENDAR}{name}.ics"].text(DATA).split("\n")


def lines(text, *names):
    return [line.rstrip("\r") for line in text if line.partition(":")[0].partition(";")[0] in names]


@pytest.mark.rfc("4791", "7.9")
def test_multiget_gives_etags_and_the_stored_text(multiget, diary):
    row = multiget(CALENDAR + "lunch.ics").multistatus[CALENDAR + "lunch.ics"]
    assert row.text("{DAV:}getetag") == diary.get(CALENDAR + "lunch.ics").headers["etag"]
    assert row.text(DATA) == LUNCH


@pytest.mark.parametrize(
    "href", ["/calendars/alice/calendar/lunch%2Eics", "http://localhost/calendars/alice/calendar/lunch.ics",
             "/calendars/%61lice/calendar/lunch.ics"],
)  # fmt: skip
def test_multiget_knows_an_object_by_any_encoding_of_its_href(multiget, href):
    assert multiget(href).multistatus[CALENDAR + "lunch.ics"].text(DATA) == LUNCH


def test_multiget_answers_404_for_what_is_missing_or_elsewhere(multiget):
    hrefs = [CALENDAR + "gone.ics", "/calendars/bob/calendar/x.ics", "/principals/users/alice/"]
    rows = multiget(*hrefs).multistatus
    assert [row.status for row in rows.values()] == [404] * 3


@pytest.mark.rfc("4791", "9.6.5")
def test_expand_gives_each_instance_in_utc_and_no_rule(multiget):
    text = data(multiget(CALENDAR + "standup.ics", prop=f"<C:calendar-data><C:expand {JUNE}/></C:calendar-data>"))
    assert lines(text, "DTSTART") == ["DTSTART:20260601T070000Z", "DTSTART:20260608T070000Z"]
    assert lines(text, "RECURRENCE-ID") == ["RECURRENCE-ID:20260601T070000Z", "RECURRENCE-ID:20260608T070000Z"]
    assert lines(text, "RRULE", "TZID", "EXDATE") == []


@pytest.mark.rfc("4791", "9.6.5")
def test_a_query_expands_what_it_found(query):
    answer = query(
        in_range("20260601T000000Z", "20260615T000000Z"), prop=f"<C:calendar-data><C:expand {JUNE}/></C:calendar-data>"
    )
    assert len(lines(data(answer), "BEGIN")) == 3
    assert len(answer.multistatus) == 1


@pytest.mark.rfc("4791", "9.6.6")
def test_limit_recurrence_set_leaves_out_far_overrides(diary, multiget):
    overrides = [
        component(
            "VEVENT",
            "standup",
            f"RECURRENCE-ID;TZID=Europe/Berlin:{day}T090000",
            f"DTSTART;TZID=Europe/Berlin:{day}T100000",
        )
        for day in ("20260608", "20260907")
    ]
    diary.put(
        CALENDAR + "standup.ics", STANDUP.replace("END:VCALENDAR", "\r\n".join(overrides) + "\r\nEND:VCALENDAR"),
        content_type="text/calendar",
    )  # fmt: skip
    text = data(
        multiget(CALENDAR + "standup.ics", prop=f"<C:calendar-data><C:limit-recurrence-set {JUNE}/></C:calendar-data>")
    )
    assert lines(text, "RECURRENCE-ID") == ["RECURRENCE-ID;TZID=Europe/Berlin:20260608T090000"]
    assert "RRULE:FREQ=WEEKLY" in lines(text, "RRULE")


@pytest.mark.rfc("4791", "9.6.7")
def test_limit_freebusy_set_leaves_out_far_periods(diary, multiget):
    diary.request("MKCALENDAR", "/calendars/alice/busy/")
    body = calendar(component("VFREEBUSY", "fb", "FREEBUSY:20260602T100000Z/PT1H,20260902T100000Z/PT1H"))
    assert diary.put("/calendars/alice/busy/fb.ics", body, content_type="text/calendar").status == 201
    prop = f"<C:calendar-data><C:limit-freebusy-set {JUNE}/></C:calendar-data>"
    answer = multiget("/calendars/alice/busy/fb.ics", prop=prop, path="/calendars/alice/busy/")
    assert lines(answer.multistatus["/calendars/alice/busy/fb.ics"].text(DATA).split("\n"), "FREEBUSY") == [
        "FREEBUSY:20260602T100000Z/PT1H"
    ]


@pytest.mark.rfc("4791", "9.6.1", "9.6.4")
def test_parts_of_an_object_are_given_as_asked(multiget):
    wanted = (
        '<C:calendar-data><C:comp name="VCALENDAR"><C:prop name="VERSION"/><C:comp name="VEVENT"><C:prop name="UID"/>'
        '<C:prop name="SUMMARY" novalue="yes"/></C:comp></C:comp></C:calendar-data>'
    )
    text = [line.rstrip("\r") for line in data(multiget(CALENDAR + "lunch.ics", prop=wanted), "lunch") if line]
    assert text == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        "UID:lunch",
        "SUMMARY:",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@pytest.mark.rfc("4791", "7.8")
@pytest.mark.parametrize("attributes", ['content-type="application/pdf"', 'content-type="text/calendar" version="3.0"'])
@pytest.mark.rfc("4791", "7.8/supported-calendar-data", "9.6")
def test_data_in_a_form_that_is_not_offered_is_refused(multiget, query, attributes):
    prop = f"<C:calendar-data {attributes}/>"
    for answer in (multiget(CALENDAR + "lunch.ics", prop=prop), query("", prop=prop)):
        assert (answer.status, answer.condition) == (403, C + "supported-calendar-data")


@pytest.mark.parametrize(
    "inner", ["<C:expand/>", f"<C:expand {JUNE}/><C:limit-recurrence-set {JUNE}/>", '<C:expand start="x" end="y"/>']
)
def test_nonsense_in_calendar_data_is_bad(multiget, inner):
    assert multiget(CALENDAR + "lunch.ics", prop=f"<C:calendar-data>{inner}</C:calendar-data>").status == 400


def test_sync_and_propfind_carry_data_that_is_named(diary):
    body = (
        f"<D:sync-collection {NAMESPACES}><D:sync-token/><D:sync-level>1</D:sync-level>"
        "<D:prop><D:getetag/><C:calendar-data/></D:prop></D:sync-collection>"
    )
    assert diary.report(CALENDAR, body).multistatus[CALENDAR + "lunch.ics"].text(DATA) == LUNCH
    assert diary.propfind(CALENDAR + "lunch.ics", DATA).multistatus[CALENDAR + "lunch.ics"].text(DATA) == LUNCH
    assert DATA not in diary.propfind(CALENDAR + "lunch.ics").multistatus[CALENDAR + "lunch.ics"].found


@pytest.mark.rfc("4791", "7.10")
def test_free_busy_tells_when_and_not_why(diary, free_busy):
    tentative = event("maybe", "DTSTART:20260310T140000Z", "DURATION:PT1H", "STATUS:TENTATIVE")
    cancelled = event("off", "DTSTART:20260310T160000Z", "DURATION:PT1H", "STATUS:CANCELLED")
    for name, body in (("maybe", tentative), ("off", cancelled)):
        diary.put(f"{CALENDAR}{name}.ics", body, content_type="text/calendar")
    assert free_busy("20260310T000000Z", "20260311T000000Z") == [
        "FREEBUSY:20260310T110000Z/20260310T120000Z",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260310T140000Z/20260310T150000Z",
    ]


@pytest.mark.rfc("4791", "7.10")
def test_busy_times_of_series_are_cut_to_the_range_and_transparent_ones_left_out(free_busy):
    assert free_busy("20260706T070500Z", "20260713T000000Z") == ["FREEBUSY:20260706T070500Z/20260706T071500Z"]
    assert free_busy("20260501T000000Z", "20260502T000000Z") == []


def test_free_busy_of_a_home_spans_its_calendars(free_busy):
    assert free_busy("20260310T000000Z", "20260311T000000Z", path="/calendars/alice/") == [
        "FREEBUSY:20260310T110000Z/20260310T120000Z"
    ]


def test_a_free_busy_query_has_one_time_range(diary):
    span = '<C:time-range start="20260310T000000Z" end="20260311T000000Z"/>'
    body = f"<C:free-busy-query {NAMESPACES}>{span}{span}</C:free-busy-query>"
    assert diary.report(CALENDAR, body, depth="1").status == 400
    assert diary.report(CALENDAR, f"<C:free-busy-query {NAMESPACES}/>", depth="1").status == 400


@pytest.mark.rfc("4791", "7.8/number-of-matches-within-limits")
def test_an_expansion_that_costs_too_much_is_refused_by_sync_collection_as_well(make_house):
    alice = add_person(make_house(limits__expansion_steps=3000), "alice")
    rule = event("dear", "DTSTART:20000101T000000Z", "RRULE:FREQ=HOURLY;COUNT=9000")
    assert alice.put(CALENDAR + "dear.ics", rule, content_type="text/calendar").status == 201
    data = f"<C:calendar-data><C:expand {JUNE.replace('2026', '2000')}/></C:calendar-data>"
    body = f"<D:sync-token/><D:sync-level>1</D:sync-level><D:prop>{data}</D:prop>"
    answer = alice.report(CALENDAR, f"<D:sync-collection {NAMESPACES}>{body}</D:sync-collection>")
    assert (answer.status, answer.condition) == (403, "{DAV:}number-of-matches-within-limits")
    asked = f"<D:propfind {NAMESPACES}><D:prop>{data}</D:prop></D:propfind>"
    told = alice.request("PROPFIND", CALENDAR + "dear.ics", asked, depth="0").multistatus[CALENDAR + "dear.ics"]
    assert told.missing == {DATA: 404}
