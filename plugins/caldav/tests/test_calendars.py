"""Calendars: what an account has from the start, MKCALENDAR, and properties."""

import pytest

from a3dav.testing.people import add_person

from .conftest import BERLIN, CALENDAR, LUNCH, NAMESPACES, TASKS, C, calendar, event, todo

HOME = "/calendars/alice/"
NEW = HOME + "new/"
COLOR = "{http://apple.com/ns/ical/}calendar-color"
ORDER = "{http://apple.com/ns/ical/}calendar-order"
CTAG = "{http://calendarserver.org/ns/}getctag"


def mkcalendar(alice, *properties, path=NEW):
    body = f"<C:mkcalendar {NAMESPACES}><D:set><D:prop>{''.join(properties)}</D:prop></D:set></C:mkcalendar>"
    return alice.request("MKCALENDAR", path, body)


def proppatch(alice, *properties, path=CALENDAR):
    body = f"<D:propertyupdate {NAMESPACES}><D:set><D:prop>{''.join(properties)}</D:prop></D:set></D:propertyupdate>"
    return alice.proppatch(path, body).multistatus[path]


def value(alice, name, path=CALENDAR):
    return alice.propfind(path, name).multistatus[path].found[name]


def components(alice, path):
    name = C + "supported-calendar-component-set"
    return [comp.get("name") for comp in value(alice, name, path)]


def test_an_account_has_a_calendar_for_events_and_one_for_tasks(alice):
    rows = alice.propfind(HOME, "{DAV:}resourcetype", depth="1").multistatus
    assert set(rows) == {HOME, CALENDAR, TASKS}
    assert C + "calendar" in [element.tag for element in rows[TASKS].found["{DAV:}resourcetype"]]
    assert components(alice, CALENDAR) == ["VEVENT"]
    assert components(alice, TASKS) == ["VTODO"]


@pytest.mark.parametrize("path", [CALENDAR, TASKS])
def test_a_default_calendar_that_is_deleted_comes_back_empty(make_house, path):
    alice = add_person(make_house(plugins__disabled="scheduling"), "alice")  # which keeps the one invitations go to
    alice.put(path + "new.ics", event("new", "DTSTART:20260101T100000Z"), content_type="text/calendar")
    before = components(alice, path)
    assert alice.delete(path).status == 204
    assert components(alice, path) == before
    assert set(alice.propfind(path, "{DAV:}getetag", depth="1").multistatus) == {path}


@pytest.mark.rfc("4791", "6.2.1")
def test_a_principal_leads_to_its_calendar_home_and_knows_its_addresses(alice):
    home, addresses = C + "calendar-home-set", C + "calendar-user-address-set"
    row = alice.propfind("/principals/users/alice/", home, addresses).multistatus["/principals/users/alice/"]
    assert row.hrefs(home) == [HOME]
    assert row.hrefs(addresses)[:2] == ["mailto:alice@example.org", "/principals/users/alice/"]


@pytest.mark.rfc("4791", "5.1")
def test_calendar_access_is_said_on_every_answer(alice):
    for answer in (alice.request("OPTIONS", CALENDAR), alice.propfind("/principals/users/alice/", "{DAV:}owner")):
        assert "calendar-access" in answer.headers["dav"].split(", ")


@pytest.mark.rfc("6764", "5")
def test_the_well_known_address_leads_on_before_login(alice):
    answer = alice.request("PROPFIND", "/.well-known/caldav", authorization="")
    assert (answer.status, answer.headers["location"]) == (301, "/")


@pytest.mark.rfc("4791", "5.3.1")
def test_mkcalendar_without_a_body_makes_a_calendar_for_everything(alice):
    assert alice.request("MKCALENDAR", NEW).status == 201
    assert components(alice, NEW) == ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY"]
    assert alice.put(NEW + "a.ics", LUNCH, content_type="text/calendar").status == 201


@pytest.mark.rfc("4791", "5.3.1")
def test_mkcalendar_leaves_one_row_in_the_audit_trail(house, alice):
    alice.get("/")
    house.audit.flush()
    before = house.store.engine.rows("SELECT action FROM audit")
    answer = alice.request("MKCALENDAR", NEW)
    made = house.store.engine.rows("SELECT action, request_id FROM audit ORDER BY position")[len(before) :]
    assert made == [("mkcol", answer.headers["x-request-id"])]


def test_mkcalendar_sets_properties(alice):
    answer = mkcalendar(
        alice,
        "<D:displayname>Team</D:displayname>",
        "<C:calendar-description xml:lang='en'>What we do</C:calendar-description>",
        '<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>',
        "<I:calendar-color xmlns:I='http://apple.com/ns/ical/' symbolic-color='red'>#FF0000FF</I:calendar-color>",
        f"<C:calendar-timezone>{calendar(BERLIN)}</C:calendar-timezone>",
    )
    assert answer.status == 201
    assert components(alice, NEW) == ["VTODO"]
    assert value(alice, "{DAV:}displayname", NEW).text == "Team"
    description = value(alice, C + "calendar-description", NEW)
    assert (description.text, description.get("{http://www.w3.org/XML/1998/namespace}lang")) == ("What we do", "en")
    assert value(alice, COLOR, NEW).get("symbolic-color") == "red"
    assert "TZID:Europe/Berlin" in value(alice, C + "calendar-timezone", NEW).text
    assert value(alice, C + "calendar-timezone-id", NEW).text == "Europe/Berlin"


@pytest.mark.rfc("5689", "3")
def test_extended_mkcol_makes_a_calendar(alice):
    body = (
        f"<D:mkcol {NAMESPACES}><D:set><D:prop><D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"
        "<D:displayname>By MKCOL</D:displayname></D:prop></D:set></D:mkcol>"
    )
    assert alice.request("MKCOL", NEW, body).status == 201
    assert C + "calendar" in [element.tag for element in value(alice, "{DAV:}resourcetype", NEW)]


@pytest.mark.rfc("4791", "5.3.1.1")
def test_a_calendar_with_a_property_that_cannot_be_set_is_not_made(alice):
    answer = mkcalendar(alice, "<D:displayname>Team</D:displayname>", "<D:getetag>x</D:getetag>")
    row = answer.multistatus[NEW]
    assert row.missing == {"{DAV:}getetag": 403, "{DAV:}displayname": 424}
    assert alice.propfind(NEW, "{DAV:}displayname").status == 404


@pytest.mark.parametrize("path", [CALENDAR, CALENDAR + "lunch.ics"])
@pytest.mark.rfc("4791", "5.3.1.2")
def test_mkcalendar_needs_a_place_where_nothing_is(diary, path):
    answer = diary.request("MKCALENDAR", path)
    assert (answer.status, answer.condition) == (403, "{DAV:}resource-must-be-null")


@pytest.mark.parametrize("path", [CALENDAR + "inner/", "/files/alice/calendar/"])
@pytest.mark.rfc("4791", "5.3.1.2")
def test_a_calendar_stands_in_a_calendar_home_alone(alice, path):
    answer = alice.request("MKCALENDAR", path)
    assert (answer.status, answer.condition) == (403, C + "calendar-collection-location-ok")


def test_mkcalendar_in_a_place_that_does_not_exist_is_a_conflict(alice):
    assert alice.request("MKCALENDAR", HOME + "a/b/").status == 409


def test_mkcalendar_with_a_body_of_another_kind_is_refused(alice):
    assert alice.request("MKCALENDAR", NEW, "<D:mkcol xmlns:D='DAV:'/>").status == 415


@pytest.mark.rfc("4791", "5.2.3")
def test_what_a_calendar_holds_cannot_be_changed_later(alice):
    row = proppatch(
        alice, '<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>'
    )
    assert row.missing == {C + "supported-calendar-component-set": 403}
    assert components(alice, CALENDAR) == ["VEVENT"]


@pytest.mark.rfc("4791", "5.2.2")
@pytest.mark.parametrize("text", ["nonsense", calendar(), LUNCH, calendar(BERLIN, BERLIN)])
def test_a_time_zone_is_one_vtimezone(alice, text):
    assert proppatch(alice, f"<C:calendar-timezone>{text}</C:calendar-timezone>").missing == {
        C + "calendar-timezone": 403
    }


@pytest.mark.rfc("7809", "5.2")
def test_a_time_zone_can_be_named(alice):
    name = "<C:calendar-timezone-id>{}</C:calendar-timezone-id>"
    assert proppatch(alice, name.format("America/New_York")).missing == {}
    assert value(alice, C + "calendar-timezone-id").text == "America/New_York"
    assert proppatch(alice, name.format("Atlantis/Capital")).missing == {C + "calendar-timezone-id": 403}
    assert value(alice, C + "calendar-timezone-id").text == "America/New_York"


def test_a_colour_is_replaced_with_its_attributes(alice):
    colour = "<I:calendar-color xmlns:I='http://apple.com/ns/ical/'{}>{}</I:calendar-color>"
    proppatch(alice, colour.format(" symbolic-color='custom'", "#00FF00FF"))
    proppatch(
        alice,
        colour.format("", "#0000FFFF"),
        "<I:calendar-order xmlns:I='http://apple.com/ns/ical/'>3</I:calendar-order>",
    )
    row = alice.propfind(CALENDAR).multistatus[CALENDAR]
    assert (row.found[COLOR].text, dict(row.found[COLOR].attrib), row.found[ORDER].text) == ("#0000FFFF", {}, "3")


def test_the_ctag_changes_with_a_member_and_with_nothing_else(diary):
    def ctag():
        return value(diary, CTAG).text

    first = ctag()
    diary.put(TASKS + "other.ics", todo("other"), content_type="text/calendar")
    diary.propfind(CALENDAR, depth="1")
    assert ctag() == first
    diary.put(CALENDAR + "lunch.ics", LUNCH.replace("Grace", "Ada"), content_type="text/calendar")
    second = ctag()
    assert second != first
    diary.delete(CALENDAR + "holiday.ics")
    assert ctag() not in {first, second}


@pytest.mark.rfc("4791", "5.2")
def test_limits_and_abilities_are_told(make_house, alice):
    names = ["supported-calendar-data", "max-resource-size", "supported-collation-set", "schedule-calendar-transp"]
    others = C + "max-instances", C + "min-date-time"
    row = alice.propfind(CALENDAR, *(C + name for name in names), *others).multistatus[CALENDAR]
    data = row.found[C + "supported-calendar-data"][0]
    assert (data.get("content-type"), data.get("version")) == ("text/calendar", "2.0")
    assert row.text(C + "max-resource-size") == str(10 * 2**20)
    collations = {element.text for element in row.found[C + "supported-collation-set"]}
    assert collations == {"i;ascii-casemap", "i;octet", "i;unicode-casemap"}
    assert [element.tag for element in row.found[C + "schedule-calendar-transp"]] == [C + "opaque"]
    assert row.text(C + "max-instances") == "10000"
    assert row.missing == {C + "min-date-time": 404}


def test_the_reports_of_a_calendar_are_listed(alice):
    names = {report[0][0].tag for report in value(alice, "{DAV:}supported-report-set")}
    caldav = {C + name for name in ("calendar-query", "calendar-multiget", "free-busy-query")}
    assert names >= caldav | {"{DAV:}sync-collection", "{DAV:}expand-property"}


def test_a_calendar_is_downloaded_as_one_file_with_each_time_zone_once(diary):
    from .conftest import STANDUP

    diary.put(CALENDAR + "again.ics", STANDUP.replace("UID:standup", "UID:again"), content_type="text/calendar")
    answer = diary.get(CALENDAR)
    lines = answer.text.split("\r\n")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert 'filename="Calendar.ics"' in answer.headers["content-disposition"]
    assert [lines.count(line) for line in ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTIMEZONE")] == [1, 4, 1]
    assert "X-WR-CALNAME:Calendar" in lines
    assert diary.request("HEAD", CALENDAR).headers["content-type"] == answer.headers["content-type"]


def test_another_account_sees_nothing(diary, bob):
    for method in ("PROPFIND", "GET", "MKCALENDAR"):
        answer = bob.request(method, CALENDAR)
        assert (answer.status, answer.condition) == (403, "{DAV:}need-privileges")


def test_a_file_that_moves_into_a_calendar_and_out_again_is_found_only_while_it_is_there(diary, found):
    from .conftest import in_range

    dinner = event("dinner", "DTSTART:20260311T180000Z", "DTEND:20260311T200000Z")
    march = in_range("20260311T000000Z", "20260312T000000Z")
    diary.put("/files/alice/dinner.ics", dinner, content_type="text/calendar")
    assert diary.request("MOVE", "/files/alice/dinner.ics", destination=CALENDAR + "dinner.ics").status == 201
    assert found(march) == {"dinner"}
    assert diary.request("MOVE", CALENDAR + "dinner.ics", destination="/files/alice/dinner.ics").status == 201
    assert found(march) == set()


def test_a_calendar_is_copied_renamed_and_deleted_with_all_that_is_known_of_it(diary, house):
    from .conftest import in_range

    def found(path):
        body = (
            f"<C:calendar-query {NAMESPACES}><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name='VCALENDAR'>"
            f"{in_range('20260310T000000Z', '20260311T000000Z')}</C:comp-filter></C:filter></C:calendar-query>"
        )
        return list(diary.report(path, body, depth="1").multistatus)

    assert diary.request("COPY", CALENDAR, destination=HOME + "copy/").status == 201
    assert found(HOME + "copy/") == [HOME + "copy/lunch.ics"]
    assert diary.request("MOVE", HOME + "copy/", destination=HOME + "moved/").status == 201
    assert found(HOME + "moved/") == [HOME + "moved/lunch.ics"]
    assert diary.delete(HOME + "moved/").status == 204
    ((objects, spans),) = house.store.engine.rows(
        "SELECT COUNT(DISTINCT o.resource_id), COUNT(DISTINCT s.resource_id) FROM caldav_objects o"
        " LEFT JOIN caldav_spans s ON s.resource_id = o.resource_id"
    )
    assert (objects, spans) == (3, 1)
