"""Pictures, sounds and keys: base64 with a TYPE in vCard 3.0, data: URIs in 4.0 (RFC 2397)."""

from __future__ import annotations

import re
from base64 import b64encode
from urllib.parse import unquote_to_bytes

from a3dav_content.card_values import plain_uri, value_type
from a3dav_content.lines import Params, Property

UNKNOWN = "application/octet-stream"
_SHORT = {
    "image/jpeg": "JPEG",
    "application/pgp-keys": "PGP",
    "application/pkix-cert": "X509",
    "audio/basic": "BASIC",
}
_LONG = {short: long for long, short in _SHORT.items()} | {"JPG": "image/jpeg", "X.509": "application/pkix-cert"}
_FAMILY = {"PHOTO": "image/", "LOGO": "image/", "SOUND": "audio/", "KEY": "application/"}
_PLACES = frozenset({"home", "work", "pref"})
_DATA = re.compile(r"data:([^;,]*)((?:;[^;,]*)*?)(;base64)?,", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_WHITE = re.compile(r"\s+")


def is_inline(entry: Property) -> bool:
    """Whether the value is base64, said or seen: some clients leave ENCODING out."""
    if (entry.param("ENCODING") or "").lower() in {"b", "base64"}:
        return True
    looks = value_type(entry) in {"", "binary"} and len(entry.value) > 64
    return looks and bool(_BASE64.fullmatch(_WHITE.sub("", entry.value)))


def to_4(entry: Property) -> Property:
    """A data: URI of base64, a URI with MEDIATYPE of a link, text of anything else."""
    media, params = _split_type(entry)
    params = without(params, "ENCODING", "VALUE")
    if is_inline(entry):
        data = f"data:{media or UNKNOWN};base64,{_WHITE.sub('', entry.value)}"
        return Property(entry.name, data, params, entry.group)
    if value_type(entry) == "text" or not _SCHEME.match(entry.value):
        kept = without(entry.params, "VALUE")
        return Property(entry.name, entry.value, (*kept, ("VALUE", ("text",))), entry.group)
    if media:
        params = (*params, ("MEDIATYPE", (media,)))
    return Property(entry.name, plain_uri(entry.value), params, entry.group)


def to_3(entry: Property) -> Property:
    """Base64 of a data: URI, VALUE=uri for a link; parameters are those of 3.0 already."""
    params = without(entry.params, "VALUE")
    if value_type(entry) == "text" or is_inline(entry):
        return entry
    split = split_data(entry.value)
    if split is not None:
        media, data = split
        kind = () if media == UNKNOWN else (("TYPE", (_short(entry.name, media),)),)
        return Property(entry.name, data, (("ENCODING", ("b",)), *kind, *params), entry.group)
    media = entry.param("X-MEDIATYPE") or ""
    if media and _long(entry.name, _short(entry.name, media)) == media:
        params = (*without(params, "X-MEDIATYPE"), ("TYPE", (_short(entry.name, media),)))
    return Property(entry.name, entry.value, (("VALUE", ("uri",)), *params), entry.group)


def split_data(uri: str) -> tuple[str, str] | None:
    """Media type and base64 of a data: URI; None for another URI."""
    match = _DATA.match(uri)
    if match is None:
        return None
    rest = uri[match.end() :]
    if match[3]:
        data = _WHITE.sub("", unquote_to_bytes(rest).decode("latin-1") if "%" in rest else rest)
    else:
        data = b64encode(unquote_to_bytes(rest)).decode()
    return match[1].lower() or UNKNOWN, data


def without(params: Params, *names: str) -> Params:
    return tuple((name, values) for name, values in params if name not in names)


def _split_type(entry: Property) -> tuple[str, Params]:
    """The media type that a TYPE parameter names, and the parameters without it."""
    types = entry.params_named("TYPE")
    found = next((kind for kind in types if kind and kind.lower() not in _PLACES), None)
    if found is None:
        return "", entry.params
    types.remove(found)
    rest = tuple(("TYPE", (kind,)) for kind in types)
    return _long(entry.name, found), (*rest, *without(entry.params, "TYPE"))


def _long(name: str, short: str) -> str:
    known = _LONG.get(short.upper())
    if known and (known.startswith(_FAMILY[name])):
        return known
    return short.lower() if "/" in short else _FAMILY[name] + short.lower()


def _short(name: str, media: str) -> str:
    if media in _SHORT and media.startswith(_FAMILY[name]):
        return _SHORT[media]
    family = _FAMILY[name]
    return media.removeprefix(family).upper() if media.startswith(family) else media
