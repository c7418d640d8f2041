"""Calendar user addresses and what ATTENDEE and ORGANIZER say about them (RFC 5545 §3.2, RFC 6638 §7)."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from a3dav_content.lines import Component, Property

MAX_ADDRESS = 2048
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f<>\u2028\u2029\ufffd]")
_PORTS = {"http": ":80", "https": ":443"}


@lru_cache(maxsize=8192)
def normal(address: str) -> str:
    """The one form of an address, so that equal texts mean equal users; "" for none."""
    address = address.strip()
    if address.startswith("<") and address.endswith(">"):
        address = address[1:-1].strip()
    match = _SCHEME.match(address)
    scheme = match.group()[:-1].lower() if match else ""
    rest = address[match.end() :] if match else address
    if scheme == "mailto" or (not scheme and "@" in address and not address.startswith("/")):
        mailbox = _mailbox(rest)
        return f"mailto:{mailbox}" if mailbox else ""
    if scheme in _PORTS:
        return _url(scheme, rest)
    if scheme == "urn":
        return f"urn:{rest.strip().lower()}"
    return f"{scheme}:{rest.strip()}" if scheme else _path(rest)


def _mailbox(rest: str) -> str:
    """Local parts count without their case: nobody has two users whose mail differs by that alone."""
    written = rest.partition("?")[0].strip()
    decoded = unquote(written)
    # What would break out of a header or a command of SMTP stays as it was escaped, and so does what escapes.
    safe = written if _UNSAFE.search(decoded) else decoded.replace("%", "%25").replace("?", "%3f")
    local, at, domain = safe.rpartition("@")
    return f"{local.casefold()}{at}{_domain(domain)}"


def _domain(domain: str) -> str:
    if domain.isascii() or len(domain) > 255:
        return domain.lower()
    try:
        return domain.encode("idna").decode().lower()
    except UnicodeError:
        return domain.casefold()


def _url(scheme: str, rest: str) -> str:
    try:
        parts = urlsplit(f"{scheme}:{rest}")
    except ValueError:
        return f"{scheme}:{rest.strip()}"
    if not parts.netloc:
        return f"{scheme}:{rest.strip()}"
    host = parts.netloc.lower()
    while host.endswith(_PORTS[scheme]):
        host = host.removesuffix(_PORTS[scheme])
    return f"{scheme}://{host}{_path(parts.path)}"


def _path(path: str) -> str:
    """A slash at the end says nothing, and neither does an escape that was not needed."""
    path = _ESCAPE.sub(_unescaped, path).strip()
    while path.endswith("/"):
        path = path.removesuffix("/").rstrip()
    return path


def _unescaped(match: re.Match[str]) -> str:
    character = chr(int(match.group()[1:], 16))
    return character if _UNRESERVED.fullmatch(character) else match.group().upper()


def address_of(entry: Property) -> str:
    return normal(entry.value)


def organizer_of(component: Component) -> str:
    """The normal address of the organizer; "" where there is none."""
    entry = component.first("ORGANIZER")
    return "" if entry is None else address_of(entry)


def attendees(component: Component) -> dict[str, Property]:
    """The attendees by their addresses; of two entries of one address the first counts, and one of none is nobody."""
    found: dict[str, Property] = {}
    for entry in component.all("ATTENDEE"):
        if address := address_of(entry):
            found.setdefault(address, entry)
    return found


def attendee(component: Component, mine: Set[str]) -> Property | None:
    """The entry of the user who has these normal addresses."""
    return next((entry for entry in component.all("ATTENDEE") if address_of(entry) in mine), None)


def _token(entry: Property, name: str, default: str) -> str:
    return (entry.param(name) or "").strip().upper() or default


def _addresses(entry: Property, name: str) -> tuple[str, ...]:
    return tuple(normal(value) for value in entry.params_named(name) if value.strip())


def partstat(entry: Property) -> str:
    return _token(entry, "PARTSTAT", "NEEDS-ACTION")


def rsvp(entry: Property) -> bool:
    return _token(entry, "RSVP", "FALSE") == "TRUE"


def cutype(entry: Property) -> str:
    return _token(entry, "CUTYPE", "INDIVIDUAL")


def role(entry: Property) -> str:
    return _token(entry, "ROLE", "REQ-PARTICIPANT")


def agent(entry: Property) -> str:
    """SERVER, CLIENT or NONE; what nobody knows counts as NONE (RFC 6638 §7.1)."""
    found = _token(entry, "SCHEDULE-AGENT", "SERVER")
    return found if found in {"SERVER", "CLIENT"} else "NONE"


def schedule_status(entry: Property) -> tuple[str, ...]:
    """The codes of SCHEDULE-STATUS, whether they stand in one value or in several."""
    found = ",".join(entry.params_named("SCHEDULE-STATUS")).split(",")
    return tuple(code.strip() for code in found if code.strip())


def force_send(entry: Property) -> str:
    return _token(entry, "SCHEDULE-FORCE-SEND", "")


def delegated_to(entry: Property) -> tuple[str, ...]:
    return _addresses(entry, "DELEGATED-TO")


def delegated_from(entry: Property) -> tuple[str, ...]:
    return _addresses(entry, "DELEGATED-FROM")


def members(entry: Property) -> tuple[str, ...]:
    """The groups through which an attendee is one."""
    return _addresses(entry, "MEMBER")


def sent_by(entry: Property) -> str:
    """Who acts for the user; "" for the user themselves."""
    return next(iter(_addresses(entry, "SENT-BY")), "")


def with_param(entry: Property, name: str, *values: str) -> Property:
    """The property with a parameter of these values, at its old place; without it for no value."""
    params, placed = [], not values
    for key, old in entry.params:
        if key != name:
            params.append((key, old))
        elif not placed:
            params.append((name, values))
            placed = True
    if not placed:
        params.append((name, values))
    return replace(entry, params=tuple(params))
