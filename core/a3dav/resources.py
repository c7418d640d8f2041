"""Resources and collections as values: what a path leads to."""

from dataclasses import dataclass, replace
from urllib.parse import quote

Path = tuple[str, ...]
"""The decoded segments of a URL path below the mount point; the root is the empty tuple."""


@dataclass(slots=True)
class Resource:
    """One resource as it stood when it was read; ids are UUIDv7 bytes, times milliseconds since 1970."""

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
    """The one canonical percent-encoding of a path; collections end in a slash."""
    if not path:
        return "/"
    joined = "/" + "/".join(quote(segment, safe="") for segment in path)
    return joined + "/" if collection else joined
