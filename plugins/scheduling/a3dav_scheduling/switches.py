"""Who does the scheduling of a calendar: the server, the client, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from a3dav.errors import Conflict
from a3dav.registries import Property, Values
from a3dav.resources import Resource
from a3dav.xml.reading import Element, read_xml, text_of
from a3dav_scheduling.names import A3DAV, CALENDAR, CYRUS, INBOX

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.storage.store import Store
    from a3dav.writing import WriteContext

SWITCH = f"{{{A3DAV}}}scheduling"
ENABLED = f"{{{CYRUS}}}scheduling-enabled"
"""The same as a question of yes and no, as clients of Cyrus know it."""
_YES, _NO = b"T", b"F"


class Mode(StrEnum):
    """`client`: clients send invitations themselves; `off`: nobody does, and what comes in changes nothing here."""

    SERVER = "server"
    CLIENT = "client"
    OFF = "off"


def mode_of(store: Store, calendars: Sequence[Resource]) -> list[Mode]:
    """The mode of each calendar, in their order."""
    stored = store.properties(calendars)
    return [_mode(stored.get(calendar.id, {}).get(SWITCH)) for calendar in calendars]


@lru_cache(maxsize=1024)
def _mode(value: bytes | None) -> Mode:
    text = text_of(read_xml(value)) if value is not None else ""
    return Mode(text) if text in set(Mode) else Mode.SERVER


def _modes(exchange: Exchange, calendars: Sequence[Resource]) -> list[Mode]:
    stored = exchange.stored(calendars)
    return [_mode(stored[calendar.id].get(SWITCH)) for calendar in calendars]


def _switches(exchange: Exchange, calendars: Sequence[Resource], _: Element | None) -> Values:
    return [mode.encode() for mode in _modes(exchange, calendars)]


def _enabled(exchange: Exchange, calendars: Sequence[Resource], _: Element | None) -> Values:
    return [_YES if mode is Mode.SERVER else _NO for mode in _modes(exchange, calendars)]


def _set_switch(write: WriteContext, element: Element | None) -> None:
    text = text_of(element).lower() if element is not None else Mode.SERVER
    if text not in set(Mode):
        raise Conflict(f"scheduling is done by one of {', '.join(Mode)}, not by {text[:40]!r}")
    _keep(write, Mode(text))


def _set_enabled(write: WriteContext, element: Element | None) -> None:
    text = text_of(element).upper().encode() if element is not None else _YES
    if text not in {_YES, _NO}:
        raise Conflict("scheduling-enabled is T or F")
    _keep(write, Mode.SERVER if text == _YES else Mode.CLIENT)


def _keep(write: WriteContext, mode: Mode) -> None:
    element = f'<scheduling xmlns="{A3DAV}">{mode}</scheduling>'.encode()
    write.set_property(SWITCH, None if mode is Mode.SERVER else element)


def nothing(_: Exchange, resources: Sequence[Resource], __: Element | None) -> Values:
    """For what calendars have and an inbox, though it is like one, has not."""
    return [None] * len(resources)


PROPERTIES = (
    Property(SWITCH, _switches, _set_switch, frozenset({CALENDAR}), steady=True),
    Property(ENABLED, _enabled, _set_enabled, frozenset({CALENDAR}), steady=True),
    Property(SWITCH, nothing, kinds=frozenset({INBOX}), steady=True),
    Property(ENABLED, nothing, kinds=frozenset({INBOX}), steady=True),
)
