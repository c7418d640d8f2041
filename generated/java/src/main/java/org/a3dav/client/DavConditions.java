package org.a3dav.client;

/** The preconditions that a DAV:error names, for {@link ApiException#is(DavName)}. */
public final class DavConditions {
    public static final DavName ALLOWED_PRINCIPAL = new DavName("DAV:", "allowed-principal");

    public static final DavName CANNOT_MODIFY_PROTECTED_PROPERTY = new DavName("DAV:", "cannot-modify-protected-property");

    public static final DavName LIMITED_NUMBER_OF_ACES = new DavName("DAV:", "limited-number-of-aces");

    public static final DavName LOCK_TOKEN_MATCHES_REQUEST_URI = new DavName("DAV:", "lock-token-matches-request-uri");

    public static final DavName LOCK_TOKEN_SUBMITTED = new DavName("DAV:", "lock-token-submitted");

    public static final DavName NEED_PRIVILEGES = new DavName("DAV:", "need-privileges");

    public static final DavName NO_ABSTRACT = new DavName("DAV:", "no-abstract");

    public static final DavName NO_ACE_CONFLICT = new DavName("DAV:", "no-ace-conflict");

    public static final DavName NO_CONFLICTING_LOCK = new DavName("DAV:", "no-conflicting-lock");

    public static final DavName NO_EXTERNAL_ENTITIES = new DavName("DAV:", "no-external-entities");

    public static final DavName NO_INHERITED_ACE_CONFLICT = new DavName("DAV:", "no-inherited-ace-conflict");

    public static final DavName NO_PROTECTED_ACE_CONFLICT = new DavName("DAV:", "no-protected-ace-conflict");

    public static final DavName NOT_SUPPORTED_PRIVILEGE = new DavName("DAV:", "not-supported-privilege");

    public static final DavName NUMBER_OF_MATCHES_WITHIN_LIMITS = new DavName("DAV:", "number-of-matches-within-limits");

    public static final DavName PROPFIND_FINITE_DEPTH = new DavName("DAV:", "propfind-finite-depth");

    public static final DavName QUOTA_NOT_EXCEEDED = new DavName("DAV:", "quota-not-exceeded");

    public static final DavName RECOGNIZED_PRINCIPAL = new DavName("DAV:", "recognized-principal");

    public static final DavName RESOURCE_MUST_BE_NULL = new DavName("DAV:", "resource-must-be-null");

    public static final DavName SUFFICIENT_DISK_SPACE = new DavName("DAV:", "sufficient-disk-space");

    public static final DavName SUPPORTED_REPORT = new DavName("DAV:", "supported-report");

    public static final DavName SYNC_TRAVERSAL_SUPPORTED = new DavName("DAV:", "sync-traversal-supported");

    public static final DavName VALID_RESOURCETYPE = new DavName("DAV:", "valid-resourcetype");

    public static final DavName VALID_SYNC_TOKEN = new DavName("DAV:", "valid-sync-token");

    public static final DavName WEBDAV_PUSH_INVALID_SUBSCRIPTION = new DavName("https://bitfire.at/webdav-push", "invalid-subscription");

    public static final DavName WEBDAV_PUSH_NO_SUPPORTED_TRIGGER = new DavName("https://bitfire.at/webdav-push", "no-supported-trigger");

    public static final DavName WEBDAV_PUSH_PUSH_NOT_AVAILABLE = new DavName("https://bitfire.at/webdav-push", "push-not-available");

    public static final DavName CALDAV_ALLOWED_ATTENDEE_SCHEDULING_OBJECT_CHANGE = new DavName("urn:ietf:params:xml:ns:caldav", "allowed-attendee-scheduling-object-change");

    public static final DavName CALDAV_ALLOWED_ORGANIZER_SCHEDULING_OBJECT_CHANGE = new DavName("urn:ietf:params:xml:ns:caldav", "allowed-organizer-scheduling-object-change");

    public static final DavName CALDAV_CALENDAR_COLLECTION_LOCATION_OK = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-collection-location-ok");

    public static final DavName CALDAV_DEFAULT_CALENDAR_NEEDED = new DavName("urn:ietf:params:xml:ns:caldav", "default-calendar-needed");

    public static final DavName CALDAV_MAX_ATTACHMENT_SIZE = new DavName("urn:ietf:params:xml:ns:caldav", "max-attachment-size");

    public static final DavName CALDAV_MAX_ATTACHMENTS_PER_RESOURCE = new DavName("urn:ietf:params:xml:ns:caldav", "max-attachments-per-resource");

    public static final DavName CALDAV_MAX_ATTENDEES_PER_INSTANCE = new DavName("urn:ietf:params:xml:ns:caldav", "max-attendees-per-instance");

    public static final DavName CALDAV_MAX_DATE_TIME = new DavName("urn:ietf:params:xml:ns:caldav", "max-date-time");

    public static final DavName CALDAV_MAX_INSTANCES = new DavName("urn:ietf:params:xml:ns:caldav", "max-instances");

    public static final DavName CALDAV_MAX_RESOURCE_SIZE = new DavName("urn:ietf:params:xml:ns:caldav", "max-resource-size");

    public static final DavName CALDAV_MIN_DATE_TIME = new DavName("urn:ietf:params:xml:ns:caldav", "min-date-time");

    public static final DavName CALDAV_NO_UID_CONFLICT = new DavName("urn:ietf:params:xml:ns:caldav", "no-uid-conflict");

    public static final DavName CALDAV_SAME_ORGANIZER_IN_ALL_COMPONENTS = new DavName("urn:ietf:params:xml:ns:caldav", "same-organizer-in-all-components");

    public static final DavName CALDAV_SUPPORTED_CALENDAR_COMPONENT = new DavName("urn:ietf:params:xml:ns:caldav", "supported-calendar-component");

    public static final DavName CALDAV_SUPPORTED_CALENDAR_DATA = new DavName("urn:ietf:params:xml:ns:caldav", "supported-calendar-data");

    public static final DavName CALDAV_SUPPORTED_COLLATION = new DavName("urn:ietf:params:xml:ns:caldav", "supported-collation");

    public static final DavName CALDAV_SUPPORTED_FILTER = new DavName("urn:ietf:params:xml:ns:caldav", "supported-filter");

    public static final DavName CALDAV_SUPPORTED_RSCALE = new DavName("urn:ietf:params:xml:ns:caldav", "supported-rscale");

    public static final DavName CALDAV_UNIQUE_SCHEDULING_OBJECT_RESOURCE = new DavName("urn:ietf:params:xml:ns:caldav", "unique-scheduling-object-resource");

    public static final DavName CALDAV_VALID_ACTION_PARAMETER = new DavName("urn:ietf:params:xml:ns:caldav", "valid-action-parameter");

    public static final DavName CALDAV_VALID_CALENDAR_DATA = new DavName("urn:ietf:params:xml:ns:caldav", "valid-calendar-data");

    public static final DavName CALDAV_VALID_CALENDAR_OBJECT_RESOURCE = new DavName("urn:ietf:params:xml:ns:caldav", "valid-calendar-object-resource");

    public static final DavName CALDAV_VALID_FILTER = new DavName("urn:ietf:params:xml:ns:caldav", "valid-filter");

    public static final DavName CALDAV_VALID_MANAGED_ID = new DavName("urn:ietf:params:xml:ns:caldav", "valid-managed-id");

    public static final DavName CALDAV_VALID_MANAGED_ID_PARAMETER = new DavName("urn:ietf:params:xml:ns:caldav", "valid-managed-id-parameter");

    public static final DavName CALDAV_VALID_ORGANIZER = new DavName("urn:ietf:params:xml:ns:caldav", "valid-organizer");

    public static final DavName CALDAV_VALID_RID_PARAMETER = new DavName("urn:ietf:params:xml:ns:caldav", "valid-rid-parameter");

    public static final DavName CALDAV_VALID_SCHEDULE_DEFAULT_CALENDAR_URL = new DavName("urn:ietf:params:xml:ns:caldav", "valid-schedule-default-calendar-URL");

    public static final DavName CALDAV_VALID_SCHEDULING_MESSAGE = new DavName("urn:ietf:params:xml:ns:caldav", "valid-scheduling-message");

    public static final DavName CALDAV_VALID_TIMEZONE = new DavName("urn:ietf:params:xml:ns:caldav", "valid-timezone");

    public static final DavName CARDDAV_ADDRESSBOOK_COLLECTION_LOCATION_OK = new DavName("urn:ietf:params:xml:ns:carddav", "addressbook-collection-location-ok");

    public static final DavName CARDDAV_MAX_RESOURCE_SIZE = new DavName("urn:ietf:params:xml:ns:carddav", "max-resource-size");

    public static final DavName CARDDAV_NO_UID_CONFLICT = new DavName("urn:ietf:params:xml:ns:carddav", "no-uid-conflict");

    public static final DavName CARDDAV_SUPPORTED_ADDRESS_DATA = new DavName("urn:ietf:params:xml:ns:carddav", "supported-address-data");

    public static final DavName CARDDAV_SUPPORTED_ADDRESS_DATA_CONVERSION = new DavName("urn:ietf:params:xml:ns:carddav", "supported-address-data-conversion");

    public static final DavName CARDDAV_SUPPORTED_COLLATION = new DavName("urn:ietf:params:xml:ns:carddav", "supported-collation");

    public static final DavName CARDDAV_SUPPORTED_FILTER = new DavName("urn:ietf:params:xml:ns:carddav", "supported-filter");

    public static final DavName CARDDAV_VALID_ADDRESS_DATA = new DavName("urn:ietf:params:xml:ns:carddav", "valid-address-data");

    private DavConditions() {}
}
