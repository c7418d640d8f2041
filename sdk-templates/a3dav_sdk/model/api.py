"""What an interface offers: services and their calls, webhooks, operations of GraphQL, and DAV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from a3dav_sdk.model.types import Definition, Field, Type

Place = Literal["path", "query", "header", "cookie", "querystring"]
BodyShape = Literal["json", "text", "bytes", "form", "multipart"]
ResultShape = Literal["none", "json", "text", "bytes", "events", "lines"]
Retry = Literal["safe", "idempotent", "keyed", "never"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """`key` is unique in the call; `wire` is its name in the request."""

    key: str
    wire: str
    words: tuple[str, ...]
    place: Place
    style: str
    explode: bool
    required: bool
    type: Type
    description: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    shape: BodyShape
    media_type: str
    type: Type | None
    required: bool
    description: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """`optional`: the server may answer with nothing (204)."""

    shape: ResultShape
    media_type: str
    type: Type | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """`status` is a number, a class such as 4XX, or `default`."""

    status: str
    media_type: str
    type: Type | None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Pagination:
    """`cursor` is the key of a parameter; `items` and `next` are members of the page."""

    cursor: str
    items: str
    next: str
    item: Type


@dataclass(frozen=True, slots=True)
class Requirement:
    """One scheme and the scopes it needs; those of one alternative are wanted together."""

    scheme: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """One method of a client: an operation with one kind of body and one kind of answer.

    An operation that offers more is several calls: `events.get` and `events.get_as_calendar`.
    """

    key: str
    operation: str
    words: tuple[str, ...]
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    result: Result
    failures: tuple[Failure, ...]
    pagination: Pagination | None
    retry: Retry
    security: tuple[tuple[Requirement, ...], ...]
    summary: str = ""
    description: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    key: str
    words: tuple[str, ...]
    description: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    key: str
    kind: str
    scheme: str = ""
    place: str = ""
    wire: str = ""
    token_url: str = ""
    device_url: str = ""
    discovery_url: str = ""
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem type (RFC 9457) that answers of this interface name."""

    key: str
    words: tuple[str, ...]
    uri: str
    title: str
    status: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class Webhook:
    """`key` is the type of the event."""

    key: str
    words: tuple[str, ...]
    type: Type
    summary: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class GraphCall:
    """An operation of GraphQL; its result follows its selection set."""

    key: str
    words: tuple[str, ...]
    kind: Literal["query", "mutation"]
    text: str
    variables: tuple[Field, ...]
    result: Type
    description: str = ""


@dataclass(frozen=True, slots=True)
class DavMethod:
    key: str
    words: tuple[str, ...]
    retry: Retry
    summary: str = ""


@dataclass(frozen=True, slots=True)
class DavProperty:
    """`key` is `{namespace}name`; `value` says what it holds: text, href, integer, date, xml…"""

    key: str
    words: tuple[str, ...]
    namespace: str
    local: str
    value: str
    protected: bool
    description: str = ""


@dataclass(frozen=True, slots=True)
class DavCondition:
    """The element in DAV:error that says which precondition failed; `key` is `{namespace}name`."""

    key: str
    words: tuple[str, ...]
    namespace: str
    local: str
    statuses: tuple[int, ...]
    description: str = ""


@dataclass(frozen=True, slots=True)
class Dav:
    methods: tuple[DavMethod, ...] = ()
    properties: tuple[DavProperty, ...] = ()
    conditions: tuple[DavCondition, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """What the SDKs are called: `name` is one word, such as a3dav; `version` is that of the SDKs."""

    name: str
    title: str
    version: str
    summary: str
    homepage: str
    base_path: str
    graph_path: str
    packages: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Api:
    identity: Identity
    definitions: tuple[Definition, ...]
    services: tuple[Service, ...]
    security: tuple[SecurityScheme, ...]
    problems: tuple[Problem, ...]
    webhooks: tuple[Webhook, ...]
    graph: tuple[GraphCall, ...]
    dav: Dav
