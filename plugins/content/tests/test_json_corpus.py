"""Real files told in JSON and left as they are by it, in the folder that A3DAV_TEST_CORPUS names."""

import os
from pathlib import Path

import pytest

from a3dav_content import calendar_files
from a3dav_content.cards import split
from a3dav_content.errors import ContentError, InvalidJson
from a3dav_content.jscalendar import edit_calendar, from_jscalendar, to_jscalendar
from a3dav_content.jscontact import edit_card, from_jscontact, to_jscontact

FOLDER = os.environ.get("A3DAV_TEST_CORPUS")
LARGEST = 200_000
MOST_PIECES = 20


def pieces(body, parts):
    try:
        return [body, *list(parts(body))[:MOST_PIECES]]
    except ContentError:
        return [body]


def told(suffix, parts, read):
    """The bodies that can be read, of which whole files and their parts are."""
    for file in sorted(Path(FOLDER).rglob(f"*{suffix}")) if FOLDER else []:
        for number, body in enumerate(pieces(file.read_bytes(), parts)):
            try:
                found = read(body) if len(body) < LARGEST else None
            except ContentError:
                continue
            if found is not None:
                yield pytest.param(body, id=f"{file.name}-{number}")


CALENDARS = [*told(".ics", lambda body: (piece for _, piece in calendar_files.split(body)), to_jscalendar)]
CARDS = [*told(".vcf", split, to_jscontact)]

pytestmark = pytest.mark.skipif(not CALENDARS, reason="A3DAV_TEST_CORPUS names no folder with calendars")


@pytest.mark.parametrize("body", CALENDARS)
def test_a_real_calendar_stays_as_it_is_stored(body):
    assert edit_calendar(body, to_jscalendar(body)) == body


@pytest.mark.parametrize("body", CARDS)
def test_a_real_card_stays_as_it_is_stored(body):
    assert edit_card(body, to_jscontact(body)) == body


def settled(value, write, read):
    """What is read of what is written, once and again; nothing where the real file is no valid object."""
    try:
        once = read(write(value))
    except InvalidJson:
        return None, None
    return once, read(write(once))


@pytest.mark.parametrize("body", CALENDARS)
def test_a_real_calendar_settles_after_one_round(body):
    once, twice = settled(to_jscalendar(body), from_jscalendar, to_jscalendar)
    assert once == twice


@pytest.mark.parametrize("body", CARDS)
def test_a_real_card_comes_back_from_json(body):
    value = {"uid": "1", **to_jscontact(body)}
    assert to_jscontact(from_jscontact(value)) == value
