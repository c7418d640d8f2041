"""Works on an operation: in a process of the cpu lane, which has an event loop of its own for the loaders."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graphql import DocumentNode, ExecutionResult, GraphQLError, execute

from a3dav.errors import A3davError
from a3dav.faults import Fault
from a3dav.logs.formats import REQUEST_ID
from a3dav_admin.asking import Answered, Asked
from a3dav_admin.context import Context
from a3dav_admin.errors import BAD_INPUT, INTERNAL, UNAVAILABLE, GraphError
from a3dav_admin.planning import Invalid, Prepared, prepare
from a3dav_admin.rooting import changes_of, only
from a3dav_admin.schema import schema_of

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.admin")


def work_on(house: House, asked: Asked) -> Answered:
    """The answer to a query, or what is to be done in the worker before there can be one."""
    schema = schema_of(house)
    try:
        prepared = prepare(
            schema, house.section("admin"), asked.identity, asked.text, asked.variables, asked.operation_name
        )
        if prepared.changes and not asked.key:
            changes = changes_of(schema, prepared, house.section("admin").max_mutations)
            return Answered(body=b'{"data":{}}\n', changes=changes, facts=prepared.facts)
        if prepared.facts - asked.facts.keys():
            return Answered(facts=prepared.facts)
        return _executed(house, prepared, asked)
    except Invalid as error:
        return Answered(error.status, _json({"errors": error.errors}), is_refused=error.status == 403)


def _executed(house: House, prepared: Prepared, asked: Asked) -> Answered:
    context = Context(
        house, asked.identity, facts=asked.facts, outcomes=asked.outcomes, end=time.monotonic() + asked.seconds
    )
    document = only(prepared, asked.key) if asked.key else prepared.document
    result = asyncio.run(_execute(house, document, context, asked))
    told: dict[str, Any] = {"data": result.data}
    if result.errors:
        told = {"errors": [_told(error, asked) for error in result.errors], **told}
    if result.data is None and result.errors and not any(error.path for error in result.errors):
        told.pop("data")  # of variables: nothing was begun
        return Answered(400, _json(told))
    return Answered(200, _json(told))


async def _execute(house: House, document: DocumentNode, context: Context, asked: Asked) -> ExecutionResult:
    result = execute(
        schema_of(house).graph, document, context_value=context, variable_values=dict(asked.variables),
        operation_name=asked.operation_name,
    )  # fmt: skip
    return result if isinstance(result, ExecutionResult) else await result


def _told(error: GraphQLError, asked: Asked) -> dict[str, Any]:
    """What the server did not mean to say goes to its log, and to nobody else."""
    cause = error.original_error
    told: dict[str, Any] = dict(error.formatted)
    if cause is None:
        return told | {"extensions": {"code": BAD_INPUT}}
    if isinstance(cause, GraphError):
        return told | cause.formatted()
    if isinstance(cause, Fault):
        return told | GraphError("the store does not answer", UNAVAILABLE).formatted()
    if isinstance(cause, A3davError):
        return told | GraphError(str(cause), BAD_INPUT).formatted()
    fields = {REQUEST_ID: asked.request_id, "a3dav.graphql.path": ".".join(map(str, error.path or ()))}
    log.error("a field of the graph failed", extra={"fields": fields}, exc_info=cause)
    return (
        told
        | GraphError("the server failed; its log has the request id", INTERNAL, requestId=asked.request_id).formatted()
    )


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
