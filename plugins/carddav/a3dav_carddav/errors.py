"""The preconditions of RFC 6352 §6.3.2.1 and §8.6 as refusals."""

from __future__ import annotations

from a3dav.errors import Forbidden
from a3dav_carddav.names import carddav


def valid_address_data(message: str) -> Forbidden:
    return Forbidden(message, condition=carddav("valid-address-data"))


def supported_address_data(message: str) -> Forbidden:
    return Forbidden(message, condition=carddav("supported-address-data"))


def supported_filter(message: str, content: bytes = b"") -> Forbidden:
    return Forbidden(message, condition=carddav("supported-filter"), content=content)


def supported_collation(message: str) -> Forbidden:
    return Forbidden(message, condition=carddav("supported-collation"))
