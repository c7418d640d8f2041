"""What Python decides: names, literals, docstrings, types, and which files a package has."""

from __future__ import annotations

import builtins
import json
import keyword
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from a3dav_sdk.languages.dialect import Dialect, File
from a3dav_sdk.model.api import Api, Body, Call, DavCondition, DavProperty, Identity, Parameter, Problem
from a3dav_sdk.model.references import inner, references
from a3dav_sdk.model.types import Definition, Field, ListOf, MapOf, Nullable, Reference, Scalar, Type
from a3dav_sdk.naming.plan import Kind
from a3dav_sdk.naming.words import pascal, screaming, snake, words_of

_SCALARS = {"text": "str", "integer": "int", "number": "float", "boolean": "bool", "bytes": "bytes"}
_TYPES = frozenset(
    {"Any", "ClassVar", "Members", "Model", "OpenText", "OpenNumber", "OneOf", "Timestamp", "Union", "Unset", "UNSET"}
)


class Python(Dialect):
    name = "python"
    width = 116
    cases: ClassVar[Mapping[Kind, Callable[[tuple[str, ...]], str]]] = {
        Kind.TYPE: pascal, Kind.FIELD: snake, Kind.VALUE: screaming, Kind.SERVICE: snake, Kind.CALL: snake,
        Kind.PARAMETER: snake, Kind.CONSTANT: screaming,
    }  # fmt: skip
    words = frozenset(keyword.kwlist) | frozenset(keyword.softkwlist)
    words_of: ClassVar[Mapping[Kind, frozenset[str]]] = {
        Kind.TYPE: frozenset(name for name in dir(builtins) if name[0].isupper()) | _TYPES,
        Kind.FIELD: frozenset({*_SCALARS.values(), "dict", "list", "dataclass", "extra", "to_json", "from_json"}),
        Kind.VALUE: frozenset({"MRO"}),
        Kind.SERVICE: frozenset({"close", "dav", "graphql", "options", "request"}),
        Kind.PARAMETER: frozenset({"self", "body", "options", "dict", *_SCALARS.values()}),
    }

    def numbered(self, name: str, number: int) -> str:
        return f"{name}_" if number == 1 else f"{name}_{number}"

    def text_literal(self, value: str) -> str:
        plain = "".join(_letter(letter) for letter in value)
        if '"' in plain and "'" not in plain:
            return f"'{plain}'"
        return '"' + plain.replace('"', '\\"') + '"'

    def words_for(self, value: bool | None) -> str:
        return str(value)

    def doc(self, text: str, indent: int = 0) -> str:
        """A docstring; a backslash or a quote in the text stays what it is."""
        room = " " * indent
        lines = [line.replace("\\", "\\\\").replace('"', '\\"') for line in self.wrapped(text, room)]
        if not any(lines):
            return ""
        first, rest = lines[0].strip() or ".", lines[1:]
        end = f'\n{room}"""\n' if rest else '"""\n'
        return f'{room}"""' + "\n".join([first, *rest]) + end

    def scalar(self, found: Scalar) -> str:
        return "Timestamp" if found.format == "date-time" and found.kind == "text" else _SCALARS[found.kind]

    def anything(self) -> str:
        return "Any"

    def list_of(self, item: str) -> str:
        return f"list[{item}]"

    def map_of(self, item: str) -> str:
        return f"dict[str, {item}]"

    def nullable(self, of: str) -> str:
        return f"{of} | None"

    def package(self, identity: Identity) -> Mapping[str, str]:
        return {"distribution": f"{identity.name}-client".replace("_", "-"), "module": f"{identity.name}_client"}

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "annotation": self.annotation, "codec": self.codec, "module": _module, "argument": self.argument,
            "returned": self.returned, "needs": self.needs, "literals": self.literals, "body_type": self.body_type,
            "told": self.told, "member": self.member, "parameter": self.parameter,
            "constant": self.constant, "knows": _knows,
            "variable": self.variable, "about_problem": self.about_problem, "toml": _toml,
            "plain": _plain,
            "markdown": _markdown, "request_line": lambda call: _markdown(f"`{call.method} {call.path}`"),
            "title": lambda one: _plain(one.title), "summary": lambda one: one.summary or f"A client of {one.title}.",
            "environment": lambda name: self.literal(screaming(words_of(name))),
            "user_agent": lambda name, version: self.literal(f"{name}-client-python/{version}"),
            "spoken": lambda key: " ".join(words_of(key)),
        }  # fmt: skip

    def annotation(self, field: Field) -> str:
        """The type of a member with its presence."""
        plain = self.type_of(field.type) + (" | None" if field.nullable else "")
        return plain if field.required else f"{plain} | Unset"

    def member(self, field: Field, name: str) -> str:
        codec = f"or_null({self.codec(field.type)})" if field.nullable else self.codec(field.type)
        return _fitted("Member", [self.literal(field.key), f'"{name}"', codec, str(field.required)], 8)

    def parameter(self, one: Parameter, name: str) -> str:
        parts = [one.key, one.wire, name, one.place, one.style, one.explode]
        return _fitted("Parameter", [*map(self.literal, parts), self.codec(one.type)], 8)

    def literals(self, texts: list[str]) -> str:
        return "(" + "".join(f"{self.literal(text)}, " for text in texts).rstrip(" ") + ")"

    def body_type(self, body: Body) -> str:
        if body.shape in {"text", "bytes"}:
            plain = "str | Upload" if body.shape == "text" else "Upload"
        else:
            plain = self.argument(body.type) if body.type else "Any"
        return plain if body.required or plain == "Any" else f"{plain} | None"

    def told(self, call: Call, indent: int) -> str:
        """The docstring of a method, with what its parameters mean."""
        names = [(self.names[f"parameters {call.key}", one.key], one.description) for one in call.parameters]
        means = [f"{name}: {' '.join(text.split())}" for name, text in names if text]
        parts = [call.summary, call.description if call.description != call.summary else "", "\n".join(means)]
        if call.deprecated:
            parts.append("Deprecated.")
        return self.doc("\n\n".join(part for part in parts if part), indent)

    def constant(self, one: Problem | DavProperty | DavCondition, name: str) -> str:
        line = f"{name}: Final = {self.literal(one.key)}"
        return line if len(line) <= 120 else f"{name}: Final = (\n    {self.literal(one.key)}\n)"

    def variable(self, one: Field) -> str:
        """The type of a variable of GraphQL."""
        plain = self.argument(one.type) + (" | None" if one.nullable else "")
        return plain if one.required else f"{plain} | Unset"

    def about_problem(self, problem: Problem) -> str:
        return self.doc(" ".join(part for part in (problem.title, problem.description) if part))

    def codec(self, found: Type | None) -> str:
        """How the runtime reads and writes a type."""
        match found:
            case Scalar():
                return "TIME" if self.scalar(found) == "Timestamp" else found.kind.upper()
            case ListOf(item):
                return f"list_of({self.codec(item)})"
            case MapOf(item):
                return f"map_of({self.codec(item)})"
            case Nullable(of):
                return f"or_null({self.codec(of)})"
            case Reference(key):
                return f"named({self.literal(self.reference(key))})"
            case _:
                return "ANY"

    def argument(self, found: Type) -> str:
        """The type of a parameter or a body: what is only read may be any sequence or mapping."""
        match found:
            case ListOf(item):
                return f"Sequence[{self.argument(item)}]"
            case MapOf(item):
                return f"Mapping[str, {self.argument(item)}]"
            case Scalar(kind="bytes"):
                return "Upload"
            case _:
                return "str" if isinstance(found, Scalar) and found.kind == "text" else self.type_of(found)

    def returned(self, call: Call, asynchronous: bool = False) -> str:
        """What a method gives."""
        prefix, result = "Async" if asynchronous else "", call.result
        if call.pagination:
            return f"{prefix}Pages[{_in_class(self.type_of(call.pagination.item))}]"
        item = _in_class(self.type_of(result.type)) if result.type else "None"
        plain = {
            "json": item, "none": "None", "text": "Text", "bytes": f"{prefix}Download",
            "events": f"{prefix}EventStream[{item}]", "lines": f"{prefix}LineStream[{item}]",
        }[result.shape]  # fmt: skip
        return f"{plain} | None" if result.optional and plain != "None" else plain

    def needs(self, definitions: list[Definition]) -> list[tuple[str, list[str]]]:
        """What a module of models takes from others, for who checks types."""
        own = {one.key for one in definitions}
        wanted = {key for one in definitions for key in inner(one)} - own
        return self._imports(wanted)

    def _imports(self, keys: set[str]) -> list[tuple[str, list[str]]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key in keys:
            found[_module(self.definitions[key].home)].append(self.reference(key))
        return [(module, sorted(names)) for module, names in sorted(found.items())]

    def files(self) -> Iterator[File]:
        root = self.root
        modules: defaultdict[str, list[Definition]] = defaultdict(list)
        for one in self.api.definitions:
            modules[_module(one.home)].append(one)
        places = sorted((self.reference(one.key), _module(one.home)) for one in self.api.definitions)
        for module, definitions in sorted(modules.items()):
            view = [self.view(one, "definitions") for one in definitions]
            yield File(f"{root}/models/{module}.py", "models.py.j2", {"definitions": view})
        yield File(f"{root}/models/__init__.py", "models_init.py.j2", {"places": places, "import_line": _import_line})
        for service in self.api.services:
            imports = self._imports({key for call in service.calls for key in _spoken(call)})
            context = {"service": self.view(service, "services"), "imports": imports}
            yield File(f"{root}/services/{_module(service.key)}.py", "service.py.j2", context)
        yield from self._alone(root)

    def _alone(self, root: str) -> Iterator[File]:
        dav = self.api.dav
        for path, template in _ALONE.items():
            yield File(path.replace("MODULE", root), template, {})
        for name, found in (("properties", dav.properties), ("conditions", dav.conditions)):
            context = {"entries": self.view(found, name), "told": _TOLD[name]}
            yield File(f"{root}/{name}.py", "names.py.j2", context)
        if self.api.graph:
            spoken = [
                *(call.result for call in self.api.graph),
                *(one.type for call in self.api.graph for one in call.variables),
            ]
            imports = self._imports({key for one in spoken for key in references(one)})
            yield File(f"{root}/graphql.py", "graphql.py.j2", {"imports": imports})

    def replacements(self) -> Mapping[str, str]:
        return {"a3dav_client": self.root}

    @property
    def root(self) -> str:
        return self.packaged["module"]


_ALONE = {
    "MODULE/__init__.py": "init.py.j2", "MODULE/_about.py": "about.py.j2", "MODULE/client.py": "client.py.j2",
    "MODULE/problems.py": "problems.py.j2", "MODULE/_webhook_types.py": "webhook_types.py.j2",
    "MODULE/services/__init__.py": "services_init.py.j2", "pyproject.toml": "pyproject.toml.j2",
    "README.md": "readme.md.j2", "CHANGELOG.md": "changelog.md.j2", "LICENSE": "license.j2",
}  # fmt: skip
_TOLD = {
    "properties": "Properties of DAV, by what they are called.",
    "conditions": "Preconditions of DAV: what `error.conditions` may hold.",
}


def _spoken(call: Call) -> Iterator[str]:
    yield from references(call.body.type if call.body else None)
    yield from references(call.pagination.item if call.pagination else call.result.type)
    for parameter in call.parameters:
        yield from references(parameter.type)


def _module(home: str) -> str:
    name = snake(words_of(home))
    return f"{name}_" if keyword.iskeyword(name) else f"n_{name}" if name[0].isdigit() else name


def _fitted(function: str, arguments: list[str], indent: int) -> str:
    """A call in a list, on one line where it has room."""
    line = f"{' ' * indent}{function}({', '.join(arguments)}),"
    if len(line) <= 120:
        return line
    inside = "".join(f"{' ' * (indent + 4)}{one},\n" for one in arguments)
    return f"{' ' * indent}{function}(\n{inside}{' ' * indent}),"


def _knows(api: Api, *keys: str) -> bool:
    """Whether an interface has these calls, which an example needs."""
    return set(keys) <= {call.key for service in api.services for call in service.calls}


def _import_line(module: str, name: str) -> str:
    line = f"    from .{module} import {name} as {name}"
    return line if len(line) <= 120 else f"    from .{module} import (\n        {name} as {name},\n    )"


def _in_class(written: str) -> str:
    """A class with a method called list cannot say `list[…]`."""
    return written.replace("list[", "List[").replace("dict[", "Dict[")


def _letter(letter: str) -> str:
    if letter.isprintable():
        return "\\\\" if letter == "\\" else letter
    if letter in "\n\t\r":
        return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}[letter]
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _toml(text: str, more: str = "") -> str:
    """A basic string of TOML."""
    return json.dumps(text + more, ensure_ascii=True).replace("\x7f", "\\u007f")


def _plain(text: str) -> str:
    """Text on one line of a file that is no code."""
    return " ".join(re.sub(r"[^\w .,;:/@()+'-]", " ", text.strip('"')).split())


def _markdown(text: str) -> str:
    """A paragraph, or the cell of a table: nothing in it is markup but code."""
    return re.sub(r"([\\<>|\[\]*_#])", r"\\\1", " ".join(text.split()))
