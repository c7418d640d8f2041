"""Operations that an administrator put into a folder, known by the SHA-256 of their files."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from a3dav_admin.errors import UNKNOWN_OPERATION, GraphError
from a3dav_admin.requests import Operation

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.admin")
_SERVICE = "admin.operations"


def text_of(house: House, operation: Operation) -> str:
    """The text that is worked on; the folder is read once, at the first operation."""
    if not operation.digest:
        if house.section("admin").only_operations:
            raise GraphError("operations are asked for by the documentId of one that is known here", UNKNOWN_OPERATION)
        return operation.text
    known: Mapping[str, str] | None = house.services.get(_SERVICE)
    if known is None:
        known = house.services[_SERVICE] = _read(house.section("admin").operations)
    if operation.digest not in known:
        raise GraphError("no operation here has this documentId", UNKNOWN_OPERATION)
    return known[operation.digest]


def _read(folder: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for file in sorted(Path(folder).glob("*.graphql")) if folder else ():
        try:
            data = file.read_bytes()
            found[hashlib.sha256(data).hexdigest()] = data.decode()
        except (OSError, ValueError) as error:
            log.warning("the operation %s cannot be read: %s", file, error)
    return found
