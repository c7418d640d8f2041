"""The privileges of RFC 3744 §3 and their aggregates, and the sets a policy grants."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.registries import Privilege, PrivilegeRegistry
from a3dav.xml.names import dav

ALL = dav("all")
READ = dav("read")
WRITE = dav("write")
READ_ACL = dav("read-acl")
READ_OWN_PRIVILEGES = dav("read-current-user-privilege-set")
WRITE_PROPERTIES = dav("write-properties")

PRIVILEGES = (
    Privilege(ALL, "", "Any operation", composed=True),
    Privilege(READ, ALL, "Read content and properties"),
    Privilege(WRITE, ALL, "Change content, properties and members", composed=True),
    Privilege(WRITE_PROPERTIES, WRITE, "Change properties"),
    Privilege(dav("write-content"), WRITE, "Change content"),
    Privilege(dav("bind"), WRITE, "Add members"),
    Privilege(dav("unbind"), WRITE, "Remove members"),
    Privilege(dav("unlock"), ALL, "Remove locks of others"),
    Privilege(READ_ACL, ALL, "Read the access control list"),
    Privilege(READ_OWN_PRIVILEGES, ALL, "Read one's own privileges"),
    Privilege(dav("write-acl"), ALL, "Change the access control list"),
)

NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True, frozen=True)
class Grants:
    """What each rule of the policy grants, with every contained privilege spelled out."""

    everything: frozenset[str]
    view: frozenset[str]
    oneself: frozenset[str]

    @classmethod
    def of(cls, table: PrivilegeRegistry) -> Grants:
        view = table.contained_in(READ) | table.contained_in(READ_OWN_PRIVILEGES)
        return cls(table.contained_in(ALL), view, view | table.contained_in(WRITE_PROPERTIES))
