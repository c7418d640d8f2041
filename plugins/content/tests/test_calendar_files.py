import pytest

from a3dav_content.calendar_files import same, split
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError, InvalidCalendarData, LimitExceeded
from a3dav_content.lines import Limits

GOOD = "BEGIN:VEVENT\nUID:good\nSUMMARY:a\nEND:VEVENT\n"
BAD = "BEGIN:VEVENT\nUID:bad\nthis is no property\nEND:VEVENT\n"


def calendar(*parts):
    return ("BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(parts) + "END:VCALENDAR\n").encode()


def test_an_event_that_cannot_be_read_stands_alone_and_costs_the_others_nothing():
    (_, bad), (name, good) = split(calendar(BAD, GOOD))
    assert b"this is no property" in bad
    assert (name, b"SUMMARY:a" in good) == ("good", True)


def test_properties_of_the_calendar_that_cannot_be_read_cost_nothing():
    ((name, body),) = split(calendar("X-WR-CALDESC:one\ntwo lines\n", GOOD))
    assert (name, body.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")) == ("good", True)


def test_line_ends_and_case_are_no_matter():
    body = calendar(GOOD).replace(b"BEGIN:VEVENT", b"begin:vevent ").replace(b"\n", b"\r")
    assert [uid for uid, _ in split(body)] == ["good"]


def test_a_file_may_mix_its_line_ends():
    body = calendar(GOOD, GOOD.replace("UID:good", "UID:other")).replace(b"END:VEVENT\n", b"END:VEVENT\r")
    assert [uid for uid, _ in split(body)] == ["good", "other"]


def test_a_component_that_begins_with_parameters_is_left_to_validation():
    body = calendar("BEGIN:VEVENT\nEND;X=1:VEVENT\nBEGIN;X=1:VEVENT\nUID:a\nEND:VEVENT\n")
    ((_, piece),) = split(body)
    with pytest.raises(ContentError):
        CalendarObject.parse(piece)


def test_a_continued_line_neither_begins_nor_ends_anything():
    body = calendar("BEGIN:VEVENT\nUID:a\nSUMMARY:\n BEGIN:VEVENT\n END:VEVENT\nEND:VEVENT\n")
    assert [uid for uid, _ in split(body)] == ["a"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"BEGIN:VCALENDAR\n", calendar("BEGIN:VEVENT\n"), calendar("END:VEVENT\n"), b"END:VCALENDAR\n",
        b"<html>\n" + calendar(GOOD), calendar(GOOD) + b"BEGIN:VCARD\nEND:VCARD\n", calendar(GOOD) + b"rest",
        b"BEGIN:VEVENT\nEND:VEVENT\n", b"UID:1\n",
    ],
)  # fmt: skip
def test_a_file_whose_components_do_not_pair_is_refused_whole(body):
    with pytest.raises(InvalidCalendarData):
        list(split(body))


@pytest.mark.parametrize("limits", [Limits(components=2), Limits(depth=1)])
def test_components_are_bounded_in_number_and_depth(limits):
    with pytest.raises(LimitExceeded):
        list(split(calendar(GOOD, GOOD), limits))


def test_two_objects_say_the_same_whoever_wrote_them_down():
    other = calendar("PRODID:-//other//EN\n", GOOD).replace(b"\n", b"\r\n")
    assert same(calendar(GOOD), other)
    assert not same(calendar(GOOD), calendar(GOOD.replace("SUMMARY:a", "SUMMARY:b")))
    assert same(calendar(GOOD), calendar("BEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE\n", GOOD))
    assert not same(calendar(GOOD), calendar(BAD))
