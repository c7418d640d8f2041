"""What every body, blob, dead property and text index passes on its way into the store and out of it."""

from typing import Protocol


class Codec(Protocol):
    """Turns clear bytes into stored ones with the key that `key_id` names."""

    def key_id(self, account_id: bytes) -> str: ...

    def encode(self, key_id: str, clear: bytes) -> bytes: ...

    def decode(self, key_id: str, stored: bytes) -> bytes: ...


class PlainCodec:
    """Stores bytes as they are, under the empty key id."""

    def key_id(self, account_id: bytes) -> str:  # noqa: ARG002 - part of the protocol
        return ""

    def encode(self, key_id: str, clear: bytes) -> bytes:
        self._require_plain(key_id)
        return clear

    def decode(self, key_id: str, stored: bytes) -> bytes:
        self._require_plain(key_id)
        return stored

    def _require_plain(self, key_id: str) -> None:
        if key_id:
            raise LookupError(f"the store holds data under the key {key_id!r}, which no plugin provides")
