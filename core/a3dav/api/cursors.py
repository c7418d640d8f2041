"""Cursors of pages: where the next page begins, in a text that only this store can have made for this question."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hmac import compare_digest
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from a3dav.errors import BadRequest

if TYPE_CHECKING:
    from a3dav.api.call import ApiCall

Position: TypeAlias = "list[str | int]"
_DIGITS = 16
_PAGING = frozenset({"cursor", "limit"})


def cursor_after(call: ApiCall, *position: str | int) -> str:
    """The cursor of a page that begins behind a position, for whoever asks the same again."""
    text = msgspec.json.encode(position)
    return urlsafe_b64encode(_signature(call, text).encode() + text).rstrip(b"=").decode()


def position_of(call: ApiCall) -> Position | None:
    """Where the page that is asked for begins; None for the first one."""
    cursor = call.parameters.get("cursor")
    if cursor is None:
        return None
    try:
        given = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except ValueError as error:
        raise _invalid() from error
    text = given[_DIGITS:]
    if not compare_digest(given[:_DIGITS], _signature(call, text).encode()):
        raise _invalid()
    return msgspec.json.decode(text, type=list[str | int])


def _signature(call: ApiCall, text: bytes) -> str:
    """Bound to whoever asks and to the question, so that pages of two questions are never mixed."""
    question = {name: value for name, value in call.parameters.items() if name not in _PAGING}
    about = [call.identity.account.id.hex(), call.operation, question, call.body, text.hex()]
    return call.house.store.mac("cursor/" + msgspec.json.encode(about, order="deterministic").decode())[:_DIGITS]


def _invalid() -> BadRequest:
    return BadRequest("the cursor belongs to another question, or to nobody; begin with the first page",
                      problem="invalid-cursor")  # fmt: skip
