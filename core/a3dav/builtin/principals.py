"""Built-in plugin `principals`: accounts as principals (RFC 3744 §4, 5397) below /principals/."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav import hookimpl
from a3dav.exchange import Exchange
from a3dav.house import House
from a3dav.live_properties import each, once
from a3dav.principals import PRINCIPAL_KINDS, Account, Identity, Role
from a3dav.registries import (
    Property,
    PropertyRegistry,
    ResourceType,
    ResourceTypeRegistry,
    Values,
)
from a3dav.resources import Path, Resource, path_href
from a3dav.xml.names import dav
from a3dav.xml.reading import Element
from a3dav.xml.writing import href

ROOT = "principals"
KIND_OF_FOLDER = {folder: kind for kind, folder in PRINCIPAL_KINDS.items()}
PRINCIPALS = frozenset(PRINCIPAL_KINDS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(
        ResourceType("principals", (dav("collection"),), collection=True),
        ResourceType("principal-folder", (dav("collection"),), collection=True),
        *(ResourceType(kind, (dav("principal"), dav("collection")), collection=True) for kind in PRINCIPAL_KINDS),
    )


@hookimpl
def a3dav_resolve_path(house: House, path: Path) -> Resource | None:
    if not path or path[0] != ROOT or len(path) > 3:
        return None
    if len(path) == 1:
        return Resource("principals", path, True)
    kind = KIND_OF_FOLDER.get(path[1])
    if kind is None:
        return None
    if len(path) == 2:
        return Resource("principal-folder", path, True)
    account = house.store.accounts.by_name(path[2])
    return principal(account) if account and account.kind == kind else None


def principal(account: Account) -> Resource:
    return Resource(
        account.kind, account.path, True, id=account.id, account_id=account.id, name=account.name,
        created=account.created,
    )  # fmt: skip


@hookimpl
def a3dav_members(house: House, identity: Identity, collection: Resource) -> Sequence[Resource] | None:
    """Folders of principals; in them, those who may be seen: all by administrators, else oneself and one's groups."""
    if collection.kind == "principals":
        return [Resource("principal-folder", (ROOT, folder), True) for folder in KIND_OF_FOLDER]
    if collection.kind in PRINCIPALS:
        return []
    if collection.kind != "principal-folder":
        return None
    kind = KIND_OF_FOLDER[collection.path[1]]
    accounts = house.store.accounts
    if identity.account.role is Role.ADMIN:
        return [principal(account) for account in accounts.all(kind)]
    visible = [identity.account, *(a for i in identity.groups if (a := accounts.by_id(i)))]
    return [principal(account) for account in visible if account.kind == kind]


def _principal_url(_: Exchange, resource: Resource) -> bytes:
    return href(resource.href)


def _members_of_group(exchange: Exchange, resource: Resource) -> bytes:
    return _hrefs(exchange.store.accounts.members(resource.id))


def _groups(exchange: Exchange, resource: Resource) -> bytes:
    return _hrefs(exchange.store.accounts.direct_groups(resource.id))


def _hrefs(accounts: Sequence[Account]) -> bytes:
    return b"".join(href(path_href(account.path, True)) for account in accounts)


def _alternates(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
    accounts = [exchange.store.accounts.by_id(resource.id) for resource in resources]
    return [href(f"mailto:{account.email}") if account and account.email else b"" for account in accounts]


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(
        Property(dav("principal-URL"), each(_principal_url), kinds=PRINCIPALS),
        Property(dav("alternate-URI-set"), _alternates, kinds=PRINCIPALS),
        Property(dav("group-member-set"), each(_members_of_group), kinds=PRINCIPALS),
        Property(dav("group-membership"), each(_groups), kinds=PRINCIPALS),
        Property(dav("principal-collection-set"), once(lambda _: href(path_href((ROOT,), True)))),
    )
