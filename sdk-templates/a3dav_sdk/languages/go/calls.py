"""How Go writes the methods of a service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from a3dav_sdk.languages.go.layout import aligned, of, quoted
from a3dav_sdk.languages.go.members import Members
from a3dav_sdk.model.api import Body, Call, GraphCall, Parameter, Service

LOCAL = frozenset(
    "ctx r s g body params options iter context json break case chan const continue default defer else fallthrough "
    "for func go goto if import interface map package range return select struct switch type var any string bool "
    "int64 float64 error "
    "style fetch perform pages items stream lines download never keyed idempotent safe basePath nil true false".split()
)


class Calls(Members):
    def filters_of_calls(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "arguments": self.arguments, "returns": self.returns, "told": self.told, "beside": beside,
            "params": self.params, "argument": self.argument, "style": style, "accepted": accepted, "cursor": cursor,
            "body_type": self.body_type, "graph_result": self.graph_result, "forwarded": self.forwarded,
            "asks": self.asks,
            "of": of,
            "iterates": iterates, "put": lambda one: _PLACES[one.place], "set_body": lambda body: _BODIES[body.shape],
            "needs_params": needs_params, "retried": lambda call: "safe" if call.kind == "query" else "never",
        }  # fmt: skip

    def argument(self, name: str) -> str:
        """`CalendarID` → `calendarID`, `URLPath` → `urlPath`; never a word of Go or of the method."""
        capitals = len(name) - len(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        first = capitals if capitals == len(name) else max(1, capitals - 1)
        plain = name[:first].lower() + name[first:]
        return f"{plain}_" if plain in LOCAL else plain

    def arguments(self, call: Call) -> str:
        names = {one.key: self.names[f"parameters {call.key}", one.key] for one in call.parameters}
        written = ["ctx context.Context"]
        written += [
            f"{self.argument(names[one.key])} {self.result(one.type)}" for one in call.parameters if one.place == "path"
        ]
        if call.body:
            written.append(f"body {self.body_type(call.body)}")
        if beside(call):
            written.append(f"params {'' if needs_params(call) else '*'}{self.globals[f'parameters {call.key}']}")
        return ", ".join([*written, "options ...CallOption"])

    def body_type(self, body: Body) -> str:
        if body.shape == "bytes":
            return "Upload"
        plain = "string" if body.shape == "text" else self.result(body.type)
        return plain if body.required or plain[0] in "*[" or plain.startswith(("map", "any")) else f"Opt[{plain}]"

    def returns(self, call: Call) -> str:
        if call.pagination:
            return f"iter.Seq2[{self.result(call.pagination.item)}, error]"
        item = self.result(call.result.type)
        return {
            "none": "error", "json": f"({item}, error)", "text": "(*Text, error)", "bytes": "(*Download, error)",
            "events": f"iter.Seq2[StreamEvent[{item}], error]", "lines": f"iter.Seq2[{item}, error]",
        }[call.result.shape]  # fmt: skip

    def forwarded(self, call: Call) -> str:
        """The call of the method that gives pages, by the one that gives items."""
        names = [
            self.argument(self.names[f"parameters {call.key}", one.key])
            for one in call.parameters
            if one.place == "path"
        ]
        names += ["body"] * bool(call.body) + ["params"] * bool(beside(call))
        return f"s.{self.globals[f'pages {call.key}']}({', '.join(['ctx', *names, 'options...'])})"

    def asks(self, call: Call) -> str:
        """The function of the runtime that does it."""
        item = self.result(call.result.type)
        return {
            "none": "perform", "text": "fetchText", "bytes": "download", "json": f"fetch[{item}]",
            "events": f"follow[{item}]", "lines": f"lines[{item}]",
        }[call.result.shape]  # fmt: skip

    def told(self, call: Call) -> str:
        name = self._methods[call.key]
        parts = [of(name, call.summary, verbs=True), call.description if call.description != call.summary else ""]
        if not any(parts):
            parts = [f"{name} sends {call.method} {call.path}."]
        if call.deprecated:
            parts.append("Deprecated: it may go away.")
        return self.doc("\n\n".join(part for part in parts if part))

    @cached_property
    def _methods(self) -> dict[str, str]:
        return {key: name for (scope, key), name in self.names.items() if scope.startswith("calls ")}

    def params(self, call: Call) -> str:
        rows = []
        for one in beside(call):
            plain = self.type_of(one.type) if one.required else f"Opt[{self.result(one.type)}]"
            rows.append((self.doc(one.description, 1), (self.names[f"parameters {call.key}", one.key], plain)))
        return aligned(rows)

    def graph_result(self, call: GraphCall) -> str:
        return self.type_of(call.result)


_PLACES = {"query": "inQuery", "header": "inHeader", "cookie": "inCookie", "querystring": "inQuerystring"}
_BODIES = {"json": "setJSON", "text": "setText", "bytes": "setUpload", "form": "setForm", "multipart": "setMultipart"}


def iterates(service: Service) -> bool:
    return any(call.pagination or call.result.shape in {"events", "lines"} for call in service.calls)


def beside(call: Call) -> list[Parameter]:
    """The parameters that have a struct of their own."""
    return [one for one in call.parameters if one.place != "path"]


def needs_params(call: Call) -> bool:
    return any(one.required for one in beside(call))


def style(one: Parameter) -> str:
    return f"style{{{quoted(one.style)}, {'true' if one.explode else 'false'}}}"


def accepted(media: str) -> str:
    if not media or media.endswith("json"):
        return quoted(media or "application/json")
    return quoted(f"{media}, application/problem+json;q=0.5")


def cursor(call: Call) -> str:
    assert call.pagination is not None
    return next((one.wire for one in call.parameters if one.key == call.pagination.cursor), call.pagination.cursor)
