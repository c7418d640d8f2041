"""Reference pages made from the code: `python -m a3dav.cli.page commands` (or `settings`, or `metrics`)."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from a3dav import plugins
from a3dav.cli import complete
from a3dav.config.page import settings_page as page_of
from a3dav.registries import MetricRegistry, SettingsRegistry

HEAD = """\
# Command line

Made from the commands by `python -m a3dav.cli.page commands`.

Every command takes `--config FILE` and `--data-dir FOLDER`. What a person can mend is refused in one sentence with
status 1; a command that was not understood ends with status 2.
"""

METRICS_HEAD = """\
# Metrics

Made from the code by `python -m a3dav.cli.page metrics`.

[Watch a server](../how-to/watch.md) tells how they are read, and
which of them should wake somebody.
"""


def commands_page() -> str:
    return "\n".join([HEAD, *_sections(complete(), "a3dav")])


def _sections(command: click.Command, path: str) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _sections(command.commands[name], f"{path} {name}")
        return
    arguments = " ".join(
        p.make_metavar(click.Context(command)) for p in command.params if isinstance(p, click.Argument)
    )
    yield f"## `{' '.join(filter(None, [path, arguments]))}`\n\n{command.help}\n"
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    own = [option for option in options if option.name not in {"config_file", "data_dir"}]
    if own:
        yield "\n".join(["| option | |", "|---|---|", *map(_row, own), ""])


def _row(option: click.Option) -> str:
    kind = option.type
    choices = f" One of {', '.join(kind.choices)}." if isinstance(kind, click.Choice) else ""
    return f"| `{', '.join(option.opts)}` | {option.help or ''}{choices} |"


def settings_page() -> str:
    """Settings of the core and of every plugin that is installed."""
    sections = SettingsRegistry()
    plugins.load([*plugins.BUILT_IN, *plugins.installed()]).hook.a3dav_register_settings(registry=sections)
    return page_of(sections.sections)


def metrics_page() -> str:
    """Metrics of the core and of every plugin that is installed."""
    registry = MetricRegistry()
    plugins.load([*plugins.BUILT_IN, *plugins.installed()]).hook.a3dav_register_metrics(registry=registry)
    rows = [
        f"| `{m.name}` | {m.kind} | {', '.join(f'`{name}`' for name in m.labels)} | {m.help} |"
        for m in registry.entries
    ]
    return "\n".join([METRICS_HEAD, "| metric | kind | labels | |", "|---|---|---|---|", *rows, ""])


PAGES = {"commands": commands_page, "settings": settings_page, "metrics": metrics_page}

if __name__ == "__main__":
    print(PAGES[sys.argv[1]](), end="")
