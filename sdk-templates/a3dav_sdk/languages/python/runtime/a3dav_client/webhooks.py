"""Verifies messages that a server posts (Standard Webhooks), and reads their events."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Iterable, Mapping
from typing import Any

from ._codec import ANY
from ._errors import WebhookError
from ._json import loads
from ._webhook_types import TYPES

TOLERANCE = 300.0


def verify(
    headers: Mapping[str, str], body: bytes, secrets: str | bytes | Iterable[str | bytes], *, now: float | None = None,
    tolerance: float = TOLERANCE,
) -> Any:  # fmt: skip
    """The event in a message, typed where its type is known; WebhookError where it is not from the server."""
    given = {name.lower(): value for name, value in headers.items()}
    message, stamp, signatures = (given.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    if not (message and stamp and signatures):
        raise WebhookError("missing")
    moment = time.time() if now is None else now
    if not (stamp.isascii() and stamp.isdigit()) or abs(moment - int(stamp)) > tolerance:
        raise WebhookError("timestamp")
    signed = f"{message}.{stamp}.".encode() + body
    keys = [secrets] if isinstance(secrets, (str, bytes)) else secrets
    wanted = [hmac.new(_key(key), signed, hashlib.sha256).digest() for key in keys]
    # Every signature is compared with every key, so that time tells nothing.
    if sum(hmac.compare_digest(one, two) for one in wanted for two in _signatures(signatures)) == 0:
        raise WebhookError("mismatch")
    event = loads(body)
    kind = event.get("type") if isinstance(event, dict) else None
    return (TYPES.get(kind, ANY) if isinstance(kind, str) else ANY).read(event, "")


def _key(secret: str | bytes) -> bytes:
    if isinstance(secret, bytes):
        return secret
    if not secret.startswith("whsec_"):
        return secret.encode()
    return base64.b64decode(secret.removeprefix("whsec_"))


def _signatures(header: str) -> list[bytes]:
    found = []
    for one in header.split():
        version, _, value = one.partition(",")
        if version == "v1":
            try:
                found.append(base64.b64decode(value, validate=True))
            except (binascii.Error, ValueError):
                continue
    return found


__all__: list[str] = ["TOLERANCE", "verify"]
