"""What Rust decides: names, literals, doc comments, types, and which files a crate has."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from a3dav_sdk.languages.dialect import Dialect, File
from a3dav_sdk.languages.rust.calls import Calls
from a3dav_sdk.languages.rust.documenting import documented
from a3dav_sdk.languages.rust.formatting import built, signature
from a3dav_sdk.languages.rust.members import Members
from a3dav_sdk.languages.views import SpecText
from a3dav_sdk.model.api import DavCondition, DavProperty, Identity, Service
from a3dav_sdk.model.types import Definition, Scalar
from a3dav_sdk.naming.plan import Kind
from a3dav_sdk.naming.words import pascal, screaming, snake, words_of


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KEYWORDS = _set(
    "as async await break const continue crate dyn else enum extern false fn for gen if impl in let loop match mod "
    "move mut pub ref return self static struct super trait true type union unsafe use where while abstract become "
    "box do final macro override priv try typeof unsized virtual yield macro_rules raw safe"
)
_TYPES = _set(
    "Self Box Option Some None Result Ok Err String Vec Default Into From BTreeMap Json JsonError Map Value Parts "
    "Patch Timestamp Upload Clone Copy Debug Eq Hash Ord PartialEq PartialOrd Drop Fn FnMut FnOnce Iterator Send Sync "
    "Sized ToOwned ToString AsRef"
)
_OF_CALLS = _set(
    "answer body call cancelled_by core events events_after header items new pages request_id retries send timeout "
    "idempotency_key on_response ask "
    "into_parts put_accept put_body put_class put_cookie put_form put_header put_json put_parts put_path put_query "
    "put_querystring put_variable put_safe change partial into_call"
)
_SCALARS = {"text": "String", "integer": "i64", "number": "f64", "boolean": "bool", "bytes": "Upload"}


class Rust(Members, Calls, Dialect):
    name = "rust"
    cases: ClassVar[Mapping[Kind, Callable[[tuple[str, ...]], str]]] = {
        Kind.TYPE: pascal, Kind.FIELD: snake, Kind.VALUE: pascal, Kind.SERVICE: snake, Kind.CALL: snake,
        Kind.PARAMETER: snake, Kind.CONSTANT: screaming,
    }  # fmt: skip
    words = _KEYWORDS
    words_of: ClassVar[Mapping[Kind, frozenset[str]]] = {
        Kind.TYPE: _TYPES | {"Unknown"},
        Kind.FIELD: frozenset({"extra", "new", "parts", "default"}),
        Kind.VALUE: frozenset({"Self", "Unknown"}),
        Kind.SERVICE: frozenset({"client", "dav", "from_env", "graphql", "models", "new", "runtime", "services"}),
        Kind.CALL: frozenset({"core", "fmt"}),
        Kind.PARAMETER: _OF_CALLS,
    }

    def text_literal(self, value: str) -> str:
        return '"' + "".join(map(_letter, value)) + '"'

    def doc(self, text: str, indent: int = 0, inner: bool = False) -> str:
        """Lines that begin with `///`. Neither links nor HTML nor blocks of code reach the documentation."""
        prefix = " " * indent + ("//! " if inner else "/// ")
        return "".join(f"{line}\n" for line in self.wrapped(documented(text), prefix))

    def scalar(self, found: Scalar) -> str:
        if found.kind == "text" and found.format == "date-time":
            return "Timestamp"
        return "u64" if found.kind == "integer" and found.format == "uint64" else _SCALARS[found.kind]

    def anything(self) -> str:
        return "Value"

    def list_of(self, item: str) -> str:
        return f"Vec<{item}>"

    def map_of(self, item: str) -> str:
        return "Map" if item == "Value" else f"BTreeMap<String, {item}>"

    def nullable(self, of: str) -> str:
        return f"Option<{of}>"

    def package(self, identity: Identity) -> Mapping[str, str]:
        return {"crate": f"{identity.name}-client".replace("_", "-")}

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "inner_doc": lambda text: self.doc(text, inner=True), "toml": _toml, "plain": _plain,
            "module": lambda crate: re.sub(r"\W", "_", crate),
            "request_line": lambda call: f"`{_plain(call.method)} {_code(call.path)}`",
            "spoken": lambda key: " ".join(words_of(key)), "named": self.named, "accessor": self.accessor,
            "titled": lambda name: _pascal(name.lower()), **self.filters_of_members(), **self.filters_of_calls(),
        }  # fmt: skip

    def files(self) -> Iterator[File]:
        modules: defaultdict[str, list[Definition]] = defaultdict(list)
        for one in self.api.definitions:
            modules[_module(one.home)].append(one)
        for module, definitions in sorted(modules.items()):
            context = {"definitions": [self.view(one, "definitions") for one in definitions]}
            yield File(f"src/models/{module}.rs", "models.rs.j2", {**context, **self.imports(definitions)})
        yield File("src/models/mod.rs", "models_mod.rs.j2", {"modules": sorted(modules)})
        for service in self.api.services:
            view = self.view(service, "services")
            yield File(f"src/services/{view.name}.rs", "service.rs.j2", {"service": view})
        for path, template in _ALONE.items():
            yield File(path, template, self.about)
        if self.api.graph:
            yield File("src/graphql.rs", "graphql.rs.j2", {})
        if self.api.webhooks:
            yield File("src/webhooks.rs", "webhooks.rs.j2", {})
        if self.api.problems:
            yield File("src/problems.rs", "problems.rs.j2", {})

    @property
    def about(self) -> dict[str, Any]:
        identity = self.api.identity
        name = screaming(words_of(identity.name))
        told = {
            "about": identity.summary or f"A client of {identity.title}.",
            "url_variable": f"{name}_URL", "token_variable": f"{name}_TOKEN",
            "from_environment": f"Makes a client for the address in {name}_URL with the token in {name}_TOKEN.",
        }  # fmt: skip
        calls = {call.key for service in self.api.services for call in service.calls}
        return {**{key: SpecText(text) for key, text in told.items()}, "calls": calls}

    def named(self, one: DavProperty | DavCondition, scope: str) -> str:
        """A constant for a name of DAV."""
        arguments = [self.literal(one.namespace), self.literal(one.local)]
        return built(f"pub const {self.names[scope, one.key]}: Name", "Name::new", arguments, 4)

    def accessor(self, service: Service) -> str:
        name, kind = self.names["services", service.key], self.names["services types", service.key]
        return signature(f"pub fn {name}", ["&self"], f"services::{kind}", 4)

    def replacements(self) -> Mapping[str, str]:
        return {"a3dav-client": self.packaged["crate"], "a3dav_client": self.packaged["crate"].replace("-", "_")}


_ALONE: dict[str, str] = {
    "Cargo.toml": "Cargo.toml.j2", "CHANGELOG.md": "CHANGELOG.md.j2", "README.md": "README.md.j2",
    "src/lib.rs": "lib.rs.j2", "src/client.rs": "client.rs.j2", "src/dav.rs": "dav.rs.j2",
    "src/services/mod.rs": "services_mod.rs.j2",
}  # fmt: skip

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


def _letter(letter: str) -> str:
    if "\ud800" <= letter <= "\udfff":
        return "\\u{fffd}"
    return _ESCAPES.get(letter) or (letter if letter.isprintable() else f"\\u{{{ord(letter):x}}}")


def _toml(text: str) -> str:
    """A basic string of TOML."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return json.dumps(plain, ensure_ascii=False)


def _plain(text: str) -> str:
    """Text in Markdown that is nothing but text, on one line."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", " ".join(plain.split()))


def _code(text: str) -> str:
    """Text in a span of code in a table of Markdown."""
    return "".join(letter for letter in text if letter.isprintable() and letter not in "`|")


def _module(home: str) -> str:
    """A file for the definitions of one component or service; never a word of the language."""
    name = snake(words_of(home))
    return f"{name}_" if name in _KEYWORDS or name == "mod" or name[:1].isdigit() else name


def _pascal(name: str) -> str:
    """`list_all` → `ListAll`."""
    return pascal(tuple(part for part in name.split("_") if part))
