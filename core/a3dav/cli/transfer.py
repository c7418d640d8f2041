"""`a3dav import` and `a3dav export`."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from a3dav.administration import find_account
from a3dav.cli.options import ACTOR, common, house_of, warn
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.house import House
from a3dav.principals import Account
from a3dav.transfer import Report, export_account, files_below, import_file


@click.command("import")
@click.argument("principal")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--collection", default="", help="Name of the collection to import into; else the default ones.")
@click.option(
    "--if-exists",
    type=click.Choice(["replace", "skip"]),
    default="replace",
    help="What becomes of objects that the collection has already, by their UID.",
)
@common
def import_files(raw: RawSettings, principal: str, paths: tuple[Path, ...], collection: str, if_exists: str) -> None:
    """Import .ics and .vcf files, folders of them, or zip files of them."""
    report = Report()
    with house_of(raw) as house:
        account = find_account(house, principal)
        files = [file for path in paths for file in files_below(path, house)]
        with Progress(console=Console(stderr=True)) as progress:
            for file in progress.track(files, description="importing"):
                import_file(house, account, file, report, collection, skip=if_exists == "skip")
    for place, reason in report.refused:
        click.echo(f"refused: {place}: {reason}", err=True)
    click.echo(
        f"{report.created} imported, {report.updated} updated, {report.unchanged} unchanged, "
        f"{len(report.refused)} refused"
    )
    if report.refused:
        raise SystemExit(1)


@click.command("export")
@click.argument("principal")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@common
def export_command(raw: RawSettings, principal: str, folder: Path) -> None:
    """Write an account's calendars, address books and files into a folder."""
    with house_of(raw) as house:
        count = export_to(house, find_account(house, principal), folder)
    click.echo(f"{count} files written to {folder}")


def export_to(house: House, account: Account, folder: Path) -> int:
    try:
        if folder.exists() and any(folder.iterdir()):
            raise A3davError(f"{folder} is not empty; name a new folder")
        _record(house, account)
        return export_account(house, account, folder)
    except OSError as error:
        place = error.filename or folder
        raise A3davError(f"{place} cannot be written: {error.strerror}; name another folder") from error


def _record(house: House, account: Account) -> None:
    """An export also saves data from a store that cannot be written any more."""
    try:
        house.transact(ACTOR, lambda tx: tx.audit("exported", account=account))
    except A3davError as error:
        warn(f"the audit trail has no row of this export: {error}")
