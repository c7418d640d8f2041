"""Compares two models: what a user of an SDK would have to change, and what is only more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from a3dav_sdk.model.api import Api, Call, Dav, GraphCall, Parameter
from a3dav_sdk.model.types import Definition, EnumDefinition, Field, ObjectDefinition, UnionDefinition

MAJOR, MINOR, PATCH = "major", "minor", "patch"
_RANKS = (PATCH, MINOR, MAJOR)


@dataclass(frozen=True, slots=True)
class Change:
    """`note` says what to do about it, where there is something to do."""

    level: str
    sentence: str
    note: str = ""


def changes(old: Api, new: Api) -> list[Change]:
    found = [*_calls(old, new), *_definitions(old, new), *_graph(old, new), *_listed(old, new)]
    return sorted(found, key=lambda one: (-_RANKS.index(one.level), one.sentence))


def level_of(found: list[Change]) -> str:
    """What all of them ask for together; empty for no change."""
    return max((one.level for one in found), key=_RANKS.index) if found else ""


def names_moved(old: Mapping[str, Any], new: Mapping[str, Any], language: str) -> list[Change]:
    """A name of a language that became another breaks its users, whatever the model says."""
    found = []
    for scope, names in old.get(language, {}).items():
        for key, name in names.items():
            now = new.get(language, {}).get(scope, {}).get(key, name)
            if now != name:
                found.append(Change(MAJOR, f"{language}: {name} is called {now} ({scope})", f"write {now}"))
    return found


def version_after(version: str, level: str) -> str:
    """By semantic versioning; below 1.0.0 what breaks is a minor step."""
    major, minor, patch = (int(part) for part in version.partition("-")[0].split("."))
    if level == MAJOR and major:
        return f"{major + 1}.0.0"
    if level in {MAJOR, MINOR}:
        return f"{major}.{minor + 1}.0" if major or level == MAJOR else f"{major}.{minor}.{patch + 1}"
    return f"{major}.{minor}.{patch + 1}" if level else version


def _both(old: Mapping[str, Any], new: Mapping[str, Any], what: str) -> Iterator[Change]:
    for key in sorted(old.keys() - new.keys()):
        yield Change(MAJOR, f"{what} {key} is gone", f"stop using {key}")
    for key in sorted(new.keys() - old.keys()):
        yield Change(MINOR, f"{what} {key} is new")


def _calls(old: Api, new: Api) -> Iterator[Change]:
    before = {call.key: call for service in old.services for call in service.calls}
    after = {call.key: call for service in new.services for call in service.calls}
    yield from _both(before, after, "the call")
    for key in sorted(before.keys() & after.keys()):
        yield from _call(before[key], after[key])


def _call(old: Call, new: Call) -> Iterator[Change]:
    name = f"the call {old.key}"
    before, after = ({one.key: one for one in call.parameters} for call in (old, new))
    for key in sorted(before.keys() - after.keys()):
        yield Change(MAJOR, f"{name} has no parameter {before[key].wire}", f"leave {before[key].wire} out")
    for key in sorted(after.keys() - before.keys()):
        yield _new_parameter(name, after[key])
    for key in sorted(before.keys() & after.keys()):
        yield from _parameter(name, before[key], after[key])
    positions = [[one.key for one in call.parameters if one.place == "path"] for call in (old, new)]
    if positions[0] != positions[1] and set(positions[0]) == set(positions[1]):
        yield Change(MAJOR, f"{name} takes its positional parameters in another order", "reorder them")
    yield from _speech(name, old, new)


def _new_parameter(name: str, one: Parameter) -> Change:
    if one.required:
        return Change(MAJOR, f"{name} needs the parameter {one.wire}", f"give {one.wire}")
    return Change(MINOR, f"{name} takes {one.wire}")


def _parameter(name: str, old: Parameter, new: Parameter) -> Iterator[Change]:
    if new.required and not old.required:
        yield Change(MAJOR, f"{name} needs {old.wire}", f"give {old.wire}")
    elif old.required and not new.required:
        yield Change(MINOR, f"{name} can do without {old.wire}")
    if old.type != new.type:
        yield Change(MAJOR, f"{name} takes another type for {old.wire}", f"convert {old.wire}")


def _speech(name: str, old: Call, new: Call) -> Iterator[Change]:
    if (old.method, old.path) != (new.method, new.path):
        yield Change(PATCH, f"{name} asks {new.method} {new.path}")
    if (old.body and old.body.type) != (new.body and new.body.type):
        yield Change(MAJOR, f"{name} takes another body", "convert it")
    elif new.body and new.body.required and not (old.body and old.body.required):
        yield Change(MAJOR, f"{name} needs a body", "give it")
    if (old.result.shape, old.result.type, old.result.optional) != (
        new.result.shape, new.result.type, new.result.optional,
    ):  # fmt: skip
        yield Change(MAJOR, f"{name} gives something else", "look at what it gives")
    if (old.pagination is None) != (new.pagination is None):
        yield Change(
            MAJOR, f"{name} " + ("gives pages" if new.pagination else "gives no pages"), "look at what it gives"
        )
    if old.retry != new.retry:
        yield Change(MINOR, f"{name} is of class {new.retry} for retries")
    if new.deprecated and not old.deprecated:
        yield Change(MINOR, f"{name} is deprecated")


def _definitions(old: Api, new: Api) -> Iterator[Change]:
    before, after = ({one.key: one for one in api.definitions} for api in (old, new))
    yield from _both(before, after, "the type")
    for key in sorted(before.keys() & after.keys()):
        yield from _definition(before[key], after[key])


def _definition(old: Definition, new: Definition) -> Iterator[Change]:
    name = f"the type {old.key}"
    if old.tag != new.tag:
        yield Change(MAJOR, f"{name} is of another kind", "look at it")
    elif isinstance(old, ObjectDefinition) and isinstance(new, ObjectDefinition):
        yield from _members(name, old, new)
    elif isinstance(old, EnumDefinition) and isinstance(new, EnumDefinition):
        yield from _values(name, old, new)
    elif isinstance(old, UnionDefinition) and isinstance(new, UnionDefinition):
        variants = [{one.key: one for one in union.variants} for union in (old, new)]
        yield from _both(variants[0], variants[1], f"{name}: the variant")


def _values(name: str, old: EnumDefinition, new: EnumDefinition) -> Iterator[Change]:
    """A value more is nothing that breaks, because who reads an open enumeration expects it."""
    before, after = ({one.key for one in enum.values} for enum in (old, new))
    for key in sorted(before - after):
        yield Change(MAJOR, f"{name} has no value {key}", f"stop using {key}")
    for key in sorted(after - before):
        yield Change(MINOR if old.open else MAJOR, f"{name} has the value {key}", "" if old.open else f"expect {key}")
    if old.open and not new.open:
        yield Change(MINOR, f"{name} is closed")
    elif new.open and not old.open:
        yield Change(MAJOR, f"{name} is open", "expect values that you do not know")


def _members(name: str, old: ObjectDefinition, new: ObjectDefinition) -> Iterator[Change]:
    before, after = ({one.key: one for one in each.fields} for each in (old, new))
    for key in sorted(before.keys() - after.keys()):
        yield Change(MAJOR, f"{name} has no member {key}", f"stop using {key}")
    for key in sorted(after.keys() - before.keys()):
        needed = after[key].required
        note = f"give {key} where you make one" if needed else ""
        yield Change(MAJOR if needed else MINOR, f"{name} has the member {key}", note)
    for key in sorted(before.keys() & after.keys()):
        yield from _member(f"{name}: {key}", before[key], after[key])


def _member(name: str, old: Field, new: Field) -> Iterator[Change]:
    if old.type != new.type:
        yield Change(MAJOR, f"{name} has another type", "convert it")
    if old.required != new.required:
        yield Change(MAJOR, f"{name} " + ("is always there" if new.required else "may be absent"), "look at it")
    if old.nullable != new.nullable:
        yield Change(MAJOR, f"{name} " + ("may be null" if new.nullable else "is never null"), "look at it")
    if new.deprecated and not old.deprecated:
        yield Change(MINOR, f"{name} is deprecated")


def _graph(old: Api, new: Api) -> Iterator[Change]:
    before: dict[str, GraphCall] = {one.key: one for one in old.graph}
    after: dict[str, GraphCall] = {one.key: one for one in new.graph}
    yield from _both(before, after, "the operation of GraphQL")
    for key in sorted(before.keys() & after.keys()):
        given = {one.key: one for one in before[key].variables}
        for one in after[key].variables:
            known = given.pop(one.key, None)
            if one.required and not (known and known.required):
                yield Change(MAJOR, f"the operation {key} needs {one.key}", f"give {one.key}")
            elif known is None:
                yield Change(MINOR, f"the operation {key} takes {one.key}")
        for name in sorted(given):
            yield Change(MAJOR, f"the operation {key} has no variable {name}", f"leave {name} out")


def _listed(old: Api, new: Api) -> Iterator[Change]:
    for what, member in (("the event", "webhooks"), ("the problem", "problems")):
        yield from _both(_keyed(old, member), _keyed(new, member), what)
    for what, member in (("the property", "properties"), ("the precondition", "conditions"), ("the verb", "methods")):
        yield from _both(_keyed(old.dav, member), _keyed(new.dav, member), what)
    if old != new and old.identity != new.identity:
        yield Change(PATCH, "what the packages are called or say of themselves differs")


def _keyed(holder: Api | Dav, member: str) -> dict[str, Any]:
    return {one.key: one for one in getattr(holder, member)}
