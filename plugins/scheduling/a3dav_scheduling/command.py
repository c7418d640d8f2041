"""`a3dav scheduling`."""

from __future__ import annotations

import click

from a3dav_scheduling.mail.command import mails
from a3dav_scheduling.rooms.command import mode, modes


@click.group()
def scheduling() -> None:
    """Invitations and answers between people."""


for command in (mails, mode, modes):
    scheduling.add_command(command)
