"""The properties of RFC 4791 §5.2, §6.2 and §7.5, and two of RFC 6638 that clients ask for without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from a3dav.errors import Conflict, Forbidden
from a3dav.live_properties import each, once, store_element, stored_element
from a3dav.provisioning import HOME_OWNERS
from a3dav.query import Whole
from a3dav.registries import Property, Values
from a3dav.resources import Resource, path_href
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, read_xml
from a3dav.xml.writing import href
from a3dav_caldav import availability
from a3dav_caldav.calendar_data import SERVED, calendar_data, calendar_data_cost
from a3dav_caldav.calendar_users import CALENDAR_USERS
from a3dav_caldav.calendars import COMPONENT_SET
from a3dav_caldav.errors import refused
from a3dav_caldav.names import CALDAV, CALENDAR, CALENDARS, COMPONENTS, HOME, OBJECT, TRANSPARENCY, caldav
from a3dav_caldav.timezones import TIMEZONE, TIMEZONE_ID, set_timezone, set_timezone_id, timezone_property
from a3dav_caldav.tzdist.service import service_href
from a3dav_content.collation import SUPPORTED as COLLATIONS
from a3dav_content.density import MOST_COUNTED
from a3dav_content.rules import SCALE

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.writing import WriteContext

ONES = frozenset({CALENDAR})
DESCRIPTION = caldav("calendar-description")
MAX_DESCRIPTION = 10_000

_keep_description = store_element(DESCRIPTION)
_keep_transparency = store_element(TRANSPARENCY)


def components_of(stored: Mapping[str, bytes]) -> Sequence[str]:
    """The kinds of components a calendar takes, from its stored properties."""
    element = stored.get(COMPONENT_SET)
    return _components_in(element) if element else COMPONENTS


@lru_cache(maxsize=1024)
def _components_in(element: bytes) -> tuple[str, ...]:
    return tuple(_names(read_xml(element)))


def _names(element: Element) -> list[str]:
    return [name for comp in element if (name := (comp.get("name") or "").upper()) in COMPONENTS]


def _component_set(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
    stored = exchange.stored(resources)
    return [_comps(components_of(stored[resource.id])) for resource in resources]


def _comps(names: Sequence[str]) -> bytes:
    return "".join(f'<C:comp name="{name}"/>' for name in names).encode()


def _set_component_set(write: WriteContext, element: Element | None) -> None:
    """RFC 4791 §5.2.3: told when the calendar is made, protected from then on."""
    if write.operation != "mkcol" or element is None:
        raise Forbidden(
            "what a calendar holds is told when it is made", condition=dav("cannot-modify-protected-property")
        )
    names = _names(element)
    if not names:
        raise refused("supported-calendar-component", f"a calendar can hold {', '.join(COMPONENTS)}")
    inner = "".join(f'<comp name="{name}"/>' for name in dict.fromkeys(names))
    local = "supported-calendar-component-set"
    write.set_property(COMPONENT_SET, f'<{local} xmlns="{CALDAV}">{inner}</{local}>'.encode())


def _component_sets(_: Exchange) -> bytes:
    """The sets that a new calendar of this home can be made for: any of the components, or all."""
    rendered = [b"<C:supported-calendar-component-set>" + _comps([name]) for name in COMPONENTS]
    rendered.append(b"<C:supported-calendar-component-set>" + _comps(COMPONENTS))
    return b"".join(entry + b"</C:supported-calendar-component-set>" for entry in rendered)


def _timezone_services(_: Exchange) -> bytes:
    """RFC 7809 §5.1: where the time zones are that objects may refer to by name."""
    return href(service_href())


def _set_description(write: WriteContext, element: Element | None) -> None:
    if element is not None and (len(element) or len(element.text or "") > MAX_DESCRIPTION):
        raise Conflict(f"a description is text of {MAX_DESCRIPTION} characters at most")
    _keep_description(write, element)


def _transparency(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
    stored = exchange.stored(resources)
    found = [stored[resource.id].get(TRANSPARENCY) for resource in resources]
    return [b"<C:opaque/>" if value is None else Whole(value) for value in found]


def _set_transparency(write: WriteContext, element: Element | None) -> None:
    if element is not None and [str(entry.tag) for entry in element] not in (
        [caldav("opaque")], [caldav("transparent")],
    ):  # fmt: skip
        raise Conflict("schedule-calendar-transp holds opaque or transparent")
    _keep_transparency(write, element)


def _supported_data(_: Exchange) -> bytes:
    return "".join(f'<C:calendar-data content-type="{served}" version="2.0"/>' for served in SERVED).encode()


def _supported_collations(exchange: Exchange) -> bytes:
    element, name = exchange.house.prefixes.element, caldav("supported-collation")
    return b"".join(element(name, collation.encode()) for collation in sorted(COLLATIONS))


def _supported_scales(exchange: Exchange) -> bytes:
    return exchange.house.prefixes.element(caldav("supported-rscale"), SCALE.encode())


def _max_resource_size(exchange: Exchange) -> bytes:
    return str(exchange.house.settings.limits.max_resource_size).encode()


def _limit(name: str, form: str = "{}") -> Property:
    """A limit of the settings, absent where it is not set (§5.2.6 to §5.2.9), but for that of recurrence."""
    least = MOST_COUNTED if name == "max-instances" else 0
    key = {"min-date-time": "min_year", "max-date-time": "max_year", "max-instances": "max_instances"}

    def getter(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
        value = getattr(exchange.house.section("caldav"), key.get(name, "max_attendees")) or least
        return [form.format(value).encode() if value else None] * len(resources)

    return Property(caldav(name), getter, kinds=ONES, steady=True)


def _home_set(_: Exchange, principal: Resource) -> bytes:
    return href(path_href((CALENDARS, principal.name), collection=True))


OWNERS = frozenset(HOME_OWNERS)
PROPERTIES = (
    Property(DESCRIPTION, stored_element(DESCRIPTION), _set_description, ONES, steady=True),
    Property(TIMEZONE, timezone_property, set_timezone, ONES, steady=True),
    Property(TIMEZONE_ID, stored_element(TIMEZONE_ID), set_timezone_id, ONES, steady=True),
    Property(COMPONENT_SET, _component_set, _set_component_set, ONES, steady=True),
    Property(caldav("supported-calendar-component-sets"), once(_component_sets), kinds=frozenset({HOME}), steady=True),
    Property(caldav("timezone-service-set"), once(_timezone_services), kinds=frozenset({HOME}), steady=True),
    Property(caldav("supported-calendar-data"), once(_supported_data), kinds=ONES, steady=True),
    Property(caldav("supported-collation-set"), once(_supported_collations), kinds=ONES | {OBJECT, HOME}, steady=True),
    Property(caldav("supported-rscale-set"), once(_supported_scales), kinds=ONES, steady=True),
    Property(caldav("max-resource-size"), once(_max_resource_size), kinds=ONES, steady=True),
    _limit("min-date-time", "{:04}0101T000000Z"),
    _limit("max-date-time", "{:04}1231T235959Z"),
    _limit("max-instances"),
    _limit("max-attendees-per-instance"),
    Property(TRANSPARENCY, _transparency, _set_transparency, ONES, steady=True),
    Property(caldav("calendar-home-set"), each(_home_set), kinds=OWNERS, steady=True),
    *CALENDAR_USERS,
    Property(caldav("calendar-data"), calendar_data, kinds=frozenset({OBJECT}), cost=calendar_data_cost, steady=True),
    availability.PROPERTY,
)
