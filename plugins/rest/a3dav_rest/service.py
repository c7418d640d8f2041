"""The compiled API of a house."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from a3dav_rest.compiling import Api
from a3dav_rest.downlevel import as_3_1
from a3dav_rest.judging import Judge

if TYPE_CHECKING:
    from a3dav.house import House

NAME = "rest.api"


@dataclass(slots=True, frozen=True)
class Served:
    """A document as it is sent, and its entity tag."""

    body: bytes
    etag: str


class Service:
    """What requests look things up in."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.judge = Judge(api.document)

    @cached_property
    def document(self) -> Served:
        return _served(self.api.document)

    @cached_property
    def document_3_1(self) -> Served:
        return _served(as_3_1(self.api.document))


def _served(document: object) -> Served:
    body = msgspec.json.encode(document) + b"\n"
    return Served(body, blake2b(body, digest_size=16).hexdigest())


def service_of(house: House) -> Service:
    service: Service = house.services[NAME]
    return service
