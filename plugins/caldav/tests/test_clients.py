"""The ways real clients walk: what each asks, in its order, and what it needs to hear."""

import pytest

from .conftest import CALENDAR, LUNCH, NAMESPACES, TASKS, C, event, in_range, todo

PRINCIPAL = "/principals/users/alice/"
PRIVILEGES = "{DAV:}current-user-privilege-set"
CTAG = "{http://calendarserver.org/ns/}getctag"
WEEKS = ("20260201T000000Z", "20260401T000000Z")


def privileges(element):
    return {privilege[0].tag.removeprefix("{DAV:}") for privilege in element}


def test_apple_walks_from_the_well_known_address_to_its_calendars(alice):
    first = alice.request("PROPFIND", "/.well-known/caldav", depth="0", authorization="")
    assert (first.status, first.headers["location"]) == (301, "/")
    challenge = alice.request("PROPFIND", "/", depth="0", authorization="")
    assert (challenge.status, challenge.headers["www-authenticate"][:6]) == (401, "Basic ")
    principal = "{DAV:}current-user-principal"
    for path in ("/", "/principals/"):
        assert alice.propfind(path, principal).multistatus[path].hrefs(principal) == [PRINCIPAL]
    row = alice.propfind(PRINCIPAL, "{DAV:}principal-URL", C + "calendar-home-set").multistatus[PRINCIPAL]
    assert row.hrefs("{DAV:}principal-URL") == [PRINCIPAL]
    (home,) = row.hrefs(C + "calendar-home-set")
    assert {CALENDAR, TASKS} < set(alice.propfind(home, "{DAV:}resourcetype", depth="1").multistatus)


def test_apple_finds_a_list_for_reminders_and_need_not_make_one(alice):
    name = C + "supported-calendar-component-set"
    rows = alice.propfind("/calendars/alice/", name, depth="1").multistatus
    offered = [[comp.get("name") for comp in row.found[name]] for row in rows.values() if name in row.found]
    assert ["VTODO"] in offered
    assert all(len(names) == 1 for names in offered)


def test_a_calendar_that_davx5_opens_says_what_it_may_do_there(alice):
    assert "calendar-access" in alice.request("OPTIONS", PRINCIPAL).headers["dav"]
    row = alice.propfind(CALENDAR, PRIVILEGES, "{DAV:}nonsense").multistatus[CALENDAR]
    assert {"all", "read", "write", "write-content", "write-properties", "bind", "unbind"} <= privileges(
        row.found[PRIVILEGES]
    )


def test_a_change_by_thunderbird_is_a_put_a_multiget_and_a_sync(diary, multiget):
    token = diary.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    path = CALENDAR + "tb___x_e.com.ics"
    body = event("tb/ü x@e.com", "DTSTART:20260312T110000Z")
    headers = {"content_type": "text/calendar; charset=utf-8", "accept": "text/xml", "origin": "http://localhost"}
    assert diary.put(path, body, if_none_match="*", **headers).status == 201
    assert multiget(path, depth="1").multistatus[path].text(C + "calendar-data") == body
    assert set(diary.sync(CALENDAR, token).multistatus) == {path}
    stale = diary.get(path).headers["etag"]
    assert diary.put(path, body.replace("T11", "T12"), if_match=stale, **headers).status == 204
    assert diary.put(path, body, if_match=stale, **headers).status == 412
    assert diary.delete(path, if_match=stale).status == 412
    assert diary.request("HEAD", path, accept="text/xml").status == 200


def test_thunderbird_reads_the_first_status_of_a_response_alone(diary):
    answer = diary.propfind(CALENDAR, "{DAV:}nonsense", "{DAV:}displayname")
    assert answer.text.index("HTTP/1.1 200 OK") < answer.text.index("HTTP/1.1 404")


def test_evolution_lives_on_the_ctag_and_writes_without_a_condition(diary, query):
    def ctag():
        return diary.propfind(CALENDAR, CTAG).multistatus[CALENDAR].text(CTAG)

    before = ctag()
    assert set(query(in_range(*WEEKS)).multistatus) == {CALENDAR + "lunch.ics", CALENDAR + "standup.ics"}
    assert len(query('<C:comp-filter name="VEVENT"/>', depth="").multistatus) == 3
    assert ctag() == before
    assert diary.put(CALENDAR + "lunch.ics", LUNCH.replace("Lunch", "Tea"), content_type="text/calendar").status == 204
    assert ctag() != before


def test_the_same_bytes_again_are_no_news_to_anybody(diary):
    token = diary.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    etag = diary.get(CALENDAR + "lunch.ics").headers["etag"]
    assert diary.put(CALENDAR + "lunch.ics", LUNCH, content_type="text/calendar").headers["etag"] == etag
    assert diary.sync(CALENDAR, token).multistatus == {}


def test_a_deleted_event_is_404_in_the_next_sync(diary):
    token = diary.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    diary.delete(CALENDAR + "lunch.ics")
    assert diary.sync(CALENDAR, token).multistatus[CALENDAR + "lunch.ics"].status == 404


@pytest.mark.rfc("6578", "3.2")
def test_a_token_that_was_never_given_is_refused_so_that_clients_start_over(diary):
    answer = diary.sync(CALENDAR, "data:,nonsense")
    assert (answer.status, answer.condition) == (403, "{DAV:}valid-sync-token")


def test_a_client_that_only_knows_tasks_syncs_them_alone(diary):
    assert diary.put(TASKS + "a.ics", todo("a"), content_type="text/calendar").status == 201
    body = f'<C:calendar-query {NAMESPACES}><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VTODO"><C:prop-filter name="COMPLETED"><C:is-not-defined/></C:prop-filter></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>'
    assert set(diary.report(TASKS, body, depth="1").multistatus) == {TASKS + "a.ics"}


@pytest.mark.parametrize(
    ("sent", "seen"),
    [("a@b.ics", "a%40b.ics"), ("a:b.ics", "a%3Ab.ics"), ("a%20b+c.ics", "a%20b%2Bc.ics"), ("%C3%BC.ics", "%C3%BC.ics"),
     ("a%2540b.ics", "a%2540b.ics")],
)  # fmt: skip
def test_an_href_has_one_form_whatever_a_client_sent(alice, sent, seen):
    assert alice.put(CALENDAR + sent, LUNCH, content_type="text/calendar").status == 201
    answer = alice.propfind(CALENDAR, "{DAV:}getetag", depth="1")
    hrefs = [element.text for element in answer.xml.iter("{DAV:}href")]
    assert CALENDAR + seen in hrefs
    assert alice.get(CALENDAR + seen).status == 200
