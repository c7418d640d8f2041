"""Reading the configuration in two steps: the core first, each plugin's section once the plugin is loaded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from a3dav.config.fields import Setting, settings_of
from a3dav.config.model import CORE_SECTIONS, MOVED, CoreSettings, PluginsSettings
from a3dav.config.sections import Problems, Section, read_section, suggestion
from a3dav.config.sources import (
    FOLDERS,
    Entry,
    command_line_entries,
    environment_entries,
    file_entries,
    find_file,
    printable,
)

T = TypeVar("T")

MASK = "********"
TOP_SECTIONS = [name for name in CORE_SECTIONS if "." not in name]


@dataclass(frozen=True, slots=True)
class RawSettings:
    """The checked settings of the core, and the entries that plugins will check."""

    core: CoreSettings
    file: Path | None
    sections: Mapping[str, Section[Any]]
    plugin_entries: Sequence[Entry]

    def section(self, name: str, kind: type[T], problems: Problems, declared: Collection[str] = ()) -> Section[T]:
        """The settings of one section of plugins with their origins; adds to the problems.

        Of the `declared` names those below this one, such as "scheduling.mail", keep their entries to themselves.
        """
        own, inner = name.split("."), [other.split(".") for other in declared if other.startswith(f"{name}.")]
        entries = [
            entry
            for entry in self.plugin_entries
            if _is_in(entry, own) and not any(_is_in(entry, deeper) for deeper in inner)
        ]
        return read_section(kind, f"plugins.{name}", entries, problems)

    def plugin(self, name: str, kind: type[T]) -> T:
        """The settings of one plugin."""
        problems = Problems()
        section = self.section(name, kind, problems)
        problems.refuse()
        return section.values

    def plugins(self, sections: Mapping[str, type[Any]], known: Collection[str]) -> dict[str, Any]:
        """The settings of the loaded plugins, checked together; `known` names the installed ones."""
        problems = Problems()
        values = {name: self.section(name, kind, problems, sections).values for name, kind in sections.items()}
        self._leftovers(known, problems)
        problems.refuse()
        return values

    def _leftovers(self, known: Collection[str], problems: Problems) -> None:
        listed = self.sections["plugins"]
        named = {name: listed.origin("disabled") for name in self.core.plugins.disabled}
        named |= {name: listed.origin("enabled") for name in self.core.plugins.enabled or ()}
        named |= {entry.path[1]: entry.origin for entry in reversed(self.plugin_entries)}
        for name, origin in named.items():
            if name not in known:
                cure = suggestion(name, known, "", f"install a3dav-{printable(name)} or remove the name")
                problems.add(origin, f"the plugin {printable(name)} is not installed; {cure}")


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    value: str
    origin: str


def read(
    path: Path | None,
    environ: Mapping[str, str],
    overrides: Mapping[str, object] | None = None,
    *,
    folders: Sequence[Path] = FOLDERS,
) -> RawSettings:
    """Settings of the command line over the environment over the file over the defaults.

    `path` is the file given with --config; `overrides` maps keys such as "server.port" to values,
    None for an option that was not given. Raises ConfigError with one line a problem.
    """
    file = find_file(path, environ, folders)
    entries = [
        *(file_entries(file) if file else []),
        *environment_entries(environ),
        *command_line_entries(overrides or {}),
    ]
    problems = Problems()
    _refuse_unknown_sections(entries, problems)
    sections: dict[str, Section[Any]] = {}
    for name, kind in CORE_SECTIONS.items():
        own = [entry for entry in entries if _section_of(entry) == name]
        sections[name] = read_section(kind, name, own, problems, MOVED)
    problems.refuse()
    core = CoreSettings(**{name.replace(".", "_"): section.values for name, section in sections.items()})
    return RawSettings(core, file, sections, [entry for entry in entries if _belongs_to_a_plugin(entry)])


def _refuse_unknown_sections(entries: Sequence[Entry], problems: Problems) -> None:
    unknown = {entry.path[0]: entry for entry in reversed(entries) if entry.path[0] not in TOP_SECTIONS}
    for name, first in reversed(unknown.items()):
        cure = suggestion(name, TOP_SECTIONS, "", f"the sections are {', '.join(TOP_SECTIONS)}")
        problems.add(first.origin, f"{printable(name)} is not a section; {cure}")


def _section_of(entry: Entry) -> str:
    """The core's section an entry stands in: the nested one where there is one; none for a plugin's."""
    if _belongs_to_a_plugin(entry):
        return ""
    nested = ".".join(entry.path[:2])
    return nested if nested in CORE_SECTIONS else entry.path[0]


def _is_in(entry: Entry, names: Sequence[str]) -> bool:
    """Whether an entry stands in the section of plugins that has these names."""
    return list(entry.path[1 : 1 + len(names)]) == list(names)


def _belongs_to_a_plugin(entry: Entry) -> bool:
    section, *inner = entry.path
    if section != "plugins" or not inner or inner[0] in settings_of(PluginsSettings):
        return False
    return len(inner) > 1 or entry.value in ({}, None)


def effective(raw: RawSettings, sections: Mapping[str, type[Any]]) -> list[Row]:
    """Every setting of the core and of these plugins with the value in force and where it came from."""
    problems = Problems()
    read_sections: dict[str, Section[Any]] = dict(raw.sections)
    for name, kind in sections.items():
        read_sections[f"plugins.{name}"] = raw.section(name, kind, problems, sections)
    problems.refuse()
    return [
        Row(f"{name}.{key}", _printed(setting, getattr(section.values, key)), section.origin(key))
        for name, section in read_sections.items()
        for key, setting in settings_of(type(section.values)).items()
    ]


def _printed(setting: Setting, value: object) -> str:
    if setting.secret and value:
        return MASK
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
