"""Who wrote a mail, as far as its domain vouches for it (RFC 6376), or an own mail server does (RFC 8601)."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

import dkim
import dns.exception
import dns.name
import dns.resolver

from a3dav_scheduling.mail.reading import Opened
from a3dav_scheduling.mail.sending import NotNow
from a3dav_scheduling.mail.settings import MailSettings

MOST_SIGNATURES = 3
DNS_SECONDS = 5
MINIMUM_KEY = 1024
_COMMENT = re.compile(r"\([^()]*\)")
_PAIR = re.compile(r'([A-Za-z0-9._-]+)\s*=\s*("[^"]*"|[^\s;]+)')

Ask = Callable[..., bytes | None]


def is_verified(raw: bytes, mail: Opened, settings: MailSettings, ask: Ask | None = None) -> bool:
    """Whether the domain of the address in From vouches for the mail; raises NotNow where that cannot be known yet."""
    domain = mail.sender.rpartition("@")[2]
    if not domain:
        return False
    if settings.verify == "none":
        return True
    if settings.verify == "headers":
        return _told_by_host(mail, domain, settings)
    return _signed(raw, domain, ask or _text_record)


def speaks_for(signer: str, domain: str) -> bool:
    """A domain speaks for itself and for those below it; a top-level one, which anybody is below, for nobody."""
    signer = signer.lower().rstrip(".")
    return "." in signer and (domain == signer or domain.endswith(f".{signer}"))


def _signed(raw: bytes, domain: str, ask: Ask) -> bool:
    mail = dkim.DKIM(raw, minkey=MINIMUM_KEY)
    count = sum(1 for name, _ in mail.headers if name.lower() == b"dkim-signature")
    for index in range(min(count, MOST_SIGNATURES)):
        # Whatever is wrong with a signature, it is as good as none; of a fault of DNS that is not known.
        with suppress(dkim.DKIMException):
            prepared = mail.verify_headerprep(index)
            if not prepared or not speaks_for(mail.domain.decode("ascii", "replace"), domain):
                continue
            # A signature over a part of the body vouches for none of what was added.
            if b"l" not in prepared[0] and mail.verify(index, ask):
                return True
    return False


def _text_record(name: bytes, timeout: int = DNS_SECONDS) -> bytes | None:
    try:
        answer = dns.resolver.resolve(name.decode("ascii"), "TXT", lifetime=timeout)
    except (dns.resolver.NoAnswer, dns.resolver.NXDOMAIN, UnicodeError, dns.name.LabelTooLong, dns.name.EmptyLabel):
        return None
    except dns.exception.DNSException as error:
        raise NotNow(f"the key of a signature cannot be looked up: {error}") from error
    return b"".join(next(iter(answer)).strings)


def _told_by_host(mail: Opened, domain: str, settings: MailSettings) -> bool:
    """The topmost header of a trusted name: mail servers write theirs above those that came with the mail."""
    trusted = {host.lower() for host in settings.trusted_hosts}
    for value in mail.results:
        host, *results = _COMMENT.sub(" ", " ".join(value.split())).split(";")
        if host.strip().split(" ")[0].lower() in trusted:
            return any(_vouches(result, domain) for result in results)
    return False


def _vouches(result: str, domain: str) -> bool:
    found: dict[str, str] = {name.lower(): value.strip('"').lower() for name, value in reversed(_PAIR.findall(result))}
    if found.get("dmarc") == "pass":
        return found.get("header.from", "").rpartition("@")[2] == domain
    signer = found.get("header.d") or found.get("header.i", "").rpartition("@")[2]
    return found.get("dkim") == "pass" and speaks_for(signer, domain)
