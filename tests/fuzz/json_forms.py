"""JSCalendar and JSContact: text told in JSON, JSON written as text, and stored text edited by JSON."""

from __future__ import annotations

import contextlib
import json

from a3dav.testing.strategies import calendars, cards, json_objects
from a3dav_content import jscalendar, jscontact, lines
from a3dav_content.errors import ContentError, InvalidJson
from a3dav_content.jscalendar.groups import read_calendar
from a3dav_content.jscontact.cards import read_card
from a3dav_content.lines import Limits

from .target import Target

LIMITS = Limits(depth=8, components=200, properties=2_000, line_length=20_000)
refused = contextlib.suppress(ContentError)


def check_jscalendar(data: bytes) -> None:
    """The unchanged object changes nothing, a new title changes the title; and what is written says the same again."""
    found = _told(jscalendar.to_jscalendar, data)
    if found is not None:
        assert jscalendar.edit_calendar(data, found, LIMITS) == data
        if found["@type"] != "Group":
            edited = jscalendar.edit_calendar(data, {**found, "title": "New"}, LIMITS)
            assert jscalendar.to_jscalendar(edited)["title"] == "New"
    value = _object(data)
    if value is not None:
        with refused:
            _settles(jscalendar.from_jscalendar, jscalendar.to_jscalendar, value)
            body = jscalendar.from_jscalendar(value)
            jscalendar.edit_calendar(body, value)
            jscalendar.patch_calendar(body, value, merge=True)


def check_jscontact(data: bytes) -> None:
    """The same of cards, in whatever version they are stored."""
    found = _told(jscontact.to_jscontact, data)
    if found is not None:
        assert jscontact.edit_card(data, found, LIMITS) == data
        edited = jscontact.edit_card(data, {**found, "keywords": {"New": True}}, LIMITS)
        assert jscontact.to_jscontact(edited)["keywords"] == {"New": True}
    value = _object(data)
    if value is not None:
        with refused:
            _settles(jscontact.from_jscontact, jscontact.to_jscontact, value)
            body = jscontact.from_jscontact(value)
            jscontact.edit_card(body, value)
            jscontact.patch_card(body, value, merge=True)


def _told(read, data):
    try:
        return read(data, LIMITS)
    except InvalidJson:
        raise
    except ContentError:
        return None


def _settles(write, read, value) -> None:
    body = write(value)
    lines.parse(body)
    once = read(body)
    assert read(write(once)) == once


def _object(data):
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


TARGETS = (
    Target(
        "jscalendar", check_jscalendar, calendars.calendars | json_objects.calendar_objects,
        (read_calendar, jscalendar.to_jscalendar, jscalendar.from_jscalendar, jscalendar.edit_calendar,
            jscalendar.patch_calendar),
        ("RECURRENCE-ID:", "JSPROP;JSPTR=", ";JSID=a", '"recurrenceOverrides":{', '"iCalendar":{', '"@type":"Task"'),
    ),
    Target(
        "jscontact", check_jscontact, cards.cards | json_objects.contact_cards,
        (read_card, jscontact.to_jscontact, jscontact.from_jscontact, jscontact.edit_card, jscontact.patch_card),
        (";ALTID=1;LANGUAGE=fr", "PROP-ID=", "X-ABLabel:", 'JSCOMPS=";1;0"', '"vCardParams":{', '"localizations":{'),
    ),
)  # fmt: skip
