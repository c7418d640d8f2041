# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class SessionCredential(Model):
    """What this request was signed in with."""

    id: str | None
    """Of a token or an app password; null of anything else."""
    method: str
    """How it was proven, such as `password`, `app-password` or `token`."""
    scope: SessionCredentialScope
    """What it may be used for."""
    scopes: list[str] | None
    """What a token is for; null where nothing is left out."""
    expires: Timestamp | None
    """When it ends; null for never."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", or_null(TEXT), True),
        Member("method", "method", TEXT, True),
        Member("scope", "scope", named("SessionCredentialScope"), True),
        Member("scopes", "scopes", or_null(list_of(TEXT)), True),
        Member("expires", "expires", or_null(TIME), True),
    ]


class SessionCredentialScope(OpenText):
    """What it may be used for."""

    FULL = "full"
    DAV = "dav"
    READ_ONLY = "read-only"
    API = "api"
