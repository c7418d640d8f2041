"""The operations on accounts, and the directory of those that one sees."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from a3dav.administration import describe_account
from a3dav.api import ApiCall, cursor_after, position_of
from a3dav.api.people import principal
from a3dav.api.shapes import moment
from a3dav.errors import Denied
from a3dav.exchange import Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.principals import Account, Role
from a3dav.registries import ApiAction, ApiPart
from a3dav.resources import path_href
from a3dav.storage.conditions import Condition, Match, all_of, any_of
from a3dav.visibility import seen_by
from a3dav.writing import actor_of
from a3dav_rest.accounts import credentials
from a3dav_rest.accounts.subjects import (
    administer,
    administers,
    changeable,
    is_own,
    oversees,
    refuse_unproven,
    subject,
)

ENTRY_MICROSECONDS = 20
_SEARCHED = ("lower(p.name)", "p.folded_name", "p.folded_email")


def list_accounts(call: ApiCall) -> Response:
    if not oversees(call):
        raise Denied("administrators and auditors alone see all accounts")
    found, following = _page(call, _wanted(call))
    return call.answer({"items": [shown(call, account) for account in found], "next": following})


def list_cost(call: ApiCall) -> int:
    if not oversees(call):
        return 0
    return ENTRY_MICROSECONDS * call.house.store.accounts.count(call.parameters["limit"], _wanted(call))


def _wanted(call: ApiCall) -> Condition:
    given = call.parameters
    terms = [Condition(f"a.{name} = ?", (given[name],)) for name in ("kind", "role") if name in given]
    if "disabled" in given:
        terms.append(Condition("a.disabled = ?", (int(given["disabled"]),)))
    return all_of([*terms, *_named(call)])


def directory(call: ApiCall) -> Response:
    """Whom clients of WebDAV find, too, by the same rule."""
    found, following = _page(call, all_of([seen_by(call.house, call.identity), *_named(call)]))
    return call.answer({"items": [principal(account, account.id) for account in found], "next": following})


def _named(call: ApiCall) -> list[Condition]:
    text = call.parameters.get("text")
    return [any_of(Match(text).like(column) for column in _SEARCHED)] if text else []


def _page(call: ApiCall, condition: Condition) -> tuple[Sequence[Account], str | None]:
    limit, after = call.parameters["limit"], str((position_of(call) or [""])[0])
    found = call.house.store.accounts.search(condition, after, limit + 1)
    following = cursor_after(call, found[limit - 1].name) if len(found) > limit else None
    return found[:limit], following


def get(call: ApiCall) -> Response:
    return call.answer(shown(call, subject(call)))


def shown(call: ApiCall, account: Account) -> dict[str, Any]:
    default = call.house.settings.limits.default_quota
    return {
        "id": account.id.hex(), "kind": account.kind, "name": account.name, "displayName": account.shown_name,
        "email": account.email or None, "role": account.role.value, "disabled": account.disabled,
        "href": path_href(account.path, True), "created": moment(account.created), "changed": moment(account.changed),
        "quota": {
            "used": account.used, "own": account.quota or None, "limit": account.quota or default or None,
        },
    }  # fmt: skip


def early_update(call: ApiCall) -> None:
    changeable(call)


def update(call: ApiCall) -> Steps[Response]:
    account: Account = yield Step(Lane.READ, changeable, (call,))
    _refuse_beyond(call)
    yield from administer(
        describe_account, call.house, actor_of(call.identity, call.exchange.request.id), account.name,
        pointers={"email": "/email"}, **_facts(call.body),
    )  # fmt: skip
    told: Response = yield Step(Lane.READ, get, (call,))
    return told


def _refuse_beyond(call: ApiCall) -> None:
    """Everybody says how they are called; how they are reached, and what they may, administrators decide."""
    others = call.body.keys() - {"displayName"}
    if others and not administers(call):
        raise Denied(f"administrators alone change {', '.join(sorted(others))}")
    if others - {"disabled"} or not is_own(call):
        refuse_unproven(call)


def _facts(body: dict[str, Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if "displayName" in body:
        facts["display_name"] = body["displayName"] or ""
    if "email" in body:
        facts["email"] = body["email"] or ""
    if "role" in body:
        facts["role"] = Role(body["role"])
    if "own" in body.get("quota", {}):
        facts["quota"] = body["quota"]["own"] or 0
    if "disabled" in body:
        facts["disabled"] = body["disabled"]
    return facts


PART = ApiPart(
    Path(__file__).with_name("accounts.yaml"),
    {
        "accounts.list": ApiAction(list_accounts, cost=list_cost),
        "accounts.directory": directory,
        "accounts.get": get,
        "accounts.update": ApiAction(update, early_update),
        **credentials.ACTIONS,
    },
)
