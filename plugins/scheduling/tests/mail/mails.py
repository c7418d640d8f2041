"""Mails as other programs write them, signed where that is asked for."""

import base64
from email.message import EmailMessage
from email.policy import SMTP

import dkim
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

KEY = rsa.generate_private_key(public_exponent=65537, key_size=1024)
PEM = KEY.private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
)
PUBLIC = base64.b64encode(
    KEY.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
).decode()


def record(name, timeout=5):
    """The DNS of tests: the key of every domain."""
    return f"v=DKIM1; k=rsa; p={PUBLIC}".encode()


def mail(
    calendar,
    *,
    sender="guest@example.net",
    to="alice@example.org",
    method="REPLY",
    message_id="<1@example.net>",
    cte="base64",
):
    """A mail with text for people and a calendar, as an EmailMessage."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Message-ID"] = sender, to, message_id
    made["Subject"] = "An answer"
    made.set_content("See the calendar.")
    made.add_alternative(calendar, subtype="calendar", params={"method": method} if method else None, cte=cte)
    return made


def signed(made, domain="example.net", **more):
    raw = made if isinstance(made, bytes) else made.as_bytes()
    return dkim.sign(raw, b"key", domain.encode(), PEM, include_headers=[b"From", b"To", b"Subject"], **more) + raw


def bounce(message_id, *, action="failed", envelope=""):
    """What a mail server sends back (RFC 3464)."""
    per_message = f"Original-Envelope-Id: {envelope}\r\n" if envelope else ""
    return (
        "From: <>\r\nTo: calendar@example.org\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n"
        f"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n{per_message}\r\n"
        f"Final-Recipient: rfc822; guest@example.net\r\nAction: {action}\r\nStatus: 5.1.1\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id}\r\nSubject: Invitation\r\n\r\n--b--\r\n"
    ).encode()
