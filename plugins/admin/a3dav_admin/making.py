"""Makes the changes of a mutation, one after the other, as whoever asks may make them."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from a3dav.errors import A3davError, DavError, Refusal
from a3dav.faults import Fault
from a3dav.lanes import Lane, Step, Steps
from a3dav.logs.formats import REQUEST_ID
from a3dav.principals import Identity, Role
from a3dav.registries import GraphCall, GraphMutation, Subject
from a3dav_admin.asking import Change
from a3dav_admin.outcomes import Outcome, Refused

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.admin")
_CODES = {400: "BAD_INPUT", 403: "FORBIDDEN", 404: "NOT_FOUND", 409: "CONFLICT", 412: "CONFLICT", 423: "LOCKED"}
_CODES |= {507: "QUOTA", 503: "UNAVAILABLE"}
SUBJECTS = {Subject.PRINCIPAL: "principal", Subject.COLLECTION: "collection", Subject.SERVER: ""}
"""What the input calls the subject of a mutation."""


def camel(name: str) -> str:
    """As GraphQL writes a name of Python."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def make(house: House, identity: Identity, request_id: str, change: Change) -> Steps[Outcome]:
    """What became of a change; whatever refuses it, the others are made."""
    mutation = next(m for m in house.graph_table.mutations.values() if camel(m.name) == change.name)
    try:
        _refuse_unproven(mutation, identity)
        call = yield Step(Lane.READ, _call, (house, identity, request_id, mutation, change.given))
        value = yield Step(Lane.WAIT, mutation.act, (call,))
        if isinstance(value, Generator):
            value = yield from value
        shown = yield Step(Lane.READ, _shown, (house, mutation, value))
        return Outcome(shown)
    except Refusal as error:
        return Outcome(errors=(Refused(error.code, str(error), camel(error.field) or None),))
    except Fault as error:
        house.faults.tell(error)
        return Outcome(errors=(Refused("UNAVAILABLE", "the store does not answer, or cannot be written"),))
    except DavError as error:
        return Outcome(errors=(Refused(_CODES.get(error.status, "FORBIDDEN"), error.message),))
    except A3davError as error:
        return Outcome(errors=(Refused("BAD_INPUT", str(error)),))
    except Exception as error:  # a mistake of ours or of a plugin: the changes before it are told all the same
        fields = {REQUEST_ID: request_id, "a3dav.graphql.path": change.key}
        log.error("a change failed", extra={"fields": fields}, exc_info=error)
        return Outcome(errors=(Refused("INTERNAL", f"the server failed; its log has the request id {request_id}"),))


def _refuse_unproven(mutation: GraphMutation, identity: Identity) -> None:
    if mutation.proven and not identity.whole:
        raise Refusal("this takes a password, and neither an app password nor a token", "FORBIDDEN")


def _call(
    house: House, identity: Identity, request_id: str, mutation: GraphMutation, sent: Mapping[str, Any]
) -> GraphCall:
    subject = _subject(house, identity, mutation, str(sent.get(SUBJECTS[mutation.of], "")))
    return GraphCall(house, identity, request_id, subject, _given(mutation.given, sent))


def _subject(house: House, identity: Identity, mutation: GraphMutation, text: str) -> Any:
    """What is not for whoever asks does not exist."""
    if mutation.of is Subject.SERVER:
        return None
    try:
        wanted = bytes.fromhex(text)
    except ValueError:
        wanted = b""
    what = SUBJECTS[mutation.of]
    found: Any = house.store.accounts.by_id(wanted) if what == "principal" else house.store.resource(wanted)
    owner = b"" if found is None else found.id if what == "principal" else found.account_id
    hidden = identity.account.role is not Role.ADMIN and owner != identity.account.id
    if found is None or hidden or (what == "collection" and not found.collection):
        raise Refusal(f"there is no such {what}", "NOT_FOUND", what)
    return found


def _given(kind: type[Any], sent: Mapping[str, Any]) -> Any:
    """An instance of a mutation's dataclass; what was not sent, or null, is the default."""
    hints, values = get_type_hints(kind), {}
    for entry in dataclasses.fields(kind):
        value = sent.get(camel(entry.name))
        if value is not None:
            values[entry.name] = _value(hints[entry.name], value)
    return kind(**values)


def _value(kind: Any, value: Any) -> Any:
    if get_origin(kind) is list:
        return [_value(get_args(kind)[0], one) for one in value]
    inner = [part for part in get_args(kind) if part is not type(None)]
    if inner:
        return _value(inner[0], value)
    return _given(kind, value) if dataclasses.is_dataclass(kind) and isinstance(kind, type) else value


def _shown(house: House, mutation: GraphMutation, value: Any) -> Any:
    """As it is now that it was changed."""
    if mutation.gives is Subject.PRINCIPAL:
        return house.store.accounts.by_id(value.id)
    return house.store.resource(value.id) if mutation.gives is Subject.COLLECTION else value
