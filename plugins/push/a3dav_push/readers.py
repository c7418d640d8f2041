"""Who stands behind a subscription: whoever may not sign in or read any more is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.principals import Identity, Scope

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_push.subscriptions import Subscription


def reader_of(house: House, entry: Subscription) -> Identity | None:
    """The principal as the credential of the registration proves it now, None where it does no longer."""
    accounts = house.store.accounts
    account = accounts.by_id(entry.account_id)
    if account is None or account.disabled:
        return None
    groups, scope = accounts.groups_of(account.id), Scope.FULL
    if entry.credential_id:
        known = {password.id: password for password in accounts.app_passwords(account.id)}
        password = known.get(entry.credential_id)
        if password is None or 0 < password.expires < now_ms():
            return None
        scope = password.scope
    return Identity(account, "push", entry.credential_id, scope, groups)
