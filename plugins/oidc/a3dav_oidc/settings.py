"""The section `[plugins.oidc]`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from a3dav.config.fields import setting
from a3dav.forwarding import is_loopback
from a3dav.outgoing import OutgoingError
from a3dav.outgoing.urls import parse
from a3dav.principals import TOKEN_SCOPES

ALGORITHMS = frozenset(
    ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
)
"""Never `none`, and never a MAC (RFC 8725 §3.1, §3.2)."""
TYPES = ("at+jwt", "jwt")
_READ_AND_WRITTEN = ("calendars", "contacts", "files")
SCOPES = ("profile", "dav", *(f"{what}:{how}" for what in _READ_AND_WRITTEN for how in ("read", "write")))


@dataclass(frozen=True, slots=True)
class OidcSettings:
    """Who signs people on, what its tokens look like, and whose account a token is for."""

    issuer: str = setting(
        "",
        "The address of the provider, letter by letter as it calls itself (issuer); empty switches sign-on off.",
    )
    audience: tuple[str, ...] = setting(
        (), "What tokens for this server name as their audience (aud); one of these is enough."
    )
    types: tuple[str, ...] = setting(
        ("at+jwt",),
        "Types of tokens (typ): at+jwt (RFC 9068), and JWT for providers that mark access tokens no better, such as "
        "Keycloak.",
    )
    algorithms: tuple[str, ...] = setting(
        ("RS256", "PS256", "ES256", "ES384", "EdDSA", "Ed25519"), "Signatures that are taken; secrets shared are none."
    )
    leeway: int = setting(30, "How far the clock of the provider may be off.", unit="seconds", maximum=300)
    name_claim: str = setting("preferred_username", "The claim that names the account.")
    name_domains: tuple[str, ...] = setting(
        (), "Domains that are taken off that name: alice@example.org becomes alice; other domains stay."
    )
    display_name_claim: str = setting("name", "The claim of the name that people read.")
    email_claim: str = setting("email", "The claim of the mail address, which counts if email_verified is true.")
    groups_claim: str = setting("groups", "The claim of groups or roles; a dot leads inside: realm_access.roles.")
    admin_groups: tuple[str, ...] = setting((), "Groups whose members administer.")
    auditor_groups: tuple[str, ...] = setting(
        (), "Groups whose members audit; with either of the two set, the provider decides the role at each sign-on."
    )
    provision: bool = setting(False, "Whether somebody without an account gets one.")
    link: Literal["never", "email", "name"] = setting(
        "never",
        "How an account that was here before is found at the first sign-on: by its verified mail address, by its name, "
        "or by the command `a3dav oidc link` alone. Administrators and auditors are linked by command only.",
    )
    update: bool = setting(True, "Whether names and mail addresses follow the provider.")
    scope_claim: str = setting("scope", "The claim of scopes; Entra calls it scp.")
    scopes: tuple[str, ...] = setting(
        SCOPES,
        "What scopes of the provider are good for: a scope of this server stands for itself, `theirs=ours ours` for "
        "others, `*=ours` for every token.",
    )
    client_id: str = setting("", "The name of this server at the provider, to ask about tokens that say nothing.")
    client_secret: str = setting("", "Its secret there.", secret=True)
    introspection_seconds: int = setting(
        60, "How long the answer about such a token is believed.", unit="seconds", maximum=3600
    )
    seconds: int = setting(5, "How long the provider may take for an answer.", unit="seconds", minimum=1, maximum=60)
    refresh: int = setting(
        60, "After how long the keys of the provider are looked at again.", unit="minutes", minimum=1, maximum=1440
    )
    pause: int = setting(
        60, "How long unknown keys do not make this server ask again.", unit="seconds", minimum=1, maximum=3600
    )
    holds: int = setting(
        30,
        "How long what a program registered, such as a device for push, outlives the last sign-on.",
        unit="days",
        minimum=1,
        maximum=3660,
    )

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.issuer:
            yield from _issuer_problems(self.issuer)
            if not self.audience:
                yield "audience", "must name what tokens for this server are for, such as https://dav.example.org"
        if not self.algorithms or not ALGORITHMS.issuperset(self.algorithms):
            yield "algorithms", f"must be some of {', '.join(sorted(ALGORITHMS))}"
        if not self.types or any(entry.lower() not in TYPES for entry in self.types):
            yield "types", "must be at+jwt, JWT or both"
        for entry in self.scopes:
            if not scopes_of(entry)[1] <= TOKEN_SCOPES.keys():
                yield "scopes", f"{entry[:80]!r} names what is no scope here; there are {', '.join(TOKEN_SCOPES)}"
        if self.client_secret and not self.client_id:
            yield "client_id", "must be set where client_secret is"

    @property
    def plain(self) -> bool:
        """Whether the provider is asked in clear text, which only one on this machine is."""
        return urlsplit(self.issuer).scheme == "http"

    def granted(self, theirs: frozenset[str]) -> frozenset[str]:
        """What a token with these scopes of the provider is good for here."""
        rules = map(scopes_of, self.scopes)
        return frozenset().union(*(ours for scope, ours in rules if scope == "*" or scope in theirs))

    @property
    def every_scope(self) -> frozenset[str]:
        """All that any token is good for here."""
        return frozenset().union(*(scopes_of(entry)[1] for entry in self.scopes))


def scopes_of(entry: str) -> tuple[str, frozenset[str]]:
    """A scope of the provider and the scopes here that it stands for."""
    theirs, equals, ours = entry.rpartition("=")  # RFC 6749 §3.3 has no blank in a scope, and ours have no "="
    return (theirs if equals else entry), frozenset(ours.split())


def _issuer_problems(issuer: str) -> Iterator[tuple[str, str]]:
    try:
        target = parse(issuer)
    except OutgoingError as error:
        yield "issuer", str(error)
        return
    if target.scheme != "https" and not (is_loopback(target.host) or target.host == "localhost"):
        yield "issuer", "must begin with https://, unless the provider is on this machine"
    if "?" in issuer or "#" in issuer or target.credentials:  # OpenID Connect Discovery 1.0 §3
        yield "issuer", "must have no query, fragment or password"
