"""The certificate of the server: judged before it is used, and watched for a successor."""

from __future__ import annotations

import hashlib
import ssl
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from a3dav.config.model import CoreSettings
from a3dav.errors import ConfigError
from a3dav.lan.files import LanFiles


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files of a certificate chain and its key, as PEM."""

    chain: Path
    key: Path
    password: str | None = None

    def refuse_unusable(self) -> None:
        """Raises ConfigError for files that cannot be read, are no PEM, or do not belong together."""
        for file in (self.chain, self.key):
            try:
                file.read_bytes()
            except OSError as error:
                raise ConfigError(f"{file} cannot be read ({error.strerror}); correct [server.tls]") from error
        try:
            # Without a callback OpenSSL would ask for a password on the terminal.
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self.chain, self.key, lambda: self.password or "-")
        except ssl.SSLError as error:
            reason = (error.reason or str(error)).replace("_", " ").lower()
            raise ConfigError(
                f"{self.chain} and {self.key} are not a certificate and its key ({reason}); correct [server.tls]"
            ) from error

    @property
    def fingerprint(self) -> bytes:
        """Changes with the content of either file; empty while one is missing."""
        try:
            return hashlib.sha256(self.chain.read_bytes() + b"\0" + self.key.read_bytes()).digest()
        except OSError:
            return b""


def certificate_of(settings: CoreSettings) -> Certificate | None:
    """The one of [server.tls], or with `server.lan` one that is made here; raises ConfigError for an unusable one."""
    tls, found = settings.server_tls, None
    if tls.certificate:
        found = Certificate(Path(tls.certificate), Path(tls.key or tls.certificate), tls.key_password or None)
    if settings.server.lan:
        if found:
            raise ConfigError("server.lan makes a certificate of its own; take it or server.tls.certificate away")
        renew_lan(settings)
        file = LanFiles.of(Path(settings.server.data_dir)).certificate
        found = Certificate(file, file)
    if found:
        found.refuse_unusable()
    return found


def renew_lan(settings: CoreSettings) -> None:
    """Makes the certificate of a home network anew when its names changed or its end is near."""
    from a3dav.lan.authority import ensure  # only then is a library of cryptography in memory

    public = urlsplit(settings.server.public_url).hostname
    ensure(LanFiles.of(Path(settings.server.data_dir)), [public] if public else [])
