"""Refusals that several methods share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.errors import Denied
from a3dav.resources import Path, path_href
from a3dav.xml.names import dav
from a3dav.xml.writing import DAV_ONLY, href

if TYPE_CHECKING:
    from a3dav.exchange import Exchange


def need(path: Path, privilege: str, *, collection: bool) -> Denied:
    """RFC 3744 §7.1.1: names the resource and the privilege that is missing, a Clark name or a local name of DAV:."""
    name = privilege if privilege.startswith("{") else dav(privilege)
    content = (
        b"<D:resource>" + href(path_href(path, collection))
        + b"<D:privilege>" + DAV_ONLY.element(name) + b"</D:privilege></D:resource>"
    )  # fmt: skip
    return Denied(f"the privilege {privilege} is missing", condition=dav("need-privileges"), content=content)


def refuse_hidden(exchange: Exchange, path: Path) -> None:
    """Where one may see nothing, the answer does not tell whether there is something."""
    house = exchange.house
    if len(path) > 1 and path[0] in house.types.all_roots():
        home = house.resolve(path[:2])
        if home is None or not house.privileges(exchange.actor, [home])[0]:
            raise need(path[:2], "read", collection=True)
    elif exchange.parent is not None and house.types[exchange.parent.kind].discreet and not exchange.privileges:
        raise need(path, "read", collection=exchange.parent.kind == "principal-folder")
