"""Every verb of openapi/dav.yaml, with what the document allows and with what it does not, is answered as it says.

Schemathesis does the same for the REST API, and knows no `additionalOperations` (OpenAPI 3.2), which most verbs of DAV are.
"""

from __future__ import annotations

import http.client
from base64 import b64encode

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .dav_answers import Answer, faults
from .dav_bodies import CARD, EVENT
from .dav_requests import Asked, operations, requests

EXAMPLES = 40
SECONDS = 30
BOOK = b'<mkcol xmlns="DAV:"><set><prop><resourcetype><collection/><addressbook xmlns="urn:ietf:params:xml:ns:carddav"/></resourcetype></prop></set></mkcol>'
FURNITURE = (
    ("MKCALENDAR", "/calendars/{person}/team/", "", b""), ("PUT", "/calendars/{person}/team/lunch.ics", "text/calendar", EVENT),
    ("MKCOL", "/addressbooks/{person}/people/", "application/xml", BOOK),
    ("PUT", "/addressbooks/{person}/people/bob.vcf", "text/vcard", CARD),
    ("MKCOL", "/files/{person}/folder/", "", b""), ("PUT", "/files/{person}/folder/a.txt", "text/plain", b"a"),
)  # fmt: skip


NEW = ("/calendars/{person}/new/", "/addressbooks/{person}/new/", "/files/{person}/new/", "/files/{person}/copy/")
LOCK = b'<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'


class Household:
    """An account with something of everything, which each request finds there."""

    def __init__(self, person, port):
        self.person, self.port = person, port
        self.known = {"{person}": person.name, "{url}": person.url.rstrip("/"), "{etag}": '"-"', "{lock}": "urn:x"}

    def filled(self, text):
        for name, value in self.known.items():
            text = text.replace(name, value)
        return text

    def furnish(self, is_locked):
        for path in NEW:
            self.ask(Asked("DELETE", path, (), b""))
        for method, path, kind, body in FURNITURE:
            answer = self.ask(Asked(method, path, (("If-None-Match", "*"), ("Content-Type", kind)), body))
            self.known["{etag}"] = answer.headers.get("etag", self.known["{etag}"])
        if is_locked:
            self.ask(Asked("LOCK", FURNITURE[1][1], (("Depth", "0"), ("Content-Type", "application/xml")), LOCK))

    def ask(self, asked):
        token = b64encode(f"{self.person.name}:{self.person.password}".encode()).decode()
        headers = {name: self.filled(value) for name, value in asked.headers}
        body = self.filled(asked.body.decode("latin-1")).encode("latin-1")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(
                asked.method, self.filled(asked.path), body, {"Authorization": f"Basic {token}", **headers}
            )
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            self.known["{lock}"] = told.get("lock-token", self.known["{lock}"]).strip("<>")
            return Answer(answer.status, told, answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module", params=sorted(operations()))
def verb(request):
    return request.param


@pytest.fixture(scope="module")
def household(verb, server):
    return Household(server.person(), server.port)


@given(data=st.data())
@settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_no_request_is_answered_against_the_document(verb, household, data):
    household.furnish(is_locked=verb == "UNLOCK")
    asked = data.draw(requests(verb))
    answer = household.ask(asked)
    assert faults(verb, answer) == [], (asked, answer)
