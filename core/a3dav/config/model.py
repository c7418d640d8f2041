"""Every setting of the core: one dataclass a section, one field a key."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from a3dav.config.fields import setting
from a3dav.config.networks import is_network, not_networks
from a3dav.config.security import BlockingSettings, CorsSettings, RatesSettings, SecuritySettings
from a3dav.config.values import shown

KIB = 1024
MIB = 1024 * KIB

_ORIGIN = re.compile(r"https?://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?(/[A-Za-z0-9._~-]+)*/?", re.ASCII)
_REACHED = re.compile(r"(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*", re.ASCII)
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]{16,}=*", re.ASCII)
_HEADER_NAME = re.compile(r"[A-Za-z0-9-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The address the server listens on and the patience it has with connections."""

    host: str = setting("127.0.0.1", "The address to listen on; 0.0.0.0 or :: for every interface.")
    port: int = setting(8008, "The TCP port to listen on.", minimum=1, maximum=65_535)
    data_dir: str = setting("./a3dav-data", "The folder of the database, large files and keys.")
    lan: bool = setting(
        False, "Whether to serve a home network over TLS, with a certificate authority made here (`serve --lan`)."
    )
    public_url: str = setting(
        "",
        "The address that clients see, with the path below which a proxy mounts the server; "
        "empty takes it from each request.",
    )
    trusted_proxies: tuple[str, ...] = setting(
        (), "Addresses or networks of the proxies whose Forwarded and X-Forwarded-* headers are believed."
    )
    idle_timeout: int = setting(
        60,
        "How long a connection may stay silent before its next request.",
        unit="seconds",
        minimum=1,
        maximum=60,
    )
    body_timeout: int = setting(60, "How long an upload may pause.", unit="seconds", minimum=1, maximum=3600)
    min_body_rate: int = setting(512, "The slowest upload that is accepted; 0 accepts any.", unit="bytes a second")
    upload_seconds: int = setting(
        21_600, "The longest time one upload may take; 0 sets none.", unit="seconds", maximum=31_536_000
    )
    max_header_size: int = setting(
        64 * KIB, "The largest head of a request.", unit="bytes", minimum=8 * KIB, maximum=MIB
    )
    http2: bool = setting(
        True,
        "Whether HTTP/2 is spoken over TLS; without it, connections that never say anything end with idle_timeout.",
    )
    send_timeout: int = setting(
        60, "How long a client may take nothing of an answer.", unit="seconds", minimum=1, maximum=3600
    )
    compression: bool = setting(True, "Whether answers are compressed for clients that accept it.")
    drain_delay: int = setting(
        0,
        "How long a stop goes on serving as usual, not ready any more, so that balancers notice.",
        unit="seconds",
        maximum=3600,
    )
    drain_seconds: int = setting(10, "How long running requests may finish after a stop.", unit="seconds", maximum=3600)

    def problems(self) -> Iterator[tuple[str, str]]:
        if not self.host:
            yield "host", "must not be empty; write 127.0.0.1 for this machine alone"
        if not self.data_dir:
            yield "data_dir", "must not be empty; name a folder"
        if self.public_url and not _ORIGIN.fullmatch(self.public_url):
            yield "public_url", "must be an address such as https://dav.example.org or https://example.org/dav"
        if self.drain_delay > self.drain_seconds:
            yield "drain_delay", "must not be longer than server.drain_seconds"
        yield from not_networks("trusted_proxies", self.trusted_proxies)


@dataclass(frozen=True, slots=True)
class TlsSettings:
    """The certificate with which the server itself speaks TLS; both files are read anew when they change."""

    certificate: str = setting("", "A PEM file of the certificate and its chain; empty serves clear text.")
    key: str = setting("", "A PEM file of the private key; empty looks for it in the certificate's file.")
    key_password: str = setting("", "The password of the private key.", secret=True)

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.key and not self.certificate:
            yield "key", "needs server.tls.certificate beside it"


@dataclass(frozen=True, slots=True)
class CacheSettings:
    """What is remembered of what was worked out; nothing in it is ever older than the store."""

    l1_size: int = setting(
        64 * MIB, "Memory of each worker for answers, and for what follows from rights; 0 keeps nothing.", unit="bytes"
    )
    l2_size: int = setting(
        64 * MIB,
        "The file below the data directory in which several workers keep large answers for one another; 0 makes none.",
        unit="bytes",
        maximum=64 * 1024 * MIB,
    )
    l3_url: str = setting(
        "",
        "redis://host:port/number of a Valkey or Redis in which servers of several hosts keep answers that took long, "
        "rediss:// over TLS, unix:///path for a socket; empty uses none.",
        secret=True,
    )
    l3_password: str = setting("", "Its password, where the address does not hold it.", secret=True)
    l3_ca_file: str = setting("", "A PEM file of authorities to believe instead of those of the system.")
    l3_timeout_ms: int = setting(
        100, "How long it may take to answer before it counts as away.", unit="milliseconds", minimum=1, maximum=10_000
    )
    l3_seconds: int = setting(86_400, "How long answers are kept there.", unit="seconds", minimum=1, maximum=31_536_000)

    def problems(self) -> Iterator[tuple[str, str]]:
        if 0 < self.l2_size < MIB:
            yield "l2_size", "must be 1 MiB at least, or 0 for none"
        if self.l3_url and not self.l3_url.startswith(("redis://", "rediss://", "unix://")):
            yield "l3_url", "must begin with redis://, rediss:// or unix://, or be empty for none"


@dataclass(frozen=True, slots=True)
class AsyncPoolSettings:
    """How many processes and threads do the work, and how much of it they take on at a time."""

    workers: int = setting(
        1,
        "Processes that serve requests; 0 starts one per core. A reload can add some; to have fewer takes a new start.",
        maximum=256,
    )
    max_connections: int = setting(
        16_384, "Open connections a worker holds, idle ones included.", minimum=1, maximum=1_000_000
    )
    backlog: int = setting(
        4096, "Connections the kernel queues until a worker takes them.", minimum=128, maximum=65_535
    )
    wait_threads: int = setting(
        16, "Threads of a worker for work that waits: database, disk, passwords.", minimum=1, maximum=1000
    )
    wait_queue: int = setting(
        1000,
        "Requests of a worker that may wait for a thread before others get 503.",
        minimum=1,
        maximum=1_000_000,
    )
    cpu_processes: int = setting(
        1, "Processes for costly reports and imports; 0 leaves them to the workers.", maximum=256
    )

    @property
    def worker_count(self) -> int:
        return self.workers or os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class StorageSettings:
    """Where resources are kept."""

    url: str = setting(
        "",
        "postgresql://user:password@host/database; empty keeps everything in SQLite in the data folder.",
        secret=True,
    )
    pool_size: int = setting(10, "PostgreSQL connections of a process.", minimum=1, maximum=1000)
    connect_seconds: int = setting(
        30, "How long a start waits for a PostgreSQL that does not answer yet.", unit="seconds", maximum=3600
    )
    answer_seconds: int = setting(
        30,
        "How long a request waits for PostgreSQL before it gets 503.",
        unit="seconds",
        minimum=1,
        maximum=3600,
    )
    inline_body_limit: int = setting(
        MIB,
        "Bodies up to this size live in the database, larger ones in files.",
        unit="bytes",
        maximum=64 * MIB,
    )
    synchronous: Literal["full", "normal"] = setting(
        "full",
        "How SQLite syncs: full survives a power cut, normal may lose the last writes.",
    )
    audit_days: int = setting(
        365, "How long the audit trail is kept; 0 keeps it for ever.", unit="days", maximum=36_500
    )
    history_days: int = setting(
        30, "How long earlier versions and deleted resources are kept.", unit="days", maximum=36_500
    )
    tombstone_days: int = setting(
        0,
        "How long a collection remembers the names of what it lost, for clients that synchronise seldom: one that"
        " comes later lists the collection again. 0 is as long as the collection is there.",
        unit="days",
        maximum=36_500,
    )

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.url and not self.url.startswith("postgresql://"):
            yield "url", "must begin with postgresql://, or be empty for SQLite"


@dataclass(frozen=True, slots=True)
class AuthSettings:
    """How a client proves who it is."""

    realm: str = setting("a3dav", "The name clients show when they ask for a password.")
    htpasswd_file: str = setting("", "A file of name:hash lines with further accounts; empty uses none.")
    trusted_header: str = setting("", "The header in which a proxy names the authenticated account; empty trusts none.")
    trusted_header_from: tuple[str, ...] = setting((), "Addresses or networks of the proxies whose header is trusted.")
    cache_entries: int = setting(10_000, "Verified passwords a worker remembers.", maximum=10_000_000)
    cache_seconds: int = setting(900, "How long a verified password is remembered.", unit="seconds", maximum=86_400)
    max_tokens: int = setting(100, "Bearer tokens that an account may have.", minimum=1, maximum=10_000)

    def problems(self) -> Iterator[tuple[str, str]]:
        # RFC 9110 §11.5: the realm travels in a quoted-string.
        if not self.realm.isprintable() or '"' in self.realm or "\\" in self.realm:
            yield "realm", "must be printable and hold no quotation mark or backslash"
        if self.trusted_header and not _HEADER_NAME.fullmatch(self.trusted_header):
            yield "trusted_header", "must be the name of a header, such as X-Remote-User"
        if self.trusted_header and not self.trusted_header_from:
            yield "trusted_header", "needs auth.trusted_header_from with the addresses of the proxies"
        yield from not_networks("trusted_header_from", self.trusted_header_from)


@dataclass(frozen=True, slots=True)
class PrincipalsSettings:
    """Who finds whom among the accounts."""

    visible: Literal["everyone", "groups", "nobody"] = setting(
        "everyone",
        "Whom an account sees of the others, with name, address and groups: everyone, those in a group with it, or "
        "nobody but the groups it is in. Administrators see all.",
    )
    max_matches: int = setting(
        1000, "Principals, or cards of the directory, that one search gives.", minimum=1, maximum=100_000
    )


@dataclass(frozen=True, slots=True)
class LimitsSettings:
    """What one client may ask of the server."""

    max_resource_size: int = setting(10 * MIB, "The largest calendar object or contact.", unit="bytes", minimum=KIB)
    max_import_size: int = setting(
        64 * MIB, "The largest file of calendar objects or contacts to import with POST.", unit="bytes", minimum=KIB
    )
    max_file_size: int = setting(0, "The largest file of any other kind; 0 sets no limit.", unit="bytes")
    max_xml_size: int = setting(MIB, "The largest XML body of a request.", unit="bytes", minimum=KIB, maximum=64 * MIB)
    max_xml_depth: int = setting(64, "How deep elements may be nested.", minimum=8, maximum=250)
    max_xml_elements: int = setting(
        10_000, "Elements, attributes and namespaces in one XML body.", minimum=100, maximum=1_000_000
    )
    max_object_components: int = setting(
        10_000, "Components of one calendar object or contact.", minimum=2, maximum=1_000_000
    )
    max_object_properties: int = setting(
        100_000, "Properties of one calendar object or contact.", minimum=10, maximum=10_000_000
    )
    max_object_depth: int = setting(
        8, "How deep components of calendar objects and contacts may be nested.", minimum=3, maximum=32
    )
    max_object_line: int = setting(
        10 * MIB,
        "The longest line of a calendar object or contact, unfolded.",
        unit="bytes",
        minimum=KIB,
        maximum=64 * MIB,
    )
    multiget_hrefs: int = setting(5000, "Resources one multiget report may name.", minimum=1)
    depth_infinity: bool = setting(False, "Whether PROPFIND with Depth: infinity is answered.")
    default_quota: int = setting(0, "Room of an account without a quota of its own; 0 sets none.", unit="bytes")
    lock_seconds: int = setting(
        3600, "The longest time a lock is granted for.", unit="seconds", minimum=1, maximum=31_536_000
    )
    max_dead_property_size: int = setting(64 * KIB, "The largest dead property.", unit="bytes", maximum=16 * MIB)
    max_dead_properties: int = setting(100, "Dead properties of one resource.", maximum=100_000)
    expansion_steps: int = setting(
        1_000_000, "Steps of recurrence rules that one request may cost.", minimum=100, maximum=1_000_000_000
    )
    min_free_bytes: int = setting(
        100 * MIB,
        "Free disk space below which writes are refused, a tenth of the disk at most; 0 never refuses.",
        unit="bytes",
    )


@dataclass(frozen=True, slots=True)
class OutgoingSettings:
    """How far requests reach that users cause: push messages, feeds they subscribe to."""

    allowed: tuple[str, ...] = setting(
        (),
        "Networks, names and domains (*.lan) that may be reached although they are private; every other address of a "
        "private, local or reserved network is refused, and so are those that translate or map IPv4 (64:ff9b::/96).",
    )
    clear_text: bool = setting(False, "Whether http:// addresses are asked as well; otherwise https:// alone.")
    seconds: int = setting(
        30, "How long an answer may take from the first byte to the last.", unit="seconds", minimum=1, maximum=3600
    )
    ca_file: str = setting("", "A PEM file of authorities that are trusted beside those of the system.")
    proxy: str = setting(
        "",
        "http://host:port of a proxy to ask through, which then resolves names and judges their addresses; "
        "empty uses none, whatever the environment says.",
        secret=True,
    )

    def problems(self) -> Iterator[tuple[str, str]]:
        for entry in self.allowed:
            if not is_network(entry) and not _REACHED.fullmatch(entry):
                yield "allowed", f"holds {shown(entry)}; list networks such as 10.0.0.0/24 and names such as ntfy.lan"
        if self.proxy and not _ORIGIN.fullmatch(re.sub(r"//[^/@]*@", "//", self.proxy)):
            yield "proxy", "must be an address such as http://proxy.example.org:3128"


@dataclass(frozen=True, slots=True)
class LoggingSettings:
    """What the server says about its work, on standard error and in a file."""

    level: Literal["debug", "info", "warning", "error"] = setting(
        "info", "The least important message that is written."
    )
    format: Literal["text", "json"] = setting("text", "Lines for people or one JSON object a line.")
    access: bool = setting(True, "Whether each request is written.")
    file: str = setting("", "A file to write to as well, opened anew when it was renamed; empty writes none.")


@dataclass(frozen=True, slots=True)
class MonitoringSettings:
    """What the server tells of itself in numbers, at /metrics, and which statements it calls slow."""

    metrics: bool = setting(True, "Whether Prometheus may ask /metrics.")
    metrics_from: tuple[str, ...] = setting(
        ("127.0.0.0/8", "::1/128"),
        "Addresses or networks that may read /metrics; a request that came through a proxy counts as its client's, and "
        "as nobody's if the proxy is not one of server.trusted_proxies.",
    )
    metrics_token: str = setting(
        "",
        "A token with which anybody may read /metrics (Authorization: Bearer TOKEN); empty allows none.",
        secret=True,
    )
    slow_query_ms: int = setting(
        200,
        "Statements that take longer are written to the log; 0 writes none.",
        unit="milliseconds",
        maximum=3_600_000,
    )

    traces: str = setting(
        "",
        "Where traces go by OpenTelemetry: the address of a collector, such as http://127.0.0.1:4318/v1/traces; empty "
        "sends none.",
    )
    traces_percent: int = setting(100, "How many of a hundred requests are traced.", maximum=100)

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.traces and not _ORIGIN.fullmatch(self.traces):
            yield "traces", "must be an address such as http://127.0.0.1:4318/v1/traces"
        yield from not_networks("metrics_from", self.metrics_from)
        if self.metrics_token and not _TOKEN.fullmatch(self.metrics_token):
            yield "metrics_token", "must be 16 or more of the letters, digits and signs that RFC 6750 allows in a token"


@dataclass(frozen=True, slots=True)
class PluginsSettings:
    """Which installed plugins run; each has a section [plugins.NAME] of its own."""

    enabled: tuple[str, ...] | None = setting(None, "Exactly the plugins to run; without it, every installed one.")
    disabled: tuple[str, ...] = setting((), "Plugins to leave out.")


@dataclass(frozen=True, slots=True)
class ListeningSettings:
    """Clients that are told of changes as these happen, over connections that stay open; counted in each worker."""

    most: int = setting(10_000, "Listeners of one worker.", minimum=1, maximum=1_000_000)
    per_account: int = setting(50, "Listeners of one account in a worker.", minimum=1, maximum=1_000_000)
    per_address: int = setting(
        500, "Listeners of one address in a worker; those of security.allow_list are not counted.",
        minimum=1, maximum=1_000_000,
    )  # fmt: skip
    heartbeat: int = setting(
        20, "After how much silence a listener is told that the server is still there.", unit="seconds", minimum=1,
        maximum=300,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class CoreSettings:
    server: ServerSettings = field(default_factory=ServerSettings)
    server_tls: TlsSettings = field(default_factory=TlsSettings)
    async_pool: AsyncPoolSettings = field(default_factory=AsyncPoolSettings)
    security: SecuritySettings = field(default_factory=SecuritySettings)
    security_rates: RatesSettings = field(default_factory=RatesSettings)
    security_blocking: BlockingSettings = field(default_factory=BlockingSettings)
    security_cors: CorsSettings = field(default_factory=CorsSettings)
    storage: StorageSettings = field(default_factory=StorageSettings)
    cache: CacheSettings = field(default_factory=CacheSettings)
    auth: AuthSettings = field(default_factory=AuthSettings)
    principals: PrincipalsSettings = field(default_factory=PrincipalsSettings)
    limits: LimitsSettings = field(default_factory=LimitsSettings)
    listening: ListeningSettings = field(default_factory=ListeningSettings)
    outgoing: OutgoingSettings = field(default_factory=OutgoingSettings)
    logging: LoggingSettings = field(default_factory=LoggingSettings)
    monitoring: MonitoringSettings = field(default_factory=MonitoringSettings)
    plugins: PluginsSettings = field(default_factory=PluginsSettings)


CORE_SECTIONS: dict[str, type] = {
    "server": ServerSettings,
    "server.tls": TlsSettings,
    "async_pool": AsyncPoolSettings,
    "security": SecuritySettings,
    "security.rates": RatesSettings,
    "security.blocking": BlockingSettings,
    "security.cors": CorsSettings,
    "storage": StorageSettings,
    "cache": CacheSettings,
    "auth": AuthSettings,
    "principals": PrincipalsSettings,
    "limits": LimitsSettings,
    "listening": ListeningSettings,
    "outgoing": OutgoingSettings,
    "logging": LoggingSettings,
    "monitoring": MonitoringSettings,
    "plugins": PluginsSettings,
}

MOVED = {
    "server.workers": "async_pool.workers",
    "server.backlog": "async_pool.backlog",
    "server.max_connections": "async_pool.max_connections",
    "server.tls.minimum_version": "security.tls_minimum",
    "auth.allow_clear_text": "security.allow_clear_text",
    "limits.wait_threads": "async_pool.wait_threads",
    "limits.wait_queue": "async_pool.wait_queue",
    "limits.cpu_processes": "async_pool.cpu_processes",
}
"""What settings of earlier versions are called now; an old name is refused with the new one."""
