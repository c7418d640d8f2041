"""Whom an entry is about (RFC 3744 §5.5.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from urllib.parse import urlsplit

from a3dav.errors import DavError
from a3dav.headers import parse_path
from a3dav.house import House
from a3dav.principals import Identity
from a3dav.resources import Path, Resource, mount
from a3dav.xml.names import dav
from a3dav.xml.reading import read_own
from a3dav_acl.entries import Ace, Principal

OWNER, GROUP = dav("owner"), dav("group")


class Reader:
    """One who asks, and the groups they are in, before the entries of some resources."""

    def __init__(self, house: House, identity: Identity, resources: Sequence[Resource]) -> None:
        self._house = house
        self._resources = resources
        self._anonymous = identity.anonymous
        self._ids = frozenset() if identity.anonymous else identity.groups | {identity.account.id}

    def is_meant(self, ace: Ace, resource: Resource) -> bool:
        return self._matches(ace.principal, resource) is not ace.inverted

    def _matches(self, principal: Principal, resource: Resource) -> bool:
        match principal.kind:
            case "href":
                return principal.account_id in self._ids
            case "all":
                return True
            case "authenticated":
                return not self._anonymous
            case "unauthenticated":
                return self._anonymous
            case "property":
                return self._has_property(principal.property, resource)
            case _:  # DAV:self, which is about principals alone
                return False

    def _has_property(self, name: str, resource: Resource) -> bool:
        """RFC 3744 §5.5.1: the property holds one href, and that is a principal which the reader is or belongs to."""
        if name == OWNER:
            return resource.account_id in self._ids
        return bool(self._ids) and self._named(name).get(resource.id) in self._paths

    @cached_property
    def _paths(self) -> frozenset[Path]:
        accounts = self._house.store.accounts.by_ids(self._ids)
        return frozenset(account.path for account in accounts.values())

    @cached_property
    def _stored(self) -> Mapping[bytes, Mapping[str, bytes]]:
        return self._house.store.properties(self._resources)

    def _named(self, name: str) -> dict[bytes, Path | None]:
        return {
            resource_id: principal_in(stored[name]) for resource_id, stored in self._stored.items() if name in stored
        }


def principal_in(element: bytes) -> Path | None:
    """The path of the one principal that a stored property holds; None for any other content."""
    hrefs = list(read_own(element).iter(dav("href")))
    if len(hrefs) != 1:
        return None
    try:
        parts = urlsplit((hrefs[0].text or "").strip())
        path = parse_path(parts.path.removeprefix(mount.get()).encode("ascii"))
    except (DavError, ValueError):
        return None
    return path if parts.path.startswith("/") and not parts.netloc else None
