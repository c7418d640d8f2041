"""One HTTP exchange as the core sees it: the request, the answer, and what was found on the way."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from a3dav.errors import DavError, MembersRefused
from a3dav.principals import Account, Attempt, Identity
from a3dav.resources import Path, Resource

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.listening import Listening
    from a3dav.registries import Route
    from a3dav.standing import Facts
    from a3dav.storage.store import Store
    from a3dav.ways import Way
    from a3dav.xml.reading import Element

T = TypeVar("T")


@dataclass(slots=True, frozen=True)
class Body:
    """A request body: bytes in memory, or a spooled file when it was large; `length` in bytes."""

    data: bytes = b""
    file: FilePath | None = None
    length: int = 0

    def read(self) -> bytes:
        return self.file.read_bytes() if self.file else self.data


@dataclass(slots=True, eq=False)
class Usual:
    """Header lines that many requests have alike, none of them secret, and what counts of them for answers."""

    headers: Mapping[str, str]
    counted: str

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        return type(None), ()  # other processes do without


NO_BODY = Body()


@dataclass(slots=True)
class Request:
    """A request before and after its body was read; header names are lower case.

    `peer` is the client's address and `via` that of the proxy it came by, else the same; `hosts` are the
    names under which the client may speak of this server, `mount` the path below which it stands there
    (see `forwarding`). An authenticator leaves in `attempt` whom it was asked to believe in. `usual` are its
    lines that were seen before, and it is `bodiless` where its head says that nothing follows.
    """

    method: str
    raw_path: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    peer: str = ""
    scheme: str = "http"
    http_version: str = "1.1"
    id: str = ""
    body: Body = NO_BODY
    via: str = ""
    hosts: tuple[str, ...] = ()
    mount: str = ""
    attempt: Attempt | None = None
    usual: Usual | None = None
    bodiless: bool = False

    @property
    def secure(self) -> bool:
        return self.scheme == "https"

    @property
    def shown_path(self) -> str:
        """The path as it was sent, without query, for logs."""
        return self.raw_path.partition(b"?")[0].decode("ascii", "backslashreplace")

    def header(self, name: str, default: str = "") -> str:
        return self.headers.get(name, default)


@dataclass(slots=True)
class FileSlice:
    """A part of a file sent as a body; the door reads it in pieces, and removes a temporary file."""

    path: FilePath
    start: int
    length: int
    temporary: bool = False


@dataclass(slots=True)
class Response:
    """An answer; a body that is an iterator is drawn piece by piece on the read lane, and one of news never ends.

    One that was given before has the `key` that it is remembered by. It is `complete` once it tells what every answer
    tells.
    """

    status: int
    body: bytes | Iterator[bytes] | FileSlice | Listening = b""
    headers: list[tuple[str, str]] = field(default_factory=list)
    content_type: str = ""
    key: Hashable = None
    complete: bool = False

    def drawn(self) -> Response:
        """The same answer with its body whole, for those that must be sure before they begin."""
        if isinstance(self.body, Iterator):
            self.body = b"".join(self.body)
        return self

    def tells(self, name: str) -> bool:
        return name in dict(self.headers)

    def with_header(self, name: str, value: str) -> Response:
        self.headers.append((name, value))
        return self


Key: TypeAlias = tuple[str, bytes, Path, bytes, int, int, str]
"""What an answer about a resource follows from (see `answers`)."""


@dataclass(slots=True)
class Reading:
    """What follows from a head and a body alone, for who asks the same again (see `ways`); nobody changes it."""

    document: Element | None = None
    made: dict[str, Any] = field(default_factory=dict)

    def __reduce__(self) -> tuple[type[Reading], tuple[()]]:
        return Reading, ()  # other processes read for themselves


@dataclass(slots=True)
class Exchange:
    """What a handler gets: the request, who asks, what the path leads to, and the house around it.

    `target` is None where nothing is mapped to the path. `privileges` are those on the target, or on the
    parent of an unmapped path. `verified` says that this request proved its identity anew, `refused` is the
    error that it was answered with, `route` what answers a path that is none of DAV. The answer is `steady` as
    long as it tells nothing that changes by itself, and `dear` where it took so long that other hosts should have it;
    `key` is what it follows from, where that is known. `facts` are those that hold (see `standing`), where any are
    kept, `way` is what is known of such heads, and `reading` of such a
    head with such a body.
    """

    house: House
    request: Request
    path: Path = ()
    identity: Identity | None = None
    target: Resource | None = None
    privileges: frozenset[str] = frozenset()
    notes: dict[str, Any] = field(default_factory=dict)
    verified: bool = False
    refused: DavError | MembersRefused | None = None
    steady: bool = True
    dear: bool = False
    key: Key | None = None
    facts: Facts | None = None
    way: Way | None = None
    reading: Reading = field(default_factory=Reading)
    route: Route | None = None
    _stored: dict[bytes, dict[str, bytes]] = field(default_factory=dict)
    _accounts: dict[bytes, Account | None] = field(default_factory=dict)
    _parent: tuple[Resource | None] | None = None

    @property
    def parent(self) -> Resource | None:
        """The collection that holds or would hold the target; found when it is first asked for."""
        if self._parent is None:
            self._parent = (self.house.holder(self.path) if self.path else None,)
        return self._parent[0]

    @parent.setter
    def parent(self, found: Resource | None) -> None:
        self._parent = (found,)

    def once_read(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once for all who ask the same; it follows from the head and the body alone."""
        try:
            known: T = self.reading.made[name]
        except KeyError:
            known = self.reading.made[name] = make()
        return known

    @property
    def store(self) -> Store:
        return self.house.store

    @property
    def resource(self) -> Resource:
        """The target, for handlers that are only reached when it is mapped."""
        if self.target is None:
            raise LookupError("the path of this request is not mapped")
        return self.target

    @property
    def actor(self) -> Identity:
        if self.identity is None:
            raise LookupError("this request was not authenticated")
        return self.identity

    def stored(self, resources: Sequence[Resource]) -> dict[bytes, dict[str, bytes]]:
        """Stored properties by resource id and Clark name, read once for a page of resources."""
        missing = [resource for resource in resources if resource.id not in self._stored]
        if missing:
            self._stored |= {resource.id: {} for resource in missing}
            self._stored |= self.store.properties([resource for resource in missing if not resource.withheld])
        return self._stored

    def body(self, resource: Resource) -> Body:
        """The body of an object as the principal sees it, from the store or made by what exists by configuration."""
        make = self.house.types[resource.kind].bodies
        if make is None:
            return self.house.lenses.body(self.actor, resource)
        (data,) = make(self.house, [resource])
        return Body(data=data, length=len(data))

    def bodies(self, resources: Sequence[Resource], *, lost: bytes | None = None) -> Sequence[bytes]:
        """The bodies of resources of one kind as the principal sees them; `lost` as in `Store.bodies`."""
        make = self.house.types[resources[0].kind].bodies if resources else None
        if make is None:
            return self.house.lenses.bodies(self.actor, resources, lost=lost)
        return make(self.house, resources)

    def accounts(self, ids: Iterable[bytes]) -> list[Account | None]:
        """The accounts of these ids in their order, read once for a page; None for one that is not there."""
        wanted = list(ids)
        missing = {account_id for account_id in wanted if account_id and account_id not in self._accounts}
        if missing:
            found = self.store.accounts.by_ids(missing)
            self._accounts |= {account_id: found.get(account_id) for account_id in missing}
        return [self._accounts.get(account_id) for account_id in wanted]

    def forget_stored(self) -> None:
        self._stored, self._accounts = {}, {}
