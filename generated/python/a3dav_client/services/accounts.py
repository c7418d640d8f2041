# Rendered from the description of the interface; not for editing.
"""accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Sequence

from .._call import Call, Parameter
from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, list_of, map_of, named, or_null
from .._options import Options
from .._service import AsyncService, Service

if TYPE_CHECKING:
    from .._body import Upload
    from .._pages import AsyncPages, Pages
    from .._results import AsyncDownload, AsyncEventStream, AsyncLineStream, Download, EventStream, LineStream, Text
    from .._time import Timestamp
    from ..models.account import Account
    from ..models.account_update import AccountUpdate
    from ..models.app_password import AppPassword
    from ..models.made_app_password import MadeAppPassword
    from ..models.new_app_password import NewAppPassword
    from ..models.new_password import NewPassword
    from ..models.principal import Principal
    from ..models.principal_kind import PrincipalKind
    from ..models.role import Role

_LIST = Call(
    "accounts.list",
    "GET",
    "/accounts",
    "safe",
    parameters=[
        Parameter("query:kind", "kind", "kind", "query", "form", True, named("PrincipalKind")),
        Parameter("query:role", "role", "role", "query", "form", True, named("Role")),
        Parameter("query:disabled", "disabled", "disabled", "query", "form", True, BOOLEAN),
        Parameter("query:text", "text", "text", "query", "form", True, TEXT),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Account"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_GET = Call(
    "accounts.get",
    "GET",
    "/accounts/{accountId}",
    "safe",
    parameters=[
        Parameter("path:accountId", "accountId", "account_id", "path", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Account"),
)
_UPDATE = Call(
    "accounts.update",
    "PATCH",
    "/accounts/{accountId}",
    "idempotent",
    parameters=[
        Parameter("path:accountId", "accountId", "account_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("AccountUpdate"),
    result="json",
    accept="application/json",
    codec=named("Account"),
)
_LIST_APP_PASSWORDS = Call(
    "accounts.listAppPasswords",
    "GET",
    "/accounts/{accountId}/app-passwords",
    "safe",
    parameters=[
        Parameter("path:accountId", "accountId", "account_id", "path", "simple", False, TEXT),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("AppPassword"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_CREATE_APP_PASSWORD = Call(
    "accounts.createAppPassword",
    "POST",
    "/accounts/{accountId}/app-passwords",
    "never",
    parameters=[
        Parameter("path:accountId", "accountId", "account_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("NewAppPassword"),
    result="json",
    accept="application/json",
    codec=named("MadeAppPassword"),
)
_DELETE_APP_PASSWORD = Call(
    "accounts.deleteAppPassword",
    "DELETE",
    "/accounts/{accountId}/app-passwords/{appPasswordId}",
    "idempotent",
    parameters=[
        Parameter("path:accountId", "accountId", "account_id", "path", "simple", False, TEXT),
        Parameter("path:appPasswordId", "appPasswordId", "app_password_id", "path", "simple", False, TEXT),
    ],
    result="none",
    accept="",
    codec=ANY,
)
_SET_PASSWORD = Call(
    "accounts.setPassword",
    "PUT",
    "/accounts/{accountId}/password",
    "idempotent",
    parameters=[
        Parameter("path:accountId", "accountId", "account_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("NewPassword"),
    result="none",
    accept="",
    codec=ANY,
)
_DIRECTORY = Call(
    "accounts.directory",
    "GET",
    "/directory",
    "safe",
    parameters=[
        Parameter("query:text", "text", "text", "query", "form", True, TEXT),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Principal"),
    cursor="query:cursor",
    items="items",
    next="next",
)


class AccountsService(Service):
    """One's own account, those of others for administrators and auditors, and a directory of those that one sees."""

    def list(
        self,
        *,
        kind: PrincipalKind | None = None,
        role: Role | None = None,
        disabled: bool | None = None,
        text: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[Account]:
        """List all accounts

        Every account by its name, for administrators and auditors.

        kind: Those of this sort alone. role: Those with this role alone. disabled: Those alone that may not sign
        in, or those that may. text: What name, display name or address have to contain, without regard to case.
        limit: How many entries a page has at most. cursor: What `next` of the page before said; without it, the
        first page.
        """
        given = {
            "query:kind": kind,
            "query:role": role,
            "query:disabled": disabled,
            "query:text": text,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    def get(
        self,
        account_id: str,
        *,
        options: Options | None = None,
    ) -> Account:
        """Fetch an account

        One's own account with its quota; that of anybody for administrators and auditors.

        account_id: The account; `session.get` tells that of whoever asks.
        """
        given = {
            "path:accountId": account_id,
        }
        result: Account = self._call(_GET, given, None, options)
        return result

    def update(
        self,
        account_id: str,
        body: AccountUpdate,
        *,
        options: Options | None = None,
    ) -> Account:
        """Change an account

        Changes what is given, and removes what is null (RFC 7396). Everybody changes the name that their own
        account is shown by. Administrators change everything; for name, address, role and quota they need their
        password.

        account_id: The account; `session.get` tells that of whoever asks.
        """
        given = {
            "path:accountId": account_id,
        }
        result: Account = self._call(_UPDATE, given, body, options)
        return result

    def list_app_passwords(
        self,
        account_id: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[AppPassword]:
        """List app passwords

        What each is for and when it was used, the oldest first; what they are is told once, when they are made.

        account_id: The account; `session.get` tells that of whoever asks. limit: How many entries a page has at
        most. cursor: What `next` of the page before said; without it, the first page.
        """
        given = {
            "path:accountId": account_id,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST_APP_PASSWORDS, given, None, options)

    def create_app_password(
        self,
        account_id: str,
        body: NewAppPassword,
        *,
        options: Options | None = None,
    ) -> MadeAppPassword:
        """Make an app password

        Makes a password of its own for one client, and tells it this once. It takes the password of the account;
        neither an app password nor a token makes another one.

        account_id: The account; `session.get` tells that of whoever asks.
        """
        given = {
            "path:accountId": account_id,
        }
        result: MadeAppPassword = self._call(_CREATE_APP_PASSWORD, given, body, options)
        return result

    def delete_app_password(
        self,
        account_id: str,
        app_password_id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Revoke an app password

        It is worthless at once.

        account_id: The account; `session.get` tells that of whoever asks. app_password_id: The app password.
        """
        given = {
            "path:accountId": account_id,
            "path:appPasswordId": app_password_id,
        }
        self._call(_DELETE_APP_PASSWORD, given, None, options)

    def set_password(
        self,
        account_id: str,
        body: NewPassword,
        *,
        options: Options | None = None,
    ) -> None:
        """Set a password

        Takes the password that counts now, for one's own account in the body as well; neither an app password nor a
        token does. Administrators set that of anybody. The new one counts at once.

        account_id: The account; `session.get` tells that of whoever asks.
        """
        given = {
            "path:accountId": account_id,
        }
        self._call(_SET_PASSWORD, given, body, options)

    def directory(
        self,
        *,
        text: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[Principal]:
        """Find people, groups, rooms and resources

        Those that whoever asks may see, by their name; their identifiers are what shares take.

        text: What name, display name or address have to contain, without regard to case. limit: How many entries a
        page has at most. cursor: What `next` of the page before said; without it, the first page.
        """
        given = {
            "query:text": text,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_DIRECTORY, given, None, options)


class AsyncAccountsService(AsyncService):
    """One's own account, those of others for administrators and auditors, and a directory of those that one sees."""

    def list(
        self,
        *,
        kind: PrincipalKind | None = None,
        role: Role | None = None,
        disabled: bool | None = None,
        text: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Account]:
        """List all accounts

        Every account by its name, for administrators and auditors.

        kind: Those of this sort alone. role: Those with this role alone. disabled: Those alone that may not sign
        in, or those that may. text: What name, display name or address have to contain, without regard to case.
        limit: How many entries a page has at most. cursor: What `next` of the page before said; without it, the
        first page.
        """
        given = {
            "query:kind": kind,
            "query:role": role,
            "query:disabled": disabled,
            "query:text": text,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    async def get(
        self,
        account_id: str,
        *,
        options: Options | None = None,
    ) -> Account:
        """Fetch an account

        One's own account with its quota; that of anybody for administrators and auditors.

        account_id: The account; `session.get` tells that of whoever asks.
        """
        given = {
            "path:accountId": account_id,
        }
        result: Account = await self._call(_GET, given, None, options)
        return result

    async def update(
        self,
        account_id: str,
        body: AccountUpdate,
        *,
        options: Options | None = None,
    ) -> Account:
        """Change an account

        Changes what is given, and removes what is null (RFC 7396). Everybody changes the name that their own
        account is shown by. Administrators change everything; for name, address, role and quota they need their
        password.

        account_id: The account; `session.get` tells that of whoever asks.
        """
        given = {
            "path:accountId": account_id,
        }
        result: Account = await self._call(_UPDATE, given, body, options)
        return result

    def list_app_passwords(
        self,
        account_id: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[AppPassword]:
        """List app passwords

        What each is for and when it was used, the oldest first; what they are is told once, when they are made.

        account_id: The account; `session.get` tells that of whoever asks. limit: How many entries a page has at
        most. cursor: What `next` of the page before said; without it, the first page.
        """
        given = {
            "path:accountId": account_id,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST_APP_PASSWORDS, given, None, options)

    async def create_app_password(
        self,
        account_id: str,
        body: NewAppPassword,
        *,
        options: Options | None = None,
    ) -> MadeAppPassword:
        """Make an app password

        Makes a password of its own for one client, and tells it this once. It takes the password of the account;
        neither an app password nor a token makes another one.

        account_id: The account; `session.get` tells that of whoever asks.
        """
        given = {
            "path:accountId": account_id,
        }
        result: MadeAppPassword = await self._call(_CREATE_APP_PASSWORD, given, body, options)
        return result

    async def delete_app_password(
        self,
        account_id: str,
        app_password_id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Revoke an app password

        It is worthless at once.

        account_id: The account; `session.get` tells that of whoever asks. app_password_id: The app password.
        """
        given = {
            "path:accountId": account_id,
            "path:appPasswordId": app_password_id,
        }
        await self._call(_DELETE_APP_PASSWORD, given, None, options)

    async def set_password(
        self,
        account_id: str,
        body: NewPassword,
        *,
        options: Options | None = None,
    ) -> None:
        """Set a password

        Takes the password that counts now, for one's own account in the body as well; neither an app password nor a
        token does. Administrators set that of anybody. The new one counts at once.

        account_id: The account; `session.get` tells that of whoever asks.
        """
        given = {
            "path:accountId": account_id,
        }
        await self._call(_SET_PASSWORD, given, body, options)

    def directory(
        self,
        *,
        text: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Principal]:
        """Find people, groups, rooms and resources

        Those that whoever asks may see, by their name; their identifiers are what shares take.

        text: What name, display name or address have to contain, without regard to case. limit: How many entries a
        page has at most. cursor: What `next` of the page before said; without it, the first page.
        """
        given = {
            "query:text": text,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_DIRECTORY, given, None, options)
