"""Refusals that several methods share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from a3dav.errors import Denied, Forbidden
from a3dav.resources import Path, Resource, path_href
from a3dav.xml.names import dav
from a3dav.xml.writing import DAV_ONLY, href

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House

SEEING = frozenset({dav("read"), dav("bind"), dav("unbind")})
"""Privileges on a collection that let one find out which names in it are taken."""


def need(path: Path, privilege: str, *, collection: bool) -> Denied:
    """RFC 3744 §7.1.1: names the resource and the privilege that is missing, a Clark name or a local name of DAV:."""
    name = privilege if privilege.startswith("{") else dav(privilege)
    content = (
        b"<D:resource>" + href(path_href(path, collection))
        + b"<D:privilege>" + DAV_ONLY.element(name) + b"</D:privilege></D:resource>"
    )  # fmt: skip
    return Denied(f"the privilege {privilege} is missing", condition=dav("need-privileges"), content=content)


def refuse_mounted(resource: Resource | None) -> None:
    """What is a member of this home and belongs to somebody else is taken out of it, and not destroyed on the way."""
    if resource is not None and resource.mounted is not None:
        raise Forbidden("this collection belongs to somebody else; take it out of the home first, with DELETE")


def refuse_hidden(exchange: Exchange, path: Path) -> None:
    """Where one may see nothing, the answer does not tell whether there is something."""
    types = exchange.house.types
    if len(path) > 1 and path[0] in types.all_roots():
        _refuse_below_home(exchange, path)
    elif (parent := exchange.parent) is not None and types[parent.kind].discreet and not exchange.privileges:
        raise need(path, "read", collection=parent.kind == "principal-folder")


def _refuse_below_home(exchange: Exchange, path: Path) -> None:
    """Names the first place that is closed, and stays silent where one can tell by oneself what there is."""
    house = exchange.house
    mapped = list(_mapped(house, path))
    beyond = house.privilege_table.beyond_given
    granted = [
        beyond(resource.kind, privileges)
        for resource, privileges in zip(mapped, house.privileges(exchange.actor, mapped) if mapped else (), strict=True)
    ]
    above, target = granted[: len(path) - 2], granted[len(path) - 2 :]
    if target and target[0] - (above[-1] if above else frozenset()):
        return  # it was opened by itself
    reached = max((place for place, privileges in enumerate(above) if privileges), default=-1)
    if reached < 0:
        raise need(path[:2], "read", collection=True)
    if not above[reached] & SEEING:
        raise need(path[: reached + 2], "read", collection=True)
    if reached + 1 < len(above):
        raise need(path[: reached + 3], "read", collection=True)


def _mapped(house: House, path: Path) -> Iterator[Resource]:
    """The home a path leads through and what stands on the way, as far as there is anything."""
    found = house.resolve(path[:2])
    for name in (*path[2:], ""):
        if found is None:
            return
        yield found
        found = house.store.member(found, name) if found.collection and name else None
