"""What a client does with a server from the first address to the last file, wherever that server stands.

Every address after the first comes out of an answer, as with a real client.
"""

from __future__ import annotations

import secrets
from urllib.parse import quote, unquote, urljoin

from lxml import etree

NAMESPACES = {"D": "DAV:", "C": "urn:ietf:params:xml:ns:caldav", "A": "urn:ietf:params:xml:ns:carddav"}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//scenario//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nDTEND:20260310T120000Z\r\nSUMMARY:{summary}\r\nDESCRIPTION:{text}\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:Ada Lovelace\r\nN:Lovelace;Ada;;;\r\nEND:VCARD\r\n"
NAMES = ["plain.txt", "with space.txt", "100%.txt", "Über+ größe.txt", "a;b=c.txt", "q?h#x.txt", "(1)&'~!.txt"]


class Walk:
    def __init__(self, client, start):
        self.client, self.start = client, start

    def ask(self, method, url, body="", **headers):
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if body:
            sent.setdefault("Content-Type", "application/xml; charset=utf-8")
        return self.client.request(method, url, content=body.encode(), headers=sent)

    def properties(self, url, *names, depth="0"):
        body = f"<D:propfind {DECLARED}><D:prop>{''.join(f'<{name}/>' for name in names)}</D:prop></D:propfind>"
        answer = self.ask("PROPFIND", url, body, Depth=depth)
        assert answer.status_code == 207, (answer.status_code, answer.text)
        return etree.fromstring(answer.content)

    def href(self, url, name):
        """The address that a property holds, made absolute as RFC 4918 §8.3 has it."""
        (found,) = self.properties(url, name).xpath(f"//{name}/D:href/text()", namespaces=NAMESPACES)
        return urljoin(url, found)

    def find_homes(self):
        answer = self.ask("PROPFIND", urljoin(self.start, "/.well-known/caldav"), Depth="0")
        assert answer.status_code == 301
        root = urljoin(str(answer.request.url), answer.headers["location"])
        principal = self.href(root, "D:current-user-principal")
        assert principal.startswith(self.start), (principal, self.start)
        return {
            "principal": principal,
            "calendars": self.href(principal, "C:calendar-home-set"),
            "contacts": self.href(principal, "A:addressbook-home-set"),
        }

    def calendar(self, home):
        place = urljoin(home, f"work-{secrets.token_hex(4)}/")
        assert self.ask("MKCALENDAR", place).status_code == 201
        first = self.sync(place)
        uid = secrets.token_hex(8)
        event = EVENT.format(uid=uid, summary="Lunch", text="soup, " * 500)
        url = urljoin(place, "lunch.ics")
        put = self.ask("PUT", url, event, Content_Type="text/calendar; charset=utf-8", If_None_Match="*")
        assert put.status_code == 201
        got = self.ask("GET", url)
        assert (got.text, got.headers.get("content-encoding") in {"gzip", "zstd", "br"}) == (event, True)
        changed = event.replace("Lunch", "Late lunch")
        for tag, status in ((got.headers["etag"], 204), (got.headers["etag"], 412), ('"no such tag"', 412)):
            put = self.ask("PUT", url, changed, Content_Type="text/calendar; charset=utf-8", If_Match=tag)
            assert put.status_code == status, (tag, put.status_code)
        (listed,) = self.properties(place, "D:getetag", depth="1").xpath(
            "//D:response[D:propstat[contains(D:status, ' 200 ')]/D:prop/D:getetag]/D:href/text()",
            namespaces=NAMESPACES,
        )
        multiget = f"<C:calendar-multiget {DECLARED}><D:prop><C:calendar-data/></D:prop><D:href>{listed}</D:href></C:calendar-multiget>"
        answer = self.ask("REPORT", place, multiget, Depth="1")
        assert "Late lunch" in answer.text, answer.text
        self.range(place, listed)
        changes = self.sync(place, first[0])
        assert changes[1] == [listed]
        assert self.ask("DELETE", url).status_code == 204
        assert self.sync(place, changes[0])[1] == [listed]

    def range(self, place, listed):
        query = (
            f"<C:calendar-query {DECLARED}><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name='VCALENDAR'>"
            "<C:comp-filter name='VEVENT'><C:time-range start='20260310T000000Z' end='20260311T000000Z'/>"
            "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
        )
        answer = etree.fromstring(self.ask("REPORT", place, query, Depth="1").content)
        assert answer.xpath("//D:response/D:href/text()", namespaces=NAMESPACES) == [listed]

    def sync(self, place, token=""):
        body = (
            f"<D:sync-collection {DECLARED}><D:sync-token>{token}</D:sync-token><D:sync-level>1</D:sync-level>"
            "<D:prop><D:getetag/></D:prop></D:sync-collection>"
        )
        answer = self.ask("REPORT", place, body)
        assert answer.status_code == 207, answer.text
        tree = etree.fromstring(answer.content)
        (fresh,) = tree.xpath("/D:multistatus/D:sync-token/text()", namespaces=NAMESPACES)
        return fresh, tree.xpath("//D:response/D:href/text()", namespaces=NAMESPACES)

    def contacts(self, home):
        (book,) = self.properties(home, "D:resourcetype", depth="1").xpath(
            "//D:response[.//A:addressbook]/D:href/text()", namespaces=NAMESPACES
        )
        url = urljoin(urljoin(home, book), f"{secrets.token_hex(4)}.vcf")
        put = self.ask("PUT", url, CARD.format(uid=secrets.token_hex(8)), Content_Type="text/vcard; charset=utf-8")
        assert put.status_code == 201
        assert "Ada Lovelace" in self.ask("GET", url).text

    def files(self, principal):
        name = principal.rstrip("/").rpartition("/")[2]
        home = urljoin(self.start, f"files/{name}/")
        folder = urljoin(home, f"folder-{secrets.token_hex(4)}/")
        assert self.ask("MKCOL", folder).status_code == 201
        for name in NAMES:
            self.file(folder, name)
        listed = self.properties(folder, "D:displayname", depth="1").xpath("count(//D:response)", namespaces=NAMESPACES)
        assert listed == len(NAMES) + 1
        self.locked(folder)

    def file(self, folder, name):
        first, second = urljoin(folder, "moving.txt"), urljoin(folder, quote(name))
        content = name * 1000
        assert self.ask("PUT", first, content, Content_Type="text/plain; charset=utf-8").status_code == 201
        copy = urljoin(folder, "copy.txt")
        assert self.ask("COPY", first, Destination=copy).status_code == 201
        assert self.ask("COPY", first, Destination=copy, Overwrite="F").status_code == 412
        moved = self.ask("MOVE", first, Destination=second)
        assert moved.status_code == 201, (name, moved.status_code, moved.text)
        assert unquote(moved.headers["location"]).endswith(f"/{name}")
        assert self.ask("GET", urljoin(folder, moved.headers["location"])).text == content
        assert self.ask("DELETE", copy).status_code == 204

    def locked(self, folder):
        url = urljoin(folder, "locked.txt")
        body = f"<D:lockinfo {DECLARED}><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>"
        lock = self.ask("LOCK", url, body, Depth="0", Timeout="Second-60")
        assert lock.status_code == 201
        token = lock.headers["lock-token"]
        (root,) = etree.fromstring(lock.content).xpath("//D:lockroot/D:href/text()", namespaces=NAMESPACES)
        assert urljoin(url, root) == url
        assert self.ask("PUT", url, "x").status_code == 423
        assert self.ask("PUT", url, "x", If=f"<{url}> ({token})").status_code == 204
        assert self.ask("UNLOCK", url, Lock_Token=token).status_code == 204
