// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System.Xml.Linq;

namespace A3dav.Client
{
    /// <summary>The properties of DAV.</summary>
    public static partial class DavProperties
    {
        /// <summary>A property.</summary>
        public static readonly XName Acl = XName.Get("acl", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName AclRestrictions = XName.Get("acl-restrictions", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName AddMember = XName.Get("add-member", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName AlternateUriSet = XName.Get("alternate-URI-set", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName CreationDate = XName.Get("creationdate", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName CurrentUserPrincipal = XName.Get("current-user-principal", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName CurrentUserPrivilegeSet = XName.Get("current-user-privilege-set", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName DisplayName = XName.Get("displayname", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName GetContentLength = XName.Get("getcontentlength", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName GetContentType = XName.Get("getcontenttype", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName GetETag = XName.Get("getetag", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName GetLastModified = XName.Get("getlastmodified", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName Group = XName.Get("group", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName GroupMemberSet = XName.Get("group-member-set", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName GroupMembership = XName.Get("group-membership", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName InheritedAclSet = XName.Get("inherited-acl-set", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName Invite = XName.Get("invite", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName LockDiscovery = XName.Get("lockdiscovery", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName Owner = XName.Get("owner", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName PrincipalUrl = XName.Get("principal-URL", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName PrincipalCollectionSet = XName.Get("principal-collection-set", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName QuotaAvailableBytes = XName.Get("quota-available-bytes", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName QuotaUsedBytes = XName.Get("quota-used-bytes", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName ResourceType = XName.Get("resourcetype", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName ShareAccess = XName.Get("share-access", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName ShareResourceUri = XName.Get("share-resource-uri", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName SupportedLivePropertySet = XName.Get("supported-live-property-set", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName SupportedMethodSet = XName.Get("supported-method-set", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName SupportedPrivilegeSet = XName.Get("supported-privilege-set", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName SupportedReportSet = XName.Get("supported-report-set", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName SupportedLock = XName.Get("supportedlock", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName SyncToken = XName.Get("sync-token", "DAV:");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverAllowedSharingModes = XName.Get("allowed-sharing-modes", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverCalendarProxyReadFor = XName.Get("calendar-proxy-read-for", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverCalendarProxyWriteFor = XName.Get("calendar-proxy-write-for", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverEmailAddressSet = XName.Get("email-address-set", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverGetCTag = XName.Get("getctag", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverInvite = XName.Get("invite", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverNotificationUrl = XName.Get("notification-URL", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverNotificationtype = XName.Get("notificationtype", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverPrePublishUrl = XName.Get("pre-publish-url", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverPublishUrl = XName.Get("publish-url", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverRefreshrate = XName.Get("refreshrate", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverScheduleDefaultTasksUrl = XName.Get("schedule-default-tasks-URL", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverSharedUrl = XName.Get("shared-url", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverSource = XName.Get("source", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverSubscribedStripAlarms = XName.Get("subscribed-strip-alarms", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverSubscribedStripAttachments = XName.Get("subscribed-strip-attachments", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CalendarserverSubscribedStripTodos = XName.Get("subscribed-strip-todos", "http://calendarserver.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName CyrusimapSchedulingEnabled = XName.Get("scheduling-enabled", "http://cyrusimap.org/ns/");

        /// <summary>A property.</summary>
        public static readonly XName WebDavPushSupportedTriggers = XName.Get("supported-triggers", "https://bitfire.at/webdav-push");

        /// <summary>A property.</summary>
        public static readonly XName WebDavPushTopic = XName.Get("topic", "https://bitfire.at/webdav-push");

        /// <summary>A property.</summary>
        public static readonly XName WebDavPushTransports = XName.Get("transports", "https://bitfire.at/webdav-push");

        /// <summary>A property.</summary>
        public static readonly XName A3davScheduling = XName.Get("scheduling", "urn:a3dav:ns");

        /// <summary>A property.</summary>
        public static readonly XName CalDavCalendarAvailability = XName.Get("calendar-availability", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavCalendarData = XName.Get("calendar-data", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavCalendarDescription = XName.Get("calendar-description", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavCalendarFreeBusySet = XName.Get("calendar-free-busy-set", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavCalendarHomeSet = XName.Get("calendar-home-set", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavCalendarTimezone = XName.Get("calendar-timezone", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavCalendarTimezoneId = XName.Get("calendar-timezone-id", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavCalendarUserAddressSet = XName.Get("calendar-user-address-set", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavCalendarUserType = XName.Get("calendar-user-type", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavManagedAttachmentsServerUrl = XName.Get("managed-attachments-server-URL", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavMaxAttachmentSize = XName.Get("max-attachment-size", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavMaxAttachmentsPerResource = XName.Get("max-attachments-per-resource", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavMaxAttendeesPerInstance = XName.Get("max-attendees-per-instance", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavMaxDateTime = XName.Get("max-date-time", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavMaxInstances = XName.Get("max-instances", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavMaxResourceSize = XName.Get("max-resource-size", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavMinDateTime = XName.Get("min-date-time", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavScheduleCalendarTransp = XName.Get("schedule-calendar-transp", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavScheduleDefaultCalendarUrl = XName.Get("schedule-default-calendar-URL", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavScheduleInboxUrl = XName.Get("schedule-inbox-URL", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavScheduleOutboxUrl = XName.Get("schedule-outbox-URL", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavScheduleTag = XName.Get("schedule-tag", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavSupportedCalendarComponentSet = XName.Get("supported-calendar-component-set", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavSupportedCalendarComponentSets = XName.Get("supported-calendar-component-sets", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavSupportedCalendarData = XName.Get("supported-calendar-data", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavSupportedCollationSet = XName.Get("supported-collation-set", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavSupportedRscaleSet = XName.Get("supported-rscale-set", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CalDavTimezoneServiceSet = XName.Get("timezone-service-set", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A property.</summary>
        public static readonly XName CardDavAddressData = XName.Get("address-data", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A property.</summary>
        public static readonly XName CardDavAddressbookDescription = XName.Get("addressbook-description", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A property.</summary>
        public static readonly XName CardDavAddressbookHomeSet = XName.Get("addressbook-home-set", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A property.</summary>
        public static readonly XName CardDavDirectoryGateway = XName.Get("directory-gateway", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A property.</summary>
        public static readonly XName CardDavMaxResourceSize = XName.Get("max-resource-size", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A property.</summary>
        public static readonly XName CardDavPrincipalAddress = XName.Get("principal-address", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A property.</summary>
        public static readonly XName CardDavSupportedAddressData = XName.Get("supported-address-data", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A property.</summary>
        public static readonly XName CardDavSupportedCollationSet = XName.Get("supported-collation-set", "urn:ietf:params:xml:ns:carddav");
    }

    /// <summary>The preconditions that a DAV:error names.</summary>
    public static partial class DavConditions
    {
        /// <summary>A precondition.</summary>
        public static readonly XName AllowedPrincipal = XName.Get("allowed-principal", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName CannotModifyProtectedProperty = XName.Get("cannot-modify-protected-property", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName LimitedNumberOfAces = XName.Get("limited-number-of-aces", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName LockTokenMatchesRequestUri = XName.Get("lock-token-matches-request-uri", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName LockTokenSubmitted = XName.Get("lock-token-submitted", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName NeedPrivileges = XName.Get("need-privileges", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName NoAbstract = XName.Get("no-abstract", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName NoAceConflict = XName.Get("no-ace-conflict", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName NoConflictingLock = XName.Get("no-conflicting-lock", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName NoExternalEntities = XName.Get("no-external-entities", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName NoInheritedAceConflict = XName.Get("no-inherited-ace-conflict", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName NoProtectedAceConflict = XName.Get("no-protected-ace-conflict", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName NotSupportedPrivilege = XName.Get("not-supported-privilege", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName NumberOfMatchesWithinLimits = XName.Get("number-of-matches-within-limits", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName PropfindFiniteDepth = XName.Get("propfind-finite-depth", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName QuotaNotExceeded = XName.Get("quota-not-exceeded", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName RecognizedPrincipal = XName.Get("recognized-principal", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName ResourceMustBeNull = XName.Get("resource-must-be-null", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName SufficientDiskSpace = XName.Get("sufficient-disk-space", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName SupportedReport = XName.Get("supported-report", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName SyncTraversalSupported = XName.Get("sync-traversal-supported", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName ValidResourceType = XName.Get("valid-resourcetype", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName ValidSyncToken = XName.Get("valid-sync-token", "DAV:");

        /// <summary>A precondition.</summary>
        public static readonly XName WebDavPushInvalidSubscription = XName.Get("invalid-subscription", "https://bitfire.at/webdav-push");

        /// <summary>A precondition.</summary>
        public static readonly XName WebDavPushNoSupportedTrigger = XName.Get("no-supported-trigger", "https://bitfire.at/webdav-push");

        /// <summary>A precondition.</summary>
        public static readonly XName WebDavPushPushNotAvailable = XName.Get("push-not-available", "https://bitfire.at/webdav-push");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavAllowedAttendeeSchedulingObjectChange = XName.Get("allowed-attendee-scheduling-object-change", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavAllowedOrganizerSchedulingObjectChange = XName.Get("allowed-organizer-scheduling-object-change", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavCalendarCollectionLocationOk = XName.Get("calendar-collection-location-ok", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavDefaultCalendarNeeded = XName.Get("default-calendar-needed", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavMaxAttachmentSize = XName.Get("max-attachment-size", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavMaxAttachmentsPerResource = XName.Get("max-attachments-per-resource", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavMaxAttendeesPerInstance = XName.Get("max-attendees-per-instance", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavMaxDateTime = XName.Get("max-date-time", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavMaxInstances = XName.Get("max-instances", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavMaxResourceSize = XName.Get("max-resource-size", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavMinDateTime = XName.Get("min-date-time", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavNoUidConflict = XName.Get("no-uid-conflict", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavSameOrganizerInAllComponents = XName.Get("same-organizer-in-all-components", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavSupportedCalendarComponent = XName.Get("supported-calendar-component", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavSupportedCalendarData = XName.Get("supported-calendar-data", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavSupportedCollation = XName.Get("supported-collation", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavSupportedFilter = XName.Get("supported-filter", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavSupportedRscale = XName.Get("supported-rscale", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavUniqueSchedulingObjectResource = XName.Get("unique-scheduling-object-resource", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidActionParameter = XName.Get("valid-action-parameter", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidCalendarData = XName.Get("valid-calendar-data", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidCalendarObjectResource = XName.Get("valid-calendar-object-resource", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidFilter = XName.Get("valid-filter", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidManagedId = XName.Get("valid-managed-id", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidManagedIdParameter = XName.Get("valid-managed-id-parameter", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidOrganizer = XName.Get("valid-organizer", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidRidParameter = XName.Get("valid-rid-parameter", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidScheduleDefaultCalendarUrl = XName.Get("valid-schedule-default-calendar-URL", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidSchedulingMessage = XName.Get("valid-scheduling-message", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CalDavValidTimezone = XName.Get("valid-timezone", "urn:ietf:params:xml:ns:caldav");

        /// <summary>A precondition.</summary>
        public static readonly XName CardDavAddressbookCollectionLocationOk = XName.Get("addressbook-collection-location-ok", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A precondition.</summary>
        public static readonly XName CardDavMaxResourceSize = XName.Get("max-resource-size", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A precondition.</summary>
        public static readonly XName CardDavNoUidConflict = XName.Get("no-uid-conflict", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A precondition.</summary>
        public static readonly XName CardDavSupportedAddressData = XName.Get("supported-address-data", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A precondition.</summary>
        public static readonly XName CardDavSupportedAddressDataConversion = XName.Get("supported-address-data-conversion", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A precondition.</summary>
        public static readonly XName CardDavSupportedCollation = XName.Get("supported-collation", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A precondition.</summary>
        public static readonly XName CardDavSupportedFilter = XName.Get("supported-filter", "urn:ietf:params:xml:ns:carddav");

        /// <summary>A precondition.</summary>
        public static readonly XName CardDavValidAddressData = XName.Get("valid-address-data", "urn:ietf:params:xml:ns:carddav");
    }
}
