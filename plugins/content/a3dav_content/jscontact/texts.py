"""A card that is read, and one that is written: properties of version 4.0 with tags, and what passes through."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from a3dav_content.card_values import joined
from a3dav_content.errors import ContentError, InvalidJson
from a3dav_content.jcard import group_in, jcard_params, jcard_property, params_in, property_in
from a3dav_content.json_ids import derived
from a3dav_content.json_pointers import escaped
from a3dav_content.jsprop import compact, refuse_broken, restore, unbroken
from a3dav_content.lines import Component, Params, Property, decode_param, encode_param
from a3dav_content.sketches import Sketch

Json = dict[str, Any]
PROPS, PARAMS, NAME = "vCardProps", "vCardParams", "vCardName"
_PARAM = re.compile(r"[A-Za-z0-9-]+", re.ASCII)
LABEL = "X-ABLABEL"
SPELT_LABEL = "X-ABLabel"


def said(entry: Property, name: str) -> str | None:
    """The values of a parameter as one text, decoded."""
    values = [decode_param(value) for value in entry.params_named(name)]
    return ",".join(values) if values else None


def param(name: str, value: Any) -> Params:
    return () if value is None or value == "" else ((name, (encode_param(unbroken(str(value))),)),)


def text_value(text: str) -> str:
    """A value of type TEXT in 4.0, where semicolons stand for themselves."""
    return joined([[unbroken(text)]], semicolons=False)


class CardSource:
    """The properties that are left of a card; `absorbed` are lines that speak through another one."""

    def __init__(self, component: Component, lines: Iterable[tuple[Property, tuple[int, ...]]]) -> None:
        self.sketch = Sketch("VCARD", source=component)
        self._lines = list(lines)
        self._left = [entry for entry, _ in self._lines if entry.name != "JSPROP"]
        self._numbers = {id(entry): numbers for entry, numbers in self._lines}

    def all(self, *names: str) -> list[Property]:
        return [entry for entry in self._left if entry.name in names]

    def first(self, name: str) -> Property | None:
        return next((entry for entry in self._left if entry.name == name), None)

    def take(self, entry: Property, tag: str) -> None:
        self._left = [other for other in self._left if other is not entry]
        self._tag(entry, tag)

    def variants(self) -> set[int]:
        """The lines that say in another language what a line of the same ALTID says, known by their identity."""
        language = next((entry.text.strip() for entry in self._left if entry.name == "LANGUAGE"), None)
        groups: dict[tuple[str, str], list[Property]] = {}
        for entry in self._left:
            if entry.param("PHONETIC") is None and (altid := entry.param("ALTID")) is not None:
                groups.setdefault((entry.name, altid), []).append(entry)
        found = {id(entry) for entry in self._left if entry.param("PHONETIC") is not None}
        for entries in groups.values():
            ranks = [
                (None, language).index(said) if said in {None, language} else 2 for said in map(_language, entries)
            ]
            base = entries[ranks.index(min(ranks))]
            found |= {id(entry) for entry in entries if entry is not base and _language(entry) is not None}
        return found

    def tagged(self, tag: str) -> Property | None:
        return next((entry for found, entry in self.sketch.lines if found == tag), None)

    def base_of(self, name: str, altid: str) -> str | None:
        """The tag of what a line of this ALTID says in another language."""
        lines = self.sketch.lines
        return next((tag for tag, e in lines if e.name == name and e.param("ALTID") == altid and "@" not in tag), None)

    def _tag(self, entry: Property, tag: str) -> None:
        first, *others = self._numbers[id(entry)]
        entry.line = first
        self.sketch.lines.append((tag, entry))
        self.sketch.lines += [(tag, Property("", "", line=number)) for number in others]

    def close(self, found: Json) -> None:
        props = [entry for entry, _ in self._lines if entry.name == "JSPROP"]
        restore(found, props)
        for entry in props:
            self._tag(entry, "JSPROP")
        left = [entry for entry in self._left if entry.name != "VERSION"]
        told = [(entry, tree) for entry in left if (tree := _told(entry)) is not None]
        if told:
            found[PROPS] = [tree for _, tree in told]
        for entry, _ in told:
            self._tag(entry, PROPS)


def _told(entry: Property) -> list[Any] | None:
    """A line as jCard that can be read again: without its parameters where they are odd, and None for an odd name."""
    for tree in (jcard_property(entry), [entry.name.lower(), {}, "unknown", entry.value]):
        try:
            property_in(tree, 0)
        except ContentError:
            continue
        return tree
    return None


def _language(entry: Property) -> str | None:
    return said(entry, "LANGUAGE")


def kept(entry: Property, known: Collection[str], **left: Iterable[str]) -> Json:
    """What an object has to remember of its line: parameters that it does not say, and the group.

    `left` are values of parameters that it says in part.
    """
    params = tuple((name, values) for name, values in entry.params if name not in {*known, "VALUE", "PROP-ID"})
    params += tuple((name.upper(), tuple(values)) for name, values in left.items() if values)
    sayable = tuple((name, values) for name, values in params if _PARAM.fullmatch(name))
    about = jcard_params(Property(entry.name, "", sayable, entry.group if _PARAM.fullmatch(entry.group) else ""))
    return {PARAMS: about} if about else {}


class CardDraft:
    """A card that is written; `ids` says whether each entry tells its id, or those alone that could not be derived."""

    def __init__(self, value: Mapping[str, Any], *, ids: bool) -> None:
        self.left: Json = {name: member for name, member in value.items() if member is not None and name != "@type"}
        self.sketch = Sketch("VCARD")
        self._ids = ids
        self._groups = set(_groups(value))

    def pop(self, name: str) -> Any:
        return self.left.pop(name, None)

    def new_group(self) -> str:
        number = next(number for number in range(1, 100_000) if f"item{number}" not in self._groups)
        self._groups.add(f"item{number}")
        return f"item{number}"

    def add(self, tag: str, name: str, value: str, params: Params = (), group: str = "") -> Property:
        entry = Property(name, value, params, group)
        self.sketch.lines.append((tag, entry))
        return entry

    def id_params(self, key: str, name: str, value: str, *, always: bool = False) -> Params:
        return () if not (self._ids or always) and key == derived(f"{name}:{value}") else (("PROP-ID", (key,)),)

    def leave(self, pointer: str, value: Any) -> None:
        """RFC 9555 §3.2.1."""
        self.add("JSPROP", "JSPROP", text_value(compact(value)), (("JSPTR", (encode_param(pointer),)),))

    def leave_all(self, prefix: str, members: Mapping[str, Any]) -> None:
        for name, value in members.items():
            if value is not None and name not in {"@type", PARAMS, NAME}:
                self.leave(f"{prefix}{escaped(name)}", value)

    def close(self) -> Sketch:
        trees = self.pop(PROPS) or ()
        self.left.pop("version", None)
        self.leave_all("", self.left)
        for index, tree in enumerate(trees):
            try:
                entry = property_in(tree, index + 1)
            except ContentError as error:
                raise InvalidJson(str(error), f"/{PROPS}/{index}") from error
            if entry.name != "VERSION":
                self.sketch.lines.append((PROPS, entry))
        refuse_broken(self.sketch, "")
        return self.sketch


def _groups(value: Any) -> Iterable[str]:
    """The groups that are told in what was passed through."""
    if isinstance(value, dict):
        group = value.get("group")
        if isinstance(group, str):
            yield group
        for member in value.values():
            yield from _groups(member)
    elif isinstance(value, list):
        for member in value:
            yield from _groups(member)


def remembered(members: Json, place: str, without: Collection[str] = ()) -> tuple[Params, str]:
    """The parameters and the group that an object remembers of its line, which it loses here."""
    about = members.pop(PARAMS, None) or {}
    members.pop(NAME, None)
    try:
        params = params_in(about, "", "unknown", 0)
        return tuple(entry for entry in params if entry[0] not in {*without, "VALUE"}), group_in(about, 0)
    except ContentError as error:
        raise InvalidJson(str(error), f"{place}/{PARAMS}") from error


def merged_params(*many: Params) -> Params:
    """Parameters of one name as one."""
    found: dict[str, tuple[str, ...]] = {}
    for params in many:
        for name, values in params:
            found[name] = found.get(name, ()) + tuple(value for value in values if value not in found.get(name, ()))
    return tuple(found.items())


def structured(texts: Iterable[str]) -> str:
    return joined([[unbroken(text)] for text in texts], semicolons=True)
