<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** Preconditions of DAV: what `conditions` of an error may hold. */
final class Conditions
{
    public const ALLOWED_PRINCIPAL = '{DAV:}allowed-principal';
    public const CANNOT_MODIFY_PROTECTED_PROPERTY = '{DAV:}cannot-modify-protected-property';
    public const LIMITED_NUMBER_OF_ACES = '{DAV:}limited-number-of-aces';
    public const LOCK_TOKEN_MATCHES_REQUEST_URI = '{DAV:}lock-token-matches-request-uri';
    public const LOCK_TOKEN_SUBMITTED = '{DAV:}lock-token-submitted';
    public const NEED_PRIVILEGES = '{DAV:}need-privileges';
    public const NO_ABSTRACT = '{DAV:}no-abstract';
    public const NO_ACE_CONFLICT = '{DAV:}no-ace-conflict';
    public const NO_CONFLICTING_LOCK = '{DAV:}no-conflicting-lock';
    public const NO_EXTERNAL_ENTITIES = '{DAV:}no-external-entities';
    public const NO_INHERITED_ACE_CONFLICT = '{DAV:}no-inherited-ace-conflict';
    public const NO_PROTECTED_ACE_CONFLICT = '{DAV:}no-protected-ace-conflict';
    public const NOT_SUPPORTED_PRIVILEGE = '{DAV:}not-supported-privilege';
    public const NUMBER_OF_MATCHES_WITHIN_LIMITS = '{DAV:}number-of-matches-within-limits';
    public const PROPFIND_FINITE_DEPTH = '{DAV:}propfind-finite-depth';
    public const QUOTA_NOT_EXCEEDED = '{DAV:}quota-not-exceeded';
    public const RECOGNIZED_PRINCIPAL = '{DAV:}recognized-principal';
    public const RESOURCE_MUST_BE_NULL = '{DAV:}resource-must-be-null';
    public const SUFFICIENT_DISK_SPACE = '{DAV:}sufficient-disk-space';
    public const SUPPORTED_REPORT = '{DAV:}supported-report';
    public const SYNC_TRAVERSAL_SUPPORTED = '{DAV:}sync-traversal-supported';
    public const VALID_RESOURCETYPE = '{DAV:}valid-resourcetype';
    public const VALID_SYNC_TOKEN = '{DAV:}valid-sync-token';
    public const WEBDAV_PUSH_INVALID_SUBSCRIPTION = '{https://bitfire.at/webdav-push}invalid-subscription';
    public const WEBDAV_PUSH_NO_SUPPORTED_TRIGGER = '{https://bitfire.at/webdav-push}no-supported-trigger';
    public const WEBDAV_PUSH_PUSH_NOT_AVAILABLE = '{https://bitfire.at/webdav-push}push-not-available';
    public const CALDAV_ALLOWED_ATTENDEE_SCHEDULING_OBJECT_CHANGE = '{urn:ietf:params:xml:ns:caldav}allowed-attendee-scheduling-object-change';
    public const CALDAV_ALLOWED_ORGANIZER_SCHEDULING_OBJECT_CHANGE = '{urn:ietf:params:xml:ns:caldav}allowed-organizer-scheduling-object-change';
    public const CALDAV_CALENDAR_COLLECTION_LOCATION_OK = '{urn:ietf:params:xml:ns:caldav}calendar-collection-location-ok';
    public const CALDAV_DEFAULT_CALENDAR_NEEDED = '{urn:ietf:params:xml:ns:caldav}default-calendar-needed';
    public const CALDAV_MAX_ATTACHMENT_SIZE = '{urn:ietf:params:xml:ns:caldav}max-attachment-size';
    public const CALDAV_MAX_ATTACHMENTS_PER_RESOURCE = '{urn:ietf:params:xml:ns:caldav}max-attachments-per-resource';
    public const CALDAV_MAX_ATTENDEES_PER_INSTANCE = '{urn:ietf:params:xml:ns:caldav}max-attendees-per-instance';
    public const CALDAV_MAX_DATE_TIME = '{urn:ietf:params:xml:ns:caldav}max-date-time';
    public const CALDAV_MAX_INSTANCES = '{urn:ietf:params:xml:ns:caldav}max-instances';
    public const CALDAV_MAX_RESOURCE_SIZE = '{urn:ietf:params:xml:ns:caldav}max-resource-size';
    public const CALDAV_MIN_DATE_TIME = '{urn:ietf:params:xml:ns:caldav}min-date-time';
    public const CALDAV_NO_UID_CONFLICT = '{urn:ietf:params:xml:ns:caldav}no-uid-conflict';
    public const CALDAV_SAME_ORGANIZER_IN_ALL_COMPONENTS = '{urn:ietf:params:xml:ns:caldav}same-organizer-in-all-components';
    public const CALDAV_SUPPORTED_CALENDAR_COMPONENT = '{urn:ietf:params:xml:ns:caldav}supported-calendar-component';
    public const CALDAV_SUPPORTED_CALENDAR_DATA = '{urn:ietf:params:xml:ns:caldav}supported-calendar-data';
    public const CALDAV_SUPPORTED_COLLATION = '{urn:ietf:params:xml:ns:caldav}supported-collation';
    public const CALDAV_SUPPORTED_FILTER = '{urn:ietf:params:xml:ns:caldav}supported-filter';
    public const CALDAV_SUPPORTED_RSCALE = '{urn:ietf:params:xml:ns:caldav}supported-rscale';
    public const CALDAV_UNIQUE_SCHEDULING_OBJECT_RESOURCE = '{urn:ietf:params:xml:ns:caldav}unique-scheduling-object-resource';
    public const CALDAV_VALID_ACTION_PARAMETER = '{urn:ietf:params:xml:ns:caldav}valid-action-parameter';
    public const CALDAV_VALID_CALENDAR_DATA = '{urn:ietf:params:xml:ns:caldav}valid-calendar-data';
    public const CALDAV_VALID_CALENDAR_OBJECT_RESOURCE = '{urn:ietf:params:xml:ns:caldav}valid-calendar-object-resource';
    public const CALDAV_VALID_FILTER = '{urn:ietf:params:xml:ns:caldav}valid-filter';
    public const CALDAV_VALID_MANAGED_ID = '{urn:ietf:params:xml:ns:caldav}valid-managed-id';
    public const CALDAV_VALID_MANAGED_ID_PARAMETER = '{urn:ietf:params:xml:ns:caldav}valid-managed-id-parameter';
    public const CALDAV_VALID_ORGANIZER = '{urn:ietf:params:xml:ns:caldav}valid-organizer';
    public const CALDAV_VALID_RID_PARAMETER = '{urn:ietf:params:xml:ns:caldav}valid-rid-parameter';
    public const CALDAV_VALID_SCHEDULE_DEFAULT_CALENDAR_URL = '{urn:ietf:params:xml:ns:caldav}valid-schedule-default-calendar-URL';
    public const CALDAV_VALID_SCHEDULING_MESSAGE = '{urn:ietf:params:xml:ns:caldav}valid-scheduling-message';
    public const CALDAV_VALID_TIMEZONE = '{urn:ietf:params:xml:ns:caldav}valid-timezone';
    public const CARDDAV_ADDRESSBOOK_COLLECTION_LOCATION_OK = '{urn:ietf:params:xml:ns:carddav}addressbook-collection-location-ok';
    public const CARDDAV_MAX_RESOURCE_SIZE = '{urn:ietf:params:xml:ns:carddav}max-resource-size';
    public const CARDDAV_NO_UID_CONFLICT = '{urn:ietf:params:xml:ns:carddav}no-uid-conflict';
    public const CARDDAV_SUPPORTED_ADDRESS_DATA = '{urn:ietf:params:xml:ns:carddav}supported-address-data';
    public const CARDDAV_SUPPORTED_ADDRESS_DATA_CONVERSION = '{urn:ietf:params:xml:ns:carddav}supported-address-data-conversion';
    public const CARDDAV_SUPPORTED_COLLATION = '{urn:ietf:params:xml:ns:carddav}supported-collation';
    public const CARDDAV_SUPPORTED_FILTER = '{urn:ietf:params:xml:ns:carddav}supported-filter';
    public const CARDDAV_VALID_ADDRESS_DATA = '{urn:ietf:params:xml:ns:carddav}valid-address-data';
}
