"""Alerts (RFC 8984 §4.5.2) from and to VALARM."""

from __future__ import annotations

from typing import Any

from a3dav_content.dates import format_local, moment_of, parse_duration
from a3dav_content.errors import ContentError
from a3dav_content.jscalendar.clocks import duration_in, duration_text, local_in, utc_in, utc_text
from a3dav_content.jscalendar.lists import read_relations, write_relations
from a3dav_content.jscalendar.passthrough import JSID, Draft, Source
from a3dav_content.json_ids import derived, is_id, key_of
from a3dav_content.lines import Component
from a3dav_content.sketches import Sketch

Json = dict[str, Any]
_ACTIONS = {"DISPLAY": "display", "EMAIL": "email"}


def read_alerts(source: Source, found: Json) -> None:
    alerts: Json = {}
    for part in source.parts("VALARM"):
        inner = Source(part)
        alert: Json = {"@type": "Alert"}
        if not _read_trigger(inner, alert):
            continue
        said = _said_key(inner)
        key = key_of(said, _content(inner.component), alerts)
        _read_rest(inner, alert)
        uid = inner.first("UID")
        if uid is not None and uid.text == key:
            inner.take(uid, "UID")
        inner.close(alert)
        alerts[key] = alert
        source.take_part(part, f"alerts/{key}", inner.sketch)
    if alerts:
        found["alerts"] = alerts


def _said_key(source: Source) -> str | None:
    entry = source.first(JSID)
    if entry is not None:
        source.take(entry, JSID)
        return entry.text
    uid = source.first("UID")
    return uid.text if uid is not None and is_id(uid.text) else None


def _content(component: Component) -> str:
    """What an alert without any name of its own is known by."""
    trigger, action = component.first("TRIGGER"), component.value("ACTION") or ""
    related = (trigger.param("RELATED") or "START").upper() if trigger else ""
    return f"{related} {trigger.value.strip() if trigger else ''} {action.strip().upper()}"


def _read_trigger(source: Source, alert: Json) -> bool:
    entry = source.first("TRIGGER")
    if entry is None:
        return False
    try:
        if "P" in entry.value.upper():
            offset = duration_text(parse_duration(entry.value, entry.line))
            alert["trigger"] = {"@type": "OffsetTrigger", "offset": offset}
            if (entry.param("RELATED") or "").upper() == "END":
                alert["trigger"]["relativeTo"] = "end"
        else:
            when = utc_text(moment_of(entry))
            if when is None:
                return False
            alert["trigger"] = {"@type": "AbsoluteTrigger", "when": when}
    except ContentError:
        return False
    source.keep("trigger", entry, {"RELATED"})
    source.take(entry, "trigger")
    return True


def _read_rest(source: Source, alert: Json) -> None:
    action = source.first("ACTION")
    known = _ACTIONS.get(action.value.strip().upper()) if action is not None else None
    if action is not None and known:
        alert["action"] = known
        source.keep("action", action)
        source.take(action, "action")
    acknowledged = source.first("ACKNOWLEDGED")
    when = None
    if acknowledged is not None:
        try:
            when = utc_text(moment_of(acknowledged))
        except ContentError:
            when = None
    if acknowledged is not None and when:
        alert["acknowledged"] = when
        source.keep("acknowledged", acknowledged)
        source.take(acknowledged, "acknowledged")
    read_relations(source, alert)


def write_alerts(draft: Draft) -> None:
    alerts = draft.pop("alerts") or {}
    for key, alert in alerts.items():
        kind = _kind(alert["trigger"])
        if kind not in {"OffsetTrigger", "AbsoluteTrigger"}:
            draft.leave(f"alerts/{key}", alert)
            continue
        place = f"{draft.place}/alerts/{key}"
        draft.sketch.parts.append((f"alerts/{key}", _alarm(key, alert, kind, place)))


def _kind(trigger: Json) -> str:
    return str(trigger.get("@type", "OffsetTrigger" if "offset" in trigger else "AbsoluteTrigger"))


def _alarm(key: str, alert: Json, kind: str, place: str) -> Sketch:
    draft = Draft("VALARM", alert, place)
    kept = {p[0]: p[3] for p in (alert.get("iCalendar") or {}).get("properties") or () if len(p) > 3}
    trigger = draft.pop("trigger")
    _write_trigger(draft, trigger, kind)
    action = draft.pop("action")
    if action or "action" not in kept:
        name = next((name for name, value in _ACTIONS.items() if value == action), "DISPLAY")
        draft.add("action", "ACTION", name, draft.params_of("action"))
        if action and action not in _ACTIONS.values():
            draft.leave("action", action)
    if acknowledged := draft.pop("acknowledged"):
        draft.add(
            "acknowledged", "ACKNOWLEDGED", utc_in(acknowledged, f"{place}/acknowledged"),
            draft.params_of("acknowledged"),
        )  # fmt: skip
    write_relations(draft)
    if not {"description", "action"} & kept.keys():
        draft.add("description", "DESCRIPTION", "Reminder")  # RFC 5545 §3.6.6 wants one
    _write_key(draft, key, kept)
    return draft.close()


def _write_trigger(draft: Draft, trigger: Json, kind: str) -> None:
    place, params = f"{draft.place}/trigger", draft.params_of("trigger")
    if kind == "AbsoluteTrigger":
        when = format_local(local_in(trigger["when"].removesuffix("Z"), place)) + "Z"
        draft.add("trigger", "TRIGGER", when, (("VALUE", ("DATE-TIME",)), *params))
    else:
        related = (("RELATED", ("END",)),) if trigger.get("relativeTo") == "end" else ()
        offset = _alarm_offset(trigger["offset"], f"{place}/offset")
        draft.add("trigger", "TRIGGER", offset, (*related, *params))
    known = {"@type", "offset", "relativeTo", "when"}
    draft.leave_all("trigger/", {name: value for name, value in trigger.items() if name not in known})


def _alarm_offset(text: str, place: str) -> str:
    return duration_text(duration_in(text, place))


def _write_key(draft: Draft, key: str, kept: Json) -> None:
    uid = kept.get("uid")
    if uid is not None and is_id(str(uid)):
        if uid != key:
            draft.add(JSID, JSID, key)
    elif key != derived(_content(draft.sketch.component())):
        draft.add("UID" if uid is None else JSID, "UID" if uid is None else JSID, key)
