"""What the service answers, as plain values and bytes: each function may run in a process of the cpu lane."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path

from a3dav_content import jcal
from a3dav_content.dates import EARLIEST, LATEST, utc_of
from a3dav_content.vtimezones import timezone_calendar
from a3dav_content.zone_catalogue import (
    PUBLISHER,
    ZoneEntry,
    alias_of,
    data_version,
    leap_seconds,
    matching,
    zone_entries,
)
from a3dav_content.zone_data import zone_data

FORMATS = ("text/calendar", jcal.MEDIA_TYPE)
_RANGE = (("start", False), ("end", False))
_ACTIONS = (
    ("capabilities", "/capabilities", ()),
    ("list", "/zones{?changedsince}", (("changedsince", False),)),
    ("get", "/zones{/tzid}{?start,end}", _RANGE),
    ("expand", "/zones{/tzid}/observances{?start,end}", (("start", True), ("end", True))),
    ("find", "/zones{?pattern}", (("pattern", True),)),
    ("leapseconds", "/leapseconds", ()),
)


def capabilities(base: str) -> bytes:
    """RFC 7808 §5.1, §6.1."""
    info = {
        "primary-source": f"{PUBLISHER}:{data_version()}",
        "formats": list(FORMATS),
        "truncated": {"any": True, "untruncated": True},
    }
    actions = [
        {
            "name": name,
            "uri-template": base + template,
            "parameters": [{"name": p, "required": required, "multi": False} for p, required in parameters],
        }
        for name, template, parameters in _ACTIONS
    ]
    return _json({"version": 1, "info": info, "actions": actions})


def listing(changed_since: str = "") -> bytes:
    """RFC 7808 §5.2: all zones, or none for a client that has this release; of older ones nothing is kept."""
    return _listing([] if changed_since == data_version() else zone_entries())


def found(pattern: str) -> bytes:
    """RFC 7808 §5.5; raises ValueError for a pattern that is none."""
    return _listing(matching(pattern))


def _listing(entries: Iterable[ZoneEntry]) -> bytes:
    modified = _modified()
    zones = [
        {
            "tzid": entry.tzid,
            "etag": entry.etag,
            "last-modified": modified,
            "publisher": PUBLISHER,
            "version": data_version(),
            **({"aliases": list(entry.aliases)} if entry.aliases else {}),
        }
        for entry in entries
    ]
    return _json({"synctoken": data_version(), "timezones": zones})


def _modified() -> str:
    """Since when this server has its data."""
    files = distribution("tzdata").locate_file("tzdata/zones")
    return datetime.fromtimestamp(int(Path(str(files)).stat().st_mtime), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def zone(tzid: str, start: int, end: int, media_type: str) -> bytes:
    """RFC 7808 §5.3."""
    text = timezone_calendar(tzid, start=start, end=end, alias_of=alias_of(tzid))
    return jcal.converted(text) if media_type == jcal.MEDIA_TYPE else text


def observances(tzid: str, start: int, end: int, now: int) -> bytes:
    """RFC 7808 §5.4: what holds at the start, and every change before the end."""
    data = zone_data(tzid)
    changes = [(start, data.at(start), data.at(start))]
    changes += [(change.instant, change.before, change.after) for change in data.between(start, end)]
    if len(changes) > 1 and changes[1][0] == start:
        del changes[0]
    told = [
        {
            "name": after.name,
            "onset": _instant(instant),
            "utc-offset-from": before.offset,
            "utc-offset-to": after.offset,
        }
        for instant, before, after in changes
    ]
    head = {"dtstamp": _instant(now), "tzid": tzid, "start": _instant(start), "end": _instant(end)}
    return _json(head | {"observances": told})


def leaps() -> bytes:
    """RFC 7808 §5.6."""
    expires, since = leap_seconds()
    seconds = [{"utc-offset": offset, "onset": day} for offset, day in since]
    return _json({"expires": expires, "publisher": PUBLISHER, "version": data_version(), "leapseconds": seconds})


def _instant(instant: int) -> str:
    moment = utc_of(instant)
    return f"{moment.year:04}-{moment:%m-%dT%H:%M:%SZ}"


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


WHOLE = (EARLIEST, LATEST)
