"""How Java writes the methods of a service, and of GraphQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from a3dav_sdk.languages.java.layout import commented, quoted
from a3dav_sdk.languages.java.members import Component, Members
from a3dav_sdk.languages.java.types import bare_of
from a3dav_sdk.model.api import Body, Call, GraphCall, Parameter
from a3dav_sdk.naming.plan import following
from a3dav_sdk.naming.unique import unique

_PLACES = {"query": "inQuery", "header": "inHeader", "cookie": "inCookie", "querystring": "inQuerystring"}


class Calls(Members):
    def filters_of_calls(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "arguments": self.arguments, "passed": self.passed, "returns": self.returns, "told": self.told,
            "beside": beside, "needs_params": needs_params, "asks": self.asks, "put": self.put, "in_path": self.in_path,
            "set_body": self.set_body, "iterates": iterates, "page_rule": page_rule, "async_name": self.async_name,
            "params_of": self.params_of, "params_doc": self.params_doc, "upper": str.upper,
            "needs_variables": lambda call: any(one.required and not one.nullable for one in call.variables),
            "joined": joined, "result": self.result,
        }  # fmt: skip

    # Signatures

    def arguments(self, call: Call, params: bool) -> str:
        written = [
            f"{self.unboxed(bare_of(one.type))} {self._parameter(call, one)}"
            for one in call.parameters
            if one.place == "path"
        ]
        if call.body:
            written.append(f"{self.body_type(call.body)} body")
        if params:
            written.append(f"{self.globals[f'parameters {call.key}']} params")
        return ", ".join([*written, "CallOption... options"])

    def passed(self, call: Call, params: str) -> str:
        """The same as the arguments of a call."""
        names = [self._parameter(call, one) for one in call.parameters if one.place == "path"]
        return ", ".join([*names, *["body"] * bool(call.body), *[params] * bool(params), "options"])

    def _parameter(self, call: Call, one: Parameter) -> str:
        return self.names[f"parameters {call.key}", one.key]

    def body_type(self, body: Body) -> str:
        if body.shape == "bytes":
            return "Upload"
        return "String" if body.shape == "text" else self.result(body.type)

    def returns(self, call: Call) -> str:
        if call.pagination:
            return f"Paged<{self.type_of(call.pagination.item)}>"
        item = self.result(call.result.type)
        return {
            "none": "void", "json": item, "text": "TextAnswer", "bytes": "Download", "events": f"EventStream<{item}>",
            "lines": f"LineStream<{item}>",
        }[call.result.shape]  # fmt: skip

    @cached_property
    def _async(self) -> dict[str, str]:
        found: dict[str, str] = {}
        several: list[tuple[str, Sequence[Call | GraphCall]]] = [("graph", self.api.graph)]
        several += [(f"calls {service.key}", service.calls) for service in self.api.services]
        for scope, calls in several:
            own = {call.key: self.names[scope, call.key] for call in calls}
            wishes = [(key, f"{name}Async", f"{name}_Async") for key, name in own.items()]
            kept = self.kept(following(scope), unique(wishes, set(own.values())))
            found |= {f"{scope} {key}": name for key, name in kept.items()}
        return found

    def async_name(self, call: Call | GraphCall, service: str = "") -> str:
        return self._async[f"{f'calls {service}' if service else 'graph'} {call.key}"]

    @cached_property
    def _methods(self) -> dict[str, str]:
        """Class and method of each call."""
        return {
            call.key: f"{self.names['services types', service.key]}#{self.names[f'calls {service.key}', call.key]}"
            for service in self.api.services
            for call in service.calls
        }

    # Bodies of methods

    def asks(self, call: Call) -> str:
        """What the runtime is told to do with a request."""
        item = self.codec(call.result.type)
        if call.pagination:
            return f"paged(request, {page_rule(call)}, {self.codec(call.pagination.item)}, options)"
        return {
            "none": "perform(request, options)", "text": "text(request, options)",
            "bytes": "download(request, options)", "json": f"fetch(request, {item}, options)",
            "events": f"events(request, {item}, options)", "lines": f"lines(request, {item}, options)",
        }[call.result.shape]  # fmt: skip

    def in_path(self, one: Parameter, call: Call) -> str:
        found = bare_of(one.type)
        return f".inPath({quoted(one.wire)}, {self._parameter(call, one)}, {self.codec(found)}, {style(one)})"

    def put(self, one: Parameter, call: Call) -> str:
        held = f"params.{self._parameter(call, one)}()"
        value = f"Opt.of({held})" if self._component(one, "").kind == "required" else held
        return f".{_PLACES[one.place]}({quoted(one.wire)}, {value}, {self.codec(bare_of(one.type))}, {style(one)})"

    def set_body(self, body: Body) -> str:
        media = quoted(body.media_type)
        if body.shape in {"text", "bytes"}:
            return f".{'text' if body.shape == 'text' else 'upload'}(body, {media})"
        return f".{body.shape}(body, {self.codec(body.type)}, {media})"

    def params_of(self, call: Call) -> list[Component]:
        return self.components(beside(call), f"parameters {call.key}")

    def params_doc(self, call: Call, components: list[Component]) -> str:
        own = self._methods[call.key]
        lines = self.record_doc("What can be said beside.", components, extra=False)
        return lines.replace("What can be said beside.", f"What can be said to {{@link {own}}}.", 1)

    def told(self, call: Call) -> str:
        parts = [call.summary or call.description]
        parts += [call.description] if call.description != parts[0] else []
        parts = parts if any(parts) else [f"{call.method} {call.path}"]
        parts += ["Gives null where the server answers with nothing."] if call.result.optional else []
        parts += ["Deprecated: it may go away."] if call.deprecated else []
        return commented(self.paragraphs("\n\n".join(part for part in parts if part), 4), "    ")


def style(one: Parameter) -> str:
    return f"new Style({quoted(one.style)}, {'true' if one.explode else 'false'})"


def beside(call: Call) -> list[Parameter]:
    """The parameters that have a record of their own."""
    return [one for one in call.parameters if one.place != "path"]


def needs_params(call: Call) -> bool:
    return any(one.required for one in beside(call))


def iterates(call: Call) -> bool:
    return bool(call.pagination) or call.result.shape in {"events", "lines"}


def page_rule(call: Call) -> str:
    assert call.pagination is not None
    rule = call.pagination
    cursor = next((one.wire for one in call.parameters if one.key == rule.cursor), rule.cursor)
    return f"new PageRule({quoted(cursor)}, {quoted(rule.items)}, {quoted(rule.next)})"


def joined(text: str) -> str:
    """A string of several lines, each on a line of its own."""
    lines = text.splitlines(keepends=True) or [""]
    return "\n            + ".join(quoted(line) for line in lines)
