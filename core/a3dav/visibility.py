"""Who sees whom: the one rule behind principals in PROPFIND, searches, reports and the directory.

What may not be seen is answered as what does not exist (decision 6). Oneself and the groups one is in are always
seen, an administrator sees all, and nobody else sees an account that is disabled.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from a3dav.principals import Account, Identity, Role
from a3dav.resources import Resource
from a3dav.storage.conditions import EVERYBODY, NOBODY, Condition, all_of, any_of

if TYPE_CHECKING:
    from a3dav.house import House

ENABLED = Condition("a.disabled = 0")
_MINE = (
    "WITH RECURSIVE mine (id) AS (SELECT group_id FROM memberships WHERE member_id = ?"
    " UNION SELECT m.group_id FROM memberships m JOIN mine ON m.member_id = mine.id)"
)
_MY_GROUPS = f"a.id IN ({_MINE} SELECT id FROM mine)"
_IN_MY_GROUPS = (
    f"a.id IN ({_MINE}, others (id) AS (SELECT m.member_id FROM memberships m JOIN mine ON m.group_id = mine.id"
    " UNION SELECT m.member_id FROM memberships m JOIN others ON m.group_id = others.id) SELECT id FROM others)"
)


class Sight(Enum):
    """What somebody may do with a resource that stands for an account, or that exists by configuration."""

    HIDDEN = "hidden"
    SEEN = "seen"
    OWN = "own"
    """Seen, and its properties may be changed."""


def seen_by(house: House, identity: Identity) -> Condition:
    """The accounts that somebody sees, by `principals.visible`."""
    if identity.anonymous:
        return NOBODY
    if identity.account.role is Role.ADMIN:
        return EVERYBODY
    me = (identity.account.id,)
    nearest = any_of((Condition("a.id = ?", me), all_of((ENABLED, Condition(_MY_GROUPS, me)))))
    visible = house.settings.principals.visible
    if visible == "everyone":
        return any_of((Condition("a.id = ?", me), ENABLED))
    if visible == "groups":
        return any_of((nearest, all_of((ENABLED, Condition(_IN_MY_GROUPS, me)))))
    return nearest


def sights(house: House, identity: Identity, resources: Sequence[Resource]) -> list[Sight | None]:
    """What each resource is to somebody; None where neither accounts nor configuration decide about it."""
    portrayed = [_portrayed(house, resource) for resource in resources]
    asked = {account_id for account_id in portrayed if account_id}
    seen = house.store.accounts.among(asked, seen_by(house, identity)) if asked else frozenset()
    return [
        _of_account(identity, resource, account_id, seen)
        if account_id is not None
        else _of_place(house, identity, resource)
        for resource, account_id in zip(resources, portrayed, strict=True)
    ]


def _portrayed(house: House, resource: Resource) -> bytes | None:
    portrays = house.types[resource.kind].portrays
    return portrays(resource) if portrays is not None else None


def _of_place(house: House, identity: Identity, resource: Resource) -> Sight | None:
    if house.types[resource.kind].stored:
        return None
    return Sight.HIDDEN if identity.anonymous else Sight.SEEN


def _of_account(identity: Identity, resource: Resource, account_id: bytes, seen: frozenset[bytes]) -> Sight:
    administrator = identity.account.role is Role.ADMIN
    if account_id not in seen and not (administrator and not account_id):  # what does not exist is hidden, too
        return Sight.HIDDEN
    own = account_id == identity.account.id or (administrator and resource.kind == "group")
    return Sight.OWN if own and resource.id == account_id else Sight.SEEN


def principal(account: Account) -> Resource:
    """The resource below /principals/ that stands for an account."""
    return Resource(
        account.kind, account.path, True, id=account.id, account_id=account.id, name=account.name,
        created=account.created,
    )  # fmt: skip
