"""What was verified once: whoever brings the same credential again is recognised without the cost.

A verified credential is remembered under a keyed digest and stays good while the credential version of
its account does; the version is read from the store each time, so that a new password counts at once in
every worker.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Literal, NamedTuple

from a3dav.identifiers import now_ms
from a3dav.principals import Identity

if TYPE_CHECKING:
    from a3dav.exchange import Request
    from a3dav.house import House

TURNS = 64


@dataclass(slots=True, frozen=True)
class Verified:
    identity: Identity
    version: int
    until: float


class Proof(NamedTuple):
    """What was verified; a text of one kind is never taken for one of the other."""

    kind: Literal["authorization", "trusted-header"]
    text: str


class Remembered:
    """Verified credentials of one process, a bounded number of them, the latest used kept."""

    def __init__(self, entries: int, seconds: int) -> None:
        self._entries, self._seconds = entries, seconds
        self._key = os.urandom(32)
        self._verified: OrderedDict[bytes, Verified] = OrderedDict()
        self._lock = threading.Lock()
        self.hits = self.misses = self.evictions = 0
        self._turns = [threading.Lock() for _ in range(TURNS)]

    def __len__(self) -> int:
        return len(self._verified)

    def turn(self, digest: bytes) -> threading.Lock:
        """Held while this credential is verified, so that whoever brings it as well waits for the outcome."""
        return self._turns[digest[0] % TURNS]

    def digest(self, proof: Proof, generation: int) -> bytes:
        return self._digest(generation, proof.kind, proof.text)

    def _digest(self, generation: int, kind: str, told: str) -> bytes:
        text = f"{generation}:{kind}:{told}".encode()
        return hashlib.blake2b(text, key=self._key, digest_size=16).digest()

    def of_authorization(self, house: House, request: Request) -> bytes:
        """The digest of what a request brings; for plugins, too, that verify it otherwise."""
        return self._digest(generation(house), "authorization", request.headers.get("authorization", ""))

    def recall(self, digest: bytes, house: House) -> Identity | None:
        entry = self._verified.get(digest)
        if entry is not None:
            try:  # noqa: SIM105 - `suppress` costs more than all of this
                self._verified.move_to_end(digest)
            except KeyError:  # another thread has just let go of it
                pass
        if entry is not None and entry.until >= time.monotonic() and not expired(entry.identity.expires):
            account_id = entry.identity.account.id
            key = ("credential version", account_id)
            version = house.standing.recall(key, house.store.accounts.credential_version, account_id)
            if version == entry.version:
                self.hits += 1
                return entry.identity
        self.misses += 1
        return None

    def keep(self, digest: bytes, identity: Identity, version: int, seconds: float = inf) -> None:
        """For as long as settings say, or for fewer seconds."""
        with self._lock:
            self._verified[digest] = Verified(identity, version, time.monotonic() + min(seconds, self._seconds))
            while len(self._verified) > self._entries:
                self._verified.popitem(last=False)
                self.evictions += 1


def remembered(house: House) -> Remembered:
    found: Remembered | None = house.services.get("authentication")
    if found is None:
        auth = house.settings.auth
        made = Remembered(auth.cache_entries, auth.cache_seconds)
        found = house.services.setdefault("authentication", made)
    return found


def remember(
    house: House, proof: Proof, began: int, identity: Identity, version: int | None, seconds: float = inf
) -> None:
    """Keeps what was verified; generation and version are those from before it was."""
    if version is not None:
        known = remembered(house)
        known.keep(known.digest(proof, began), identity, version, seconds)


def expired(expires: int) -> bool:
    return bool(expires) and expires < now_ms()


def generation(house: House) -> int:
    """Changes with the htpasswd file, so that nothing verified against an older one is remembered."""
    file = house.settings.auth.htpasswd_file
    try:
        return os.stat(file).st_mtime_ns if file else 0
    except OSError:
        return 0
