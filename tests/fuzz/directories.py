"""What a directory tells of its entries, and what people type who sign in by it."""

from __future__ import annotations

import re

from hypothesis import strategies as st
from ldap3.operation.search import MATCH_EQUAL, parse_filter

from a3dav.names import is_account_name
from a3dav_content.cards import Card
from a3dav_ldap.cards import card_of
from a3dav_ldap.entries import Entry, dn_key, group_of, name_filter, person_of
from a3dav_ldap.settings import LdapSettings

from .target import Target

SETTINGS = (LdapSettings(), LdapSettings(uuid_attribute="objectGUID", name_attribute="sAMAccountName"))
_ESCAPE = re.compile(rb"\\([0-9a-f]{2})")


def entry_in(data: bytes) -> Entry:
    """The name of an entry in the first line, an attribute with a value in each other; \\xx are bytes."""
    dn, *lines = data.split(b"\n")
    values: dict[str, list[bytes]] = {}
    for line in lines:
        name, _, value = line.partition(b": ")
        raw = _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), value)
        values.setdefault(name.decode("latin-1").lower(), []).append(raw)
    return Entry(dn.decode("utf-8", "replace"), values)


def check_entry(data: bytes) -> None:
    """What is taken from an entry can be kept: a name of a group, an address, a card that says the same again."""
    entry = entry_in(data)
    for settings in SETTINGS:
        person, group = person_of(entry, settings), group_of(entry, settings)
        assert group is None or is_account_name(group.name)
        assert person is None or person.email.isprintable()
        assert dn_key(entry.dn) == dn_key(entry.dn.swapcase()) or not entry.dn.isascii()
        uid, body = card_of(entry, settings)
        if uid:
            assert Card.parse(body).uid == f"urn:uuid:{uid}"
            assert card_of(entry, settings) == (uid, body)


def check_name(data: bytes) -> None:
    """RFC 4515 \u00a73: whatever is typed is the value of the one assertion of the filter."""
    name = data.decode("utf-8", "replace")
    found = parse_filter(name_filter("(uid={name})", name), None, False, False, None, False).elements[0]
    told = _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), found.assertion["value"])
    assert (found.tag, found.assertion["attr"]) == (MATCH_EQUAL, "uid")
    assert told == name.strip().encode()


_NAMES = st.sampled_from(
    ["entryUUID", "objectGUID", "uid", "sAMAccountName", "cn", "sn", "mail", "jpegPhoto", "o", "l"]
)
_VALUES = st.text(max_size=60) | st.uuids().map(str) | st.sampled_from([r"\ff\d8\ff", "a@b", "; , \\", ""])
_LINES = st.lists(st.tuples(_NAMES, _VALUES).map(": ".join), max_size=12)
_DNS = st.sampled_from(["uid=a,dc=b", "cn=a\\, b+uid=c,dc=d", "", "="]) | st.text(max_size=40)
_ENTRIES = st.tuples(_DNS, _LINES.map("\n".join)).map("\n".join).map(lambda text: text.encode("utf-8", "replace"))
_TYPED = st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))

TARGETS = (
    Target("directory-entry", check_entry, _ENTRIES, (person_of, group_of, card_of, dn_key), ("entryUUID: ", "cn: ")),
    Target("directory-name", check_name, _TYPED, (name_filter,), ("*", "(", ")", "\\2a", "\\", "\0")),
)
