"""What is asked of every request before anything else: is its sender blocked, and does it send too much?"""

from __future__ import annotations

import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from a3dav.admission.addresses import Clients, shown
from a3dav.admission.blocks import Block, Blocks
from a3dav.admission.counters import Counters, Refused
from a3dav.admission.rates import COLUMNS, SECOND_NS, Rates
from a3dav.errors import TooManyRequests
from a3dav.logs import security

if TYPE_CHECKING:
    from a3dav.board import Board
    from a3dav.config.model import CoreSettings
    from a3dav.exchange import Request
    from a3dav.principals import Identity

ROWS = {"counters": 8, "total": 8, "addresses": 65_536, "accounts": 16_384, "logins": 16_384, "floods": 16_384}
"""How many of each are told apart; beyond that, those that sent least are forgotten first."""
EVERYBODY = 1
TOLD_EVERY_NS = 60 * SECOND_NS
MOST_TOLD = 1000
HEALTH = b"/health/"
"""Counted with nobody else's: a server whose probes are refused is taken away, and the load of the others grows."""


class Gate:
    """Refuses with 429 whatever comes too often; where a setting is 0 it does not look."""

    def __init__(self, settings: CoreSettings, folder: Path, board: Board) -> None:
        rates, blocking = settings.security_rates, settings.security_blocking
        cells, first = {}, 0
        for name, rows in ROWS.items():
            cells[name] = board.tallies[first : (first := first + COLUMNS * rows)]

        def table(name: str, count: int, seconds: int, burst: int) -> Rates | None:
            return Rates(cells[name], board.secret, count, seconds, burst) if count else None

        self.blocks = Blocks(folder)
        self.counters = Counters(cells["counters"])
        self._addresses = table("addresses", rates.per_address, 1, rates.address_burst)
        self._accounts = table("accounts", rates.per_account, 1, rates.account_burst)
        self._total = table("total", rates.total, 1, rates.total_burst)
        failed, refused = blocking.failed_logins, blocking.refused_requests
        self._logins = table("logins", failed, blocking.failed_login_seconds, failed - 1)
        self._floods = table("floods", refused, blocking.refused_request_seconds, refused - 1)
        self._block_seconds = blocking.block_seconds
        # A proxy is not a client: one that does not say whom it speaks for must not have all of them blocked.
        proxies = (*settings.server.trusted_proxies, *settings.auth.trusted_header_from)
        self.clients = Clients((*settings.security.allow_list, *proxies))
        self.number = lru_cache(maxsize=10_000)(self.clients.number)
        self._told: dict[tuple[Refused, int], int] = {}

    @property
    def counts_accounts(self) -> bool:
        return self._accounts is not None

    def admit(self, request: Request) -> None:
        """The first look at a request; knows its address and nothing else."""
        number = self.number(request.peer)
        if not number:
            return
        if self.blocks.head[0] and (block := self.blocks.find(number)):
            self._refuse_blocked(block)
        now = time.monotonic_ns()
        if self._addresses is not None and (wait := self._addresses.count(number, now)):
            self._refuse_flood(request, number, now, wait)
        if self._total is not None and not request.raw_path.startswith(HEALTH):
            wait = self._total.count(EVERYBODY, now)
            if wait:
                self._refuse(Refused.TOTAL, request, EVERYBODY, now, wait)

    def admit_account(self, request: Request, identity: Identity) -> None:
        """The second look, when it is known who asks."""
        if self._accounts is None or identity.anonymous or not self.number(request.peer):
            return
        key, now = int.from_bytes(identity.account.id[-8:], "big"), time.monotonic_ns()
        if wait := self._accounts.count(key, now):
            self._refuse(Refused.ACCOUNT, request, key, now, wait, identity.account.name)

    def refuse_blocked(self, request: Request) -> None:
        """For those who waited in a queue while their address was blocked."""
        number = self.number(request.peer)
        if number and (block := self.blocks.find(number)):
            self._refuse_blocked(block)

    def failed_login(self, request: Request) -> None:
        self.counters.count(Refused.FAILED_LOGINS)
        number = self.number(request.peer)
        if number and self._logins is not None and self._logins.count(number, time.monotonic_ns()):
            self._logins.forget(number)
            self._block(request, number, "failed logins")

    def _refuse_flood(self, request: Request, number: int, now: int, wait: int) -> None:
        if self._floods is not None and self._floods.count(number, now):
            self._floods.forget(number)
            self._block(request, number, "too many requests")
        self._refuse(Refused.ADDRESS, request, number, now, wait)

    def _block(self, request: Request, number: int, reason: str) -> None:
        self.blocks.add(number, self._block_seconds, reason)
        self.counters.count(Refused.BLOCKS)
        security.blocked(request.peer, shown(number), reason, self._block_seconds, request.id)

    def _refuse_blocked(self, block: Block) -> None:
        self.counters.count(Refused.BLOCKED)
        headers = (("Retry-After", str(block.seconds_left)), ("Connection", "close"))
        raise TooManyRequests("this address is blocked for a while", headers=headers)

    def _refuse(self, why: Refused, request: Request, key: int, now: int, wait: int, account: str = "") -> None:
        self.counters.count(why)
        if self._is_news(why, key, now):
            security.too_many(request.peer, account, why.name.lower(), request.id)
        seconds = -(-wait // SECOND_NS)
        raise TooManyRequests("too many requests", headers=(("Retry-After", str(seconds)),))

    def _is_news(self, why: Refused, key: int, now: int) -> bool:
        """Once a minute for each that is refused: the log must not be what a flood fills."""
        if now - self._told.get((why, key), -TOLD_EVERY_NS) < TOLD_EVERY_NS:
            return False
        if len(self._told) >= MOST_TOLD:
            self._told.clear()
        self._told[why, key] = now
        return True
