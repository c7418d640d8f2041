"""When something is: start, duration, due and time zone (RFC 8984 §5.1, §5.2) from and to DTSTART, DTEND, DUE."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from a3dav_content.dates import (
    Clock,
    Duration,
    Moment,
    format_utc,
    moment_of,
    parse_duration,
    plus,
)
from a3dav_content.errors import ContentError
from a3dav_content.jscalendar.clocks import (
    UTC_NAME,
    Clocks,
    duration_in,
    duration_text,
    later,
    local_in,
    local_text,
    written,
)
from a3dav_content.jscalendar.passthrough import JSID, Draft, Source
from a3dav_content.json_ids import key_of
from a3dav_content.lines import Params, Property

Json = dict[str, Any]
END = "end"
"""The key of a location that only tells the time zone of the end."""
_OF_END = {"@type", "relativeTo", "timeZone"}
SHOW = "SHOW-WITHOUT-TIME"


@dataclass(slots=True)
class Form:
    """How the times of a component are written: as dates, in UTC, or by the clock of a zone."""

    zone: str | None
    is_date: bool
    is_utc: bool
    tzid: str | None
    end_zone: str | None = None

    def params(self) -> Params:
        if self.is_date:
            return (("VALUE", ("DATE",)),)
        return (("TZID", (self.tzid,)),) if self.tzid and not self.is_utc else ()

    def value(self, local: datetime) -> str:
        return written(local, is_date=self.is_date, is_utc=self.is_utc)

    def until(self, end: datetime, clocks: Clocks) -> str:
        """RFC 5545 §3.3.10: in UTC, unless the series begins with a date or floats."""
        if self.is_date or self.zone is None:
            return written(end, is_date=self.is_date)
        return format_utc(clocks.zone(self.zone).instant(end))


def read_span(source: Source, found: Json, clocks: Clocks) -> None:
    start, due = _moment(source, "DTSTART"), _moment(source, "DUE") if source.component.name == "VTODO" else None
    leading = start or due
    if leading is None:
        return
    entry, moment = leading
    zone = clocks.id_of_moment(moment)
    if zone is not None:
        found["timeZone"] = zone
    if moment.clock is Clock.DATE or _is_shown_without_time(source):
        found["showWithoutTime"] = True
    if start is not None:
        found["start"] = local_text(moment.local)
        _keep(source, "start", entry, zone)
    if due is not None:
        found["due"] = local_text(clocks.local(due[1], zone))
        _keep(source, "due", due[0], zone)
    if start is not None and source.component.name == "VEVENT":
        _read_end(source, found, clocks, start[1])
    elif start is not None and due is None:
        _read_length(source, found, clocks, start[1])
    if (estimated := source.first("ESTIMATED-DURATION")) is not None and (length := _length(estimated)) is not None:
        found["estimatedDuration"] = duration_text(length)
        source.take(estimated, "estimatedDuration")


def _moment(source: Source, name: str) -> tuple[Property, Moment] | None:
    entry = source.first(name)
    try:
        return None if entry is None else (entry, moment_of(entry))
    except ContentError:
        return None


def _keep(source: Source, path: str, entry: Property, zone: str | None) -> None:
    """The TZID is told by the zone, unless the zone has another name than the one it was given."""
    is_date = "T" not in entry.value.upper()
    is_named = zone is not None and (entry.param("TZID") or zone).strip() in {zone, zone[1:]}
    known = {"TZID"} if is_date or is_named else set()
    source.keep(path, entry, known)
    source.take(entry, path)


def _is_shown_without_time(source: Source) -> bool:
    entry = source.first(SHOW)
    if entry is None or entry.value.strip().upper() != "TRUE":
        return False
    source.take(entry, "showWithoutTime")
    return True


def _length(entry: Property) -> Duration | None:
    try:
        length = parse_duration(entry.value, entry.line)
    except ContentError:
        return None
    return length if length.total >= 0 else None


def _read_end(source: Source, found: Json, clocks: Clocks, start: Moment) -> None:
    end, length = _moment(source, "DTEND"), source.first("DURATION")
    zone = clocks.id_of_moment(start)
    if end is not None:
        entry, moment = end
        if (moment.clock is Clock.DATE) is not (start.clock is Clock.DATE):
            return
        found["duration"] = _between(clocks, start, moment)
        own = clocks.id_of_moment(moment)
        if own is not None and own != zone:
            key = key_of(entry.param(JSID) or END, END, ())
            found["locations"] = {key: {"@type": "Location", "relativeTo": "end", "timeZone": own}}
        known = {"TZID"} if own is not None and (entry.param("TZID") or own) in {own, own[1:]} else set()
        source.keep("duration", entry, known, named=True)
        source.take(entry, "duration")
    elif length is not None and (found_length := _length(length)) is not None:
        found["duration"] = duration_text(found_length)
        source.keep("duration", length)
        source.take(length, "duration")
    elif start.clock is Clock.DATE:
        found["duration"] = "P1D"  # RFC 5545 §3.6.1


def _between(clocks: Clocks, start: Moment, end: Moment) -> str:
    if start.clock is Clock.DATE:
        return duration_text(Duration(days=max(0, (end.local - start.local).days)))
    return duration_text(Duration(seconds=max(0, clocks.instant(end) - clocks.instant(start))))


def _read_length(source: Source, found: Json, clocks: Clocks, start: Moment) -> None:
    """A DURATION of a task says when it is due."""
    entry = source.first("DURATION")
    length = None if entry is None else _length(entry)
    if entry is not None and length is not None:
        zone = found.get("timeZone")
        due = clocks.zone(zone).local(later(start.local, length, clocks.zone(zone)))
        found["due"] = local_text(due)
        source.keep("due", entry, named=True)
        source.take(entry, "due")


def write_span(draft: Draft, clocks: Clocks) -> Form:
    form = _form(draft, clocks)
    start, due = draft.pop("start"), draft.pop("due") if draft.sketch.name == "VTODO" else None
    if start is not None:
        params = (*form.params(), *draft.params_of("start", {"TZID"}))
        draft.add("start", "DTSTART", form.value(local_in(start, f"{draft.place}/start")), params)
    if draft.sketch.name == "VEVENT":
        _write_end(draft, clocks, form, start)
    elif due is not None:
        _write_due(draft, clocks, form, start, due)
    if (estimated := draft.pop("estimatedDuration")) is not None:
        length = duration_in(estimated, f"{draft.place}/estimatedDuration")
        draft.add("estimatedDuration", "ESTIMATED-DURATION", duration_text(length))
    return form


def _form(draft: Draft, clocks: Clocks) -> Form:
    """RFC 8984 knows no dates: those are written that have no zone and no time (§4.2.4)."""
    shown, zone = draft.pop("showWithoutTime"), draft.pop("timeZone")
    times = [draft.left.get(name) for name in ("start", "due") if name == "start" or draft.sketch.name == "VTODO"]
    times += [draft.left.get("recurrenceId")] if draft.left.get("recurrenceIdTimeZone") is None else []
    times += draft.left.pop("__keys__", ())
    times += [rule.get("until") for rule in draft.left.get("recurrenceRules") or ()]
    lengths = [draft.left.get(name) or "" for name in ("duration", "estimatedDuration")]
    midnight = all(time is None or time.endswith("T00:00:00") for time in times)
    is_date = bool(shown) and zone is None and midnight and not any("T" in length for length in lengths)
    ends = _end_zone(draft) if draft.sketch.name == "VEVENT" and draft.left.get("start") else None
    leading = "start" if draft.left.get("start") else "due"
    if shown and not is_date and (draft.left.get("start") or draft.left.get("due")):
        draft.add("showWithoutTime", SHOW, "TRUE", (("VALUE", ("BOOLEAN",)),))
    return Form(zone, is_date, zone == UTC_NAME, tzid_of(draft, clocks, zone, leading), None if is_date else ends)


def _end_zone(draft: Draft) -> str | None:
    places = (draft.left.get("locations") or {}).values()
    return next((p.get("timeZone") for p in places if p.get("relativeTo") == "end" and p.get("timeZone")), None)


def tzid_of(draft: Draft, clocks: Clocks, zone: str | None, path: str) -> str | None:
    """What a zone is called in the text: as it was, while it is the same one."""
    given = dict(draft.params_of(path)).get("TZID", ("",))[0]
    if given and clocks.id_of(given) == zone:
        return given
    if zone is not None and zone.startswith("/"):
        return next((tzid for tzid in clocks.described if zone in {tzid, f"/{tzid}"}), zone)
    return zone


def _write_end(draft: Draft, clocks: Clocks, form: Form, start: str | None) -> None:
    text = draft.pop("duration")
    if start is None or (text is None and form.end_zone is None):
        if text is not None:
            draft.leave("duration", text)
        return
    length = duration_in(text or "PT0S", f"{draft.place}/duration")
    begin = local_in(start, f"{draft.place}/start")
    kept = draft.params_of("duration", {"TZID"})
    if form.end_zone is not None and form.end_zone != form.zone:
        _write_other_end(draft, clocks, form, later(begin, length, clocks.zone(form.zone)), kept)
    elif draft.name_of("duration") != "DTEND":
        draft.add("duration", "DURATION", duration_text(length), kept)
    elif form.is_date:
        draft.add("duration", "DTEND", form.value(plus(begin, timedelta(days=length.days))), (*form.params(), *kept))
    else:
        zone = clocks.zone(form.zone)
        draft.add("duration", "DTEND", form.value(zone.local(later(begin, length, zone))), (*form.params(), *kept))


def _write_other_end(draft: Draft, clocks: Clocks, form: Form, end: int, kept: Params) -> None:
    zone = form.end_zone
    if zone == UTC_NAME:
        draft.add("duration", "DTEND", format_utc(end), (*_end_key(draft), *kept))
        return
    params = (("TZID", (tzid_of(draft, clocks, zone, "duration") or "",)), *_end_key(draft), *kept)
    draft.add("duration", "DTEND", written(clocks.zone(zone).local(end)), params)


def _end_key(draft: Draft) -> Params:
    places = draft.left.get("locations") or {}
    key = next((key for key, place in places.items() if is_told_by_end(place)), END)
    return () if key == END else ((JSID, (key,)),)


def is_told_by_end(place: Json) -> bool:
    """Whether a location says the time zone of the end, and nothing else."""
    return place.get("relativeTo") == "end" and {n for n in place if place[n] is not None} <= _OF_END


def _write_due(draft: Draft, clocks: Clocks, form: Form, start: str | None, due: str) -> None:
    local = local_in(due, f"{draft.place}/due")
    if draft.name_of("due") == "DURATION" and start is not None:
        begin, zone = local_in(start, f"{draft.place}/start"), clocks.zone(form.zone)
        whole = (local - begin).days if form.is_date or (local - begin).seconds == 0 else 0
        length = Duration(days=whole) if whole > 0 else Duration(seconds=zone.instant(local) - zone.instant(begin))
        if length.total > 0:
            draft.add("due", "DURATION", duration_text(length), draft.params_of("due"))
            return
    params = (*form.params(), *draft.params_of("due", {"TZID"}))
    draft.add("due", "DUE", form.value(local), params)
