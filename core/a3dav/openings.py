"""Where the head of a request leads, whoever sends it: heads that say the same lead to the same place.

What proxies tell, what makes a request malformed, and how a path is read follow from the head alone, without what is
secret in it, and from settings.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.resources import Path

if TYPE_CHECKING:
    from a3dav.exchange import Request

MOST_BYTES = 16 * 2**20
"""What is kept at most, about; beyond, all is forgotten and begins anew."""
LONGEST_PATH = 1_000
OPENING_BYTES, BYTES_OF_ONE = 4_000, 8
"""What an opening takes beside path and query, and a byte of those in all the forms that are kept."""


@dataclass(slots=True, frozen=True)
class Opening:
    """A request as `forwarding` leaves it, and its path."""

    peer: str
    scheme: str
    hosts: tuple[str, ...]
    mount: str
    raw_path: bytes
    path: Path

    def apply(self, request: Request) -> None:
        request.via, request.peer, request.scheme = request.peer, self.peer, self.scheme
        request.hosts, request.mount, request.raw_path = self.hosts, self.mount, self.raw_path


class Openings:
    """Those of one house."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Opening] = {}
        self._size = 0

    def __len__(self) -> int:
        return len(self._known)

    def known(self, head: Hashable) -> Opening | None:
        return self._known.get(head)

    def keep(self, head: Hashable, request: Request, path: Path) -> None:
        """For a request that `forwarding` has seen to, and that nobody could refuse for its head alone."""
        if head is None:
            return
        self._size += OPENING_BYTES + (len(request.raw_path) + len(request.query)) * BYTES_OF_ONE
        if self._size > MOST_BYTES:
            self._known.clear()
            self._size = 0
        self._known[head] = Opening(request.peer, request.scheme, request.hosts, request.mount, request.raw_path, path)


def head_of(request: Request) -> Hashable:
    """All that an opening follows from, as it is before `forwarding` sees to it; None for what is not kept."""
    if request.usual is None or len(request.raw_path) + len(request.query) > LONGEST_PATH:
        return None
    return (
        request.usual, request.method, request.raw_path, request.query, request.peer, request.scheme,
        request.http_version,
    )  # fmt: skip
