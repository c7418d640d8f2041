"""What a person is told of a copy that was written anew."""

from __future__ import annotations

from collections.abc import Iterator, Set

from a3dav_content.itip.own import same_content, same_times
from a3dav_content.itip.own_copy import Copy
from a3dav_content.itip.received import Change, What
from a3dav_content.lines import Component


def changes(old: Copy | None, new: Copy, *, published: bool = False) -> Iterator[Change]:
    """Nothing for what others answered: that is not news for a guest."""
    invited = What.PUBLISHED if published else What.INVITED
    if old is None:
        yield from (Change(invited, place) for place in ([None] if new.master is not None else sorted(new.overrides)))
        return
    if new.master is not None:
        found = _of(old.master, new.master, invited)
        if found is not None:
            yield Change(found)
    for place, component in sorted(new.overrides.items()):
        found = _of(old.at(place), component, invited)
        if found is not None:
            yield Change(found, place)
    yield from (Change(What.REMOVED, place) for place in sorted(_gone(old, new)))


def _of(before: Component | None, after: Component, invited: What) -> What | None:
    if before is None:
        return invited
    if is_cancelled(after):
        return None if is_cancelled(before) else What.CANCELLED
    if not same_times(after, before):
        return What.RESCHEDULED
    return None if same_content(after, before) else What.UPDATED


def _gone(old: Copy, new: Copy) -> Set[int]:
    dropped = old.overrides.keys() - new.overrides.keys() if new.master is None else set()
    return (new.excluded() - old.excluded()) | dropped


def is_cancelled(component: Component) -> bool:
    return (component.value("STATUS") or "").strip().upper() == "CANCELLED"
