# Rendered from the description of the interface; not for editing.
"""tokens."""

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
    from ..models.made_token import MadeToken
    from ..models.new_token import NewToken
    from ..models.token_page import TokenPage

_LIST = Call(
    "tokens.list",
    "GET",
    "/tokens",
    "safe",
    result="json",
    accept="application/json",
    codec=named("TokenPage"),
)
_CREATE = Call(
    "tokens.create",
    "POST",
    "/tokens",
    "never",
    body="json",
    body_type="application/json",
    body_codec=named("NewToken"),
    result="json",
    accept="application/json",
    codec=named("MadeToken"),
)
_DELETE = Call(
    "tokens.delete",
    "DELETE",
    "/tokens/{token}",
    "idempotent",
    parameters=[
        Parameter("path:token", "token", "token", "path", "simple", False, TEXT),
    ],
    result="none",
    accept="",
    codec=ANY,
)


class TokensService(Service):
    """What programs sign in with, each for some things alone."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> TokenPage:
        """List one's tokens

        The tokens of the account, without what they are; those that expired are there for a month.
        """
        result: TokenPage = self._call(_LIST, {}, None, options)
        return result

    def create(
        self,
        body: NewToken,
        *,
        options: Options | None = None,
    ) -> MadeToken:
        """Make a token

        What the token is stands in the answer, and is told nowhere else again. A token makes no token that is for
        more than it is for itself, or that lasts longer.
        """
        result: MadeToken = self._call(_CREATE, {}, body, options)
        return result

    def delete(
        self,
        token: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Revoke a token

        It is worthless at once, everywhere.

        token: The id of the token.
        """
        given = {
            "path:token": token,
        }
        self._call(_DELETE, given, None, options)


class AsyncTokensService(AsyncService):
    """What programs sign in with, each for some things alone."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> TokenPage:
        """List one's tokens

        The tokens of the account, without what they are; those that expired are there for a month.
        """
        result: TokenPage = await self._call(_LIST, {}, None, options)
        return result

    async def create(
        self,
        body: NewToken,
        *,
        options: Options | None = None,
    ) -> MadeToken:
        """Make a token

        What the token is stands in the answer, and is told nowhere else again. A token makes no token that is for
        more than it is for itself, or that lasts longer.
        """
        result: MadeToken = await self._call(_CREATE, {}, body, options)
        return result

    async def delete(
        self,
        token: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Revoke a token

        It is worthless at once, everywhere.

        token: The id of the token.
        """
        given = {
            "path:token": token,
        }
        await self._call(_DELETE, given, None, options)
