"""What methods are called, take, and need of the runtime."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from a3dav_sdk.languages.javascript.requests import body_of, member, path_of, plain, query_of
from a3dav_sdk.languages.javascript.types import Types
from a3dav_sdk.languages.javascript.vocabulary import MODULES, TYPES
from a3dav_sdk.model.api import Body, Call, Parameter, Service
from a3dav_sdk.model.retry import retry_class
from a3dav_sdk.model.types import EnumDefinition, ListOf, Reference, Scalar, Type
from a3dav_sdk.naming.plan import PACKAGE
from a3dav_sdk.naming.words import pascal, words_of

_FUNCTIONS = {
    "addresses": ["segment"], "forms": ["formBody", "multipartBody"], "json": ["writeJson"],
    "parameters": ["asJson", "cookies", "exploded", "joined", "spread"],
}  # fmt: skip


class Calls(Types):
    def optional_parameters(self, call: Call) -> list[Parameter]:
        """Those that stand in the options; a stream of events has the last id among its own."""
        events = call.result.shape == "events"
        return [
            one
            for one in call.parameters
            if one.place != "path" and not (events and one.wire.lower() == "last-event-id")
        ]

    def options_name(self, call: Call, service: Service) -> str:
        """The type of the options: with parameters of the call, or those that all calls take."""
        if not self.optional_parameters(call):
            return self.options_base(call)
        names = (self.names["services", service.key], self.names[f"calls {service.key}", call.key], "options")
        name = pascal(tuple(word for one in names for word in words_of(one)))
        key = f"options {call.key}"
        return self.kept(PACKAGE, {key: f"{name}_" if name in self.taken else name})[key]

    @cached_property
    def taken(self) -> frozenset[str]:
        """Names of types that options of a call cannot have."""
        return TYPES | {self.reference(key) for key in self.definitions}

    def options_base(self, call: Call) -> str:
        return "CallOptions & { lastEventId?: string | undefined }" if call.result.shape == "events" else "CallOptions"

    def is_plain(self, found: Type) -> bool:
        """Whether a query takes it as it is: one value, or a list of such."""
        if isinstance(found, ListOf):
            return self.is_plain(found.item)
        target = self.definitions.get(found.key) if isinstance(found, Reference) else None
        return isinstance(found, Scalar) or isinstance(target, EnumDefinition)

    def request(self, call: Call) -> list[str]:
        """The lines of the object that says what to send."""
        name = {one.key: self.names[f"parameters {call.key}", one.key] for one in call.parameters}
        lines = [f"method: {self.literal(call.method)},", f"path: {path_of(call, name, self.literal)},"]
        lines += query_of(call, name, self.literal, self.is_plain)
        lines += self._headers(call, name)
        lines += body_of(call)
        return [*lines, f"retry: '{call.retry}',"] if call.retry != retry_class(call.method) else lines

    def _headers(self, call: Call, name: Mapping[str, str]) -> list[str]:
        own = [one for one in self.optional_parameters(call) if one.place == "header"]
        headers = [member(one.wire, plain(one, name[one.key]), self.literal) for one in own]
        cookies = [one for one in call.parameters if one.place == "cookie"]
        if cookies:
            pairs = " ".join(member(one.wire, name[one.key], self.literal) for one in cookies).rstrip(",")
            headers.append(f"Cookie: cookies({{ {pairs} }}),")
        if call.body and call.body.shape != "multipart":
            headers.insert(0, f"'Content-Type': {self.literal(_sent_type(call.body))},")
        accepted = call.result.media_type
        if accepted and accepted != "application/json":
            more = "" if accepted.endswith("json") else ", application/problem+json;q=0.5"
            headers.insert(0, f"Accept: {self.literal(accepted + more)},")
        return ["headers: {", *(f"  {line}" for line in headers), "},"] if headers else []

    def used(self, calls: list[Call]) -> list[str]:
        """Which functions of the runtime the requests of a service need."""
        text = "\n".join(line for call in calls for line in self.request(call))
        needed = {module: [name for name in names if f"{name}(" in text] for module, names in _FUNCTIONS.items()}
        return [
            f"import {{ {', '.join(names)} }} from '../runtime/{module}.js';"
            for module, names in needed.items()
            if names
        ]

    def method_name(self, call: Call, service: Service) -> str:
        """A method that gives a promise throws nothing at once."""
        name = self.names[f"calls {service.key}", call.key]
        return f"async {name}" if self.returned(call).startswith("Promise<") else name

    def verb(self, call: Call) -> str:
        """The function of the runtime that fits the answer."""
        if call.pagination:
            return "paged"
        return {"none": "nothing", "bytes": "download"}.get(call.result.shape, call.result.shape)

    def pagination(self, call: Call) -> str:
        assert call.pagination is not None
        wire = next(one.wire for one in call.parameters if one.key == call.pagination.cursor)
        cursor, items, following = map(self.literal, (wire, call.pagination.items, call.pagination.next))
        return f"{{ cursor: {cursor}, items: {items}, next: {following} }}"

    def required(self, call: Call) -> bool:
        return any(one.required for one in self.optional_parameters(call))

    def typed_names(self, service: Service) -> dict[str, list[str]]:
        """Types of the runtime that a service names, by module."""
        options = [self.said(one.type) for call in service.calls for one in call.parameters]
        text = " ".join(
            [*options, *map(self.returned, service.calls), *(self.body_type(one) for one in service.calls if one.body)]
        )
        found = {name: module for name, module in MODULES.items() if re.search(rf"(?<![.\w]){name}\b", text)}
        names = {"calls": ["Calls"], "options": ["CallOptions"]}
        for name, module in found.items():
            names.setdefault(module, []).append(name)
        places = {f"../runtime/{module}.js": sorted(each) for module, each in names.items()}
        return dict(sorted(places.items())) | ({"../models.js": []} if "models." in text else {})


def _sent_type(body: Body) -> str:
    """A document may leave open what a body is."""
    if "*" not in body.media_type:
        return body.media_type
    return {"json": "application/json", "text": "text/plain"}.get(body.shape, "application/octet-stream")
