"""The key pair with which the server signs for itself (VAPID, RFC 8292).

It is derived from the secret of the store, so that it is there from the beginning, in every worker and in every
backup. A rotation begins a new generation with random bytes of its own, which nobody knows who had the store before.
"""

from __future__ import annotations

import base64
import os
from functools import lru_cache
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

if TYPE_CHECKING:
    from a3dav.storage.store import Store

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the group of P-256 (FIPS 186-5, SP 800-186 §3.2.1.3)."""


def generation(store: Store) -> int:
    row = store.engine.row("SELECT MAX(generation) FROM push_keys")
    return int(row[0] or 0) if row else 0


def begin_generation(store: Store, created: int) -> None:
    """Inside a transaction."""
    store.engine.execute(
        "INSERT INTO push_keys (generation, created, salt) VALUES (?, ?, ?)",
        (generation(store) + 1, created, os.urandom(32)),
    )


def private_key(store: Store, of_generation: int) -> ec.EllipticCurvePrivateKey:
    row = store.engine.row("SELECT salt FROM push_keys WHERE generation = ?", (of_generation,))
    return _derived(store.key, bytes(row[0] or b"") if row else b"", of_generation)


def public_key(store: Store, of_generation: int) -> str:
    """As clients and push services take it: uncompressed, in base64url (RFC 8292 §3.2)."""
    return base64url(point(private_key(store, of_generation).public_key()))


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@lru_cache(maxsize=16)
def _derived(secret: bytes, salt: bytes, of_generation: int) -> ec.EllipticCurvePrivateKey:
    # 128 bits more than the order has make the remainder as good as drawn by lot (FIPS 186-5, A.2.1).
    drawn = HKDF(SHA256(), 48, salt or None, f"a3dav vapid {of_generation}".encode()).derive(secret)
    return ec.derive_private_key(int.from_bytes(drawn) % (_ORDER - 1) + 1, ec.SECP256R1())
