"""Bodies of answers, of bounded size before and after they are unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from a3dav.outgoing.errors import OutgoingError

CODINGS = "gzip"
_GZIP = 16 + zlib.MAX_WBITS


def gather(pieces: Iterable[bytes], coding: str, limit: int, origin: str, *, cut: bool) -> bytes:
    """The body of an answer; more than `limit` bytes are refused, or cut off."""
    whole = bytearray()
    for piece in _unpacked(pieces, coding.strip().lower(), limit, origin):
        whole += piece
        if len(whole) > limit:
            if cut:
                break
            raise OutgoingError(f"{origin} sends more than {limit} bytes")
    return bytes(whole[:limit])


def _unpacked(pieces: Iterable[bytes], coding: str, limit: int, origin: str) -> Iterable[bytes]:
    if coding in {"", "identity"}:
        return pieces
    if coding not in {"gzip", "x-gzip"}:
        raise OutgoingError(f"{origin} sends its answer in a coding that it was not asked for")
    return _gunzip(pieces, limit, origin)


def _gunzip(pieces: Iterable[bytes], limit: int, origin: str) -> Iterable[bytes]:
    unpacker = zlib.decompressobj(_GZIP)
    for piece in pieces:
        rest = piece
        while rest:
            try:
                yield unpacker.decompress(rest, limit + 1)
            except zlib.error as error:
                raise OutgoingError(f"{origin} sends gzip that cannot be unpacked") from error
            rest = unpacker.unconsumed_tail
            if unpacker.eof:  # RFC 1952 §2.2: members may follow one another
                rest, unpacker = unpacker.unused_data, zlib.decompressobj(_GZIP)
