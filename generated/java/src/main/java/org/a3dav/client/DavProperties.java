package org.a3dav.client;

/** The properties of DAV. */
public final class DavProperties {
    public static final DavName ACL = new DavName("DAV:", "acl");

    public static final DavName ACL_RESTRICTIONS = new DavName("DAV:", "acl-restrictions");

    public static final DavName ADD_MEMBER = new DavName("DAV:", "add-member");

    public static final DavName ALTERNATE_URI_SET = new DavName("DAV:", "alternate-URI-set");

    public static final DavName CREATIONDATE = new DavName("DAV:", "creationdate");

    public static final DavName CURRENT_USER_PRINCIPAL = new DavName("DAV:", "current-user-principal");

    public static final DavName CURRENT_USER_PRIVILEGE_SET = new DavName("DAV:", "current-user-privilege-set");

    public static final DavName DISPLAYNAME = new DavName("DAV:", "displayname");

    public static final DavName GETCONTENTLENGTH = new DavName("DAV:", "getcontentlength");

    public static final DavName GETCONTENTTYPE = new DavName("DAV:", "getcontenttype");

    public static final DavName GETETAG = new DavName("DAV:", "getetag");

    public static final DavName GETLASTMODIFIED = new DavName("DAV:", "getlastmodified");

    public static final DavName GROUP = new DavName("DAV:", "group");

    public static final DavName GROUP_MEMBER_SET = new DavName("DAV:", "group-member-set");

    public static final DavName GROUP_MEMBERSHIP = new DavName("DAV:", "group-membership");

    public static final DavName INHERITED_ACL_SET = new DavName("DAV:", "inherited-acl-set");

    public static final DavName INVITE = new DavName("DAV:", "invite");

    public static final DavName LOCKDISCOVERY = new DavName("DAV:", "lockdiscovery");

    public static final DavName OWNER = new DavName("DAV:", "owner");

    public static final DavName PRINCIPAL_URL = new DavName("DAV:", "principal-URL");

    public static final DavName PRINCIPAL_COLLECTION_SET = new DavName("DAV:", "principal-collection-set");

    public static final DavName QUOTA_AVAILABLE_BYTES = new DavName("DAV:", "quota-available-bytes");

    public static final DavName QUOTA_USED_BYTES = new DavName("DAV:", "quota-used-bytes");

    public static final DavName RESOURCETYPE = new DavName("DAV:", "resourcetype");

    public static final DavName SHARE_ACCESS = new DavName("DAV:", "share-access");

    public static final DavName SHARE_RESOURCE_URI = new DavName("DAV:", "share-resource-uri");

    public static final DavName SUPPORTED_LIVE_PROPERTY_SET = new DavName("DAV:", "supported-live-property-set");

    public static final DavName SUPPORTED_METHOD_SET = new DavName("DAV:", "supported-method-set");

    public static final DavName SUPPORTED_PRIVILEGE_SET = new DavName("DAV:", "supported-privilege-set");

    public static final DavName SUPPORTED_REPORT_SET = new DavName("DAV:", "supported-report-set");

    public static final DavName SUPPORTEDLOCK = new DavName("DAV:", "supportedlock");

    public static final DavName SYNC_TOKEN = new DavName("DAV:", "sync-token");

    public static final DavName CALENDARSERVER_ALLOWED_SHARING_MODES = new DavName("http://calendarserver.org/ns/", "allowed-sharing-modes");

    public static final DavName CALENDARSERVER_CALENDAR_PROXY_READ_FOR = new DavName("http://calendarserver.org/ns/", "calendar-proxy-read-for");

    public static final DavName CALENDARSERVER_CALENDAR_PROXY_WRITE_FOR = new DavName("http://calendarserver.org/ns/", "calendar-proxy-write-for");

    public static final DavName CALENDARSERVER_EMAIL_ADDRESS_SET = new DavName("http://calendarserver.org/ns/", "email-address-set");

    public static final DavName CALENDARSERVER_GETCTAG = new DavName("http://calendarserver.org/ns/", "getctag");

    public static final DavName CALENDARSERVER_INVITE = new DavName("http://calendarserver.org/ns/", "invite");

    public static final DavName CALENDARSERVER_NOTIFICATION_URL = new DavName("http://calendarserver.org/ns/", "notification-URL");

    public static final DavName CALENDARSERVER_NOTIFICATIONTYPE = new DavName("http://calendarserver.org/ns/", "notificationtype");

    public static final DavName CALENDARSERVER_PRE_PUBLISH_URL = new DavName("http://calendarserver.org/ns/", "pre-publish-url");

    public static final DavName CALENDARSERVER_PUBLISH_URL = new DavName("http://calendarserver.org/ns/", "publish-url");

    public static final DavName CALENDARSERVER_REFRESHRATE = new DavName("http://calendarserver.org/ns/", "refreshrate");

    public static final DavName CALENDARSERVER_SCHEDULE_DEFAULT_TASKS_URL = new DavName("http://calendarserver.org/ns/", "schedule-default-tasks-URL");

    public static final DavName CALENDARSERVER_SHARED_URL = new DavName("http://calendarserver.org/ns/", "shared-url");

    public static final DavName CALENDARSERVER_SOURCE = new DavName("http://calendarserver.org/ns/", "source");

    public static final DavName CALENDARSERVER_SUBSCRIBED_STRIP_ALARMS = new DavName("http://calendarserver.org/ns/", "subscribed-strip-alarms");

    public static final DavName CALENDARSERVER_SUBSCRIBED_STRIP_ATTACHMENTS = new DavName("http://calendarserver.org/ns/", "subscribed-strip-attachments");

    public static final DavName CALENDARSERVER_SUBSCRIBED_STRIP_TODOS = new DavName("http://calendarserver.org/ns/", "subscribed-strip-todos");

    public static final DavName CYRUSIMAP_SCHEDULING_ENABLED = new DavName("http://cyrusimap.org/ns/", "scheduling-enabled");

    public static final DavName WEBDAV_PUSH_SUPPORTED_TRIGGERS = new DavName("https://bitfire.at/webdav-push", "supported-triggers");

    public static final DavName WEBDAV_PUSH_TOPIC = new DavName("https://bitfire.at/webdav-push", "topic");

    public static final DavName WEBDAV_PUSH_TRANSPORTS = new DavName("https://bitfire.at/webdav-push", "transports");

    public static final DavName A3DAV_SCHEDULING = new DavName("urn:a3dav:ns", "scheduling");

    public static final DavName CALDAV_CALENDAR_AVAILABILITY = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-availability");

    public static final DavName CALDAV_CALENDAR_DATA = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-data");

    public static final DavName CALDAV_CALENDAR_DESCRIPTION = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-description");

    public static final DavName CALDAV_CALENDAR_FREE_BUSY_SET = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-free-busy-set");

    public static final DavName CALDAV_CALENDAR_HOME_SET = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-home-set");

    public static final DavName CALDAV_CALENDAR_TIMEZONE = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-timezone");

    public static final DavName CALDAV_CALENDAR_TIMEZONE_ID = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-timezone-id");

    public static final DavName CALDAV_CALENDAR_USER_ADDRESS_SET = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-user-address-set");

    public static final DavName CALDAV_CALENDAR_USER_TYPE = new DavName("urn:ietf:params:xml:ns:caldav", "calendar-user-type");

    public static final DavName CALDAV_MANAGED_ATTACHMENTS_SERVER_URL = new DavName("urn:ietf:params:xml:ns:caldav", "managed-attachments-server-URL");

    public static final DavName CALDAV_MAX_ATTACHMENT_SIZE = new DavName("urn:ietf:params:xml:ns:caldav", "max-attachment-size");

    public static final DavName CALDAV_MAX_ATTACHMENTS_PER_RESOURCE = new DavName("urn:ietf:params:xml:ns:caldav", "max-attachments-per-resource");

    public static final DavName CALDAV_MAX_ATTENDEES_PER_INSTANCE = new DavName("urn:ietf:params:xml:ns:caldav", "max-attendees-per-instance");

    public static final DavName CALDAV_MAX_DATE_TIME = new DavName("urn:ietf:params:xml:ns:caldav", "max-date-time");

    public static final DavName CALDAV_MAX_INSTANCES = new DavName("urn:ietf:params:xml:ns:caldav", "max-instances");

    public static final DavName CALDAV_MAX_RESOURCE_SIZE = new DavName("urn:ietf:params:xml:ns:caldav", "max-resource-size");

    public static final DavName CALDAV_MIN_DATE_TIME = new DavName("urn:ietf:params:xml:ns:caldav", "min-date-time");

    public static final DavName CALDAV_SCHEDULE_CALENDAR_TRANSP = new DavName("urn:ietf:params:xml:ns:caldav", "schedule-calendar-transp");

    public static final DavName CALDAV_SCHEDULE_DEFAULT_CALENDAR_URL = new DavName("urn:ietf:params:xml:ns:caldav", "schedule-default-calendar-URL");

    public static final DavName CALDAV_SCHEDULE_INBOX_URL = new DavName("urn:ietf:params:xml:ns:caldav", "schedule-inbox-URL");

    public static final DavName CALDAV_SCHEDULE_OUTBOX_URL = new DavName("urn:ietf:params:xml:ns:caldav", "schedule-outbox-URL");

    public static final DavName CALDAV_SCHEDULE_TAG = new DavName("urn:ietf:params:xml:ns:caldav", "schedule-tag");

    public static final DavName CALDAV_SUPPORTED_CALENDAR_COMPONENT_SET = new DavName("urn:ietf:params:xml:ns:caldav", "supported-calendar-component-set");

    public static final DavName CALDAV_SUPPORTED_CALENDAR_COMPONENT_SETS = new DavName("urn:ietf:params:xml:ns:caldav", "supported-calendar-component-sets");

    public static final DavName CALDAV_SUPPORTED_CALENDAR_DATA = new DavName("urn:ietf:params:xml:ns:caldav", "supported-calendar-data");

    public static final DavName CALDAV_SUPPORTED_COLLATION_SET = new DavName("urn:ietf:params:xml:ns:caldav", "supported-collation-set");

    public static final DavName CALDAV_SUPPORTED_RSCALE_SET = new DavName("urn:ietf:params:xml:ns:caldav", "supported-rscale-set");

    public static final DavName CALDAV_TIMEZONE_SERVICE_SET = new DavName("urn:ietf:params:xml:ns:caldav", "timezone-service-set");

    public static final DavName CARDDAV_ADDRESS_DATA = new DavName("urn:ietf:params:xml:ns:carddav", "address-data");

    public static final DavName CARDDAV_ADDRESSBOOK_DESCRIPTION = new DavName("urn:ietf:params:xml:ns:carddav", "addressbook-description");

    public static final DavName CARDDAV_ADDRESSBOOK_HOME_SET = new DavName("urn:ietf:params:xml:ns:carddav", "addressbook-home-set");

    public static final DavName CARDDAV_DIRECTORY_GATEWAY = new DavName("urn:ietf:params:xml:ns:carddav", "directory-gateway");

    public static final DavName CARDDAV_MAX_RESOURCE_SIZE = new DavName("urn:ietf:params:xml:ns:carddav", "max-resource-size");

    public static final DavName CARDDAV_PRINCIPAL_ADDRESS = new DavName("urn:ietf:params:xml:ns:carddav", "principal-address");

    public static final DavName CARDDAV_SUPPORTED_ADDRESS_DATA = new DavName("urn:ietf:params:xml:ns:carddav", "supported-address-data");

    public static final DavName CARDDAV_SUPPORTED_COLLATION_SET = new DavName("urn:ietf:params:xml:ns:carddav", "supported-collation-set");

    private DavProperties() {}
}
