"""What a language decides; a new one is a subclass, a few thin templates and a folder of runtime code."""

from __future__ import annotations

import sys
import textwrap
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from a3dav_sdk.languages.views import View, viewed
from a3dav_sdk.model.api import Api, Identity
from a3dav_sdk.model.types import AnyValue, Definition, ListOf, MapOf, Nullable, Reference, Scalar, Type
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.naming.plan import Kind, Names

_OWN_FILES = {"__pycache__", "node_modules", "target"}


@dataclass(frozen=True, slots=True)
class File:
    """One that is rendered: where it goes, by which template, with what beside `api` and `package`."""

    path: str
    template: str
    context: Mapping[str, Any]


class Dialect(ABC):
    """One language. A runtime is written for a package called a3dav; `replacements` makes another name of that."""

    name: ClassVar[str]
    """As in `--language` and as the folder below generated/."""
    indent: ClassVar[str] = "    "
    width: ClassVar[int] = 100
    cases: ClassVar[Mapping[Kind, Callable[[tuple[str, ...]], str]]]
    words: ClassVar[frozenset[str]] = frozenset()
    """Reserved for every kind of name."""
    words_of: ClassVar[Mapping[Kind, frozenset[str]]] = {}
    """Reserved for one kind: members that the runtime gives its classes, for instance."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.names: Names = {}
        self.lock = Lock()
        self.definitions: dict[str, Definition] = {one.key: one for one in api.definitions}

    # Names

    def identifier(self, kind: Kind, words: tuple[str, ...]) -> str:
        """A name that begins with no digit; `numbered` makes another of it where it is taken."""
        name = self.cases[kind](words)
        return name if not name[:1].isdigit() else self.cases[kind](("n", *words))

    def numbered(self, name: str, number: int) -> str:
        """`class` is reserved: number 1; `item` is taken: number 2 and on."""
        return f"{name}_" if number == 1 else f"{name}{number}"

    def kept(self, scope: str, wished: Mapping[str, str]) -> dict[str, str]:
        """Names that follow from others, by their keys: one that was given once stays as well."""
        return self.lock.name(self.name, scope, sorted(wished.items()), self.numbered)

    def reserved(self, kind: Kind) -> frozenset[str]:
        return self.words | self.words_of.get(kind, frozenset())

    # Text that becomes code

    @abstractmethod
    def text_literal(self, value: str) -> str:
        """A string of the language that means exactly `value`, on one line."""

    def literal(self, value: object) -> str:
        if isinstance(value, str):
            return self.text_literal(value)
        if isinstance(value, bool) or value is None:
            return self.words_for(value)
        return str(value)

    def words_for(self, value: bool | None) -> str:
        return {True: "true", False: "false", None: "null"}[value]

    @abstractmethod
    def doc(self, text: str, indent: int = 0) -> str:
        """A whole comment with its line ends, or nothing for no text; nothing in `text` can end it."""

    def wrapped(self, text: str, prefix: str) -> list[str]:
        """The lines of a text, none wider than the language likes, and without what moves a cursor."""
        plain = "".join(
            letter if letter in "\n\t" or letter.isprintable() else " " for letter in text.replace("\r", "\n")
        )
        room = max(40, self.width - len(prefix))
        lines: list[str] = []
        for line in _flowing(plain.expandtabs(4)):
            lines += textwrap.wrap(line, room, break_long_words=False, break_on_hyphens=False) or [""]
        while lines and not lines[-1]:
            lines.pop()
        return [(prefix + line).rstrip() for line in lines]

    # Types

    def type_of(self, found: Type) -> str:
        """How the language writes a type."""
        match found:
            case Scalar():
                return self.scalar(found)
            case AnyValue():
                return self.anything()
            case ListOf(item):
                return self.list_of(self.type_of(item))
            case MapOf(item):
                return self.map_of(self.type_of(item))
            case Nullable(of):
                return self.nullable(self.type_of(of))
            case Reference(key):
                return self.reference(key)

    def reference(self, key: str) -> str:
        return self.names["definitions", key]

    @abstractmethod
    def scalar(self, found: Scalar) -> str: ...
    @abstractmethod
    def anything(self) -> str: ...
    @abstractmethod
    def list_of(self, item: str) -> str: ...
    @abstractmethod
    def map_of(self, item: str) -> str: ...
    @abstractmethod
    def nullable(self, of: str) -> str: ...

    # Files

    @abstractmethod
    def package(self, identity: Identity) -> Mapping[str, str]:
        """The names of the package; openapi/sdk.yaml can set each of them anew."""

    @property
    def packaged(self) -> Mapping[str, str]:
        """The same as the project file has it."""
        identity = self.api.identity
        return {**self.package(identity), **identity.packages.get(self.name, {})}

    @abstractmethod
    def files(self) -> Iterator[File]:
        """What is rendered."""

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """More filters for the templates; they get what stands behind a view."""
        return {}

    @property
    def folder(self) -> Path:
        """Where templates/ and runtime/ of this language are."""
        module = sys.modules[type(self).__module__].__file__
        assert module is not None
        return Path(module).parent

    def runtime(self) -> Iterator[tuple[str, bytes]]:
        """The files of runtime/, as they are but for the names of the package."""
        root = self.folder / "runtime"
        for file in sorted(root.rglob("*")):
            parts = file.relative_to(root).parts
            if file.is_file() and not _OWN_FILES & set(parts):
                yield self.renamed("/".join(parts)), self.renamed(file.read_text("utf-8")).encode()

    def renamed(self, text: str) -> str:
        """A path or a text of the runtime for this package."""
        for old, new in self.replacements().items():
            text = text.replace(old, new)
        return text

    def replacements(self) -> Mapping[str, str]:
        return {}

    def view(self, value: Any, scope: str = "") -> Any:
        """What a template gets for a part of the model."""
        return viewed(value, self.names, scope) if not isinstance(value, View) else value


def _flowing(text: str) -> list[str]:
    """Lines that belong to one paragraph as one; lists, tables and what is indented stay as they are."""
    lines: list[str] = []
    for line in text.split("\n"):
        begins_anew = not line.strip() or line[0] in " -*|#>`0123456789" or not lines or not lines[-1]
        if begins_anew:
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
    return lines
