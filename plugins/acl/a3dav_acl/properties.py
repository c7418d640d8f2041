"""The properties of RFC 3744 §5, seen through the owner-only policy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.registries import Privilege, Property, Values
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav.xml.reading import Element
from a3dav.xml.writing import Prefixes, escape
from a3dav_acl.privileges import READ_ACL, READ_OWN_PRIVILEGES

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

Resources = Sequence[Resource]

OWNER_ALONE = (
    b"<D:ace><D:principal><D:property><D:owner/></D:property></D:principal>"
    b"<D:grant><D:privilege><D:all/></D:privilege></D:grant><D:protected/></D:ace>"
)


def current_user_privilege_set(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    """Aggregates and what they contain: some clients look for `write`, some for `write-content`."""
    house = exchange.house
    order = [privilege.name for privilege in house.privilege_table.values()]
    rendered: dict[frozenset[str], bytes] = {}
    values: list[bytes | None] = []
    for granted in house.privileges(exchange.actor, resources):
        if granted not in rendered:
            rendered[granted] = _privileges(house.prefixes, [name for name in order if name in granted])
        values.append(rendered[granted] if READ_OWN_PRIVILEGES in granted else None)
    return values


def _privileges(prefixes: Prefixes, names: Sequence[str]) -> bytes:
    return b"".join(b"<D:privilege>" + prefixes.element(name) + b"</D:privilege>" for name in names)


def supported_privilege_set(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    table = exchange.house.privilege_table.values()
    rendered = _supported(exchange.house.prefixes, table, "")
    return [rendered] * len(resources)


def _supported(prefixes: Prefixes, table: Sequence[Privilege], parent: str) -> bytes:
    return b"".join(
        b"<D:supported-privilege>"
        + _privileges(prefixes, [entry.name])
        + b'<D:description xml:lang="en">' + escape(entry.description) + b"</D:description>"
        + _supported(prefixes, table, entry.name)
        + b"</D:supported-privilege>"
        for entry in table
        if entry.parent == parent
    )  # fmt: skip


def acl(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    return [
        OWNER_ALONE if READ_ACL in granted else None for granted in exchange.house.privileges(exchange.actor, resources)
    ]


def acl_restrictions(_: Exchange, resources: Resources, __: Element | None) -> Values:
    return [b"<D:grant-only/><D:no-invert/>"] * len(resources)


# RFC 3744 §5: none of them belongs into allprop.
PROPERTIES = (
    Property(dav("current-user-privilege-set"), current_user_privilege_set),
    Property(dav("supported-privilege-set"), supported_privilege_set),
    Property(dav("acl"), acl),
    Property(dav("acl-restrictions"), acl_restrictions),
)
