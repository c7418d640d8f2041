# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .owner import Owner
    from .right import Right

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class File(Model):
    """A folder or a file, without what it holds."""

    id: str
    """Identifies an object for as long as it exists."""
    kind: FileKind
    """What it is."""
    name: str
    """The last segment of its path; empty for the folder that holds all others."""
    folder: str | None
    """The folder that it is in; null for the one that holds all others."""
    href: str
    """Its path in WebDAV."""
    owner: Owner
    """Whose something is."""
    mine: bool
    """Whether it belongs to whoever asks."""
    rights: list[Right]
    """What whoever asks may do with it."""
    created: Timestamp
    """A moment in UTC (RFC 3339)."""
    modified: Timestamp
    """A moment in UTC (RFC 3339)."""
    media_type: str | None
    """The media type of a file."""
    size: int | None
    """The bytes of a file."""
    etag: str | None
    """The entity tag of a file, for `If-Match`."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("kind", "kind", named("FileKind"), True),
        Member("name", "name", TEXT, True),
        Member("folder", "folder", or_null(TEXT), True),
        Member("href", "href", TEXT, True),
        Member("owner", "owner", named("Owner"), True),
        Member("mine", "mine", BOOLEAN, True),
        Member("rights", "rights", list_of(named("Right")), True),
        Member("created", "created", TIME, True),
        Member("modified", "modified", TIME, True),
        Member("mediaType", "media_type", or_null(TEXT), True),
        Member("size", "size", or_null(INTEGER), True),
        Member("etag", "etag", or_null(TEXT), True),
    ]


class FileKind(OpenText):
    """What it is."""

    FILE = "file"
    FOLDER = "folder"
