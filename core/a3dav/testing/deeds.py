"""What people do to calendars of theirs and of others at random, and what they ask meanwhile.

Alice owns all of it, Bob shares in some, and there is a group called team.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeAlias

from a3dav.testing.access import deny, grant
from a3dav.testing.client import Answer


class Asking(Protocol):
    """A client of one person; header names may be written with underscores as keywords."""

    def request(self, method: str, path: str, body: bytes | str = b"", **headers: str) -> Answer: ...


Question: TypeAlias = tuple[str, str, str, dict[str, str]]
"""Method, path, body and headers."""
Deed: TypeAlias = Callable[[random.Random, Asking, Asking], Any]

PEOPLE = ("alice", "bob")
CALENDARS = ("calendar", "work")
MEMBERS = ("a.ics", "b.ics", "c.ics")
BOOK = "/addressbooks/alice/addressbook/"
NS = (
    'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:K="urn:ietf:params:xml:ns:carddav"'
    ' xmlns:S="http://calendarserver.org/ns/"'
)
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:2026{month:02}{day:02}T100000Z\r\nDURATION:PT1H\r\nCLASS:{kind}\r\nSUMMARY:{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{text}\r\nN:;{text};;;\r\nEND:VCARD\r\n"
PROPERTIES = (
    "<getetag/><displayname/><S:getctag/><sync-token/><current-user-privilege-set/><resourcetype/><owner/>"
    "<S:invite/><acl/><C:schedule-tag/><C:supported-calendar-component-set/>"
)
ALL = f"<propfind {NS}><allprop/></propfind>"
SOME = f"<propfind {NS}><prop>{PROPERTIES}</prop></propfind>"
USED = f"<propfind {NS}><prop>{PROPERTIES}<quota-used-bytes/></prop></propfind>"
FEW = f"<propfind {NS}><prop><getetag/><resourcetype/></prop></propfind>"
SYNC = f"<sync-collection {NS}><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>"
MONTH = (
    f'<C:calendar-query {NS}><prop><getetag/><C:calendar-data/></prop><C:filter><C:comp-filter name="VCALENDAR">'
    '<C:comp-filter name="VEVENT"><C:time-range start="20260301T000000Z" end="20260401T000000Z"/></C:comp-filter>'
    "</C:comp-filter></C:filter></C:calendar-query>"
)
CARDS = f"<K:addressbook-query {NS}><prop><getetag/><K:address-data/></prop></K:addressbook-query>"


def put(chance: random.Random, alice: Asking, bob: Asking) -> None:
    who = chance.choice([alice, alice, alice, bob])
    kind, day, text = chance.choice(["PUBLIC", "PRIVATE"]), chance.randrange(1, 29), str(chance.random())
    month = chance.choice([3, 3, 4])
    event = EVENT.format(uid=chance.choice(MEMBERS), month=month, day=day, kind=kind, text=text)
    who.request("PUT", member(chance), event, content_type="text/calendar")


def put_card(chance: random.Random, alice: Asking, bob: Asking) -> None:
    del bob
    name = f"{chance.choice(MEMBERS)[0]}.vcf"
    alice.request("PUT", BOOK + name, CARD.format(uid=name, text=chance.random()), content_type="text/vcard")


def delete(chance: random.Random, alice: Asking, bob: Asking) -> None:
    del bob
    alice.request("DELETE", member(chance))


def move_or_copy(chance: random.Random, alice: Asking, bob: Asking) -> None:
    del bob
    alice.request(chance.choice(["MOVE", "COPY"]), member(chance), destination=member(chance))


def describe(chance: random.Random, alice: Asking, bob: Asking) -> None:
    del bob
    where = chance.choice([collection(chance), member(chance), "/calendars/alice/"])
    value = f"<displayname>{chance.random()}</displayname>"
    alice.request("PROPPATCH", where, f"<propertyupdate {NS}><set><prop>{value}</prop></set></propertyupdate>")


def make_or_remove(chance: random.Random, alice: Asking, bob: Asking) -> None:
    del bob
    kind = "<resourcetype><collection/><C:calendar/></resourcetype>"
    body = f"<mkcol {NS}><set><prop>{kind}</prop></set></mkcol>"
    made = alice.request("MKCOL", "/calendars/alice/work/", body, content_type="application/xml")
    if made.status != 201 and chance.random() < 0.3:
        alice.request("DELETE", "/calendars/alice/work/")


def list_rights(chance: random.Random, alice: Asking, bob: Asking) -> None:
    del bob
    rights = [
        grant(
            "/principals/users/bob/",
            *chance.choice([("read",), ("read", "write"), ("read-current-user-privilege-set",)]),
        )
    ]
    rights += [grant("/principals/groups/team/", "read", "write-content")] if chance.random() < 0.6 else []
    rights += [deny("/principals/users/bob/", "read")] if chance.random() < 0.3 else []
    listed = "".join(rights if chance.random() < 0.7 else [])
    alice.request("ACL", chance.choice([collection(chance), member(chance)]), f'<acl xmlns="DAV:">{listed}</acl>')


def share(chance: random.Random, alice: Asking, bob: Asking) -> None:
    del bob
    whom = "<href>mailto:bob@example.org</href>"
    change = chance.choice(
        [
            f"<S:set>{whom}<S:read/></S:set>",
            f"<S:set>{whom}<S:read-write/></S:set>",
            f"<S:remove>{whom}</S:remove>",
        ]
    )
    alice.request("POST", collection(chance), f"<S:share {NS}>{change}</S:share>", content_type="application/xml")


def lock(chance: random.Random, alice: Asking, bob: Asking) -> None:
    del bob
    body = f"<lockinfo {NS}><lockscope><shared/></lockscope><locktype><write/></locktype></lockinfo>"
    alice.request("LOCK", member(chance), body, timeout="Second-3600")


DEEDS: Sequence[Deed] = (
    put, put, put_card, delete, move_or_copy, describe, make_or_remove, list_rights, list_rights, share, lock,
)  # fmt: skip


def collection(chance: random.Random) -> str:
    return f"/calendars/alice/{chance.choice(CALENDARS)}/"


def member(chance: random.Random) -> str:
    return collection(chance) + chance.choice(MEMBERS)


CONDITIONS = (
    {"if-none-match": "*"}, {"if-none-match": '"another"'},
    {"if-modified-since": "Fri, 31 Dec 2049 00:00:00 GMT"}, {"if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT"},
)  # fmt: skip


def question(chance: random.Random) -> Question:
    where = chance.choice(
        [member(chance), collection(chance), "/calendars/alice/", "/calendars/bob/", "/calendars/bob/calendar/"]
    )
    hrefs = "".join(f"<href>{member(chance)}</href>" for _ in range(3))
    named = f"<C:calendar-multiget {NS}><prop><getetag/><C:calendar-data/></prop>{hrefs}</C:calendar-multiget>"
    preferred = chance.choice(["return=minimal", "", "depth-noroot"])
    questions: list[Question] = [
        ("GET", member(chance), "", {}),
        ("GET", member(chance), "", chance.choice(CONDITIONS)),
        ("PROPFIND", where, SOME, {"depth": chance.choice("01")}),
        ("PROPFIND", where, USED, {"depth": chance.choice("01")}),
        ("PROPFIND", where, FEW, {"depth": "1", "prefer": preferred}),
        ("PROPFIND", where, ALL, {"depth": "0"}),
        ("PROPFIND", BOOK, FEW, {"depth": "1"}),
        ("REPORT", where, SYNC, {}),
        ("REPORT", where, MONTH, {"depth": "1"}),
        ("REPORT", collection(chance), named, {"depth": "1"}),
        ("REPORT", BOOK, CARDS, {"depth": "1"}),
        ("OPTIONS", where, "", {}),
    ]
    return chance.choice(questions)


OF_THE_WAY = {"x-request-id", "date", "server", "content-length", "transfer-encoding", "connection", "keep-alive"}
"""Headers that say nothing of what was asked for."""


def told(client: Asking, asked: Question) -> tuple[int, dict[str, str], bytes]:
    """An answer in the form in which two servers of one store agree on it."""
    method, path, body, headers = asked
    answer = client.request(method, path, body, **headers)
    headers = {name: value for name, value in answer.headers.items() if name not in OF_THE_WAY}
    return answer.status, headers, re.sub(rb"Second-\d+", b"Second", answer.body)
