"""A call of the REST API as its handler gets it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from a3dav.exchange import Response

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.principals import Identity

JSON = "application/json"
_FRESH = ("Cache-Control", "private, no-cache")


@dataclass(slots=True)
class ApiCall:
    """An operation that is called; what the document says of parameters and body holds.

    `parameters` are those of path, query and headers by their names in the document, with defaults. `body` is the
    value of a body in JSON; one of any other media type is `exchange.request.body`, perhaps in a file.
    `media_type` is that of the body, `wanted` the one that Accept chose of those the document has for an answer.
    """

    exchange: Exchange
    operation: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None
    media_type: str = ""
    wanted: str = JSON

    @property
    def house(self) -> House:
        return self.exchange.house

    @property
    def identity(self) -> Identity:
        return self.exchange.actor

    def answer(
        self, value: object = None, status: int = 200, *, etag: str = "", location: str = "",
        headers: Iterable[tuple[str, str]] = (), form: str = JSON,
    ) -> Response:  # fmt: skip
        """An answer in JSON, or an empty one for a status of 204; `etag` without its quotes."""
        told = [_FRESH, *headers]
        if etag:
            told.append(("ETag", f'"{etag}"'))
        if location:
            told.append(("Location", location))
        if status in {204, 304}:
            return Response(status, headers=told)
        return Response(status, msgspec.json.encode(value) + b"\n", told, form)
