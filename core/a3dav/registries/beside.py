"""What plugins add beside WebDAV: indexes, schema, tasks, messages, routes and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from a3dav.registries.dav import Handler

if TYPE_CHECKING:
    from a3dav.errors import DavError
    from a3dav.exchange import Response
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import Change


@dataclass(slots=True, frozen=True)
class Index:
    """Derived rows of a plugin, rebuilt from bodies whenever `version` differs from the stored one.

    `update(tx, changes)` runs inside the transaction of every write with the changes of its `kinds`, and of kinds that
    are like them, where what came to be of another kind is told as gone;
    `clear(store)` removes all rows before a rebuild.
    """

    name: str
    version: str
    kinds: frozenset[str]
    update: Callable[[Transaction, Sequence[Change]], None]
    clear: Callable[[Transaction], None]


@dataclass(slots=True, frozen=True)
class Migrations:
    """One line of schema versions; statements use BLOB, INTEGER and TEXT and fit both engines.

    Tables of `content` neither decide who may do what nor where a path leads, nor hold what a property tells that does
    not change with its resource: what is written to them leaves everything else that workers keep as it was.
    """

    line: str
    steps: tuple[tuple[str, ...], ...]
    content: frozenset[str] = frozenset()


@dataclass(slots=True, frozen=True)
class Task:
    """Periodic work of the tasks process; `run(house)` returns a sentence for the log or "".

    One process at a time does it. What is to be done `everywhere` is done by each of them, from its start on: to
    keep a listener open, say.
    """

    name: str
    every_seconds: int
    run: Callable[[Any], str]
    everywhere: bool = False


@dataclass(slots=True, frozen=True)
class Message:
    """What a transaction left in the outbox; `attempts` counts those before this one."""

    id: bytes
    kind: str
    account_id: bytes
    payload: bytes
    attempts: int


@dataclass(slots=True, frozen=True)
class Delivery:
    """Brings messages of a kind to the world outside of the database.

    `deliver(house, message)` may run twice for one message, after a crash; whatever it raises is tried again
    after a growing pause, `attempts` times in all. What is `prompt` stays inside the server, is quick, and is
    tried before the answer to the request that posted it.
    """

    kind: str
    deliver: Callable[[Any, Message], None]
    attempts: int = 12
    prompt: bool = False


@dataclass(slots=True, frozen=True)
class Route:
    """An HTTP resource that is not DAV, for an exact path; one that is `below` answers every path below its own, too.

    The handler of such a route reads `request.raw_path` for itself, and `exchange.path` is empty: what is not a
    path to WebDAV may say more with a segment, such as a slash behind percent signs. What is `open` may be
    read by pages of every site, where `security.cors.public` says so. `refusal` tells what is refused before the
    handler is called, and faults of the store, in the way of this route. A token needs one of the `scopes`; where
    there are none, the handler looks for itself (see `challenges.need_scope`).
    """

    path: str
    handler: Handler
    public: bool = True
    below: bool = False
    open: bool = False
    refusal: Callable[[DavError], Response] | None = None
    scopes: tuple[str, ...] = ("dav",)


@dataclass(slots=True, frozen=True)
class ContentType:
    """What a file of a suffix holds, for import and export.

    `split(body)` yields the objects in it as (name without suffix, bytes) and raises ValueError with a
    sentence; `collection(body)` names the default collection an object goes to, below the account's home
    in `root`; `join(bodies)` makes one file of many objects of a collection of `kind`. A file sent with POST may
    also be of the media types `aliases`, or of those in `converters`, which make `media_type` of them or raise
    ValueError; an object that says the `same` as the stored one is not written again.
    """

    suffix: str
    media_type: str
    root: str
    kind: str
    split: Callable[[bytes], Iterable[tuple[str, bytes]]]
    collection: Callable[[bytes], str]
    join: Callable[[Iterable[bytes]], Iterable[bytes]]
    aliases: tuple[str, ...] = ()
    converters: Mapping[str, Callable[[bytes], bytes]] = field(default_factory=dict)
    same: Callable[[bytes, bytes], bool] | None = None
