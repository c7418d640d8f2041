"""Whether a method may go ahead, as far as the head of a request tells: privileges, and what it refuses early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.dormant import WRITING, refuse_writing
from a3dav.refusals import need, refuse_hidden
from a3dav.xml.names import dav

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.registries import Method
    from a3dav.resources import Resource

READ = dav("read")


def entitle(exchange: Exchange, method: Method) -> None:
    """Refuses what target, parent and privileges of the exchange do not allow."""
    if WRITING & {method.privilege, method.parent_privilege}:
        refuse_writing(exchange.house, exchange.target or exchange.parent)
    need_privileges(exchange, method)
    if method.early is not None:
        method.early(exchange)


def need_privileges(exchange: Exchange, method: Method) -> None:
    """RFC 3744 §7.1.1: a refusal names the resource and the privilege that is missing."""
    if method.privilege and exchange.target and dav(method.privilege) not in exchange.privileges:
        if _may_keep_parts(exchange, method, exchange.target):
            return
        refuse_hidden(exchange, exchange.path)
        raise need(exchange.target.path, method.privilege, collection=exchange.target.collection)
    if method.parent_privilege and exchange.parent:
        granted = (
            exchange.house.privileges(exchange.actor, [exchange.parent])[0] if exchange.target else exchange.privileges
        )
        if dav(method.parent_privilege) not in granted:
            refuse_hidden(exchange, exchange.path)
            raise need(exchange.parent.path, method.parent_privilege, collection=True)


def _may_keep_parts(exchange: Exchange, method: Method, target: Resource) -> bool:
    """Whether a reader may send what is there, with other parts of their own (see `Lens`)."""
    if method.name != "PUT" or target.collection or READ not in exchange.privileges:
        return False
    return any(lens.parts for lens in exchange.house.lenses.before(exchange.actor, target))
