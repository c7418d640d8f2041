"""How C# writes the methods of a service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from a3dav_sdk.languages.csharp.members import Members
from a3dav_sdk.languages.csharp.texts import escaped, quoted, sentence, unique
from a3dav_sdk.model.api import Body, Call, GraphCall, Parameter
from a3dav_sdk.model.types import Field

_PLACES = {
    "path": "InPath",
    "query": "InQuery",
    "header": "InHeader",
    "cookie": "InCookie",
    "querystring": "InQuerystring",
}
_BODIES = {
    "json": "CarryJson", "text": "CarryText", "bytes": "CarryUpload", "form": "CarryForm",
    "multipart": "CarryMultipart",
}  # fmt: skip
_SEQUENCES = {"events", "lines"}
_LAST = ["CallOptions options = null", "CancellationToken cancellationToken = default(CancellationToken)"]

Argument = tuple[str, str, str]
"""What is written, the name without an escape, and the description."""


class Calls(Members):
    def filters_of_calls(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "method": lambda call: self.methods[call.key], "arguments": self.arguments, "returns": self.returns,
            "asks": self.asks, "put": self.put, "carry": self.carry, "accepted": accepted,
            "retry": lambda word: f"Retry.{word.title()}",
            "call_doc": self.call_doc, "graph_arguments": self.graph_arguments, "graph_doc": self.graph_doc,
            "given": self.given, "graph_retry": lambda call: "Retry.Safe" if call.kind == "query" else "Retry.Never",
        }  # fmt: skip

    @cached_property
    def methods(self) -> dict[str, str]:
        """What waits for an answer ends with Async."""
        found: dict[str, str] = {}
        for service in self.api.services:
            wishes = [
                (call.key, self.names[f"calls {service.key}", call.key] + ("" if is_sequence(call) else "Async"))
                for call in service.calls
            ]
            named = unique(wishes, [self.names["services types", service.key]])
            found |= self.kept(f"methods {service.key}", named)
        return found

    def _arguments(self, call: Call) -> list[Argument]:
        names = {one.key: self.names[f"parameters {call.key}", one.key] for one in call.parameters}
        path = [one for one in call.parameters if one.place == "path"]
        beside = [one for one in call.parameters if one.place != "path"]
        needed: list[Argument] = [self._needed(one, names[one.key]) for one in path]
        optional: list[Argument] = []
        if call.body:
            told = (self._body(call.body), "body", call.body.description or "What is sent.")
            (needed if call.body.required else optional).append(told)
        for one in beside:
            if one.required:
                needed.append(self._needed(one, names[one.key]))
            else:
                plain = f"Optional<{self.type_of(one.type).removesuffix('?')}>"
                written = f"{plain} {names[one.key]} = default({plain})"
                optional.append((written, names[one.key], one.description or one.wire))
        return needed + optional

    def _needed(self, one: Parameter, name: str) -> Argument:
        return f"{self.type_of(one.type)} {name}", name, one.description or one.wire

    def _body(self, body: Body) -> str:
        if body.shape == "bytes":
            plain = "Upload"
        else:
            plain = "string" if body.shape == "text" else self.result(body.type)
        if body.required:
            return f"{plain} body"
        if plain == "Upload":
            return "Upload body = null"
        optional = f"Optional<{plain.removesuffix('?')}>"
        return f"{optional} body = default({optional})"

    def arguments(self, call: Call) -> str:
        return listed([written for written, _, _ in self._arguments(call)])

    def call_doc(self, call: Call) -> str:
        summary = call.summary or call.description or f"Sends {call.method} {call.path}."
        more = call.description if call.description != summary else ""
        told = [(name, text) for _, name, text in self._arguments(call)]
        return self._told(summary, told, self.element("remarks", more, 8))

    def _told(self, summary: str, parameters: list[tuple[str, str]], remarks: str = "") -> str:
        lines = (self.doc(sentence(summary), 8) or self.doc("A call.", 8)) + remarks
        told = [*parameters, ("options", "How this call works."), ("cancellationToken", "Ends the call.")]
        for name, text in told:
            plain = escaped(" ".join(self.wrapped(text, ""))) or "A parameter."
            lines += f'        /// <param name="{name.lstrip("@")}">{plain}</param>\n'
        return lines

    def returns(self, call: Call) -> str:
        if call.pagination:
            return f"Paged<{self.result(call.pagination.item)}>"
        item = self.result(call.result.type, call.result.optional)
        return {
            "none": "Task", "json": f"Task<{item}>", "text": "Task<TextResult>", "bytes": "Task<Download>",
            "events": f"AsyncSequence<StreamEvent<{item}>>", "lines": f"AsyncSequence<{item}>",
        }[call.result.shape]  # fmt: skip

    def asks(self, call: Call) -> str:
        """The function of the runtime that does it, and its arguments."""
        item = self.result(call.result.type, call.result.optional)
        if call.pagination:
            rule = [cursor(call), call.pagination.items, call.pagination.next]
            told = ", ".join(map(quoted, rule))
            return f"Paged<{self.result(call.pagination.item)}>(request, {told}, options, cancellationToken)"
        name = {
            "none": "NothingAsync", "json": f"JsonAsync<{item}>", "text": "TextAsync", "bytes": "DownloadAsync",
            "events": f"Events<{item}>", "lines": f"Lines<{item}>",
        }[call.result.shape]  # fmt: skip
        return f"{name}(request, options, cancellationToken)"

    def put(self, one: Parameter, call: Call) -> str:
        name = self.names[f"parameters {call.key}", one.key]
        explode = "true" if one.explode else "false"
        return f"{_PLACES[one.place]}({quoted(one.wire)}, {name}, {quoted(one.style)}, {explode})"

    def carry(self, body: Body) -> str:
        return f"{_BODIES[body.shape]}(body, {quoted(body.media_type)})"

    def _variables(self, call: GraphCall) -> list[tuple[Field, str]]:
        named = [(one, self.names[f"variables {call.key}", one.key]) for one in call.variables]
        return sorted(named, key=lambda pair: not _must_be(pair[0]))

    def graph_arguments(self, call: GraphCall) -> str:
        written = []
        for one, name in self._variables(call):
            kind = self.presence(one) if _must_be(one) else f"Optional<{self.type_of(one.type).removesuffix('?')}>"
            written.append(f"{kind} {name}" if _must_be(one) else f"{kind} {name} = default({kind})")
        return listed(written)

    def graph_doc(self, call: GraphCall) -> str:
        told = [(name, one.description or one.key) for one, name in self._variables(call)]
        return self._told(call.description or f"The operation {call.key}.", told)

    def given(self, call: GraphCall) -> list[str]:
        scope = f"variables {call.key}"
        return [f"Give(variables, {quoted(one.key)}, {self.names[scope, one.key]});" for one in call.variables]


def listed(arguments: list[str]) -> str:
    return ",".join(f"\n            {one}" for one in [*arguments, *_LAST])


def is_sequence(call: Call) -> bool:
    return call.pagination is not None or call.result.shape in _SEQUENCES


def accepted(media: str) -> str:
    if not media or media.endswith("json"):
        return quoted(media or "application/json")
    return quoted(f"{media}, application/problem+json;q=0.5")


def cursor(call: Call) -> str:
    assert call.pagination is not None
    return next((one.wire for one in call.parameters if one.key == call.pagination.cursor), call.pagination.cursor)


def _must_be(one: Field) -> bool:
    return one.required and not one.nullable
