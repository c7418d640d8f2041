"""Which properties a calendar has: those that its owner sets, and those that the server alone says."""

import pytest

from .conftest import CALENDAR, NAMESPACES, C

HOME = "/calendars/alice/"
APPLE = "{http://apple.com/ns/ical/}"
SPACES = f"{NAMESPACES} xmlns:I='http://apple.com/ns/ical/'"


def patch(alice, path, inner, action="set"):
    body = f"<D:propertyupdate {SPACES}><D:{action}><D:prop>{inner}</D:prop></D:{action}></D:propertyupdate>"
    return alice.proppatch(path, body)


def blamed(answer):
    return [entry.tag for entry in answer.xml.find(".//{DAV:}error") if entry.tag != "{DAV:}responsedescription"]


@pytest.mark.rfc("4791", "5.2.1")
@pytest.mark.rfc("6638", "9.1/busy")
@pytest.mark.parametrize(
    ("name", "sent", "again"),
    [
        (
            C + "calendar-description",
            "<C:calendar-description xml:lang='fr'>Semaine</C:calendar-description>",
            "<C:calendar-description>Week</C:calendar-description>",
        ),
        (
            APPLE + "calendar-color",
            "<I:calendar-color symbolic-color='red'>#FF0000FF</I:calendar-color>",
            "<I:calendar-color>#00FF00FF</I:calendar-color>",
        ),
        (APPLE + "calendar-order", "<I:calendar-order>3</I:calendar-order>", "<I:calendar-order>4</I:calendar-order>"),
        (
            C + "schedule-calendar-transp",
            "<C:schedule-calendar-transp><C:transparent/></C:schedule-calendar-transp>",
            "<C:schedule-calendar-transp><C:opaque/></C:schedule-calendar-transp>",
        ),
    ],
)
def test_what_an_owner_sets_is_kept_with_its_attributes_and_replaced_by_its_name(alice, name, sent, again):
    assert patch(alice, CALENDAR, sent).multistatus[CALENDAR].missing == {}
    kept = alice.propfind(CALENDAR, name).multistatus[CALENDAR].found[name]
    assert patch(alice, CALENDAR, again).multistatus[CALENDAR].missing == {}
    replaced = alice.propfind(CALENDAR, name).xml.findall(f".//{name}")
    assert [dict(element.attrib) for element in replaced] == [{}]
    assert (kept.text or kept[0].tag) != (replaced[0].text or replaced[0][0].tag)


@pytest.mark.rfc("4791", "5.2.3", "5.2.4", "5.2.5", "5.2.6", "5.2.7", "5.2.8", "5.2.9", "7.5.1")
@pytest.mark.rfc("7809", "5.1")
@pytest.mark.parametrize(
    ("path", "local"),
    [
        (CALENDAR, "supported-calendar-component-set"), (CALENDAR, "supported-calendar-data"),
        (CALENDAR, "max-resource-size"), (CALENDAR, "min-date-time"), (CALENDAR, "max-date-time"),
        (CALENDAR, "max-instances"), (CALENDAR, "max-attendees-per-instance"), (CALENDAR, "supported-collation-set"),
        (HOME, "supported-calendar-component-sets"), (HOME, "timezone-service-set"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("action", ["set", "remove"])
def test_what_the_server_says_is_protected(alice, path, local, action):
    answer = patch(alice, path, f"<C:{local}>1</C:{local}>", action)
    assert answer.multistatus[path].missing == {C + local: 403}
    assert blamed(answer) == ["{DAV:}cannot-modify-protected-property"]


@pytest.mark.rfc("6638", "9.1/busy")
@pytest.mark.parametrize("inner", ["", "<C:busy/>", "<C:opaque/><C:transparent/>"])
def test_a_calendar_counts_as_busy_or_not_and_nothing_else(alice, inner):
    name = "schedule-calendar-transp"
    assert patch(alice, CALENDAR, f"<C:{name}>{inner}</C:{name}>").multistatus[CALENDAR].missing == {C + name: 409}


@pytest.mark.rfc("4791", "7.10")
@pytest.mark.rfc("6638", "9.1/busy")
def test_a_query_of_a_calendar_itself_does_not_ask_whether_the_calendar_counts(diary, free_busy):
    patch(diary, CALENDAR, "<C:schedule-calendar-transp><C:transparent/></C:schedule-calendar-transp>")
    assert free_busy("20260310T000000Z", "20260311T000000Z") != []


@pytest.mark.rfc("6638", "9.1/moved")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_a_transparent_calendar_stays_so_under_another_name(alice, method):
    name, other = "schedule-calendar-transp", "/calendars/alice/other/"
    alice.request("MKCALENDAR", "/calendars/alice/work/")
    patch(alice, "/calendars/alice/work/", f"<C:{name}><C:transparent/></C:{name}>")
    assert alice.request(method, "/calendars/alice/work/", destination=other).status == 201
    assert alice.propfind(other, C + name).multistatus[other].found[C + name][0].tag == C + "transparent"


@pytest.mark.rfc("6638", "9.1/allprop")
@pytest.mark.rfc("4791", "5.2.1", "5.2.2", "5.2.3", "5.2.4", "5.2.5", "5.2.9", "7.5.1")
def test_allprop_has_none_of_the_properties_of_caldav(alice):
    patch(alice, CALENDAR, "<C:calendar-description>Week</C:calendar-description>")
    patch(alice, CALENDAR, "<C:calendar-timezone-id>Europe/Berlin</C:calendar-timezone-id>")
    rows = alice.propfind(HOME, depth="1").multistatus
    assert [name for row in rows.values() for name in row.found if name.startswith(C)] == []


@pytest.mark.rfc("4791", "4.1")
@pytest.mark.rfc("5545", "8.1")
def test_the_type_of_an_object_names_its_component(diary):
    name = "{DAV:}getcontenttype"
    row = diary.propfind(CALENDAR + "lunch.ics", name).multistatus[CALENDAR + "lunch.ics"]
    assert row.text(name) == "text/calendar; charset=utf-8; component=VEVENT"
