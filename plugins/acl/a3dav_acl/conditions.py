"""What a list has to fulfil before it is taken (RFC 3744 §8.1.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav_acl.entries import ACCOUNT, AUTHENTICATED, PROPERTY, UNAUTHENTICATED, Ace, Principal
from a3dav_acl.privileges import ALL
from a3dav_acl.readers import GROUP, OWNER
from a3dav_acl.submitted import Submitted

if TYPE_CHECKING:
    from a3dav.house import House

OWNERS = Ace(Principal(PROPERTY, property=OWNER), True, (ALL,))
"""The entry that stands first on every resource of somebody: protected, so that no list shuts its owner out."""


def given(house: House, resource: Resource) -> list[Ace]:
    """The protected entry that stands last where a plugin gives privileges to everybody."""
    names = house.privilege_table.given(resource.kind)
    return [Ace(Principal(AUTHENTICATED), True, tuple(sorted(names)))] if names else []


def accepted(house: House, resource: Resource, entries: Sequence[Submitted], inherited: Sequence[Ace]) -> list[Ace]:
    """The entries to keep; raises Forbidden with the precondition that fails."""
    kept = list(_own(entries, inherited, [OWNERS, *given(house, resource)]))
    most = house.section("acl").max_aces
    if len(kept) > most:
        raise _refused(f"a list has {most} entries at most, not {len(kept)}", "limited-number-of-aces")
    for ace in kept:
        _refuse_principal(house, resource, ace.principal)
        _refuse_privileges(house, ace)
        _refuse_against_owner(resource, ace)
    _refuse_contradictions(kept)
    return kept


def _own(entries: Sequence[Submitted], inherited: Sequence[Ace], fixed: Sequence[Ace]) -> Iterator[Ace]:
    """Leaves out what a client sent back as it had read it, and what stands there anyway."""
    for entry in entries:
        if entry.protected and entry.ace not in fixed:
            raise _refused("no such protected entry stands here", "no-protected-ace-conflict")
        if entry.inherited and entry.ace not in inherited:
            raise _refused("no such entry is inherited here", "no-inherited-ace-conflict")
        if not entry.protected and not entry.inherited:
            yield entry.ace


def _refuse_principal(house: House, resource: Resource, principal: Principal) -> None:
    if principal.kind == UNAUTHENTICATED and not house.section("acl").anonymous:
        raise _refused("nobody is answered here without signing in", "allowed-principal")
    if principal.kind == PROPERTY and principal.property not in {OWNER, GROUP}:
        live = house.properties.find(principal.property, resource.kind)
        if live is not None or house.properties.is_protected(principal.property):
            raise _refused(f"{principal.property} does not name a principal of this resource", "allowed-principal")


def _refuse_privileges(house: House, ace: Ace) -> None:
    known = {entry.name: entry for entry in house.privilege_table.values()}
    for name in ace.privileges:
        if name not in known:
            raise _refused(f"the privilege {name[:200]} is not known here", "not-supported-privilege")
        if known[name].abstract:
            raise _refused(f"the privilege {name} cannot be given by itself", "no-abstract")


def _refuse_against_owner(resource: Resource, ace: Ace) -> None:
    about_owner = ace.principal == OWNERS.principal or ace.principal == Principal(ACCOUNT, resource.account_id)
    if about_owner and not ace.grants and not ace.inverted:
        raise _refused("nothing can be denied to the owner", "no-protected-ace-conflict")


def _refuse_contradictions(entries: Sequence[Ace]) -> None:
    """The later of two entries that say the opposite in the same words could never count."""
    said: dict[tuple[Principal, bool, str], bool] = {}
    for ace in entries:
        for name in ace.privileges:
            if said.setdefault((ace.principal, ace.inverted, name), ace.grants) is not ace.grants:
                raise _refused(f"{name} is granted and denied to the same principal", "no-ace-conflict")


def _refused(message: str, condition: str) -> Forbidden:
    return Forbidden(message, condition=dav(condition))
