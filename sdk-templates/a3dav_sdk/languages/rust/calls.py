"""Operations in Rust: functions that make a call, and setters for what may be left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from a3dav_sdk.languages.rust.formatting import assigned, called, signature
from a3dav_sdk.model.api import Body, Call, GraphCall, Parameter
from a3dav_sdk.model.retry import retry_class
from a3dav_sdk.model.types import (
    Field,
    ListOf,
    MapOf,
    Nullable,
    ObjectDefinition,
    Reference,
    Scalar,
    Type,
)

if TYPE_CHECKING:
    from a3dav_sdk.languages.dialect import Dialect as _Dialect
else:
    _Dialect = object

_MANY = 7
"""Clippy thinks that no function should have more parameters."""
_STREAMED = frozenset({"bytes", "events", "lines"})


class Calls(_Dialect):
    def filters_of_calls(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "marker": self.marker, "output": self.output, "reading": self.reading, "opening": self.opening,
            "begun": self.begun, "given": self.given, "sent_body": self.sent_body, "option": self.option,
            "body_option": self.body_option, "told": self.told, "placed": self.placed, "assigned": assigned,
            "free": lambda call: [one for one in call.parameters if not one.required],
            "bound": lambda call: [one for one in call.parameters if one.required],
            "streams": lambda call: call.result.shape in _STREAMED, "accept": self.accept,
            "called_with": lambda head, text: called(head, [self.literal(text)], ";", 8),
            "retry_told": self.retry_told, "cursor_wire": self.cursor_wire, "page_items": self.page_items,
            "page_next": self.page_next, "query_opening": self.query_opening, "query_begun": self.query_begun,
            "variable_given": self.variable_given, "variable_option": self.variable_option,
            "free_variables": lambda call: [one for one in call.variables if not one.required],
            "held": lambda found: f"Box<{self.placed(found)}>" if isinstance(found, Reference) else self.placed(found),
            "reader": lambda call: signature(
                "fn read", ["_: Reply" if call.result.shape == "none" else "reply: Reply"], "Result<Self::Output>", 4
            ),
        }  # fmt: skip

    def marker(self, name: str) -> str:
        """The type that stands for an operation."""
        return "".join(part[:1].upper() + part[1:] for part in name.split("_") if part) + "Call"

    def placed(self, found: Type | None) -> str:
        """A type as modules other than those of models write it."""
        match found:
            case None:
                return "Value"
            case Reference(key):
                return f"models::{self.reference(key)}"
            case ListOf(item):
                return self.list_of(self.placed(item))
            case MapOf(item):
                return self.map_of(self.placed(item))
            case Nullable(of):
                return self.nullable(self.placed(of))
            case _:
                return self.type_of(found)

    # What a call gives

    def output(self, call: Call) -> str:
        result = call.result
        if result.shape == "none":
            return "()"
        if result.shape in {"bytes", "events"}:
            return "Download"
        if result.shape == "lines":
            return f"Lines<{self.placed(result.type)}>"
        plain = "Text" if result.shape == "text" else self.placed(result.type)
        return f"Option<{plain}>" if result.optional and not call.pagination else plain

    def reading(self, call: Call) -> str:
        result = call.result
        match result.shape:
            case "none":
                return "Ok(())"
            case "bytes" | "events":
                return "Ok(Download::new(reply))"
            case "lines":
                return "Ok(Lines::new(reply))"
        optional = "optional_" if result.optional and not call.pagination else ""
        return f"reply.{optional}{'entity' if result.shape == 'text' else 'json'}()"

    def cursor_wire(self, call: Call) -> str:
        assert call.pagination is not None
        return next(one.wire for one in call.parameters if one.key == call.pagination.cursor)

    def _page(self, call: Call, member: str) -> tuple[Field, str]:
        assert isinstance(call.result.type, Reference)
        page = self.definitions[call.result.type.key]
        assert isinstance(page, ObjectDefinition)
        field = next(one for one in page.fields if one.key == member)
        return field, self.names[f"fields {page.key}", field.key]

    def page_items(self, call: Call) -> str:
        assert call.pagination is not None
        field, name = self._page(call, call.pagination.items)
        if field.required and not field.nullable:
            return f"page.{name}"
        value = ".into_value()" if field.nullable and not field.required else ""
        return f"page.{name}{value}.unwrap_or_default()"

    def page_next(self, call: Call) -> str:
        assert call.pagination is not None
        return f"pages::cursor(&page.{self._page(call, call.pagination.next)[1]})"

    # How a call is made

    def opening(self, call: Call, name: str) -> str:
        """The head of the function of a service."""
        needed = [one for one in call.parameters if one.required]
        parameters = ["&self"] + [f"{self._parameter(call, one)}: {self._taken(one.type)}" for one in needed]
        if call.body and call.body.required:
            parameters.append(f"body: {self.body_type(call.body)}")
        many = "    #[allow(clippy::too_many_arguments)]\n" if len(parameters) > _MANY else ""
        return many + signature(f"pub fn {name}", parameters, f"Call<{self.marker(name)}>", 4)

    def begun(self, call: Call) -> str:
        path = self.literal(self.api.identity.base_path + call.path)
        arguments = ["&self.core", self.literal(call.method), path]
        return called("let mut call = Call::new", arguments, ";", 8)

    def accept(self, call: Call) -> str:
        return call.result.media_type or "application/json"

    def retry_told(self, call: Call) -> str:
        """The class of an operation, where its method does not tell it."""
        return "" if call.retry == retry_class(call.method) else call.retry.capitalize()

    def given(self, one: Parameter, call: Call, target: str = "call") -> str:
        """The statement that puts a parameter into a call."""
        name = self._parameter(call, one)
        value = f"&{name}.to_owned()" if self._taken(one.type) == "&str" else name
        value = value if value.startswith("&") or self._taken(one.type).startswith("&") else f"&{value}"
        if isinstance(one.type, ListOf):
            value = f"&{name}.to_vec()"
        if one.place == "querystring":
            return called(f"{target}.put_querystring", [value], ";", 8)
        return called(f"{target}.put_{one.place}", [self.literal(one.wire), self._style(one), value], ";", 8)

    def _style(self, one: Parameter) -> str:
        known = {("form", True): "Style::FORM", ("simple", False): "Style::SIMPLE"}
        style = one.style, one.explode
        return known.get(style) or f"Style::new({self.literal(one.style)}, {self.literal(one.explode)})"

    def _parameter(self, call: Call, one: Parameter) -> str:
        return self.names[f"parameters {call.key}", one.key]

    def _taken(self, found: Type) -> str:
        """The type of a parameter: what is only read is borrowed."""
        match found:
            case Scalar(kind="text"):
                return "&str"
            case Scalar(kind="bytes"):
                return "&Upload"
            case Scalar():
                return self.type_of(found)
            case ListOf(item):
                return f"&[{self.placed(item)}]"
            case _:
                return f"&{self.placed(found)}"

    def body_type(self, body: Body) -> str:
        if body.shape in {"text", "bytes"}:
            return "impl Into<Body>"
        found = body.type
        if isinstance(found, Scalar) and found.kind == "text":
            return "&str"
        return self.placed(found) if isinstance(found, (ListOf, Scalar)) else f"&{self.placed(found)}"

    def sent_body(self, call: Call, target: str = "call") -> str:
        """The statement that puts a body into a call."""
        body = call.body
        assert body is not None
        media = "application/json" if body.shape == "json" else "application/octet-stream"
        media = self.literal(media if "*" in body.media_type else body.media_type)
        borrowed = "body" if self.body_type(body).startswith("&") else "&body"
        if self.body_type(body) == "&str":
            borrowed = "&body.to_owned()"
        match body.shape:
            case "text" | "bytes":
                return called(f"{target}.put_body", [media, "body"], ";", 8)
            case "form":
                return called(f"{target}.put_form", [media, borrowed], ";", 8)
            case "multipart":
                return f"        {target}.put_parts(|parts| {self._parts(body)});\n"
        return called(f"{target}.put_json", [media, borrowed], ";", 8)

    def _parts(self, body: Body) -> str:
        if isinstance(body.type, Reference) and isinstance(self.definitions.get(body.type.key), ObjectDefinition):
            return "body.parts(parts)"
        return "parts.put_all(body)"

    def option(self, one: Parameter, call: Call) -> str:
        """The comment and the head of a setter of a parameter."""
        name = self._parameter(call, one)
        told = self.doc(one.description or f"Sets {one.wire}.", 4)
        return told + signature(f"pub fn {name}", ["mut self", f"{name}: {self._taken(one.type)}"], "Self", 4)

    def body_option(self, call: Call) -> str:
        assert call.body is not None
        told = self.doc(call.body.description or "Sends this.", 4)
        return told + signature("pub fn body", ["mut self", f"body: {self.body_type(call.body)}"], "Self", 4)

    def told(self, call: Call, indent: int) -> str:
        """The comment of a function, with what its parameters mean."""
        needed = [one for one in call.parameters if one.required and one.description]
        means = [f"{self._parameter(call, one)}: {' '.join(one.description.split())}" for one in needed]
        parts = [call.summary, call.description if call.description != call.summary else "", "\n\n".join(means)]
        return self.doc("\n\n".join(part for part in parts if part), indent)

    # GraphQL

    def query_opening(self, call: GraphCall, name: str) -> str:
        needed = [one for one in call.variables if one.required]
        parameters = ["&self"] + [f"{self._variable(call, one)}: {self._variable_type(one)}" for one in needed]
        many = "    #[allow(clippy::too_many_arguments)]\n" if len(parameters) > _MANY else ""
        return many + signature(f"pub fn {name}", parameters, f"Query<{self.marker(name)}>", 4)

    def query_begun(self, call: GraphCall) -> str:
        mutable = "mut " if call.kind == "query" or any(one.required for one in call.variables) else ""
        path, text = self.literal(self.api.identity.graph_path), self.literal(call.text)
        arguments = ["&self.core", path, text, self.literal(call.key)]
        return called(f"let {mutable}query = Query::new", arguments, ";", 8)

    def _variable(self, call: GraphCall, one: Field) -> str:
        return self.names[f"variables {call.key}", one.key]

    def _variable_type(self, one: Field) -> str:
        if one.nullable and not one.required:
            plain = self.placed(one.type)
            return f"impl Into<Option<{plain}>>"
        return self._taken(one.type)

    def variable_given(self, one: Field, call: GraphCall, target: str) -> str:
        name = self._variable(call, one)
        if one.nullable and not one.required:
            plain = self.placed(one.type)
            return f"        let {name}: Option<{plain}> = {name}.into();\n" + called(
                f"{target}.put_variable", [self.literal(one.key), f"&{name}"], ";", 8
            )
        taken = self._taken(one.type)
        value = f"&{name}.to_owned()" if taken == "&str" else f"&{name}.to_vec()" if taken.startswith("&[") else name
        value = value if value.startswith("&") or taken.startswith("&") else f"&{value}"
        return called(f"{target}.put_variable", [self.literal(one.key), value], ";", 8)

    def variable_option(self, one: Field, call: GraphCall) -> str:
        name = self._variable(call, one)
        told = self.doc(one.description or f"Sets {one.key}.", 4)
        return told + signature(f"pub fn {name}", ["mut self", f"{name}: {self._variable_type(one)}"], "Self", 4)

    def graph_data(self, call: GraphCall) -> str:
        return self.placed(call.result)
