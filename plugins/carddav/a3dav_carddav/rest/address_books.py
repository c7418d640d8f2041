"""The operations on address books."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from a3dav.api import passing
from a3dav.api.collections import CollectionShape
from a3dav.api.shapes import text, update
from a3dav.methods.proppatch import Update
from a3dav.registries import ApiPart
from a3dav_carddav.address_books import ADDRESS_BOOK_TYPE
from a3dav_carddav.names import ADDRESS_BOOK, ADDRESS_BOOKS
from a3dav_carddav.properties import DESCRIPTION


def _show(stored: Mapping[str, bytes]) -> Mapping[str, object]:
    return {"description": text(stored.get(DESCRIPTION))}


def _updates(body: Mapping[str, Any]) -> Sequence[Update]:
    return [update(DESCRIPTION, body, "description")] if "description" in body else []


SHAPE = CollectionShape(
    ADDRESS_BOOKS, ADDRESS_BOOK, frozenset(ADDRESS_BOOK_TYPE), "addressBookId", _show, _updates
)  # fmt: skip
PART = ApiPart(
    Path(__file__).with_name("address_books.yaml"),
    {
        **SHAPE.actions("addressBooks"),
        "addressBooks.export": passing("GET", SHAPE.aim),
        "addressBooks.import": passing("POST", SHAPE.aim, ADDRESS_BOOK),
    },
)
