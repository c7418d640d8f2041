"""What sharees see of what is shared: busy time alone, or everything as far as its CLASS allows it (decision 23)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.principals import Identity
from a3dav.registries import Lens
from a3dav.resources import Resource
from a3dav_content.masking import Grade, Judge, by_class, masked, nothing_but_busy, shown_card
from a3dav_sharing import personal
from a3dav_sharing.names import CARD, OBJECT
from a3dav_sharing.shares import BUSY, access_of

if TYPE_CHECKING:
    from a3dav.house import House


def lenses(house: House, identity: Identity, collections: Sequence[Resource]) -> list[list[Lens]]:
    return [lenses_of(house, identity, access) for access in access_of(house, identity, collections)]


def lenses_of(house: House, identity: Identity, access: str) -> list[Lens]:
    """What stands between one who has this access and the members of a collection."""
    if not access:
        return []
    name, judge = view_of(house, access)
    mask = Lens(f"sharing {name}", frozenset({OBJECT, CARD}), partial(_see, house, judge))
    return [mask] if access == BUSY else [mask, personal.lens_of(house, identity)]


def view_of(house: House, access: str) -> tuple[str, Judge]:
    """A name for what is seen by an access, and what judges the classes of calendar objects for it.

    Busy time is that of everything, as free-busy reports tell it anyway.
    """
    if access == BUSY:
        return BUSY, nothing_but_busy
    private = house.section("sharing").private
    return f"class {private}", by_class(private=Grade.BUSY if private == "busy" else Grade.NOTHING)


def _see(house: House, judge: Judge, resources: Sequence[Resource], bodies: Sequence[bytes]) -> list[bytes | None]:
    return [mask_for(house, resource.kind, judge)(body) for resource, body in zip(resources, bodies, strict=True)]


def mask_for(house: House, kind: str, judge: Judge) -> Callable[[bytes], bytes | None]:
    """What makes of a body of some kind what is seen of it; nobody is busy by a card."""
    if house.types.is_a(kind, OBJECT):
        return partial(masked, judge=judge)
    return shown_card if judge("PUBLIC") is Grade.WHOLE else _nothing


def _nothing(_: bytes) -> None:
    return None
