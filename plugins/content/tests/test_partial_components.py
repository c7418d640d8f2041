"""Parts of calendar objects (RFC 4791 §9.6.1 to §9.6.4)."""

from xml.etree.ElementTree import fromstring

import pytest

from a3dav_content.errors import InvalidFilter
from a3dav_content.lines import parse, serialise
from a3dav_content.partial_components import parse_comp, project

BODY = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "BEGIN:VTIMEZONE",
        "TZID:X",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:1",
        "SUMMARY;LANGUAGE=en:Lunch",
        "CATEGORIES:A",
        "CATEGORIES:B",
        "BEGIN:VALARM",
        "TRIGGER:-PT5M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
)


def part(inside):
    """The lines of the wanted part, without those that frame the calendar."""
    element = fromstring(f'<C:comp xmlns:C="urn:ietf:params:xml:ns:caldav" name="VCALENDAR">{inside}</C:comp>')
    (whole,) = parse(BODY.encode())
    return serialise(project(whole, parse_comp(element))).decode().split("\r\n")[1:-2]


@pytest.mark.rfc("4791", "9.6.1")
def test_a_component_alone_has_neither_properties_nor_components():
    assert part("") == []


@pytest.mark.rfc("4791", "9.6.2", "9.6.3")
def test_everything_may_be_asked_for():
    assert part("<C:allprop/><C:allcomp/>") == BODY.split("\r\n")[1:-2]


@pytest.mark.rfc("4791", "9.6.1")
def test_only_the_components_that_are_named_are_given():
    assert part('<C:comp name="VEVENT"/>') == ["BEGIN:VEVENT", "END:VEVENT"]


@pytest.mark.rfc("4791", "9.6.4")
def test_only_the_properties_that_are_named_are_given_each_time_they_stand():
    assert part('<C:prop name="version"/><C:comp name="VEVENT"><C:prop name="CATEGORIES"/></C:comp>') == [
        "VERSION:2.0",
        "BEGIN:VEVENT",
        "CATEGORIES:A",
        "CATEGORIES:B",
        "END:VEVENT",
    ]


@pytest.mark.rfc("4791", "9.6.4")
def test_a_property_may_be_asked_for_without_its_value():
    wanted = '<C:prop name="SUMMARY" novalue="yes"/><C:prop name="UID" novalue="no"/>'
    assert part(f'<C:comp name="VEVENT">{wanted}</C:comp>') == [
        "BEGIN:VEVENT",
        "UID:1",
        "SUMMARY;LANGUAGE=en:",
        "END:VEVENT",
    ]


@pytest.mark.rfc("4791", "9.6.2")
def test_all_components_come_whole():
    assert "TRIGGER:-PT5M" in part("<C:allcomp/>")
    assert "VERSION:2.0" not in part("<C:allcomp/>")


@pytest.mark.rfc("4791", "9.6.1")
def test_components_nest():
    assert part('<C:comp name="VEVENT"><C:comp name="VALARM"><C:allprop/></C:comp></C:comp>') == [
        "BEGIN:VEVENT",
        "BEGIN:VALARM",
        "TRIGGER:-PT5M",
        "END:VALARM",
        "END:VEVENT",
    ]


def test_what_the_calendar_does_not_have_is_not_given():
    assert part('<C:prop name="METHOD"/><C:comp name="VTODO"><C:allprop/></C:comp>') == []


@pytest.mark.parametrize("inside", ["<C:prop/>", '<C:comp name=""/>'])
@pytest.mark.rfc("4791", "9.6.1")
def test_a_part_outside_of_the_grammar_is_refused(inside):
    with pytest.raises(InvalidFilter):
        part(inside)


@pytest.mark.rfc("4918", "17")
@pytest.mark.parametrize("inside", ["<foreign/>", "<C:later/>"])
def test_a_part_that_is_not_known_is_as_if_it_were_not_there(inside):
    assert part(f'{inside}<C:prop name="METHOD"/>') == part('<C:prop name="METHOD"/>')


def test_components_nested_without_end_are_refused():
    with pytest.raises(InvalidFilter):
        part('<C:comp name="VEVENT">' * 900 + "</C:comp>" * 900)
