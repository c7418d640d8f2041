"""Events and tasks (RFC 8984 §2.1, §2.2) from and to VEVENT and VTODO, one component at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from a3dav_content.dates import moment_of
from a3dav_content.errors import ContentError
from a3dav_content.jscalendar.alerts import read_alerts, write_alerts
from a3dav_content.jscalendar.clocks import Clocks, utc_in, utc_text
from a3dav_content.jscalendar.lists import (
    language_of,
    param,
    read_conferences,
    read_links,
    read_relations,
    read_sets,
    said,
    write_conferences,
    write_links,
    write_relations,
    write_sets,
)
from a3dav_content.jscalendar.passthrough import Draft, Source
from a3dav_content.jscalendar.people import read_people, write_people
from a3dav_content.jscalendar.places import read_places, write_places
from a3dav_content.jscalendar.rules import end_of, rule_of, value_of
from a3dav_content.jscalendar.spans import Form, read_span, write_span
from a3dav_content.lines import Component, Property

Json = dict[str, Any]
TYPES = {"VEVENT": "Event", "VTODO": "Task"}
COMPONENTS = {kind: name for name, kind in TYPES.items()}
_WORDS: dict[str, tuple[str, dict[str, str]]] = {
    "CLASS": ("privacy", {"PUBLIC": "public", "PRIVATE": "private", "CONFIDENTIAL": "secret"}),
    "TRANSP": ("freeBusyStatus", {"OPAQUE": "busy", "TRANSPARENT": "free"}),
}
_EVENT_STATUS = ("status", {"CONFIRMED": "confirmed", "TENTATIVE": "tentative", "CANCELLED": "cancelled"})
_TASK_STATUS = (
    "progress",
    {
        "NEEDS-ACTION": "needs-action", "IN-PROCESS": "in-process", "COMPLETED": "completed", "FAILED": "failed",
        "CANCELLED": "cancelled",
    },
)  # fmt: skip
_STAMPS = {"CREATED": "created", "DTSTAMP": "updated"}
_NUMBERS = {"PRIORITY": ("priority", 9), "SEQUENCE": ("sequence", 2**31 - 1)}
_RULES = {"RRULE": "recurrenceRules", "EXRULE": "excludedRecurrenceRules"}


def _words(kind: str) -> dict[str, tuple[str, dict[str, str]]]:
    return {**_WORDS, "STATUS": _TASK_STATUS if kind == "VTODO" else _EVENT_STATUS}


def read_entry(component: Component, clocks: Clocks) -> tuple[Json, Source]:
    """What one component says, without what was left of it: the caller closes the source."""
    source = Source(component)
    found: Json = {"@type": TYPES[component.name]}
    _read_texts(source, found)
    read_span(source, found, clocks)
    _read_rules(source, found, clocks)
    for name, (member, words) in _words(component.name).items():
        _read(source, name, found, member, partial(_word, words))
    for name, member in _STAMPS.items():
        _read(source, name, found, member, _stamp)
    numbers = dict(_NUMBERS)
    if component.name == "VTODO":
        numbers["PERCENT-COMPLETE"] = ("percentComplete", 100)
        if found.get("progress") == "completed":
            _read(source, "COMPLETED", found, "progressUpdated", _stamp)
    for name, (member, most) in numbers.items():
        _read(source, name, found, member, partial(_number, most))
    for read in (read_sets, read_relations, read_links, read_conferences, read_people, read_places, read_alerts):
        _keeping(read, source, found)
    return found, source


def _keeping(read: Callable[[Source, Json], None], source: Source, found: Json) -> None:
    """Reads into what may have that member already, as a location that tells a time zone is."""
    own: Json = {}
    read(source, own)
    for name, value in own.items():
        found[name] = {**value, **found[name]} if isinstance(found.get(name), dict) else value


def _read(
    source: Source, name: str, found: Json, member: str, convert: Callable[[Property], Any], known: tuple[str, ...] = ()
) -> Property | None:
    entry = source.first(name)
    value = None if entry is None else convert(entry)
    if entry is None or value is None:
        return None
    found[member] = value
    source.keep(member, entry, known)
    source.take(entry, member)
    return entry


def _read_texts(source: Source, found: Json) -> None:
    _read(source, "UID", found, "uid", lambda entry: entry.text.strip() or None)
    title = _read(source, "SUMMARY", found, "title", lambda entry: entry.text, ("LANGUAGE",))
    if title is not None and (language := language_of(title)):
        found["locale"] = language
    styled = source.first("STYLED-DESCRIPTION")
    if styled is not None and _is_text(styled):
        found["description"] = styled.text
        media = said(styled, "FMTTYPE") or "text/html"
        found["descriptionContentType"] = media
        source.keep("description", styled, ("FMTTYPE",), named=True)
        source.take(styled, "description")
    elif (plain := source.first("DESCRIPTION")) is not None and (plain.param("DERIVED") or "").upper() != "TRUE":
        _read(source, "DESCRIPTION", found, "description", lambda entry: entry.text)
    _read(source, "COLOR", found, "color", lambda entry: entry.value.strip() or None)


def _is_text(entry: Property) -> bool:
    media = (said(entry, "FMTTYPE") or "text/").lower()
    derived = (entry.param("DERIVED") or "").upper() == "TRUE"
    return (entry.param("VALUE") or "TEXT").upper() == "TEXT" and media.startswith("text/") and not derived


def _stamp(entry: Property) -> str | None:
    try:
        return utc_text(moment_of(entry))
    except ContentError:
        return None


def _word(words: Mapping[str, str], entry: Property) -> str | None:
    return words.get(entry.value.strip().upper())


def _number(most: int, entry: Property) -> int | None:
    text = entry.value.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 11 and int(text) <= most else None


def _read_rules(source: Source, found: Json, clocks: Clocks) -> None:
    zone, is_date = found.get("timeZone"), _is_whole_day(source)
    for name, member in _RULES.items():
        rules = []
        for entry in source.all(name):
            rule = rule_of(entry.value, lambda end: clocks.local(end_of(end, is_date=is_date), zone))
            if rule is not None and not entry.params:
                rules.append(rule)
                source.take(entry, member)
        if rules:
            found[member] = rules


def _is_whole_day(source: Source) -> bool:
    entry = source.component.first("DTSTART") or source.component.first("DUE")
    return entry is not None and "T" not in entry.value.upper()


def write_entry(value: Json, clocks: Clocks, place: str, recurrence: Property | None = None) -> tuple[Draft, Form]:
    """One component, which the caller closes; `recurrence` is the line that makes it an override."""
    name = COMPONENTS[value.get("@type", "Event")]
    draft = Draft(name, value, place)
    for gone in ("recurrenceOverrides", "timeZones", "prodId", "method"):
        draft.pop(gone)
    _write_stamps(draft, place)
    draft.add_text("uid", "UID", str(draft.pop("uid") or ""), draft.params_of("uid"))
    if recurrence is not None:
        draft.sketch.lines.append(("recurrenceId", recurrence))
    form = write_span(draft, clocks)
    for gone in ("recurrenceId", "recurrenceIdTimeZone"):
        draft.pop(gone)
    _write_texts(draft)
    _write_rules(draft, clocks, form)
    for line, (member, words) in _words(name).items():
        word = next((word for word, said_word in words.items() if said_word == draft.left.get(member)), None)
        if word is not None:
            draft.pop(member)
            draft.add(member, line, word, draft.params_of(member))
    _write_numbers(draft, name, place)
    write_sets(draft)
    write_relations(draft)
    write_links(draft)
    write_conferences(draft)
    write_people(draft)
    write_places(draft, form.end_zone)
    write_alerts(draft)
    return draft, form


def _write_stamps(draft: Draft, place: str) -> None:
    for line, member in _STAMPS.items():
        stamp = draft.pop(member)
        if stamp is not None:
            draft.add(member, line, utc_in(stamp, f"{place}/{member}"), draft.params_of(member))


def _write_texts(draft: Draft) -> None:
    title, locale = draft.pop("title"), None
    if title is not None:
        locale = draft.pop("locale")
        draft.add_text("title", "SUMMARY", title, (*param("LANGUAGE", locale), *draft.params_of("title")))
    description, media = draft.pop("description"), draft.pop("descriptionContentType")
    styled = media not in {None, "text/plain"} or draft.name_of("description") == "STYLED-DESCRIPTION"
    if description is not None and styled:
        params = (("VALUE", ("TEXT",)), *param("FMTTYPE", media), *draft.params_of("description"))
        draft.add_text("description", "STYLED-DESCRIPTION", description, params)
    elif description is not None:
        draft.add_text("description", "DESCRIPTION", description, draft.params_of("description"))
    if (colour := draft.pop("color")) is not None:
        draft.add("color", "COLOR", colour, draft.params_of("color"))


def _write_numbers(draft: Draft, name: str, place: str) -> None:
    numbers = {line: member for line, (member, _) in _NUMBERS.items()}
    if name == "VTODO":
        numbers["PERCENT-COMPLETE"] = "percentComplete"
    for line, member in numbers.items():
        number = draft.pop(member)
        if number is not None:
            draft.add(member, line, str(number), draft.params_of(member))
    is_done = any(tag == "progress" and entry.value == "COMPLETED" for tag, entry in draft.sketch.lines)
    if name == "VTODO" and is_done and (when := draft.pop("progressUpdated")):
        params = draft.params_of("progressUpdated")
        draft.add("progressUpdated", "COMPLETED", utc_in(when, f"{place}/progressUpdated"), params)


def _write_rules(draft: Draft, clocks: Clocks, form: Form) -> None:
    for name, member in _RULES.items():
        for index, rule in enumerate(draft.pop(member) or ()):
            value = value_of(rule, lambda end: form.until(end, clocks), f"{draft.place}/{member}/{index}")
            draft.add(member, name, value)
