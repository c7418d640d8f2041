"""iCalendar and vCard: what `a3dav_content` reads."""

from __future__ import annotations

import contextlib
import json
from itertools import islice, pairwise

from hypothesis import strategies as st
from lxml import etree

from a3dav.testing.strategies import calendars, cards, filters
from a3dav.testing.strategies import jcal as jcal_strategies
from a3dav.testing.strategies.lines import texts, written
from a3dav_content import (
    calendar_files,
    calendar_objects,
    card_data,
    card_filters,
    collation,
    filter_reading,
    jcal,
    jcal_reading,
    jcal_values,
    jcard_types,
    lines,
    partial_components,
    text_match,
)
from a3dav_content import cards as card_objects
from a3dav_content.budget import Budget
from a3dav_content.calendar_head import CalendarHead
from a3dav_content.calendar_index import CalendarIndex, index
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.card_forms import FORMS, in_form
from a3dav_content.card_media import split_data
from a3dav_content.card_versions import convert, version_of
from a3dav_content.cards import Card
from a3dav_content.dates import (
    EARLIEST,
    LATEST,
    Duration,
    format_local,
    parse_duration,
    parse_moment,
    parse_offset,
    parse_utc,
    utc_of,
)
from a3dav_content.decoding import decode
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.expansion import expand
from a3dav_content.free_busy import busy_periods, render
from a3dav_content.jcard import from_jcard, to_jcard
from a3dav_content.limiting import limit_freebusy_set, limit_recurrence_set
from a3dav_content.lines import Component, Limits
from a3dav_content.occurrences import Instances
from a3dav_content.recurrence import Rule
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import UTC, named_zone, zone_of_calendar
from a3dav_content.zone_catalogue import matching, zone_entries
from a3dav_content.zone_references import add_missing, omit_known, with_missing, without_known

from .target import PART, Target, parts

LIMITS = Limits(depth=8, components=200, properties=2_000, line_length=20_000)
STEPS = 2_000
NOW = 1_717_243_200
DAY = 86_400
SPANS = (
    TimeRange(NOW, NOW + DAY),
    TimeRange(NOW - 40 * DAY, NOW + 40 * DAY),
    TimeRange(start=NOW),
    TimeRange(end=NOW),
    TimeRange(),
)
ZONES = (UTC, named_zone("America/St_Johns"))
refused = contextlib.suppress(ContentError)


def check_lines(data: bytes) -> None:
    """What was read means the same when it is written again."""
    try:
        found = lines.parse(data, LIMITS)
    except ContentError:
        return
    again = lines.parse(b"".join(lines.serialise(component) for component in found))
    assert [_content(component) for component in again] == [_content(component) for component in found]
    for component in found:
        for entry in component.properties:
            assert lines.unescape_text(lines.escape_text(entry.text)) == entry.text.replace("\r\n", "\n")
            assert ";".join(lines.split_unescaped(entry.value, ";")) == entry.value


def _content(component: Component) -> object:
    properties = [(entry.group, entry.name, entry.params, entry.value) for entry in component.properties]
    return component.name, properties, [_content(child) for child in component.components]


def check_calendar(data: bytes) -> None:
    decode(data)
    with refused:
        for _, piece in calendar_files.split(data, LIMITS):
            lines.parse(piece)
    with refused:
        found = CalendarObject.parse(data, LIMITS)
        _reckon(found)
        lines.parse(b"".join(calendar_objects.join([data], CalendarHead.of(found.calendar))))


def _reckon(found: CalendarObject) -> None:
    """Whatever the object holds can be asked for every range, or is refused; what comes of it can be read."""
    entry = index(found, NOW)
    assert entry.first <= entry.last or not entry.rows
    for span in SPANS:
        for zone in ZONES:
            for shape in (expand, limit_recurrence_set, limit_freebusy_set):
                with refused:
                    _read_again(shape(Instances(found, zone, Budget(STEPS)), span))
            with refused:
                busy = busy_periods([found], span, zone, Budget(STEPS))
                assert all(span.start <= begin < end <= span.end for begin, end, _ in busy)
                lines.parse(render(busy, span, NOW, "1"))


def _read_again(component: Component) -> None:
    written_again = lines.parse(lines.serialise(component))
    assert [_content(entry) for entry in written_again] == [_content(component)]


def check_calendar_filter(data: bytes) -> None:
    """What a filter finds is among the candidates of the index."""
    query, body = parts(data, 2)
    with refused, contextlib.suppress(etree.XMLSyntaxError):
        wanted = filter_reading.parse(etree.fromstring(query))
        span, kind = wanted.range(), wanted.component()
        found = CalendarObject.parse(body, LIMITS)
        entry = index(found, NOW)
        for zone in ZONES:
            with contextlib.suppress(LimitExceeded):
                if wanted.matches(found, zone, Budget(STEPS)):
                    assert kind in {None, entry.component}
                    assert span is None or _is_candidate(entry, span), (span, entry)


def _is_candidate(entry: CalendarIndex, span: TimeRange) -> bool:
    """As the statement of the calendar plugin has it."""
    if entry.last < span.start or entry.first > span.end:
        return False
    if not entry.recurs or entry.always or span.start < entry.covered_from or span.end > entry.covered_until:
        return True
    return any(end >= span.start and begin <= span.end for begin, end in entry.rows)


def check_calendar_parts(data: bytes) -> None:
    wanted, body = parts(data, 2)
    with refused, contextlib.suppress(etree.XMLSyntaxError):
        part = partial_components.parse_comp(etree.fromstring(wanted))
        for component in lines.parse(body, LIMITS):
            _read_again(partial_components.project(component, part))


def check_card(data: bytes) -> None:
    decode(data)
    with refused:
        for piece in card_objects.split(data):
            assert piece in data
    with refused:
        card = Card.parse(data, LIMITS)
        assert card.version in card_objects.VERSIONS
        assert card.uid is None or card.uid
        assert card.fn is not None
        other = {"3.0": "4.0", "4.0": "3.0"}[card.version]
        there = convert(data, other, LIMITS)
        assert Card.parse(there).version == other
        assert Card.parse(convert(there, card.version)).version == card.version
        assert Card.parse(from_jcard(to_jcard(data))).fn == card.fn


def check_card_filter(data: bytes) -> None:
    query, body = parts(data, 2)
    with refused, contextlib.suppress(etree.XMLSyntaxError):
        wanted = card_filters.parse(etree.fromstring(query))
        assert wanted.matches(Card.parse(body, LIMITS)) in {True, False}


def check_card_parts(data: bytes) -> None:
    """A part of a card has a version, by which the rest can be read."""
    wanted, body = parts(data, 2)
    with refused, contextlib.suppress(etree.XMLSyntaxError):
        part = card_data.parse_wanted(etree.fromstring(wanted))
        card = Card.parse(body, LIMITS)
        (component,) = lines.parse(card_data.project(body, part))
        assert part.properties.get("VERSION") or (component.value("VERSION") or "").strip() == card.version


def check_rule(data: bytes) -> None:
    """A walk rises, ends within its budget, and is the same from wherever it starts."""
    text, start_text, since_text = (part.decode(errors="replace") for part in parts(data, 3))
    with refused:
        rule = Rule.parse(text)
        start = parse_moment(start_text or "20240229T101112").local
        since = parse_moment(since_text or "20300101T000000").local
        if rule.until_utc:
            rule = rule.localised(rule.until)
        some = _some(rule, start, None)
        assert all(first < second for first, second in pairwise(some)), some
        later = [moment for moment in _some(rule, start, since) if moment >= since]
        reached = [moment for moment in some if moment >= since]
        if some and later and some[-1] >= since:
            assert later[: len(reached)] == reached[: len(later)], (reached[:3], later[:3])


def _some(rule: Rule, start, since):
    found = []
    with contextlib.suppress(LimitExceeded):
        for moment in islice(rule.starts(start, Budget(STEPS), since=since), 200):
            found.append(moment)  # noqa: PERF402 - those before the budget ends count
    return found


def check_zone(data: bytes) -> None:
    """A zone has a local time for every instant, a day away at most, and an instant for every local time."""
    body, *moments = data.split(PART)
    with refused:
        for calendar in lines.parse(body, LIMITS):
            zone = zone_of_calendar(calendar)
            if zone is None:
                continue
            for instant in (EARLIEST, NOW, NOW + 182 * DAY, LATEST):
                with contextlib.suppress(LimitExceeded):
                    local = zone.local(instant)
                    assert abs((local - utc_of(instant)).total_seconds()) <= DAY
                    zone.instant(local)
            for moment in moments:
                zone.instant(parse_moment(moment.decode(errors="replace")).local)


def check_value(data: bytes) -> None:
    text = data.decode(errors="replace")
    named_zone(text)
    with refused:
        moment = parse_moment(text)
        assert parse_moment(format_local(moment.local)).local == moment.local
    with refused:
        assert isinstance(parse_duration(text), Duration)
    with refused:
        assert abs(parse_offset(text)) < DAY


def check_zone_pattern(data: bytes) -> None:
    """A pattern finds what it spells, whatever stands around it."""
    text = data.decode(errors="replace")
    with contextlib.suppress(ValueError):
        found = matching(text)
        assert found or named_zone(text) is None or text not in {entry.tzid for entry in zone_entries()}
        assert len(matching(f"*{text.strip('*')}*")) >= len(found)


def check_collation(data: bytes) -> None:
    """A text matches itself in every way, and what it is put together from is in it."""
    first, second = (part.decode(errors="replace") for part in parts(data, 2))
    for name in collation.SUPPORTED:
        for way in ("equals", "contains", "starts-with", "ends-with"):
            assert collation.matches(name, way, first, first)
            collation.matches(name, way, first, second)
    assert collation.matches(collation.OCTET, "contains", first, second + first + second)


def check_jcal(data: bytes) -> None:
    """What is read as jCal is content lines that say the same; and once through jCal, content lines stay the same."""
    with refused:
        jcal.converted(data)
    with refused:
        lines.parse(jcal_reading.as_text(data, LIMITS))
        for component in jcal_reading.parse(data, LIMITS):
            (again,) = lines.parse(lines.serialise(component))
            assert jcal.to_jcal(again) == jcal.to_jcal(component)
    with refused:
        for component in lines.parse(data, LIMITS):
            (again,) = jcal_reading.parse(jcal.serialise(component), LIMITS)
            (twice,) = jcal_reading.parse(jcal.serialise(again), LIMITS)
            assert jcal.to_jcal(again) == jcal.to_jcal(twice)


def check_card_forms(data: bytes) -> None:
    """A card settles after a few conversions there and back, and comes back from JSON."""
    with refused:
        _of_its_version(from_jcard(data, LIMITS))
    with refused:
        card = Card.parse(data, LIMITS)
        other = {"3.0": "4.0", "4.0": "3.0"}[card.version]
        once = convert(convert(data, other, LIMITS), card.version)
        _of_its_version(once)
        twice = convert(convert(once, other), card.version)
        assert convert(convert(twice, other), card.version) == twice
        told = to_jcard(data)
        assert json.loads(to_jcard(from_jcard(told))) == json.loads(told)
        for form in FORMS:
            in_form(data, form, card_data.WHOLE)


def _of_its_version(body: bytes) -> None:
    assert Card.parse(body).version == version_of(body)


def check_zone_references(data: bytes) -> None:
    """An object stays what it is without descriptions of zones and with them; text tells as many as a tree, or more."""
    with refused:
        calendar = CalendarObject.parse(data, LIMITS).calendar
        for of_text, of_tree in ((add_missing, with_missing), (omit_known, without_known)):
            found, other = CalendarObject.parse(of_text(data)), CalendarObject.of(of_tree(calendar))
            assert found.timezones.keys() >= other.timezones.keys()
            assert (found.uid, found.component) == (other.uid, other.component)


def _joined(*inputs: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    return st.tuples(*inputs).map(PART.join)


def _encoded(inputs: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    return inputs.map(lambda text: text.encode("utf-8", "replace"))


_VALUES = st.one_of(calendars.moments, calendars.durations, calendars.offsets, calendars.zone_names, texts)
_PATTERNS = st.builds(
    "{}{}{}".format, st.sampled_from(["", "*", "\\*"]), calendars.zone_names | texts, st.sampled_from(["", "*"])
)
_NAMES = (
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "RRULE:FREQ=DAILY", "RECURRENCE-ID:", ";RANGE=THISANDFUTURE",
    ";TZID=Ours",
    ";VALUE=DATE", ";VALUE=PERIOD", "RDATE:", "EXDATE:", "DURATION:", "TRIGGER:", "REPEAT:", "FREEBUSY:", "UID:1",
    "PT1H", "-P1D",
    "00010101", "99991231", "T000000Z", "BYSETPOS=", "BYDAY=", "INTERVAL=", "COUNT=", "UNTIL=", "FREQ=SECONDLY",
)  # fmt: skip
TARGETS = (
    Target(
        "lines", check_lines, calendars.calendars | cards.cards | written(st.lists(texts, max_size=6)),
        (lines.parse, lines.unescape_text, lines.split_unescaped), _NAMES,
    ),
    Target(
        "calendar", check_calendar, calendars.calendars,
        (CalendarObject.parse, calendar_objects.read, calendar_files.split, calendar_objects.join, index, decode), _NAMES,
    ),
    Target(
        "jcal", check_jcal, jcal_strategies.calendars | calendars.calendars,
        (jcal_reading.parse, jcal_reading.as_text, jcal.converted, jcal_values.from_json),
        ('["vevent",', '["dtstart",{},"date-time",', '"unknown"', '{"tzid":"Ours"}'),
    ),
    Target(
        "card-forms", check_card_forms, cards.cards | cards.cards | jcal_strategies.cards,
        (to_jcard, from_jcard, convert, version_of, in_form, split_data, jcard_types.from_json),
        ("VERSION:3.0", "VERSION:4.0", "TYPE=pref", "PREF=1", "ENCODING=b", "data:image/png;base64,", "X-A3DAV-NAME=",
            '["tel",{},'),
    ),
    Target(
        "zone-references", check_zone_references, calendars.calendars, (add_missing, omit_known),
        (*_NAMES, "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:Europe/Berlin", ";TZID=Europe/Berlin:20240601T120000"),
    ),
    Target(
        "calendar-filter", check_calendar_filter, _joined(filters.calendar_filters, calendars.calendars),
        (filter_reading.parse, filter_reading.parse_time_range, parse_utc), _NAMES,
    ),
    Target(
        "calendar-parts", check_calendar_parts, _joined(filters.calendar_parts, calendars.calendars),
        (partial_components.parse_comp,),
    ),
    Target("card", check_card, cards.cards | cards.files_of_cards, (Card.parse, card_objects.split)),
    Target("card-filter", check_card_filter, _joined(filters.card_filters, cards.cards), (card_filters.parse,
        text_match.parse_text_match, text_match.parse_param_filter, collation.resolve, lines.decode_param)),
    Target("card-parts", check_card_parts, _joined(filters.card_parts, cards.cards), (card_data.parse_wanted,
        card_data.project)),
    Target(
        "rule", check_rule, _joined(*map(_encoded, (calendars.rules, calendars.moments, calendars.moments))),
        (Rule.parse,), _NAMES
    ),
    Target(
        "zone", check_zone, _joined(calendars.time_zone_calendars, _encoded(calendars.moments)), (zone_of_calendar,),
        _NAMES
    ),
    Target("value", check_value, _encoded(_VALUES), (parse_moment, parse_duration, parse_offset, named_zone)),
    Target("zone-pattern", check_zone_pattern, _encoded(_PATTERNS), (matching,), ("*", "\\*", "\\\\", "Europe/",
        "berlin")),
    Target("collation", check_collation, _joined(_encoded(texts), _encoded(texts)), (collation.matches,)),
)  # fmt: skip
