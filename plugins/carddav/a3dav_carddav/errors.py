"""The preconditions of RFC 6352 §6.3.2.1 and §8.6 as refusals."""

from __future__ import annotations

from a3dav.errors import Forbidden, UnsupportedMediaType
from a3dav_carddav.names import carddav

CONVERSION = carddav("supported-address-data-conversion")


def valid_address_data(message: str) -> Forbidden:
    return Forbidden(message, condition=carddav("valid-address-data"))


def supported_address_data(message: str) -> Forbidden:
    return Forbidden(message, condition=carddav("supported-address-data"))


def supported_filter(message: str, content: bytes = b"") -> Forbidden:
    return Forbidden(message, condition=carddav("supported-filter"), content=content)


def supported_collation(message: str) -> Forbidden:
    return Forbidden(message, condition=carddav("supported-collation"))


def not_converted(message: str) -> UnsupportedMediaType:
    """What one card of a report is answered with (RFC 6352 §5.1.1, §8.7.2)."""
    return UnsupportedMediaType(message, condition=CONVERSION)
