"""Asks GraphQL: one POST, whose errors are an error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _about
from ._codec import ANY, Codec, Member, plain
from ._errors import DecodeError, GraphError, StatusError
from ._exchange import Outgoing, exchange
from ._json import dumps, loads
from ._options import Options
from ._redaction import redacted
from ._wire import Steps

if TYPE_CHECKING:
    from ._core import Core


@dataclass(frozen=True, slots=True)
class Operation:
    name: str
    retry: str
    text: str
    variables: list[Member]
    codec: Codec


def asked(core: Core, operation: Operation, given: Mapping[str, Any], options: Options | None) -> Steps[Any]:
    """The data of an operation, typed."""
    from ._model import UNSET

    variables = {
        one.key: None if given[one.attribute] is None else one.codec.write(given[one.attribute])
        for one in operation.variables
        if given[one.attribute] is not UNSET
    }
    data = yield from _asked(core, operation.retry, operation.text, variables, operation.name, options, operation.codec)
    return data


def free(core: Core, text: str, variables: Mapping[str, Any], name: str | None, options: Options | None) -> Steps[Any]:
    """Any text; sent again only where it is a query."""
    retry = "never" if "mutation" in text else "safe"
    data = yield from _asked(core, retry, text, plain(variables), name, options, ANY)
    return data


def _asked(
    core: Core, retry: str, text: str, variables: Mapping[str, Any], name: str | None, options: Options | None,
    codec: Codec,
) -> Steps[Any]:  # fmt: skip
    body = dumps({"query": text, "variables": variables, **({"operationName": name} if name else {})})
    headers = {
        "accept": "application/json", "content-type": "application/json", "graphql-require-preflight": "1"
    }  # fmt: skip
    url = core.base + _about.GRAPH_PATH
    outgoing = Outgoing("POST", url, retry, headers, lambda: body, options=options or Options())
    try:
        answer = yield from exchange(core, outgoing)
    except StatusError as error:
        _raise_if_graph(error, codec)
        raise
    document = loads(answer.body)
    if not isinstance(document, dict) or not ("data" in document or "errors" in document):
        raise DecodeError("this is no answer of GraphQL", attempts=answer.attempts)
    told: dict[str, Any] = {"attempts": answer.attempts, "method": "POST", "url": redacted(url)}
    if document.get("errors"):
        raise GraphError(_errors(document), _partial(codec, document.get("data")), status=answer.status, **told)
    return codec.read(document["data"], "/data")


def _raise_if_graph(error: StatusError, codec: Codec) -> None:
    try:
        document = json.loads(error.body)
    except ValueError:
        return
    if isinstance(document, dict) and isinstance(document.get("errors"), list):
        raise GraphError(
            _errors(document), _partial(codec, document.get("data")), status=error.status, attempts=error.attempts,
            method="POST", url=error.url,
        ) from error  # fmt: skip


def _errors(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [one if isinstance(one, dict) else {"message": str(one)} for one in document["errors"]]


def _partial(codec: Codec, data: Any) -> Any:
    """Typed where it can be."""
    try:
        return None if data is None else codec.read(data, "/data")
    except DecodeError:
        return data


class GraphBase:
    def __init__(self, core: Core) -> None:
        self._core = core

    def execute(
        self, text: str, variables: Mapping[str, Any] | None = None, name: str | None = None,
        options: Options | None = None,
    ) -> Any:  # fmt: skip
        """Any operation; its data as JSON."""
        return self._core.run(free(self._core, text, variables or {}, name, options))


class AsyncGraphBase:
    def __init__(self, core: Core) -> None:
        self._core = core

    async def execute(
        self, text: str, variables: Mapping[str, Any] | None = None, name: str | None = None,
        options: Options | None = None,
    ) -> Any:  # fmt: skip
        """Any operation; its data as JSON."""
        return await self._core.run(free(self._core, text, variables or {}, name, options))
