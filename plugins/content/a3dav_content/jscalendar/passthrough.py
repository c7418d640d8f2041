"""What one form cannot say goes along in it (draft-ietf-calext-jscalendar-icalendar): in `iCalendar`, or in JSPROP."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from a3dav_content.errors import ContentError, InvalidJson
from a3dav_content.jcal import UNKNOWN, jcal_params, jcal_property
from a3dav_content.jcal_reading import component_in, params_in, property_in
from a3dav_content.json_pointers import below, escaped
from a3dav_content.jsprop import JSPROP, JSPTR, compact, refuse_broken, restore, unbroken
from a3dav_content.lines import Component, Params, Property, encode_param, escape_text
from a3dav_content.sketches import Sketch

RAW = "iCalendar"
"""The tag of lines and parts that JSCalendar cannot say, and the member that keeps them."""
JSID = "JSID"
Json = dict[str, Any]


class Source:
    """A component that is read: what is taken from it is tagged, what is left is passed through."""

    def __init__(self, component: Component) -> None:
        self.component = component
        self.sketch = Sketch(component.name, source=component)
        self._left = [entry for entry in component.properties if entry.name != JSPROP]
        self._props = component.all(JSPROP)
        self._parts = list(component.components)
        self._converted: Json = {}

    def first(self, name: str) -> Property | None:
        return next((entry for entry in self._left if entry.name == name), None)

    def all(self, name: str) -> list[Property]:
        return [entry for entry in self._left if entry.name == name]

    def take(self, entry: Property, tag: str) -> None:
        self._left = [other for other in self._left if other is not entry]
        self.sketch.lines.append((tag, entry))

    def keep(
        self, path: str, entry: Property, known: Collection[str] = (), *, named: bool = False, kind: str = ""
    ) -> None:
        """Remembers the name of a line, where it is `named`, and those of its parameters that are not known."""
        params: Params = tuple((name, values) for name, values in entry.params if name not in {*known, "VALUE", JSID})
        if params or named:
            about: Json = {"@type": "ICalProperty", "name": entry.name.lower()}
            if kind:
                about["valueType"] = kind
            if params:
                about["parameters"] = jcal_params(params)
            self._converted[path] = about

    def converted(self, path: str) -> Json | None:
        found: Json | None = self._converted.get(path)
        return found

    def forget(self, path: str) -> None:
        self._converted.pop(path, None)

    def note(self, path: str, name: str) -> None:
        self._converted[path] = {"@type": "ICalProperty", "name": name}

    def parts(self, name: str) -> list[Component]:
        return [part for part in self._parts if part.name == name]

    def take_part(self, part: Component, tag: str, sketch: Sketch) -> None:
        self._parts = [other for other in self._parts if other is not part]
        self.sketch.parts.append((tag, sketch))

    def restore(self, found: Json) -> None:
        """Sets the members that JSPROP keeps, once all others are there."""
        restore(found, self._props)
        self.sketch.lines += [(JSPROP, entry) for entry in self._props]
        self._props = []

    def close(self, found: Json, left_out: Collection[str] = ()) -> None:
        """Adds to the object what was left; `left_out` are names of lines that never tell anything."""
        self.restore(found)
        about: Json = {}
        if self._converted:
            about["convertedProperties"] = self._converted
        left = [entry for entry in self._left if entry.name not in left_out]
        if left:
            self._tell(left, about)
        if self._parts:
            about["components"] = [*map(_told_part, self._parts)]
            self.sketch.parts += [(RAW, Sketch(part.name, source=part)) for part in self._parts]
        if about:
            found[RAW] = {"@type": "ICalComponent", "name": self.component.name.lower(), **about}

    def _tell(self, left: list[Property], about: Json) -> None:
        told = [(entry, tree) for entry in left if (tree := _told(entry)) is not None]
        if told:
            about["properties"] = [tree for _, tree in told]
        self.sketch.lines += [(RAW, entry) for entry, _ in told]


def _told(entry: Property) -> list[Any] | None:
    """A line as jCal that can be read again: without its parameters where they are odd, and None for an odd name."""
    for tree in (jcal_property(entry), [entry.name.lower(), {}, UNKNOWN, entry.value]):
        try:
            property_in(tree)
        except ContentError:
            continue
        return tree
    return None


def _told_part(part: Component) -> list[Any]:
    properties = [tree for entry in part.properties if (tree := _told(entry)) is not None]
    return [part.name.lower(), properties, [*map(_told_part, part.components)]]


class Draft:
    """An object that is written: members are popped from it, and what is left becomes JSPROP."""

    def __init__(self, name: str, value: Mapping[str, Any], place: str) -> None:
        self.left: Json = {key: member for key, member in value.items() if member is not None and key != "@type"}
        self.place = place
        self.sketch = Sketch(name)
        about = self.left.pop(RAW, None) or {}
        self._about = about if isinstance(about, dict) else {}
        self._converted = self._about.get("convertedProperties") or {}

    def pop(self, name: str) -> Any:
        return self.left.pop(name, None)

    def name_of(self, path: str) -> str:
        """What the line was called that a path came from."""
        about = self._converted.get(path) or {}
        return str(about.get("name", "")).upper()

    def kind_of(self, path: str) -> str:
        return str((self._converted.get(path) or {}).get("valueType", ""))

    def params_of(self, path: str, without: Collection[str] = ()) -> Params:
        """The parameters that were kept for a path."""
        given = (self._converted.get(path) or {}).get("parameters")
        if not given:
            return ()
        place = below(f"{self.place}/{RAW}/convertedProperties", path)
        try:
            return tuple(entry for entry in params_in(given) if entry[0] not in without)
        except ContentError as error:
            raise InvalidJson(str(error), f"{place}/parameters") from error

    def add(self, tag: str, name: str, value: str, params: Params = ()) -> None:
        self.sketch.add(tag, name, value, params)

    def add_text(self, tag: str, name: str, text: str, params: Params = ()) -> None:
        self.add(tag, name, written_text(text), params)

    def leave(self, path: str, value: Any) -> None:
        """A member that has no place in iCalendar."""
        self.add(JSPROP, JSPROP, written_text(compact(value)), ((JSPTR, (encode_param(path),)),))

    def leave_all(self, prefix: str, members: Mapping[str, Any]) -> None:
        for name, value in members.items():
            if value is not None and name not in {"@type", RAW}:
                self.leave(f"{prefix}{escaped(name)}", value)

    def close(self) -> Sketch:
        """The component with the members that are left, and with what was passed through."""
        self.leave_all("", self.left)
        there = {escaped_value(entry) for _, entry in self.sketch.lines}
        for index, tree in enumerate(self._about.get("properties") or ()):
            entry = self._line(tree, f"{self.place}/{RAW}/properties/{index}")
            if escaped_value(entry) not in there:
                self.sketch.lines.append((RAW, entry))
        for index, tree in enumerate(self._about.get("components") or ()):
            self.sketch.parts.append((RAW, self._part(tree, f"{self.place}/{RAW}/components/{index}")))
        refuse_broken(self.sketch, self.place)
        return self.sketch

    def _line(self, tree: Any, place: str) -> Property:
        try:
            return property_in(tree)
        except ContentError as error:
            raise InvalidJson(str(error), place) from error

    def _part(self, tree: Any, place: str) -> Sketch:
        try:
            return sketch_of(component_in(tree))
        except ContentError as error:
            raise InvalidJson(str(error), place) from error


def escaped_value(entry: Property) -> tuple[str, str, Params]:
    return entry.name, entry.value, entry.params


def sketch_of(component: Component) -> Sketch:
    lines = [(RAW, entry) for entry in component.properties]
    return Sketch(component.name, lines, [(RAW, sketch_of(part)) for part in component.components])


def written_text(text: str) -> str:
    return escape_text(unbroken(text))
