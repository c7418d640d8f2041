"""Who stands behind a subscription: whoever may not sign in or read any more is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.credentials import proven_by
from a3dav.principals import Identity

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_push.subscriptions import Subscription


def reader_of(house: House, entry: Subscription) -> Identity | None:
    """The principal as the credential of the registration proves it now, None where it does no longer."""
    return proven_by(house, entry.account_id, entry.credential_id, "push")
