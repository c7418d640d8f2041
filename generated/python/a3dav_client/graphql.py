# Rendered from the description of the interface; not for editing.
"""The operations of GraphQL, typed by what each asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from ._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, list_of, map_of, named, or_null
from ._graph import AsyncGraphBase, GraphBase, Operation, asked
from ._model import UNSET, Unset
from ._options import Options

if TYPE_CHECKING:
    from ._time import Timestamp
    from .models.graph import AuditFilter
    from .models.graph import CreateAppPasswordInput
    from .models.graph import CreateCollectionInput
    from .models.graph import CreatePrincipalInput
    from .models.graph import MessageFilter
    from .models.graph import MessageInput
    from .models.graph import PrincipalFilter
    from .models.graph import RevokeAppPasswordInput
    from .models.graph import SetDisabledInput
    from .models.graph import ShareInput
    from .models.graph import UpdatePrincipalInput
    from .models.graph_audit import AuditResult
    from .models.graph_collection import CollectionResult
    from .models.graph_create_app_password import CreateAppPasswordResult
    from .models.graph_create_collection import CreateCollectionResult
    from .models.graph_create_principal import CreatePrincipalResult
    from .models.graph_me import MeResult
    from .models.graph_outbox import OutboxResult
    from .models.graph_principal import PrincipalResult
    from .models.graph_principals import PrincipalsResult
    from .models.graph_retry_message import RetryMessageResult
    from .models.graph_revoke_app_password import RevokeAppPasswordResult
    from .models.graph_server import ServerResult
    from .models.graph_set_disabled import SetDisabledResult
    from .models.graph_share import ShareResult
    from .models.graph_update_principal import UpdatePrincipalResult

_AUDIT = Operation(
    "Audit",
    "safe",
    "query Audit($first: Int = 100, $after: String, $filter: AuditFilter) {\n  audit(first: $first, after: $after, filter: $filter) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      at\n      action\n      outcome\n      href\n      actor {\n        id\n        name\n      }\n    }\n  }\n}",
    [
        Member("first", "first", or_null(INTEGER), False),
        Member("after", "after", or_null(TEXT), False),
        Member("filter", "filter", or_null(named("AuditFilter")), False),
    ],
    named("AuditResult"),
)
_COLLECTION = Operation(
    "Collection",
    "safe",
    "query Collection($id: ID!) {\n  collection(id: $id) {\n    id\n    name\n    displayName\n    kind\n    href\n    memberCount\n    size\n    modified\n    owner {\n      id\n      name\n    }\n    acl {\n      principal\n      grants\n      inverted\n      privileges\n    }\n  }\n}",
    [
        Member("id", "id", TEXT, True),
    ],
    named("CollectionResult"),
)
_CREATE_APP_PASSWORD = Operation(
    "CreateAppPassword",
    "never",
    "mutation CreateAppPassword($input: CreateAppPasswordInput!) {\n  createAppPassword(input: $input) {\n    newAppPassword {\n      label\n      secret\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
    [
        Member("input", "input", named("CreateAppPasswordInput"), True),
    ],
    named("CreateAppPasswordResult"),
)
_CREATE_COLLECTION = Operation(
    "CreateCollection",
    "never",
    "mutation CreateCollection($input: CreateCollectionInput!) {\n  createCollection(input: $input) {\n    collection {\n      id\n      name\n      displayName\n      kind\n      href\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
    [
        Member("input", "input", named("CreateCollectionInput"), True),
    ],
    named("CreateCollectionResult"),
)
_CREATE_PRINCIPAL = Operation(
    "CreatePrincipal",
    "never",
    "mutation CreatePrincipal($input: CreatePrincipalInput!) {\n  createPrincipal(input: $input) {\n    principal {\n      id\n      name\n      displayName\n      href\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
    [
        Member("input", "input", named("CreatePrincipalInput"), True),
    ],
    named("CreatePrincipalResult"),
)
_ME = Operation(
    "Me",
    "safe",
    "query Me {\n  me {\n    id\n    name\n    displayName\n    email\n    kind\n    role\n    quota {\n      used\n      limit\n    }\n  }\n}",
    [],
    named("MeResult"),
)
_OUTBOX = Operation(
    "Outbox",
    "safe",
    "query Outbox($first: Int = 100, $after: String, $filter: MessageFilter) {\n  outbox(first: $first, after: $after, filter: $filter) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      kind\n      state\n      attempts\n      failure\n      created\n      due\n      account {\n        id\n        name\n      }\n    }\n  }\n}",
    [
        Member("first", "first", or_null(INTEGER), False),
        Member("after", "after", or_null(TEXT), False),
        Member("filter", "filter", or_null(named("MessageFilter")), False),
    ],
    named("OutboxResult"),
)
_PRINCIPAL = Operation(
    "Principal",
    "safe",
    "query Principal($name: String!) {\n  principal(name: $name) {\n    id\n    name\n    displayName\n    email\n    kind\n    role\n    disabled\n    collections(first: 100) {\n      nodes {\n        id\n        name\n        displayName\n        kind\n        href\n        memberCount\n        size\n      }\n    }\n  }\n}",
    [
        Member("name", "name", TEXT, True),
    ],
    named("PrincipalResult"),
)
_PRINCIPALS = Operation(
    "Principals",
    "safe",
    "query Principals($first: Int = 100, $after: String, $filter: PrincipalFilter) {\n  principals(first: $first, after: $after, filter: $filter) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      name\n      displayName\n      email\n      kind\n      role\n      disabled\n      created\n    }\n  }\n}",
    [
        Member("first", "first", or_null(INTEGER), False),
        Member("after", "after", or_null(TEXT), False),
        Member("filter", "filter", or_null(named("PrincipalFilter")), False),
    ],
    named("PrincipalsResult"),
)
_RETRY_MESSAGE = Operation(
    "RetryMessage",
    "never",
    "mutation RetryMessage($input: MessageInput!) {\n  retryMessage(input: $input) {\n    done\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
    [
        Member("input", "input", named("MessageInput"), True),
    ],
    named("RetryMessageResult"),
)
_REVOKE_APP_PASSWORD = Operation(
    "RevokeAppPassword",
    "never",
    "mutation RevokeAppPassword($input: RevokeAppPasswordInput!) {\n  revokeAppPassword(input: $input) {\n    done\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
    [
        Member("input", "input", named("RevokeAppPasswordInput"), True),
    ],
    named("RevokeAppPasswordResult"),
)
_SERVER = Operation(
    "Server",
    "safe",
    "query Server {\n  server {\n    version\n  }\n  plugins {\n    name\n    version\n    enabled\n    distribution\n  }\n}",
    [],
    named("ServerResult"),
)
_SET_DISABLED = Operation(
    "SetDisabled",
    "never",
    "mutation SetDisabled($input: SetDisabledInput!) {\n  setDisabled(input: $input) {\n    principal {\n      id\n      disabled\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
    [
        Member("input", "input", named("SetDisabledInput"), True),
    ],
    named("SetDisabledResult"),
)
_SHARE = Operation(
    "Share",
    "never",
    "mutation Share($input: ShareInput!) {\n  share(input: $input) {\n    collection {\n      id\n      displayName\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
    [
        Member("input", "input", named("ShareInput"), True),
    ],
    named("ShareResult"),
)
_UPDATE_PRINCIPAL = Operation(
    "UpdatePrincipal",
    "never",
    "mutation UpdatePrincipal($input: UpdatePrincipalInput!) {\n  updatePrincipal(input: $input) {\n    principal {\n      id\n      name\n      displayName\n      email\n      quota {\n        used\n        limit\n      }\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
    [
        Member("input", "input", named("UpdatePrincipalInput"), True),
    ],
    named("UpdatePrincipalResult"),
)


class Graph(GraphBase):
    """Asks and waits."""

    def audit(
        self,
        *,
        first: int | None | Unset = UNSET,
        after: str | None | Unset = UNSET,
        filter: AuditFilter | None | Unset = UNSET,
        options: Options | None = None,
    ) -> AuditResult:
        """A page of the audit trail, the newest first."""
        given = {
            "first": first,
            "after": after,
            "filter": filter,
        }
        steps = asked(self._core, _AUDIT, given, options)
        result: AuditResult = self._core.run(steps)
        return result

    def collection(
        self,
        *,
        id: str,
        options: Options | None = None,
    ) -> CollectionResult:
        """A collection, who may do what with it, and with whom it is shared."""
        given = {
            "id": id,
        }
        steps = asked(self._core, _COLLECTION, given, options)
        result: CollectionResult = self._core.run(steps)
        return result

    def create_app_password(
        self,
        *,
        input: CreateAppPasswordInput,
        options: Options | None = None,
    ) -> CreateAppPasswordResult:
        """Makes a password for one client, which is told this once."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _CREATE_APP_PASSWORD, given, options)
        result: CreateAppPasswordResult = self._core.run(steps)
        return result

    def create_collection(
        self,
        *,
        input: CreateCollectionInput,
        options: Options | None = None,
    ) -> CreateCollectionResult:
        """Makes a calendar, an address book or a folder."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _CREATE_COLLECTION, given, options)
        result: CreateCollectionResult = self._core.run(steps)
        return result

    def create_principal(
        self,
        *,
        input: CreatePrincipalInput,
        options: Options | None = None,
    ) -> CreatePrincipalResult:
        """Makes an account with its homes."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _CREATE_PRINCIPAL, given, options)
        result: CreatePrincipalResult = self._core.run(steps)
        return result

    def me(
        self,
        options: Options | None = None,
    ) -> MeResult:
        """Who is asking, and what they may."""
        steps = asked(self._core, _ME, {}, options)
        result: MeResult = self._core.run(steps)
        return result

    def outbox(
        self,
        *,
        first: int | None | Unset = UNSET,
        after: str | None | Unset = UNSET,
        filter: MessageFilter | None | Unset = UNSET,
        options: Options | None = None,
    ) -> OutboxResult:
        """A page of messages that wait, are on their way, or were given up."""
        given = {
            "first": first,
            "after": after,
            "filter": filter,
        }
        steps = asked(self._core, _OUTBOX, given, options)
        result: OutboxResult = self._core.run(steps)
        return result

    def principal(
        self,
        *,
        name: str,
        options: Options | None = None,
    ) -> PrincipalResult:
        """One account with its collections; null where there is none."""
        given = {
            "name": name,
        }
        steps = asked(self._core, _PRINCIPAL, given, options)
        result: PrincipalResult = self._core.run(steps)
        return result

    def principals(
        self,
        *,
        first: int | None | Unset = UNSET,
        after: str | None | Unset = UNSET,
        filter: PrincipalFilter | None | Unset = UNSET,
        options: Options | None = None,
    ) -> PrincipalsResult:
        """A page of accounts, groups, rooms and resources."""
        given = {
            "first": first,
            "after": after,
            "filter": filter,
        }
        steps = asked(self._core, _PRINCIPALS, given, options)
        result: PrincipalsResult = self._core.run(steps)
        return result

    def retry_message(
        self,
        *,
        input: MessageInput,
        options: Options | None = None,
    ) -> RetryMessageResult:
        """Tries a message of the outbox again."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _RETRY_MESSAGE, given, options)
        result: RetryMessageResult = self._core.run(steps)
        return result

    def revoke_app_password(
        self,
        *,
        input: RevokeAppPasswordInput,
        options: Options | None = None,
    ) -> RevokeAppPasswordResult:
        """An app password is worthless at once."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _REVOKE_APP_PASSWORD, given, options)
        result: RevokeAppPasswordResult = self._core.run(steps)
        return result

    def server(
        self,
        options: Options | None = None,
    ) -> ServerResult:
        """What runs here: the server and its plugins."""
        steps = asked(self._core, _SERVER, {}, options)
        result: ServerResult = self._core.run(steps)
        return result

    def set_disabled(
        self,
        *,
        input: SetDisabledInput,
        options: Options | None = None,
    ) -> SetDisabledResult:
        """Refuses all sign-ins of an account, whose data stays, or lets it sign in again."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _SET_DISABLED, given, options)
        result: SetDisabledResult = self._core.run(steps)
        return result

    def share(
        self,
        *,
        input: ShareInput,
        options: Options | None = None,
    ) -> ShareResult:
        """Offers a calendar or an address book to somebody."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _SHARE, given, options)
        result: ShareResult = self._core.run(steps)
        return result

    def update_principal(
        self,
        *,
        input: UpdatePrincipalInput,
        options: Options | None = None,
    ) -> UpdatePrincipalResult:
        """Changes what an account is known by, or its quota."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _UPDATE_PRINCIPAL, given, options)
        result: UpdatePrincipalResult = self._core.run(steps)
        return result


class AsyncGraph(AsyncGraphBase):
    """The same with `await`."""

    async def audit(
        self,
        *,
        first: int | None | Unset = UNSET,
        after: str | None | Unset = UNSET,
        filter: AuditFilter | None | Unset = UNSET,
        options: Options | None = None,
    ) -> AuditResult:
        """A page of the audit trail, the newest first."""
        given = {
            "first": first,
            "after": after,
            "filter": filter,
        }
        steps = asked(self._core, _AUDIT, given, options)
        result: AuditResult = await self._core.run(steps)
        return result

    async def collection(
        self,
        *,
        id: str,
        options: Options | None = None,
    ) -> CollectionResult:
        """A collection, who may do what with it, and with whom it is shared."""
        given = {
            "id": id,
        }
        steps = asked(self._core, _COLLECTION, given, options)
        result: CollectionResult = await self._core.run(steps)
        return result

    async def create_app_password(
        self,
        *,
        input: CreateAppPasswordInput,
        options: Options | None = None,
    ) -> CreateAppPasswordResult:
        """Makes a password for one client, which is told this once."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _CREATE_APP_PASSWORD, given, options)
        result: CreateAppPasswordResult = await self._core.run(steps)
        return result

    async def create_collection(
        self,
        *,
        input: CreateCollectionInput,
        options: Options | None = None,
    ) -> CreateCollectionResult:
        """Makes a calendar, an address book or a folder."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _CREATE_COLLECTION, given, options)
        result: CreateCollectionResult = await self._core.run(steps)
        return result

    async def create_principal(
        self,
        *,
        input: CreatePrincipalInput,
        options: Options | None = None,
    ) -> CreatePrincipalResult:
        """Makes an account with its homes."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _CREATE_PRINCIPAL, given, options)
        result: CreatePrincipalResult = await self._core.run(steps)
        return result

    async def me(
        self,
        options: Options | None = None,
    ) -> MeResult:
        """Who is asking, and what they may."""
        steps = asked(self._core, _ME, {}, options)
        result: MeResult = await self._core.run(steps)
        return result

    async def outbox(
        self,
        *,
        first: int | None | Unset = UNSET,
        after: str | None | Unset = UNSET,
        filter: MessageFilter | None | Unset = UNSET,
        options: Options | None = None,
    ) -> OutboxResult:
        """A page of messages that wait, are on their way, or were given up."""
        given = {
            "first": first,
            "after": after,
            "filter": filter,
        }
        steps = asked(self._core, _OUTBOX, given, options)
        result: OutboxResult = await self._core.run(steps)
        return result

    async def principal(
        self,
        *,
        name: str,
        options: Options | None = None,
    ) -> PrincipalResult:
        """One account with its collections; null where there is none."""
        given = {
            "name": name,
        }
        steps = asked(self._core, _PRINCIPAL, given, options)
        result: PrincipalResult = await self._core.run(steps)
        return result

    async def principals(
        self,
        *,
        first: int | None | Unset = UNSET,
        after: str | None | Unset = UNSET,
        filter: PrincipalFilter | None | Unset = UNSET,
        options: Options | None = None,
    ) -> PrincipalsResult:
        """A page of accounts, groups, rooms and resources."""
        given = {
            "first": first,
            "after": after,
            "filter": filter,
        }
        steps = asked(self._core, _PRINCIPALS, given, options)
        result: PrincipalsResult = await self._core.run(steps)
        return result

    async def retry_message(
        self,
        *,
        input: MessageInput,
        options: Options | None = None,
    ) -> RetryMessageResult:
        """Tries a message of the outbox again."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _RETRY_MESSAGE, given, options)
        result: RetryMessageResult = await self._core.run(steps)
        return result

    async def revoke_app_password(
        self,
        *,
        input: RevokeAppPasswordInput,
        options: Options | None = None,
    ) -> RevokeAppPasswordResult:
        """An app password is worthless at once."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _REVOKE_APP_PASSWORD, given, options)
        result: RevokeAppPasswordResult = await self._core.run(steps)
        return result

    async def server(
        self,
        options: Options | None = None,
    ) -> ServerResult:
        """What runs here: the server and its plugins."""
        steps = asked(self._core, _SERVER, {}, options)
        result: ServerResult = await self._core.run(steps)
        return result

    async def set_disabled(
        self,
        *,
        input: SetDisabledInput,
        options: Options | None = None,
    ) -> SetDisabledResult:
        """Refuses all sign-ins of an account, whose data stays, or lets it sign in again."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _SET_DISABLED, given, options)
        result: SetDisabledResult = await self._core.run(steps)
        return result

    async def share(
        self,
        *,
        input: ShareInput,
        options: Options | None = None,
    ) -> ShareResult:
        """Offers a calendar or an address book to somebody."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _SHARE, given, options)
        result: ShareResult = await self._core.run(steps)
        return result

    async def update_principal(
        self,
        *,
        input: UpdatePrincipalInput,
        options: Options | None = None,
    ) -> UpdatePrincipalResult:
        """Changes what an account is known by, or its quota."""
        given = {
            "input": input,
        }
        steps = asked(self._core, _UPDATE_PRINCIPAL, given, options)
        result: UpdatePrincipalResult = await self._core.run(steps)
        return result
