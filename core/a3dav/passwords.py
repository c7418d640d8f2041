"""Password hashing with argon2, two at a time, and app passwords."""

from __future__ import annotations

import base64
import hashlib
import secrets
import threading

import bcrypt
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
_two_at_a_time = threading.Semaphore(2)
MAX_PASSWORD = 1024
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def hash_password(password: str) -> str:
    if not password or len(password.encode()) > MAX_PASSWORD:
        raise ValueError(f"a password has 1 to {MAX_PASSWORD} bytes")
    with _two_at_a_time:
        return _hasher.hash(password)


def _hash_of_nothing() -> str:
    """A hash that costs what all others cost to verify, and that no password has."""
    salt, digest = (base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (16, _hasher.hash_len))
    costs = f"m={_hasher.memory_cost},t={_hasher.time_cost},p={_hasher.parallelism}"
    return f"$argon2id$v=19${costs}${salt}${digest}"


_NOBODY = _hash_of_nothing()


def verify_password(password_hash: str | None, password: str) -> bool:
    """Takes as long for an account without a password as for one with a wrong password."""
    if len(password.encode()) > MAX_PASSWORD:
        return False
    with _two_at_a_time:
        try:
            return _hasher.verify(password_hash or _NOBODY, password) and password_hash is not None
        except (VerificationError, InvalidHashError):
            return False


def verify_htpasswd(password_hash: str, password: str) -> bool:
    """Hashes of `htpasswd -B` (bcrypt) and of argon2; nothing weaker."""
    if password_hash.startswith("$argon2"):
        return verify_password(password_hash, password)
    if not password_hash.startswith(("$2a$", "$2b$", "$2y$")):
        return False
    with _two_at_a_time:
        try:
            return bcrypt.checkpw(password.encode()[:72], password_hash.encode())
        except ValueError:
            return False


def new_password(groups: int = 4) -> str:
    """A password that a person can type: groups of five from 31 letters and digits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(groups))


BEARER_MARK = "a3dav_"


def new_token() -> str:
    """A bearer token: 256 random bits behind a prefix by which searches for leaked secrets know it."""
    return BEARER_MARK + secrets.token_urlsafe(32)


def token_digest(key: bytes, token: str) -> bytes:
    """Tokens are random and looked up by this, so that no comparison tells how much of one is right."""
    return hashlib.blake2b(b"token:" + token.encode(), key=key, digest_size=32).digest()


def app_password_digest(key: bytes, account_id: bytes, password: str) -> bytes:
    """A keyed digest suffices: app passwords are random, and looked up by it."""
    return hashlib.blake2b(account_id + password.encode(), key=key, digest_size=32).digest()
