# Rendered from the description of the interface; not for editing.
"""events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Sequence

from .._call import Call, Parameter
from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, list_of, map_of, named, or_null
from .._options import Options
from .._service import AsyncService, Service

if TYPE_CHECKING:
    from .._body import Upload
    from .._pages import AsyncPages, Pages
    from .._results import AsyncDownload, AsyncEventStream, AsyncLineStream, Download, EventStream, LineStream, Text
    from .._time import Timestamp
    from ..models.calendar_component import CalendarComponent
    from ..models.calendar_event import CalendarEvent
    from ..models.calendar_event_change import CalendarEventChange
    from ..models.event_query import EventQuery
    from ..models.js_calendar import JsCalendar
    from ..models.new_calendar_event import NewCalendarEvent
    from ..models.occurrence import Occurrence

_LIST = Call(
    "events.list",
    "GET",
    "/calendars/{calendarId}/events",
    "safe",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("query:from", "from", "from_", "query", "form", True, TEXT),
        Parameter("query:to", "to", "to", "query", "form", True, TEXT),
        Parameter("query:expand", "expand", "expand", "query", "form", True, BOOLEAN),
        Parameter("query:text", "text", "text", "query", "form", True, TEXT),
        Parameter("query:component", "component", "component", "query", "form", True, named("CalendarComponent")),
        Parameter("query:uid", "uid", "uid", "query", "form", True, TEXT),
        Parameter("query:data", "data", "data", "query", "form", True, BOOLEAN),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_CREATE = Call(
    "events.create",
    "POST",
    "/calendars/{calendarId}/events",
    "keyed",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("NewCalendarEvent"),
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
)
_CREATE_FROM_JSCALENDAR = Call(
    "events.create_from_jscalendar",
    "POST",
    "/calendars/{calendarId}/events",
    "keyed",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/jscalendar+json",
    body_codec=named("JsCalendar"),
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
)
_CREATE_FROM_CALENDAR = Call(
    "events.create_from_calendar",
    "POST",
    "/calendars/{calendarId}/events",
    "keyed",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
    ],
    body="text",
    body_type="text/calendar",
    body_codec=TEXT,
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
)
_QUERY = Call(
    "events.query",
    "QUERY",
    "/calendars/{calendarId}/events",
    "safe",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("EventQuery"),
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_GET = Call(
    "events.get",
    "GET",
    "/calendars/{calendarId}/events/{eventId}",
    "safe",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("path:eventId", "eventId", "event_id", "path", "simple", False, TEXT),
        Parameter("header:If-None-Match", "If-None-Match", "if_none_match", "header", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
)
_GET_AS_CALENDAR = Call(
    "events.get_as_calendar",
    "GET",
    "/calendars/{calendarId}/events/{eventId}",
    "safe",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("path:eventId", "eventId", "event_id", "path", "simple", False, TEXT),
        Parameter("header:If-None-Match", "If-None-Match", "if_none_match", "header", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    result="text",
    accept="text/calendar",
    codec=TEXT,
)
_REPLACE = Call(
    "events.replace",
    "PUT",
    "/calendars/{calendarId}/events/{eventId}",
    "idempotent",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("path:eventId", "eventId", "event_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("CalendarEventChange"),
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
)
_REPLACE_FROM_JSCALENDAR = Call(
    "events.replace_from_jscalendar",
    "PUT",
    "/calendars/{calendarId}/events/{eventId}",
    "idempotent",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("path:eventId", "eventId", "event_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/jscalendar+json",
    body_codec=named("JsCalendar"),
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
)
_REPLACE_FROM_CALENDAR = Call(
    "events.replace_from_calendar",
    "PUT",
    "/calendars/{calendarId}/events/{eventId}",
    "idempotent",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("path:eventId", "eventId", "event_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="text",
    body_type="text/calendar",
    body_codec=TEXT,
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
)
_DELETE = Call(
    "events.delete",
    "DELETE",
    "/calendars/{calendarId}/events/{eventId}",
    "idempotent",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("path:eventId", "eventId", "event_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    result="none",
    accept="",
    codec=ANY,
)
_UPDATE = Call(
    "events.update",
    "PATCH",
    "/calendars/{calendarId}/events/{eventId}",
    "keyed",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("path:eventId", "eventId", "event_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=map_of(ANY),
    result="json",
    accept="application/json",
    codec=named("CalendarEvent"),
)
_OCCURRENCES = Call(
    "events.occurrences",
    "GET",
    "/calendars/{calendarId}/events/{eventId}/occurrences",
    "safe",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("path:eventId", "eventId", "event_id", "path", "simple", False, TEXT),
        Parameter("query:from", "from", "from_", "query", "form", True, TEXT),
        Parameter("query:to", "to", "to", "query", "form", True, TEXT),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Occurrence"),
    cursor="query:cursor",
    items="items",
    next="next",
)


class EventsService(Service):
    """Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545)."""

    def list(
        self,
        calendar_id: str,
        *,
        from_: str | None = None,
        to: str | None = None,
        expand: bool | None = None,
        text: str | None = None,
        component: CalendarComponent | None = None,
        uid: str | None = None,
        data: bool | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[CalendarEvent]:
        """List events

        The events of a calendar, all or those of a range, in no order of time. With `expand`, each instance of a
        series in the range is an entry of its own, with `recurrenceId`, `start` and `end`.

        A page may have fewer entries than `limit`, even none, and a next one.

        calendar_id: The calendar. from_: The beginning of the range; without it, from the earliest. to: The end of
        the range, which is not part of it; without it, to the latest. expand: Whether each instance is an entry of
        its own; needs `from` and `to`. text: What title, description or location must contain, whatever the case.
        component: The kind of component. uid: The UID that it must have. data: Whether entries have `data`;
        without, a list is much quicker. limit: How many entries a page has at most. cursor: What `next` of the page
        before said; without it, the first page.
        """
        given = {
            "path:calendarId": calendar_id,
            "query:from": from_,
            "query:to": to,
            "query:expand": expand,
            "query:text": text,
            "query:component": component,
            "query:uid": uid,
            "query:data": data,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    def create(
        self,
        calendar_id: str,
        body: NewCalendarEvent,
        *,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Add an event

        Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is
        invited is told as it is in CalDAV.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: CalendarEvent = self._call(_CREATE, given, body, options)
        return result

    def create_from_jscalendar(
        self,
        calendar_id: str,
        body: JsCalendar,
        *,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Add an event

        Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is
        invited is told as it is in CalDAV.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: CalendarEvent = self._call(_CREATE_FROM_JSCALENDAR, given, body, options)
        return result

    def create_from_calendar(
        self,
        calendar_id: str,
        body: str | Upload,
        *,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Add an event

        Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is
        invited is told as it is in CalDAV.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: CalendarEvent = self._call(_CREATE_FROM_CALENDAR, given, body, options)
        return result

    def query(
        self,
        calendar_id: str,
        body: EventQuery,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[CalendarEvent]:
        """Find events

        The same list, by more than fits into a URL. All members of the question must hold at once, of one
        component.

        calendar_id: The calendar. limit: How many entries a page has at most. cursor: What `next` of the page
        before said; without it, the first page.
        """
        given = {
            "path:calendarId": calendar_id,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_QUERY, given, body, options)

    def get(
        self,
        calendar_id: str,
        event_id: str,
        *,
        if_none_match: str | None = None,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Fetch an event

        The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.

        calendar_id: The calendar. event_id: The event. if_none_match: The entity tags none of which the object must
        have, or `*`. if_match: The entity tags one of which the object must have, or `*` for whatever is there.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-None-Match": if_none_match,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = self._call(_GET, given, None, options)
        return result

    def get_as_calendar(
        self,
        calendar_id: str,
        event_id: str,
        *,
        if_none_match: str | None = None,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Text:
        """Fetch an event

        The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.

        calendar_id: The calendar. event_id: The event. if_none_match: The entity tags none of which the object must
        have, or `*`. if_match: The entity tags one of which the object must have, or `*` for whatever is there.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-None-Match": if_none_match,
            "header:If-Match": if_match,
        }
        result: Text = self._call(_GET_AS_CALENDAR, given, None, options)
        return result

    def replace(
        self,
        calendar_id: str,
        event_id: str,
        body: CalendarEventChange,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Replace an event

        Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so
        that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands
        for any version.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there; 428 without.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = self._call(_REPLACE, given, body, options)
        return result

    def replace_from_jscalendar(
        self,
        calendar_id: str,
        event_id: str,
        body: JsCalendar,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Replace an event

        Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so
        that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands
        for any version.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there; 428 without.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = self._call(_REPLACE_FROM_JSCALENDAR, given, body, options)
        return result

    def replace_from_calendar(
        self,
        calendar_id: str,
        event_id: str,
        body: str | Upload,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Replace an event

        Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so
        that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands
        for any version.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there; 428 without.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = self._call(_REPLACE_FROM_CALENDAR, given, body, options)
        return result

    def delete(
        self,
        calendar_id: str,
        event_id: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Remove an event

        Removes an event; who was invited is told as it is in CalDAV.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        self._call(_DELETE, given, None, options)

    def update(
        self,
        calendar_id: str,
        event_id: str,
        body: Mapping[str, Any],
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Change an event

        Changes parts of an event: by a merge patch of its JSCalendar (RFC 7396), or by a PatchObject (RFC 8984
        §1.4.9), which reaches deeper members by pointers such as `locations/1/name`. Without `If-Match`, the change
        is made to the version that is there.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = self._call(_UPDATE, given, body, options)
        return result

    def occurrences(
        self,
        calendar_id: str,
        event_id: str,
        *,
        from_: str,
        to: str,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[Occurrence]:
        """List the instances of an event

        When an event happens in a range, in order of time.

        calendar_id: The calendar. event_id: The event. from_: The beginning of the range. to: The end of the range,
        which is not part of it. limit: How many entries a page has at most. cursor: What `next` of the page before
        said; without it, the first page.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "query:from": from_,
            "query:to": to,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_OCCURRENCES, given, None, options)


class AsyncEventsService(AsyncService):
    """Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545)."""

    def list(
        self,
        calendar_id: str,
        *,
        from_: str | None = None,
        to: str | None = None,
        expand: bool | None = None,
        text: str | None = None,
        component: CalendarComponent | None = None,
        uid: str | None = None,
        data: bool | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[CalendarEvent]:
        """List events

        The events of a calendar, all or those of a range, in no order of time. With `expand`, each instance of a
        series in the range is an entry of its own, with `recurrenceId`, `start` and `end`.

        A page may have fewer entries than `limit`, even none, and a next one.

        calendar_id: The calendar. from_: The beginning of the range; without it, from the earliest. to: The end of
        the range, which is not part of it; without it, to the latest. expand: Whether each instance is an entry of
        its own; needs `from` and `to`. text: What title, description or location must contain, whatever the case.
        component: The kind of component. uid: The UID that it must have. data: Whether entries have `data`;
        without, a list is much quicker. limit: How many entries a page has at most. cursor: What `next` of the page
        before said; without it, the first page.
        """
        given = {
            "path:calendarId": calendar_id,
            "query:from": from_,
            "query:to": to,
            "query:expand": expand,
            "query:text": text,
            "query:component": component,
            "query:uid": uid,
            "query:data": data,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    async def create(
        self,
        calendar_id: str,
        body: NewCalendarEvent,
        *,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Add an event

        Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is
        invited is told as it is in CalDAV.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: CalendarEvent = await self._call(_CREATE, given, body, options)
        return result

    async def create_from_jscalendar(
        self,
        calendar_id: str,
        body: JsCalendar,
        *,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Add an event

        Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is
        invited is told as it is in CalDAV.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: CalendarEvent = await self._call(_CREATE_FROM_JSCALENDAR, given, body, options)
        return result

    async def create_from_calendar(
        self,
        calendar_id: str,
        body: str | Upload,
        *,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Add an event

        Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is
        invited is told as it is in CalDAV.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: CalendarEvent = await self._call(_CREATE_FROM_CALENDAR, given, body, options)
        return result

    def query(
        self,
        calendar_id: str,
        body: EventQuery,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[CalendarEvent]:
        """Find events

        The same list, by more than fits into a URL. All members of the question must hold at once, of one
        component.

        calendar_id: The calendar. limit: How many entries a page has at most. cursor: What `next` of the page
        before said; without it, the first page.
        """
        given = {
            "path:calendarId": calendar_id,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_QUERY, given, body, options)

    async def get(
        self,
        calendar_id: str,
        event_id: str,
        *,
        if_none_match: str | None = None,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Fetch an event

        The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.

        calendar_id: The calendar. event_id: The event. if_none_match: The entity tags none of which the object must
        have, or `*`. if_match: The entity tags one of which the object must have, or `*` for whatever is there.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-None-Match": if_none_match,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = await self._call(_GET, given, None, options)
        return result

    async def get_as_calendar(
        self,
        calendar_id: str,
        event_id: str,
        *,
        if_none_match: str | None = None,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Text:
        """Fetch an event

        The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.

        calendar_id: The calendar. event_id: The event. if_none_match: The entity tags none of which the object must
        have, or `*`. if_match: The entity tags one of which the object must have, or `*` for whatever is there.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-None-Match": if_none_match,
            "header:If-Match": if_match,
        }
        result: Text = await self._call(_GET_AS_CALENDAR, given, None, options)
        return result

    async def replace(
        self,
        calendar_id: str,
        event_id: str,
        body: CalendarEventChange,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Replace an event

        Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so
        that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands
        for any version.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there; 428 without.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = await self._call(_REPLACE, given, body, options)
        return result

    async def replace_from_jscalendar(
        self,
        calendar_id: str,
        event_id: str,
        body: JsCalendar,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Replace an event

        Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so
        that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands
        for any version.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there; 428 without.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = await self._call(_REPLACE_FROM_JSCALENDAR, given, body, options)
        return result

    async def replace_from_calendar(
        self,
        calendar_id: str,
        event_id: str,
        body: str | Upload,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Replace an event

        Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so
        that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands
        for any version.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there; 428 without.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = await self._call(_REPLACE_FROM_CALENDAR, given, body, options)
        return result

    async def delete(
        self,
        calendar_id: str,
        event_id: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Remove an event

        Removes an event; who was invited is told as it is in CalDAV.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        await self._call(_DELETE, given, None, options)

    async def update(
        self,
        calendar_id: str,
        event_id: str,
        body: Mapping[str, Any],
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> CalendarEvent:
        """Change an event

        Changes parts of an event: by a merge patch of its JSCalendar (RFC 7396), or by a PatchObject (RFC 8984
        §1.4.9), which reaches deeper members by pointers such as `locations/1/name`. Without `If-Match`, the change
        is made to the version that is there.

        calendar_id: The calendar. event_id: The event. if_match: The entity tags one of which the object must have,
        or `*` for whatever is there.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "header:If-Match": if_match,
        }
        result: CalendarEvent = await self._call(_UPDATE, given, body, options)
        return result

    def occurrences(
        self,
        calendar_id: str,
        event_id: str,
        *,
        from_: str,
        to: str,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Occurrence]:
        """List the instances of an event

        When an event happens in a range, in order of time.

        calendar_id: The calendar. event_id: The event. from_: The beginning of the range. to: The end of the range,
        which is not part of it. limit: How many entries a page has at most. cursor: What `next` of the page before
        said; without it, the first page.
        """
        given = {
            "path:calendarId": calendar_id,
            "path:eventId": event_id,
            "query:from": from_,
            "query:to": to,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_OCCURRENCES, given, None, options)
