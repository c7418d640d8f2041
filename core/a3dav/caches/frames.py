"""An answer as bytes, for memory that processes and hosts share: a head in JSON, and the body behind it."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

Told: TypeAlias = tuple[int, bytes, tuple[tuple[str, str], ...], str]
"""Status, body, headers and content type."""
_LENGTH = 4
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(tuple[int, tuple[tuple[str, str], ...], str]).decode


def framed(told: Told) -> bytes:
    status, body, headers, content_type = told
    head = _encode((status, headers, content_type))
    return b"".join([len(head).to_bytes(_LENGTH, "big"), head, body])


def unframed(frame: bytes) -> Told:
    """Raises ValueError where the bytes are none of ours."""
    end = _LENGTH + int.from_bytes(frame[:_LENGTH], "big")
    status, headers, content_type = _decode(frame[_LENGTH:end])
    return status, frame[end:], headers, content_type
