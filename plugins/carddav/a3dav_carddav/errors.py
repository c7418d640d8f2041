"""The preconditions of RFC 6352 §6.3.2.1 and §8.6 as refusals."""

from __future__ import annotations

from a3dav.errors import Conflict, Forbidden
from a3dav.resources import Resource
from a3dav.xml.writing import href
from a3dav_carddav.names import carddav


def valid_address_data(message: str) -> Forbidden:
    return Forbidden(message, condition=carddav("valid-address-data"))


def supported_address_data(message: str) -> Forbidden:
    return Forbidden(message, condition=carddav("supported-address-data"))


def supported_filter(message: str, content: bytes = b"") -> Forbidden:
    return Forbidden(message, condition=carddav("supported-filter"), content=content)


def supported_collation(message: str) -> Forbidden:
    return Forbidden(message, condition=carddav("supported-collation"))


def no_uid_conflict(message: str, holder: Resource) -> Conflict:
    return Conflict(message, condition=carddav("no-uid-conflict"), content=href(holder.href))
