"""What may stand where: kinds of members, sizes, and collections inside of collections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, ContentTooLarge, DavError, Forbidden
from a3dav.names import is_member_name

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.writing import WriteContext


def member_kind(exchange: Exchange) -> str:
    """The kind a PUT to this path writes; "" where the collection takes no such members."""
    if exchange.target is not None and not exchange.target.collection:
        return exchange.target.kind
    holder = exchange.target if exchange.target is not None else exchange.parent
    return exchange.house.types[holder.kind].member if holder else ""


def size_limit(house: House, kind: str) -> tuple[int, DavError]:
    """The most bytes a body of that kind may have (0 = no limit), and the refusal of more."""
    condition = house.types[kind].size_condition if kind else ""
    if condition:
        limit = house.settings.limits.max_resource_size
        return limit, Forbidden(f"the body is larger than {limit} bytes", condition=condition)
    limit = house.settings.limits.max_file_size
    return limit, ContentTooLarge(f"the body is larger than {limit} bytes")


def refuse_misplaced(write: WriteContext) -> None:
    """Refuses members and collections that their new parent does not take."""
    holder = write.house.types[write.parent.kind]
    if write.operation not in {"put", "post", "copy", "move", "mkcol"} or not write.kind:
        return
    if not is_member_name(write.name):
        raise BadRequest(f"{write.name[:80]!r} cannot be the name of a member")
    kind = write.house.types[write.kind]
    if kind.collection:
        if write.kind not in holder.collections.values():
            raise Forbidden(
                f"a {write.kind} cannot stand inside a {write.parent.kind}",
                condition=kind.location_condition or None,
            )
    elif write.kind != holder.member:
        raise Forbidden(f"a {write.parent.kind} takes no such members")


def refuse_too_large(write: WriteContext) -> None:
    """Refuses a body that a client could not have sent, wherever it comes from: a file, a copy, an import."""
    if write.body is None or not write.kind:
        return
    limit, too_large = size_limit(write.house, write.kind)
    if limit and write.body.length > limit:
        raise too_large
