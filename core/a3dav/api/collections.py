"""Calendars, address books and what is like them, as operations on collections in the homes of accounts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from a3dav.api.acting import act, aim, aim_at_name, aim_at_new, ready
from a3dav.api.cursors import cursor_after, position_of
from a3dav.api.reaching import reach
from a3dav.api.shapes import about_collections, update
from a3dav.errors import DavError, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.identifiers import new_id
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.mkcol import make
from a3dav.methods.proppatch import Update, set_properties
from a3dav.registries import ApiAction, ApiHandler
from a3dav.resources import Resource
from a3dav.xml.names import dav

if TYPE_CHECKING:
    from a3dav.api.call import ApiCall

OWN, MOUNTED = 0, 1
"""The two parts of a list: what the home holds, and what of others is mounted there."""
Show = Callable[[Mapping[str, bytes]], Mapping[str, object]]


@dataclass(slots=True, frozen=True)
class CollectionShape:
    """A kind of collections: the home that holds them, and what is shown and set beside what all have.

    `show(stored)` makes members of JSON of the stored properties; `updates(body)` makes properties of members that a
    client sent. `variable` is the parameter with the identifier.
    """

    root: str
    kind: str
    types: frozenset[str]
    variable: str
    show: Show
    updates: Callable[[Mapping[str, Any]], Sequence[Update]]

    def shown(self, call: ApiCall, found: Sequence[Resource]) -> list[dict[str, Any]]:
        stored = call.exchange.stored(found)
        told = about_collections(call, found)
        return [entry | dict(self.show(stored[one.id])) for entry, one in zip(told, found, strict=True)]

    def listed(self, call: ApiCall) -> Response:
        """What the home of whoever asks holds, and behind it what others share with them."""
        store, me = call.house.store, call.identity.account
        home = store.home(self.root, me.id, me.name)
        if home is None:
            return call.answer({"items": [], "next": None})
        found, following = self._page(call, home)
        readable = call.house.permitted(call.identity, found, dav("read"))
        return call.answer({"items": self.shown(call, readable) if readable else [], "next": following})

    def _page(self, call: ApiCall, home: Resource) -> tuple[Sequence[Resource], str | None]:
        store, limit = call.house.store, call.parameters["limit"]
        part, after = position_of(call) or [OWN, ""]
        found: list[Resource] = []
        if part == OWN:
            page = store.members(home, bytes.fromhex(str(after)), limit + 1)
            if len(page) > limit:
                return self._of_kind(call, page[:limit]), cursor_after(call, OWN, page[limit - 1].id.hex())
            found, after = list(page), ""
        rest = sorted((one for one in store.mounted(home) if one.id.hex() > str(after)), key=lambda one: one.id)
        room = limit - len(found)
        if len(rest) > room:
            last = rest[room - 1].id.hex() if room else ""
            return self._of_kind(call, [*found, *rest[:room]]), cursor_after(call, MOUNTED, last)
        return self._of_kind(call, [*found, *rest]), None

    def _of_kind(self, call: ApiCall, found: Sequence[Resource]) -> Sequence[Resource]:
        return [one for one in found if call.house.types.is_a(one.kind, self.kind)]

    def get(self, call: ApiCall) -> Response:
        return call.answer(self.shown(call, [reach(call, self.variable, self.kind)])[0])

    def early_create(self, call: ApiCall) -> None:
        me = call.identity.account
        home = call.house.store.home(self.root, me.id, me.name)
        if home is None:
            raise NotFound("this account has no home for it")
        aim_at_new(call, home, new_id().hex())
        ready(call, "MKCOL")

    def create(self, call: ApiCall) -> Steps[Response]:
        exchange, wanted = call.exchange, call.body
        if name := wanted.get("name"):
            yield Step(Lane.READ, aim_at_name, (call, name))
        updates = [*texts(wanted), *self.updates(wanted)]
        yield from make(exchange, self.types, updates, _refuse)
        made: Response = yield Step(Lane.READ, self._made, (call,))
        return made

    def _made(self, call: ApiCall) -> Response:
        found = call.house.resolve(call.exchange.path)
        if found is None:
            raise NotFound("it is gone already")
        (told,) = self.shown(call, [found])
        return call.answer(told, 201, location=f"{call.exchange.request.shown_path.rstrip('/')}/{found.id.hex()}")

    def aim(self, call: ApiCall) -> None:
        aim(call, reach(call, self.variable, self.kind))

    def early_update(self, call: ApiCall) -> None:
        self.aim(call)
        ready(call, "PROPPATCH")

    def update(self, call: ApiCall) -> Steps[Response]:
        outcome = yield from set_properties(call.exchange, [*texts(call.body), *self.updates(call.body)])
        _refuse(call.exchange, outcome)
        call.exchange.forget_stored()
        told: Response = yield Step(Lane.READ, self.get, (call,))
        return told

    def early_delete(self, call: ApiCall) -> None:
        self.aim(call)
        ready(call, "DELETE")

    def delete(self, call: ApiCall) -> Steps[Response]:
        yield from act(call)
        return call.answer(status=204)

    def actions(self, service: str) -> dict[str, ApiHandler | ApiAction]:
        """The operations on collections of this kind by their names."""
        return {
            f"{service}.list": self.listed,
            f"{service}.create": ApiAction(self.create, self.early_create),
            f"{service}.get": self.get,
            f"{service}.update": ApiAction(self.update, self.early_update),
            f"{service}.delete": ApiAction(self.delete, self.early_delete),
        }


def texts(body: Mapping[str, Any]) -> list[Update]:
    return [update(dav("displayname"), body, "displayName")] if "displayName" in body else []


def _refuse(_: Exchange, outcome: Mapping[str, DavError | None]) -> Response:
    """Raises the first refusal of a property."""
    for error in outcome.values():
        if error is not None:
            raise error
    return Response(204)
