"""What an operation takes and gives, by media type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from a3dav_sdk.loading.documents import Node
from a3dav_sdk.loading.schemas import Context, Schemas
from a3dav_sdk.model.api import Body, BodyShape, Failure, Result, ResultShape
from a3dav_sdk.model.types import ANY, MapOf, Scalar, Type

_TEXTS = ("text/", "application/xml", "application/x-yaml", "application/yaml", "application/sql")
_BYTES = Scalar("bytes", "binary")
_LINES = ("application/jsonl", "application/x-ndjson", "application/json-seq", "application/x-jsonlines")


@dataclass
class Answers:
    """`words` name what is written in place; the first media type of JSON is what a plain call speaks."""

    schemas: Schemas
    operation: Node
    words: tuple[str, ...]
    key: str
    home: str

    def bodies(self) -> list[tuple[str, Body | None]]:
        """Each kind of body with what sets it apart from the first; one None for none."""
        node = self.operation.get("requestBody")
        if node is None:
            return [("", None)]
        body = node.followed()
        found: list[tuple[str, Body | None]] = []
        for name, media in _ordered(body):
            shape = _body_shape(name, media)
            one = Body(
                shape, name, self._type(media, "request", shape), body.flag("required"), body.text("description")
            )
            if all(one.shape != other.shape or one.type != other.type for _, other in found if other):
                found.append((_apart(name) if found else "", one))
        return found or [("", None)]

    def results(self) -> list[tuple[str, Result]]:
        """Each kind of answer of success with what sets it apart from the first."""
        empty, found = False, dict[str, Result]()
        for _, response in self._responses("2"):
            medias = list(_ordered(response))
            empty = empty or not medias
            for name, media in medias:
                one = self._result(name, media)
                same = next((key for key, other in found.items() if other.shape == one.shape), None)
                if same is None:
                    found[name] = one
                elif found[same].type != one.type and found[same].media_type == name:
                    found[same] = Result(one.shape, name, ANY)
        if not found:
            return [("", Result("none", "", None))]
        return [
            (_apart(name) if number else "", Result(one.shape, one.media_type, one.type, empty))
            for number, (name, one) in enumerate(found.items())
        ]

    def failures(self) -> tuple[Failure, ...]:
        found = []
        for status, response in self._responses("45d"):
            name, media = next(_ordered(response), ("", None))
            type_ = self._type(media, f"error {status}", "json") if media is not None and "json" in name else None
            found.append(
                Failure(status.upper() if status != "default" else status, name, type_, response.text("description"))
            )
        return tuple(found)

    def _responses(self, first: str) -> Iterator[tuple[str, Node]]:
        for status, node in self.operation.items("responses"):
            if status[:1] in first and not status.startswith("x-"):
                yield status, node.followed()

    def _result(self, name: str, media: Node) -> Result:
        if name == "text/event-stream":
            return Result("events", name, self._item(media))
        if name in _LINES:
            return Result("lines", name, self._item(media))
        shape: ResultShape = _shape(name, media)
        return Result(shape, name, self._type(media, "response", shape))

    def _item(self, media: Node) -> Type:
        """What an event carries: the content of its data where the document says it."""
        schema = media.get("itemSchema") or media.get("schema")
        if schema is None:
            return ANY
        data = _data(schema.followed())
        context = Context(f"{self.key}/event", (*self.words, "event"), self.home)
        if data is not None:
            content = data.get("contentSchema")
            return self.schemas.read(content or data, context)
        return self.schemas.read(schema, context)

    def _type(self, media: Node, role: str, shape: BodyShape | ResultShape) -> Type | None:
        if shape == "text":
            return Scalar("text")
        if shape == "bytes":
            return _BYTES
        schema = media.get("schema") or media.get("itemSchema")
        if schema is None:
            return MapOf(ANY) if shape in {"form", "multipart"} else ANY
        return self.schemas.read(schema, Context(f"{self.key}/{role}", (*self.words, *role.split()), self.home))


def _data(schema: Node) -> Node | None:
    """The member `data` of an event; of the first alternative that carries JSON."""
    for part in [*schema.list("allOf"), *schema.list("oneOf"), *schema.list("anyOf"), schema]:
        data = (part.followed().get("properties") or part).get("data")
        if data is not None and data.get("contentSchema") is not None:
            return data
    return None


def _ordered(holder: Node) -> Iterator[tuple[str, Node]]:
    """Media types, those of JSON first; events come last of all."""
    medias = [(name.partition(";")[0].strip().lower(), media.followed()) for name, media in holder.items("content")]
    ranks = {"application/json": 0}
    yield from sorted(
        medias, key=lambda one: ranks.get(one[0], 1 if _is_json(one[0]) else 3 if "event-stream" in one[0] else 2)
    )


def _body_shape(name: str, media: Node) -> BodyShape:
    if name == "application/x-www-form-urlencoded":
        return "form"
    if name.startswith("multipart/"):
        return "multipart"
    return _shape(name, media)


def _shape(name: str, media: Node) -> Literal["json", "text", "bytes"]:
    """Of any media type at all, what has no schema, or that of a text, is as it comes."""
    schema = media.get("schema")
    if name == "*/*" and (schema is None or not schema.value or schema.followed().text("type") == "string"):
        return "bytes"
    return "json" if _is_json(name) else "text" if name.startswith(_TEXTS) else "bytes"


def _is_json(name: str) -> bool:
    return name == "application/json" or name.endswith("+json") or name == "*/*"


def _apart(name: str) -> str:
    """text/calendar → calendar; application/jscalendar+json → jscalendar."""
    main, _, sub = name.partition("/")
    sub = re.sub(r"\+(json|xml|yaml)$", "", sub)
    return {
        "*": main,
        "octet-stream": "bytes",
        "plain": "text",
        "x-www-form-urlencoded": "form",
        "form-data": "form",
    }.get(sub, sub)
