"""A listener for LMTP (RFC 2033): a mail server hands over mail, and hears of each recipient what became of it.

A mail is answered with 250 when everything that it asks for is in the store, and not before.
"""

from __future__ import annotations

import logging
import re
import socket
import socketserver
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from a3dav.errors import A3davError
from a3dav_content.itip.addresses import normal
from a3dav_scheduling.mail.incoming import account_of, take
from a3dav_scheduling.mail.reading import Refused
from a3dav_scheduling.mail.settings import MailSettings, lmtp_place

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.scheduling")
SERVICE = "scheduling.lmtp"
SECONDS = 300
LONGEST_LINE = 4_096
MOST_RECIPIENTS = 100
MOST_SESSIONS = 20
WORKERS = 2
MOST_MISTAKES = 20
_PATH = re.compile(r"(FROM|TO):\s*<([^<>]*)>(?: .*)?", re.IGNORECASE)
_SIZE = re.compile(r" SIZE=(\d{1,15})\b", re.IGNORECASE)


class _Session(socketserver.StreamRequestHandler):
    """One connection."""

    timeout = SECONDS
    server: Listener

    def handle(self) -> None:
        with suppress(OSError):
            if not self.server.seats.acquire(blocking=False):
                self._say("421 4.3.2 too many connections")
                return
            try:
                self._converse()
            finally:
                self.server.seats.release()

    def _converse(self) -> None:
        self._greeted, self._mistakes = False, 0
        self._reset()
        self._say(f"220 {self.server.hello} LMTP")
        while self._mistakes < MOST_MISTAKES:
            line = self.rfile.readline(LONGEST_LINE + 1)
            if not line:
                return
            if not line.endswith(b"\n"):
                self._say("500 5.5.6 the line is too long")
                return
            verb, _, rest = line.decode("utf-8", "replace").rstrip("\r\n").partition(" ")
            if verb.upper() == "QUIT":
                self._say("221 2.0.0 goodbye")
                return
            answer = getattr(self, f"_{verb.lower()}", None) if verb.upper() in _VERBS else None
            if answer is None:
                self._wrong("500 5.5.2 that is not known here")
            else:
                answer(rest)
        self._say("421 4.7.0 too many mistakes")

    def _reset(self) -> None:
        self._sender: str | None = None
        self._recipients: list[str] = []

    def _say(self, line: str) -> None:
        self.wfile.write(line.encode("utf-8", "replace") + b"\r\n")

    def _wrong(self, line: str) -> None:
        self._mistakes += 1
        self._say(line)

    def _lhlo(self, _: str) -> None:
        self._greeted = True
        self._reset()
        for extension in (self.server.hello, "PIPELINING", "8BITMIME", "SMTPUTF8", f"SIZE {self.server.max_size}"):
            self._say(f"250-{extension}")
        self._say("250 ENHANCEDSTATUSCODES")

    def _mail(self, rest: str) -> None:
        match, size = _PATH.fullmatch(rest), _SIZE.search(rest)
        if not self._greeted or self._sender is not None:
            self._wrong("503 5.5.1 LHLO comes first, and MAIL once")
        elif match is None or match[1].upper() != "FROM":
            self._wrong("501 5.5.4 that is no sender")
        elif size and int(size[1]) > self.server.max_size:
            self._say("552 5.3.4 the mail is too large")
        else:
            self._sender = match[2]
            self._say("250 2.1.0 fine")

    def _rcpt(self, rest: str) -> None:
        match = _PATH.fullmatch(rest)
        if self._sender is None:
            self._wrong("503 5.5.1 MAIL comes first")
        elif match is None or match[1].upper() != "TO":
            self._wrong("501 5.5.4 that is no recipient")
        elif len(self._recipients) >= MOST_RECIPIENTS:
            self._say("452 4.5.3 too many recipients")
        else:
            self._say(self._admit(normal(f"mailto:{match[2]}")))

    def _admit(self, address: str) -> str:
        try:
            known = self.server.knows(address)
        except Exception:
            log.exception("a recipient could not be looked up")
            return "451 4.3.0 try again later"
        if not known:
            return "550 5.1.1 nobody here has that address"
        self._recipients.append(address)
        return "250 2.1.5 fine"

    def _data(self, _: str) -> None:
        if not self._recipients:
            self._wrong("503 5.5.1 no recipient was taken")
            return
        self._say("354 go on")
        mail = self._content()
        for recipient in self._recipients:
            self._say("552 5.3.4 the mail is too large" if mail is None else self.server.take(mail, recipient))
        self._reset()

    def _content(self) -> bytes | None:
        """Everything up to the line of one dot; None for more than may be. A connection that ends here ends all."""
        lines: list[bytes] = []
        size, before = 0, b"\r\n"
        while (line := self.rfile.readline(64 * 1024)) != b".\r\n" or not before.endswith(b"\r\n"):
            if not line:
                raise ConnectionAbortedError
            size += len(line)
            if size <= self.server.max_size:
                lines.append(line[1:] if before.endswith(b"\n") and line.startswith(b".") else line)
            before = line
        return b"".join(lines) if size <= self.server.max_size else None

    def _rset(self, _: str) -> None:
        self._reset()
        self._say("250 2.0.0 fine")

    def _noop(self, _: str) -> None:
        self._say("250 2.0.0 fine")

    def _vrfy(self, _: str) -> None:
        self._say("252 2.5.0 try it")


_VERBS = frozenset({"LHLO", "MAIL", "RCPT", "DATA", "RSET", "NOOP", "VRFY"})


class Listener(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Takes mail in threads of its own until it is stopped."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, house: House) -> None:
        settings: MailSettings = house.section("scheduling.mail")
        self.house = house
        self.max_size = settings.max_size
        self.hello = settings.hello or settings.sender_domain or "localhost"
        # Connections to the database belong to threads: sessions come and go, these few stay.
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="lmtp-worker")
        self.seats = threading.BoundedSemaphore(MOST_SESSIONS)
        self._own = settings.sender
        self._path = Path(settings.lmtp) if settings.lmtp.startswith("/") else None
        place = lmtp_place(settings.lmtp)
        if self._path is not None:
            self.address_family = socket.AF_UNIX
            with suppress(FileNotFoundError):
                self._path.unlink()
            super().__init__(str(self._path), _Session)  # type: ignore[arg-type]
            self._path.chmod(0o660)
        elif place is not None:
            self.address_family = socket.AF_INET6 if ":" in place[0] else socket.AF_INET
            super().__init__(place, _Session)
        self._thread = threading.Thread(target=self.serve_forever, name="lmtp", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def knows(self, address: str) -> bool:
        """Accounts with an address, and that from which this server sends, to which mails are returned."""
        known = self._workers.submit(account_of, self.house, address).result() is not None
        return known or (bool(self._own) and address == normal(f"mailto:{self._own}"))

    def take(self, mail: bytes, recipient: str) -> str:
        """The answer for one recipient."""
        return self._workers.submit(self._take, mail, recipient).result()

    def _take(self, mail: bytes, recipient: str) -> str:
        try:
            return f"250 2.0.0 {take(self.house, mail, (recipient,))}"
        except Refused as error:
            log.info("a mail was refused: %s", error)
            return f"550 5.6.0 {_line(str(error))}"
        except Exception as error:
            log.warning("a mail could not be taken now: %s", error)
            return "451 4.3.0 try again later"

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - of the base class
        log.exception("a connection of LMTP failed")

    def stop(self) -> None:
        self.shutdown()
        self.server_close()
        self._workers.shutdown(cancel_futures=True)
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink()


def _line(text: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in text)[:300]


def keep_listening(house: House) -> str:
    """Opens the listener in this process where it is wanted, and again where it ended."""
    if not house.section("scheduling.mail").lmtp:
        return ""
    current: Listener | None = house.services.get(SERVICE)
    if current is not None and current.alive:
        return ""
    place = house.section("scheduling.mail").lmtp
    try:
        house.services[SERVICE] = Listener(house)
    except OSError as error:
        raise A3davError(f"no mail is taken by LMTP at {place}: {error.strerror or error}") from error
    return f"mail is taken by LMTP at {place}"
