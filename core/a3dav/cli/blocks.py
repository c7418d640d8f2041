"""`a3dav block`, which the plugin `limits` brings."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import IPv6Network, ip_address, ip_network

import click
from rich.table import Table

from a3dav.admission.addresses import NOBODY, number_of, shown
from a3dav.admission.blocks import FOR_EVER
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.house import House

CUSTOMER = 64


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
        number = _number(address)
        if house.gate.clients.is_exempt(address.partition("/")[0]):
            raise A3davError(f"{address} is in security.allow_list, or is a trusted proxy, and is never blocked")
        house.gate.blocks.add(number, seconds or 0, "an administrator")
        _audit(house, "block-added")
    click.echo(f"{shown(number)} is blocked")


@blocks.command("remove")
@click.argument("address")
@common
def block_remove(raw: RawSettings, address: str) -> None:
    """Lift the block of an address."""
    with house_of(raw) as house:
        number = _number(address)
        if not house.gate.blocks.remove(number):
            raise A3davError(f"{shown(number)} is not blocked; see: a3dav block list")
        _audit(house, "block-removed")
    click.echo(f"{shown(number)} is not blocked any more")


def _audit(house: House, action: str) -> None:
    """A row without the address, which is personal; the log of the security has it where a block was made by itself."""
    house.transact(ACTOR, lambda tx: tx.audit(action))


def _number(text: str) -> int:
    """The number of an address, or of the network of one customer."""
    try:
        if "/" in text:
            network = ip_network(text, strict=False)
            whole = CUSTOMER if isinstance(network, IPv6Network) else network.max_prefixlen
            number = number_of(network.network_address) if network.prefixlen == whole else NOBODY
        else:
            number = number_of(ip_address(text))
    except ValueError:
        number = NOBODY
    if number == NOBODY:
        raise A3davError(f"{text!r} is neither an address nor an IPv6 network of 64 bits, such as 2001:db8:1:2::/64")
    return number


def _time(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S")
