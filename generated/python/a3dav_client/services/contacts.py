# Rendered from the description of the interface; not for editing.
"""contacts."""

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
    from ..models.contact import Contact
    from ..models.contact_change import ContactChange
    from ..models.contact_query import ContactQuery
    from ..models.js_contact import JsContact
    from ..models.new_contact import NewContact

_LIST = Call(
    "contacts.list",
    "GET",
    "/address-books/{addressBookId}/contacts",
    "safe",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("query:text", "text", "text", "query", "form", True, TEXT),
        Parameter("query:email", "email", "email", "query", "form", True, TEXT),
        Parameter("query:uid", "uid", "uid", "query", "form", True, TEXT),
        Parameter("query:data", "data", "data", "query", "form", True, BOOLEAN),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Contact"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_CREATE = Call(
    "contacts.create",
    "POST",
    "/address-books/{addressBookId}/contacts",
    "keyed",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("NewContact"),
    result="json",
    accept="application/json",
    codec=named("Contact"),
)
_CREATE_FROM_JSCONTACT = Call(
    "contacts.create_from_jscontact",
    "POST",
    "/address-books/{addressBookId}/contacts",
    "keyed",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/jscontact+json",
    body_codec=named("JsContact"),
    result="json",
    accept="application/json",
    codec=named("Contact"),
)
_CREATE_FROM_VCARD = Call(
    "contacts.create_from_vcard",
    "POST",
    "/address-books/{addressBookId}/contacts",
    "keyed",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
    ],
    body="text",
    body_type="text/vcard",
    body_codec=TEXT,
    result="json",
    accept="application/json",
    codec=named("Contact"),
)
_QUERY = Call(
    "contacts.query",
    "QUERY",
    "/address-books/{addressBookId}/contacts",
    "safe",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("ContactQuery"),
    result="json",
    accept="application/json",
    codec=named("Contact"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_GET = Call(
    "contacts.get",
    "GET",
    "/address-books/{addressBookId}/contacts/{contactId}",
    "safe",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("path:contactId", "contactId", "contact_id", "path", "simple", False, TEXT),
        Parameter("header:If-None-Match", "If-None-Match", "if_none_match", "header", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Contact"),
)
_GET_AS_VCARD = Call(
    "contacts.get_as_vcard",
    "GET",
    "/address-books/{addressBookId}/contacts/{contactId}",
    "safe",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("path:contactId", "contactId", "contact_id", "path", "simple", False, TEXT),
        Parameter("header:If-None-Match", "If-None-Match", "if_none_match", "header", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    result="text",
    accept="text/vcard",
    codec=TEXT,
)
_REPLACE = Call(
    "contacts.replace",
    "PUT",
    "/address-books/{addressBookId}/contacts/{contactId}",
    "idempotent",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("path:contactId", "contactId", "contact_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("ContactChange"),
    result="json",
    accept="application/json",
    codec=named("Contact"),
)
_REPLACE_FROM_JSCONTACT = Call(
    "contacts.replace_from_jscontact",
    "PUT",
    "/address-books/{addressBookId}/contacts/{contactId}",
    "idempotent",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("path:contactId", "contactId", "contact_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/jscontact+json",
    body_codec=named("JsContact"),
    result="json",
    accept="application/json",
    codec=named("Contact"),
)
_REPLACE_FROM_VCARD = Call(
    "contacts.replace_from_vcard",
    "PUT",
    "/address-books/{addressBookId}/contacts/{contactId}",
    "idempotent",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("path:contactId", "contactId", "contact_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="text",
    body_type="text/vcard",
    body_codec=TEXT,
    result="json",
    accept="application/json",
    codec=named("Contact"),
)
_DELETE = Call(
    "contacts.delete",
    "DELETE",
    "/address-books/{addressBookId}/contacts/{contactId}",
    "idempotent",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("path:contactId", "contactId", "contact_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    result="none",
    accept="",
    codec=ANY,
)
_UPDATE = Call(
    "contacts.update",
    "PATCH",
    "/address-books/{addressBookId}/contacts/{contactId}",
    "keyed",
    parameters=[
        Parameter("path:addressBookId", "addressBookId", "address_book_id", "path", "simple", False, TEXT),
        Parameter("path:contactId", "contactId", "contact_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=map_of(ANY),
    result="json",
    accept="application/json",
    codec=named("Contact"),
)


class ContactsService(Service):
    """Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426)."""

    def list(
        self,
        address_book_id: str,
        *,
        text: str | None = None,
        email: str | None = None,
        uid: str | None = None,
        data: bool | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[Contact]:
        """List contacts

        The contacts of an address book, in no order of names.

        A page may have fewer entries than `limit`, even none, and a next one.

        address_book_id: The address book. text: What a name, address, number, organization, title or note must
        contain, whatever the case. email: The mail address that it must have. uid: The UID that it must have. data:
        Whether entries have `data`; without, a list is much quicker. limit: How many entries a page has at most.
        cursor: What `next` of the page before said; without it, the first page.
        """
        given = {
            "path:addressBookId": address_book_id,
            "query:text": text,
            "query:email": email,
            "query:uid": uid,
            "query:data": data,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    def create(
        self,
        address_book_id: str,
        body: NewContact,
        *,
        options: Options | None = None,
    ) -> Contact:
        """Add a contact

        Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: Contact = self._call(_CREATE, given, body, options)
        return result

    def create_from_jscontact(
        self,
        address_book_id: str,
        body: JsContact,
        *,
        options: Options | None = None,
    ) -> Contact:
        """Add a contact

        Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: Contact = self._call(_CREATE_FROM_JSCONTACT, given, body, options)
        return result

    def create_from_vcard(
        self,
        address_book_id: str,
        body: str | Upload,
        *,
        options: Options | None = None,
    ) -> Contact:
        """Add a contact

        Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: Contact = self._call(_CREATE_FROM_VCARD, given, body, options)
        return result

    def query(
        self,
        address_book_id: str,
        body: ContactQuery,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[Contact]:
        """Find contacts

        The same list, by more than fits into a URL. All members of the question must hold at once.

        address_book_id: The address book. limit: How many entries a page has at most. cursor: What `next` of the
        page before said; without it, the first page.
        """
        given = {
            "path:addressBookId": address_book_id,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_QUERY, given, body, options)

    def get(
        self,
        address_book_id: str,
        contact_id: str,
        *,
        if_none_match: str | None = None,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Contact:
        """Fetch a contact

        The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.

        address_book_id: The address book. contact_id: The contact. if_none_match: The entity tags none of which the
        object must have, or `*`. if_match: The entity tags one of which the object must have, or `*` for whatever
        is there.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-None-Match": if_none_match,
            "header:If-Match": if_match,
        }
        result: Contact = self._call(_GET, given, None, options)
        return result

    def get_as_vcard(
        self,
        address_book_id: str,
        contact_id: str,
        *,
        if_none_match: str | None = None,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Text:
        """Fetch a contact

        The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.

        address_book_id: The address book. contact_id: The contact. if_none_match: The entity tags none of which the
        object must have, or `*`. if_match: The entity tags one of which the object must have, or `*` for whatever
        is there.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-None-Match": if_none_match,
            "header:If-Match": if_match,
        }
        result: Text = self._call(_GET_AS_VCARD, given, None, options)
        return result

    def replace(
        self,
        address_book_id: str,
        contact_id: str,
        body: ContactChange,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> Contact:
        """Replace a contact

        Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so
        that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any
        version.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there; 428 without.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        result: Contact = self._call(_REPLACE, given, body, options)
        return result

    def replace_from_jscontact(
        self,
        address_book_id: str,
        contact_id: str,
        body: JsContact,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> Contact:
        """Replace a contact

        Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so
        that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any
        version.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there; 428 without.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        result: Contact = self._call(_REPLACE_FROM_JSCONTACT, given, body, options)
        return result

    def replace_from_vcard(
        self,
        address_book_id: str,
        contact_id: str,
        body: str | Upload,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> Contact:
        """Replace a contact

        Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so
        that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any
        version.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there; 428 without.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        result: Contact = self._call(_REPLACE_FROM_VCARD, given, body, options)
        return result

    def delete(
        self,
        address_book_id: str,
        contact_id: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Remove a contact

        Removes a contact.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        self._call(_DELETE, given, None, options)

    def update(
        self,
        address_book_id: str,
        contact_id: str,
        body: Mapping[str, Any],
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Contact:
        """Change a contact

        Changes parts of a contact: by a merge patch of its JSContact (RFC 7396), or by a PatchObject (RFC 9553
        §1.4.3), which reaches deeper members by pointers such as `emails/1/address`. Without `If-Match`, the change
        is made to the version that is there.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        result: Contact = self._call(_UPDATE, given, body, options)
        return result


class AsyncContactsService(AsyncService):
    """Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426)."""

    def list(
        self,
        address_book_id: str,
        *,
        text: str | None = None,
        email: str | None = None,
        uid: str | None = None,
        data: bool | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Contact]:
        """List contacts

        The contacts of an address book, in no order of names.

        A page may have fewer entries than `limit`, even none, and a next one.

        address_book_id: The address book. text: What a name, address, number, organization, title or note must
        contain, whatever the case. email: The mail address that it must have. uid: The UID that it must have. data:
        Whether entries have `data`; without, a list is much quicker. limit: How many entries a page has at most.
        cursor: What `next` of the page before said; without it, the first page.
        """
        given = {
            "path:addressBookId": address_book_id,
            "query:text": text,
            "query:email": email,
            "query:uid": uid,
            "query:data": data,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    async def create(
        self,
        address_book_id: str,
        body: NewContact,
        *,
        options: Options | None = None,
    ) -> Contact:
        """Add a contact

        Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: Contact = await self._call(_CREATE, given, body, options)
        return result

    async def create_from_jscontact(
        self,
        address_book_id: str,
        body: JsContact,
        *,
        options: Options | None = None,
    ) -> Contact:
        """Add a contact

        Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: Contact = await self._call(_CREATE_FROM_JSCONTACT, given, body, options)
        return result

    async def create_from_vcard(
        self,
        address_book_id: str,
        body: str | Upload,
        *,
        options: Options | None = None,
    ) -> Contact:
        """Add a contact

        Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.

        address_book_id: The address book.
        """
        given = {
            "path:addressBookId": address_book_id,
        }
        result: Contact = await self._call(_CREATE_FROM_VCARD, given, body, options)
        return result

    def query(
        self,
        address_book_id: str,
        body: ContactQuery,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Contact]:
        """Find contacts

        The same list, by more than fits into a URL. All members of the question must hold at once.

        address_book_id: The address book. limit: How many entries a page has at most. cursor: What `next` of the
        page before said; without it, the first page.
        """
        given = {
            "path:addressBookId": address_book_id,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_QUERY, given, body, options)

    async def get(
        self,
        address_book_id: str,
        contact_id: str,
        *,
        if_none_match: str | None = None,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Contact:
        """Fetch a contact

        The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.

        address_book_id: The address book. contact_id: The contact. if_none_match: The entity tags none of which the
        object must have, or `*`. if_match: The entity tags one of which the object must have, or `*` for whatever
        is there.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-None-Match": if_none_match,
            "header:If-Match": if_match,
        }
        result: Contact = await self._call(_GET, given, None, options)
        return result

    async def get_as_vcard(
        self,
        address_book_id: str,
        contact_id: str,
        *,
        if_none_match: str | None = None,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Text:
        """Fetch a contact

        The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.

        address_book_id: The address book. contact_id: The contact. if_none_match: The entity tags none of which the
        object must have, or `*`. if_match: The entity tags one of which the object must have, or `*` for whatever
        is there.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-None-Match": if_none_match,
            "header:If-Match": if_match,
        }
        result: Text = await self._call(_GET_AS_VCARD, given, None, options)
        return result

    async def replace(
        self,
        address_book_id: str,
        contact_id: str,
        body: ContactChange,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> Contact:
        """Replace a contact

        Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so
        that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any
        version.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there; 428 without.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        result: Contact = await self._call(_REPLACE, given, body, options)
        return result

    async def replace_from_jscontact(
        self,
        address_book_id: str,
        contact_id: str,
        body: JsContact,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> Contact:
        """Replace a contact

        Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so
        that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any
        version.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there; 428 without.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        result: Contact = await self._call(_REPLACE_FROM_JSCONTACT, given, body, options)
        return result

    async def replace_from_vcard(
        self,
        address_book_id: str,
        contact_id: str,
        body: str | Upload,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> Contact:
        """Replace a contact

        Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so
        that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any
        version.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there; 428 without.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        result: Contact = await self._call(_REPLACE_FROM_VCARD, given, body, options)
        return result

    async def delete(
        self,
        address_book_id: str,
        contact_id: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Remove a contact

        Removes a contact.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        await self._call(_DELETE, given, None, options)

    async def update(
        self,
        address_book_id: str,
        contact_id: str,
        body: Mapping[str, Any],
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Contact:
        """Change a contact

        Changes parts of a contact: by a merge patch of its JSContact (RFC 7396), or by a PatchObject (RFC 9553
        §1.4.3), which reaches deeper members by pointers such as `emails/1/address`. Without `If-Match`, the change
        is made to the version that is there.

        address_book_id: The address book. contact_id: The contact. if_match: The entity tags one of which the
        object must have, or `*` for whatever is there.
        """
        given = {
            "path:addressBookId": address_book_id,
            "path:contactId": contact_id,
            "header:If-Match": if_match,
        }
        result: Contact = await self._call(_UPDATE, given, body, options)
        return result
