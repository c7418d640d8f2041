"""What this server asks the directory: who somebody is, whether a password is theirs, and who there is."""

from __future__ import annotations

import logging
import re
import secrets
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from ldap3 import BASE, DEREF_NEVER, SUBTREE, Connection

from a3dav_ldap.connecting import SUCCESS, UNABLE, Failures, bind, close, open_connection, reason
from a3dav_ldap.entries import (
    Entry,
    Known,
    both,
    group_attributes,
    group_of,
    identity_filter,
    name_filter,
    person_attributes,
    person_of,
)
from a3dav_ldap.errors import DirectoryAway, SearchCut
from a3dav_ldap.names import SERVICE
from a3dav_ldap.pool import Pool

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_ldap.settings import LdapSettings

log = logging.getLogger("a3dav.ldap")
T = TypeVar("T")
Scope = Literal["BASE", "LEVEL", "SUBTREE"]
Pages = Generator[list[Entry], None, None]
_RANGE = re.compile(r"range=\d+-(\d{1,9})")
_PAGED = "1.2.840.113556.1.4.319"
_SIZE_LIMIT_EXCEEDED = 4


class Directory:
    """The servers of the directory as one; a failure is told once, and then nobody waits for it for a while."""

    def __init__(self, settings: LdapSettings) -> None:
        self.settings = settings
        self._searching = Pool(self._signed_in, settings.pool_size, settings.answer_seconds)
        self._proving = Pool(self._open, settings.pool_size, settings.answer_seconds)
        self._lock = threading.Lock()
        self._first = 0
        self._away_until, self._problem = 0.0, ""

    @property
    def is_away(self) -> bool:
        return bool(self._problem)

    # -- connections -------------------------------------------------------------------------------

    def _open(self) -> Connection:
        """To the first server that answers, beginning with the one that did so last."""
        urls, problems = self.settings.urls, []
        for number in range(len(urls)):
            at = (self._first + number) % len(urls)
            try:
                connection = open_connection(self.settings, urls[at])
            except DirectoryAway as error:
                problems.append(str(error))
                continue
            self._first = at
            return connection
        raise DirectoryAway("; ".join(problems))

    def _signed_in(self) -> Connection:
        connection, settings = self._open(), self.settings
        try:
            outcome = bind(connection, settings.bind_dn, settings.bind_password)
        except Failures as error:
            close(connection)
            raise DirectoryAway(f"the directory does not answer: {reason(error)}") from error
        if outcome != SUCCESS:
            told = connection.result["description"]
            close(connection)
            raise DirectoryAway(f"the directory does not let {settings.bind_dn or 'nobody'} in: {told}")
        return connection

    def _asked(self, pool: Pool, work: Callable[[Connection], T]) -> T:
        with self._lock:
            if time.monotonic() < self._away_until:
                raise DirectoryAway(self._problem)
        try:
            result = pool.run(work)
        except DirectoryAway as error:
            self._failed(str(error))
            raise
        self._answered()
        return result

    def _failed(self, problem: str) -> None:
        with self._lock:
            if not self._problem:
                log.warning("the directory is away: %s", problem)
            self._problem, self._away_until = problem, time.monotonic() + self.settings.pause_seconds

    def _answered(self) -> None:
        with self._lock:
            if self._problem:
                log.info("the directory is back")
            self._problem, self._away_until = "", 0.0

    def close(self) -> None:
        self._searching.close()
        self._proving.close()

    # -- questions ---------------------------------------------------------------------------------

    def people_named(self, name: str) -> list[Entry]:
        """The people that somebody may be who signs in with this name, two at most."""
        settings = self.settings
        wanted = both(settings.people_filter, name_filter(settings.user_filter, name))
        return self._few(settings.base, wanted, person_attributes(settings), 2)

    def known(self, kind: str, uuid: str) -> Known | None:
        """The person or group that an identity belongs to now."""
        settings = self.settings
        same = identity_filter(settings.uuid_attribute, uuid)
        if kind == "group":
            found = self._few(settings.groups_below, both(settings.group_filter, same), group_attributes(settings), 1)
            return group_of(found[0], settings) if found else None
        found = self._few(settings.base, both(settings.people_filter, same), person_attributes(settings), 1)
        return person_of(found[0], settings) if found else None

    def proves(self, dn: str, password: str) -> bool:
        """Whether the directory lets somebody in under this name."""

        def work(connection: Connection) -> int:
            return bind(connection, dn, password)

        outcome = self._asked(self._proving, work)
        if outcome in UNABLE:
            self._failed(f"the directory could not judge a password (result {outcome})")
            raise DirectoryAway("the directory could not judge a password")
        return outcome == SUCCESS

    def disproves(self) -> None:
        """Costs what a wrong password costs, where there is nobody whose password it could be."""
        self.proves(f"{self.settings.name_attribute}={secrets.token_hex(8)},{self.settings.base}", secrets.token_hex(8))

    def all_values(self, entry: Entry, attribute: str) -> list[str]:
        """Active Directory tells the members of large groups in pieces (MS-ADTS §3.1.1.3.1.3.3)."""
        texts, at = entry.texts(attribute), entry.rest.get(attribute.lower(), 0)
        while at:
            more = self._few(entry.dn, "(objectClass=*)", [f"{attribute};range={at}-*"], 1, BASE)
            following = more[0].rest.get(attribute.lower(), 0) if more else 0
            if not more or not more[0].raw(attribute) or 0 < following <= at:
                raise SearchCut(f"the directory did not tell all of {attribute} of {entry.dn[:200]}")
            texts, at = texts + more[0].texts(attribute), following
        return texts

    def _few(self, base: str, wanted: str, attributes: Sequence[str], most: int, scope: Scope = SUBTREE) -> list[Entry]:
        def work(connection: Connection) -> list[Entry]:
            connection.search(
                base, wanted, scope, DEREF_NEVER, list(attributes), size_limit=most,
                time_limit=self.settings.answer_seconds,
            )  # fmt: skip
            outcome = connection.result["result"]
            if outcome in UNABLE:
                raise DirectoryAway(f"the directory ended a search: {connection.result['description']}")
            return _entries(connection) if outcome in {SUCCESS, _SIZE_LIMIT_EXCEEDED} else []

        return self._asked(self._searching, work)

    def pages(self, base: str, wanted: str, attributes: Sequence[str]) -> Pages:
        """All entries, a page at a time, on a connection of their own; raises SearchCut where some are kept back."""
        connection = self._fresh()
        try:
            yield from self._pages(connection, base, wanted, list(attributes))
        except Failures as error:
            self._failed(f"the directory does not answer: {reason(error)}")
            raise DirectoryAway(f"the directory does not answer: {reason(error)}") from error
        finally:
            close(connection)

    def _fresh(self) -> Connection:
        try:
            connection = self._signed_in()
        except DirectoryAway as error:
            self._failed(str(error))
            raise
        self._answered()
        return connection

    def _pages(self, connection: Connection, base: str, wanted: str, attributes: list[str]) -> Pages:
        cookie: bytes | None = None
        while True:
            connection.search(
                base, wanted, SUBTREE, DEREF_NEVER, attributes, paged_size=self.settings.page_size, paged_cookie=cookie
            )
            if connection.result["result"] != SUCCESS:
                told = connection.result["description"]
                raise SearchCut(f"the directory did not tell everything below {base}: {told}")
            yield _entries(connection)
            cookie = _cookie(connection.result)
            if not cookie:
                return

    def count(self, base: str, wanted: str) -> int:
        with closing(self.pages(base, wanted, [self.settings.uuid_attribute])) as pages:
            return sum(len(page) for page in pages)


def _cookie(result: Mapping[str, Any]) -> bytes:
    """Where the next page begins (RFC 2696 §2); empty behind the last."""
    control = (result.get("controls") or {}).get(_PAGED) or {}
    found: bytes = (control.get("value") or {}).get("cookie") or b""
    return found


def _entries(connection: Connection) -> list[Entry]:
    """References to other servers are no entries, and are not followed."""
    found = (entry for entry in connection.response or () if entry.get("type") == "searchResEntry")
    return [entry_of(entry["dn"], entry["raw_attributes"]) for entry in found]


def entry_of(dn: str, attributes: Mapping[str, Sequence[bytes]]) -> Entry:
    """Options such as `;lang-en` are left away (RFC 4512 §2.5), and values without any stand first."""
    values: dict[str, list[bytes]] = {}
    rest: dict[str, int] = {}
    for name, given in sorted(attributes.items(), key=lambda item: ";" in item[0]):
        attribute, *options = name.lower().split(";")
        values.setdefault(attribute, []).extend(given)
        if told := _RANGE.fullmatch(";".join(options)):
            rest[attribute] = int(told[1]) + 1
    return Entry(dn, values, rest)


def directory_of(house: House) -> Directory | None:
    """The directory, as this process knows it; None where the settings name none."""
    settings: LdapSettings = house.section("ldap")
    if not settings.urls:
        return None
    found: Directory | None = house.services.get(SERVICE)
    if found is None:
        found = house.services.setdefault(SERVICE, Directory(settings))
    return found
