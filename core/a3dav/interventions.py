"""What administrators do to locks, messages and addresses, each with its audit row."""

from __future__ import annotations

from ipaddress import IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING

from a3dav.admission.addresses import NOBODY, number_of, shown
from a3dav.errors import Refusal
from a3dav.storage.transaction import Actor, Transaction

if TYPE_CHECKING:
    from a3dav.house import House

CUSTOMER = 64
_RETRY = "UPDATE outbox SET given_up = 0, attempts = 0, due = 0, leased_until = 0 WHERE id = ?"
_DROP = "DELETE FROM outbox WHERE id = ?"


def break_lock(house: House, actor: Actor, token: str) -> None:
    def work(tx: Transaction) -> None:
        row = tx.store.engine.row("SELECT resource_id FROM locks WHERE token = ?", (token,))
        if row is None:
            raise Refusal(f"there is no lock {token}; see: a3dav lock list", "NOT_FOUND", "token")
        tx.remove_lock(token)
        tx.audit("lock-removed", resource=tx.store.resource(bytes(row[0])))

    house.transact(actor, work)


def retry_message(house: House, actor: Actor, message_id: str) -> None:
    """Tries a message of the outbox again at once, with all its attempts before it."""
    _change_message(house, actor, message_id, _RETRY, "message-retried")


def drop_message(house: House, actor: Actor, message_id: str) -> None:
    _change_message(house, actor, message_id, _DROP, "message-dropped")


def _change_message(house: House, actor: Actor, message_id: str, sql: str, action: str) -> None:
    try:
        wanted = bytes.fromhex(message_id)
    except ValueError as error:
        sentence = f"{message_id!r} is not the id of a message; see: a3dav outbox list"
        raise Refusal(sentence, field="message") from error

    def work(tx: Transaction) -> None:
        if not tx.store.engine.execute(sql, (wanted,)):
            raise Refusal(f"there is no message {message_id}; see: a3dav outbox list", "NOT_FOUND", "message")
        tx.audit(action)

    house.transact(actor, work)


def block_address(house: House, actor: Actor, address: str, seconds: int = 0) -> str:
    """Blocks an address, or what one customer has of IPv6, on this host; 0 seconds are until it is lifted."""
    number = _number(address)
    if house.gate.clients.is_exempt(address.partition("/")[0]):
        sentence = f"{address} is in security.allow_list, or is a trusted proxy, and is never blocked"
        raise Refusal(sentence, field="address")
    house.gate.blocks.add(number, seconds, "an administrator")
    _audit(house, actor, "block-added")
    return shown(number)


def unblock_address(house: House, actor: Actor, address: str) -> str:
    number = _number(address)
    if not house.gate.blocks.remove(number):
        raise Refusal(f"{shown(number)} is not blocked; see: a3dav block list", "NOT_FOUND", "address")
    _audit(house, actor, "block-removed")
    return shown(number)


def _audit(house: House, actor: Actor, action: str) -> None:
    """A row without the address, which is personal; the log of the security has it where a block was made by itself."""
    house.transact(actor, lambda tx: tx.audit(action))


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
        sentence = f"{text!r} is neither an address nor an IPv6 network of 64 bits, such as 2001:db8:1:2::/64"
        raise Refusal(sentence, field="address")
    return number
