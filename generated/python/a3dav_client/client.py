# Rendered from the description of the interface; not for editing.
"""The clients: one attribute for each service."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._client import AsyncBaseClient, BaseClient

if TYPE_CHECKING:
    from .services.accounts import AsyncAccountsService, AccountsService
    from .services.address_books import AsyncAddressBooksService, AddressBooksService
    from .services.calendars import AsyncCalendarsService, CalendarsService
    from .services.changes import AsyncChangesService, ChangesService
    from .services.contacts import AsyncContactsService, ContactsService
    from .services.events import AsyncEventsService, EventsService
    from .services.files import AsyncFilesService, FilesService
    from .services.invitations import AsyncInvitationsService, InvitationsService
    from .services.session import AsyncSessionService, SessionService
    from .services.shares import AsyncSharesService, SharesService
    from .services.tokens import AsyncTokensService, TokensService
    from .services.webhooks import AsyncWebhooksService, WebhooksService
    from .graphql import AsyncGraph, Graph


class Client(BaseClient):
    """Asks and waits; close it, or use it in `with`."""

    @cached_property
    def accounts(self) -> AccountsService:
        from .services.accounts import AccountsService

        return AccountsService(self._core)

    @cached_property
    def address_books(self) -> AddressBooksService:
        from .services.address_books import AddressBooksService

        return AddressBooksService(self._core)

    @cached_property
    def calendars(self) -> CalendarsService:
        from .services.calendars import CalendarsService

        return CalendarsService(self._core)

    @cached_property
    def changes(self) -> ChangesService:
        from .services.changes import ChangesService

        return ChangesService(self._core)

    @cached_property
    def contacts(self) -> ContactsService:
        from .services.contacts import ContactsService

        return ContactsService(self._core)

    @cached_property
    def events(self) -> EventsService:
        from .services.events import EventsService

        return EventsService(self._core)

    @cached_property
    def files(self) -> FilesService:
        from .services.files import FilesService

        return FilesService(self._core)

    @cached_property
    def invitations(self) -> InvitationsService:
        from .services.invitations import InvitationsService

        return InvitationsService(self._core)

    @cached_property
    def session(self) -> SessionService:
        from .services.session import SessionService

        return SessionService(self._core)

    @cached_property
    def shares(self) -> SharesService:
        from .services.shares import SharesService

        return SharesService(self._core)

    @cached_property
    def tokens(self) -> TokensService:
        from .services.tokens import TokensService

        return TokensService(self._core)

    @cached_property
    def webhooks(self) -> WebhooksService:
        from .services.webhooks import WebhooksService

        return WebhooksService(self._core)

    @cached_property
    def graphql(self) -> Graph:
        from .graphql import Graph

        return Graph(self._core)


class AsyncClient(AsyncBaseClient):
    """The same with `await`; close it, or use it in `async with`."""

    @cached_property
    def accounts(self) -> AsyncAccountsService:
        from .services.accounts import AsyncAccountsService

        return AsyncAccountsService(self._core)

    @cached_property
    def address_books(self) -> AsyncAddressBooksService:
        from .services.address_books import AsyncAddressBooksService

        return AsyncAddressBooksService(self._core)

    @cached_property
    def calendars(self) -> AsyncCalendarsService:
        from .services.calendars import AsyncCalendarsService

        return AsyncCalendarsService(self._core)

    @cached_property
    def changes(self) -> AsyncChangesService:
        from .services.changes import AsyncChangesService

        return AsyncChangesService(self._core)

    @cached_property
    def contacts(self) -> AsyncContactsService:
        from .services.contacts import AsyncContactsService

        return AsyncContactsService(self._core)

    @cached_property
    def events(self) -> AsyncEventsService:
        from .services.events import AsyncEventsService

        return AsyncEventsService(self._core)

    @cached_property
    def files(self) -> AsyncFilesService:
        from .services.files import AsyncFilesService

        return AsyncFilesService(self._core)

    @cached_property
    def invitations(self) -> AsyncInvitationsService:
        from .services.invitations import AsyncInvitationsService

        return AsyncInvitationsService(self._core)

    @cached_property
    def session(self) -> AsyncSessionService:
        from .services.session import AsyncSessionService

        return AsyncSessionService(self._core)

    @cached_property
    def shares(self) -> AsyncSharesService:
        from .services.shares import AsyncSharesService

        return AsyncSharesService(self._core)

    @cached_property
    def tokens(self) -> AsyncTokensService:
        from .services.tokens import AsyncTokensService

        return AsyncTokensService(self._core)

    @cached_property
    def webhooks(self) -> AsyncWebhooksService:
        from .services.webhooks import AsyncWebhooksService

        return AsyncWebhooksService(self._core)

    @cached_property
    def graphql(self) -> AsyncGraph:
        from .graphql import AsyncGraph

        return AsyncGraph(self._core)
