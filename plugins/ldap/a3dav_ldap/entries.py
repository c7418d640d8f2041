"""Entries of the directory as people and groups of this server; whatever they hold may be wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from ldap3.core.exceptions import LDAPExceptionError
from ldap3.utils.conv import escape_filter_chars
from ldap3.utils.dn import parse_dn

from a3dav.names import tidy

if TYPE_CHECKING:
    from a3dav_ldap.settings import LdapSettings

LONGEST_NAME, LONGEST_ADDRESS, LONGEST_IDENTITY = 200, 254, 128
MEMBER_OF, MEMBER_UID = "memberof", "memberuid"
LONGEST_GROUP = 64
_UNNAMEABLE = re.compile(r"[^A-Za-z0-9._@+-]+")
_OBJECT_GUID = "objectguid"
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass(slots=True, frozen=True)
class Entry:
    """An entry with the values of its attributes, by name in lower case; of some there is more from a `rest` on."""

    dn: str
    values: Mapping[str, Sequence[bytes]]
    rest: Mapping[str, int] = field(default_factory=dict)

    def raw(self, attribute: str) -> Sequence[bytes]:
        return self.values.get(attribute.lower(), ())

    def texts(self, attribute: str) -> list[str]:
        """Values that are text, each on one line; others are left out."""
        found = (_text(value) for value in self.raw(attribute))
        return [text for text in found if text]

    def text(self, attribute: str) -> str:
        return next(iter(self.texts(attribute)), "")


@dataclass(slots=True, frozen=True)
class Known:
    """What this server takes from the entry of a person or a group; `uuid` stays whatever it is called."""

    kind: str
    uuid: str
    dn: str
    name: str
    display_name: str = ""
    email: str = ""
    groups: tuple[str, ...] = ()
    """Names of entries (DN) of the groups that the entry says it is in."""

    @property
    def called(self) -> str:
        """The name that the directory knows it by."""
        return self.display_name if self.kind == "group" else self.name


def _text(value: bytes) -> str:
    try:
        return tidy(value.decode())
    except UnicodeDecodeError:
        return ""


def identity_of(entry: Entry, attribute: str) -> str:
    """The value that stays with the entry, in one form; "" where there is none."""
    value = next(iter(entry.raw(attribute)), b"")
    if attribute.lower() == _OBJECT_GUID:
        return str(UUID(bytes_le=value)) if len(value) == 16 else ""
    text = _text(value)
    try:
        return str(UUID(text))
    except ValueError:
        return text if len(text) <= LONGEST_IDENTITY else ""


def identity_filter(attribute: str, identity: str) -> str:
    if attribute.lower() == _OBJECT_GUID:
        return f"({attribute}={''.join(f'{chr(92)}{byte:02x}' for byte in UUID(identity).bytes_le)})"
    return f"({attribute}={escape_filter_chars(identity)})"


def name_filter(template: str, name: str) -> str:
    """RFC 4515 §3: what somebody typed is a value and never a part of the filter."""
    return template.replace("{name}", escape_filter_chars(name))


def both(first: str, second: str) -> str:
    return f"(&{first}{second})"


def dn_key(dn: str) -> str:
    """A name of an entry as it is compared; "" for what is none."""
    try:
        parts = parse_dn(dn, strip=True)
    except LDAPExceptionError:
        return ""
    return "".join(f"{kind}={' '.join(value.split())}{end}" for kind, value, end in parts).casefold()


def person_of(entry: Entry, settings: LdapSettings) -> Known | None:
    """None for an entry that lacks what tells people apart."""
    uuid, name = identity_of(entry, settings.uuid_attribute), entry.text(settings.name_attribute)
    if not uuid or not name:
        return None
    return Known(
        "user", uuid, dn_key(entry.dn), name, entry.text(settings.display_name_attribute)[:LONGEST_NAME],
        address_in(entry.texts(settings.email_attribute)),
        tuple(filter(None, map(dn_key, entry.texts(MEMBER_OF)))),
    )  # fmt: skip


def group_of(entry: Entry, settings: LdapSettings) -> Known | None:
    """Groups may be called what no account is, such as Domain Admins."""
    uuid, called = identity_of(entry, settings.uuid_attribute), entry.text(settings.group_name_attribute)
    name = _UNNAMEABLE.sub("-", called)[:LONGEST_GROUP].strip("-._@+")
    return Known("group", uuid, dn_key(entry.dn), name, called[:LONGEST_NAME]) if uuid and name else None


def address_in(texts: Sequence[str]) -> str:
    """The first that can be an address."""
    return next((text for text in texts if len(text) <= LONGEST_ADDRESS and _is_address(text)), "")


def _is_address(text: str) -> bool:
    return text.isprintable() and _ADDRESS.fullmatch(text) is not None


def person_attributes(settings: LdapSettings) -> list[str]:
    wanted = [
        settings.name_attribute,
        settings.display_name_attribute,
        settings.email_attribute,
        settings.uuid_attribute,
    ]
    if settings.member_attribute.lower() == MEMBER_OF:
        wanted.append(settings.member_attribute)
    return list(dict.fromkeys(wanted))


def group_attributes(settings: LdapSettings) -> list[str]:
    return [settings.group_name_attribute, settings.uuid_attribute]
