"""People who all at once change and read the same calendars, through any worker of any server of one store."""

import base64
import http.client
import random

from lxml import etree

from a3dav.testing.client import Answer
from a3dav.testing.deeds import DEEDS, EVENT, FEW, NS, PEOPLE, SYNC, question

HOST = "localhost"
DEEDS_A_ROUND = 10
CALENDAR = "/calendars/alice/calendar/"


class Caller:
    """A client of one person; each request comes on a connection of its own, which any worker may take."""

    def __init__(self, port, name):
        self.port, self.name = port, name
        self._authorization = "Basic " + base64.b64encode(f"{name}:{name}'s password".encode()).decode()

    def request(self, method, path, body=b"", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"authorization": self._authorization, "host": HOST}
        sent |= {name.replace("_", "-"): value for name, value in headers.items() if value}
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            data = body.encode() if isinstance(body, str) else body
            for name, value in {**sent, "content-length": str(len(data))}.items():
                connection.putheader(name, value)
            connection.endheaders(data)
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


def hammer(ports, number, seed):
    """Does and asks one thing after the other; tells where a change of its own could not be seen at once."""
    chance = random.Random(seed)
    unseen = []
    for _ in range(DEEDS_A_ROUND):
        people = [Caller(chance.choice(ports), name) for name in PEOPLE]
        chance.choice(DEEDS)(chance, *people)
        method, path, body, headers = question(chance)
        chance.choice(people).request(method, path, body, **headers)
        unseen += _unseen(ports, f"own-{number}.ics", chance)
    return unseen


def _unseen(ports, name, chance):
    """Changes an event that nobody else touches, and asks every server whether it knows."""
    writer = Caller(chance.choice(ports), "alice")
    if chance.random() < 0.3:
        done = writer.request("DELETE", CALENDAR + name)
        etag = None
    else:
        event = EVENT.format(uid=name, month=chance.choice([3, 3, 4]), day=9, kind="PUBLIC", text=chance.random())
        done = writer.request("PUT", CALENDAR + name, event, content_type="text/calendar")
        etag = done.headers.get("etag")
    asked = [chance.choice(ports), *ports]
    told = {(port, how): ask(Caller(port, "alice"), name) for port in asked for how, ask in LOOKS.items()}
    return [(done.status, name, etag, where, found) for where, found in told.items() if found != etag]


def _got(caller, name):
    return caller.request("GET", CALENDAR + name).headers.get("etag")


def _of(answer, name):
    for response in etree.fromstring(answer.body).iter("{DAV:}response"):
        if response.findtext("{DAV:}href") == CALENDAR + name:
            return next((found.text for found in response.iter("{DAV:}getetag")), None)
    return None


def _listed(caller, name):
    return _of(caller.request("PROPFIND", CALENDAR, FEW, depth="1"), name)


def _synchronised(caller, name):
    return _of(caller.request("REPORT", CALENDAR, SYNC), name)


def _fetched(caller, name):
    body = f"<C:calendar-multiget {NS}><prop><getetag/></prop><href>{CALENDAR}{name}</href></C:calendar-multiget>"
    return _of(caller.request("REPORT", CALENDAR, body, depth="1"), name)


LOOKS = {"GET": _got, "PROPFIND": _listed, "sync-collection": _synchronised, "multiget": _fetched}
