"""What is asked of every server; each probe gives a few words for a cell of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx
from lxml import etree

TOKEN, HREF = "{DAV:}sync-token", "{DAV:}href"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//probe//EN\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260101T100000Z\r\nSUMMARY:{0}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:zoe\r\nFN:Zoé Renée\r\nN:Renée;Zoé;;;\r\nEMAIL:zoe@example.org\r\nEND:VCARD\r\n"
)
ICS, VCF, XML = ({"Content-Type": kind} for kind in ("text/calendar", "text/vcard", "application/xml"))
SYNC = (
    '<sync-collection xmlns="DAV:"><sync-token>{}</sync-token><sync-level>1</sync-level>{}'
    "<prop><getetag/></prop></sync-collection>"
)


@dataclass(frozen=True)
class Peer:
    """A server that runs, with an empty calendar and an empty address book of one person."""

    name: str
    client: httpx.Client
    calendar: str
    book: str

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> httpx.Response:
        return self.client.request(
            method,
            path,
            content=body.encode(),
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )

    def event(self, name: str, **headers: str) -> httpx.Response:
        return self.ask("PUT", f"{self.calendar}{name}.ics", EVENT.format(name), **ICS, **headers)


def names(answer: httpx.Response) -> set[str]:
    hrefs = (urlsplit(element.text or "").path for element in etree.fromstring(answer.content).iter(HREF))
    return {href.rpartition("/")[2] for href in hrefs} - {""}


def synced(peer: Peer, token: str = "", limit: str = "") -> httpx.Response:
    nresults = f"<limit><nresults>{limit}</nresults></limit>" if limit else ""
    return peer.ask("REPORT", peer.calendar, SYNC.format(token, nresults), Depth="0", **XML)


def cut_sync(peer: Peer) -> str:
    for name in "abc":
        peer.event(name)
    told: set[str] = set()
    token, answers = "", 0
    while answers < 5:
        answer = synced(peer, token, "2")
        new, token = names(answer), etree.fromstring(answer.content).findtext(TOKEN) or ""
        told, answers = told | new, answers + 1
        if b"507" not in answer.content:
            break
    kept = "the limit is kept" if answers > 1 or len(told) <= 2 else "the limit is ignored"
    return f"{len(told)} of 3 members are told, in {answers} answer{'s' * (answers > 1)}; {kept}"


def unknown_token(peer: Peer) -> str:
    answer = synced(peer, "http://example.org/sync/0")
    return f"{answer.status_code}{_condition(answer)}"


def locks(peer: Peer) -> str:
    peer.event("a")
    classes = peer.ask("OPTIONS", peer.calendar).headers.get("DAV", "").replace(" ", "").split(",")
    body = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
    answer = peer.ask("LOCK", f"{peer.calendar}a.ics", body, **XML)
    if "Lock-Token" in answer.headers:
        peer.ask("UNLOCK", f"{peer.calendar}a.ics", Lock_Token=answer.headers["Lock-Token"])
    return f"class 2 is {'told' if '2' in classes else 'not told'}; LOCK gives {answer.status_code}"


def ascii_collation(peer: Peer) -> str:
    peer.ask("PUT", f"{peer.book}zoe.vcf", CARD, **VCF)
    peer.ask("PUT", f"{peer.calendar}a.ics", EVENT.format("Renée"), **ICS)
    match = '<C:text-match collation="i;ascii-casemap">renée</C:text-match>'
    card = f'<C:prop-filter name="FN">{match}</C:prop-filter>'
    event = (
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:prop-filter name="SUMMARY">'
        f"{match}</C:prop-filter></C:comp-filter></C:comp-filter>"
    )
    told = []
    for path, report, condition, name in (
        (peer.book, "carddav addressbook-query", card, "zoe.vcf"),
        (peer.calendar, "caldav calendar-query", event, "a.ics"),
    ):
        namespace, _, root = report.partition(" ")
        body = (
            f'<C:{root} xmlns:C="urn:ietf:params:xml:ns:{namespace}" xmlns:D="DAV:"><D:prop><D:getetag/></D:prop>'
            f"<C:filter>{condition}</C:filter></C:{root}>"
        )
        answer = peer.ask("REPORT", path, body, Depth="1", **XML)
        found = answer.status_code == 207 and name in names(answer)
        told.append("found" if found else f"not found ({answer.status_code})")
    return f"card {told[0]}, event {told[1]}"


def missing_overwrite(peer: Peer) -> str:
    peer.event("a")
    peer.ask("DELETE", f"{peer.calendar}b.ics")
    peer.ask("PUT", f"{peer.calendar}b.ics", EVENT.format("b"), **ICS)
    destination = str(peer.client.base_url.join(f"{peer.calendar}b.ics"))
    answer = peer.ask("MOVE", f"{peer.calendar}a.ics", Destination=destination)
    return f"MOVE gives {answer.status_code}{_condition(answer)}"


def protected_property(peer: Peer) -> str:
    body = '<propertyupdate xmlns="DAV:"><set><prop><getetag>x</getetag></prop></set></propertyupdate>'
    answer = peer.ask("PROPPATCH", peer.calendar, body, **XML)
    if answer.status_code != 207:
        return str(answer.status_code)
    told = [status.text.split()[1] for status in etree.fromstring(answer.content).iter("{DAV:}status")]
    return f"setting getetag is told as {', '.join(told)}"


def copy(peer: Peer) -> str:
    peer.event("a")
    destination = str(peer.client.base_url.join(f"{peer.calendar}copy.ics"))
    answer = peer.ask("COPY", f"{peer.calendar}a.ics", Destination=destination)
    return f"{answer.status_code}{_condition(answer)}"


def _condition(answer: httpx.Response) -> str:
    """The condition of DAV:error that an answer names."""
    if answer.status_code < 400 or b"<" not in answer.content[:1]:
        return ""
    error = etree.fromstring(answer.content)
    return f", {etree.QName(error[0]).localname}" if error.tag == "{DAV:}error" and len(error) else ""


def if_header(peer: Peer) -> str:
    peer.event("a")
    answer = peer.event("a", If="(<urn:uuid:00000000-0000-0000-0000-000000000000>)")
    return f"a write whose condition fails gives {answer.status_code}"


PROBES: dict[str, Callable[[Peer], str]] = {
    "sync-collection with a limit of 2, three members": cut_sync,
    "sync-collection with an unknown token": unknown_token,
    "class 2 and LOCK": locks,
    "i;ascii-casemap and text with é": ascii_collation,
    "MOVE onto another without Overwrite": missing_overwrite,
    "PROPPATCH of a protected property": protected_property,
    "COPY of an event": copy,
    "an If header that does not hold": if_header,
}
