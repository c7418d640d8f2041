"""`a3dav scheduling`."""

from __future__ import annotations

import click

from a3dav_scheduling.mail.command import mails


@click.group()
def scheduling() -> None:
    """Invitations and answers between people."""


scheduling.add_command(mails)
