# Rendered from the description of the interface; not for editing.
"""What is sent and received, each loaded when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Dict, List

if TYPE_CHECKING:
    from .account import Account as Account
    from .account_page import AccountPage as AccountPage
    from .account_update import AccountUpdate as AccountUpdate
    from .account_update import AccountUpdateRole as AccountUpdateRole
    from .address_book import AddressBook as AddressBook
    from .address_book_page import AddressBookPage as AddressBookPage
    from .address_book_update import AddressBookUpdate as AddressBookUpdate
    from .app_password import AppPassword as AppPassword
    from .app_password_page import AppPasswordPage as AppPasswordPage
    from .app_password_scope import AppPasswordScope as AppPasswordScope
    from .busy_period import BusyPeriod as BusyPeriod
    from .busy_period import BusyPeriodStatus as BusyPeriodStatus
    from .calendar import Calendar as Calendar
    from .calendar_component import CalendarComponent as CalendarComponent
    from .calendar_event import CalendarEvent as CalendarEvent
    from .calendar_event_change import CalendarEventChange as CalendarEventChange
    from .calendar_event_page import CalendarEventPage as CalendarEventPage
    from .calendar_page import CalendarPage as CalendarPage
    from .calendar_update import CalendarUpdate as CalendarUpdate
    from .calendars import IfExists as IfExists
    from .change import Change as Change
    from .change_message import ChangeMessage as ChangeMessage
    from .change_page import ChangePage as ChangePage
    from .change_type import ChangeType as ChangeType
    from .contact import Contact as Contact
    from .contact_change import ContactChange as ContactChange
    from .contact_page import ContactPage as ContactPage
    from .contact_query import ContactQuery as ContactQuery
    from .contact_query import ContactQueryKind as ContactQueryKind
    from .delivery import Delivery as Delivery
    from .delivery import DeliveryState as DeliveryState
    from .delivery_page import DeliveryPage as DeliveryPage
    from .event_query import EventQuery as EventQuery
    from .event_query import EventQueryStatusItem as EventQueryStatusItem
    from .file import File as File
    from .file import FileKind as FileKind
    from .file_page import FilePage as FilePage
    from .file_update import FileUpdate as FileUpdate
    from .free_busy import FreeBusy as FreeBusy
    from .graph import AuditFilter as AuditFilter
    from .graph import CreateAppPasswordInput as CreateAppPasswordInput
    from .graph import CreateCollectionInput as CreateCollectionInput
    from .graph import CreatePrincipalInput as CreatePrincipalInput
    from .graph import GraphAccess as GraphAccess
    from .graph import GraphAppScope as GraphAppScope
    from .graph import GraphErrorCode as GraphErrorCode
    from .graph import GraphKind as GraphKind
    from .graph import GraphMessageState as GraphMessageState
    from .graph import GraphNewKind as GraphNewKind
    from .graph import GraphNewRole as GraphNewRole
    from .graph import GraphRole as GraphRole
    from .graph import MessageFilter as MessageFilter
    from .graph import MessageInput as MessageInput
    from .graph import PrincipalFilter as PrincipalFilter
    from .graph import RevokeAppPasswordInput as RevokeAppPasswordInput
    from .graph import SetDisabledInput as SetDisabledInput
    from .graph import ShareInput as ShareInput
    from .graph import UpdatePrincipalInput as UpdatePrincipalInput
    from .graph_audit import Audit as Audit
    from .graph_audit import AuditNodes as AuditNodes
    from .graph_audit import AuditNodesActor as AuditNodesActor
    from .graph_audit import AuditPageInfo as AuditPageInfo
    from .graph_audit import AuditResult as AuditResult
    from .graph_collection import Collection as Collection
    from .graph_collection import CollectionAcl as CollectionAcl
    from .graph_collection import CollectionOwner as CollectionOwner
    from .graph_collection import CollectionResult as CollectionResult
    from .graph_create_app_password import CreateAppPassword as CreateAppPassword
    from .graph_create_app_password import CreateAppPasswordErrors as CreateAppPasswordErrors
    from .graph_create_app_password import CreateAppPasswordNewAppPassword as CreateAppPasswordNewAppPassword
    from .graph_create_app_password import CreateAppPasswordResult as CreateAppPasswordResult
    from .graph_create_collection import CreateCollection as CreateCollection
    from .graph_create_collection import CreateCollectionErrors as CreateCollectionErrors
    from .graph_create_collection import CreateCollectionResult as CreateCollectionResult
    from .graph_create_collection import CreateCollection_2 as CreateCollection_2
    from .graph_create_principal import CreatePrincipal as CreatePrincipal
    from .graph_create_principal import CreatePrincipalErrors as CreatePrincipalErrors
    from .graph_create_principal import CreatePrincipalResult as CreatePrincipalResult
    from .graph_create_principal import CreatePrincipal_2 as CreatePrincipal_2
    from .graph_me import Me as Me
    from .graph_me import MeQuota as MeQuota
    from .graph_me import MeResult as MeResult
    from .graph_outbox import Outbox as Outbox
    from .graph_outbox import OutboxNodes as OutboxNodes
    from .graph_outbox import OutboxNodesAccount as OutboxNodesAccount
    from .graph_outbox import OutboxPageInfo as OutboxPageInfo
    from .graph_outbox import OutboxResult as OutboxResult
    from .graph_principal import PrincipalCollections as PrincipalCollections
    from .graph_principal import PrincipalCollectionsNodes as PrincipalCollectionsNodes
    from .graph_principal import PrincipalResult as PrincipalResult
    from .graph_principal import Principal_2 as Principal_2
    from .graph_principals import Principals as Principals
    from .graph_principals import PrincipalsNodes as PrincipalsNodes
    from .graph_principals import PrincipalsPageInfo as PrincipalsPageInfo
    from .graph_principals import PrincipalsResult as PrincipalsResult
    from .graph_retry_message import RetryMessage as RetryMessage
    from .graph_retry_message import RetryMessageErrors as RetryMessageErrors
    from .graph_retry_message import RetryMessageResult as RetryMessageResult
    from .graph_revoke_app_password import RevokeAppPassword as RevokeAppPassword
    from .graph_revoke_app_password import RevokeAppPasswordErrors as RevokeAppPasswordErrors
    from .graph_revoke_app_password import RevokeAppPasswordResult as RevokeAppPasswordResult
    from .graph_server import Server as Server
    from .graph_server import ServerPlugins as ServerPlugins
    from .graph_server import ServerResult as ServerResult
    from .graph_set_disabled import SetDisabled as SetDisabled
    from .graph_set_disabled import SetDisabledErrors as SetDisabledErrors
    from .graph_set_disabled import SetDisabledPrincipal as SetDisabledPrincipal
    from .graph_set_disabled import SetDisabledResult as SetDisabledResult
    from .graph_share import ShareCollection as ShareCollection
    from .graph_share import ShareErrors as ShareErrors
    from .graph_share import ShareResult as ShareResult
    from .graph_share import Share_2 as Share_2
    from .graph_update_principal import UpdatePrincipal as UpdatePrincipal
    from .graph_update_principal import UpdatePrincipalErrors as UpdatePrincipalErrors
    from .graph_update_principal import UpdatePrincipalQuota as UpdatePrincipalQuota
    from .graph_update_principal import UpdatePrincipalResult as UpdatePrincipalResult
    from .graph_update_principal import UpdatePrincipal_2 as UpdatePrincipal_2
    from .import_report import ImportReport as ImportReport
    from .imported_object import ImportedObject as ImportedObject
    from .invitation import Invitation as Invitation
    from .invitation import InvitationKind as InvitationKind
    from .invitation_answer import InvitationAnswer as InvitationAnswer
    from .invitation_answer import InvitationAnswerState as InvitationAnswerState
    from .invitation_page import InvitationPage as InvitationPage
    from .invitation_state import InvitationState as InvitationState
    from .js_calendar import JsCalendar as JsCalendar
    from .js_calendar import JsCalendarAtType as JsCalendarAtType
    from .js_calendar import JsCalendarFreeBusyStatus as JsCalendarFreeBusyStatus
    from .js_calendar import JsCalendarPrivacy as JsCalendarPrivacy
    from .js_calendar import JsCalendarProgress as JsCalendarProgress
    from .js_calendar import JsCalendarStatus as JsCalendarStatus
    from .js_contact import JsContact as JsContact
    from .js_contact import JsContactKind as JsContactKind
    from .made_app_password import MadeAppPassword as MadeAppPassword
    from .made_token import MadeToken as MadeToken
    from .made_webhook import MadeWebhook as MadeWebhook
    from .new_address_book import NewAddressBook as NewAddressBook
    from .new_app_password import NewAppPassword as NewAppPassword
    from .new_app_password import NewAppPasswordScope as NewAppPasswordScope
    from .new_calendar import NewCalendar as NewCalendar
    from .new_calendar_event import NewCalendarEvent as NewCalendarEvent
    from .new_contact import NewContact as NewContact
    from .new_folder import NewFolder as NewFolder
    from .new_password import NewPassword as NewPassword
    from .new_share import NewShare as NewShare
    from .new_share import NewShareAccess as NewShareAccess
    from .new_token import NewToken as NewToken
    from .new_webhook import NewWebhook as NewWebhook
    from .occurrence import Occurrence as Occurrence
    from .occurrence_page import OccurrencePage as OccurrencePage
    from .owner import Owner as Owner
    from .ping_message import PingMessage as PingMessage
    from .principal import Principal as Principal
    from .principal_kind import PrincipalKind as PrincipalKind
    from .principal_page import PrincipalPage as PrincipalPage
    from .problem import Problem as Problem
    from .problem_error import ProblemError as ProblemError
    from .quota import Quota as Quota
    from .quota_update import QuotaUpdate as QuotaUpdate
    from .right import Right as Right
    from .role import Role as Role
    from .scope import Scope as Scope
    from .session import Session as Session
    from .session_account import SessionAccount as SessionAccount
    from .session_account import SessionAccountKind as SessionAccountKind
    from .session_account import SessionAccountRole as SessionAccountRole
    from .session_credential import SessionCredential as SessionCredential
    from .session_credential import SessionCredentialScope as SessionCredentialScope
    from .session_limits import SessionLimits as SessionLimits
    from .share import Share as Share
    from .share_access import ShareAccess as ShareAccess
    from .share_answer import ShareAnswer as ShareAnswer
    from .share_page import SharePage as SharePage
    from .token import Token as Token
    from .token_page import TokenPage as TokenPage
    from .webhook import Webhook as Webhook
    from .webhook_page import WebhookPage as WebhookPage
    from .webhook_patch import WebhookPatch as WebhookPatch
    from .webhook_secret import WebhookSecret as WebhookSecret

_PLACES: Dict[str, str] = {
    "Account": "account",
    "AccountPage": "account_page",
    "AccountUpdate": "account_update",
    "AccountUpdateRole": "account_update",
    "AddressBook": "address_book",
    "AddressBookPage": "address_book_page",
    "AddressBookUpdate": "address_book_update",
    "AppPassword": "app_password",
    "AppPasswordPage": "app_password_page",
    "AppPasswordScope": "app_password_scope",
    "Audit": "graph_audit",
    "AuditFilter": "graph",
    "AuditNodes": "graph_audit",
    "AuditNodesActor": "graph_audit",
    "AuditPageInfo": "graph_audit",
    "AuditResult": "graph_audit",
    "BusyPeriod": "busy_period",
    "BusyPeriodStatus": "busy_period",
    "Calendar": "calendar",
    "CalendarComponent": "calendar_component",
    "CalendarEvent": "calendar_event",
    "CalendarEventChange": "calendar_event_change",
    "CalendarEventPage": "calendar_event_page",
    "CalendarPage": "calendar_page",
    "CalendarUpdate": "calendar_update",
    "Change": "change",
    "ChangeMessage": "change_message",
    "ChangePage": "change_page",
    "ChangeType": "change_type",
    "Collection": "graph_collection",
    "CollectionAcl": "graph_collection",
    "CollectionOwner": "graph_collection",
    "CollectionResult": "graph_collection",
    "Contact": "contact",
    "ContactChange": "contact_change",
    "ContactPage": "contact_page",
    "ContactQuery": "contact_query",
    "ContactQueryKind": "contact_query",
    "CreateAppPassword": "graph_create_app_password",
    "CreateAppPasswordErrors": "graph_create_app_password",
    "CreateAppPasswordInput": "graph",
    "CreateAppPasswordNewAppPassword": "graph_create_app_password",
    "CreateAppPasswordResult": "graph_create_app_password",
    "CreateCollection": "graph_create_collection",
    "CreateCollectionErrors": "graph_create_collection",
    "CreateCollectionInput": "graph",
    "CreateCollectionResult": "graph_create_collection",
    "CreateCollection_2": "graph_create_collection",
    "CreatePrincipal": "graph_create_principal",
    "CreatePrincipalErrors": "graph_create_principal",
    "CreatePrincipalInput": "graph",
    "CreatePrincipalResult": "graph_create_principal",
    "CreatePrincipal_2": "graph_create_principal",
    "Delivery": "delivery",
    "DeliveryPage": "delivery_page",
    "DeliveryState": "delivery",
    "EventQuery": "event_query",
    "EventQueryStatusItem": "event_query",
    "File": "file",
    "FileKind": "file",
    "FilePage": "file_page",
    "FileUpdate": "file_update",
    "FreeBusy": "free_busy",
    "GraphAccess": "graph",
    "GraphAppScope": "graph",
    "GraphErrorCode": "graph",
    "GraphKind": "graph",
    "GraphMessageState": "graph",
    "GraphNewKind": "graph",
    "GraphNewRole": "graph",
    "GraphRole": "graph",
    "IfExists": "calendars",
    "ImportReport": "import_report",
    "ImportedObject": "imported_object",
    "Invitation": "invitation",
    "InvitationAnswer": "invitation_answer",
    "InvitationAnswerState": "invitation_answer",
    "InvitationKind": "invitation",
    "InvitationPage": "invitation_page",
    "InvitationState": "invitation_state",
    "JsCalendar": "js_calendar",
    "JsCalendarAtType": "js_calendar",
    "JsCalendarFreeBusyStatus": "js_calendar",
    "JsCalendarPrivacy": "js_calendar",
    "JsCalendarProgress": "js_calendar",
    "JsCalendarStatus": "js_calendar",
    "JsContact": "js_contact",
    "JsContactKind": "js_contact",
    "MadeAppPassword": "made_app_password",
    "MadeToken": "made_token",
    "MadeWebhook": "made_webhook",
    "Me": "graph_me",
    "MeQuota": "graph_me",
    "MeResult": "graph_me",
    "MessageFilter": "graph",
    "MessageInput": "graph",
    "NewAddressBook": "new_address_book",
    "NewAppPassword": "new_app_password",
    "NewAppPasswordScope": "new_app_password",
    "NewCalendar": "new_calendar",
    "NewCalendarEvent": "new_calendar_event",
    "NewContact": "new_contact",
    "NewFolder": "new_folder",
    "NewPassword": "new_password",
    "NewShare": "new_share",
    "NewShareAccess": "new_share",
    "NewToken": "new_token",
    "NewWebhook": "new_webhook",
    "Occurrence": "occurrence",
    "OccurrencePage": "occurrence_page",
    "Outbox": "graph_outbox",
    "OutboxNodes": "graph_outbox",
    "OutboxNodesAccount": "graph_outbox",
    "OutboxPageInfo": "graph_outbox",
    "OutboxResult": "graph_outbox",
    "Owner": "owner",
    "PingMessage": "ping_message",
    "Principal": "principal",
    "PrincipalCollections": "graph_principal",
    "PrincipalCollectionsNodes": "graph_principal",
    "PrincipalFilter": "graph",
    "PrincipalKind": "principal_kind",
    "PrincipalPage": "principal_page",
    "PrincipalResult": "graph_principal",
    "Principal_2": "graph_principal",
    "Principals": "graph_principals",
    "PrincipalsNodes": "graph_principals",
    "PrincipalsPageInfo": "graph_principals",
    "PrincipalsResult": "graph_principals",
    "Problem": "problem",
    "ProblemError": "problem_error",
    "Quota": "quota",
    "QuotaUpdate": "quota_update",
    "RetryMessage": "graph_retry_message",
    "RetryMessageErrors": "graph_retry_message",
    "RetryMessageResult": "graph_retry_message",
    "RevokeAppPassword": "graph_revoke_app_password",
    "RevokeAppPasswordErrors": "graph_revoke_app_password",
    "RevokeAppPasswordInput": "graph",
    "RevokeAppPasswordResult": "graph_revoke_app_password",
    "Right": "right",
    "Role": "role",
    "Scope": "scope",
    "Server": "graph_server",
    "ServerPlugins": "graph_server",
    "ServerResult": "graph_server",
    "Session": "session",
    "SessionAccount": "session_account",
    "SessionAccountKind": "session_account",
    "SessionAccountRole": "session_account",
    "SessionCredential": "session_credential",
    "SessionCredentialScope": "session_credential",
    "SessionLimits": "session_limits",
    "SetDisabled": "graph_set_disabled",
    "SetDisabledErrors": "graph_set_disabled",
    "SetDisabledInput": "graph",
    "SetDisabledPrincipal": "graph_set_disabled",
    "SetDisabledResult": "graph_set_disabled",
    "Share": "share",
    "ShareAccess": "share_access",
    "ShareAnswer": "share_answer",
    "ShareCollection": "graph_share",
    "ShareErrors": "graph_share",
    "ShareInput": "graph",
    "SharePage": "share_page",
    "ShareResult": "graph_share",
    "Share_2": "graph_share",
    "Token": "token",
    "TokenPage": "token_page",
    "UpdatePrincipal": "graph_update_principal",
    "UpdatePrincipalErrors": "graph_update_principal",
    "UpdatePrincipalInput": "graph",
    "UpdatePrincipalQuota": "graph_update_principal",
    "UpdatePrincipalResult": "graph_update_principal",
    "UpdatePrincipal_2": "graph_update_principal",
    "Webhook": "webhook",
    "WebhookPage": "webhook_page",
    "WebhookPatch": "webhook_patch",
    "WebhookSecret": "webhook_secret",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found


def union_of(name: str) -> Any:
    """The unions of the module that a name stands in, for the reader of JSON."""
    return import_module(f"{__name__}.{_PLACES[name]}").UNIONS


def __dir__() -> List[str]:
    return sorted(_PLACES)
