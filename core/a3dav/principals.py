"""Who is asking, and who owns what."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    OWNER = "owner"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Scope(StrEnum):
    """What a credential may be used for."""

    FULL = "full"
    DAV = "dav"
    READ_ONLY = "read-only"
    API = "api"


TOKEN_SCOPES = {
    "profile": "see who one is",
    "calendars:read": "read calendars and events",
    "calendars:write": "change calendars and events",
    "contacts:read": "read address books and contacts",
    "contacts:write": "change address books and contacts",
    "files:read": "read folders and files",
    "files:write": "change folders and files",
    "sharing": "see and change who may see what",
    "changes:read": "follow what changes",
    "webhooks": "have changes sent to other servers",
    "tokens": "see, make and revoke tokens",
    "admin": "administer, as far as the account may",
    "dav": "everything over WebDAV, CalDAV and CardDAV",
    "offline_access": "renew a sign-on while nobody is there",
}
"""What a bearer token may be for (RFC 6749 §3.3)."""
PRINCIPAL_KINDS = {"user": "users", "group": "groups", "resource": "resources", "room": "rooms"}
"""Kinds of accounts and the folder of /principals/ each lives in."""


@dataclass(slots=True, frozen=True)
class Account:
    id: bytes
    kind: str
    name: str
    display_name: str = ""
    email: str = ""
    role: Role = Role.OWNER
    disabled: bool = False
    credential_version: int = 0
    quota: int = 0
    used: int = 0
    created: int = 0
    changed: int = 0

    @property
    def shown_name(self) -> str:
        return self.display_name or self.name

    @property
    def path(self) -> tuple[str, str, str]:
        return ("principals", PRINCIPAL_KINDS[self.kind], self.name)


@dataclass(slots=True, frozen=True)
class Identity:
    """The principal of a request and the credential that proved it.

    `groups` are account ids, nested ones too; `expires` is milliseconds since 1970, 0 = never. `scopes` are those of
    a bearer token; None is all that the account may.
    """

    account: Account
    method: str
    credential_id: bytes = b""
    scope: Scope = Scope.FULL
    groups: frozenset[bytes] = frozenset()
    expires: int = 0
    os_user: int | None = None
    scopes: frozenset[str] | None = None

    @property
    def whole(self) -> bool:
        """Whether this is the person, and not something that they have given to a program."""
        return self.scope is Scope.FULL and self.scopes is None

    def may(self, *scopes: str) -> bool:
        """Whether the credential is for one of these; an account's own rights are another question."""
        return self.scopes is None or not self.scopes.isdisjoint(scopes)

    @property
    def anonymous(self) -> bool:
        """True for requests without credentials, where these are answered at all (RFC 3744 §5.5.1)."""
        return not self.account.id


ANONYMOUS = Identity(Account(b"", "user", ""), "anonymous")


@dataclass(slots=True, frozen=True)
class Attempt:
    """Whom a client claimed to be: the name as it was sent, the account if there is one, what speaks against it.

    It is no `guess` where the credential was a true one, and has ended.
    """

    name: str
    account_id: bytes = b""
    reason: str = ""
    guess: bool = True
