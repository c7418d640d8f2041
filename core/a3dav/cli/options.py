"""Options that every command takes, and the house they lead to."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from a3dav import plugins
from a3dav.assembly import open_house
from a3dav.config import RawSettings, read
from a3dav.house import House
from a3dav.logs.setup import log_command
from a3dav.processes import os_user
from a3dav.registries import CommandRegistry
from a3dav.storage.transaction import Actor

ACTOR = Actor(method="command-line", os_user=os_user())
PRINTED_WIDTH = 240
_SPAN = re.compile(r"(\d{1,6})([smhdw])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def common(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --config and --data-dir; the command gets `raw` settings in their place."""

    @click.option(
        "--config", "config_file", type=click.Path(dir_okay=False, path_type=Path), help="Configuration file."
    )
    @click.option("--data-dir", type=click.Path(file_okay=False), help="Data directory, over the configuration.")
    @wraps(function)
    def command(config_file: Path | None, data_dir: str | None, **arguments: Any) -> Any:
        overrides: dict[str, object] = {"server.data_dir": data_dir} if data_dir else {}
        return function(raw=settings(config_file, overrides), **arguments)

    return command


def moment(text: str) -> int:
    """Milliseconds since 1970 of a date, a time with or without zone, or a span before now: 90m, 2h, 3d."""
    try:
        if match := _SPAN.fullmatch(text):
            when = datetime.now(UTC) - timedelta(**{_UNITS[match[2]]: int(match[1])})
        else:
            when = datetime.fromisoformat(text)
        return max(0, int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() * 1000))
    except (ValueError, OverflowError) as error:
        cure = "write 2026-07-01, 2026-07-01T12:00 (UTC), 90m, 2h or 3d"
        raise click.BadParameter(f"{text!r} is no time; {cure}") from error


def settings(config_file: Path | None, overrides: dict[str, object]) -> RawSettings:
    """Reads the configuration, and hands it on to child processes by environment."""
    if config_file is not None:
        os.environ["A3DAV_CONFIG"] = str(config_file.resolve())
    for key, value in overrides.items():
        section, _, name = key.partition(".")
        os.environ[f"A3DAV_{section.upper()}__{name.upper()}"] = str(value)
    return read(config_file, os.environ, overrides)


def warn(text: str) -> None:
    click.echo(text, err=True)


def show(table: Table) -> None:
    """Prints a table as wide as the terminal, or as wide as it needs where no person looks."""
    Console(width=None if sys.stdout.isatty() else PRINTED_WIDTH).print(table)


@contextmanager
def house_of(raw: RawSettings) -> Iterator[House]:
    """An open house for one command; a store is made where there is none, and never upgraded."""
    log_command(raw.core.logging)
    house = open_house(raw, prepare_empty=True, say=warn)
    try:
        yield house
    finally:
        house.close()


def plugin_commands() -> list[click.Command]:
    """Commands of the plugins that the configuration of this call enables; none where it is broken."""
    registry = CommandRegistry()
    try:
        core = read(_config_argument(), os.environ).core
        names = plugins.enabled(core.plugins.enabled, core.plugins.disabled)
        plugins.load(names).hook.a3dav_register_commands(registry=registry)
    except Exception:
        return []
    return registry.entries


def _config_argument() -> Path | None:
    for position, argument in enumerate(sys.argv):
        if argument == "--config" and position + 1 < len(sys.argv):
            return Path(sys.argv[position + 1])
        if argument.startswith("--config="):
            return Path(argument.removeprefix("--config="))
    return None
