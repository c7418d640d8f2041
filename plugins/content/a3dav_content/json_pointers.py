"""Changes of JSON values: patch objects (RFC 8984 §1.4.9), merge patches (RFC 7396) and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from a3dav_content.errors import InvalidJson

Json = dict[str, Any]
MOST_PATCHES = 10_000


def copied(value: Any) -> Any:
    """The value, of which no part is shared with the one it is a copy of."""
    if isinstance(value, Mapping):
        return {name: copied(member) for name, member in value.items()}
    return [copied(member) for member in value] if isinstance(value, list) else value


def escaped(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")


def unescaped(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")


def below(pointer: str, step: str | int) -> str:
    return f"{pointer}/{escaped(str(step))}"


def apply_patch(value: Mapping[str, Any], patch: Mapping[str, Any], place: str = "", *, arrays: bool = False) -> Json:
    """The value with every patch applied, or none of them: raises InvalidJson at `place` for one that is not valid.

    Pointers lead into `arrays` in JSContact (RFC 9553 §1.4.3) alone.
    """
    if len(patch) > MOST_PATCHES:
        raise InvalidJson(f"more than {MOST_PATCHES} patches", place)
    _refuse_nested(patch, place)
    found: Json = copied(value)
    for pointer, wanted in patch.items():
        _set(found, pointer, wanted, below(place, pointer), arrays=arrays)
    return found


def _refuse_nested(patch: Mapping[str, Any], place: str) -> None:
    # "/" sorts before all that a pointer's next step could begin with, once it ends each of them
    for one, other in pairwise(sorted(f"{pointer.removeprefix('/')}/" for pointer in patch)):
        if other.startswith(one):
            raise InvalidJson(f"one patch is inside of what another sets: {other[:-1][:80]!r}", place)


def _set(target: Json, pointer: str, wanted: Any, place: str, *, arrays: bool) -> None:
    *above, last = map(unescaped, pointer.removeprefix("/").split("/"))
    parent: Any = target
    for step in above:
        parent = _inside(parent, step, arrays=arrays)
    if isinstance(parent, list) and arrays and wanted is not None and _index(last, parent) is not None:
        parent[_index(last, parent) or 0] = copied(wanted)
    elif not isinstance(parent, dict):
        raise InvalidJson(f"the patch is inside of nothing that is an object: {pointer[:80]!r}", place)
    elif wanted is None:
        parent.pop(last, None)
    else:
        parent[last] = copied(wanted)


def _inside(parent: Any, step: str, *, arrays: bool) -> Any:
    if isinstance(parent, list) and arrays and (index := _index(step, parent)) is not None:
        return parent[index]
    return parent.get(step) if isinstance(parent, dict) else None


def _index(step: str, array: list[Any]) -> int | None:
    number = int(step) if step.isascii() and step.isdigit() and len(step) < 8 else len(array)
    return number if number < len(array) else None


def value_at(value: Any, pointer: str) -> Any:
    """What a pointer points to (RFC 6901), or None."""
    for step in map(unescaped, pointer.split("/")[1:]):
        value = _inside(value, step, arrays=True)
    return value


def apply_merge_patch(value: Any, patch: Any) -> Any:
    """The value as a merge patch (RFC 7396 §2) leaves it."""
    if not isinstance(patch, dict):
        return copied(patch)
    found = dict(value) if isinstance(value, dict) else {}
    for name, wanted in patch.items():
        if wanted is None:
            found.pop(name, None)
        else:
            found[name] = apply_merge_patch(found.get(name), wanted)
    return found


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Json:
    """The patch object that makes the one into the other; what is inside of arrays is replaced with them."""
    return {"/".join(map(escaped, steps)): copied(value) for steps, value in _differences(before, after, ())}


def _differences(
    before: Mapping[str, Any], after: Mapping[str, Any], above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name in (*before, *(name for name in after if name not in before)):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict) and old and new:
            yield from _differences(old, new, (*above, name))
        else:
            yield (*above, name), new
