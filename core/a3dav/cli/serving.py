"""`a3dav serve` and `a3dav tasks`."""

from __future__ import annotations

import signal
import threading
from pathlib import Path

import click

from a3dav.assembly import open_house
from a3dav.cli.options import ACTOR, common, settings, warn
from a3dav.config import RawSettings
from a3dav.house import House
from a3dav.logs import set_up_logging
from a3dav.passwords import hash_password, new_password
from a3dav.principals import Account, Role
from a3dav.processes import end_with_parent
from a3dav.provisioning import provision
from a3dav.storage.transaction import Transaction
from a3dav.supervisor import lock_data_dir, refuse_unusable_address, run
from a3dav.tasks import run_tasks


@click.command()
@click.option("--config", "config_file", type=click.Path(dir_okay=False, path_type=Path), help="Configuration file.")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--workers", type=click.IntRange(0, 256), help="Worker processes; 0 is one per core.")
@click.option("--data-dir", type=click.Path(file_okay=False), help="Data directory.")
def serve(
    config_file: Path | None, host: str | None, port: int | None, workers: int | None, data_dir: str | None
) -> None:
    """Run the server, on SQLite and without any configuration if there is none."""
    wanted = {"host": host, "port": port, "workers": workers, "data_dir": data_dir}
    overrides: dict[str, object] = {f"server.{k}": v for k, v in wanted.items() if v is not None}
    raw = settings(config_file, overrides)
    set_up_logging(raw.core.logging)
    lock = lock_data_dir(Path(raw.core.server.data_dir))
    refuse_unusable_address(raw.core.server.host, raw.core.server.port)
    house = open_house(raw, prepare=True, patient=True, say=warn)
    welcome = _first_start(house)
    house.close()
    address = _address(raw)
    run(raw, lambda: click.echo(welcome + _ready(address)))
    del lock


def _address(raw: RawSettings) -> str:
    server = raw.core.server
    if server.public_url:
        return server.public_url.rstrip("/")
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(server.host, server.host)  # noqa: S104 - only shown
    return f"http://{host}:{server.port}"


def _first_start(house: House) -> str:
    """Makes the first administrator of an empty store; its password is shown this once."""
    if house.store.accounts.all("user") or house.settings.auth.trusted_header:
        return ""
    password = new_password()
    hashed = hash_password(password)

    def work(tx: Transaction) -> None:
        account = tx.store.accounts.create(Account(b"", "user", "admin", "Administrator", role=Role.ADMIN))
        tx.store.accounts.set_password_hash(account.id, hashed)
        provision(tx, house, account)
        tx.audit("account-created")

    house.transact(ACTOR, work)
    return (
        "A first account was made. Its password is shown only now:\n\n"
        f"    name      admin\n    password  {password}\n\n"
        "Change it with: a3dav user passwd admin\n\n"
    )


def _ready(address: str) -> str:
    return (
        f"a3dav serves at {address}/\n\n"
        f"    Apple        Settings > Calendar (Contacts) > Add Account > Other > CalDAV (CardDAV), server {address}\n"
        f"    DAVx5        Login with URL and user name: {address}/\n"
        f"    Thunderbird  New calendar > On the network: user name and {address}/\n"
        f"    Files        {address}/files/NAME/\n\n"
        "More accounts: a3dav user add NAME\n"
    )


@click.command()
@click.option("--parent", type=int, hidden=True, help="The process to end with.")
@common
def tasks(raw: RawSettings, parent: int | None) -> None:
    """Run periodic work; `serve` starts this by itself."""
    if parent is not None:
        end_with_parent(parent)
    set_up_logging(raw.core.logging)
    house = open_house(raw, patient=True, say=warn)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        run_tasks(house, stop)
    finally:
        house.close()
