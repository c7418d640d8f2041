"""jCal: what `a3dav_content` reads and writes of it."""

from __future__ import annotations

import contextlib

from a3dav.testing.strategies import calendars
from a3dav_content import jcal, jcal_reading, lines
from a3dav_content.errors import ContentError
from a3dav_content.lines import Limits

from .target import Target

LIMITS = Limits(depth=8, components=200, properties=2_000, line_length=20_000)
refused = contextlib.suppress(ContentError)


def check_jcal(data: bytes) -> None:
    """What is read as jCal is content lines that say the same; and once through jCal, content lines stay the same."""
    with refused:
        for component in jcal_reading.parse(data, LIMITS):
            (again,) = lines.parse(lines.serialise(component))
            assert jcal.to_jcal(again) == jcal.to_jcal(component)
    with refused:
        for component in lines.parse(data, LIMITS):
            (again,) = jcal_reading.parse(jcal.serialise(component), LIMITS)
            (twice,) = jcal_reading.parse(jcal.serialise(again), LIMITS)
            assert jcal.to_jcal(again) == jcal.to_jcal(twice)


def _in_jcal(body: bytes) -> bytes:
    try:
        return jcal.converted(body)
    except ContentError:
        return body


TARGETS = (
    Target(
        "jcal", check_jcal, calendars.calendars | calendars.calendars.map(_in_jcal), (jcal_reading.parse, jcal.converted),
        ('"date-time"', '"unknown"', '"recur"', '"period"', '{"freq":', '["', '"]', "{}", '",', "-", "T00:00:00Z", "BEGIN", "\\n"),
    ),
)  # fmt: skip
