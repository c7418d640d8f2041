"""How people, groups, rooms and resources are told of to others."""

from __future__ import annotations

from a3dav.principals import Account


def principal(account: Account | None, account_id: bytes) -> dict[str, str | None]:
    """One that was erased a moment ago has no name any more."""
    if account is None:
        return {"id": account_id.hex(), "name": "", "displayName": "", "email": None, "kind": "user"}
    return {
        "id": account.id.hex(), "name": account.name, "displayName": account.shown_name,
        "email": account.email or None, "kind": account.kind,
    }  # fmt: skip
