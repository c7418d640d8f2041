"""Methods of services in PHP: their signatures, comments, and what they ask."""

from __future__ import annotations

from a3dav_sdk.languages.php.text import comment, fitted, literal
from a3dav_sdk.languages.php.types import Types, names_class, native
from a3dav_sdk.model.api import Body, Call, GraphCall, Parameter
from a3dav_sdk.model.types import Field, ListOf, MapOf, Nullable, Scalar, Type

MODELS = "Models\\"
_OPTIONS = "        ?CallOptions $options = null,\n"
_STREAMS = {"bytes": "Download", "events": "EventStream", "lines": "LineStream", "text": "Text", "none": "void"}


class Calls(Types):
    def argument(self, found: Type) -> list[str]:
        """What a parameter may be: a time in any form."""
        if isinstance(found, Scalar) and self.parts(found) == ["Timestamp"]:
            return ["\\DateTimeInterface", "Timestamp", "string"]
        return self.parts(found, MODELS)

    def body_parts(self, body: Body) -> list[str]:
        if body.shape in {"text", "bytes"}:
            return ["string", "Upload"]
        return self.argument(body.type) if body.type else ["mixed"]

    def ordered(self, call: Call) -> list[Parameter]:
        """Those in the path, then what must be given, then the rest; a body comes behind the path."""
        return sorted(call.parameters, key=lambda one: 0 if one.place == "path" else 1 if one.required else 2)

    def signature(self, call: Call) -> str:
        paths, needed, others = [], [], []
        for one in self.ordered(call):
            name, parts = self.names[f"parameters {call.key}", one.key], self.argument(one.type)
            if one.place == "path":
                paths.append(f"        {native(parts)} ${name},\n")
            elif one.required:
                needed.append(f"        {native(parts)} ${name},\n")
            else:
                others.append(f"        {native([*parts, 'null'])} ${name} = null,\n")
        if call.body and call.body.required:
            paths.append(f"        {native(self.body_parts(call.body))} $body,\n")
        elif call.body:
            needed.append(self.optional_body(call.body))
        return "".join([*paths, *needed, *others, _OPTIONS])

    def optional_body(self, body: Body) -> str:
        parts = self.body_parts(body)
        if "mixed" in parts or "null" in parts:
            return f"        {native([*parts, 'Absent'])} $body = Absent::It,\n"
        return f"        {native([*parts, 'null'])} $body = null,\n"

    def returned(self, call: Call) -> str:
        if call.pagination:
            return "Pages"
        if call.result.shape in _STREAMS:
            name = _STREAMS[call.result.shape]
            return f"?{name}" if call.result.optional and name != "void" else name
        parts = self.parts(call.result.type, MODELS) if call.result.type else ["mixed"]
        return native([*parts, "null"] if call.result.optional else parts)

    def returned_told(self, call: Call) -> str:
        """What a comment adds to the type that a method gives; nothing if there is no more to say."""
        result = call.result
        if call.pagination:
            return f"Pages<{self.documented(call.pagination.item, MODELS)}>"
        if result.shape in {"events", "lines"}:
            item = self.documented(result.type, MODELS) if result.type else "mixed"
            return f"{_STREAMS[result.shape]}<{item}>"
        if result.shape == "json" and result.type and self._is_many(result.type):
            return self.documented(result.type, MODELS) + ("|null" if result.optional else "")
        return ""

    def _is_many(self, found: Type) -> bool:
        return isinstance(found.of if isinstance(found, Nullable) else found, ListOf | MapOf)

    def told(self, call: Call) -> str:
        """The comment of a method."""
        text = "\n\n".join(dict.fromkeys(filter(None, (call.summary, call.description))))
        tags = [tag for one in self.ordered(call) for tag in self._parameter(call, one)]
        if call.body and call.body.type and self._is_many(call.body.type) and call.body.shape not in {"text", "bytes"}:
            tags.append(f"@param {self.documented(call.body.type, MODELS)} $body")
        given = self.returned_told(call)
        tags += [f"@return {given}"] * bool(given) + ["@deprecated"] * call.deprecated
        lines = self.lines(text, 4)
        return comment([*lines, *[""] * bool(lines and tags), *tags], 4)

    def _parameter(self, call: Call, one: Parameter) -> list[str]:
        if not one.description and not self._is_many(one.type):
            return []
        name = self.names[f"parameters {call.key}", one.key]
        written = self.documented(one.type, MODELS) if self._is_many(one.type) else native(self.argument(one.type))
        told = "|".join([written, "null"]) if not one.required and written != "mixed" else written
        first, *rest = self.lines(f"@param {told} ${name} {' '.join(one.description.split())}".replace("@", "", 1), 5)
        return [f"@{first}", *(f"  {line}" for line in rest)]

    def needed(self, call: Call) -> str:
        """The arguments of `new Call`, one on each line."""
        result, pages = call.result, call.pagination
        lines = [literal(text) for text in (call.key, call.method, call.path, call.retry, result.shape)]
        lines += [literal(result.media_type), self.codec(pages.item if pages else result.type, MODELS)]
        if call.parameters:
            inside = "".join(f"{self.parameter(one)}\n" for one in call.parameters)
            lines.append(f"[\n{inside}            ]")
        if call.body:
            body = call.body
            codec = self.codec(body.type, MODELS) if body.shape == "json" else "Codecs::any()"
            lines.append(f"body: [{literal(body.shape)}, {literal(body.media_type)}, {codec}]")
        if result.optional:
            lines.append("optional: true")
        if pages:
            lines.append(f"pages: [{', '.join(map(literal, (pages.cursor, pages.items, pages.next)))}]")
        return "".join(f"            {line},\n" for line in lines)

    def parameter(self, one: Parameter) -> str:
        parts = [*map(literal, (one.key, one.wire, one.place, one.style)), str(one.explode).lower()]
        return fitted("new Parameter", [*parts, self.codec(one.type, MODELS)], ",", 16)

    def given(self, call: Call) -> str:
        names = [(one.key, self.names[f"parameters {call.key}", one.key]) for one in call.parameters]
        if not names:
            return "[]"
        inside = "".join(f"            {literal(key)} => ${name},\n" for key, name in names)
        return f"[\n{inside}        ]"

    def done(self, call: Call) -> str:
        """What a method does with its call."""
        how = "pages" if call.pagination else {"bytes": "download"}.get(call.result.shape, call.result.shape)
        how = how if how in {"pages", "download", "events", "lines"} else "call"
        start = "" if call.result.shape == "none" else "return "
        body = "$body" if call.body else "null"
        return f"        {start}$this->caller->{how}($call, {self.given(call)}, {body}, $options);\n"

    def used(self, calls: list[Call]) -> list[str]:
        """What of the runtime a service names, below the root namespace."""
        code = "".join(self.signature(one) + self.needed(one) + f": {self.returned(one)}\n" for one in calls)
        return sorted({"CallOptions", "Internal\\Call", "Internal\\Caller", *self.mentioned(code)})

    def mentioned(self, code: str) -> set[str]:
        names = ("Absent", "Download", "EventStream", "LineStream", "Pages", "Text", "Timestamp", "Upload")
        found = {name for name in names if names_class(code, name)}
        found |= {"Codecs"} if "Codecs::" in code else set()
        found |= {"Models"} if MODELS in code else set()
        return found | ({"Internal\\Parameter"} if "new Parameter" in code else set())

    # GraphQL

    def graph_signature(self, call: GraphCall) -> str:
        lines = []
        for one in sorted(call.variables, key=lambda one: not one.required):
            parts = self.argument(one.type) + (["null"] if one.nullable else [])
            is_mixed = "mixed" in parts
            written = native(parts if one.required or is_mixed else [*parts, "Absent"])
            default = "" if one.required else " = Absent::It"
            lines.append(f"        {written} ${self._variable(call, one)}{default},\n")
        return "".join([*lines, _OPTIONS])

    def _variable(self, call: GraphCall, one: Field) -> str:
        return self.names[f"variables {call.key}", one.key]

    def graph_given(self, call: GraphCall) -> str:
        if not call.variables:
            return "[]"
        lines = [f"            {literal(one.key)} => ${self._variable(call, one)},\n" for one in call.variables]
        return f"[\n{''.join(lines)}        ]"

    def graph_returned(self, call: GraphCall) -> str:
        return native(self.parts(call.result, MODELS))

    def graph_told(self, call: GraphCall) -> str:
        lines = self.lines(call.description, 4)
        tags = [
            f"@param {self.documented(one.type, MODELS)} ${self._variable(call, one)}"
            for one in call.variables
            if self._is_many(one.type)
        ]
        return comment([*lines, *[""] * bool(lines and tags), *tags], 4)
