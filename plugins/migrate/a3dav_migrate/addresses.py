"""Addresses at the other server: what an href means, and that it stays on its host."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit, urlunsplit

from a3dav.errors import A3davError
from a3dav.names import is_member_name, normal
from a3dav_migrate.errors import LeadsAway, RemoteError

Segments = tuple[str, ...]
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f/\u2028\u2029\u202d\u202e\ufffe\uffff\ud800-\udfff]")
_PORTS = {"http": 80, "https": 443}


def server_url(text: str) -> str:
    """The URL that a person gave, with a path; raises A3davError with the cure."""
    try:
        split = urlsplit(text.strip())
        port = split.port
    except ValueError as error:
        raise A3davError(f"{text!r} is not a URL: {error}") from error
    if split.scheme.lower() not in _PORTS or not split.hostname:
        raise A3davError(f"{text!r} is not a URL of a server; give one such as https://dav.example.org/")
    if split.username is not None or split.password is not None:
        raise A3davError("take name and password out of the URL; give them with --user and --password-stdin")
    host = f"[{split.hostname}]" if ":" in split.hostname else split.hostname
    place = f"{host}:{port}" if port else host
    return urlunsplit((split.scheme.lower(), place, split.path or "/", split.query, ""))


def resolve(base: str, reference: str) -> str:
    """The URL that a reference in an answer means; raises LeadsAway for another host.

    A scheme or port that differs is ignored: servers behind a proxy often do not know their own.
    """
    try:
        found, here = urlsplit(urljoin(base, reference.strip())), urlsplit(base)
        same = found.hostname == here.hostname
    except ValueError as error:
        raise RemoteError(f"{_shown(reference)} is not an address: {error}") from error
    if not same:
        raise LeadsAway(f"{_shown(reference)} is on another host than {here.hostname}")
    return urlunsplit((here.scheme, here.netloc, found.path or "/", found.query, ""))


def redirected(base: str, location: str) -> str:
    """Where a redirect leads: to the same server, or to https on the same host; anything else is refused."""
    try:
        found, here = urlsplit(urljoin(base, location.strip())), urlsplit(base)
        ports = _port(found), _port(here)
    except ValueError as error:
        raise RemoteError(f"{base} redirects to {_shown(location)}, which is not an address") from error
    upgraded = (here.scheme, found.scheme) == ("http", "https") and ports in {(443, 80), (ports[1], ports[1])}
    same = found.scheme == here.scheme and ports[0] == ports[1]
    if found.hostname != here.hostname or not (same or upgraded):
        raise LeadsAway(
            f"{base} redirects to {_shown(location)}, another server, where the password does not go;"
            " name that address yourself if it is the right one"
        )
    return urlunsplit((found.scheme, found.netloc.rpartition("@")[2], found.path or "/", found.query, ""))


def _port(split: SplitResult) -> int:
    return split.port or _PORTS.get(split.scheme, 0)


def _shown(reference: str) -> str:
    return repr(reference.strip()[:200])


def segments(url: str) -> Segments:
    """The decoded names of a URL's path; bytes that are not UTF-8 stay as surrogates, to be told apart."""
    parts = urlsplit(url).path.split("/")
    return tuple(unquote_to_bytes(part).decode(errors="surrogateescape") for part in parts if part)


def key_of(path: Segments) -> str:
    """One spelling of a path, whatever a server leaves unquoted."""
    return "/" + "/".join(quote(name.encode(errors="surrogateescape"), safe="") for name in path)


def is_plain(name: str) -> bool:
    """Whether a name can stand here as it is."""
    return not _UNFIT.search(name) and is_member_name(normal(name))


def local_name(name: str) -> str:
    """The name itself where it can stand here; else one that is like it, and always the same."""
    if is_plain(name):
        return normal(name)
    digest = hashlib.blake2b(name.encode(errors="surrogateescape"), digest_size=6).hexdigest()
    stem, dot, suffix = _UNFIT.sub("_", name).rpartition(".")
    if not stem or not 0 < len(suffix) <= 16:
        stem, dot, suffix = _UNFIT.sub("_", name), "", ""
    return f"{stem[:50].strip('. ') or 'unnamed'}-{digest}{dot}{suffix}"
