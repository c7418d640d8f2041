"""What a wanted object leaves out without meaning to remove it: members that its writer may not know."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import zip_longest
from typing import Any

from a3dav_content.errors import InvalidJson
from a3dav_content.json_pointers import copied

Json = dict[str, Any]
PASSED_THROUGH = frozenset({"iCalendar", "vCardProps", "vCardParams", "vCardName"})

PATCHES = frozenset({"recurrenceOverrides", "localizations"})
"""Members in which null says something."""
_IDENTITY = ("uid", "recurrenceId")
_DEEPEST = 40


def without_nulls(value: Mapping[str, Any], depth: int = 0) -> Json:
    """The object without members that are null, in whatever is no patch and not passed through."""
    if depth > _DEEPEST:
        raise InvalidJson("nested too deep", "")
    whole = PATCHES | PASSED_THROUGH
    return {
        name: without_nulls(member, depth + 1) if isinstance(member, dict) and name not in whole else member
        for name, member in value.items()
        if member is not None
    }


def removing(before: Mapping[str, Any], after: Mapping[str, Any]) -> Json:
    """What a patch made of an object, where null says of what it took away that it shall go."""
    found: Json = {}
    for name, member in after.items():
        old = before.get(name)
        both = isinstance(member, dict) and isinstance(old, dict) and name not in PATCHES | PASSED_THROUGH
        found[name] = removing(old, member) if both and old is not None else member
    return {**found, **{name: None for name in before if name not in after}}


def restored(before: Mapping[str, Any], wanted: Mapping[str, Any], unasked: Collection[str]) -> Json:
    """The wanted object with what is passed through, wherever it says nothing of it; null says that it shall go.

    `unasked` are members of the whole object that stay as well.
    """
    found = _restored(before, wanted)
    for name in unasked:
        if name in before and name not in wanted:
            found[name] = before[name]
    if isinstance(before.get("entries"), list) and isinstance(wanted.get("entries"), list):
        pairs = zip_longest(wanted["entries"], before["entries"][: len(wanted["entries"])])
        found["entries"] = [_entry([old, *before["entries"]], entry, unasked) for entry, old in pairs]
    return found


def _entry(entries: list[Json | None], wanted: Json, unasked: Collection[str]) -> Json:
    """The entry with what the one of its UID has; of several, that at its own place counts first."""
    same = [old for old in entries if old is not None and all(old.get(name) == wanted.get(name) for name in _IDENTITY)]
    return restored(same[0], wanted, unasked) if same else copied(wanted)


def _patch(before: Any, wanted: Any) -> Any:
    """A patch of one instance with what the stored one passes through, unless that is inside of what it sets."""
    if not isinstance(before, Mapping) or not isinstance(wanted, Mapping) or wanted.get("excluded"):
        return copied(wanted)
    kept = {pointer: value for pointer, value in before.items() if PASSED_THROUGH.intersection(pointer.split("/"))}
    free = {pointer: value for pointer, value in kept.items() if not any(_overlap(pointer, other) for other in wanted)}
    return {**copied(dict(wanted)), **copied(free)}


def _overlap(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _restored(before: Mapping[str, Any], wanted: Mapping[str, Any]) -> Json:
    found: Json = {}
    for name, member in wanted.items():
        old = before.get(name)
        both = isinstance(member, Mapping) and isinstance(old, Mapping)
        if both and old is not None and name == "recurrenceOverrides":
            found[name] = {key: _patch(old.get(key), patch) for key, patch in member.items()}
        elif both and old is not None and name not in PASSED_THROUGH:
            found[name] = _restored(old, member)
        else:
            found[name] = copied(member)
    for name in sorted(PASSED_THROUGH):
        if name in before and name not in wanted:
            found[name] = copied(before[name])
    return found
