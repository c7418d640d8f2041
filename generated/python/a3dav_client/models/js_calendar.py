# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class JsCalendar(Model):
    """An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be
    sent and are told.
    """

    at_type: JsCalendarAtType | Unset = UNSET
    """What it is."""
    uid: str | Unset = UNSET
    """Its identifier in all systems; the server makes one for a new object without."""
    title: str | Unset = UNSET
    """What it is called."""
    description: str | Unset = UNSET
    """What it is about."""
    start: str | Unset = UNSET
    """Its beginning in local time."""
    time_zone: str | None | Unset = UNSET
    """The IANA name of its time zone; null floats with the reader."""
    duration: str | Unset = UNSET
    """How long it lasts."""
    due: str | Unset = UNSET
    """Of a Task, until when, in local time."""
    show_without_time: bool | Unset = UNSET
    """Whether it lasts whole days."""
    status: JsCalendarStatus | Unset = UNSET
    """How sure it is."""
    progress: JsCalendarProgress | Unset = UNSET
    """How far a Task is."""
    percent_complete: int | Unset = UNSET
    """How much of a Task is done."""
    free_busy_status: JsCalendarFreeBusyStatus | Unset = UNSET
    """Whether it makes busy."""
    privacy: JsCalendarPrivacy | Unset = UNSET
    """How much of it others see."""
    priority: int | Unset = UNSET
    """1 is the highest, 0 none."""
    color: str | Unset = UNSET
    """A colour for it."""
    locale: str | Unset = UNSET
    """The language of its texts."""
    sequence: int | Unset = UNSET
    """How often it was changed for those invited."""
    created: str | Unset = UNSET
    """When it was made."""
    updated: str | Unset = UNSET
    """When it was changed."""
    prod_id: str | Unset = UNSET
    """What made it."""
    keywords: dict[str, bool] | Unset = UNSET
    """Keywords by their text."""
    categories: dict[str, bool] | Unset = UNSET
    """Categories by their URI."""
    locations: dict[str, dict[str, Any]] | Unset = UNSET
    """Places."""
    virtual_locations: dict[str, dict[str, Any]] | Unset = UNSET
    """Places to call."""
    links: dict[str, dict[str, Any]] | Unset = UNSET
    """Files and pages."""
    participants: dict[str, dict[str, Any]] | Unset = UNSET
    """Who takes part."""
    reply_to: dict[str, str] | Unset = UNSET
    """Where answers go."""
    alerts: dict[str, dict[str, Any]] | Unset = UNSET
    """Reminders."""
    recurrence_rules: list[dict[str, Any]] | Unset = UNSET
    """When it happens again."""
    excluded_recurrence_rules: list[dict[str, Any]] | Unset = UNSET
    """When it does not."""
    recurrence_overrides: dict[str, dict[str, Any]] | Unset = UNSET
    """Instances that differ."""
    recurrence_id: str | Unset = UNSET
    """Of an instance alone, which one it is."""
    related_to: dict[str, dict[str, Any]] | Unset = UNSET
    """What it belongs to."""

    _members: ClassVar[List[Member]] = [
        Member("@type", "at_type", named("JsCalendarAtType"), False),
        Member("uid", "uid", TEXT, False),
        Member("title", "title", TEXT, False),
        Member("description", "description", TEXT, False),
        Member("start", "start", TEXT, False),
        Member("timeZone", "time_zone", or_null(TEXT), False),
        Member("duration", "duration", TEXT, False),
        Member("due", "due", TEXT, False),
        Member("showWithoutTime", "show_without_time", BOOLEAN, False),
        Member("status", "status", named("JsCalendarStatus"), False),
        Member("progress", "progress", named("JsCalendarProgress"), False),
        Member("percentComplete", "percent_complete", INTEGER, False),
        Member("freeBusyStatus", "free_busy_status", named("JsCalendarFreeBusyStatus"), False),
        Member("privacy", "privacy", named("JsCalendarPrivacy"), False),
        Member("priority", "priority", INTEGER, False),
        Member("color", "color", TEXT, False),
        Member("locale", "locale", TEXT, False),
        Member("sequence", "sequence", INTEGER, False),
        Member("created", "created", TEXT, False),
        Member("updated", "updated", TEXT, False),
        Member("prodId", "prod_id", TEXT, False),
        Member("keywords", "keywords", map_of(BOOLEAN), False),
        Member("categories", "categories", map_of(BOOLEAN), False),
        Member("locations", "locations", map_of(map_of(ANY)), False),
        Member("virtualLocations", "virtual_locations", map_of(map_of(ANY)), False),
        Member("links", "links", map_of(map_of(ANY)), False),
        Member("participants", "participants", map_of(map_of(ANY)), False),
        Member("replyTo", "reply_to", map_of(TEXT), False),
        Member("alerts", "alerts", map_of(map_of(ANY)), False),
        Member("recurrenceRules", "recurrence_rules", list_of(map_of(ANY)), False),
        Member("excludedRecurrenceRules", "excluded_recurrence_rules", list_of(map_of(ANY)), False),
        Member("recurrenceOverrides", "recurrence_overrides", map_of(map_of(ANY)), False),
        Member("recurrenceId", "recurrence_id", TEXT, False),
        Member("relatedTo", "related_to", map_of(map_of(ANY)), False),
    ]


class JsCalendarAtType(OpenText):
    """What it is."""

    EVENT = "Event"
    TASK = "Task"
    GROUP = "Group"


class JsCalendarFreeBusyStatus(OpenText):
    """Whether it makes busy."""

    FREE = "free"
    BUSY = "busy"


class JsCalendarPrivacy(OpenText):
    """How much of it others see."""

    PUBLIC = "public"
    PRIVATE = "private"
    SECRET = "secret"


class JsCalendarProgress(OpenText):
    """How far a Task is."""

    NEEDS_ACTION = "needs-action"
    IN_PROCESS = "in-process"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class JsCalendarStatus(OpenText):
    """How sure it is."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    TENTATIVE = "tentative"
