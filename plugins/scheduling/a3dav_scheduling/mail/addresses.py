"""Mail addresses: those of calendar users that a mail can go to, and those of its header."""

from __future__ import annotations

import re
from email.headerregistry import Address

LONGEST_LOCAL = 64
LONGEST = 254
# An atom of RFC 5322 §3.2.3, with what RFC 6532 adds; quoted local parts have no user and many readings.
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u00a1-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff.-]+")
_SPACES = re.compile(r"[\s\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffd]")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.ASCII)


def mailbox(address: str) -> str:
    """The mail address of a normal calendar user address; "" for what no mail can go to."""
    scheme, _, rest = address.partition(":")
    local, at, domain = rest.rpartition("@")
    plain = _LOCAL.fullmatch(local) and not _SPACES.search(local) and ".." not in f".{local}."
    if scheme != "mailto" or not at or not plain or len(local.encode()) > LONGEST_LOCAL:
        return ""
    named = all(_LABEL.fullmatch(label) for label in domain.split("."))
    return rest if named and len(rest.encode()) <= LONGEST else ""


def header_address(name: str, address: str) -> Address:
    """For From, To and Reply-To; a name that only repeats the address is left out."""
    return Address("" if name == address else name, addr_spec=address)
