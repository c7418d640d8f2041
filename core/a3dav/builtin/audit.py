"""Built-in plugin `audit`: logins and refusals, which write nothing themselves, in audit trail and security log."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from a3dav import hookimpl
from a3dav.errors import Denied, Unauthorized
from a3dav.exchange import Exchange, Response
from a3dav.house import House
from a3dav.identifiers import now_ms
from a3dav.logs import security
from a3dav.metrics.names import LOGINS
from a3dav.principals import Attempt
from a3dav.registries import Task, TaskRegistry
from a3dav.storage.audit import AuditRow, remove_before
from a3dav.storage.transaction import Actor, Transaction

DAY_MS = 86_400_000
PIECE = 500


@hookimpl
def a3dav_request_finished(exchange: Exchange, response: Response, seconds: float) -> None:
    del response, seconds
    exchange.house.audit.tick()
    if exchange.verified:
        _logged_in(exchange)
    if isinstance(exchange.refused, Unauthorized):
        _refused_login(exchange)
    elif isinstance(exchange.refused, Denied):
        _denied(exchange, exchange.refused)


def _logged_in(exchange: Exchange) -> None:
    request, identity = exchange.request, exchange.actor
    agent = request.header("user-agent")
    security.login(request.peer, identity.account.name, identity.method, request.id, agent)
    exchange.house.tally.count(LOGINS, "ok")
    _record(exchange, "login", "ok")


def _refused_login(exchange: Exchange) -> None:
    """A request without any proof was only asked for one."""
    request = exchange.request
    if request.attempt is None and not request.header("authorization"):
        return
    tried = request.attempt or Attempt("", reason="credentials not understood")
    agent = request.header("user-agent")
    security.failed_login(request.peer, tried.name, tried.reason, request.id, agent, guess=tried.guess)
    exchange.house.tally.count(LOGINS, "failed")
    _record(exchange, "login", "failed", tried)


def _denied(exchange: Exchange, error: Denied) -> None:
    request = exchange.request
    if exchange.identity is None and not request.header("authorization"):
        return
    account = exchange.identity.account.name if exchange.identity else ""
    security.denied(request.peer, account, error.message, request.method, request.shown_path, request.id)
    _record(exchange, "access", "denied")


def _record(exchange: Exchange, action: str, outcome: str, tried: Attempt | None = None) -> None:
    identity, target = exchange.identity, exchange.target
    actor_id = identity.account.id if identity else b""
    row = AuditRow(
        now_ms(), action, outcome, actor_id,
        credential_id=identity.credential_id if identity else b"",
        method=identity.method if identity else "",
        collection_id=target.parent_id if target and action == "access" else b"",
        resource_id=target.id if target and action == "access" else tried.account_id if tried else actor_id,
        request_id=exchange.request.id,
    )  # fmt: skip
    exchange.house.audit.put(row, _origin(exchange.request.peer))


def _origin(peer: str) -> str:
    """What one person has: an address, or with IPv6 a network of 64 bits."""
    try:
        address = ip_address(peer)
    except ValueError:
        return peer[:64]
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((address, 64), strict=False))
    return peer


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(Task("old-audit-rows", 6 * 3600, remove_old_rows))


def remove_old_rows(house: House) -> str:
    """Drops rows older than storage.audit_days."""
    days = house.settings.storage.audit_days
    if not days:
        return ""
    oldest, removed = now_ms() - days * DAY_MS, 0

    def work(tx: Transaction) -> int:
        count = remove_before(tx.store.engine, oldest, PIECE)
        if count:
            tx.audit("audit-rows-removed", times=count)
        return count

    while count := house.transact(Actor(method="housekeeping"), work):
        removed += count
    return f"{removed} old rows of the audit trail removed" if removed else ""
