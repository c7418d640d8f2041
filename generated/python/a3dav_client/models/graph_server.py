# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class ServerResult(Model):
    """Administrators and auditors ask for everything, everybody else for what is their own."""

    server: Server
    plugins: list[ServerPlugins]

    _members: ClassVar[List[Member]] = [
        Member("server", "server", named("Server"), True),
        Member("plugins", "plugins", list_of(named("ServerPlugins")), True),
    ]


@dataclass(slots=True, kw_only=True)
class ServerPlugins(Model):
    """A part of the server."""

    name: str
    version: str
    enabled: bool
    distribution: str
    """Where it comes from; empty for what is built in."""

    _members: ClassVar[List[Member]] = [
        Member("name", "name", TEXT, True),
        Member("version", "version", TEXT, True),
        Member("enabled", "enabled", BOOLEAN, True),
        Member("distribution", "distribution", TEXT, True),
    ]


@dataclass(slots=True, kw_only=True)
class Server(Model):
    """What runs here."""

    version: str

    _members: ClassVar[List[Member]] = [
        Member("version", "version", TEXT, True),
    ]
