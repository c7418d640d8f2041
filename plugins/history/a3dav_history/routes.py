"""History and trash over HTTP, everybody's own: /api/history/PATH and /api/trash."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from a3dav.errors import BadRequest, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.headers import is_number, parse_path
from a3dav.lanes import Lane, Step, Steps
from a3dav.registries import Route
from a3dav.resources import Resource
from a3dav.rest import json_answer, not_allowed, with_problems
from a3dav.storage.transaction import Transaction
from a3dav.writing import actor_of
from a3dav_history.log import entries_of
from a3dav_history.restoring import Outcome, Restorer, purge
from a3dav_history.rewinding import rewind
from a3dav_history.telling import deletions_told, entries_told, outcome_told
from a3dav_history.trash import Removed, deletions, removed

if TYPE_CHECKING:
    from collections.abc import Mapping

HISTORY, TRASH = "/api/history", "/api/trash"
MOST = 200
_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_AFTER = re.compile(r"(\d{1,15})-([0-9a-f]{32})", re.ASCII)


def history(exchange: Exchange) -> Steps[Response]:
    """GET tells what happened; POST takes an object to a `version`, or a collection to a moment (`at`)."""
    given = _parameters(exchange, {"limit", "before", "changes", "version", "at"})
    resource: Resource = yield Step(Lane.READ, _own, (exchange,))
    if exchange.request.method == "GET":
        told: Response = yield Step(Lane.READ, _entries, (exchange, resource, given))
        return told
    if exchange.request.method != "POST":
        raise not_allowed("GET", "POST")
    if resource.collection:
        outcome = yield from rewind(_restorer(exchange), resource, moment_of(given.get("at", "")))
        return json_answer(outcome_told(outcome, collection=True))
    version = given.get("version", "")
    if not _ID.fullmatch(version):
        raise BadRequest("say which version to restore, as GET tells its id: ?version=ID")
    yield Step(Lane.READ, _need_version, (exchange, resource, bytes.fromhex(version)))
    written = yield from _restorer(exchange).restore_version(resource, bytes.fromhex(version))
    return json_answer(outcome_told(Outcome((*written.parent.path, written.name), 1), collection=False))


def trash(exchange: Exchange) -> Steps[Response]:
    """GET lists one's deletions; POST to one of them undoes it, DELETE makes it final."""
    given = _parameters(exchange, {"limit", "after"})
    text = exchange.request.raw_path.partition(b"?")[0][len(TRASH) :].strip(b"/").decode("latin-1")
    method = exchange.request.method
    if not text:
        if method != "GET":
            raise not_allowed("GET")
        listed: Response = yield Step(Lane.READ, _deletions, (exchange, given))
        return listed
    if method not in {"POST", "DELETE"}:
        raise not_allowed("POST", "DELETE")
    entry: Removed = yield Step(Lane.READ, _own_deletion, (exchange, text))
    if method == "DELETE":
        yield Step(Lane.WAIT, _purge, (exchange, entry))
        return Response(204)
    outcome = yield from _restorer(exchange).restore(entry)
    return json_answer(outcome_told(outcome, collection=entry.resource.collection))


def _parameters(exchange: Exchange, known: set[str]) -> dict[str, str]:
    try:
        pairs = parse_qs(exchange.request.query, keep_blank_values=True, max_num_fields=20)
    except ValueError as error:
        raise BadRequest("the query cannot be read") from error
    if strange := sorted(set(pairs) - known):
        raise BadRequest(f"there is no parameter {strange[0][:40]!r}; there are {', '.join(sorted(known))}")
    return {name: values[-1] for name, values in pairs.items()}


def _number(given: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = given.get(name, "") or str(default)
    if not is_number(text) or len(text) > 18:
        raise BadRequest(f"{name} is a number")
    return min(int(text), most)


def moment_of(text: str) -> int:
    """Milliseconds since 1970 of an ISO 8601 time with its offset."""
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise ValueError(text)
        return int(moment.timestamp() * 1000)
    except (ValueError, OverflowError) as error:
        raise BadRequest(f"{text[:40]!r} is no time; write it as 2026-03-01T12:00:00Z") from error


def _own(exchange: Exchange) -> Resource:
    """History is for the owner: a reader of a share must not see there what the share hides."""
    path = parse_path(exchange.request.raw_path.partition(b"?")[0][len(HISTORY) :])
    found = exchange.house.resolve(path)
    if found is None or not found.stored or found.account_id != exchange.actor.account.id:
        raise NotFound("nothing of yours is there")
    return found


def _own_deletion(exchange: Exchange, text: str) -> Removed:
    entry = removed(exchange.store, bytes.fromhex(text)) if _ID.fullmatch(text) else None
    if entry is None or entry.resource.account_id != exchange.actor.account.id:
        raise NotFound("nothing like that is in your trash")
    return entry


def _need_version(exchange: Exchange, resource: Resource, version_id: bytes) -> None:
    sql = "SELECT 1 FROM versions WHERE id = ? AND resource_id = ?"
    if exchange.store.engine.row(sql, (version_id, resource.id)) is None:
        raise NotFound("this version is not kept any more, or is one of something else")


def _restorer(exchange: Exchange) -> Restorer:
    return Restorer(exchange.house, exchange.actor, exchange.request.id)


def _entries(exchange: Exchange, resource: Resource, given: Mapping[str, str]) -> Response:
    limit = _number(given, "limit", 50, MOST)
    entries = entries_of(exchange.store, resource, _number(given, "before", 0, 10**18), limit)
    changes = given.get("changes", "true" if not resource.collection else "") in {"true", "1", "yes"}
    told = entries_told(exchange.house, resource, entries, changes=changes)
    following = entries[-1].position if len(entries) == limit and entries else None
    return json_answer({"href": resource.href, "entries": told, "next": following})


def _deletions(exchange: Exchange, given: Mapping[str, str]) -> Response:
    limit, behind = _number(given, "limit", 50, MOST), _AFTER.fullmatch(given.get("after", ""))
    if given.get("after") and behind is None:
        raise BadRequest("after is the value of next in the page before")
    known = (int(behind[1]), bytes.fromhex(behind[2])) if behind else None
    found = deletions(exchange.store, exchange.actor.account.id, known, limit)
    following = f"{found[-1].at}-{found[-1].id.hex()}" if found and len(found) == limit else None
    return json_answer({"deletions": deletions_told(exchange.house, found), "next": following})


def _purge(exchange: Exchange, entry: Removed) -> None:
    def work(tx: Transaction) -> None:
        purge(tx, entry.top)
        tx.audit("purge", resource=entry.resource)

    exchange.house.transact(actor_of(exchange.actor, exchange.request.id), work)


ROUTES = (
    Route(HISTORY, with_problems(history), public=False, below=True),
    Route(TRASH, with_problems(trash), public=False, below=True),
)
