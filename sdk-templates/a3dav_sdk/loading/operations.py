"""Path items become calls: each operation with each kind of body and answer that it offers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from a3dav_sdk.errors import SdkError
from a3dav_sdk.loading.answers import Answers
from a3dav_sdk.loading.documents import Node
from a3dav_sdk.loading.parameters import parameters_of
from a3dav_sdk.loading.schemas import Schemas
from a3dav_sdk.model.api import Body, Call, Pagination, Parameter, Requirement, Result, Retry, Service
from a3dav_sdk.model.retry import retry_class
from a3dav_sdk.model.types import ANY, ListOf, ObjectDefinition, Reference, Type
from a3dav_sdk.naming.words import words_of

FIXED = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_KEY = "idempotency-key"


@dataclass
class Operations:
    """The calls of a document, by service."""

    root: Node
    schemas: Schemas
    services: dict[str, list[Call]] = field(default_factory=dict)

    def read(self) -> tuple[Service, ...]:
        for path, item in self.root.items("paths"):
            if path.startswith("/"):
                for method, operation in methods_of(item.followed()):
                    self._add(path, method, item.followed(), operation)
        told = {tag.text("name"): tag.text("description") or tag.text("summary") for tag in self.root.list("tags")}
        return tuple(
            Service(key, words_of(key), told.get(key, ""), tuple(calls)) for key, calls in sorted(self.services.items())
        )

    def _add(self, path: str, method: str, item: Node, operation: Node) -> None:
        service, words = _named(path, method, operation)
        key = operation.text("operationId") or f"{service}.{'_'.join(words)}"
        parameters = parameters_of(path, item, operation, self.schemas, (*words_of(service), *words))
        keyed = any(one.wire.lower() == _KEY for one in parameters)
        answers = Answers(self.schemas, operation, (*words_of(service), *words), key, service)
        whole = Call(
            key, key, words, method, path, tuple(one for one in parameters if one.wire.lower() != _KEY), None,
            Result("none", "", None), answers.failures(), None, _retry(operation, method, keyed),
            _security(self.root, operation), operation.text("summary"), operation.text("description"),
            operation.flag("deprecated"),
        )  # fmt: skip
        calls = self.services.setdefault(service, [])
        for body in answers.bodies():
            for result in answers.results():
                calls.append(self._variant(whole, body, result, operation))

    def _variant(self, whole: Call, body: tuple[str, Body | None], result: tuple[str, Result], operation: Node) -> Call:
        """`_from_calendar` for another body, `_as_calendar` for another answer."""
        suffix = ("from", *words_of(body[0])) if body[0] else ()
        suffix += ("as", *words_of(result[0])) if result[0] else ()
        key = "_".join((whole.key, *suffix))
        pagination = _pagination(operation, whole.parameters, result[1], self.schemas) if not result[0] else None
        return replace(
            whole, key=key, words=(*whole.words, *suffix), body=body[1], result=result[1], pagination=pagination
        )


def methods_of(item: Node) -> Iterator[tuple[str, Node]]:
    """The methods of a path item, those of `additionalOperations` (3.2, or as an extension before) too."""
    for name in FIXED:
        operation = item.get(name) or item.get(f"x-{name}" if name == "query" else name)
        if operation is not None and isinstance(operation.value, dict):
            yield name.upper(), operation
    for key in ("additionalOperations", "x-additionalOperations"):
        yield from item.items(key)


def _named(path: str, method: str, operation: Node) -> tuple[str, tuple[str, ...]]:
    """The service and the words of a call: `calendars.list`, or the first tag and the operationId, or the path."""
    name = operation.text("operationId")
    tags = [str(tag.value) for tag in operation.list("tags")]
    match = re.fullmatch(r"([\w -]+)[./](.+)", name)
    if match:
        return (tags[0] if tags and words_of(tags[0]) == words_of(match[1]) else match[1]), words_of(match[2])
    service = tags[0] if tags else "api"
    words = words_of(name) if name else (method.lower(), *words_of(path.replace("{", "by ")))
    return service, words


def _retry(operation: Node, method: str, keyed: bool) -> Retry:
    told = operation.text("x-retry")
    if told and told not in {"safe", "idempotent", "keyed", "never"}:
        raise SdkError(f"{operation.place}: x-retry is safe, idempotent, keyed or never")
    if told:
        return told  # type: ignore[return-value]  # one of these four
    return "keyed" if keyed and retry_class(method) == "never" else retry_class(method)


def _security(root: Node, operation: Node) -> tuple[tuple[Requirement, ...], ...]:
    wanted = operation if operation.get("security") is not None else root
    return tuple(
        tuple(Requirement(name, tuple(map(str, scopes.value or ()))) for name, scopes in alternative.items())
        for alternative in wanted.list("security")
    )


def _pagination(
    operation: Node, parameters: tuple[Parameter, ...], result: Result, schemas: Schemas
) -> Pagination | None:
    told = operation.get("x-pagination")
    if told is None:
        return None
    cursor = next((one for one in parameters if one.place == "query" and one.wire == told.text("cursor")), None)
    if cursor is None:
        raise SdkError(f"{told.place}: {told.text('cursor')!r} is no parameter of the query")
    item = _member(result.type, told.text("items"), schemas)
    if not isinstance(item, ListOf):
        raise SdkError(f"{told.place}: {told.text('items')!r} is no list in the answer")
    return Pagination(cursor.key, told.text("items"), told.text("next"), item.item)


def _member(page: Type | None, name: str, schemas: Schemas) -> Type:
    found = schemas.definitions.get(page.key) if isinstance(page, Reference) else None
    if isinstance(found, ObjectDefinition):
        return next((one.type for one in found.fields if one.key == name), ANY)
    return ANY
