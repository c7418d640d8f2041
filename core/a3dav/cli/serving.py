"""`a3dav serve` and `a3dav tasks`."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from a3dav.assembly import open_house
from a3dav.cli.options import ACTOR, common, settings, warn
from a3dav.config import RawSettings
from a3dav.house import House
from a3dav.lan.names import addresses
from a3dav.logs.setup import set_up_logging
from a3dav.passwords import hash_password, new_password
from a3dav.principals import Account, Role
from a3dav.provisioning import provision
from a3dav.storage.transaction import Transaction
from a3dav.supervisor.certificates import certificate_of
from a3dav.supervisor.serving import run
from a3dav.supervisor.sockets import refuse_unusable_address
from a3dav.supervisor.startup import lock_data_dir, process_of_server
from a3dav.supervisor.succession import REHEARSAL, Succession
from a3dav.supervisor.tasks_process import serve_tasks

EVERYWHERE = "0.0.0.0"  # noqa: S104 - asked for by --lan, else only compared


@click.command()
@click.option("--config", "config_file", type=click.Path(dir_okay=False, path_type=Path), help="Configuration file.")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--workers", type=click.IntRange(0, 256), help="Worker processes; 0 is one per core.")
@click.option("--data-dir", type=click.Path(file_okay=False), help="Data directory.")
@click.option("--lan", is_flag=True, default=None, help="Serve the home network over TLS, by a certificate made here.")
@click.option(REHEARSAL, is_flag=True, hidden=True, help="Only find out whether a running server could become this.")
def serve(
    config_file: Path | None, host: str | None, port: int | None, workers: int | None, data_dir: str | None,
    lan: bool | None, rehearse: bool,
) -> None:  # fmt: skip
    """Run the server, on SQLite and without any configuration if there is none."""
    left = Succession.taken(os.environ)
    try:
        begin = _prepared(config_file, host, port, workers, data_dir, lan, left)
    except Exception as error:  # whatever it is, workers of before serve and must not be left alone
        if left is None or rehearse:
            raise
        left.try_again(error)
    if not rehearse:
        begin()


def _prepared(
    config_file: Path | None, host: str | None, port: int | None, workers: int | None, data_dir: str | None,
    lan: bool | None, left: Succession | None,
) -> Callable[[], None]:  # fmt: skip
    """What serves, when everything was found to be in order; `left` is what the program before a reload left."""
    if lan and host is None:
        host = EVERYWHERE
    given = {
        "server.host": host, "server.port": port, "server.data_dir": data_dir, "server.lan": lan,
        "async_pool.workers": workers,
    }  # fmt: skip
    overrides: dict[str, object] = {key: value for key, value in given.items() if value is not None}
    raw = settings(config_file, overrides)
    set_up_logging(raw.core.logging)
    server = raw.core.server
    if left:
        left.refuse_another_store(server)
    lock = left.lock if left else lock_data_dir(Path(server.data_dir))
    if not left or not left.listens_at(server):
        refuse_unusable_address(server.host, server.port)
    certificate = certificate_of(raw.core)
    house = open_house(raw, prepare=True, patient=True, say=warn)
    welcome = _first_start(house)
    house.close()
    told = f"the server was reloaded and serves at {_address(raw)}/" if left else _ready(raw)
    return partial(run, raw, certificate, lock, left, lambda: click.echo(welcome + told))


def _address(raw: RawSettings) -> str:
    server = raw.core.server
    if server.public_url:
        return server.public_url.rstrip("/")
    host = {EVERYWHERE: "127.0.0.1", "::": "[::1]"}.get(server.host, server.host)
    if server.lan:
        host = str(addresses()[0])
    return f"{'https' if server.lan or raw.core.server_tls.certificate else 'http'}://{host}:{server.port}"


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
        tx.audit("account-created", account=account)

    house.transact(ACTOR, work)
    return (
        "A first account was made. Its password is shown only now:\n\n"
        f"    name      admin\n    password  {password}\n\n"
        "Change it with: a3dav user passwd admin\n\n"
    )


def _ready(raw: RawSettings) -> str:
    address = _address(raw)
    return (
        f"a3dav serves at {address}/\n\n"
        f"    Apple        Settings > Calendar (Contacts) > Add Account > Other > CalDAV (CardDAV), server {address}\n"
        f"    DAVx5        Login with URL and user name: {address}/\n"
        f"    Thunderbird  New calendar > On the network: user name and {address}/\n"
        f"    Files        {address}/files/NAME/\n\n"
        + (_trust(address) if raw.core.server.lan else "")
        + "More accounts: a3dav user add NAME\n"
    )


def _trust(address: str) -> str:
    return (
        "Devices must trust this server once:\n"
        f"    Apple        open {address}/lan/a3dav.mobileconfig, install it, then\n"
        "                 Settings > General > About > Certificate Trust Settings\n"
        f"    Others       install {address}/lan/authority.crt as a certificate authority\n\n"
    )


@click.command("reload")
@common
def reload_command(raw: RawSettings) -> None:
    """Have the running server take up its configuration and program as they are now."""
    process = process_of_server(Path(raw.core.server.data_dir))
    os.kill(process, signal.SIGHUP)
    click.echo(f"The server, process {process}, was told to reload; its log says what comes of it.")


@click.command()
@click.option("--parent", type=int, hidden=True, help="The process to end with.")
@common
def tasks(raw: RawSettings, parent: int | None) -> None:
    """Run periodic work; `serve` starts this by itself."""
    serve_tasks(raw, parent)
