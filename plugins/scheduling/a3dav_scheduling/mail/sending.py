"""The dialogue with the mail server (RFC 5321), and what its end means for a mail."""

from __future__ import annotations

import smtplib
import ssl
import time
from contextlib import suppress

from a3dav.errors import A3davError
from a3dav_scheduling.mail.settings import MailSettings

PATIENCE = 120
"""Seconds until the mail itself is told of: the whole dialogue ends before the lease of its message."""


class NotNow(A3davError):
    """The mail was not taken, and may be taken later."""


class Unreachable(NotNow):
    """There was no dialogue at all."""


class Returned(A3davError):
    """The mail server will never take this mail (RFC 5321 §4.2.1)."""


def send(settings: MailSettings, recipient: str, mail: bytes, envelope_id: str) -> None:
    """Hands a mail over to the server; returns when it answered that it took it."""
    start = time.monotonic()
    try:
        with _session(settings) as session:
            if time.monotonic() - start > PATIENCE:
                raise NotNow(f"the mail server {settings.host} takes its time")
            _transfer(session, settings, recipient, mail, envelope_id)
    except smtplib.SMTPServerDisconnected as error:
        raise NotNow(f"the mail server {settings.host} hung up") from error
    except OSError as error:
        raise Unreachable(f"the mail server {settings.host} does not answer: {error}") from error


def _session(settings: MailSettings) -> smtplib.SMTP:
    """A connection that is protected and signed in; whatever fails here is not the fault of one mail."""
    name = settings.hello or None
    if settings.security == "tls":
        session: smtplib.SMTP = smtplib.SMTP_SSL(
            settings.host, settings.smtp_port, name, timeout=settings.timeout, context=_tls(settings)
        )
    else:
        session = smtplib.SMTP(settings.host, settings.smtp_port, name, timeout=settings.timeout)
    try:
        _prepare(session, settings)
    except BaseException:
        session.close()
        raise
    return session


def _prepare(session: smtplib.SMTP, settings: MailSettings) -> None:
    try:
        session.ehlo_or_helo_if_needed()
        if settings.security == "starttls":
            session.starttls(context=_tls(settings))
            session.ehlo_or_helo_if_needed()
        if settings.user:
            session.login(settings.user, settings.password)
    except smtplib.SMTPNotSupportedError as error:
        raise NotNow(f"the mail server {settings.host} cannot do what the settings ask for: {error}") from error
    except smtplib.SMTPAuthenticationError as error:
        raise NotNow(f"the mail server {settings.host} refuses user and password ({error.smtp_code})") from error
    except smtplib.SMTPResponseException as error:
        raise NotNow(_said(settings, error)) from error
    except smtplib.SMTPServerDisconnected:
        raise
    except smtplib.SMTPException as error:
        raise NotNow(f"the mail server {settings.host} cannot be spoken with: {error}") from error


def _tls(settings: MailSettings) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=settings.ca_file or None)
    except (OSError, ssl.SSLError) as error:
        raise NotNow(f"plugins.scheduling.mail.ca_file cannot be used: {error}") from error


def _transfer(session: smtplib.SMTP, settings: MailSettings, recipient: str, mail: bytes, envelope_id: str) -> None:
    options: list[str] = []
    wishes: list[str] = []
    if session.has_extn("dsn"):  # RFC 3461 §4.4
        options.append(f"ENVID={envelope_id}")
        wishes.append("NOTIFY=FAILURE")
    if not recipient.isascii():
        if not session.has_extn("smtputf8"):
            raise Returned(f"the mail server {settings.host} takes no address with such characters")
        options += ["SMTPUTF8", "BODY=8BITMIME"]
    try:
        session.sendmail(settings.sender, [recipient], mail, options, wishes)
    except smtplib.SMTPRecipientsRefused as error:
        code, text = next(iter(error.recipients.values()))
        raise _judged(settings, code, text) from error
    except smtplib.SMTPSenderRefused as error:
        if error.smtp_code == 552:  # the mail is too large
            raise Returned(_said(settings, error)) from error
        raise NotNow(_said(settings, error)) from error  # `sender`, or the right to send at all: no fault of one mail
    except smtplib.SMTPResponseException as error:
        raise _judged(settings, error.smtp_code, error.smtp_error) from error
    with suppress(OSError):  # the mail is taken, however the parting goes
        session.quit()


def _judged(settings: MailSettings, code: int, text: bytes | str) -> A3davError:
    sentence = _sentence(settings, code, text)
    return Returned(sentence) if 500 <= code < 600 else NotNow(sentence)


def _said(settings: MailSettings, error: smtplib.SMTPResponseException) -> str:
    return _sentence(settings, error.smtp_code, error.smtp_error)


def _sentence(settings: MailSettings, code: int, text: bytes | str) -> str:
    told = " ".join((text.decode("utf-8", "replace") if isinstance(text, bytes) else text).split())
    shown = "".join(character if character.isprintable() else "?" for character in told[:200])
    return f"the mail server {settings.host} says {code} {shown}"
