"""What goes wrong in other servers, and must not here; each test says the behaviour, `docs/explanation/comparison.md` where it was seen.

Defects of scheduling (messages sent before the write is kept, Schedule-Tag that changes with an answer alone) are not here:
this server does not schedule.
"""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from a3dav import hookimpl
from a3dav.testing.locks import LOCKINFO

HOME = "/files/alice/"
CALENDAR, TASKS, BOOK = "/calendars/alice/calendar/", "/calendars/alice/tasks/", "/addressbooks/alice/addressbook/"
NS = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:A="urn:ietf:params:xml:ns:carddav"'
ANY = "/calendars/alice/any/"
TOKEN, CTAG, ETAG = "{DAV:}sync-token", "{http://calendarserver.org/ns/}getctag", "{DAV:}getetag"


def calendar(component, uid, *lines):
    inside = [f"BEGIN:{component}", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, f"END:{component}"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *inside, "END:VCALENDAR", ""])


def put(client, path, body):
    media_type = "text/vcard" if path.endswith(".vcf") else "text/calendar"
    answer = client.put(path, body, content_type=media_type)
    assert answer.status in {201, 204}, answer.text
    return answer


def query(client, path, condition):
    """The names of the objects that a calendar-query finds."""
    body = (
        f'<C:calendar-query {NS}><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name="VCALENDAR">{condition}'
        "</C:comp-filter></C:filter></C:calendar-query>"
    )
    return {href.rpartition("/")[2].partition(".")[0] for href in client.report(path, body, depth="1").multistatus}


def within(component, start, end, inside=""):
    time_range = f'<C:time-range start="{start}" end="{end}"/>'
    return f'<C:comp-filter name="{component}">{time_range}{inside}</C:comp-filter>'


def tag_of(client, path, name):
    return client.propfind(path, name).multistatus[path].text(name)


# -- queries ---------------------------------------------------------------------------------------


@pytest.mark.rfc("4791", "9.9")
def test_a_task_without_any_date_is_found_in_every_range(alice):
    put(alice, f"{TASKS}some.ics", calendar("VTODO", "some", "SUMMARY:Some day"))
    assert query(alice, TASKS, within("VTODO", "20260301T000000Z", "20260302T000000Z")) == {"some"}


@pytest.mark.rfc("4791", "9.9")
def test_a_task_with_a_due_date_alone_is_found_by_it(alice):
    put(alice, f"{TASKS}due.ics", calendar("VTODO", "due", "DUE:20260301T120000Z"))
    assert query(alice, TASKS, within("VTODO", "20260301T000000Z", "20260302T000000Z")) == {"due"}
    assert query(alice, TASKS, within("VTODO", "20260302T000000Z", "20260303T000000Z")) == set()


@pytest.mark.rfc("4791", "9.7.2", "9.9")
def test_a_range_of_a_property_does_not_look_at_the_span_of_its_component(alice):
    done = calendar("VTODO", "done", "DTSTART:20260101T000000Z", "DUE:20260102T000000Z", "COMPLETED:20260315T000000Z")
    put(alice, f"{TASKS}done.ics", done)
    completed = (
        '<C:comp-filter name="VTODO"><C:prop-filter name="COMPLETED">'
        '<C:time-range start="{}" end="{}"/></C:prop-filter></C:comp-filter>'
    )
    assert query(alice, TASKS, completed.format("20260301T000000Z", "20260401T000000Z")) == {"done"}
    assert query(alice, TASKS, completed.format("20260101T000000Z", "20260201T000000Z")) == set()


@pytest.mark.rfc("4791", "9.9")
def test_a_series_without_end_goes_on_behind_2038(alice):
    put(alice, f"{CALENDAR}ever.ics", calendar("VEVENT", "ever", "DTSTART:20260101T100000Z", "RRULE:FREQ=DAILY"))
    assert query(alice, CALENDAR, within("VEVENT", "24000101T000000Z", "24000102T000000Z")) == {"ever"}


@pytest.mark.rfc("4791", "7.8.4", "9.9")
def test_a_range_is_asked_of_free_busy_components_too(alice):
    busy = calendar("VFREEBUSY", "busy", "DTSTART:20260301T000000Z", "DTEND:20260302T000000Z", "FREEBUSY:20260301T100000Z/PT1H")  # fmt: skip
    assert alice.request("MKCALENDAR", ANY).status == 201
    put(alice, f"{ANY}busy.ics", busy)
    assert query(alice, ANY, within("VFREEBUSY", "20260301T000000Z", "20260302T000000Z")) == {"busy"}
    assert query(alice, ANY, within("VFREEBUSY", "20260303T000000Z", "20260304T000000Z")) == set()


@pytest.mark.rfc("4791", "9.7.1")
@pytest.mark.parametrize(
    ("second", "found"),
    [
        ('<C:comp-filter name="VTODO"><C:is-not-defined/></C:comp-filter>', {"event"}),
        ('<C:comp-filter name="VTODO"/>', set()),
    ],
)
def test_every_filter_beside_another_counts(alice, second, found):
    put(alice, f"{CALENDAR}event.ics", calendar("VEVENT", "event", "DTSTART:20260101T100000Z"))
    assert query(alice, CALENDAR, f'<C:comp-filter name="VEVENT"/>{second}') == found


@pytest.mark.rfc("4791", "9.9")
@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("20260105T110000Z", "20260105T120000Z", set()),  # it ends as the range begins
        ("20260105T090000Z", "20260105T100000Z", set()),  # it begins as the range ends
        ("20260106T000000Z", "20260112T000000Z", set()),  # between two instances
        ("20260112T103000Z", "20260112T103100Z", {"weekly"}),
    ],
)
def test_a_range_finds_no_more_than_what_overlaps_it(alice, start, end, found):
    lines = ("DTSTART:20260105T100000Z", "DTEND:20260105T110000Z", "RRULE:FREQ=WEEKLY")
    put(alice, f"{CALENDAR}weekly.ics", calendar("VEVENT", "weekly", *lines))
    assert query(alice, CALENDAR, within("VEVENT", start, end)) == found


def cards(client, condition):
    body = (
        f"<A:addressbook-query {NS}><D:prop><D:getetag/></D:prop><A:filter>{condition}</A:filter></A:addressbook-query>"
    )
    answer = client.report(BOOK, body, depth="1")
    return {href.rpartition("/")[2].partition(".")[0] for href in answer.multistatus}


ZOE = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:zoe\r\nFN:Zo\u00e9 Ren\u00e9e\r\nN:Ren\u00e9e;Zo\u00e9;;;\r\nitem1.EMAIL:zoe@example.org\r\nEND:VCARD\r\n"


@pytest.mark.rfc("6352", "10.5.1")
def test_a_plain_name_finds_properties_in_groups(alice):
    put(alice, f"{BOOK}zoe.vcf", ZOE)
    condition = '<A:prop-filter name="EMAIL"><A:text-match>zoe@</A:text-match></A:prop-filter>'
    assert cards(alice, condition) == {"zoe"}


@pytest.mark.rfc("6352", "8.3", "10.5.4")
@pytest.mark.parametrize(
    ("collation", "text", "found"),
    [
        ("i;ascii-casemap", "REN\u00e9E", {"zoe"}),  # folds ASCII letters alone
        ("i;ascii-casemap", "REN\u00c9E", set()),
        ("i;unicode-casemap", "REN\u00c9E", {"zoe"}),
    ],
)
def test_the_ascii_collation_takes_letters_that_are_not_ascii(alice, collation, text, found):
    put(alice, f"{BOOK}zoe.vcf", ZOE)
    condition = f'<A:prop-filter name="FN"><A:text-match collation="{collation}">{text}</A:text-match></A:prop-filter>'
    assert cards(alice, condition) == found


# -- writes ----------------------------------------------------------------------------------------


@pytest.mark.rfc("4791", "5.3.4")
def test_a_tag_after_put_is_one_of_the_bytes_that_were_sent_also_where_they_stood_there_before(alice):
    body = calendar("VEVENT", "a", "x-odd:1", "DTSTART:20260101T100000Z", "SUMMARY:  kept  as it   is")
    first, again = (put(alice, f"{CALENDAR}a.ics", body) for _ in range(2))
    read = alice.get(f"{CALENDAR}a.ics")
    assert read.body == body.encode()
    assert {first.headers["etag"], again.headers["etag"]} == {read.headers["etag"]}


@pytest.mark.rfc("4791", "1.3", "5.3.2.1/valid-calendar-data", "5.3.2.1/no-uid-conflict")
@pytest.mark.rfc("4918", "12.1")
@pytest.mark.parametrize(
    ("body", "condition"),
    [
        ("nonsense", "valid-calendar-data"),
        (calendar("VEVENT", "taken", "DTSTART:20260101T100000Z"), "no-uid-conflict"),
        (calendar("VEVENT", "a", "DTSTART:20260101T100000Z").replace("VERSION", "METHOD:PUBLISH\r\nVERSION"), "valid-calendar-object-resource"),
    ],
)  # fmt: skip
def test_data_that_is_refused_is_not_taken_for_data_that_changed_on_the_server(alice, body, condition):
    put(alice, f"{CALENDAR}taken.ics", calendar("VEVENT", "taken", "DTSTART:20260101T100000Z"))
    answer = alice.put(f"{CALENDAR}new.ics", body, content_type="text/calendar")
    assert answer.status in {403, 409}
    assert answer.condition == f"{{urn:ietf:params:xml:ns:caldav}}{condition}"


@pytest.mark.rfc("4918", "10.6/default")
@pytest.mark.parametrize("method", ["MOVE", "COPY"])
def test_a_missing_overwrite_means_yes(alice, method):
    alice.put(f"{HOME}a", b"a")
    alice.put(f"{HOME}b", b"b")
    assert alice.request(method, f"{HOME}a", destination=f"{HOME}b").status == 204
    assert alice.get(f"{HOME}b").body == b"a"


@pytest.mark.rfc("4918", "9.2.1", "15.6")
def test_a_property_that_cannot_be_set_is_not_told_as_set(alice):
    body = '<propertyupdate xmlns="DAV:"><set><prop><getetag>x</getetag><displayname>x</displayname></prop></set></propertyupdate>'
    member = alice.proppatch(CALENDAR, body).multistatus[CALENDAR]
    assert (member.found, member.missing) == ({}, {ETAG: 403, "{DAV:}displayname": 424})


@pytest.mark.rfc("4918", "18.2")
@pytest.mark.parametrize(
    ("path", "body"),
    [
        (f"{CALENDAR}a.ics", calendar("VEVENT", "a", "DTSTART:20260101T100000Z")),
        (f"{BOOK}zoe.vcf", ZOE),
    ],
)
def test_class_2_is_told_where_there_are_locks(alice, path, body):
    put(alice, path, body)
    assert "2" in alice.request("OPTIONS", path).headers["dav"].split(", ")
    granted = alice.request("LOCK", path, LOCKINFO)
    assert granted.status == 200
    assert alice.delete(path).status == 423
    assert alice.request("UNLOCK", path, lock_token=granted.headers["lock-token"]).status == 204


@pytest.mark.rfc("9110", "13.1.1")
def test_of_two_writes_that_saw_the_same_version_one_is_refused(alice):
    tag = alice.put(f"{HOME}a", b"0").headers["etag"]
    barrier = threading.Barrier(2)

    def write(body):
        barrier.wait()
        return alice.put(f"{HOME}a", body, if_match=tag).status

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(write, [b"1", b"2"])) == [204, 412]


def test_reads_do_not_wait_for_a_write_that_takes_long(house, alice):
    writing, go_on = threading.Event(), threading.Event()

    class Slow:
        @hookimpl
        def a3dav_in_transaction(self, write):
            writing.set()
            assert go_on.wait(30)

    alice.put(f"{HOME}a", b"before")
    house.plugins.register(Slow())
    with ThreadPoolExecutor(1) as threads:
        written = threads.submit(alice.put, f"{HOME}a", b"after")
        assert writing.wait(30)
        seen = alice.get(f"{HOME}a").body, set(alice.propfind(HOME, ETAG, depth="1").multistatus)
        go_on.set()
        assert written.result().status == 204
    assert seen == (b"before", {HOME, f"{HOME}a"})


# -- synchronisation -------------------------------------------------------------------------------


@pytest.mark.rfc("6578", "4")
@pytest.mark.parametrize("name", [TOKEN, CTAG])
def test_a_change_in_one_calendar_makes_nobody_ask_another_one_again(alice, name):
    before = tag_of(alice, TASKS, name)
    put(alice, f"{CALENDAR}a.ics", calendar("VEVENT", "a", "DTSTART:20260101T100000Z"))
    assert tag_of(alice, TASKS, name) == before


@pytest.mark.rfc("6578", "3.6/token")
def test_what_a_limit_cut_off_comes_with_the_next_answer(alice):
    for name in "abc":
        alice.put(HOME + name, b"x")
    first = alice.sync(HOME, limit=2)
    rest = alice.sync(HOME, first.xml.findtext(TOKEN))
    assert set(first.multistatus) - {HOME} | set(rest.multistatus) == {HOME + name for name in "abc"}


@pytest.mark.rfc("6578", "3.2/valid-sync-token")
def test_a_token_that_is_not_known_is_no_new_beginning(alice):
    alice.put(f"{HOME}a", b"x")
    answer = alice.sync(HOME, "data:,0")
    assert (answer.status, answer.condition) == (403, "{DAV:}valid-sync-token")


# -- principals ------------------------------------------------------------------------------------


@pytest.mark.rfc("3744", "9.1")
@pytest.mark.rfc("3253", "3.8")
def test_properties_of_principals_can_be_expanded(alice):
    body = (
        '<expand-property xmlns="DAV:"><property name="principal-URL"><property name="displayname"/></property>'
        "</expand-property>"
    )
    answer = alice.report("/principals/users/alice/", body)
    assert answer.xml.findtext(".//{DAV:}principal-URL/{DAV:}response//{DAV:}displayname") == "Alice"


@pytest.mark.rfc("3744", "9.4")
def test_principals_are_found_by_address_too(alice, bob):
    body = (
        '<principal-property-search xmlns="DAV:"><property-search><prop><C:calendar-user-address-set '
        'xmlns:C="urn:ietf:params:xml:ns:caldav"/></prop><match>alice@example</match></property-search>'
        "<prop><displayname/></prop></principal-property-search>"
    )
    assert set(alice.report("/principals/", body, depth="0").multistatus) == {"/principals/users/alice/"}
