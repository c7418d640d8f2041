"""Resources and collections as values: what a path leads to."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import quote

T = TypeVar("T")
Path = tuple[str, ...]
"""The decoded segments of a URL path below the mount point; the root is the empty tuple."""

mount: ContextVar[str] = ContextVar("mount", default="")
"""Where this server stands below its host, as the client of the present request sees it: "" or "/dav"."""


@dataclass(slots=True, frozen=True)
class Mount:
    """Where a collection of one home is a member of another one, which belongs to `account_id`, under a name there.

    `counter` is one of that account: of the last change of the mount itself.
    """

    id: bytes
    account_id: bytes
    home_id: bytes
    collection_id: bytes
    name: str
    counter: int


@dataclass(slots=True, frozen=True)
class View:
    """What a reader sees of an object that is stored otherwise; `withheld` where that is less."""

    etag: str
    size: int
    body: bytes
    withheld: bool = False


@dataclass(slots=True)
class Resource:
    """One resource as it stood when it was read; ids are UUIDv7 bytes, times milliseconds since 1970.

    `mounted` is set on a collection that was reached as a member of another home than its own: `path` is the one
    there, everything else is as its owner has it.
    `withheld` says that it was read for somebody who sees less of it than is stored (see `lenses`).
    """

    kind: str
    path: Path
    collection: bool
    id: bytes = b""
    account_id: bytes = b""
    home_id: bytes = b""
    parent_id: bytes = b""
    name: str = ""
    uid: str | None = None
    version_id: bytes = b""
    etag: str = ""
    size: int = 0
    content_type: str = ""
    created: int = 0
    modified: int = 0
    counter: int = 0
    content_counter: int = 0
    default: str = ""
    mounted: Mount | None = None
    withheld: bool = False

    @property
    def href(self) -> str:
        return path_href(self.path, self.collection)

    @property
    def stored(self) -> bool:
        """False for what exists by configuration alone, such as the root and the principals."""
        return bool(self.home_id)

    def at(self, path: Path) -> "Resource":
        return replace(self, path=path)


def path_href(path: Path, collection: bool) -> str:
    """The one canonical percent-encoding of a path, below the mount point; collections end in a slash."""
    if not path:
        return mount.get() + "/"
    joined = mount.get() + "/" + "/".join(quote(segment, safe="") for segment in path)
    return joined + "/" if collection else joined


def below_mount(place: str, call: Callable[..., T], *args: Any) -> T:
    """Calls in a process that does not share the context of the request."""
    mount.set(place)
    return call(*args)
