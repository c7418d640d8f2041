"""`a3dav audit`: who did what, by the names that accounts and resources have now."""

from __future__ import annotations

import json
import re
import select
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import click

from a3dav.audit_names import AuditNames, Named
from a3dav.cli.options import common, house_of, moment
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.house import House
from a3dav.storage.audit import AuditRow, Trail, Wanted

LOOK_MS = 500
_WIDTHS = (24, 18, 24, 8, 13, 34)
_HEAD = ("time", "who", "action", "outcome", "by", "request", "about")


@click.command()
@click.option("--account", default="", help="Acts by or on this account: a name, or the id of an erased one.")
@click.option(
    "--action", "actions", multiple=True, help="An action such as login, put or password-changed; repeatable."
)
@click.option("--outcome", "outcomes", multiple=True, help="An outcome: ok, failed or denied; repeatable.")
@click.option("--since", type=moment, default=None, help="From this time on: a date, a time, or 2h, 3d ago.")
@click.option("--until", type=moment, default=None, help="Before this time.")
@click.option("--request", "request_id", default="", help="The id of a request, as X-Request-Id and the log have it.")
@click.option("--limit", type=click.IntRange(0), default=100, help="The latest rows, so many; 0 shows all. [100]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--follow", is_flag=True, help="Go on with new rows until interrupted.")
@common
def audit(
    raw: RawSettings, account: str, actions: tuple[str, ...], outcomes: tuple[str, ...], since: int | None,
    until: int | None,
    request_id: str, limit: int, as_json: bool, follow: bool,
) -> None:  # fmt: skip
    """Show the audit trail: writes, logins, refusals and acts of administrators, the oldest first."""
    show = _json_line if as_json else _text_line
    with house_of(raw) as house:
        wanted = Wanted(_account_id(house, account), actions, outcomes, request_id, since or 0, until or 0)
        trail, names = Trail(house.store.engine, wanted), AuditNames(house.store)
        if not as_json:
            click.echo(_columns(_HEAD))
        try:
            for page in trail.newest(limit):
                _print(names.of(page), show)
            while follow and not _reader_gone(LOOK_MS):
                while rows := trail.fresh():
                    _print(names.of(rows), show)
        except KeyboardInterrupt:
            return


def _account_id(house: House, text: str) -> bytes:
    """Of an account by its name now; an id in hexadecimal also stands for one that was erased."""
    if not text:
        return b""
    found = house.store.accounts.by_name(text)
    if found is not None:
        return found.id
    if re.fullmatch("[0-9a-f]{32}", text):
        return bytes.fromhex(text)
    raise A3davError(f"there is no account {text!r}; name one of: a3dav user list, or the id of an erased one")


def _print(rows: Iterable[Named], show: Callable[[Named], str]) -> None:
    click.echo("\n".join(map(show, rows)))


def _reader_gone(milliseconds: int) -> bool:
    """Waits; True once nobody reads standard output any more."""
    try:
        output = sys.stdout.fileno()
    except (OSError, ValueError):
        return False
    poll = select.poll()
    poll.register(output, 0)
    return any(event & (select.POLLERR | select.POLLHUP | select.POLLNVAL) for _, event in poll.poll(milliseconds))


def _text_line(named: Named) -> str:
    row = named.row
    times = f" ({row.times} times)" if row.times > 1 else ""
    return _columns(
        (_time(row), named.who or "-", row.action, row.outcome, row.method or "-", row.request_id or "-",
         (named.about or "-") + times)
    )  # fmt: skip


def _columns(texts: Iterable[str]) -> str:
    return " ".join(text.ljust(width) for text, width in zip(texts, (*_WIDTHS, 0), strict=True)).rstrip()


def _json_line(named: Named) -> str:
    row = named.row
    return json.dumps(
        {
            "position": row.position,
            "time": _time(row),
            "account": named.account,
            "account_id": row.actor_id.hex(),
            "on_behalf_of": row.on_behalf_of.hex(),
            "credential_id": row.credential_id.hex(),
            "os_user": row.os_user,
            "method": row.method,
            "action": row.action,
            "outcome": row.outcome,
            "about": named.about,
            "collection_id": row.collection_id.hex(),
            "resource_id": row.resource_id.hex(),
            "request_id": row.request_id,
            "times": row.times,
        }
    )


def _time(row: AuditRow) -> str:
    return datetime.fromtimestamp(row.at / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
