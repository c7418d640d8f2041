# Rendered from the description of the interface; not for editing.
"""Which event has which type."""

from __future__ import annotations

from typing import Dict

from ._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Codec, list_of, map_of, named, or_null

TYPES: Dict[str, Codec] = {}
