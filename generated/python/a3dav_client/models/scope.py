# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


class Scope(OpenText):
    """What a token may be for."""

    PROFILE = "profile"
    CALENDARS_READ = "calendars:read"
    CALENDARS_WRITE = "calendars:write"
    CONTACTS_READ = "contacts:read"
    CONTACTS_WRITE = "contacts:write"
    FILES_READ = "files:read"
    FILES_WRITE = "files:write"
    SHARING = "sharing"
    CHANGES_READ = "changes:read"
    WEBHOOKS = "webhooks"
    TOKENS = "tokens"
    ADMIN = "admin"
    DAV = "dav"
    OFFLINE_ACCESS = "offline_access"
