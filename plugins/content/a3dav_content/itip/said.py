"""What one attendee says about one instance, or about the whole, and what of it the object keeps."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from a3dav_content.itip.addresses import address_of, attendees, normal, organizer_of
from a3dav_content.itip.messages import with_value
from a3dav_content.itip.past import Revision
from a3dav_content.lines import Component, Property, escape_text

COMMENT = "X-CALENDARSERVER-ATTENDEE-COMMENT"
MAX_COMMENT = 2000
_TOKEN = re.compile(r"[A-Z0-9-]{1,40}", re.ASCII)


@dataclass(slots=True, frozen=True)
class Reply:
    """What one attendee says about one place."""

    place: int | None
    component: Component
    entry: Property
    revision: Revision

    @property
    def address(self) -> str:
        return address_of(self.entry)

    @property
    def partstat(self) -> str:
        """ "" where the reply says nothing about it, as one that tells of a failure."""
        value = (self.entry.param("PARTSTAT") or "").strip().upper()
        return value if not value or _TOKEN.fullmatch(value) else "NEEDS-ACTION"

    @property
    def percent(self) -> int | None:
        value = (self.component.value("PERCENT-COMPLETE") or "").strip()
        return int(value) if value.isascii() and value.isdigit() and len(value) <= 3 and int(value) <= 100 else None

    @property
    def comment(self) -> str:
        found = self.component.first("COMMENT")
        return "" if found is None else found.text


def with_progress(target: Component, said: Reply) -> Component:
    """RFC 5545 §3.8.1.8: PERCENT-COMPLETE is the assignee's, and so that of the whole where there is one alone."""
    percent = said.component.value("PERCENT-COMPLETE")
    organizer = organizer_of(target)
    assigned = [address for address in attendees(target) if address != organizer]
    if target.name != "VTODO" or percent is None or assigned != [said.address] or said.percent is None:
        return target
    return with_value(target, "PERCENT-COMPLETE", percent.strip())


def with_comment(target: Component, said: Reply) -> Component:
    """Where clients of CalendarServer look for what an attendee said; it never goes out to others."""
    if not said.comment:
        return target
    value = escape_text(said.comment[:MAX_COMMENT])
    new = Property(COMMENT, value, (("X-CALENDARSERVER-ATTENDEE-REF", (said.entry.value,)),))
    kept = [one for one in target.properties if one.name != COMMENT or _author(one) != said.address]
    return replace(target, properties=[*kept, new])


def _author(comment: Property) -> str:
    return normal(comment.param("X-CALENDARSERVER-ATTENDEE-REF") or "")
