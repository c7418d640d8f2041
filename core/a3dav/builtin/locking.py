"""Built-in plugin `locking`: write locks (RFC 4918 §6, §7, §9.10, §9.11)."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav import hookimpl
from a3dav.exchange import Exchange
from a3dav.house import House
from a3dav.locks import DISCOVERED, active_lock, blocking, covering, locks_around
from a3dav.methods.lock import early_lock, lock, unlock
from a3dav.registries import (
    UNMAPPED,
    CommandRegistry,
    Method,
    MethodRegistry,
    Property,
    PropertyRegistry,
    Task,
    TaskRegistry,
    Values,
)
from a3dav.resources import Path, Resource
from a3dav.storage.rows import LOCK_EXPIRED, lock_horizon
from a3dav.storage.transaction import Actor, Transaction
from a3dav.writing import WriteContext
from a3dav.xml.names import dav
from a3dav.xml.reading import Element

_SUPPORTED = b"".join(
    b"<D:lockentry><D:lockscope><D:%s/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockentry>" % scope
    for scope in (b"exclusive", b"shared")
)


@hookimpl
def a3dav_register_methods(registry: MethodRegistry) -> None:
    registry.add(
        Method("LOCK", lock, privilege="write-content"),
        Method("LOCK", lock, UNMAPPED, parent_privilege="bind", early=early_lock),
        Method("UNLOCK", unlock, blind=True),
    )


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(
        Property(dav("supportedlock"), _supportedlock, allprop=True, steady=True),
        Property(DISCOVERED, _lockdiscovery, allprop=True),
    )


def _supportedlock(_: Exchange, resources: Sequence[Resource], __: Element | None) -> Values:
    return [_SUPPORTED if resource.stored else b"" for resource in resources]


def _lockdiscovery(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
    around = locks_around(exchange.house, resources)
    return [b"".join(active_lock(exchange, entry, resource) for entry in around(resource)) for resource in resources]


@hookimpl
def a3dav_check_locks(write: WriteContext) -> None:
    blocking(write)


@hookimpl
def a3dav_state_token(house: House, path: Path, token: str) -> bool | None:
    """True when the token is a lock whose scope covers the path, mapped or not."""
    if not token.startswith("urn:uuid:"):
        return None
    return any(entry.token == token for entry in covering(house, path))


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav.cli.locks import locks  # the command line is there when this is called, and nowhere else

    registry.add(locks)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(Task("expired-locks", 600, _remove_expired))


def _remove_expired(house: House) -> str:
    def work(tx: Transaction) -> int:
        count = tx.store.engine.execute(f"DELETE FROM locks WHERE {LOCK_EXPIRED}", lock_horizon())
        if count:
            tx.audit("locks-expired", times=count)
        return count

    removed = house.transact(Actor(method="housekeeping"), work)
    return f"{removed} expired locks removed" if removed else ""
