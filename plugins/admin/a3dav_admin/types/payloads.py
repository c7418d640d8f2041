"""What mutations answer: what was changed, or why nothing was."""

from __future__ import annotations

from enum import Enum

import strawberry

from a3dav_admin.types.collections import Collection
from a3dav_admin.types.principals import Principal


@strawberry.enum(description="Why nothing was changed.")
class ErrorCode(Enum):
    BAD_INPUT = "BAD_INPUT"
    CONFLICT = "CONFLICT"
    FORBIDDEN = "FORBIDDEN"
    INTERNAL = "INTERNAL"
    LAST_ADMINISTRATOR = "LAST_ADMINISTRATOR"
    LOCKED = "LOCKED"
    NOT_FOUND = "NOT_FOUND"
    QUOTA = "QUOTA"
    TAKEN = "TAKEN"
    UNAVAILABLE = "UNAVAILABLE"


@strawberry.type(description="Why nothing was changed, and which part of the input is to blame.")
class MutationError:
    code: ErrorCode
    field: str | None
    message: str


@strawberry.type
class Done:
    done: bool
    errors: list[MutationError]


@strawberry.type
class PrincipalPayload:
    principal: Principal | None
    errors: list[MutationError]


@strawberry.type
class CollectionPayload:
    collection: Collection | None
    errors: list[MutationError]
