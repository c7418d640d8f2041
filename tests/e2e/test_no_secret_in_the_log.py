"""Whatever is sent, refused or breaks, the log of a running server holds no secret and nothing that people stored."""

import base64
import http.client
import itertools
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.serving import serving

PLUGIN = Path(__file__).parent / "leaky" / "a3dav_leaky.py"
PLANT = re.compile(r"plant[a-z0-9-]*", re.IGNORECASE)
NAMES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:X="urn:leaky"'
FORMS = {
    "text": re.compile(r"(20\d\d-\d\d-\d\dT[\d:.]+\+00:00 (debug|info|warning|error) | {4}).*"),
    "json": re.compile(r'\{"@timestamp": "20\d\d-.*\}'),
}
METHODS = [
    "OPTIONS", "GET", "HEAD", "PUT", "POST", "DELETE", "MKCOL", "COPY", "MOVE", "PROPFIND", "PROPPATCH", "REPORT",
    "LOCK", "UNLOCK", "MKCALENDAR", "ACL", "LEAK", "UNHEARD-OF",
]  # fmt: skip
HEADERS = {
    "If": "(<urn:uuid:planted-if-token>)",
    "Lock-Token": "<urn:uuid:planted-lock-token>",
    "Destination": "http://user:planted-destination@localhost/files/person1/copy?planted-query",
    "Cookie": "session=planted-cookie",
    "X-Api-Key": "planted-key",
    "If-Match": '"planted-tag"',
    "Depth": "0",
}
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//planted//EN\r\nBEGIN:VEVENT\r\nUID:planted-uid\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART:20260310T110000Z\r\nSUMMARY:planted-summary\r\nDESCRIPTION:planted-text\r\n"
    "ATTENDEE:mailto:planted-guest@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:planted-card\r\nFN:planted-person\r\nN:;;;;\r\nTEL:planted-phone\r\nEND:VCARD\r\n"
BODIES = [
    b"",
    EVENT.encode(),
    EVENT.replace("DTSTART:2026", "DTSTART:planted-date").encode(),
    EVENT.replace("END:VEVENT", "END:planted-component").encode(),
    CARD.encode(),
    CARD.replace("VERSION:3.0", "VERSION:planted-version").encode(),
    b"\xff\xfe planted-bytes",
    f"<D:propertyupdate {NAMES}><D:set><D:prop><X:dead>planted-value</X:dead></D:prop></D:set></D:propertyupdate>".encode(),
    f"<D:propfind {NAMES}><D:prop><X:leak>planted-element</X:leak></D:prop></D:propfind>".encode(),
    f"<X:leak {NAMES}>planted-report</X:leak>".encode(),
    f"<X:heavy {NAMES}>planted-heavy</X:heavy>".encode(),
    f"<D:lockinfo {NAMES}><D:lockscope><D:planted/></D:lockscope><D:owner>planted-owner</D:owner></D:lockinfo>".encode(),
    f"<D:planted {NAMES}>planted-broken".encode(),
    b'<!DOCTYPE x [<!ENTITY planted "planted-entity">]><x>&planted;</x>',
    f'<C:calendar-query {NAMES}><D:prop/><C:filter><C:comp-filter name="planted-filter"/></C:filter></C:calendar-query>'.encode(),
]
PATHS = [
    "/files/person1/a", "/files/person1/", "/files/person1/leak-validate", "/files/person1/leak-transaction",
    "/calendars/person1/calendar/e.ics", "/calendars/person1/calendar/", "/calendars/person1/calendar/leak-validate.ics",
    "/addressbooks/person1/contacts/c.vcf", "/principals/users/person1/", "/files/somebody/x", "/leak", "/",
]  # fmt: skip


def basic(name, password):
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


def plugin_path(folder):
    """A folder for PYTHONPATH in which the plugin is installed."""
    shutil.copy(PLUGIN, folder)
    info = folder / "a3dav_leaky-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: a3dav-leaky\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[a3dav.plugins]\nleaky = a3dav_leaky\n")
    return str(folder)


class Sender:
    """Sends requests one after the other; a connection that breaks is opened again."""

    def __init__(self, port):
        self.port = port
        self.statuses = set()

    def send(self, method, target, body=b"", headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, target, body=body, headers=headers or {})
            answer = connection.getresponse()
            self.statuses.add(answer.status)
            answer.read()
        except (http.client.HTTPException, ConnectionError):
            self.statuses.add(0)
        finally:
            connection.close()

    def raw(self, text):
        with socket.create_connection(("127.0.0.1", self.port), 30) as line:
            line.sendall(text.encode("latin-1"))
            line.settimeout(1)
            try:
                line.recv(1000)
            except OSError:
                return


def send_everything(sender, good):
    for method, (number, path) in itertools.product(METHODS, enumerate(PATHS)):
        for body in (BODIES[number % len(BODIES)], BODIES[METHODS.index(method) % len(BODIES)]):
            sender.send(method, path, body, {**HEADERS, "Authorization": good})
    for path, body in itertools.product(PATHS, BODIES):
        for method in ("PUT", "PROPPATCH", "PROPFIND", "REPORT", "LOCK", "LEAK"):
            sender.send(method, path + "?planted-query", body, {"Authorization": good, "Depth": "0"})
    large = EVENT.replace("planted-text", "planted-large " * 20_000).encode()
    for name in ("large.ics", "leak-validate-large.ics"):
        sender.send("PUT", f"/calendars/person1/calendar/{name}", large, {"Authorization": good})
    for query in ("leak-recognise", "leak-authenticate", "leak-finished"):
        sender.send("PUT", f"/files/person1/a?{query}&planted", b"planted-body", {"Authorization": good, **HEADERS})


def send_credentials(sender):
    offered = [
        basic("person1", "planted-wrong-password"), basic("nobody", "planted-password-of-nobody"), "Bearer planted-bearer",
        "Basic planted-malformed", "Basic " + base64.b64encode(b"planted-without-colon").decode(), "planted",
        basic("planted\nname", "x"), 'Digest username="person1", response="planted-digest"',
    ]  # fmt: skip
    for proof, query in itertools.product(offered, ("", "?leak-authenticate", "?leak-recognise")):
        sender.send("PROPFIND", f"/files/person1/{query}", b"", {"Authorization": proof, "Depth": "0"})
    for head in (
        "GET http://person1:planted-userinfo@127.0.0.1/files/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /files/ HTTP/1.1\r\nHost: x\r\nAuthorization planted-header\r\n\r\n",
        "GET /files/ HTTP/9.planted\r\n\r\n",
        "PUT /files/person1/a HTTP/1.1\r\nHost: x\r\nContent-Length: planted\r\n\r\n",
        "PUT /files/person1/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: planted\r\n\r\nplanted",
        "PUT /files/person1/a HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nplanted-part",
        "\x16\x03\x01planted-tls\r\n\r\n",
    ):
        sender.raw(head)


@pytest.fixture(scope="module", params=[("text", "debug"), ("json", "debug"), ("text", "info")], ids="-".join)
def log(request, tmp_path_factory):
    """What a server wrote while everything was sent to it."""
    form, level = request.param
    folder = tmp_path_factory.mktemp("leaky")
    (folder / "site").mkdir()
    htpasswd = folder / "htpasswd"
    htpasswd.write_text("nobody:$2y$planted-hash\nperson1:$argon2id$planted-hash\nplanted-line\n")
    settings = {
        "PYTHONPATH": plugin_path(folder / "site"), "A3DAV_LOGGING__FORMAT": form, "A3DAV_LOGGING__LEVEL": level,
        "A3DAV_AUTH__HTPASSWD_FILE": str(htpasswd),
    }  # fmt: skip
    with serving(folder, settings) as server:
        server.start()
        server.run("user", "add", "person1", "--password-stdin", text="planted-password\n")
        device = server.run("app-password", "add", "person1", "--scope", "dav").strip()
        sender = Sender(server.port)
        send_everything(sender, basic("person1", "planted-password"))
        sender.send("GET", "/files/person1/a", headers={"Authorization": basic("person1", device)})
        send_credentials(sender)
        server.stop()
        written = server.log.read_text()
    assert sender.statuses > {200, 201, 207, 401, 403, 404, 412, 500}
    return written, device, form


def test_nothing_that_was_planted_is_in_the_log(log):
    written, _, _ = log
    assert set(PLANT.findall(written)) == set()


def test_no_credential_is_in_the_log_in_the_form_it_is_sent_in(log):
    written, device, _ = log
    for secret in (device, basic("person1", device)[6:], basic("person1", "planted-password")[6:]):
        assert secret not in written


def test_the_log_tells_where_the_plugin_failed(log):
    written, _, _ = log
    for place in (
        "a3dav_validate_write",
        "a3dav_in_transaction",
        "a3dav_authenticate",
        "stream",
        "a3dav_request_finished",
    ):
        assert re.search(rf'a3dav_leaky\.py\\?", line \d+, in {place}', written), place
    assert "ValueError: (its message may hold private data and is not shown)" in written


def test_a_failure_in_the_log_has_the_number_of_its_request(log):
    written, _, _ = log
    failed = [
        line for line in written.splitlines() if " error   a request failed" in line or '"a request failed"' in line
    ]
    assert len(failed) > 20
    assert all(re.search(r'request(\.id": "|=)[0-9a-f]{32}', line) for line in failed)


def test_every_line_has_the_form_that_was_asked_for(log):
    written, _, form = log
    lines = written.partition("More accounts: a3dav user add NAME\n\n")[2].splitlines()
    assert [line for line in lines if not FORMS[form].fullmatch(line)] == []


@pytest.mark.parametrize("command", ["serve", "check"])
def test_the_password_of_the_database_is_not_told_when_it_does_not_answer(tmp_path, command):
    with serving(tmp_path, {"A3DAV_STORAGE__URL": "postgresql://user:planted@127.0.0.1:1/database"}) as server:
        done = subprocess.run(
            server.command(command),
            capture_output=True,
            text=True,
            env=dict(server.environment),
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert "planted" not in done.stdout + done.stderr
