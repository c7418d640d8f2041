"""JavaScript: no build, types in comments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from a3dav_sdk.languages.javascript.ecmascript import EcmaScript
from a3dav_sdk.languages.javascript.requests import is_identifier, key_of
from a3dav_sdk.model.api import Call, GraphCall, Service
from a3dav_sdk.model.types import Definition, EnumDefinition, Field, ObjectDefinition


class JavaScript(EcmaScript):
    name = "javascript"
    suffix = "client-js"
    extension = "js"
    constant = ("/** @type {const} */ (", ")")
    webhook_start = ""

    def own_files(self) -> Mapping[str, str]:
        return {
            "package.json": "package.js.json.j2", "tsconfig.json": "tsconfig.js.json.j2",
            "README.md": "README.js.md.j2",
            "CHANGELOG.md": "CHANGELOG.md.j2", "LICENSE": "LICENSE.j2", ".prettierrc.json": "prettierrc.json.j2",
            ".prettierignore": "prettierignore.j2",
        }  # fmt: skip

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            **super().filters(), "told": self.told, "signed": self.signed, "option_type": self.option_type,
            "variables": self.variables, "graph_told": self.graph_told, "graph_signed": self.graph_signed,
        }  # fmt: skip

    def alternatives(self, parts: list[str], start: str, end: str = ";") -> str:
        """In a comment, where no formatter comes."""
        del start, end
        return " | ".join(parts)

    # Types

    def shaped(self, found: Definition) -> str:
        name = self.reference(found.key)
        if isinstance(found, ObjectDefinition):
            return self._object(found, name)
        parts = self.values(found) if isinstance(found, EnumDefinition) else self.variants(found)
        declared = self.tagged(found.description, [f"@typedef {{{' | '.join(parts)}}} {name}"], 0)
        return declared + self._constants(found, name) if isinstance(found, EnumDefinition) else declared

    def _constants(self, found: EnumDefinition, name: str) -> str:
        lines = [
            self.doc(value.description, 2) + self.entry(self.names[f"values {found.key}", value.key], value.value)
            for value in found.values
        ]
        return f"\nexport const {name} = /** @type {{const}} */ ({{\n{''.join(lines)}}});\n"

    def _object(self, found: ObjectDefinition, name: str) -> str:
        deprecated = ["@deprecated"] * found.deprecated
        if found.extra is not None or not found.fields or not all(is_identifier(field.key) for field in found.fields):
            members = [f"{self._member(field)}, " for field in found.fields]
            if found.extra is not None or not found.fields:
                members.append(
                    f"[member: string]: {self.type_of(found.extra) if found.extra and not found.fields else 'unknown'}"
                )
            whole = "".join(members).removesuffix(", ")
            return self.tagged(found.description, [*deprecated, f"@typedef {{{{ {whole} }}}} {name}"], 0)
        tags = [f"@typedef {{object}} {name}"]
        for field in found.fields:
            key = field.key if field.required else f"[{field.key}]"
            tags.append(self.property_tag(self.field_type(field), key, field.description))
        return self.tagged(found.description, [*deprecated, *tags], 0)

    def _member(self, field: Field) -> str:
        return f"{key_of(field.key, self.literal)}{'' if field.required else '?'}: {self.field_type(field)}"

    # Services

    def imports(self, service: Service) -> list[str]:
        lines = self.used(list(service.calls))
        types = [
            f"/** @import {{ {', '.join(names)} }} from '{place}' */"
            if names
            else f"/** @import * as models from '{place}' */"
            for place, names in self.typed_names(service).items()
        ]
        return [*lines, *[""] * bool(lines), *types]

    def option_type(self, call: Call, service: Service) -> str:
        name = self.options_name(call, service)
        inner = f"{name.removesuffix('Options')}Parameters"
        tags = [f"@typedef {{object}} {inner}"]
        for one in self.optional_parameters(call):
            argument = self.names[f"parameters {call.key}", one.key]
            type_ = self.said(one.type) if one.required else f"{self.said(one.type)} | undefined"
            tags.append(self.property_tag(type_, argument if one.required else f"[{argument}]", one.description))
        return self.tagged("", tags, 0) + f"\n/** @typedef {{{self.options_base(call)} & {inner}}} {name} */\n"

    def told(self, call: Call, indent: int, service: Service) -> str:
        """The comment with the types of a method."""
        paths = [one for one in call.parameters if one.place == "path"]
        tags = [self.parameter_tag(call, one, f"{{{self.said(one.type)}}}") for one in paths]
        if call.body:
            more = "" if call.body.required or not self.required(call) else " | undefined"
            tags.append(f"@param {{{self.body_type(call)}{more}}} {'body' if call.body.required or more else '[body]'}")
        tags.append(
            f"@param {{{self.options_name(call, service)}}} {'options' if self.required(call) else '[options]'}"
        )
        return self.described(call, [*tags, f"@returns {{{self.returned(call)}}}"], indent)

    def signed(self, call: Call, service: Service) -> str:
        names = self.names
        scope = f"parameters {call.key}"
        arguments = [names[scope, one.key] for one in call.parameters if one.place == "path"] + ["body"] * bool(
            call.body
        )
        listed = [names[scope, one.key] for one in self.optional_parameters(call)]
        method = self.method_name(call, service)
        if not listed:
            return self.fitted(method, [*arguments, "options"], " {")
        default = "" if self.required(call) else " = {}"
        line = self.fitted(method, [*arguments, f"{{ {', '.join([*listed, '...calling'])} }}{default}"], " {")
        if max(map(len, line.split("\n"))) <= self.width:
            return line
        given = "".join(f"      {name},\n" for name in listed) + "      ...calling\n"
        if not arguments:
            return f"  {method}({{\n{given.replace('      ', '    ')}  }}{default}) {{"
        return self.fitted(method, [*arguments, f"{{\n{given}    }}{default}"], " {")

    # GraphQL

    def variables(self, call: GraphCall) -> str:
        tags = [f"@typedef {{object}} {self.graph_name(call)}"]
        for field in call.variables:
            type_ = self.said(field.type) + (" | null" if field.nullable else "")
            name = self.names[f"variables {call.key}", field.key]
            tags.append(self.property_tag(type_, field.key if field.required else f"[{field.key}]", "") if name else "")
        return self.tagged("", tags, 0)

    def graph_told(self, call: GraphCall) -> str:
        needed = any(one.required for one in call.variables)
        tags = [f"@param {{{self.graph_name(call)}}} {'variables' if needed else '[variables]'}"]
        tags += ["@param {CallOptions} [options]", f"@returns {{Promise<{self.said(call.result)}>}}"]
        return self.tagged(call.description, tags, 2)

    def graph_signed(self, call: GraphCall) -> str:
        needed = any(one.required for one in call.variables)
        return self.fitted(
            self.names["graph", call.key], ["variables" if needed else "variables = {}", "options"], " {"
        )

    def property_tag(self, type_: str, name: str, description: str) -> str:
        return self.harmless(f"@property {{{type_}}} {name}", description)
