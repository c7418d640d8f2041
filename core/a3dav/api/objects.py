"""Events, contacts and what is like them: members of collections, as they are stored and in JSON.

What is written in JSON becomes an edit of the stored text, and goes down the write path as that text; so does a
text that a client sends as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from a3dav.api.acting import act, aim, aim_at_name, aim_at_new, ready
from a3dav.api.call import JSON
from a3dav.api.reaching import member, reach
from a3dav.api.shapes import InvalidBody
from a3dav.errors import (
    DavError,
    NotFound,
    PreconditionFailed,
)
from a3dav.exchange import Response
from a3dav.identifiers import new_id
from a3dav.lanes import Lane, Step, Steps
from a3dav.placement import size_limit
from a3dav.preconditions import Preconditions, not_modified
from a3dav.registries import ApiAction, ApiHandler
from a3dav.resources import Resource

if TYPE_CHECKING:
    from a3dav.api.call import ApiCall

T = TypeVar("T")
Json = dict[str, Any]
MERGE_PATCH = "application/merge-patch+json"
ATTEMPTS = 5
_QUICK = 4 * 1024
"""Bytes of a text that the event loop may read and write in JSON."""


@dataclass(slots=True, frozen=True)
class ObjectShape:
    """A kind of objects, the collections that hold them, and how each is said in JSON.

    `media_type` is that of the stored text, `json_type` that of its JSON without an envelope. `show(text)` gives the
    JSON of a stored text, `make(value)` a new text, and `edit(text, value)` the text that says what the JSON says now
    and keeps what JSON does not say; `patch(text, change, merge=)` applies a merge patch, or a patch of the own kind of
    this JSON. They are functions of modules, as they may run in another process; what they raise of the class `error`,
    `refuse(error)` tells. `about(resource)` tells what is known of an object without its text.
    """

    collection: str
    kind: str
    collection_variable: str
    variable: str
    media_type: str
    json_type: str
    show: Callable[[bytes], Json]
    make: Callable[[Json], bytes]
    edit: Callable[[bytes, Json], bytes]
    patch: Callable[..., bytes]
    error: type[Exception]
    refuse: Callable[[Any], DavError]
    about: Callable[[Resource], Json]

    # -- reading -----------------------------------------------------------------------------------

    def early_get(self, call: ApiCall) -> None:
        self.aim(call)
        if call.wanted == self.media_type:
            ready(call, "GET")

    def get(self, call: ApiCall) -> Response | Steps[Response]:
        """The stored text as DAV serves it, or JSON."""
        if call.wanted == self.media_type:
            return act(call)
        resource = call.exchange.resource
        Preconditions.of(call.exchange).check(call.house, resource)
        if not_modified(call.exchange.request, resource, f'"{resource.etag}"'):
            return call.answer(None, 304, etag=resource.etag)
        return self._told(call, 200)

    def _told(self, call: ApiCall, status: int, location: str = "") -> Steps[Response]:
        resource = call.exchange.resource
        body = yield Step(Lane.READ, call.exchange.body, (resource,))
        value: Json = yield from self._said(call, resource.size, self.show, body.read())
        headers = [("Vary", "Accept")]
        if call.wanted == self.json_type:
            return call.answer(
                value, status, etag=resource.etag, location=location, headers=headers, form=self.json_type
            )
        told = self.about(resource) | {"data": value}
        return call.answer(told, status, etag=resource.etag, location=location, headers=headers)

    def aim(self, call: ApiCall) -> None:
        collection = reach(call, self.collection_variable, self.collection)
        aim(call, member(call, collection, self.variable, self.kind), collection)

    # -- writing -----------------------------------------------------------------------------------

    def limit(self, call: ApiCall) -> tuple[int, DavError]:
        return size_limit(call.house, self.kind)

    def early_create(self, call: ApiCall) -> None:
        collection = reach(call, self.collection_variable, self.collection)
        suffix = call.house.types[self.kind].suffix
        aim_at_new(call, collection, new_id().hex() + suffix)
        ready(call, "PUT")

    def create(self, call: ApiCall) -> Steps[Response]:
        name = call.body.get("name") if call.media_type == JSON else None
        if name:
            yield Step(Lane.READ, self._name, (call, name))
        if call.media_type == self.media_type:
            yield from act(call)
        else:
            size = call.exchange.request.body.length
            text: bytes = yield from self._said(call, size, self.make, self._value(call))
            yield from act(call, text, self.media_type)
        found = yield Step(Lane.READ, self._refreshed, (call,))
        place = f"{call.exchange.request.shown_path.rstrip('/')}/{found.id.hex()}"
        return (yield from self._told(call, 201, place))

    def _name(self, call: ApiCall, name: str) -> None:
        aim_at_name(call, name)
        ready(call, "PUT")

    def _value(self, call: ApiCall) -> Json:
        value: Json = call.body["data"] if call.media_type == JSON else call.body
        return value

    def _refreshed(self, call: ApiCall) -> Resource:
        """What stands there now, as whoever asks sees it."""
        exchange = call.exchange
        found = call.house.resolve(exchange.path)
        seen = call.house.readable(call.identity, [found]) if found is not None else []
        if not seen:
            raise NotFound("it is gone already")
        exchange.target = seen[0]
        return seen[0]

    def early_change(self, call: ApiCall) -> None:
        self.aim(call)
        ready(call, "PUT")

    def replace(self, call: ApiCall) -> Steps[Response]:
        if call.media_type == self.media_type:
            yield from act(call)
            yield Step(Lane.READ, self._refreshed, (call,))
            return (yield from self._told(call, 200))
        return (yield from self._edited(call, self.edit, self._value(call)))

    def update(self, call: ApiCall) -> Steps[Response]:
        edit = partial(self.patch, merge=call.media_type == MERGE_PATCH)
        return (yield from self._edited(call, edit, call.body))

    def _edited(self, call: ApiCall, edit: Callable[..., bytes], change: Json) -> Steps[Response]:
        """Edits the text that stands there; again where that changed, if the client made no condition."""
        given = call.parameters.get("If-Match", "*").strip()
        for attempt in range(ATTEMPTS):
            try:
                yield from self._edit_once(call, edit, change)
                break
            except PreconditionFailed:
                if given != "*" or attempt == ATTEMPTS - 1:
                    raise
                yield Step(Lane.READ, self.early_change, (call,))
        yield Step(Lane.READ, self._refreshed, (call,))
        return (yield from self._told(call, 200))

    def _edit_once(self, call: ApiCall, edit: Callable[..., bytes], change: Json) -> Steps[None]:
        exchange, resource = call.exchange, call.exchange.resource
        body = yield Step(Lane.READ, exchange.body, (resource,))
        size = resource.size + exchange.request.body.length
        text: bytes = yield from self._said(call, size, edit, body.read(), change)
        exchange.request.headers = {**exchange.request.headers, "if-match": f'"{resource.etag}"'}
        ready(call, "PUT")
        yield from act(call, text, self.media_type)

    def _said(self, call: ApiCall, size: int, work: Callable[..., T], *args: object) -> Steps[T]:
        """What a function of this JSON gives, with refusals that name the place in the whole body."""
        try:
            said: T = yield Step(_lane(size), work, args)
        except self.error as error:
            refusal = self.refuse(error)
            if isinstance(refusal, InvalidBody) and call.media_type == JSON and "data" in call.body:
                raise refusal.inside("/data") from error
            raise refusal from error
        return said

    def early_delete(self, call: ApiCall) -> None:
        self.aim(call)
        ready(call, "DELETE")

    def delete(self, call: ApiCall) -> Steps[Response]:
        yield from act(call)
        return call.answer(status=204)

    def actions(self, service: str) -> dict[str, ApiHandler | ApiAction]:
        """The operations on objects of this kind by their names."""
        return {
            f"{service}.get": ApiAction(self.get, self.early_get),
            f"{service}.create": ApiAction(self.create, self.early_create, self.limit),
            f"{service}.replace": ApiAction(self.replace, self.early_change, self.limit),
            f"{service}.update": ApiAction(self.update, self.early_change),
            f"{service}.delete": ApiAction(self.delete, self.early_delete),
        }


def _lane(size: int) -> Lane:
    return Lane.CPU if size > _QUICK else Lane.READ
