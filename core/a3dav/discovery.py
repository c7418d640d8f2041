"""The DNS records of RFC 6764 §3 and §4 that lead a client from a mail address to this server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from a3dav.config.model import CoreSettings


def dns_records(settings: CoreSettings, domain: str) -> Iterator[str]:
    server = settings.server
    scheme = "https" if settings.server_tls.certificate or server.lan else "http"
    url = urlsplit(server.public_url or f"{scheme}://{server.host}:{server.port}")
    secure = url.scheme == "https"
    host, port = url.hostname or server.host, url.port or (443 if secure else 80)
    for service in ("caldav", "carddav"):
        label = f"_{service}{'s' if secure else ''}._tcp.{domain}."
        yield f"{label} IN SRV 0 1 {port} {host}."
        yield f'{label} IN TXT "path={url.path.rstrip("/")}/"'
