"""The names of a Go package that the model does not give: those of the runtime, and those that follow from others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from a3dav_sdk.languages.dialect import Dialect
from a3dav_sdk.model.types import EnumDefinition
from a3dav_sdk.naming.plan import PACKAGE, following
from a3dav_sdk.naming.unique import unique

_EXPORTED = re.compile(r"^(?:func|type|var|const) ([A-Z]\w*)", re.MULTILINE)
_BLOCKS = re.compile(r"^(?:var|const) \($.*?^\)$", re.MULTILINE | re.DOTALL)


class PackageNames(Dialect):
    @cached_property
    def exported(self) -> frozenset[str]:
        """What the runtime exports."""
        texts = [file.read_text("utf-8") for file in sorted((self.folder / "runtime").glob("*.go"))]
        found = {name for text in texts for name in _EXPORTED.findall(text)}
        for block in (block for text in texts for block in _BLOCKS.findall(text)):
            found |= set(re.findall(r"^\t([A-Z]\w*)", block, re.MULTILINE))
        return frozenset(found | {"Client", "New", "Version", "Unknown"})

    @cached_property
    def globals(self) -> dict[str, str]:
        """Names of the package that follow from others, by a key of their own."""
        wishes: list[tuple[str, str, str]] = []
        for one in self.api.definitions:
            if isinstance(one, EnumDefinition):
                own = self.reference(one.key)
                for value in one.values:
                    name = self.names[f"values {one.key}", value.key]
                    wishes.append((f"{one.key} {value.key}", own + name, f"{own}_{name}"))
        for scope, prefix, found in self._prefixed():
            for key in (one.key for one in found):
                name = self.names[scope, key]
                wishes.append((f"{scope} {key}", prefix + name, f"{prefix}_{name}"))
        for service in self.api.services:
            own = self.names["services", service.key]
            for call in service.calls:
                name = self.names[f"calls {service.key}", call.key]
                wishes.append((f"parameters {call.key}", f"{own}{name}Params", f"{own}_{name}Params"))
        for operation in self.api.graph:
            name = self.names["graph", operation.key]
            wishes.append((f"variables {operation.key}", f"{name}Variables", f"{name}_Variables"))
        taken = {name for (scope, _), name in self.names.items() if scope in {"definitions", "services types"}}
        return self.kept(PACKAGE, unique(wishes, taken | self.exported)) | self._pages()

    def _pages(self) -> dict[str, str]:
        """The second method of a call that has pages."""
        found: dict[str, str] = {}
        for service in self.api.services:
            own = {call.key: self.names[f"calls {service.key}", call.key] for call in service.calls}
            paged = [(call.key, own[call.key]) for call in service.calls if call.pagination]
            wishes = [(f"pages {key}", f"{name}Pages", f"{name}_Pages") for key, name in paged]
            found |= self.kept(following(f"calls {service.key}"), unique(wishes, set(own.values())))
        return found

    def _prefixed(self) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
        yield "problems", "Problem", self.api.problems
        yield "webhooks", "Webhook", self.api.webhooks
        yield "properties", "Prop", self.api.dav.properties
        yield "conditions", "Condition", self.api.dav.conditions
