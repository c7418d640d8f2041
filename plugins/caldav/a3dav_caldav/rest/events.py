"""The operations on events, tasks and journals."""

from __future__ import annotations

from pathlib import Path

from a3dav.api.objects import ObjectShape
from a3dav.registries import ApiAction, ApiPart
from a3dav_caldav.names import CALENDAR, OBJECT
from a3dav_caldav.rest import forms, listing
from a3dav_content.errors import ContentError
from a3dav_content.jscalendar import MEDIA_TYPE, edit_calendar, patch_calendar, to_jscalendar

SHAPE = ObjectShape(
    CALENDAR, OBJECT, "calendarId", "eventId", "text/calendar", MEDIA_TYPE,
    to_jscalendar, forms.make, edit_calendar, patch_calendar, ContentError, forms.refuse, forms.about,
)  # fmt: skip
PART = ApiPart(
    Path(__file__).with_name("events.yaml"),
    {
        **SHAPE.actions("events"),
        "events.list": ApiAction(listing.list_events, cost=listing.list_cost),
        "events.query": ApiAction(listing.list_events, cost=listing.list_cost),
        "events.occurrences": ApiAction(listing.list_occurrences, SHAPE.aim, cost=listing.occurrences_cost),
    },
)
