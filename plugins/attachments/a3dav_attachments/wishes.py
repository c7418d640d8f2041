"""What a POST asks for (RFC 8607 §3.3), from the query of its URL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from a3dav.errors import Forbidden
from a3dav_attachments.names import caldav

if TYPE_CHECKING:
    from a3dav.exchange import Request

ADD, UPDATE, REMOVE = "attachment-add", "attachment-update", "attachment-remove"
ACTIONS = (ADD, UPDATE, REMOVE)
MOST_RIDS = 100
MOST_FIELDS = 20


@dataclass(slots=True, frozen=True)
class Wish:
    """`rids` name instances, none of them all; `managed_id` is that of the attachment to change."""

    action: str
    rids: tuple[str, ...] = ()
    managed_id: str = ""

    @property
    def uploads(self) -> bool:
        return self.action != REMOVE


def wish_of(request: Request) -> Wish:
    found = _parameters(request)
    action = found.get("action", [])
    if len(action) != 1 or action[0] not in ACTIONS:
        raise refused("valid-action-parameter", f"action is one of {', '.join(ACTIONS)}")
    wish = Wish(action[0], _rids(found.get("rid")), _managed_id(found.get("managed-id"), action[0]))
    if wish.action == UPDATE and "rid" in found:
        raise refused("valid-rid-parameter", "an attachment is updated in all instances that have it, without rid")
    return wish


def refused(condition: str, message: str) -> Forbidden:
    """A refusal by a precondition of §3.11, named by its local name."""
    return Forbidden(message, condition=caldav(condition))


def _parameters(request: Request) -> dict[str, list[str]]:
    try:
        given = parse_qsl(request.query, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise refused("valid-action-parameter", f"the query of the URL cannot be read: {error}") from error
    found: dict[str, list[str]] = {}
    for name, value in given:
        found.setdefault(name.lower(), []).append(value)
    return found


def _rids(values: list[str] | None) -> tuple[str, ...]:
    """§3.3.2: one list, separated by commas."""
    if values is None:
        return ()
    rids = tuple(dict.fromkeys(part.strip() for part in values[0].split(",")))
    if len(values) > 1 or "" in rids:
        raise refused("valid-rid-parameter", "rid is one list of instances, separated by commas")
    if len(rids) > MOST_RIDS:
        raise refused("valid-rid-parameter", f"rid names {MOST_RIDS} instances at most")
    return rids


def _managed_id(values: list[str] | None, action: str) -> str:
    """§3.3.3."""
    if action == ADD:
        if values is not None:
            raise refused("valid-managed-id-parameter", "an attachment gets its managed-id when it is added")
        return ""
    if values is None or len(values) != 1 or not values[0]:
        raise refused("valid-managed-id-parameter", f"{action} needs the managed-id of one attachment")
    return values[0]
