"""The objects of JSCalendar (RFC 8984 §1.4, §4, §5) as they may come in."""

from __future__ import annotations

from typing import Any

from a3dav_content.json_shapes import (
    Shape,
    Walk,
    anything,
    boolean,
    either,
    integer,
    line,
    list_of,
    map_of,
    matching,
    object_of,
    one_of,
    set_of,
    text,
)

_MOMENT = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d"
ID = matching(r"[A-Za-z0-9_-]{1,255}", "an Id of letters, digits, - and _")
LOCAL = matching(_MOMENT, "a local date-time such as 2026-01-31T12:30:00, without fractions of a second,")
UTC = matching(_MOMENT + "Z", "a date-time in UTC such as 2026-01-31T12:30:00Z, without fractions of a second,")
_PERIOD = r"P(?:\d{1,6}W(?:\d{1,6}D)?|\d{1,7}D)?(?:T(?=\d)(?:\d{1,8}H)?(?:\d{1,9}M)?(?:\d{1,10}S)?)?"
DURATION = matching(rf"(?=P.+){_PERIOD}", "a duration such as PT1H30M")
SIGNED = matching(rf"[+-]?(?=P.+){_PERIOD}", "a duration such as -PT15M")
OFFSET = matching(r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d)?", "an offset such as +01:00")
ZONE = matching(r'/?[^\x00-\x20";:,\x7f][^\x00-\x1f";:,\x7f]{0,199}', "the name of a time zone")
MEDIA_TYPE = matching(r"text/[A-Za-z0-9!#$&^_.+-]{1,100}(?:;.{1,200})?", "a media type of text")
METHOD = matching(r"[A-Za-z0-9]{1,60}", "the name of a method")
_WORD = matching(r"[A-Za-z0-9.:_-]{1,100}", "a single word")
_SCHEME = matching(r"[A-Za-z][A-Za-z0-9+.-]*:.*", "a URI")
_ADDRESS = matching(r"[^\s<>]{1,1000}", "an address")
_LANGUAGE = matching(r"[A-Za-z0-9-]{1,100}", "a language tag")
_DAY = one_of("mo", "tu", "we", "th", "fr", "sa", "su")


def zone_or_null(value: Any, place: str, walk: Walk) -> None:
    if value is not None:
        ZONE(value, place, walk)


PATCH = map_of(text, anything)
_ICAL_PROPERTY = object_of(
    "ICalProperty", {"name": _WORD, "valueType": _WORD, "parameters": map_of(_WORD, anything)}, ("name",)
)
ICAL = object_of(
    "ICalComponent",
    {
        "name": _WORD,
        "properties": list_of(list_of(anything, 4)),
        "components": list_of(list_of(anything, 3)),
        "convertedProperties": map_of(text, _ICAL_PROPERTY),
    },
)
RELATION = object_of("Relation", {"relation": set_of(_WORD)})
LINK = object_of(
    "Link",
    {
        "href": _SCHEME, "cid": line, "contentType": line, "size": integer(0), "rel": line, "display": _WORD,
        "title": text,
    },
    ("href",),
)  # fmt: skip
LINKS = map_of(ID, LINK)
LOCATION = object_of(
    "Location",
    {
        "name": text, "description": text, "locationTypes": set_of(line), "relativeTo": _WORD, "timeZone": zone_or_null,
        "coordinates": _SCHEME, "links": LINKS, "iCalendar": ICAL,
    },
)  # fmt: skip
VIRTUAL_LOCATION = object_of(
    "VirtualLocation", {"name": text, "description": text, "uri": _SCHEME, "features": set_of(_WORD)}, ("uri",)
)
_NTH_DAY = object_of("NDay", {"day": _DAY, "nthOfPeriod": integer(-366, 366)}, ("day",))
RULE = object_of(
    "RecurrenceRule",
    {
        "frequency": one_of("yearly", "monthly", "weekly", "daily", "hourly", "minutely", "secondly"),
        "interval": integer(1, 10**9), "rscale": _WORD, "skip": one_of("omit", "backward", "forward"),
        "firstDayOfWeek": _DAY, "byDay": list_of(_NTH_DAY, 1), "byMonthDay": list_of(integer(-31, 31), 1),
        "byMonth": list_of(matching(r"\d{1,2}L?", 'a month such as "1"'), 1),
        "byYearDay": list_of(integer(-366, 366), 1), "byWeekNo": list_of(integer(-53, 53), 1),
        "byHour": list_of(integer(0, 23), 1), "byMinute": list_of(integer(0, 59), 1),
        "bySecond": list_of(integer(0, 60), 1), "bySetPosition": list_of(integer(-366, 366), 1),
        "count": integer(1, 10**9), "until": LOCAL,
    },
    ("frequency",),
)  # fmt: skip
PARTICIPANT = object_of(
    "Participant",
    {
        "name": text, "email": _ADDRESS, "description": text, "sendTo": map_of(METHOD, _SCHEME), "kind": _WORD,
        "roles": set_of(_WORD), "locationId": ID, "language": _LANGUAGE, "participationStatus": _WORD,
        "participationComment": text, "expectReply": boolean, "scheduleAgent": _WORD, "scheduleForceSend": boolean,
        "scheduleSequence": integer(0), "scheduleStatus": list_of(line), "scheduleUpdated": UTC, "sentBy": _ADDRESS,
        "invitedBy": ID, "delegatedTo": set_of(ID), "delegatedFrom": set_of(ID), "memberOf": set_of(ID), "links": LINKS,
        "progress": _WORD, "progressUpdated": UTC, "percentComplete": integer(0, 100), "iCalendar": ICAL,
    },
)  # fmt: skip
_OFFSET_TRIGGER = object_of("OffsetTrigger", {"offset": SIGNED, "relativeTo": one_of("start", "end")}, ("offset",))
_ABSOLUTE_TRIGGER = object_of("AbsoluteTrigger", {"when": UTC}, ("when",))


def _trigger(value: dict[str, Any]) -> Shape:
    kind = value.get("@type", "OffsetTrigger" if "offset" in value else "AbsoluteTrigger")
    return {"OffsetTrigger": _OFFSET_TRIGGER, "AbsoluteTrigger": _ABSOLUTE_TRIGGER}.get(str(kind), anything)


ALERT = object_of(
    "Alert",
    {
        "trigger": either(_trigger), "acknowledged": UTC, "relatedTo": map_of(line, RELATION), "action": _WORD,
        "iCalendar": ICAL,
    },
    ("trigger",),
)  # fmt: skip
_ZONE_RULE = object_of(
    "TimeZoneRule",
    {
        "start": LOCAL, "offsetFrom": OFFSET, "offsetTo": OFFSET, "recurrenceRules": list_of(RULE),
        "recurrenceOverrides": map_of(LOCAL, anything), "names": set_of(text), "comments": list_of(text),
    },
    ("start", "offsetFrom", "offsetTo"),
)  # fmt: skip
TIME_ZONE = object_of(
    "TimeZone",
    {
        "tzId": ZONE, "updated": UTC, "url": _SCHEME, "validUntil": UTC, "aliases": set_of(line),
        "standard": list_of(_ZONE_RULE), "daylight": list_of(_ZONE_RULE),
    },
    ("tzId",),
)  # fmt: skip
_METADATA: dict[str, Shape] = {
    "uid": line, "relatedTo": map_of(line, RELATION), "prodId": line, "created": UTC, "updated": UTC,
    "title": text, "description": text, "descriptionContentType": MEDIA_TYPE, "links": LINKS, "locale": _LANGUAGE,
    "keywords": set_of(text), "categories": set_of(line), "color": line, "timeZones": map_of(ZONE, TIME_ZONE),
    "iCalendar": ICAL,
}  # fmt: skip
_COMMON: dict[str, Shape] = {
    **_METADATA,
    "sequence": integer(0, 2**31 - 1), "method": _WORD, "showWithoutTime": boolean,
    "locations": map_of(ID, LOCATION), "virtualLocations": map_of(ID, VIRTUAL_LOCATION),
    "recurrenceId": LOCAL, "recurrenceIdTimeZone": zone_or_null, "recurrenceRules": list_of(RULE),
    "excludedRecurrenceRules": list_of(RULE), "recurrenceOverrides": map_of(LOCAL, PATCH), "excluded": boolean,
    "priority": integer(0, 9), "freeBusyStatus": _WORD, "privacy": _WORD, "replyTo": map_of(METHOD, _SCHEME),
    "sentBy": _ADDRESS, "participants": map_of(ID, PARTICIPANT), "requestStatus": line, "useDefaultAlerts": boolean,
    "alerts": map_of(ID, ALERT), "localizations": map_of(_LANGUAGE, PATCH), "timeZone": zone_or_null,
}  # fmt: skip
EVENT = object_of("Event", {**_COMMON, "start": LOCAL, "duration": DURATION, "status": _WORD})
TASK = object_of(
    "Task",
    {
        **_COMMON, "due": LOCAL, "start": LOCAL, "estimatedDuration": DURATION, "percentComplete": integer(0, 100),
        "progress": _WORD, "progressUpdated": UTC,
    },
)  # fmt: skip


def _entry(value: dict[str, Any]) -> Shape:
    return TASK if value.get("@type") == "Task" else EVENT


ENTRY = either(_entry)
GROUP = object_of("Group", {**_METADATA, "entries": list_of(ENTRY), "source": _SCHEME}, ("entries",))
CALENDAR_OBJECT = either(lambda value: GROUP if value.get("@type") == "Group" else _entry(value))
