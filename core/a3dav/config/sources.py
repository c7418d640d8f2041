"""Where settings come from: a file, the environment, the command line; each value keeps its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from a3dav.config.formats import FORMATS, Lines, UnreadableError, parse
from a3dav.config.values import shown
from a3dav.errors import ConfigError

FOLDERS = (Path(), Path("/etc/a3dav"))
PREFIX = "A3DAV_"
MAX_BYTES = 256 * 1024
MAX_SETTINGS = 2000
_LONGEST_PRINTED = 128
DEEPEST = 4
"""One level below plugins.NAME.key, so that a table in its place is seen; deeper ones are not opened."""


class Source(StrEnum):
    FILE = "file"
    ENVIRONMENT = "environment"
    COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Entry:
    """A value as it was written; an empty table is an entry too."""

    path: tuple[str, ...]
    value: object
    source: Source
    place: str

    @property
    def origin(self) -> str:
        return f"{self.source} {self.place}"

    @property
    def is_text(self) -> bool:
        """Whether a number or a list has to be read out of a text."""
        return self.source is not Source.FILE and isinstance(self.value, str)


def find_file(named: Path | None, environ: Mapping[str, str], folders: Sequence[Path] = FOLDERS) -> Path | None:
    """The file named on the command line, else by A3DAV_CONFIG, else a3dav.* of the first folder with one."""
    if named is not None:
        return named
    if environ.get("A3DAV_CONFIG"):
        return Path(environ["A3DAV_CONFIG"])
    for folder in folders:
        found = [folder / f"a3dav{suffix}" for suffix in FORMATS if (folder / f"a3dav{suffix}").is_file()]
        if len(found) > 1:
            names = " and ".join(str(path) for path in found)
            raise ConfigError(f"{names} are both here; keep one of them or choose with --config")
        if found:
            return found[0]
    return None


def file_entries(path: Path) -> list[Entry]:
    if path.suffix not in FORMATS:
        endings = ", ".join(FORMATS)
        raise ConfigError(f"file {path}: the format is told by the name, which must end in one of {endings}")
    text = _text_of(path)
    try:
        tree, lines = parse(path.suffix, text)
        entries = list(_leaves(tree, (), path, lines))
    except UnreadableError as error:
        line = f":{error.line}" if error.line else ""
        raise ConfigError(f"file {path}{line}: {error.why}") from None
    if len(entries) > MAX_SETTINGS:
        raise ConfigError(f"file {path}: holds more than {MAX_SETTINGS} settings; it is no configuration")
    return entries


def _text_of(path: Path) -> str:
    try:
        text = bounded_text(path)
    except FileNotFoundError:
        raise ConfigError(f"file {path}: does not exist; create it or correct the name") from None
    except OSError as error:
        raise ConfigError(f"file {path}: cannot be read ({error.strerror}); check its permissions") from None
    except ValueError as error:
        raise ConfigError(f"file {path}: {error}") from None
    return text.removeprefix("\ufeff")


def bounded_text(path: Path) -> str:
    """Reads a small UTF-8 file; raises OSError, or ValueError with a sentence."""
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError(f"is larger than {MAX_BYTES} bytes; name another file")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"is not UTF-8 text in line {line}; save it as UTF-8") from None


def _leaves(tree: Mapping[str, object], path: tuple[str, ...], file: Path, lines: Lines) -> Iterator[Entry]:
    for name, value in tree.items():
        inner = (*path, name)
        if isinstance(value, Mapping) and value and len(inner) < DEEPEST:
            yield from _leaves(value, inner, file, lines)
        else:
            line = next((lines[inner[:n]] for n in range(len(inner), 0, -1) if inner[:n] in lines), 0)
            yield Entry(inner, value, Source.FILE, f"{file}:{line}" if line else str(file))


def environment_entries(environ: Mapping[str, str]) -> list[Entry]:
    """Settings have a double underscore; a cluster sets A3DAV_PORT for a service called a3dav."""
    return [
        Entry(tuple(name.removeprefix(PREFIX).lower().split("__")), environ[name], Source.ENVIRONMENT, printable(name))
        for name in sorted(environ)
        if name.startswith(PREFIX) and "__" in name
    ]


def printable(name: str) -> str:
    """The name as a terminal may show it."""
    return name if name.isprintable() and len(name) <= _LONGEST_PRINTED else shown(name)


def command_line_entries(overrides: Mapping[str, object]) -> list[Entry]:
    """Options that were not given are None."""
    return [
        Entry(tuple(key.split(".")), value, Source.COMMAND_LINE, key)
        for key, value in overrides.items()
        if value is not None
    ]
