"""TypeScript: sources for ESM and CommonJS, around the runtime that JavaScript has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from a3dav_sdk.languages.javascript.ecmascript import EcmaScript
from a3dav_sdk.languages.javascript.requests import key_of
from a3dav_sdk.model.api import Call, GraphCall, Service
from a3dav_sdk.model.types import Definition, EnumDefinition, Field, ObjectDefinition


class TypeScript(EcmaScript):
    name = "typescript"
    suffix = "client"
    extension = "ts"
    constant = ("", " as const")
    webhook_start = "export type WebhookEvent ="

    def own_files(self) -> Mapping[str, str]:
        return {
            "package.json": "package.ts.json.j2", "tsconfig.json": "tsconfig.ts.json.j2",
            "README.md": "README.ts.md.j2",
            "tsconfig.cjs.json": "tsconfig.cjs.json.j2", "cjs.mjs": "cjs.mjs.j2",
            "CHANGELOG.md": "CHANGELOG.md.j2", "LICENSE": "LICENSE.j2", ".prettierrc.json": "prettierrc.json.j2",
            ".prettierignore": "prettierignore.j2",
        }  # fmt: skip

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            **super().filters(), "told": self.told, "signed": self.signed, "option_type": self.option_type,
            "taken": self.destructured,
            "variables": self.variables, "graph_signed": self.graph_signed,
        }  # fmt: skip

    # Types

    def shaped(self, found: Definition) -> str:
        name = self.reference(found.key)
        if isinstance(found, ObjectDefinition):
            told = self.tagged(found.description, ["@deprecated"] * found.deprecated, 0)
            return told + self._interface(found, name)
        parts = self.values(found) if isinstance(found, EnumDefinition) else self.variants(found)
        declared = self.doc(found.description) + self.alternatives(parts, f"export type {name} =") + "\n"
        return declared + self._constants(found, name) if isinstance(found, EnumDefinition) else declared

    def _constants(self, found: EnumDefinition, name: str) -> str:
        lines = [
            self.doc(value.description, 2) + self.entry(self.names[f"values {found.key}", value.key], value.value)
            for value in found.values
        ]
        return f"\nexport const {name} = {{\n{''.join(lines)}}} as const;\n"

    def _interface(self, found: ObjectDefinition, name: str) -> str:
        if not found.fields:
            return f"export type {name} = {self.map_of(self.type_of(found.extra) if found.extra else 'unknown')};\n"
        lines = [self._member(field) for field in found.fields]
        if found.extra is not None:
            lines.append(f"  /** {self.type_of(found.extra)} */\n  [member: string]: unknown;\n")
        return f"export interface {name} {{\n{''.join(lines)}}}\n"

    def _member(self, field: Field) -> str:
        told = self.tagged(field.description, ["@deprecated"] * field.deprecated, 2)
        start = f"  {'readonly ' * field.read_only}{key_of(field.key, self.literal)}{'' if field.required else '?'}:"
        return told + f"{start} {self.field_type(field)};\n"

    # Services

    def imports(self, service: Service) -> list[str]:
        lines = {
            place: f"import type {{ {', '.join(names)} }} from '{place}';"
            if names
            else f"import type * as models from '{place}';"
            for place, names in self.typed_names(service).items()
        }
        return [lines[place] for place in sorted(lines)] + self.used(list(service.calls))

    def option_type(self, call: Call, service: Service) -> str:
        last = "  /** The event to go on behind. */\n  lastEventId?: string | undefined;\n"
        lines = [last] if call.result.shape == "events" else []
        for one in self.optional_parameters(call):
            name = self.names[f"parameters {call.key}", one.key]
            type_ = self.said(one.type)
            told = self.tagged(one.description, ["@deprecated"] * one.deprecated, 2)
            lines.append(told + (f"  {name}: {type_};\n" if one.required else f"  {name}?: {type_} | undefined;\n"))
        name = self.options_name(call, service)
        return f"export interface {name} extends CallOptions {{\n{''.join(lines)}}}\n"

    def told(self, call: Call, indent: int) -> str:
        paths = [one for one in call.parameters if one.place == "path" and one.description]
        return self.described(call, [self.parameter_tag(call, one) for one in paths], indent)

    def signed(self, call: Call, service: Service) -> str:
        scope = f"parameters {call.key}"
        arguments = [
            f"{self.names[scope, one.key]}: {self.said(one.type)}" for one in call.parameters if one.place == "path"
        ]
        if call.body:
            arguments.append(f"body{'' if call.body.required else '?'}: {self.body_type(call)}")
        options = self.options_name(call, service)
        if not self.optional_parameters(call):
            arguments.append(f"options?: {options}")
        else:
            arguments.append(f"options: {options}" if self.required(call) else f"options: {options} = {{}}")
        arguments = self._ordered(arguments)
        return self.fitted(self.method_name(call, service), arguments, f": {self.returned(call)} {{")

    def _ordered(self, arguments: list[str]) -> list[str]:
        """What may be missing stands before nothing that may not."""
        needed = arguments[-1].startswith("options: ") and not arguments[-1].endswith("= {}")
        return [one.replace("body?: ", "body: undefined | ", 1) for one in arguments] if needed else arguments

    def destructured(self, call: Call) -> str:
        listed = [self.names[f"parameters {call.key}", one.key] for one in self.optional_parameters(call)]
        line = f"    const {{ {', '.join([*listed, '...calling'])} }} ="
        if len(line) <= self.width:
            return f"{line} options;" if len(line) + 9 <= self.width else f"{line}\n      options;"
        return "    const {\n" + "".join(f"      {name},\n" for name in listed) + "      ...calling\n    } = options;"

    # GraphQL

    def variables(self, call: GraphCall) -> str:
        lines = []
        for field in call.variables:
            type_ = self.said(field.type) + (" | null" if field.nullable else "")
            lines.append(f"  {field.key}: {type_};\n" if field.required else f"  {field.key}?: {type_} | undefined;\n")
        if not lines:
            return f"export type {self.graph_name(call)} = Record<string, never>;\n"
        return f"export interface {self.graph_name(call)} {{\n{''.join(lines)}}}\n"

    def graph_signed(self, call: GraphCall) -> str:
        needed = any(one.required for one in call.variables)
        variables = f"variables: {self.graph_name(call)}" + ("" if needed else " = {}")
        arguments = [variables, "options?: CallOptions"]
        return self.fitted(self.names["graph", call.key], arguments, f": Promise<{self.said(call.result)}> {{")
