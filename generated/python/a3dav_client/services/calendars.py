# Rendered from the description of the interface; not for editing.
"""calendars."""

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
    from ..models.calendar import Calendar
    from ..models.calendar_update import CalendarUpdate
    from ..models.calendars import IfExists
    from ..models.free_busy import FreeBusy
    from ..models.import_report import ImportReport
    from ..models.new_calendar import NewCalendar

_LIST = Call(
    "calendars.list",
    "GET",
    "/calendars",
    "safe",
    parameters=[
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Calendar"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_CREATE = Call(
    "calendars.create",
    "POST",
    "/calendars",
    "keyed",
    body="json",
    body_type="application/json",
    body_codec=named("NewCalendar"),
    result="json",
    accept="application/json",
    codec=named("Calendar"),
)
_GET = Call(
    "calendars.get",
    "GET",
    "/calendars/{calendarId}",
    "safe",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Calendar"),
)
_DELETE = Call(
    "calendars.delete",
    "DELETE",
    "/calendars/{calendarId}",
    "idempotent",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
    ],
    result="none",
    accept="",
    codec=ANY,
)
_UPDATE = Call(
    "calendars.update",
    "PATCH",
    "/calendars/{calendarId}",
    "idempotent",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("CalendarUpdate"),
    result="json",
    accept="application/json",
    codec=named("Calendar"),
)
_EXPORT = Call(
    "calendars.export",
    "GET",
    "/calendars/{calendarId}/export",
    "safe",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
    ],
    result="json",
    accept="application/calendar+json",
    codec=list_of(ANY),
)
_EXPORT_AS_CALENDAR = Call(
    "calendars.export_as_calendar",
    "GET",
    "/calendars/{calendarId}/export",
    "safe",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
    ],
    result="text",
    accept="text/calendar",
    codec=TEXT,
)
_FREE_BUSY = Call(
    "calendars.freeBusy",
    "GET",
    "/calendars/{calendarId}/free-busy",
    "safe",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("query:from", "from", "from_", "query", "form", True, TEXT),
        Parameter("query:to", "to", "to", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("FreeBusy"),
)
_IMPORT_ = Call(
    "calendars.import",
    "POST",
    "/calendars/{calendarId}/import",
    "idempotent",
    parameters=[
        Parameter("path:calendarId", "calendarId", "calendar_id", "path", "simple", False, TEXT),
        Parameter("query:if-exists", "if-exists", "if_exists", "query", "form", True, named("IfExists")),
    ],
    body="text",
    body_type="text/calendar",
    body_codec=TEXT,
    result="json",
    accept="application/json",
    codec=named("ImportReport"),
)
_FREE_BUSY_OF_ACCOUNT = Call(
    "calendars.freeBusyOfAccount",
    "GET",
    "/free-busy",
    "safe",
    parameters=[
        Parameter("query:from", "from", "from_", "query", "form", True, TEXT),
        Parameter("query:to", "to", "to", "query", "form", True, TEXT),
        Parameter("query:account", "account", "account", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("FreeBusy"),
)


class CalendarsService(Service):
    """Calendars of one's own and those that others share."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[Calendar]:
        """List calendars

        One's own calendars, and behind them those that others share.

        limit: How many entries a page has at most. cursor: What `next` of the page before said; without it, the
        first page.
        """
        given = {
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    def create(
        self,
        body: NewCalendar,
        *,
        options: Options | None = None,
    ) -> Calendar:
        """Make a calendar

        Makes a calendar of one's own.
        """
        result: Calendar = self._call(_CREATE, {}, body, options)
        return result

    def get(
        self,
        calendar_id: str,
        *,
        options: Options | None = None,
    ) -> Calendar:
        """Fetch a calendar

        What is told of a calendar, without what it holds.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: Calendar = self._call(_GET, given, None, options)
        return result

    def delete(
        self,
        calendar_id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Remove a calendar

        Removes a calendar of one's own with everything in it. A calendar of somebody else is taken out of one's own
        list, and stays as it is. The default calendar is emptied.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        self._call(_DELETE, given, None, options)

    def update(
        self,
        calendar_id: str,
        body: CalendarUpdate,
        *,
        options: Options | None = None,
    ) -> Calendar:
        """Change a calendar

        Changes what is given, and removes what is null (RFC 7396). Whoever a calendar is shared with changes how it
        is shown to them alone.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: Calendar = self._call(_UPDATE, given, body, options)
        return result

    def export(
        self,
        calendar_id: str,
        *,
        options: Options | None = None,
    ) -> List[Any]:
        """Export a calendar

        Everything in the calendar as one file.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: List[Any] = self._call(_EXPORT, given, None, options)
        return result

    def export_as_calendar(
        self,
        calendar_id: str,
        *,
        options: Options | None = None,
    ) -> Text:
        """Export a calendar

        Everything in the calendar as one file.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: Text = self._call(_EXPORT_AS_CALENDAR, given, None, options)
        return result

    def free_busy(
        self,
        calendar_id: str,
        *,
        from_: str,
        to: str,
        options: Options | None = None,
    ) -> FreeBusy:
        """Tell when a calendar makes busy

        When its owner is busy by what this calendar holds, and nothing about why.

        calendar_id: The calendar. from_: The beginning of the range. to: The end of the range, which is not part of
        it.
        """
        given = {
            "path:calendarId": calendar_id,
            "query:from": from_,
            "query:to": to,
        }
        result: FreeBusy = self._call(_FREE_BUSY, given, None, options)
        return result

    def import_(
        self,
        calendar_id: str,
        body: str | Upload,
        *,
        if_exists: IfExists | None = None,
        options: Options | None = None,
    ) -> ImportReport:
        """Import a file

        Stores each object of a file, new or in the place of the one with its UID.

        calendar_id: The calendar. if_exists: What to do with an object whose UID is there already.
        """
        given = {
            "path:calendarId": calendar_id,
            "query:if-exists": if_exists,
        }
        result: ImportReport = self._call(_IMPORT_, given, body, options)
        return result

    def free_busy_of_account(
        self,
        *,
        from_: str,
        to: str,
        account: str | None = None,
        options: Options | None = None,
    ) -> FreeBusy:
        """Tell when somebody is busy

        When an account is busy by all its calendars together, one's own without `account`.

        from_: The beginning of the range. to: The end of the range, which is not part of it. account: The
        identifier of somebody who lets others see when they are busy.
        """
        given = {
            "query:from": from_,
            "query:to": to,
            "query:account": account,
        }
        result: FreeBusy = self._call(_FREE_BUSY_OF_ACCOUNT, given, None, options)
        return result


class AsyncCalendarsService(AsyncService):
    """Calendars of one's own and those that others share."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Calendar]:
        """List calendars

        One's own calendars, and behind them those that others share.

        limit: How many entries a page has at most. cursor: What `next` of the page before said; without it, the
        first page.
        """
        given = {
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    async def create(
        self,
        body: NewCalendar,
        *,
        options: Options | None = None,
    ) -> Calendar:
        """Make a calendar

        Makes a calendar of one's own.
        """
        result: Calendar = await self._call(_CREATE, {}, body, options)
        return result

    async def get(
        self,
        calendar_id: str,
        *,
        options: Options | None = None,
    ) -> Calendar:
        """Fetch a calendar

        What is told of a calendar, without what it holds.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: Calendar = await self._call(_GET, given, None, options)
        return result

    async def delete(
        self,
        calendar_id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Remove a calendar

        Removes a calendar of one's own with everything in it. A calendar of somebody else is taken out of one's own
        list, and stays as it is. The default calendar is emptied.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        await self._call(_DELETE, given, None, options)

    async def update(
        self,
        calendar_id: str,
        body: CalendarUpdate,
        *,
        options: Options | None = None,
    ) -> Calendar:
        """Change a calendar

        Changes what is given, and removes what is null (RFC 7396). Whoever a calendar is shared with changes how it
        is shown to them alone.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: Calendar = await self._call(_UPDATE, given, body, options)
        return result

    async def export(
        self,
        calendar_id: str,
        *,
        options: Options | None = None,
    ) -> List[Any]:
        """Export a calendar

        Everything in the calendar as one file.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: List[Any] = await self._call(_EXPORT, given, None, options)
        return result

    async def export_as_calendar(
        self,
        calendar_id: str,
        *,
        options: Options | None = None,
    ) -> Text:
        """Export a calendar

        Everything in the calendar as one file.

        calendar_id: The calendar.
        """
        given = {
            "path:calendarId": calendar_id,
        }
        result: Text = await self._call(_EXPORT_AS_CALENDAR, given, None, options)
        return result

    async def free_busy(
        self,
        calendar_id: str,
        *,
        from_: str,
        to: str,
        options: Options | None = None,
    ) -> FreeBusy:
        """Tell when a calendar makes busy

        When its owner is busy by what this calendar holds, and nothing about why.

        calendar_id: The calendar. from_: The beginning of the range. to: The end of the range, which is not part of
        it.
        """
        given = {
            "path:calendarId": calendar_id,
            "query:from": from_,
            "query:to": to,
        }
        result: FreeBusy = await self._call(_FREE_BUSY, given, None, options)
        return result

    async def import_(
        self,
        calendar_id: str,
        body: str | Upload,
        *,
        if_exists: IfExists | None = None,
        options: Options | None = None,
    ) -> ImportReport:
        """Import a file

        Stores each object of a file, new or in the place of the one with its UID.

        calendar_id: The calendar. if_exists: What to do with an object whose UID is there already.
        """
        given = {
            "path:calendarId": calendar_id,
            "query:if-exists": if_exists,
        }
        result: ImportReport = await self._call(_IMPORT_, given, body, options)
        return result

    async def free_busy_of_account(
        self,
        *,
        from_: str,
        to: str,
        account: str | None = None,
        options: Options | None = None,
    ) -> FreeBusy:
        """Tell when somebody is busy

        When an account is busy by all its calendars together, one's own without `account`.

        from_: The beginning of the range. to: The end of the range, which is not part of it. account: The
        identifier of somebody who lets others see when they are busy.
        """
        given = {
            "query:from": from_,
            "query:to": to,
            "query:account": account,
        }
        result: FreeBusy = await self._call(_FREE_BUSY_OF_ACCOUNT, given, None, options)
        return result
