"""Parts of a calendar object (RFC 4791 §9.6.1 to §9.6.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from a3dav_content.errors import InvalidFilter
from a3dav_content.lines import Component, Property
from a3dav_content.text_match import name_of

CALDAV = "urn:ietf:params:xml:ns:caldav"
MAX_DEPTH = 8


@dataclass(slots=True, frozen=True)
class WantedComponent:
    """None stands for all; a property maps to True where only its name is wanted."""

    name: str
    properties: dict[str, bool] | None = None
    components: dict[str, WantedComponent] | None = field(default=None)


def parse_comp(element: Any, depth: int = 1) -> WantedComponent:
    """Reads a CALDAV:comp element."""
    if depth > MAX_DEPTH:
        raise InvalidFilter(f"comps are nested deeper than {MAX_DEPTH}")
    name = name_of(element)
    if depth == 1 and name != "VCALENDAR":
        raise InvalidFilter(f"the outermost comp is VCALENDAR, not {name[:40]}")
    properties: dict[str, bool] | None = {}
    components: dict[str, WantedComponent] | None = {}
    for child in element:
        if child.tag == f"{{{CALDAV}}}allprop":
            properties = None
        elif child.tag == f"{{{CALDAV}}}allcomp":
            components = None
        elif child.tag == f"{{{CALDAV}}}prop" and properties is not None:
            properties[name_of(child)] = child.get("novalue") == "yes"
        elif child.tag == f"{{{CALDAV}}}comp" and components is not None:
            nested = parse_comp(child, depth + 1)
            components[nested.name] = nested
    return WantedComponent(name, properties, components)


def project(component: Component, wanted: WantedComponent) -> Component:
    """The wanted part of a component."""
    properties = component.properties
    if wanted.properties is not None:
        properties = [_part(entry, wanted.properties) for entry in properties if entry.name in wanted.properties]
    components = component.components
    if wanted.components is not None:
        chosen = wanted.components
        components = [project(child, chosen[child.name]) for child in components if child.name in chosen]
    return Component(component.name, list(properties), list(components))


def _part(entry: Property, wanted: dict[str, bool]) -> Property:
    return Property(entry.name, "", entry.params, entry.group) if wanted[entry.name] else entry
