"""A change of the attachments of an object as a write like any other: its body is made of what stands there.

It is made anew whenever the object turns out to have changed meanwhile, so that nothing of anybody else's is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden, NotFound
from a3dav.identifiers import now_ms
from a3dav.writing import Moved, body_of
from a3dav_attachments.names import caldav
from a3dav_attachments.properties import max_per_resource
from a3dav_attachments.wishes import ADD, UPDATE, Wish, refused
from a3dav_content import managed_attachments as managed
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import format_utc
from a3dav_content.errors import ContentError
from a3dav_content.lines import Property, serialise

if TYPE_CHECKING:
    from a3dav.writing import WriteContext

NOTE, VERSION = "attachments.edit", "attachments.version"


@dataclass(slots=True, frozen=True)
class Edit:
    """What is wished for, and the property of the attachment that comes, if one does."""

    wish: Wish
    entry: Property | None = None

    @property
    def made(self) -> str:
        return managed.managed_id(self.entry) if self.entry is not None else ""


def edit_of(write: WriteContext) -> Edit | None:
    found: Edit | None = write.notes.get(NOTE)
    return found


def apply(write: WriteContext) -> None:
    """Gives the write the body that its edit makes of the present one."""
    edit, before = edit_of(write), write.before
    if edit is None:
        return
    if before is None:
        raise NotFound("the event is gone")
    if before.withheld:
        raise Forbidden("you see less of this than is stored, so that it is not yours to change")
    data = _edited(write.house.lenses.body(write.identity, before).read(), edit, max_per_resource(write.house))
    write.body, write.converted = body_of(write.house, data), True
    write.notes[VERSION] = before.version_id


def _edited(body: bytes, edit: Edit, most: int) -> bytes:
    try:
        found = CalendarObject.stored(body)
        if found.component not in managed.HOLDERS:
            raise Forbidden(f"nothing can be attached to a {found.component}")
        _change(found, edit)
        data = serialise(found.calendar)
        count = len({managed.managed_id(entry) for entry in managed.references(data)})
    except managed.UnknownAttachment as error:
        raise refused("valid-managed-id-parameter", str(error)) from error
    except ContentError as error:
        raise refused("valid-rid-parameter", str(error)) from error
    if edit.wish.action == ADD and count > most:
        raise Forbidden(f"an event has {most} attachments at most", condition=caldav("max-attachments-per-resource"))
    return data


def _change(found: CalendarObject, edit: Edit) -> None:
    wish, stamp = edit.wish, format_utc(now_ms() // 1000)
    if edit.entry is None:
        managed.removed(found, wish.rids, wish.managed_id, stamp)
    elif wish.action == UPDATE:
        managed.replaced(found, wish.managed_id, edit.entry, stamp)
    else:
        managed.added(found, wish.rids, edit.entry, stamp)


def decide(write: WriteContext) -> None:
    """Inside the transaction: what was changed is still what stands there."""
    if edit_of(write) is not None and (write.before is None or write.before.version_id != write.notes.get(VERSION)):
        raise Moved
