"""What calendar clients ask of a server around an invitation, each request as that client makes it."""

from __future__ import annotations

import re
from typing import ClassVar

import httpx

from a3dav.testing.client import Answer

CALDAV = "urn:ietf:params:xml:ns:caldav"
C = f"{{{CALDAV}}}"
ETAG, TAG, DATA = "{DAV:}getetag", f"{C}schedule-tag", f"{C}calendar-data"
DECLARED = f'xmlns:D="DAV:" xmlns:C="{CALDAV}" xmlns:CS="http://calendarserver.org/ns/"'


class Device:
    """A client of one person."""

    agent = "device/1"
    common: ClassVar[dict[str, str]] = {}
    data = "<D:getetag/><C:calendar-data/>"

    def __init__(self, person):
        self.name, self.address = person.name, f"mailto:{person.name}@example.org"
        self.calendar = f"/calendars/{person.name}/calendar/"
        self.inbox, self.outbox = f"/scheduling/{person.name}/inbox/", f"/scheduling/{person.name}/outbox/"
        self.http = httpx.Client(base_url=person.url, auth=(person.name, person.password), timeout=60)
        self.tokens: dict[str, str] = {}

    def ask(self, method, path, body="", **headers):
        sent = {"User-Agent": self.agent, **self.common}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        got = self.http.request(method, path, content=body.encode(), headers=sent)
        return Answer(got.status_code, dict(got.headers), got.content)

    def properties(self, path, *names, depth="0"):
        body = f"<D:propfind {DECLARED}><D:prop>{''.join(f'<{name}/>' for name in names)}</D:prop></D:propfind>"
        return self.ask("PROPFIND", path, body, Depth=depth, Content_Type="text/xml; charset=utf-8").multistatus

    def changes(self, path, **headers):
        """What sync-collection tells since the last time: paths that are there, and paths that are gone."""
        token = self.tokens.get(path, "")
        body = (
            f"<D:sync-collection {DECLARED}><D:sync-token>{token}</D:sync-token><D:sync-level>1</D:sync-level>"
            "<D:prop><D:getetag/></D:prop></D:sync-collection>"
        )
        answer = self.ask("REPORT", path, body, Content_Type="text/xml; charset=utf-8", **headers)
        self.tokens[path] = answer.xml.findtext("{DAV:}sync-token")
        rows = {href: row for href, row in answer.multistatus.items() if href != path}
        return [href for href, row in rows.items() if row.found], [h for h, row in rows.items() if not row.found]

    def fetch(self, path, *hrefs, **headers):
        if not hrefs:
            return []
        names = "".join(f"<D:href>{href}</D:href>" for href in hrefs)
        body = f"<C:calendar-multiget {DECLARED}><D:prop>{self.data}</D:prop>{names}</C:calendar-multiget>"
        rows = self.ask("REPORT", path, body, Content_Type="text/xml; charset=utf-8", **headers).multistatus
        return [rows[href] for href in hrefs]

    def put(self, path, text, **headers):
        return self.ask("PUT", path, text, Content_Type="text/calendar; charset=utf-8", **headers)

    def text(self, path):
        return self.ask("GET", path).text.replace("\r\n ", "")


class Apple(Device):
    """macOS Calendar: the inbox is polled and cleared, Schedule-Tag guards what is written."""

    agent = "macOS/14.4 (23E214) dataaccessd/1.0"
    common: ClassVar = {"Accept": "*/*", "Prefer": "return=minimal", "Brief": "t"}
    data = "<D:getetag/><C:calendar-data/><C:schedule-tag/>"

    def poll(self):
        """The messages that are new in the inbox, as text by path."""
        row = self.properties(self.inbox, "CS:getctag", "D:sync-token")[self.inbox]
        assert row.missing == {}
        new, _ = self.changes(self.inbox, Depth="1")
        return {path: found.text(DATA) for path, found in zip(new, self.fetch(self.inbox, *new), strict=True)}

    def seen(self, path):
        return self.ask("DELETE", path).status

    def open(self, path):
        """An event as text, with its Schedule-Tag."""
        (row,) = self.fetch(self.calendar, path, Depth="1")
        return row.text(DATA).replace("\r\n ", ""), row.text(TAG)


class Davx5(Device):
    """DAVx5 knows no inbox: what changes in the calendar is all it sees."""

    agent = "DAVx5/4.4.1-ose (2024/07/01; dav4jvm; okhttp/4.12.0) Android/14"
    common: ClassVar = {"Accept-Language": "en, en;q=0.7, *;q=0.5"}
    data = "<D:getcontenttype/><D:getetag/><C:schedule-tag/><C:calendar-data/>"

    def sync(self):
        """What is new or changed, as rows by path, and what is gone."""
        here, gone = self.changes(self.calendar, Depth="0")
        return dict(zip(here, self.fetch(self.calendar, *here, Depth="0"), strict=True)), gone


class Thunderbird(Device):
    """Entity tags guard what is written, and what was written is fetched again."""

    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.2.0"
    common: ClassVar = {
        "Accept": "text/xml",
        "Accept-Charset": "utf-8,*;q=0.1",
        "Cache-Control": "no-cache",
        "Sec-Fetch-Site": "none",
    }

    def opens(self):
        """Whether it turns scheduling on for the calendar."""
        assert self.properties(self.calendar, "D:resourcetype", "D:owner", "CS:getctag")
        principal = f"/principals/users/{self.name}/"
        names = ("C:calendar-user-address-set", "C:schedule-inbox-URL", "C:schedule-outbox-URL")
        row = self.properties(principal, "C:calendar-home-set", *names)[principal]
        features = self.ask("OPTIONS", f"/calendars/{self.name}/").headers["dav"].split(", ")
        return "calendar-auto-schedule" in features and row.missing == {}

    def save(self, path, text, **headers):
        """Writes, then reads back; gives the status, and text and entity tag as they are now."""
        answer = self.put(path, text, **headers)
        (row,) = self.fetch(self.calendar, path, Depth="1")
        self.changes(self.calendar, Depth="1")
        return answer.status, row.text(DATA).replace("\r\n ", ""), row.text(ETAG)


def invitation(uid, organizer, *attendees, start="20300310T110000Z", **facts):
    """An event as clients write it; attendees are addresses, and facts further lines."""
    people = [f"ATTENDEE;CN=x;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:{address}" for address in attendees]
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Apple Inc.//macOS 14.4//EN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT",
        f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"DTSTART:{start}", "DURATION:PT1H", "SUMMARY:Plans", "SEQUENCE:0",
        *(f"{name.upper()}:{value}" for name, value in facts.items()),
        f"ORGANIZER;CN=x:{organizer}", f"ATTENDEE;CN=x;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;ROLE=CHAIR:{organizer}",
        *people, "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    return "\r\n".join(lines)


def line_of(text, address):
    """The line of an attendee."""
    lines = text.replace("\r\n ", "").split("\r\n")
    return next(line for line in lines if line.startswith("ATTENDEE") and line.lower().endswith(address))


def answered(text, address, partstat):
    """The same text with another answer of one attendee."""
    line = line_of(text, address)
    return text.replace(line, re.sub("PARTSTAT=[A-Z-]+", f"PARTSTAT={partstat}", line))


def method_of(text):
    return re.search(r"METHOD:([A-Z]+)", text).group(1)
