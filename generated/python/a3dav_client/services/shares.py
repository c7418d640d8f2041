# Rendered from the description of the interface; not for editing.
"""shares."""

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
    from ..models.new_share import NewShare
    from ..models.share import Share

_LIST = Call(
    "shares.list",
    "GET",
    "/collections/{collectionId}/shares",
    "safe",
    parameters=[
        Parameter("path:collectionId", "collectionId", "collection_id", "path", "simple", False, TEXT),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Share"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_PUT = Call(
    "shares.put",
    "PUT",
    "/collections/{collectionId}/shares/{accountId}",
    "idempotent",
    parameters=[
        Parameter("path:collectionId", "collectionId", "collection_id", "path", "simple", False, TEXT),
        Parameter("path:accountId", "accountId", "account_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("NewShare"),
    result="json",
    accept="application/json",
    codec=named("Share"),
)
_DELETE = Call(
    "shares.delete",
    "DELETE",
    "/collections/{collectionId}/shares/{accountId}",
    "idempotent",
    parameters=[
        Parameter("path:collectionId", "collectionId", "collection_id", "path", "simple", False, TEXT),
        Parameter("path:accountId", "accountId", "account_id", "path", "simple", False, TEXT),
    ],
    result="none",
    accept="",
    codec=ANY,
)


class SharesService(Service):
    """What one gives others of one's calendars and address books."""

    def list(
        self,
        collection_id: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[Share]:
        """List who has a share

        Whom a calendar or an address book of one's own is shared with, the oldest share first.

        collection_id: A calendar or an address book. limit: How many entries a page has at most. cursor: What
        `next` of the page before said; without it, the first page.
        """
        given = {
            "path:collectionId": collection_id,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    def put(
        self,
        collection_id: str,
        account_id: str,
        body: NewShare,
        *,
        options: Options | None = None,
    ) -> Share:
        """Share with somebody, or change what they may do

        Offers a calendar or an address book of one's own to an account or a group, each of whom is invited, or
        changes what was offered. Whoever declined is asked again.

        collection_id: A calendar or an address book. account_id: The account or the group it is shared with.
        """
        given = {
            "path:collectionId": collection_id,
            "path:accountId": account_id,
        }
        result: Share = self._call(_PUT, given, body, options)
        return result

    def delete(
        self,
        collection_id: str,
        account_id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """End a share

        Whoever has the collection by this share alone has it no more.

        collection_id: A calendar or an address book. account_id: The account or the group it is shared with.
        """
        given = {
            "path:collectionId": collection_id,
            "path:accountId": account_id,
        }
        self._call(_DELETE, given, None, options)


class AsyncSharesService(AsyncService):
    """What one gives others of one's calendars and address books."""

    def list(
        self,
        collection_id: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Share]:
        """List who has a share

        Whom a calendar or an address book of one's own is shared with, the oldest share first.

        collection_id: A calendar or an address book. limit: How many entries a page has at most. cursor: What
        `next` of the page before said; without it, the first page.
        """
        given = {
            "path:collectionId": collection_id,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    async def put(
        self,
        collection_id: str,
        account_id: str,
        body: NewShare,
        *,
        options: Options | None = None,
    ) -> Share:
        """Share with somebody, or change what they may do

        Offers a calendar or an address book of one's own to an account or a group, each of whom is invited, or
        changes what was offered. Whoever declined is asked again.

        collection_id: A calendar or an address book. account_id: The account or the group it is shared with.
        """
        given = {
            "path:collectionId": collection_id,
            "path:accountId": account_id,
        }
        result: Share = await self._call(_PUT, given, body, options)
        return result

    async def delete(
        self,
        collection_id: str,
        account_id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """End a share

        Whoever has the collection by this share alone has it no more.

        collection_id: A calendar or an address book. account_id: The account or the group it is shared with.
        """
        given = {
            "path:collectionId": collection_id,
            "path:accountId": account_id,
        }
        await self._call(_DELETE, given, None, options)
