"""A certificate authority for one home network, and the server's certificate by it (RFC 5280).

The authority is made once; its key stays in the data directory, readable for its owner alone. Apple
accepts a server's certificate for 825 days at most, and wants its names as alternative names.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from a3dav.errors import StoreError
from a3dav.lan.files import LanFiles
from a3dav.lan.names import addresses, host_names

AUTHORITY_DAYS = 3650
CERTIFICATE_DAYS = 397
RENEW_DAYS = 30

Address = IPv4Address | IPv6Address


def ensure(files: LanFiles, more_names: Sequence[str] = ()) -> None:
    """Makes what is missing; a certificate that lacks a name or ends soon is made anew."""
    try:
        files.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not files.authority_key.exists():
            _make_authority(files)
        names = list(dict.fromkeys([*host_names(), *more_names]))
        if not _is_good(files, names, addresses()):
            _make_certificate(files, names, addresses())
    except (OSError, ValueError) as error:
        raise StoreError(f"the certificates in {files.folder} cannot be used: {error}; remove that folder") from error


def _is_good(files: LanFiles, names: Sequence[str], found: Sequence[Address]) -> bool:
    if not files.certificate.exists():
        return False
    certificate = x509.load_pem_x509_certificate(files.certificate.read_bytes())
    alternative = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    known = {*alternative.get_values_for_type(x509.DNSName), *alternative.get_values_for_type(x509.IPAddress)}
    ends_soon = certificate.not_valid_after_utc < _now() + timedelta(days=RENEW_DAYS)
    return not ends_soon and known >= {*names, *found}


def _make_authority(files: LanFiles) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"a3dav on {host_names()[0]}"[:64])])
    certificate = (
        _builder(name, name, key.public_key(), AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write(files.authority, _pem(certificate))
    _write(files.authority_key, _key_pem(key))


def _make_certificate(files: LanFiles, names: Sequence[str], found: Sequence[Address]) -> None:
    authority = x509.load_pem_x509_certificate(files.authority.read_bytes())
    authority_key = serialization.load_pem_private_key(files.authority_key.read_bytes(), None)
    if not isinstance(authority_key, ec.EllipticCurvePrivateKey):
        raise ValueError("authority.key is not a key that was made here")
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    alternatives = [*map(x509.DNSName, names), *map(x509.IPAddress, found)]
    certificate = (
        _builder(subject, authority.subject, key.public_key(), CERTIFICATE_DAYS)
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    _write(files.certificate, _pem(certificate) + _pem(authority) + _key_pem(key))


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_now() - timedelta(days=1))  # clocks of devices differ
        .not_valid_after(_now() + timedelta(days=days))
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates, key_cert_sign=signs_certificates, crl_sign=signs_certificates,
        content_commitment=False, key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _write(file: Path, content: bytes) -> None:
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    fresh.replace(file)


def _now() -> datetime:
    return datetime.now(UTC)
