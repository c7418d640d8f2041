# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class AuditResult(Model):
    """Administrators and auditors ask for everything, everybody else for what is their own."""

    audit: Audit
    """The audit trail, the newest first."""

    _members: ClassVar[List[Member]] = [
        Member("audit", "audit", named("Audit"), True),
    ]


@dataclass(slots=True, kw_only=True)
class Audit(Model):
    """A page, in the one order that all pages have."""

    page_info: AuditPageInfo
    nodes: list[AuditNodes]
    """The nodes of the edges."""

    _members: ClassVar[List[Member]] = [
        Member("pageInfo", "page_info", named("AuditPageInfo"), True),
        Member("nodes", "nodes", list_of(named("AuditNodes")), True),
    ]


@dataclass(slots=True, kw_only=True)
class AuditNodes(Model):
    """An act that was noted: a write, a login, a refusal, an act of an administrator."""

    at: Timestamp | None
    action: str
    outcome: str
    """ok, failed or denied."""
    href: str | None
    """Where what it was about stands now."""
    actor: AuditNodesActor | None
    """Null where it was erased, or nobody's account."""

    _members: ClassVar[List[Member]] = [
        Member("at", "at", or_null(TIME), True),
        Member("action", "action", TEXT, True),
        Member("outcome", "outcome", TEXT, True),
        Member("href", "href", or_null(TEXT), True),
        Member("actor", "actor", or_null(named("AuditNodesActor")), True),
    ]


@dataclass(slots=True, kw_only=True)
class AuditNodesActor(Model):
    """A user, a group, a room or a resource."""

    id: str
    name: str

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
    ]


@dataclass(slots=True, kw_only=True)
class AuditPageInfo(Model):
    """Where a page stands among all."""

    has_next_page: bool
    end_cursor: str | None

    _members: ClassVar[List[Member]] = [
        Member("hasNextPage", "has_next_page", BOOLEAN, True),
        Member("endCursor", "end_cursor", or_null(TEXT), True),
    ]
