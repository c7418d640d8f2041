"""One language: its runtime, and what its templates make of the model, as paths and bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages.dialect import Dialect
from a3dav_sdk.languages.views import SpecText, View, bare, view_of
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.naming.plan import plan


def render(dialect: Dialect, lock: Lock, own_templates: Path | None = None) -> dict[str, bytes]:
    """Templates in `own_templates` come before those of the language."""
    dialect.lock, dialect.names = lock, plan(dialect.api, dialect, lock)
    package = {key: SpecText(value) for key, value in dialect.packaged.items()}
    environment = _environment(dialect, own_templates)
    shared = {"api": view_of(dialect.api, dialect.names), "package": package}
    files = dict(dialect.runtime())
    for file in dialect.files():
        if file.path in files:
            raise SdkError(f"{dialect.name}: {file.path} would be written twice")
        context = {key: dialect.view(value) for key, value in file.context.items()}
        text = environment.get_template(file.template).render({**shared, **context})
        files[file.path] = text.encode()
    return dict(sorted(files.items()))


def _environment(dialect: Dialect, own_templates: Path | None) -> Environment:
    folders = [own_templates / dialect.name] if own_templates else []
    # What is rendered is no HTML: views.py guards what is printed.
    environment = Environment(  # noqa: S701
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in (*folders, dialect.folder / "templates")]),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        finalize=_printable,
    )  # fmt: skip
    own: dict[str, Callable[..., Any]] = {
        "literal": dialect.literal, "doc": dialect.doc, "type": dialect.type_of, **dialect.filters(),
    }  # fmt: skip
    environment.filters.update({name: _unwrapping(function) for name, function in own.items()})
    return environment


def _unwrapping(function: Callable[..., Any]) -> Callable[..., Any]:
    def unwrapped(value: Any, *arguments: Any, **named: Any) -> Any:
        return function(bare(value), *map(bare, arguments), **named)

    return unwrapped


def _printable(value: Any) -> Any:
    if isinstance(value, (SpecText, View)) or value is None:
        raise SdkError(f"a template prints a {type(value).__name__} as it is: {getattr(value, 'raw', value)!r}")
    return value
