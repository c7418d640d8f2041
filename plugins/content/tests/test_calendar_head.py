"""What a whole calendar says of itself."""

import pytest

from a3dav_content.calendar_head import CalendarHead
from a3dav_content.calendar_objects import join
from a3dav_content.colours import hex_of, name_of
from a3dav_content.lines import parse

FULL = CalendarHead("Team, and more", "What we\ndo; and when", "#FF2968FF", "Europe/Berlin")


def head(*lines):
    (calendar,) = parse("\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode())
    return CalendarHead.of(calendar)


@pytest.mark.rfc("7986", "5.1", "5.2", "5.9")
def test_what_is_said_comes_back():
    (calendar,) = parse(b"".join(join([], FULL)))
    assert CalendarHead.of(calendar) == FULL


@pytest.mark.rfc("7986", "5.1", "5.2", "5.9")
def test_everything_is_said_for_new_programs_and_for_old_ones():
    lines = b"".join(join([], FULL)).decode().split("\r\n")
    assert lines[3:-2] == [
        r"NAME:Team\, and more", r"X-WR-CALNAME:Team\, and more",
        r"DESCRIPTION:What we\ndo\; and when", r"X-WR-CALDESC:What we\ndo\; and when",
        "COLOR:deeppink", "X-APPLE-CALENDAR-COLOR:#FF2968FF", "X-WR-TIMEZONE:Europe/Berlin",
    ]  # fmt: skip


def test_a_calendar_that_says_nothing_has_nothing_in_its_head():
    assert b"".join(join([])).count(b"\r\n") == 4
    assert head() == CalendarHead()


@pytest.mark.rfc("7986", "5.1", "5.9")
@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["X-WR-CALNAME:Old", "NAME;LANGUAGE=en:New"], CalendarHead("New")),
        (["X-WR-CALNAME:Old"], CalendarHead("Old")),
        (["NAME: ", "X-WR-CALNAME:Old"], CalendarHead("Old")),
        (["COLOR:Tomato"], CalendarHead(colour="#FF6347")),
        (["COLOR:tomato", "X-APPLE-CALENDAR-COLOR:#aabbcc"], CalendarHead(colour="#AABBCC")),
        (["COLOR:lightGREY", "X-APPLE-CALENDAR-COLOR:red"], CalendarHead(colour="#D3D3D3")),
        (["COLOR:#aabbcc"], CalendarHead()),
    ],
)
def test_a_head_is_read(lines, said):
    assert head(*lines) == said


@pytest.mark.parametrize(
    ("colour", "name"), [("#FF0000", "red"), ("#fe0101ff", "red"), ("#00ffff", "aqua"), ("#123456", "midnightblue")]
)
def test_every_colour_has_a_name_that_is_near(colour, name):
    assert name_of(colour) == name


@pytest.mark.parametrize(
    ("name", "colour"), [("cyan", "#00FFFF"), ("Magenta", "#FF00FF"), ("slategrey", "#708090"), ("", "")]
)
def test_names_have_their_colours(name, colour):
    assert hex_of(name) == colour
