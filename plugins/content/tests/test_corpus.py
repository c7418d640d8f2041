"""Real files: in the folder that A3DAV_TEST_CORPUS names, else those that installed packages bring along."""

import importlib.util
import os
from pathlib import Path

import pytest

from a3dav_content import calendar_files, cards, jcal, jcal_reading
from a3dav_content.calendar_index import index
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.cards import Card
from a3dav_content.errors import ContentError
from a3dav_content.expansion import expand
from a3dav_content.lines import parse, serialise
from a3dav_content.occurrences import Instances
from a3dav_content.time_range import FOREVER, TimeRange
from a3dav_content.timezones import named_zone

PACKAGES = ("icalendar", "vobject", "recurring_ical_events")
YEAR = TimeRange(1_704_067_200, 1_735_689_600)
"""The year 2024."""


def folders():
    if os.environ.get("A3DAV_TEST_CORPUS"):
        return [Path(os.environ["A3DAV_TEST_CORPUS"])]
    found = [importlib.util.find_spec(name) for name in PACKAGES]
    return [Path(entry.origin).parent for entry in found if entry is not None and entry.origin]


def bodies(suffix):
    return [
        pytest.param(path.read_bytes(), id=f"{path.parent.name}/{path.name}")
        for folder in folders()
        for path in sorted(folder.rglob(f"*{suffix}"))
    ] or [pytest.param(b"", marks=pytest.mark.skip(reason=f"no {suffix} files; A3DAV_TEST_CORPUS names a folder"))]


def attempted(action):
    """What an action gives, or nothing where it is refused; a refusal says what is wrong."""
    try:
        return action()
    except ContentError as error:
        assert len(str(error)) > 10, "a refusal without a reason"  # noqa: PT017 - any other outcome is fine as well
        return None


def objects(body):
    pieces = attempted(lambda: list(calendar_files.split(body))) or []
    read = [attempted(lambda piece=piece: CalendarObject.parse(piece)) for _, piece in pieces]
    return [found for found in (attempted(lambda: CalendarObject.parse(body)), *read) if found is not None]


@pytest.mark.parametrize("body", bodies(".ics"))
def test_a_calendar_file_is_read_and_reckoned_or_refused_with_a_reason(body):
    for found in objects(body)[:50]:
        assert index(found, YEAR.start).last <= FOREVER + 1
        instances = Instances(found, named_zone("Europe/Berlin"))
        attempted(lambda instances=instances: instances.between(YEAR.start, YEAR.end))
        attempted(lambda instances=instances: expand(instances, YEAR))


@pytest.mark.parametrize("body", bodies(".ics"))
def test_a_calendar_file_means_the_same_when_it_is_written_again(body):
    whole = attempted(lambda: parse(body)) or []
    again = parse(b"".join(serialise(component) for component in whole))
    assert [_content(component) for component in again] == [_content(component) for component in whole]


@pytest.mark.rfc("7265", "3", "4")
@pytest.mark.parametrize("body", bodies(".ics"))
def test_a_calendar_file_means_the_same_when_it_comes_back_from_jcal(body):
    for component in attempted(lambda: parse(body)) or []:
        told = jcal.to_jcal(component)
        assert [jcal.to_jcal(found) for found in jcal_reading.parse(jcal.dumps(told))] == [told]


def _content(component):
    properties = [(entry.group, entry.name, entry.params, entry.value) for entry in component.properties]
    return component.name, properties, [_content(child) for child in component.components]


@pytest.mark.parametrize("body", bodies(".vcf"))
def test_a_file_of_cards_is_read_or_refused_with_a_reason(body):
    for piece in attempted(lambda: list(cards.split(body))) or []:
        card = attempted(lambda piece=piece: Card.parse(piece))
        assert card is None or card.version in cards.VERSIONS
