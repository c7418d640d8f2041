"""`a3dav block`, which the plugin `limits` brings."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from rich.table import Table

from a3dav.admission.addresses import shown
from a3dav.admission.blocks import FOR_EVER
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.interventions import block_address, unblock_address


@click.group("block")
def blocks() -> None:
    """Addresses that are blocked on this host."""


@blocks.command("list")
@common
def block_list(raw: RawSettings) -> None:
    """Show the addresses that are blocked now, and why."""
    table = Table("address", "since", "until", "reason")
    with house_of(raw) as house:
        for block in sorted(house.gate.blocks.all(), key=lambda block: block.begun):
            until = "it is lifted" if block.until == FOR_EVER else _time(block.until)
            table.add_row(shown(block.number), _time(block.begun), until, block.reason)
    show(table)


@blocks.command("add")
@click.argument("address")
@click.option("--seconds", type=click.IntRange(1, 10**9), help="How long; without it until the block is lifted.")
@common
def block_add(raw: RawSettings, address: str, seconds: int | None) -> None:
    """Block an address, or an IPv6 network of 64 bits, at once."""
    with house_of(raw) as house:
        blocked = block_address(house, ACTOR, address, seconds or 0)
    click.echo(f"{blocked} is blocked")


@blocks.command("remove")
@click.argument("address")
@common
def block_remove(raw: RawSettings, address: str) -> None:
    """Lift the block of an address."""
    with house_of(raw) as house:
        lifted = unblock_address(house, ACTOR, address)
    click.echo(f"{lifted} is not blocked any more")


def _time(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S")
