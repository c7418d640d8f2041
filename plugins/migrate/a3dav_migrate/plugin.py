"""Plugin `migrate`: the command that moves accounts in from other servers."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.registries import CommandRegistry


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_migrate.command import migrate  # the command line is there when this is called, and nowhere else

    registry.add(migrate)
