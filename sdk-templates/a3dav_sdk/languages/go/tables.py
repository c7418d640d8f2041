"""What is written of a whole interface at once: services, constants, names of DAV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from a3dav_sdk.languages.go.layout import Row, aligned, quoted
from a3dav_sdk.languages.go.members import Members
from a3dav_sdk.model.api import Api, DavCondition, DavProperty
from a3dav_sdk.naming.words import snake, words_of


class Tables(Members):
    def filters_of_tables(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "services": self.services, "identity": self.identity, "problem_types": self.problem_types,
            "webhook_types": self.webhook_types, "dav_properties": self.dav_properties,
            "dav_conditions": self.dav_conditions,
        }  # fmt: skip

    def services(self, api: Api) -> str:
        rows: list[Row] = []
        for one in api.services:
            name = self.names["services", one.key]
            rows.append((self.doc(one.description, 1), (name, "*" + self.names["services types", one.key])))
        rows.append((self.doc("GraphQL asks what the schema offers.", 1), ("GraphQL", "*GraphQL")))
        rows.append((self.doc("DAV speaks WebDAV, CalDAV and CardDAV.", 1), ("DAV", "*DAV")))
        return aligned([*rows, ("\n", ("core", "*core"))])

    def identity(self, api: Api) -> str:
        name, environment = self.packaged["package"], snake(words_of(api.identity.name)).upper()
        values = {
            "userAgent": f"{name}-client-go/{api.identity.version}", "urlVariable": f"{environment}_URL",
            "tokenVariable": f"{environment}_TOKEN", "basePath": api.identity.base_path,
            "graphqlPath": api.identity.graph_path,
        }  # fmt: skip
        return aligned(("", (key, f"= {quoted(value)}")) for key, value in values.items())

    def problem_types(self, api: Api) -> str:
        return aligned(
            (
                self.doc(one.description or one.title, 1),
                (self.globals[f"problems {one.key}"], "ProblemType", f"= {quoted(one.uri)}"),
            )
            for one in api.problems
        )

    def webhook_types(self, api: Api) -> str:
        return aligned(
            (self.doc(one.summary or one.description, 1), (self.globals[f"webhooks {one.key}"], f"= {quoted(one.key)}"))
            for one in api.webhooks
        )

    def dav_properties(self, api: Api) -> str:
        return aligned(self._names("properties", "XMLName", api.dav.properties))

    def dav_conditions(self, api: Api) -> str:
        return aligned(self._names("conditions", "Condition", api.dav.conditions))

    def _names(self, scope: str, kind: str, found: Iterable[DavProperty | DavCondition]) -> Iterable[Row]:
        for one in found:
            value = f"= {kind}{{{quoted(one.namespace)}, {quoted(one.local)}}}"
            yield self.doc(one.description, 1), (self.globals[f"{scope} {one.key}"], value)
