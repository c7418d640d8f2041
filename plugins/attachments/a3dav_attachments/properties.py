"""The properties of RFC 8607 §6."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from a3dav.live_properties import once
from a3dav.registries import Property, Values
from a3dav_attachments.names import CALENDAR, CALENDAR_HOME, caldav

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.resources import Resource
    from a3dav.xml.reading import Element


def max_size(house: House) -> int:
    """The most bytes that an attachment may have."""
    own, general = house.section("attachments").max_size, house.settings.limits.max_file_size
    most: int = min(own, general) if general else own
    return most


def max_per_resource(house: House) -> int:
    most: int = house.section("attachments").max_per_resource
    return most


def _of_calendars(limit: Callable[[House], int]) -> Callable[..., Values]:
    """Calendars alone have limits, and none of the collections that are like them."""

    def getter(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
        value = str(limit(exchange.house)).encode()
        return [value if resource.kind == CALENDAR else None for resource in resources]

    return getter


def _no_other_server(_: Exchange) -> bytes:
    """§6.1: without an href, attachments are where the calendar home is, however the client reached it."""
    return b""


PROPERTIES = (
    Property(
        caldav("managed-attachments-server-URL"), once(_no_other_server), kinds=frozenset({CALENDAR_HOME}), steady=True
    ),
    Property(caldav("max-attachment-size"), _of_calendars(max_size), kinds=frozenset({CALENDAR}), steady=True),
    Property(
        caldav("max-attachments-per-resource"),
        _of_calendars(max_per_resource),
        kinds=frozenset({CALENDAR}),
        steady=True,
    ),
)
