"""Answers that go on for as long as somebody listens, and who listens to a worker.

What is told comes from short reads: nothing of the store, no thread and no buffer is held while a listener waits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from a3dav.errors import ServiceUnavailable, TooManyRequests

K = TypeVar("K")
_LATER = (("Retry-After", "30"),)


@dataclass(slots=True, frozen=True)
class News:
    """What there is to tell a listener now, of which there may be `more`; `topics` are what it listens to from now on.

    Topics are ids of accounts: whatever changes of what is theirs asks for news again. It is `over` for who may not
    listen any more.
    """

    text: bytes
    topics: frozenset[bytes]
    more: bool = False
    over: bool = False


@dataclass(slots=True)
class Listening:
    """A body that tells news, as `news()` gives them on the read lane, until one of both ends it.

    `quiet()` gives what is sent where there was no news for a while, and `goodbye` is said last. It ends at once when
    the `version` of the account's credentials changes, and when it `expires`, in milliseconds since 1970, 0 = never.
    `address` is the number of the client's, 0 for one that no limit is for.
    """

    account_id: bytes
    version: int
    topics: frozenset[bytes]
    news: Callable[[], News]
    quiet: Callable[[], bytes]
    goodbye: bytes
    expires: int = 0
    address: int = 0


class Audience:
    """Counts the listeners of a worker, by account and by address."""

    def __init__(self, most: int, per_account: int, per_address: int) -> None:
        self._most, self._per_account, self._per_address = most, per_account, per_address
        self._accounts: Counter[bytes] = Counter()
        self._addresses: Counter[int] = Counter()
        self.size = 0

    def refuse_crowd(self, account_id: bytes, address: int) -> None:
        """Raises where there is no place for one more."""
        if self.size >= self._most:
            raise ServiceUnavailable("as many listen as this server takes", headers=_LATER)
        if self._accounts[account_id] >= self._per_account:
            raise TooManyRequests(f"this account listens {self._per_account} times already", headers=_LATER)
        if address and self._addresses[address] >= self._per_address:
            raise TooManyRequests(f"this address listens {self._per_address} times already", headers=_LATER)

    def enter(self, listening: Listening) -> None:
        self.size += 1
        self._accounts[listening.account_id] += 1
        self._addresses[listening.address] += 1

    def leave(self, listening: Listening) -> None:
        self.size -= 1
        _less(self._accounts, listening.account_id)
        _less(self._addresses, listening.address)


def _less(counted: Counter[K], key: K) -> None:
    counted[key] -= 1
    if not counted[key]:
        del counted[key]
