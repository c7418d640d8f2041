"""A configuration profile for Apple devices: it installs the authority and sets up calendars and contacts."""

from __future__ import annotations

import plistlib
import ssl
from typing import Any
from uuid import NAMESPACE_URL, uuid5

MEDIA_TYPE = "application/x-apple-aspen-config"


def profile(authority: str, host: str, port: int) -> bytes:
    """The profile as XML; `authority` is a certificate in PEM, user names are asked for on the device."""
    der = ssl.PEM_cert_to_DER_cert(authority)
    root = _payload("com.apple.security.root", "authority", der, "Certificate authority")
    root |= {"PayloadCertificateFileName": "a3dav.cer", "PayloadContent": der}
    calendars = _payload("com.apple.caldav.account", "calendars", der, f"Calendars on {host}")
    calendars |= _account("CalDAV", host, port)
    contacts = _payload("com.apple.carddav.account", "contacts", der, f"Contacts on {host}")
    contacts |= _account("CardDAV", host, port)
    whole = _payload("Configuration", "profile", der, f"a3dav on {host}")
    whole["PayloadContent"] = [root, calendars, contacts]
    return plistlib.dumps(whole)


def _payload(kind: str, name: str, der: bytes, title: str) -> dict[str, Any]:
    # The same authority makes the same identifiers, so that a second installation replaces the first.
    identity = uuid5(NAMESPACE_URL, f"a3dav:{name}:{der.hex()}")
    return {
        "PayloadType": kind, "PayloadVersion": 1, "PayloadIdentifier": f"a3dav.{name}.{identity}",
        "PayloadUUID": str(identity).upper(), "PayloadDisplayName": title,
    }  # fmt: skip


def _account(kind: str, host: str, port: int) -> dict[str, Any]:
    return {
        f"{kind}AccountDescription": f"a3dav on {host}",
        f"{kind}HostName": host,
        f"{kind}Port": port,
        f"{kind}UseSSL": True,
    }
