"""The section `[plugins.ldap]`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from a3dav.config.fields import setting

SCHEMES = ("ldaps", "ldap", "ldapi")


@dataclass(frozen=True, slots=True)
class LdapSettings:
    """The directory (LDAP) whose people sign in here, and whose groups and addresses are known here."""

    urls: tuple[str, ...] = setting(
        (),
        "Servers of the directory, tried in turn: ldaps://host, ldap://host or ldapi://; none switches all of it off.",
    )
    start_tls: bool = setting(False, "Whether connections to ldap:// are secured by StartTLS (RFC 4511 §4.14).")
    ca_file: str = setting("", "A PEM file of authorities to believe instead of those of the system.")
    allow_clear_text: bool = setting(False, "Whether passwords may cross the network without TLS.")
    bind_dn: str = setting("", "Who searches the directory, such as cn=a3dav,dc=example,dc=org; empty is nobody.")
    bind_password: str = setting("", "The password of bind_dn.", secret=True)
    base: str = setting("", "Below which entry people stand, such as ou=people,dc=example,dc=org.")
    people_filter: str = setting("(objectClass=inetOrgPerson)", "Which entries are people (RFC 4515).")
    user_filter: str = setting("(uid={name})", "Which of the people somebody is who signs in with a {name}.")
    name_attribute: str = setting("uid", "The attribute that names the account of a person.")
    display_name_attribute: str = setting("cn", "The attribute with the name that others see.")
    email_attribute: str = setting("mail", "The attribute with the address of a person.")
    uuid_attribute: str = setting(
        "entryUUID", "The attribute that stays with an entry for ever; objectGUID in Active Directory."
    )
    group_base: str = setting("", "Below which entry groups stand; empty is base.")
    group_filter: str = setting("", "Which entries are groups, such as (objectClass=groupOfNames); empty takes none.")
    group_name_attribute: str = setting("cn", "The attribute that names a group.")
    member_attribute: str = setting(
        "member", "Where memberships stand: member, uniqueMember or memberUid of groups, or memberOf of people."
    )
    admin_groups: tuple[str, ...] = setting(
        (), "Groups whose members are administrators; given, no other person of the directory is one."
    )
    auditor_groups: tuple[str, ...] = setting((), "Groups whose members are auditors, likewise.")
    provision: bool = setting(True, "Whether people of the directory who have no account are given one.")
    local_accounts: Literal["keep", "adopt"] = setting(
        "keep", "What becomes of an account that was made here when the directory has a person or group of its name."
    )
    refresh_seconds: int = setting(
        900, "How often people and groups are brought up to date; 0 leaves it to the command.", unit="seconds"
    )
    most_gone: int = setting(
        25, "The share of the accounts that may be gone from the directory at once; more are not disabled.",
        unit="percent", maximum=100,
    )  # fmt: skip
    page_size: int = setting(500, "Entries that are asked for at once (RFC 2696).", minimum=1, maximum=10_000)
    connect_seconds: int = setting(
        3, "How long a server may take to be reached.", unit="seconds", minimum=1, maximum=60
    )
    answer_seconds: int = setting(10, "How long it may take to answer.", unit="seconds", minimum=1, maximum=600)
    pause_seconds: int = setting(
        10, "How long a directory that did not answer is not asked again by a process.", unit="seconds", maximum=3600
    )
    pool_size: int = setting(4, "Connections that a process has open at most.", minimum=1, maximum=100)
    address_book: bool = setting(False, "Whether the directory is an address book, too, that nobody writes.")
    address_book_name: str = setting("Directory", "What clients call it.")
    address_book_account: str = setting("ldap", "The name of the account that owns it, and that nobody signs in to.")
    address_book_filter: str = setting("", "Which entries stand in it; empty is people_filter.")
    address_book_readers: tuple[str, ...] = setting(
        (), "Names of the groups that read it; empty lets everybody who signs in."
    )
    photo_bytes: int = setting(65_536, "The largest photo that a card has; 0 leaves them out.", unit="bytes")

    @property
    def groups_below(self) -> str:
        return self.group_base or self.base

    def problems(self) -> Iterator[tuple[str, str]]:
        for url in self.urls:
            if problem := self._problem_of(url):
                yield "urls", problem
        if self.urls and not self.base:
            yield "base", "must name the entry below which people stand"
        if self.bind_dn and not self.bind_password and self.urls:
            yield "bind_password", "must be given with bind_dn (RFC 4513 §5.1.2)"
        if "{name}" not in self.user_filter:
            yield "user_filter", "must hold {name}, as in (uid={name})"
        if (self.admin_groups or self.auditor_groups) and not self.group_filter:
            yield "group_filter", "must say which entries are groups, or admin_groups and auditor_groups mean nobody"
        if self.urls:
            yield from self._malformed()

    def _malformed(self) -> Iterator[tuple[str, str]]:
        from a3dav_ldap.grammar import is_filter, is_name  # of a library that takes room where there is a directory

        for key in ("base", "group_base", "bind_dn"):
            if not is_name(getattr(self, key)) and "@" not in getattr(self, key):
                yield key, "must be a name such as ou=people,dc=example,dc=org"
        for key in ("people_filter", "user_filter", "group_filter", "address_book_filter"):
            if not is_filter(getattr(self, key)):
                yield key, "must be a filter such as (objectClass=person)"

    def _problem_of(self, url: str) -> str:
        parts = _split(url)
        if parts is None or parts.scheme not in SCHEMES or (parts.scheme != "ldapi" and not parts.hostname):
            return "must be addresses such as ldaps://ldap.example.org"
        if parts.scheme != "ldap" or self.start_tls or self.allow_clear_text or _is_here(parts.hostname or ""):
            return ""
        return (
            f"must not send passwords to {parts.hostname} in clear text; write ldaps://, or set start_tls,"
            " or allow_clear_text where the network itself is secure"
        )


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        return parts if parts.port is None or parts.port else None
    except ValueError:
        return None


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
