"""The sections of `security`: what is refused of strangers, of floods and of clear text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from a3dav.config.fields import setting
from a3dav.config.networks import not_networks
from a3dav.config.values import shown

_SITE = re.compile(r"https?://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?/?", re.ASCII | re.IGNORECASE)
MOST_A_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class SecuritySettings:
    """What is refused of clear text, and who is never refused for what comes too often."""

    tls_minimum: Literal["1.2", "1.3"] = setting("1.2", "The oldest TLS version that is spoken.")
    allow_clear_text: bool = setting(
        False, "Whether passwords may come over clear text from other machines; better use TLS or a proxy."
    )
    allow_list: tuple[str, ...] = setting(
        ("127.0.0.0/8", "::1/128"),
        "Addresses or networks that are neither limited nor blocked; nor are trusted proxies.",
    )

    def problems(self) -> Iterator[tuple[str, str]]:
        yield from not_networks("allow_list", self.allow_list)


@dataclass(frozen=True, slots=True)
class RatesSettings:
    """How many requests are answered before others get 429, on this host; an IPv6 network of 64 bits is one address."""

    per_address: int = setting(
        500, "Requests a second of one address in the long run; 0 sets no limit.", maximum=MOST_A_SECOND
    )
    address_burst: int = setting(
        10_000, "Requests that one address may send at once after a pause.", minimum=1, maximum=10_000_000
    )
    per_account: int = setting(
        0, "Requests a second of one account in the long run, from all its devices; 0 sets no limit.",
        maximum=MOST_A_SECOND,
    )  # fmt: skip
    account_burst: int = setting(
        10_000, "Requests that one account may send at once after a pause.", minimum=1, maximum=10_000_000
    )
    total: int = setting(
        0, "Requests a second of everybody together in the long run; 0 sets no limit.", maximum=MOST_A_SECOND
    )
    total_burst: int = setting(
        10_000, "Requests that everybody together may send at once after a pause.", minimum=1, maximum=10_000_000
    )


@dataclass(frozen=True, slots=True)
class BlockingSettings:
    """When an address is blocked for a while; `a3dav block` shows and lifts blocks."""

    failed_logins: int = setting(20, "Failed logins of an address that block it; 0 never does.", maximum=1_000_000)
    failed_login_seconds: int = setting(
        600, "The time in which these come.", unit="seconds", minimum=1, maximum=31_536_000
    )
    refused_requests: int = setting(
        5000, "Requests of an address refused for their rate that block it; 0 never does.", maximum=10_000_000
    )
    refused_request_seconds: int = setting(
        60, "The time in which these come.", unit="seconds", minimum=1, maximum=31_536_000
    )
    block_seconds: int = setting(900, "How long a block lasts.", unit="seconds", minimum=1, maximum=31_536_000)


@dataclass(frozen=True, slots=True)
class CorsSettings:
    """Which pages of other sites may use this server in a browser (CORS); without settings none."""

    allowed_origins: tuple[str, ...] = setting(
        (), "Sites whose pages may ask anything, such as https://app.example.org; * is every site."
    )
    credentials: bool = setting(
        False, "Whether a browser may sign in with what it remembers, rather than with what the page tells it."
    )
    public: bool = setting(
        False, "Whether pages of every site may read what needs no signing in: calendars by secret links, time zones."
    )
    max_age: int = setting(7200, "How long a browser remembers what it may ask.", unit="seconds", maximum=86_400)

    def problems(self) -> Iterator[tuple[str, str]]:
        for origin in self.allowed_origins:
            if origin != "*" and not _SITE.fullmatch(origin):
                yield "allowed_origins", f"holds {shown(origin)}; list sites such as https://app.example.org, or *"
        if "*" in self.allowed_origins and self.credentials:
            yield "credentials", "cannot be had by every site; list the sites in security.cors.allowed_origins"
