# Rendered from the description of the interface; not for editing.
"""address books."""

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
    from ..models.address_book import AddressBook
    from ..models.address_book_update import AddressBookUpdate
    from ..models.calendars import IfExists
    from ..models.import_report import ImportReport
    from ..models.new_address_book import NewAddressBook

_LIST = Call(
    "addressBooks.list",
    "GET",
    "/address-books",
    "safe",
    parameters=[
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("AddressBook"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_CREATE = Call(
    "addressBooks.create",
    "POST",
    "/address-books",
    "keyed",
    body="json",
    body_type="application/json",
    body_codec=named("NewAddressBook"),
    result="json",
    accept="application/json",
    codec=named("AddressBook"),
)
_GET = Call(
    "addressBooks.get",
    "GET",
    "/address-books/{addressBookId}",
    "safe",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("AddressBook"),
)
_DELETE = Call(
    "addressBooks.delete",
    "DELETE",
    "/address-books/{addressBookId}",
    "idempotent",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
    ],
    result="none",
    accept="",
    codec=ANY,
)
_UPDATE = Call(
    "addressBooks.update",
    "PATCH",
    "/address-books/{addressBookId}",
    "idempotent",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("AddressBookUpdate"),
    result="json",
    accept="application/json",
    codec=named("AddressBook"),
)
_EXPORT = Call(
    "addressBooks.export",
    "GET",
    "/address-books/{addressBookId}/export",
    "safe",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
    ],
    result="text",
    accept="text/vcard",
    codec=TEXT,
)
_IMPORT_ = Call(
    "addressBooks.import",
    "POST",
    "/address-books/{addressBookId}/import",
    "idempotent",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("query:if-exists", "if-exists", "if_exists", "query", "form", True, named("IfExists")),
    ],
    body="text",
    body_type="text/vcard",
    body_codec=TEXT,
    result="json",
    accept="application/json",
    codec=named("ImportReport"),
)


class AddressBooksService(Service):
    """Address books of one's own and those that others share."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[AddressBook]:
        """List address books

        One's own address books, and behind them those that others share.

        limit: How many entries a page has at most. cursor: What `next` of the page before said; without it, the
        first page.
        """
        given = {
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    def create(
        self,
        body: NewAddressBook,
        *,
        options: Options | None = None,
    ) -> AddressBook:
        """Make an address book

        Makes an address book of one's own.
        """
        result: AddressBook = self._call(_CREATE, {}, body, options)
        return result

    def get(
        self,
        address_book_id: str,
        *,
        options: Options | None = None,
    ) -> AddressBook:
        """Fetch an address book

        What is told of an address book, without what it holds.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: AddressBook = self._call(_GET, given, None, options)
        return result

    def delete(
        self,
        address_book_id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Remove an address book

        Removes an address book of one's own with everything in it. An address book of somebody else is taken out of
        one's own list, and stays as it is. The default address book is emptied.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        self._call(_DELETE, given, None, options)

    def update(
        self,
        address_book_id: str,
        body: AddressBookUpdate,
        *,
        options: Options | None = None,
    ) -> AddressBook:
        """Change an address book

        Changes what is given, and removes what is null (RFC 7396). Whoever an address book is shared with changes
        how it is shown to them alone.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: AddressBook = self._call(_UPDATE, given, body, options)
        return result

    def export(
        self,
        address_book_id: str,
        *,
        options: Options | None = None,
    ) -> Text:
        """Export an address book

        Everything in the address book as one file.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: Text = self._call(_EXPORT, given, None, options)
        return result

    def import_(
        self,
        address_book_id: str,
        body: str | Upload,
        *,
        if_exists: IfExists | None = None,
        options: Options | None = None,
    ) -> ImportReport:
        """Import a file

        Stores each object of a file, new or in the place of the one with its UID.

        address_book_id: The address book. if_exists: What to do with an object whose UID is there already.
        """
        given = {
            "path:addressBookId": address_book_id,
            "query:if-exists": if_exists,
        }
        result: ImportReport = self._call(_IMPORT_, given, body, options)
        return result


class AsyncAddressBooksService(AsyncService):
    """Address books of one's own and those that others share."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[AddressBook]:
        """List address books

        One's own address books, and behind them those that others share.

        limit: How many entries a page has at most. cursor: What `next` of the page before said; without it, the
        first page.
        """
        given = {
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    async def create(
        self,
        body: NewAddressBook,
        *,
        options: Options | None = None,
    ) -> AddressBook:
        """Make an address book

        Makes an address book of one's own.
        """
        result: AddressBook = await self._call(_CREATE, {}, body, options)
        return result

    async def get(
        self,
        address_book_id: str,
        *,
        options: Options | None = None,
    ) -> AddressBook:
        """Fetch an address book

        What is told of an address book, without what it holds.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: AddressBook = await self._call(_GET, given, None, options)
        return result

    async def delete(
        self,
        address_book_id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Remove an address book

        Removes an address book of one's own with everything in it. An address book of somebody else is taken out of
        one's own list, and stays as it is. The default address book is emptied.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        await self._call(_DELETE, given, None, options)

    async def update(
        self,
        address_book_id: str,
        body: AddressBookUpdate,
        *,
        options: Options | None = None,
    ) -> AddressBook:
        """Change an address book

        Changes what is given, and removes what is null (RFC 7396). Whoever an address book is shared with changes
        how it is shown to them alone.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: AddressBook = await self._call(_UPDATE, given, body, options)
        return result

    async def export(
        self,
        address_book_id: str,
        *,
        options: Options | None = None,
    ) -> Text:
        """Export an address book

        Everything in the address book as one file.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: Text = await self._call(_EXPORT, given, None, options)
        return result

    async def import_(
        self,
        address_book_id: str,
        body: str | Upload,
        *,
        if_exists: IfExists | None = None,
        options: Options | None = None,
    ) -> ImportReport:
        """Import a file

        Stores each object of a file, new or in the place of the one with its UID.

        address_book_id: The address book. if_exists: What to do with an object whose UID is there already.
        """
        given = {
            "path:addressBookId": address_book_id,
            "query:if-exists": if_exists,
        }
        result: ImportReport = await self._call(_IMPORT_, given, body, options)
        return result
