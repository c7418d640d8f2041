"""Members of a calendar or address book: what there is, and their bytes as they are kept there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from a3dav.xml.names import dav
from a3dav_migrate.addresses import Segments
from a3dav_migrate.discovery import Source
from a3dav_migrate.errors import RemoteError, ServerGone, SignInRefused
from a3dav_migrate.multistatus import Found, elements, propfind, read
from a3dav_migrate.names import CALDAV, CARDDAV, caldav, carddav
from a3dav_migrate.remote import MAX_XML, Remote

BATCH = 50
_LISTED = (dav("resourcetype"), dav("getetag"), dav("getcontentlength"))
_MULTIGETS = {
    "calendars": ("calendar-multiget", CALDAV, caldav("calendar-data")),
    "contacts": ("addressbook-multiget", CARDDAV, carddav("address-data")),
}


@dataclass(slots=True)
class Listing:
    members: dict[str, Found]
    strays: list[tuple[str, str]]


@dataclass(slots=True)
class Fetched:
    """A member with its bytes, or with what went wrong."""

    member: Found
    etag: str
    body: bytes = b""
    error: str = ""


def list_members(remote: Remote, source: Source) -> Listing:
    """What is inside, by key; hrefs that lead elsewhere are told apart."""
    answer = propfind(remote, source.found.url, _LISTED, "1")
    listing = Listing({}, [(stray, "leads away") for stray in answer.strays])
    for found in answer.found:
        if found.path == source.found.path:
            continue
        if found.path[:-1] != source.found.path:
            listing.strays.append((found.url, "not inside the collection that listed it"))
        elif found.status >= 300:
            listing.strays.append((found.url, f"the server answers {found.status} for it"))
        elif not found.collection:
            listing.members[found.key] = found
    return listing


class Fetcher:
    """Fetches many at once where that gives the same bytes as GET does.

    XML loses carriage returns on some servers. A length that the server tells decides; without one, a
    first object is fetched both ways and compared.
    """

    def __init__(self, remote: Remote, source: Source) -> None:
        self._remote = remote
        self._source = source
        self._multiget = True
        self._faithful: bool | None = None

    def fetch(self, members: Sequence[Found]) -> Iterator[Fetched]:
        many = self._many(members) if self._multiget and len(members) > 1 else {}
        for member in members:
            found = many.get(member.path)
            text = found.raw_text(_MULTIGETS[self._source.service][2]) if found is not None else None
            body = self._body_of(text, member.length or (found.length if found else None)) if text else None
            if body is not None and found is not None:
                yield Fetched(member, found.etag or member.etag, body)
            else:
                yield self._one(member, text)

    def _many(self, members: Sequence[Found]) -> dict[Segments, Found]:
        name, namespace, data = _MULTIGETS[self._source.service]
        hrefs = "".join(f"<D:href>{escape(_path(member.url))}</D:href>" for member in members)
        wanted = elements((dav("getetag"), dav("getcontentlength"), data))
        body = f'<C:{name} xmlns:D="DAV:" xmlns:C="{namespace}"><D:prop>{wanted}</D:prop>{hrefs}</C:{name}>'
        try:
            answer = self._remote.report(self._source.found.url, body.encode())
            self._multiget = answer.status not in {400, 403, 404, 405, 501}
            return {found.path: found for found in read(answer).found}
        except (ServerGone, SignInRefused):
            raise
        except RemoteError:
            return {}

    def _body_of(self, text: str, length: int | None) -> bytes | None:
        """The bytes that GET would give, or None where only GET can tell."""
        body = text.encode(errors="surrogatepass")
        if length is None:
            return body if self._faithful else None
        if len(body) == length:
            return body
        restored = body.replace(b"\n", b"\r\n")
        return restored if b"\r" not in body and len(restored) == length else None

    def _one(self, member: Found, text: str | None) -> Fetched:
        try:
            answer = self._remote.get(member.url, MAX_XML)
        except (ServerGone, SignInRefused):
            raise
        except RemoteError as error:
            return Fetched(member, member.etag, error=str(error))
        if not answer.ok:
            return Fetched(member, member.etag, error=f"the server answers {answer.status}")
        self._compare(answer.body, text)
        return Fetched(member, answer.headers.get("etag", "") or member.etag, answer.body)

    def _compare(self, body: bytes, text: str | None) -> None:
        """One that differs is proof; one that is the same is, too, if it has carriage returns to lose."""
        if text is None or self._faithful is False:
            return
        if text.encode(errors="surrogatepass") != body:
            self._faithful = False
        elif b"\r" in body:
            self._faithful = True


def _path(url: str) -> str:
    split = urlsplit(url)
    return f"{split.path}?{split.query}" if split.query else split.path
