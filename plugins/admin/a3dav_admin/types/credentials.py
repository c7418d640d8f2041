"""What people and programs sign in with, and what they signed in with last."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from a3dav.principals import Scope
from a3dav.storage.accounts import AppPassword as StoredAppPassword
from a3dav.storage.engine import Row
from a3dav.storage.tokens import Token as StoredToken
from a3dav_admin.reads import accounts, credentials
from a3dav_admin.types.connections import Info
from a3dav_admin.types.scalars import moment

if TYPE_CHECKING:
    from a3dav_admin.types.principals import Principal


@strawberry.type
class Credential:
    """What all credentials tell; the graph knows the kinds of them alone."""

    entry: strawberry.Private[StoredAppPassword | StoredToken]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(self.entry.id.hex())

    @strawberry.field
    def label(self) -> str:
        return self.entry.label

    @strawberry.field
    def created(self) -> datetime | None:
        return moment(self.entry.created)

    @strawberry.field(description="Null for one that does not expire.")
    def expires(self) -> datetime | None:
        return moment(self.entry.expires)

    @strawberry.field(description="To the hour or so; null for one that was never used.")
    def last_used(self) -> datetime | None:
        return moment(self.entry.last_used)


@strawberry.type(
    description="A password of its own for one client. What it is, is told when it is made, and never again."
)
class AppPassword(Credential):
    entry: strawberry.Private[StoredAppPassword]

    @strawberry.field
    def scope(self) -> Scope:
        return self.entry.scope


@strawberry.type(description="What a program signs in with. What it is, is told when it is made, and never again.")
class Token(Credential):
    entry: strawberry.Private[StoredToken]

    @strawberry.field(description="What it is for, such as `calendars:read`.", metadata={"most": 20})
    def scopes(self) -> list[str]:
        return list(self.entry.scopes)


def app_password(row: Row) -> AppPassword:
    return AppPassword(entry=credentials.app_password(row))


def token(row: Row) -> Token:
    return Token(entry=credentials.token(row))


@strawberry.enum(description="What a session was signed in with.")
class SessionKind(Enum):
    APP_PASSWORD = "app-password"  # noqa: S105 - a kind and no password
    TOKEN = "token"  # noqa: S105 - as above


@strawberry.type(
    description="A device or a program that signed in with a credential of its own; revoking that ends the session."
    " Sign-ins with the password of an account stand in the audit trail."
)
class Session:
    row: strawberry.Private[Row]

    @strawberry.field(description="The id of the app password or token.")
    def id(self) -> strawberry.ID:
        return strawberry.ID(bytes(self.row[0]).hex())

    @strawberry.field
    async def principal(
        self, info: Info
    ) -> Annotated[Principal, strawberry.lazy("a3dav_admin.types.principals")] | None:
        from a3dav_admin.types.principals import Principal

        found = await info.context.load(accounts.by_id, bytes(self.row[1]))
        return Principal(account=found) if found else None

    @strawberry.field
    def kind(self) -> SessionKind:
        return SessionKind(self.row[2])

    @strawberry.field
    def label(self) -> str:
        return str(self.row[3])

    @strawberry.field(description="To the hour or so.")
    def last_used(self) -> datetime | None:
        return moment(int(self.row[4]))

    @strawberry.field(description="Null for what does not expire.")
    def expires(self) -> datetime | None:
        return moment(int(self.row[5]))


def session(row: Row) -> Session:
    return Session(row=row)
