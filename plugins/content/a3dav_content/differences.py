"""What changed between two versions of a calendar object or a card: properties with their old and new values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from a3dav_content.lines import Component, Property, line_of, parse

MOST = 500
LONGEST = 2_000
_IDENTIFYING = ("UID", "TZID", "RECURRENCE-ID")


@dataclass(slots=True, frozen=True)
class Difference:
    """A property of a component, as content lines without its name; `place` is the path of the component."""

    place: str
    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def differences(old: bytes, new: bytes) -> list[Difference]:
    """What is different, in the order of the newer version, MOST entries at most; raises ContentError."""
    before, after = dict(_parts(parse(old))), dict(_parts(parse(new)))
    places = list(dict.fromkeys([*after, *before]))
    found = (one for place in places for one in _of_part(place, before.get(place, ()), after.get(place, ())))
    return list(islice(found, MOST))


def _parts(components: Iterable[Component], above: str = "") -> Iterator[tuple[str, list[Property]]]:
    """Each component under a path that tells it from its siblings in both versions."""
    seen: Counter[str] = Counter()
    for component in components:
        place = above + "/" + _title(component)
        seen[place] += 1
        place += f" {seen[place]}" if seen[place] > 1 else ""
        yield place, component.properties
        yield from _parts(component.components, place)


def _title(component: Component) -> str:
    """A component is known by what does not change while it stays the same one."""
    names = _IDENTIFYING[1:] if component.name in {"VEVENT", "VTODO", "VJOURNAL"} else _IDENTIFYING[1:2]
    known = [entry.value.strip()[:80] for name in names if (entry := component.first(name))]
    return " ".join([component.name, *known])


def _of_part(place: str, before: Iterable[Property], after: Iterable[Property]) -> Iterator[Difference]:
    old, new = _by_name(before), _by_name(after)
    for name in dict.fromkeys([*new, *old]):
        gone, come = Counter(old.get(name, ())), Counter(new.get(name, ()))
        if gone != come:
            yield Difference(place, name, tuple((gone - come).elements()), tuple((come - gone).elements()))


def _by_name(properties: Iterable[Property]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in properties:
        said = line_of(entry)[len(entry.name) + (len(entry.group) + 1 if entry.group else 0) :]
        found.setdefault(entry.name, []).append(said.removeprefix(":")[:LONGEST])
    return found
