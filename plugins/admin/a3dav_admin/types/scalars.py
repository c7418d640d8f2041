"""Values of the graph that GraphQL has no names for."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import Any, NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

from a3dav.config.fields import INT64
from a3dav.principals import Role, Scope
from a3dav_admin.errors import GraphError

Int64 = NewType("Int64", int)


def _number(value: Any) -> int:
    """Text stands for numbers that the JSON of some languages would round."""
    try:
        number = int(value) if isinstance(value, str) else value
    except ValueError:
        number = None
    if type(number) is not int or abs(number) > INT64:
        raise GraphError("this is no whole number of 64 bits")
    return number


INT64_SCALAR: ScalarDefinition = strawberry.scalar(
    name="Int64", description="A whole number of 64 bits; text is taken, too.", serialize=int, parse_value=_number
)


@strawberry.enum(description="What kind of principal an account is.")
class Kind(Enum):
    USER = "user"
    GROUP = "group"
    RESOURCE = "resource"
    ROOM = "room"


strawberry.enum(Role, name="Role", description="What an account may do with what is not its own.")
strawberry.enum(Scope, name="Scope", description="What a credential is for.")


def moment(milliseconds: int) -> datetime | None:
    """None for 0, which stands for never."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds else None


def milliseconds(moment: datetime | None) -> int:
    if moment is None:
        return 0
    return max(0, int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000))


def identifier(text: str) -> bytes:
    """What an ID stands for; b"" for one that cannot be any."""
    try:
        found = bytes.fromhex(text)
    except ValueError:
        return b""
    return found if len(found) == 16 else b""
