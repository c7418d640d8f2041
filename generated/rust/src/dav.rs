// Rendered from the description of the interface; not for editing.
//! WebDAV, CalDAV and CardDAV: what the REST interface does not reach.

pub use crate::runtime::dav::*;

/// The properties that the server knows.
pub mod properties {
    use super::Name;

    pub const ACL: Name = Name::new("DAV:", "acl");

    pub const ACL_RESTRICTIONS: Name = Name::new("DAV:", "acl-restrictions");

    pub const ADD_MEMBER: Name = Name::new("DAV:", "add-member");

    pub const ALTERNATE_URI_SET: Name = Name::new("DAV:", "alternate-URI-set");

    pub const CREATIONDATE: Name = Name::new("DAV:", "creationdate");

    pub const CURRENT_USER_PRINCIPAL: Name = Name::new("DAV:", "current-user-principal");

    pub const CURRENT_USER_PRIVILEGE_SET: Name = Name::new("DAV:", "current-user-privilege-set");

    pub const DISPLAYNAME: Name = Name::new("DAV:", "displayname");

    pub const GETCONTENTLENGTH: Name = Name::new("DAV:", "getcontentlength");

    pub const GETCONTENTTYPE: Name = Name::new("DAV:", "getcontenttype");

    pub const GETETAG: Name = Name::new("DAV:", "getetag");

    pub const GETLASTMODIFIED: Name = Name::new("DAV:", "getlastmodified");

    pub const GROUP: Name = Name::new("DAV:", "group");

    pub const GROUP_MEMBER_SET: Name = Name::new("DAV:", "group-member-set");

    pub const GROUP_MEMBERSHIP: Name = Name::new("DAV:", "group-membership");

    pub const INHERITED_ACL_SET: Name = Name::new("DAV:", "inherited-acl-set");

    pub const INVITE: Name = Name::new("DAV:", "invite");

    pub const LOCKDISCOVERY: Name = Name::new("DAV:", "lockdiscovery");

    pub const OWNER: Name = Name::new("DAV:", "owner");

    pub const PRINCIPAL_URL: Name = Name::new("DAV:", "principal-URL");

    pub const PRINCIPAL_COLLECTION_SET: Name = Name::new("DAV:", "principal-collection-set");

    pub const QUOTA_AVAILABLE_BYTES: Name = Name::new("DAV:", "quota-available-bytes");

    pub const QUOTA_USED_BYTES: Name = Name::new("DAV:", "quota-used-bytes");

    pub const RESOURCETYPE: Name = Name::new("DAV:", "resourcetype");

    pub const SHARE_ACCESS: Name = Name::new("DAV:", "share-access");

    pub const SHARE_RESOURCE_URI: Name = Name::new("DAV:", "share-resource-uri");

    pub const SUPPORTED_LIVE_PROPERTY_SET: Name = Name::new("DAV:", "supported-live-property-set");

    pub const SUPPORTED_METHOD_SET: Name = Name::new("DAV:", "supported-method-set");

    pub const SUPPORTED_PRIVILEGE_SET: Name = Name::new("DAV:", "supported-privilege-set");

    pub const SUPPORTED_REPORT_SET: Name = Name::new("DAV:", "supported-report-set");

    pub const SUPPORTEDLOCK: Name = Name::new("DAV:", "supportedlock");

    pub const SYNC_TOKEN: Name = Name::new("DAV:", "sync-token");

    pub const CALENDARSERVER_ALLOWED_SHARING_MODES: Name =
        Name::new("http://calendarserver.org/ns/", "allowed-sharing-modes");

    pub const CALENDARSERVER_CALENDAR_PROXY_READ_FOR: Name =
        Name::new("http://calendarserver.org/ns/", "calendar-proxy-read-for");

    pub const CALENDARSERVER_CALENDAR_PROXY_WRITE_FOR: Name =
        Name::new("http://calendarserver.org/ns/", "calendar-proxy-write-for");

    pub const CALENDARSERVER_EMAIL_ADDRESS_SET: Name =
        Name::new("http://calendarserver.org/ns/", "email-address-set");

    pub const CALENDARSERVER_GETCTAG: Name = Name::new("http://calendarserver.org/ns/", "getctag");

    pub const CALENDARSERVER_INVITE: Name = Name::new("http://calendarserver.org/ns/", "invite");

    pub const CALENDARSERVER_NOTIFICATION_URL: Name =
        Name::new("http://calendarserver.org/ns/", "notification-URL");

    pub const CALENDARSERVER_NOTIFICATIONTYPE: Name =
        Name::new("http://calendarserver.org/ns/", "notificationtype");

    pub const CALENDARSERVER_PRE_PUBLISH_URL: Name =
        Name::new("http://calendarserver.org/ns/", "pre-publish-url");

    pub const CALENDARSERVER_PUBLISH_URL: Name =
        Name::new("http://calendarserver.org/ns/", "publish-url");

    pub const CALENDARSERVER_REFRESHRATE: Name =
        Name::new("http://calendarserver.org/ns/", "refreshrate");

    pub const CALENDARSERVER_SCHEDULE_DEFAULT_TASKS_URL: Name = Name::new(
        "http://calendarserver.org/ns/",
        "schedule-default-tasks-URL",
    );

    pub const CALENDARSERVER_SHARED_URL: Name =
        Name::new("http://calendarserver.org/ns/", "shared-url");

    pub const CALENDARSERVER_SOURCE: Name = Name::new("http://calendarserver.org/ns/", "source");

    pub const CALENDARSERVER_SUBSCRIBED_STRIP_ALARMS: Name =
        Name::new("http://calendarserver.org/ns/", "subscribed-strip-alarms");

    pub const CALENDARSERVER_SUBSCRIBED_STRIP_ATTACHMENTS: Name = Name::new(
        "http://calendarserver.org/ns/",
        "subscribed-strip-attachments",
    );

    pub const CALENDARSERVER_SUBSCRIBED_STRIP_TODOS: Name =
        Name::new("http://calendarserver.org/ns/", "subscribed-strip-todos");

    pub const CYRUSIMAP_SCHEDULING_ENABLED: Name =
        Name::new("http://cyrusimap.org/ns/", "scheduling-enabled");

    pub const WEBDAV_PUSH_SUPPORTED_TRIGGERS: Name =
        Name::new("https://bitfire.at/webdav-push", "supported-triggers");

    pub const WEBDAV_PUSH_TOPIC: Name = Name::new("https://bitfire.at/webdav-push", "topic");

    pub const WEBDAV_PUSH_TRANSPORTS: Name =
        Name::new("https://bitfire.at/webdav-push", "transports");

    pub const A3DAV_SCHEDULING: Name = Name::new("urn:a3dav:ns", "scheduling");

    pub const CALDAV_CALENDAR_AVAILABILITY: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "calendar-availability");

    pub const CALDAV_CALENDAR_DATA: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "calendar-data");

    pub const CALDAV_CALENDAR_DESCRIPTION: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "calendar-description");

    pub const CALDAV_CALENDAR_FREE_BUSY_SET: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "calendar-free-busy-set");

    pub const CALDAV_CALENDAR_HOME_SET: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "calendar-home-set");

    pub const CALDAV_CALENDAR_TIMEZONE: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "calendar-timezone");

    pub const CALDAV_CALENDAR_TIMEZONE_ID: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "calendar-timezone-id");

    pub const CALDAV_CALENDAR_USER_ADDRESS_SET: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "calendar-user-address-set");

    pub const CALDAV_CALENDAR_USER_TYPE: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "calendar-user-type");

    pub const CALDAV_MANAGED_ATTACHMENTS_SERVER_URL: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "managed-attachments-server-URL",
    );

    pub const CALDAV_MAX_ATTACHMENT_SIZE: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "max-attachment-size");

    pub const CALDAV_MAX_ATTACHMENTS_PER_RESOURCE: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "max-attachments-per-resource",
    );

    pub const CALDAV_MAX_ATTENDEES_PER_INSTANCE: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "max-attendees-per-instance",
    );

    pub const CALDAV_MAX_DATE_TIME: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "max-date-time");

    pub const CALDAV_MAX_INSTANCES: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "max-instances");

    pub const CALDAV_MAX_RESOURCE_SIZE: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "max-resource-size");

    pub const CALDAV_MIN_DATE_TIME: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "min-date-time");

    pub const CALDAV_SCHEDULE_CALENDAR_TRANSP: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "schedule-calendar-transp");

    pub const CALDAV_SCHEDULE_DEFAULT_CALENDAR_URL: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "schedule-default-calendar-URL",
    );

    pub const CALDAV_SCHEDULE_INBOX_URL: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "schedule-inbox-URL");

    pub const CALDAV_SCHEDULE_OUTBOX_URL: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "schedule-outbox-URL");

    pub const CALDAV_SCHEDULE_TAG: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "schedule-tag");

    pub const CALDAV_SUPPORTED_CALENDAR_COMPONENT_SET: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "supported-calendar-component-set",
    );

    pub const CALDAV_SUPPORTED_CALENDAR_COMPONENT_SETS: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "supported-calendar-component-sets",
    );

    pub const CALDAV_SUPPORTED_CALENDAR_DATA: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "supported-calendar-data");

    pub const CALDAV_SUPPORTED_COLLATION_SET: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "supported-collation-set");

    pub const CALDAV_SUPPORTED_RSCALE_SET: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "supported-rscale-set");

    pub const CALDAV_TIMEZONE_SERVICE_SET: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "timezone-service-set");

    pub const CARDDAV_ADDRESS_DATA: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "address-data");

    pub const CARDDAV_ADDRESSBOOK_DESCRIPTION: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "addressbook-description");

    pub const CARDDAV_ADDRESSBOOK_HOME_SET: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "addressbook-home-set");

    pub const CARDDAV_DIRECTORY_GATEWAY: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "directory-gateway");

    pub const CARDDAV_MAX_RESOURCE_SIZE: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "max-resource-size");

    pub const CARDDAV_PRINCIPAL_ADDRESS: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "principal-address");

    pub const CARDDAV_SUPPORTED_ADDRESS_DATA: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "supported-address-data");

    pub const CARDDAV_SUPPORTED_COLLATION_SET: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "supported-collation-set");
}

/// The conditions that the server names when it refuses.
pub mod conditions {
    use super::Name;

    pub const ALLOWED_PRINCIPAL: Name = Name::new("DAV:", "allowed-principal");

    pub const CANNOT_MODIFY_PROTECTED_PROPERTY: Name =
        Name::new("DAV:", "cannot-modify-protected-property");

    pub const LIMITED_NUMBER_OF_ACES: Name = Name::new("DAV:", "limited-number-of-aces");

    pub const LOCK_TOKEN_MATCHES_REQUEST_URI: Name =
        Name::new("DAV:", "lock-token-matches-request-uri");

    pub const LOCK_TOKEN_SUBMITTED: Name = Name::new("DAV:", "lock-token-submitted");

    pub const NEED_PRIVILEGES: Name = Name::new("DAV:", "need-privileges");

    pub const NO_ABSTRACT: Name = Name::new("DAV:", "no-abstract");

    pub const NO_ACE_CONFLICT: Name = Name::new("DAV:", "no-ace-conflict");

    pub const NO_CONFLICTING_LOCK: Name = Name::new("DAV:", "no-conflicting-lock");

    pub const NO_EXTERNAL_ENTITIES: Name = Name::new("DAV:", "no-external-entities");

    pub const NO_INHERITED_ACE_CONFLICT: Name = Name::new("DAV:", "no-inherited-ace-conflict");

    pub const NO_PROTECTED_ACE_CONFLICT: Name = Name::new("DAV:", "no-protected-ace-conflict");

    pub const NOT_SUPPORTED_PRIVILEGE: Name = Name::new("DAV:", "not-supported-privilege");

    pub const NUMBER_OF_MATCHES_WITHIN_LIMITS: Name =
        Name::new("DAV:", "number-of-matches-within-limits");

    pub const PROPFIND_FINITE_DEPTH: Name = Name::new("DAV:", "propfind-finite-depth");

    pub const QUOTA_NOT_EXCEEDED: Name = Name::new("DAV:", "quota-not-exceeded");

    pub const RECOGNIZED_PRINCIPAL: Name = Name::new("DAV:", "recognized-principal");

    pub const RESOURCE_MUST_BE_NULL: Name = Name::new("DAV:", "resource-must-be-null");

    pub const SUFFICIENT_DISK_SPACE: Name = Name::new("DAV:", "sufficient-disk-space");

    pub const SUPPORTED_REPORT: Name = Name::new("DAV:", "supported-report");

    pub const SYNC_TRAVERSAL_SUPPORTED: Name = Name::new("DAV:", "sync-traversal-supported");

    pub const VALID_RESOURCETYPE: Name = Name::new("DAV:", "valid-resourcetype");

    pub const VALID_SYNC_TOKEN: Name = Name::new("DAV:", "valid-sync-token");

    pub const WEBDAV_PUSH_INVALID_SUBSCRIPTION: Name =
        Name::new("https://bitfire.at/webdav-push", "invalid-subscription");

    pub const WEBDAV_PUSH_NO_SUPPORTED_TRIGGER: Name =
        Name::new("https://bitfire.at/webdav-push", "no-supported-trigger");

    pub const WEBDAV_PUSH_PUSH_NOT_AVAILABLE: Name =
        Name::new("https://bitfire.at/webdav-push", "push-not-available");

    pub const CALDAV_ALLOWED_ATTENDEE_SCHEDULING_OBJECT_CHANGE: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "allowed-attendee-scheduling-object-change",
    );

    pub const CALDAV_ALLOWED_ORGANIZER_SCHEDULING_OBJECT_CHANGE: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "allowed-organizer-scheduling-object-change",
    );

    pub const CALDAV_CALENDAR_COLLECTION_LOCATION_OK: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "calendar-collection-location-ok",
    );

    pub const CALDAV_DEFAULT_CALENDAR_NEEDED: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "default-calendar-needed");

    pub const CALDAV_MAX_ATTACHMENT_SIZE: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "max-attachment-size");

    pub const CALDAV_MAX_ATTACHMENTS_PER_RESOURCE: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "max-attachments-per-resource",
    );

    pub const CALDAV_MAX_ATTENDEES_PER_INSTANCE: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "max-attendees-per-instance",
    );

    pub const CALDAV_MAX_DATE_TIME: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "max-date-time");

    pub const CALDAV_MAX_INSTANCES: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "max-instances");

    pub const CALDAV_MAX_RESOURCE_SIZE: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "max-resource-size");

    pub const CALDAV_MIN_DATE_TIME: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "min-date-time");

    pub const CALDAV_NO_UID_CONFLICT: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "no-uid-conflict");

    pub const CALDAV_SAME_ORGANIZER_IN_ALL_COMPONENTS: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "same-organizer-in-all-components",
    );

    pub const CALDAV_SUPPORTED_CALENDAR_COMPONENT: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "supported-calendar-component",
    );

    pub const CALDAV_SUPPORTED_CALENDAR_DATA: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "supported-calendar-data");

    pub const CALDAV_SUPPORTED_COLLATION: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "supported-collation");

    pub const CALDAV_SUPPORTED_FILTER: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "supported-filter");

    pub const CALDAV_SUPPORTED_RSCALE: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "supported-rscale");

    pub const CALDAV_UNIQUE_SCHEDULING_OBJECT_RESOURCE: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "unique-scheduling-object-resource",
    );

    pub const CALDAV_VALID_ACTION_PARAMETER: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "valid-action-parameter");

    pub const CALDAV_VALID_CALENDAR_DATA: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "valid-calendar-data");

    pub const CALDAV_VALID_CALENDAR_OBJECT_RESOURCE: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "valid-calendar-object-resource",
    );

    pub const CALDAV_VALID_FILTER: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "valid-filter");

    pub const CALDAV_VALID_MANAGED_ID: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "valid-managed-id");

    pub const CALDAV_VALID_MANAGED_ID_PARAMETER: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "valid-managed-id-parameter",
    );

    pub const CALDAV_VALID_ORGANIZER: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "valid-organizer");

    pub const CALDAV_VALID_RID_PARAMETER: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "valid-rid-parameter");

    pub const CALDAV_VALID_SCHEDULE_DEFAULT_CALENDAR_URL: Name = Name::new(
        "urn:ietf:params:xml:ns:caldav",
        "valid-schedule-default-calendar-URL",
    );

    pub const CALDAV_VALID_SCHEDULING_MESSAGE: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "valid-scheduling-message");

    pub const CALDAV_VALID_TIMEZONE: Name =
        Name::new("urn:ietf:params:xml:ns:caldav", "valid-timezone");

    pub const CARDDAV_ADDRESSBOOK_COLLECTION_LOCATION_OK: Name = Name::new(
        "urn:ietf:params:xml:ns:carddav",
        "addressbook-collection-location-ok",
    );

    pub const CARDDAV_MAX_RESOURCE_SIZE: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "max-resource-size");

    pub const CARDDAV_NO_UID_CONFLICT: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "no-uid-conflict");

    pub const CARDDAV_SUPPORTED_ADDRESS_DATA: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "supported-address-data");

    pub const CARDDAV_SUPPORTED_ADDRESS_DATA_CONVERSION: Name = Name::new(
        "urn:ietf:params:xml:ns:carddav",
        "supported-address-data-conversion",
    );

    pub const CARDDAV_SUPPORTED_COLLATION: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "supported-collation");

    pub const CARDDAV_SUPPORTED_FILTER: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "supported-filter");

    pub const CARDDAV_VALID_ADDRESS_DATA: Name =
        Name::new("urn:ietf:params:xml:ns:carddav", "valid-address-data");
}
