"""Distinguished names (RFC 4514) and filters (RFC 4515), as an administrator writes them."""

from __future__ import annotations

from collections.abc import Callable

from ldap3.core.exceptions import LDAPExceptionError
from ldap3.operation.search import parse_filter
from ldap3.utils.dn import parse_dn

_parsed: Callable[..., object] = parse_filter


def is_name(text: str) -> bool:
    try:
        return not text or bool(parse_dn(text))
    except LDAPExceptionError:
        return False


def is_filter(text: str) -> bool:
    try:
        if text:
            _parsed(text.replace("{name}", "x"), None, False, False, None, False)
    except LDAPExceptionError:
        return False
    return True
