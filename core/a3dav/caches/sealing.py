"""Values that leave this host: nobody else can read them, or make one that is taken for ours."""

from __future__ import annotations

import os
from hashlib import blake2b

NONCE_BYTES = 16
OVERHEAD = NONCE_BYTES + 16
_ZERO = bytes(12)


class Seal:
    """AES-GCM under a key for each value, which follows from a secret, the name of the value and a random number.

    So no number is ever used twice with a key, however many values there are; and a value under another's name is none.
    """

    def __init__(self, secret: bytes, prefix: str) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # only where it is used

        self._secret, self._prefix, self._cipher = secret, prefix, AESGCM

    def name(self, key: bytes) -> str:
        """What stands for a key: the same on every host that has the secret, and a riddle to others."""
        return self._prefix + blake2b(key, key=self._secret, digest_size=16, person=b"a3dav name").hexdigest()

    def close(self, name: str, value: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher(self._key(nonce, name)).encrypt(_ZERO, value, None)

    def open(self, name: str, sealed: bytes) -> bytes:
        """Raises ValueError where the bytes were not sealed under this name and secret."""
        from cryptography.exceptions import InvalidTag

        nonce = sealed[:NONCE_BYTES]
        try:
            return self._cipher(self._key(nonce, name)).decrypt(_ZERO, sealed[NONCE_BYTES:], None)
        except InvalidTag as error:
            raise ValueError("not sealed by this store") from error

    def _key(self, nonce: bytes, name: str) -> bytes:
        return blake2b(nonce + name.encode(), key=self._secret, digest_size=32, person=b"a3dav value").digest()
