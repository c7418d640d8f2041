"""Accounts for tests; their password hashes are cheap, so that a suite need not wait for argon2."""

from __future__ import annotations

from argon2 import PasswordHasher

from a3dav.house import House
from a3dav.principals import Account, Role
from a3dav.provisioning import provision
from a3dav.storage.transaction import Actor, Transaction
from a3dav.testing.client import Client

_cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def add_person(
    house: House, name: str, *, password: str = "", email: str = "", display_name: str = "",
    role: Role = Role.OWNER, kind: str = "user", quota: int = 0,
) -> Client:  # fmt: skip
    """Makes an account with homes, and a client that signs in as it."""
    password = password or f"{name}'s password"

    def work(tx: Transaction) -> None:
        account = tx.store.accounts.create(Account(b"", kind, name, display_name, email, role, quota=quota))
        tx.store.accounts.set_password_hash(account.id, _cheap.hash(password))
        provision(tx, house, account)

    house.transact(Actor(), work)
    return Client(house, name, password)
