"""Finds installed plugins without importing them, and registers exactly the enabled ones."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Iterable
from importlib.metadata import entry_points

import pluggy

from a3dav import hookspecs
from a3dav.errors import PluginError

GROUP = "a3dav.plugins"
BUILT_IN = (
    "webdav", "principals", "locking", "authentication", "access_log", "audit", "housekeeping", "health", "metrics",
    "traces", "lan", "limits",
)  # fmt: skip


def installed() -> list[str]:
    """Names of the plugins whose distributions are installed."""
    return sorted({entry.name for entry in entry_points(group=GROUP)})


def enabled(names: Iterable[str] | None, disabled: Iterable[str]) -> list[str]:
    """The default is every plugin; `names` is an exact set, `disabled` subtracts."""
    known = [*BUILT_IN, *installed()]
    wanted = list(names) if names is not None else known
    if names is not None:
        wanted = [*(name for name in BUILT_IN if name not in wanted), *wanted]
    dropped = set(disabled)
    for name in [*wanted, *dropped]:
        if name not in known:
            raise PluginError(_missing(name, known))
    return [name for name in dict.fromkeys(wanted) if name not in dropped]


def _missing(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, 1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return f"plugin {name!r} is not installed; try: pip install a3dav-{name}{hint}"


def load(names: Iterable[str]) -> pluggy.PluginManager:
    """Imports and registers the named plugins; a hook that fits no specification is refused."""
    manager = pluggy.PluginManager("a3dav")
    manager.add_hookspecs(hookspecs)
    brought = entry_points(group=GROUP)  # a look into every distribution, and so one for all names
    for name in names:
        if name in BUILT_IN:
            _register(manager, name, importlib.import_module(f"a3dav.builtin.{name}"))
            continue
        for entry in brought.select(name=name):
            try:
                module = entry.load()
            except Exception as error:  # a stranger's module may fail in any way; the administrator reads whose
                raise PluginError(f"plugin {name!r} cannot be imported: {error}") from error
            _register(manager, name, module)
    _refuse_misspelt(manager)
    return manager


def _register(manager: pluggy.PluginManager, name: str, module: object) -> None:
    try:
        manager.register(module, name)
    except pluggy.PluginValidationError as error:
        raise PluginError(f"plugin {name!r} does not fit: {error}") from error


def _refuse_misspelt(manager: pluggy.PluginManager) -> None:
    """A function named like a hook but not marked, or marked but named otherwise, is a mistake."""
    specified = {name for name in vars(hookspecs) if name.startswith("a3dav_")}
    for name, plugin in manager.list_name_plugin():
        for attribute, value in vars(plugin).items():
            if not attribute.startswith("a3dav_") or not callable(value):
                continue
            if not hasattr(value, "a3dav_impl"):
                raise PluginError(f"plugin {name!r} has {attribute} without @hookimpl above it")
            if attribute not in specified:
                close = difflib.get_close_matches(attribute, specified, 1)
                hint = f"; did you mean {close[0]}?" if close else ""
                raise PluginError(f"plugin {name!r} has an unknown hook {attribute}{hint}")


def distribution(name: str) -> str:
    """The distribution and version that brings a plugin."""
    for entry in entry_points(group=GROUP, name=name):
        if entry.dist is not None:
            return f"{entry.dist.name} {entry.dist.version}"
    return "?"
