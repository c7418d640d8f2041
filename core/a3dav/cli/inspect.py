"""`a3dav check`, `a3dav plugins` and `a3dav config show`."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from a3dav import plugins
from a3dav.assembly import furnish
from a3dav.checks import Finding, findings, mended
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.discovery import dns_records
from a3dav.house import House


@click.command()
@click.option("--domain", default="", help="Print the DNS records that lead clients of this domain here.")
@click.option("--deep", is_flag=True, help="Read every body and compare it with its ETag.")
@click.option("--repair", is_flag=True, help="Mend what can be mended, and say what was done; the server may run.")
@common
def check(raw: RawSettings, domain: str, deep: bool, repair: bool) -> None:
    """Look over configuration, store and file system; exit status 1 when something is wrong."""
    with house_of(raw) as house, Console(stderr=True).status("looking"):
        outcomes = [_told(house, finding, repair=repair) for finding in findings(house, deep=deep)]
    click.echo("\nDNS records for clients that only know a mail address (RFC 6764):")
    for record in dns_records(raw.core, domain or "example.org"):
        click.echo(f"    {record}")
    if not raw.core.server.public_url:
        click.echo("They name what this server listens to; set server.public_url to the address that clients use.")
    if not all(outcomes):
        raise SystemExit(1)


def _told(house: House, finding: Finding, *, repair: bool) -> bool:
    """Prints a finding and what came of mending it; False when something stays wrong."""
    click.echo(f"{'ok   ' if finding.ok else 'WRONG'} {finding.text}")
    if finding.ok or not repair or finding.mend is None:
        return finding.ok
    outcomes = list(mended(house, ACTOR, finding.mend))
    for outcome in outcomes:
        click.echo(f"    {'done' if outcome.done else 'LEFT'} {outcome.text}")
    return all(outcome.done for outcome in outcomes)


@click.command("plugins")
@common
def list_plugins(raw: RawSettings) -> None:
    """Show which plugins are installed and which run."""
    core = raw.core
    running = plugins.enabled(core.plugins.enabled, core.plugins.disabled)
    table = Table("plugin", "state", "from")
    for name in [*plugins.BUILT_IN, *plugins.installed()]:
        source = "built in" if name in plugins.BUILT_IN else plugins.distribution(name)
        table.add_row(name, "enabled" if name in running else "disabled", source)
    show(table)


@click.group()
def config() -> None:
    """The configuration."""


@config.command("show")
@common
def config_show(raw: RawSettings) -> None:
    """Show the effective settings and where each comes from; secrets are masked."""
    house = furnish(raw)
    table = Table("key", "value", "from")
    for row in house.configured():
        table.add_row(row.key, row.value, row.origin)
    show(table)
