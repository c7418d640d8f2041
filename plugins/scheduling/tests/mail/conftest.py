"""A mail server that keeps what it is given, a house that sends through it, and scheduling messages."""

# ruff: noqa: N802 - names that aiosmtpd calls

import re
import socket
import ssl
from dataclasses import dataclass, field
from email import message_from_bytes, policy

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from a3dav.storage.transaction import Actor
from a3dav_content.itip.messages import Message
from a3dav_content.itip.received import Received, Verdict
from a3dav_scheduling.mail import engine

SENDER = "calendar@example.org"


@dataclass
class Server:
    """`answers` are given to RCPT and DATA instead of 250; `mails` are (sender, recipients, bytes)."""

    controller: Controller = None
    mails: list = field(default_factory=list)
    answers: dict = field(default_factory=dict)
    options: list = field(default_factory=list)
    ca: str = ""

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.options += options
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 fine")

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.options += options
        envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 fine")

    async def handle_DATA(self, server, session, envelope):
        self.mails.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return self.answers.get("DATA", "250 taken")

    def stop(self):
        if self.controller is not None:
            self.controller.stop()
            self.controller = None

    def parsed(self, number=-1):
        """A mail as the email package reads it, with nothing about it that it would have to overlook."""
        found = message_from_bytes(self.mails[number][2], policy=policy.strict)
        assert not found.defects
        return found


class ServerWithDsn(SMTP):
    """One that tells of failures (RFC 3461), which aiosmtpd does not."""

    async def push(self, status):
        await super().push(status)
        if status.startswith("250-") and "SIZE" in status:
            await super().push("250-DSN")

    async def smtp_MAIL(self, arg):
        self._noted(arg, "ENVID")
        return await super().smtp_MAIL(" ".join(part for part in arg.split() if not part.startswith("ENVID")))

    async def smtp_RCPT(self, arg):
        self._noted(arg, "NOTIFY")
        return await super().smtp_RCPT(" ".join(part for part in arg.split() if not part.startswith("NOTIFY")))

    def _noted(self, arg, name):
        self.event_handler.options += [part for part in arg.split() if part.startswith(name)]


def free_port():
    with socket.create_server(("localhost", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture(scope="session")
def authority_files(tmp_path_factory):
    """A certificate for localhost, its key, and the authority that made it."""
    folder, ca = tmp_path_factory.mktemp("ca"), trustme.CA()
    issued = ca.issue_cert("localhost")
    ca.cert_pem.write_to_path(folder / "ca.pem")
    issued.cert_chain_pems[0].write_to_path(folder / "cert.pem")
    issued.private_key_pem.write_to_path(folder / "key.pem")
    return [str(folder / name) for name in ("cert.pem", "key.pem", "ca.pem")]


@pytest.fixture(scope="session")
def authority(authority_files):
    """What a server speaks TLS with, and the file of the authority behind it."""
    certificate, key, ca = authority_files
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context, ca


@pytest.fixture
def start_server(authority):
    """Starts a mail server on a free port; `implicit` speaks TLS from the first byte on."""
    started = []

    def start(*, tls=False, implicit=False, user="", kind=SMTP):
        server = Server(ca=authority[1])

        class Here(Controller):
            def factory(self):
                return kind(self.handler, **self.SMTP_kwargs)

        options = {"tls_context": authority[0], "require_starttls": True} if tls else {}
        if user:
            options |= {
                "authenticator": lambda *given: AuthResult(success=given[-1].login == user.encode(), handled=False),
                "auth_required": True, "auth_require_tls": not implicit,
            }  # fmt: skip
        server.controller = Here(
            server, hostname="localhost", port=free_port(), ssl_context=authority[0] if implicit else None, **options
        )
        server.controller.start()
        started.append(server)
        server.port = server.controller.port
        return server

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def smtp(start_server):
    return start_server()


@pytest.fixture
def mailing(make_house, smtp):
    """Opens a house that sends by the mail server."""

    def make(**settings):
        own = {"host": "localhost", "port": smtp.port, "security": "none", "sender": SENDER} | settings
        core = {name: own.pop(name) for name in list(own) if "__" in name}
        return make_house(**{f"plugins__scheduling__mail__{name}": value for name, value in own.items()}, **core)

    return make


@pytest.fixture
def house(mailing):
    return mailing(server__public_url="https://dav.example.org")


@pytest.fixture
def noted(monkeypatch):
    """What the engine is told about messages that did not arrive."""
    told = []
    monkeypatch.setattr(engine, "note", lambda house, message, code: told.append((message.recipient, code)))
    return told


@pytest.fixture
def received(monkeypatch):
    """What the engine is given."""
    taken = []

    def receive(house, message, message_id=b""):
        taken.append(message)
        return Received(Verdict.APPLIED, None)

    monkeypatch.setattr(engine, "receive", receive)
    return taken


@pytest.fixture
def post(house, alice):
    """Puts a message of alice into the outbox."""
    account = house.store.accounts.by_name("alice")

    def do(message):
        house.transact(Actor(), lambda tx: tx.post("imip", account.id, message.dump()))

    return do


def text_of(mail):
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


def link_in(mail, word):
    """The path of the link that is behind a word."""
    return re.search(rf"^{word}: https://dav\.example\.org(/\S+)$", text_of(mail), re.MULTILINE)[1]


def itip(
    method, *lines, uid="lunch", originator="alice@example.org", recipient="guest@example.net", kind="VEVENT", more=()
):
    """A scheduling message of one component."""
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", f"METHOD:{method}", *more, f"BEGIN:{kind}"]
    parts += [f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, f"END:{kind}", "END:VCALENDAR", ""]
    return Message.parse("\r\n".join(parts).encode(), f"mailto:{originator}", f"mailto:{recipient}")


def stored(*lines, uid="lunch", kind="VEVENT", more=()):
    """A calendar object of one component, about which the server itself sends nothing."""
    lines = [line.replace("ATTENDEE", "ATTENDEE;SCHEDULE-AGENT=NONE") for line in lines]
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *more, f"BEGIN:{kind}", f"UID:{uid}"]
    return "\r\n".join([*parts, "DTSTAMP:20260101T000000Z", *lines, f"END:{kind}", "END:VCALENDAR", ""])


ALICE = "ORGANIZER;CN=Alice Arnold:mailto:alice@example.org"
GUEST = "ATTENDEE;CN=Gast;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:guest@example.net"
LUNCH = (
    "DTSTART;TZID=Europe/Berlin:20260310T120000", "DTEND;TZID=Europe/Berlin:20260310T130000", "SEQUENCE:0",
    "SUMMARY:Lunch with Grace", "LOCATION:Canteen", ALICE, GUEST,
)  # fmt: skip


@pytest.fixture
def invitation():
    return itip("REQUEST", *LUNCH)
