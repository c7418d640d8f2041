"""Message-IDs of this server's own: made of the id of a mail, so that one sent again has the same, and signed."""

from __future__ import annotations

import hmac
import re
from base64 import b32decode, b32encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a3dav.storage.store import Store

_NAME = re.compile(r"(?<![A-Za-z0-9])([a-z2-7]{26})\.([0-9a-f]{12})(?![A-Za-z0-9])", re.ASCII)
_PADDING = "=" * 6


def name_of(store: Store, mail_id: bytes) -> str:
    """Short, so that the header need not be folded, and of letters whose case says nothing."""
    return f"{b32encode(mail_id).decode().rstrip('=').lower()}.{_signature(store, mail_id)}"


def message_id(store: Store, mail_id: bytes, domain: str) -> str:
    return f"<{name_of(store, mail_id)}@{domain}>"


def names_in(texts: list[str]) -> tuple[tuple[bytes, str], ...]:
    """The ids and signatures that stand in some texts, genuine or not."""
    found = [match.groups() for text in texts if (match := _NAME.search(text.lower()))]
    return tuple(dict.fromkeys((b32decode(name.upper() + _PADDING), signature) for name, signature in found))


def is_genuine(store: Store, mail_id: bytes, signature: str) -> bool:
    return hmac.compare_digest(signature, _signature(store, mail_id))


def _signature(store: Store, mail_id: bytes) -> str:
    return store.mac(f"mail/{mail_id.hex()}")[:12]
