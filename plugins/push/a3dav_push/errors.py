"""The preconditions of the draft as refusals."""

from __future__ import annotations

from a3dav.errors import Forbidden
from a3dav_push.names import push


def invalid_subscription(message: str) -> Forbidden:
    return Forbidden(message, condition=push("invalid-subscription"))


def push_not_available(message: str) -> Forbidden:
    return Forbidden(message, condition=push("push-not-available"))


def no_supported_trigger(message: str) -> Forbidden:
    return Forbidden(message, condition=push("no-supported-trigger"))
