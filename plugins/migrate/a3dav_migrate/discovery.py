"""Where an account's collections are: RFC 6764, RFC 5397, RFC 4791 §6.2, RFC 6352 §7.1."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urljoin

from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child
from a3dav_migrate.addresses import Segments, key_of, segments
from a3dav_migrate.credentials import Credentials
from a3dav_migrate.errors import RemoteError, ServerGone, SignInRefused, Unanswered
from a3dav_migrate.multistatus import Found, propfind
from a3dav_migrate.names import (
    ADDRESS_BOOK,
    CALENDAR,
    COMPONENT_SET,
    NEXTCLOUD,
    TEXTS,
    TRANSPARENCY,
    caldav,
    calendarserver,
    carddav,
)
from a3dav_migrate.remote import Remote

SERVICES = {"calendars": (CALENDAR, caldav("calendar-home-set"), "caldav"),
            "contacts": (ADDRESS_BOOK, carddav("addressbook-home-set"), "carddav")}  # fmt: skip
_START = (
    dav("resourcetype"), dav("current-user-principal"), dav("principal-URL"), dav("displayname"), dav("owner"),
    *(home for _, home, _ in SERVICES.values()),
)  # fmt: skip
_LISTED = (
    *TEXTS, dav("resourcetype"), dav("owner"), COMPONENT_SET, TRANSPARENCY, calendarserver("getctag"),
    dav("sync-token"), calendarserver("source"),
)  # fmt: skip
_SPECIAL = {
    caldav("schedule-inbox"): "an inbox of invitations",
    caldav("schedule-outbox"): "an outbox of invitations",
    calendarserver("notification"): "notifications",
    calendarserver("subscribed"): "a subscription",
    calendarserver("calendar-proxy-read"): "a proxy of another account",
    calendarserver("calendar-proxy-write"): "a proxy of another account",
    f"{{{NEXTCLOUD}}}trash-bin": "a trash bin",
    f"{{{NEXTCLOUD}}}deleted-calendar": "deleted",
}
_GENERATED = ("contact_birthdays", "z-server-generated--", "z-app-generated--", "app-generated--")
"""How Nextcloud names collections that it fills from other data."""
MAX_HOMES = 50
_NEXTCLOUD_PRINCIPAL = ("remote.php", "dav", "principals", "users")


@dataclass(slots=True)
class Source:
    """A collection to copy: a calendar, an address book, or a folder of files."""

    service: str
    found: Found

    @property
    def name(self) -> str:
        return self.found.path[-1] if self.found.path else ""

    @property
    def title(self) -> str:
        return self.display_name or self.name or self.found.url

    @property
    def display_name(self) -> str:
        """What somebody called it; Radicale gives the path of what nobody gave a name."""
        text = self.found.text(dav("displayname"))
        return "" if text.strip("/") == "/".join(self.found.path) else text


@dataclass(slots=True)
class Surroundings:
    """What an account has; `homes` are the paths that were listed, `skipped` URLs with the reason."""

    sources: list[Source] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    homes: list[Segments] = field(default_factory=list)
    principal: str = ""


def discover(remote: Remote, url: str, services: frozenset[str], files_url: str = "") -> Surroundings:
    """Finds what is wanted of calendars, contacts and files; raises RemoteError where nothing is found."""
    around = Surroundings()
    start = _start(remote, url)
    single = next((name for name, facts in SERVICES.items() if start and facts[0] in start.types), None)
    if start is not None and single is not None:
        if single not in services:
            raise RemoteError(f"{start.url} is one of the {single}, which --only leaves out")
        around.sources.append(Source(single, _listed(remote, start.url)))
        return around
    for service in sorted(services & set(SERVICES)):
        _discover_service(remote, url, start, service, around)
    if "files" in services:
        _discover_files(remote, url, start, files_url, around)
    around.sources = [source for source in around.sources if source.service in services]
    if not (around.sources or around.homes):
        raise RemoteError(f"neither calendars nor contacts nor a folder of files were found at {url}")
    return around


def _start(remote: Remote, url: str) -> Found | None:
    """What the URL itself is; None where it is nothing of WebDAV."""
    found = _ask(remote, url, patient=False)
    principal = found.properties.get(dav("current-user-principal")) if found else None
    anonymous = principal is not None and child(principal, dav("unauthenticated")) is not None
    if (found is None or anonymous) and isinstance(remote.auth, Credentials) and remote.auth.volunteer():
        found = _ask(remote, url)
    return found


def _ask(remote: Remote, url: str, *, patient: bool = True) -> Found | None:
    """What is at a URL, None where it is nothing; not patient, a server that does not answer is an error."""
    try:
        answer = propfind(remote, url, _START, "0")
    except (SignInRefused, ServerGone):
        raise
    except RemoteError as error:
        if isinstance(error, Unanswered) and not patient:
            raise
        return None
    return next((entry for entry in answer.found if entry.status < 300), None)


def _discover_service(remote: Remote, url: str, start: Found | None, service: str, around: Surroundings) -> None:
    for candidate in _candidates(remote, url, start, service):
        homes = _homes(remote, candidate, service, around)
        if homes:
            for home in homes:
                _list_home(remote, home, around)
            return


def _candidates(remote: Remote, url: str, start: Found | None, service: str) -> Iterator[Found]:
    """The URL itself, the well-known one (RFC 6764 §6), and the root."""
    if start is not None:
        yield start
    for path in (f"/.well-known/{SERVICES[service][2]}", "/"):
        found = _ask(remote, urljoin(url, path))
        if found is not None:
            yield found


def _homes(remote: Remote, place: Found, service: str, around: Surroundings) -> list[str]:
    home_set = SERVICES[service][1]
    for name in (dav("current-user-principal"), dav("principal-URL")):
        for url in place.urls(name)[:1]:
            principal = _ask(remote, url)
            if principal is not None and (homes := principal.urls(home_set)):
                around.principal = principal.key
                return homes[:MAX_HOMES]
    return place.urls(home_set)[:MAX_HOMES]


def _list_home(remote: Remote, url: str, around: Surroundings) -> None:
    if segments(url) in around.homes:
        return
    listing = propfind(remote, url, _LISTED, "1")
    around.homes.append(segments(url))
    around.skipped += [(stray, "leads away") for stray in listing.strays]
    known = {source.found.key for source in around.sources}
    for found in listing.found:
        if found.path[:-1] != segments(url):
            if found.path != segments(url):
                around.skipped.append((found.url, "not inside the home that listed it"))
        elif found.key not in known and found.status < 300:
            _sort(found, around)


def _sort(found: Found, around: Surroundings) -> None:
    service = next((name for name, (element, _, _) in SERVICES.items() if element in found.types), None)
    reason = _reason(found, around.principal)
    if reason or service is None:
        if found.collection or reason:
            around.skipped.append((found.url, reason or "neither a calendar nor an address book"))
    else:
        around.sources.append(Source(service, found))


def _reason(found: Found, principal: str) -> str:
    """Why a collection is not copied; "" for one that is."""
    for element, reason in _SPECIAL.items():
        if element in found.types:
            source = found.text(calendarserver("source"))
            return f"{reason} to {source[:500]}; subscribe to it again" if source else reason
    if found.path[-1].startswith(_GENERATED):
        return "made by the server from other data"
    with suppress(RemoteError):
        owner = next(iter(found.urls(dav("owner"))), "")
        if owner and principal and key_of(segments(owner)) != principal:
            return "shared by another account; migrate that one"
    return ""


def _listed(remote: Remote, url: str) -> Found:
    answer = propfind(remote, url, _LISTED, "0")
    found = next(iter(answer.found), None)
    if found is None:
        raise RemoteError(f"{url} says nothing of itself")
    return found


def _discover_files(remote: Remote, url: str, start: Found | None, files_url: str, around: Surroundings) -> None:
    """The URL named for files; else Nextcloud's place; else the URL itself where it led to nothing else."""
    place = files_url or _nextcloud_files(remote, url, start)
    if start is not None and not files_url and key_of(start.path).startswith(key_of(segments(place)) if place else "/"):
        place = "" if around.homes else start.url
    if not place:
        around.skipped.append(("files", "not looked for; name their place with --files-url"))
        return
    found = _listed(remote, place)
    if not found.collection:
        raise RemoteError(f"{place} is not a folder")
    around.sources.append(Source("files", found))


def _nextcloud_files(remote: Remote, url: str, start: Found | None) -> str:
    for candidate in _candidates(remote, url, start, "calendars"):
        for principal in candidate.urls(dav("current-user-principal"))[:1]:
            path = segments(principal)
            if path[-5:-1] == _NEXTCLOUD_PRINCIPAL:
                return urljoin(principal, key_of((*path[:-3], "files", path[-1])) + "/")
            return ""
    return ""


def component_names(element: Element | None) -> frozenset[str]:
    """What a calendar holds, by its supported-calendar-component-set; empty where it does not say."""
    return frozenset((entry.get("name") or "").upper() for entry in element) if element is not None else frozenset()
