"""The tables that are asked as a whole: settings, indexes, migrations, tasks, deliveries, routes, files, commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from a3dav.errors import PluginError
from a3dav.metrics.metric import Asked, Metric
from a3dav.registries.beside import ContentType, Delivery, Index, Migrations, Route, Task
from a3dav.registries.dav import Validator
from a3dav.registries.graph import GraphField, GraphMutation, Subject

if TYPE_CHECKING:
    import click


class SettingsRegistry:
    def __init__(self) -> None:
        self.sections: dict[str, type[Any]] = {}

    def add(self, plugin: str, section: type[Any]) -> None:
        """Declares the dataclass that `[plugins.<plugin>]` is read into; a dot leads inside of one."""
        self.sections[plugin] = section


class ListRegistry:
    """Entries in the order they were registered, each known by the attribute `key`."""

    what = ""
    key = "name"

    def __init__(self) -> None:
        self.entries: list[Any] = []

    def add(self, *entries: Any) -> None:
        for entry in entries:
            known = getattr(entry, self.key)
            if any(getattr(other, self.key) == known for other in self.entries):
                raise PluginError(f"the {self.what} {known} is registered twice; disable one of the two plugins")
            self.entries.append(entry)


class IndexRegistry(ListRegistry):
    what = "index"
    entries: list[Index]


class MigrationRegistry(ListRegistry):
    what, key = "line of migrations", "line"
    entries: list[Migrations]


class TaskRegistry(ListRegistry):
    what = "task"
    entries: list[Task]


class DeliveryRegistry(ListRegistry):
    what, key = "delivery", "kind"
    entries: list[Delivery]


class RouteRegistry(ListRegistry):
    what, key = "route", "path"
    entries: list[Route]


class MetricRegistry(ListRegistry):
    what = "metric"
    entries: list[Metric | Asked]


class ContentTypeRegistry(ListRegistry):
    what, key = "type of files", "suffix"
    entries: list[ContentType]


class ValidatorRegistry(ListRegistry):
    what, key = "validator", "header"
    entries: list[Validator]

    def of(self, kind: str) -> list[Validator]:
        return [entry for entry in self.entries if kind in entry.kinds]


class CommandRegistry(ListRegistry):
    what = "command"
    entries: list[click.Command]


class GraphRegistry:
    """What there is in the graph beside what whoever serves it brings."""

    def __init__(self) -> None:
        self.fields: dict[tuple[Subject, str], GraphField] = {}
        self.mutations: dict[str, GraphMutation] = {}

    def add_fields(self, *fields: GraphField) -> None:
        for field in fields:
            if (field.of, field.name) in self.fields:
                raise PluginError(f"the field {field.name} of {field.of.value} is registered twice; disable one plugin")
            self.fields[field.of, field.name] = field

    def add_mutations(self, *mutations: GraphMutation) -> None:
        for mutation in mutations:
            if mutation.name in self.mutations:
                raise PluginError(f"the mutation {mutation.name} is registered twice; disable one of the two plugins")
            self.mutations[mutation.name] = mutation
