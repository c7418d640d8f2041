"""Connections to one server of the directory."""

from __future__ import annotations

import ssl
from contextlib import suppress
from typing import TYPE_CHECKING

from ldap3 import ANONYMOUS, NONE, SIMPLE, SYNC, Connection, Server, Tls
from ldap3.core.exceptions import LDAPException
from pyasn1.error import PyAsn1Error

from a3dav_ldap.errors import DirectoryAway

if TYPE_CHECKING:
    from a3dav_ldap.settings import LdapSettings

SUCCESS = 0
UNABLE = frozenset({3, 11, 51, 52, 80})
"""Results that say nothing about a password: limits, busy, unavailable, other (RFC 4511 §A.2)."""
Failures = (
    LDAPException, OSError, PyAsn1Error, LookupError, ValueError, TypeError, AttributeError, ArithmeticError,
    RecursionError,
)  # fmt: skip
"""What ldap3 raises when a server is gone, and when one says what is not LDAP."""


class _Verified(Tls):
    """The standard library judges the certificate, its name and dates (RFC 4513 §3.1.3)."""

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__(validate=ssl.CERT_REQUIRED)
        self._context = context

    def wrap_socket(self, connection: Connection, do_handshake: bool = False) -> None:
        connection.socket = self._context.wrap_socket(
            connection.socket, do_handshake_on_connect=do_handshake, server_hostname=connection.server.host
        )


def open_connection(settings: LdapSettings, url: str) -> Connection:
    """An open connection on which nobody is signed in yet."""
    connection = Connection(
        _server(settings, url), client_strategy=SYNC, auto_bind=False, auto_referrals=False, auto_range=False,
        auto_escape=False, auto_encode=False, check_names=False, read_only=True,
        receive_timeout=settings.answer_seconds,
    )  # fmt: skip
    try:
        connection.open(read_server_info=False)
        if settings.start_tls and url.lower().startswith("ldap:"):
            connection.start_tls(read_server_info=False)
    except Failures as error:
        close(connection)
        raise DirectoryAway(f"{url} cannot be reached: {reason(error)}") from error
    return connection


def _server(settings: LdapSettings, url: str) -> Server:
    tls = None
    if settings.start_tls or url.lower().startswith("ldaps:"):
        tls = _Verified(_context(settings.ca_file))
    return Server(url, get_info=NONE, tls=tls, connect_timeout=settings.connect_seconds)


def _context(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except OSError as error:
        raise DirectoryAway(f"the authorities in {ca_file} cannot be read: {reason(error)}") from error


def bind(connection: Connection, dn: str, password: str) -> int:
    """The result of a simple bind; a name without a password is refused, and never sent (RFC 4513 §5.1.2)."""
    if dn and not password:
        raise RuntimeError("a name without a password proves nothing")
    connection.authentication = SIMPLE if dn else ANONYMOUS
    connection.user, connection.password = dn or None, password or None
    try:
        connection.bind(read_server_info=False)
    finally:
        connection.user = connection.password = None
    return int(connection.result["result"])


def close(connection: Connection) -> None:
    """Also where nothing can be said any more."""
    held = connection.socket
    with suppress(*Failures):  # the other side may be gone
        connection.unbind()
    if held is not None:
        held.close()


def reason(error: BaseException) -> str:
    """What a person can make of an error of the library, on one line."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(text.split())[:200] or type(error).__name__
