"""Changes of what belongs to nobody: locks, messages of the outbox, blocked addresses."""

from __future__ import annotations

from dataclasses import dataclass, field

from a3dav import interventions
from a3dav.errors import Refusal
from a3dav.registries import GraphCall, GraphMutation, Subject
from a3dav.writing import actor_of

MOST_SECONDS = 10**9


@dataclass(slots=True, frozen=True)
class BreakLockInput:
    token: str


def break_lock(call: GraphCall) -> None:
    interventions.break_lock(call.house, actor_of(call.identity, call.request_id), call.given.token)


@dataclass(slots=True, frozen=True)
class MessageInput:
    message: str = field(metadata={"help": "Its id."})


def retry_message(call: GraphCall) -> None:
    interventions.retry_message(call.house, actor_of(call.identity, call.request_id), call.given.message)


def drop_message(call: GraphCall) -> None:
    interventions.drop_message(call.house, actor_of(call.identity, call.request_id), call.given.message)


@dataclass(slots=True, frozen=True)
class BlockAddressInput:
    address: str = field(metadata={"help": "An address, or an IPv6 network of 64 bits."})
    seconds: int | None = field(default=None, metadata={"help": "How long; null until it is lifted."})


def block_address(call: GraphCall) -> None:
    given: BlockAddressInput = call.given
    if given.seconds is not None and not 1 <= given.seconds <= MOST_SECONDS:
        raise Refusal(f"an address is blocked for 1 to {MOST_SECONDS} seconds", field="seconds")
    actor = actor_of(call.identity, call.request_id)
    interventions.block_address(call.house, actor, given.address, given.seconds or 0)


@dataclass(slots=True, frozen=True)
class UnblockAddressInput:
    address: str


def unblock_address(call: GraphCall) -> None:
    interventions.unblock_address(call.house, actor_of(call.identity, call.request_id), call.given.address)


_OF = Subject.SERVER
MUTATIONS = (
    GraphMutation("break_lock", _OF, BreakLockInput, break_lock, None, "Breaks a lock that a client holds."),
    GraphMutation(
        "retry_message", _OF, MessageInput, retry_message, None,
        "Tries a message of the outbox again, with all its attempts before it.",
    ),
    GraphMutation("drop_message", _OF, MessageInput, drop_message, None, "Takes a message out of the outbox for good."),
    GraphMutation("block_address", _OF, BlockAddressInput, block_address, None, "On this host, at once."),
    GraphMutation("unblock_address", _OF, UnblockAddressInput, unblock_address, None, "Lifts a block."),
)  # fmt: skip
