"""The section `[plugins.scheduling.mail]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from a3dav.config.fields import setting
from a3dav.forwarding import is_loopback
from a3dav_scheduling.mail.texts import LANGUAGES

MIB = 2**20
SHORTEST_SECRET = 24
ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}", re.ASCII)
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Invitations by mail (RFC 6047): nothing is sent without `host`, and each way in is off until it is set."""

    host: str = setting("", "The mail server that takes what is sent; empty sends nothing.")
    port: int = setting(0, "Its port; 0 is the usual one: 587, 465 with tls, 25 with none.", maximum=65_535)
    security: Literal["starttls", "tls", "none"] = setting(
        "starttls", "How the connection is protected; none is for a mail server on this machine."
    )
    user: str = setting("", "The name to sign in with; empty does not sign in.")
    password: str = setting("", "Its password.", secret=True)
    ca_file: str = setting("", "A PEM file of authorities to believe instead of those of the system.")
    timeout: int = setting(
        20, "How long the mail server may take for one answer.", unit="seconds", minimum=1, maximum=25
    )
    hello: str = setting("", "The name this server calls itself in the dialogue; empty is that of the machine.")
    sender: str = setting("", "The address that mails come from and that undeliverable ones return to.")
    company: str = setting("", 'The name behind that of the organizer, as in "Alice via Example".')
    own_domains: tuple[str, ...] = setting(
        (), "Domains whose users' own addresses may stand in From, because the mail server signs for them."
    )
    reply_to: Literal["organizer", "sender"] = setting(
        "organizer",
        "Where an answer goes that a person writes: to who sent it, or to `sender`, if mail comes in there.",
    )
    language: str = setting("en", "The language of mails to those whose calendar entry names none.")
    answer_days: int = setting(60, "How long the links for answers hold; 0 sends none.", unit="days", maximum=3660)
    keep_days: int = setting(
        90, "How long what was sent is remembered, for failures that come back.", unit="days", minimum=1, maximum=3660
    )
    verify: Literal["dkim", "headers", "none"] = setting(
        "dkim",
        "How the sender of a mail that came in is verified: by its DKIM signature, by the Authentication-Results of "
        "a trusted host, or not at all.",
    )
    trusted_hosts: tuple[str, ...] = setting(
        (), "The names under which own mail servers write Authentication-Results, for verify = headers."
    )
    max_size: int = setting(5 * MIB, "The largest mail that is taken.", unit="bytes", minimum=10_240, maximum=100 * MIB)
    lmtp: str = setting("", "The address:port, or the path of a socket, where mail is taken by LMTP; empty takes none.")
    imap_host: str = setting("", "The server of a mailbox that is looked into every minute; empty looks into none.")
    imap_port: int = setting(993, "Its port.", minimum=1, maximum=65_535)
    imap_security: Literal["tls", "starttls", "none"] = setting(
        "tls", "How the connection is protected; none is for a server on this machine."
    )
    imap_user: str = setting("", "The name to sign in to the mailbox with.")
    imap_password: str = setting("", "Its password.", secret=True)
    imap_folder: str = setting("INBOX", "The folder that is looked into.")
    http_secret: str = setting(
        "", "What a mail server shows as a bearer token to deliver mail by HTTP; empty takes none.", secret=True
    )

    @property
    def sends(self) -> bool:
        return bool(self.host)

    @property
    def smtp_port(self) -> int:
        return self.port or {"starttls": 587, "tls": 465, "none": 25}[self.security]

    @property
    def sender_domain(self) -> str:
        return self.sender.rpartition("@")[2].lower()

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.host and not self.sender:
            yield "sender", "must be the address that mails come from, such as calendar@example.org"
        if self.sender and not ADDRESS.fullmatch(self.sender):
            yield "sender", "must be one plain address, such as calendar@example.org"
        if self.security == "none" and self.host and not is_local(self.host):
            yield "security", "may be none for a mail server on this machine alone; write starttls or tls"
        if self.imap_security == "none" and self.imap_host and not is_local(self.imap_host):
            yield "imap_security", "may be none for a server on this machine alone; write starttls or tls"
        if self.password and not self.user:
            yield "password", "needs user beside it"
        if not self.company.isprintable():
            yield "company", "must be printable"
        if self.language not in LANGUAGES:
            yield "language", f"must be one of {', '.join(LANGUAGES)}"
        if any(not _DOMAIN.fullmatch(domain.lower()) for domain in self.own_domains):
            yield "own_domains", "must be a list of domains, such as example.org"
        if self.reply_to == "sender" and not (self.imap_host or self.lmtp or self.http_secret):
            yield "reply_to", "may be sender where mail comes in by lmtp, imap_host or http_secret"
        if self.verify == "headers" and not self.trusted_hosts:
            yield "verify", "needs trusted_hosts beside it"
        if self.lmtp and not self.lmtp.startswith("/") and lmtp_place(self.lmtp) is None:
            yield "lmtp", "must be an address and a port, such as 127.0.0.1:8024, or a path that begins with a slash"
        if self.http_secret and len(self.http_secret) < SHORTEST_SECRET:
            yield "http_secret", f"must have {SHORTEST_SECRET} characters or more; try: openssl rand -hex 32"


def is_local(host: str) -> bool:
    return host.lower() == "localhost" or is_loopback(host)


def lmtp_place(text: str) -> tuple[str, int] | None:
    """The address and the port; None for what is none."""
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or not 0 <= int(port) <= 65_535:
        return None
    return host.removeprefix("[").removesuffix("]"), int(port)
