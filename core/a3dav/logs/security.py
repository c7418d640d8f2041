"""What happened to accounts and credentials, a line each on the logger `a3dav.security`.

The form of the line of a failed login is a promise to those who read logs by programs: see
docs/how-to/watch.md and deploy/fail2ban.
"""

from __future__ import annotations

import logging
from typing import Any

from a3dav.logs.formats import REQUEST_ID

log = logging.getLogger("a3dav.security")


def failed_login(peer: str, account: str, reason: str, request: str, agent: str, *, guess: bool = True) -> None:
    """What was no guess is no warning, so that nobody is blocked for a token that ended."""
    fields = {
        "client.ip": peer,
        "user.name": account,
        "event.reason": reason,
        REQUEST_ID: request,
        "user_agent.original": agent,
    }
    _tell(logging.WARNING if guess else logging.INFO, "failed login", "login", "failure", fields)


def login(peer: str, account: str, method: str, request: str, agent: str) -> None:
    fields = {
        "client.ip": peer,
        "user.name": account,
        "a3dav.credential.method": method,
        REQUEST_ID: request,
        "user_agent.original": agent,
    }
    _tell(logging.INFO, "login", "login", "success", fields)


def denied(peer: str, account: str, reason: str, method: str, path: str, request: str) -> None:
    fields = {
        "client.ip": peer,
        "user.name": account,
        "event.reason": reason,
        "http.request.method": method,
        "url.path": path,
        REQUEST_ID: request,
    }
    _tell(logging.WARNING, "denied", "access", "failure", fields)


def blocked(peer: str, network: str, reason: str, seconds: int, request: str) -> None:
    fields = {
        "client.ip": peer,
        "event.reason": reason,
        "a3dav.block.network": network,
        "a3dav.block.seconds": seconds,
        REQUEST_ID: request,
    }
    _tell(logging.WARNING, "blocked", "block", "success", fields)


def too_many(peer: str, account: str, limit: str, request: str) -> None:
    """`limit` is what ran out: address, account or total."""
    fields = {"client.ip": peer, "user.name": account, "event.reason": limit, REQUEST_ID: request}
    _tell(logging.WARNING, "too many requests", "limit", "failure", fields)


def account_changed(action: str, target: str, method: str, os_user: int | None, request: str) -> None:
    """An act on an account, named as in the audit trail."""
    fields: dict[str, Any] = {"user.target.name": target, "a3dav.credential.method": method}
    if os_user is not None:
        fields["process.user.id"] = str(os_user)
    if request:
        fields[REQUEST_ID] = request
    _tell(logging.INFO, action.replace("-", " "), action, "success", fields)


def _tell(level: int, message: str, action: str, outcome: str, fields: dict[str, Any]) -> None:
    log.log(level, message, extra={"fields": fields | {"event.action": action, "event.outcome": outcome}})
