"""Real files of many programs: what is accepted comes back byte for byte, what is refused says why."""

import base64
import http.client
import importlib.util
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

KINDS = {".ics": ("text/calendar", "calendars/{}/any/"), ".vcf": ("text/vcard", "addressbooks/{}/any/")}
CARRIERS = ("icalendar", "vobject", "recurring_ical_events", "vdirsyncer", "caldav", "dateutil")


class Connection:
    def __init__(self, account):
        self._http = http.client.HTTPConnection(urlsplit(account.url).netloc, timeout=60)
        token = base64.b64encode(f"{account.name}:{account.password}".encode()).decode()
        self._headers = {"Authorization": f"Basic {token}"}

    def send(self, method, path, body=b"", **headers):
        self._http.request(
            method, "/" + path, body, {**self._headers, **{k.replace("_", "-"): v for k, v in headers.items()}}
        )
        response = self._http.getresponse()
        return response.status, response.read()

    def close(self):
        self._http.close()


@pytest.fixture
def connection(account):
    """A connection of a person with a calendar and an address book that take everything."""
    with closing(Connection(account)) as made:
        make_places(made, account)
        yield made


def make_places(made, account):
    assert made.send("MKCALENDAR", f"calendars/{account.name}/any/")[0] == 201
    book = (
        b'<mkcol xmlns="DAV:"><set><prop><resourcetype><collection/>'
        b'<addressbook xmlns="urn:ietf:params:xml:ns:carddav"/></resourcetype></prop></set></mkcol>'
    )
    assert made.send("MKCOL", f"addressbooks/{account.name}/any/", book)[0] == 201


def outcome(connection, account, file, number):
    """A sentence about a file that was handled wrongly, "" for one that was not, and whether it was accepted."""
    media_type, place = KINDS[file.suffix]
    path, body = f"{place.format(account.name)}{number}{file.suffix}", file.read_bytes()
    status, answer = connection.send("PUT", path, body, Content_Type=media_type)
    if status in {201, 204}:
        status, back = connection.send("GET", path)
        connection.send("DELETE", path)
        return ("" if (status, back) == (200, body) else f"{file}: GET answers {status} and other bytes"), True
    said = ElementTree.fromstring(answer).findtext("{DAV:}responsedescription") if 400 <= status < 500 else ""
    return ("" if said else f"{file}: {status} without a reason"), False


def judge(connection, account, files):
    found = [outcome(connection, account, file, number) for number, file in enumerate(files)]
    wrong = [sentence for sentence, _ in found if sentence]
    assert not wrong, "\n".join(wrong)
    return sum(accepted for _, accepted in found)


def files_below(folder):
    return sorted(file for file in Path(folder).rglob("*") if file.suffix in KINDS and file.is_file())


def test_real_files_are_kept_or_refused_with_a_reason(connection, account, corpus):
    files = files_below(corpus)
    accepted = judge(connection, account, files)
    print(f"{len(files)} files: {accepted} accepted, {len(files) - accepted} refused")
    assert len(files) > 100
    assert accepted > len(files) / 3  # most of the others are whole calendars or invitations


def test_files_inside_installed_packages_are_kept_or_refused_with_a_reason(connection, account):
    found = [spec for name in CARRIERS if (spec := importlib.util.find_spec(name))]
    files = [file for spec in found for file in files_below(Path(spec.origin).parent)]
    assert judge(connection, account, files) > 0


def test_real_files_are_imported_and_answered_in_queries(server, account, connection, corpus):
    print(server.run("import", account.name, str(corpus), ends_with=1))
    query = (
        '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/><C:calendar-data>'
        '<C:expand start="20240101T000000Z" end="20240201T000000Z"/></C:calendar-data></D:prop><C:filter>'
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
        '<C:time-range start="20240101T000000Z" end="20240201T000000Z"/></C:comp-filter></C:comp-filter></C:filter>'
        "</C:calendar-query>"
    )
    status, answer = connection.send("REPORT", f"calendars/{account.name}/", query.encode(), Depth="1")
    assert status == 207, answer[:500]
    assert len(ElementTree.fromstring(answer)) > 10
