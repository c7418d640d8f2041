"""Whose account a call is about, and who may do what with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from a3dav.api import ApiCall
from a3dav.api.shapes import InvalidBody
from a3dav.errors import Conflict, Denied, NotFound, Refusal, UnprocessableContent
from a3dav.lanes import Lane, Step, Steps
from a3dav.principals import Account, Role

T = TypeVar("T")
STAFF = frozenset({Role.ADMIN, Role.AUDITOR})
_CONFLICTS = {"TAKEN": "taken", "LAST_ADMINISTRATOR": "last-administrator"}


def subject(call: ApiCall) -> Account:
    """Oneself, or anybody for those who administer and who audit; everybody else does not exist."""
    wanted = bytes.fromhex(call.parameters["accountId"])
    found = call.house.store.accounts.by_id(wanted) if is_own(call) or oversees(call) else None
    if found is None:
        raise NotFound("nothing has this identifier")
    return found


def changeable(call: ApiCall) -> Account:
    """The same of what is to be changed: auditors look."""
    found = subject(call)
    if not (is_own(call) or administers(call)):
        raise Denied("auditors change nothing of others")
    return found


def is_own(call: ApiCall) -> bool:
    return bytes.fromhex(call.parameters["accountId"]) == call.identity.account.id


def oversees(call: ApiCall) -> bool:
    return call.identity.account.role in STAFF and call.identity.may("admin")


def administers(call: ApiCall) -> bool:
    return call.identity.account.role is Role.ADMIN and call.identity.may("admin")


def refuse_unproven(call: ApiCall) -> None:
    """What would give away an account is not for a program that it was lent to."""
    if not call.identity.whole:
        raise Denied("this takes a password, and neither an app password nor a token")


def administer(
    act: Callable[..., T], *arguments: Any, pointers: Mapping[str, str], lane: Lane = Lane.WAIT, **given: Any
) -> Steps[T]:
    """Does something in a transaction of its own; a refusal is told with the member of the body it is about."""
    try:
        done: T = yield Step(lane, partial(act, *arguments, **given))
    except Refusal as error:
        if error.code in _CONFLICTS:
            raise Conflict(str(error), problem=_CONFLICTS[error.code]) from error
        if error.code == "NOT_FOUND":
            raise NotFound("nothing has this identifier") from error
        if error.field in pointers:
            raise InvalidBody(pointers[error.field], str(error)) from error
        raise UnprocessableContent(str(error)) from error
    return done
