"""The command `a3dav`; every error a person can mend is one sentence and exit status 1."""

from __future__ import annotations

import sys

import click

from a3dav import __version__
from a3dav.cli.accounts import app_password, group, user
from a3dav.cli.audit import audit
from a3dav.cli.backup import backup_command, restore_command
from a3dav.cli.inspect import check, config, list_plugins
from a3dav.cli.options import plugin_commands
from a3dav.cli.outbox import outbox
from a3dav.cli.serving import reload_command, serve, tasks
from a3dav.cli.tokens import token
from a3dav.cli.transfer import export_command, import_files
from a3dav.cli.upkeep import database, reindex
from a3dav.errors import A3davError
from a3dav.faults import disk_fault, told


class Commands(click.Group):
    """The commands of the server, and those of plugins where one of them may be meant: a server needs none of these."""

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        return super().get_command(context, name) or self.complete().commands.get(name)

    def list_commands(self, context: click.Context) -> list[str]:
        return click.Group.list_commands(self.complete(), context)

    def complete(self) -> click.Group:
        for entry in plugin_commands():
            self.add_command(entry)
        return self


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="a3dav")
def command() -> None:
    """A WebDAV, CalDAV and CardDAV server."""


for entry in (
    serve, reload_command, tasks, check, list_plugins, config, user, group, app_password, token, import_files,
    export_command, backup_command, restore_command, database, reindex, audit, outbox,
):  # fmt: skip
    command.add_command(entry)


def complete() -> click.Group:
    """The command with those that plugins bring."""
    return command.complete()


def main() -> None:
    try:
        command(prog_name="a3dav")
    except (A3davError, OSError) as error:
        fault = error if isinstance(error, A3davError) else disk_fault(error)
        if fault is None:
            raise
        click.echo(f"a3dav: {told(fault)}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
