// Rendered from the description of the interface; not for editing.

/** @typedef {import('./runtime/bodies.js').Upload} Upload */
/** @typedef {import('./runtime/json.js').Int64} Int64 */
/** @typedef {import('./runtime/variants.js').Unrecognized} Unrecognized */
/** @typedef {import('./runtime/variants.js').UnknownTag} UnknownTag */
/**
 * @template {string} Member
 * @typedef {import('./runtime/variants.js').UnknownVariant<Member>} UnknownVariant
 */

/**
 * An account with all that is known of it.
 *
 * @typedef {object} Account
 * @property {string} id Identifies an object for as long as it exists.
 * @property {PrincipalKind} kind What sort of a principal it is.
 * @property {string} name The name one signs in with.
 * @property {string} displayName The name to show.
 * @property {string | null} email Its address, if it has one.
 * @property {Role} role What an account may do beside what is its own.
 * @property {boolean} disabled Whether it may not sign in.
 * @property {string} href Its path in WebDAV.
 * @property {string} created A moment in UTC (RFC 3339).
 * @property {string} changed A moment in UTC (RFC 3339).
 * @property {Quota} quota Bytes that an account uses, and may use.
 */

/**
 * A page of accounts.
 *
 * @typedef {object} AccountPage
 * @property {Account[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * What to change of an account.
 *
 * @typedef {object} AccountUpdate
 * @property {string | null} [displayName] The name to show.
 * @property {string | null} [email] Its address.
 * @property {AccountUpdateRole} [role] What it may do beside what is its own.
 * @property {boolean} [disabled] Whether it may not sign in.
 * @property {QuotaUpdate} [quota] What to change of a quota.
 */

/**
 * What it may do beside what is its own.
 *
 * @typedef {'owner' | 'auditor' | 'admin'} AccountUpdateRole
 */

export const AccountUpdateRole = /** @type {const} */ ({
  Owner: 'owner',
  Auditor: 'auditor',
  Admin: 'admin',
});

/**
 * An address book, without what it holds.
 *
 * @typedef {object} AddressBook
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name The last segment of its path in CardDAV.
 * @property {string} href Its path in CardDAV.
 * @property {string} displayName The name to show.
 * @property {Owner} owner Whose something is.
 * @property {boolean} mine Whether it belongs to whoever asks.
 * @property {boolean} default Whether every account has it from the start.
 * @property {Right[]} rights What whoever asks may do with it.
 * @property {string} created A moment in UTC (RFC 3339).
 * @property {string | null} description What it is for.
 */

/**
 * A page of address books.
 *
 * @typedef {object} AddressBookPage
 * @property {AddressBook[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * What to change of an address book.
 *
 * @typedef {object} AddressBookUpdate
 * @property {string} [displayName] The name to show.
 * @property {string | null} [description] What it is for.
 */

/**
 * A password of its own for one client.
 *
 * @typedef {object} AppPassword
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} label What it is for.
 * @property {AppPasswordScope} scope What an app password may be used for.
 * @property {string} created A moment in UTC (RFC 3339).
 * @property {string | null} expires When it ends; null for never.
 * @property {string | null} lastUsed To the hour or so; null before it was used.
 */

/**
 * A page of app passwords.
 *
 * @typedef {object} AppPasswordPage
 * @property {AppPassword[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * What an app password may be used for.
 *
 * @typedef {'full' | 'dav' | 'read-only' | 'api' | (string & {})} AppPasswordScope
 */

export const AppPasswordScope = /** @type {const} */ ({
  Full: 'full',
  Dav: 'dav',
  ReadOnly: 'read-only',
  Api: 'api',
});

/**
 * A time of which somebody is not free.
 *
 * @typedef {object} BusyPeriod
 * @property {string} start A moment in UTC (RFC 3339).
 * @property {string} end A moment in UTC (RFC 3339).
 * @property {BusyPeriodStatus} status How sure it is.
 */

/**
 * How sure it is.
 *
 * @typedef {'busy' | 'tentative' | 'unavailable' | (string & {})} BusyPeriodStatus
 */

export const BusyPeriodStatus = /** @type {const} */ ({
  Busy: 'busy',
  Tentative: 'tentative',
  Unavailable: 'unavailable',
});

/**
 * A calendar, without what it holds.
 *
 * @typedef {object} Calendar
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name The last segment of its path in CalDAV.
 * @property {string} href Its path in CalDAV.
 * @property {string} displayName The name to show.
 * @property {Owner} owner Whose something is.
 * @property {boolean} mine Whether it belongs to whoever asks.
 * @property {boolean} default Whether every account has it from the start.
 * @property {Right[]} rights What whoever asks may do with it.
 * @property {string} created A moment in UTC (RFC 3339).
 * @property {string | null} description What it is for.
 * @property {string | null} color Its colour, as `#RRGGBB` or `#RRGGBBAA`.
 * @property {string | null} timeZone The time zone of times without one, by its IANA name.
 * @property {CalendarComponent[]} components The kinds of components of iCalendar that it can hold.
 * @property {boolean} countsAsBusy Whether what it holds makes its owner busy.
 */

/**
 * A kind of component of iCalendar.
 *
 * @typedef {'VEVENT' | 'VTODO' | 'VJOURNAL' | 'VFREEBUSY' | 'VAVAILABILITY' | (string & {})} CalendarComponent
 */

export const CalendarComponent = /** @type {const} */ ({
  Vevent: 'VEVENT',
  Vtodo: 'VTODO',
  Vjournal: 'VJOURNAL',
  Vfreebusy: 'VFREEBUSY',
  Vavailability: 'VAVAILABILITY',
});

/**
 * An event, task or journal, or an instance of one.
 *
 * @typedef {object} CalendarEvent
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name The last segment of its path in CalDAV.
 * @property {string} href Its path in CalDAV.
 * @property {string} collection Identifies an object for as long as it exists.
 * @property {string} etag Its entity tag, for If-Match.
 * @property {number} size The bytes of its iCalendar.
 * @property {string} created A moment in UTC (RFC 3339).
 * @property {string} modified A moment in UTC (RFC 3339).
 * @property {string} uid Its UID.
 * @property {CalendarComponent} component A kind of component of iCalendar.
 * @property {JsCalendar} [data] An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent and are told.
 * @property {string | null} [recurrenceId] Of an instance of a series, which one it is, in local time.
 * @property {string} [start] A moment in UTC (RFC 3339).
 * @property {string} [end] A moment in UTC (RFC 3339).
 * @property {boolean} [allDay] Of an instance, whether it lasts whole days.
 * @property {boolean} [changed] Of an instance, whether it is other than the series says.
 */

/**
 * What an event is to be.
 *
 * @typedef {object} CalendarEventChange
 * @property {JsCalendar} data An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent and are told.
 */

/**
 * A page of events.
 *
 * @typedef {object} CalendarEventPage
 * @property {CalendarEvent[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * A page of calendars.
 *
 * @typedef {object} CalendarPage
 * @property {Calendar[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * What to change of a calendar.
 *
 * @typedef {object} CalendarUpdate
 * @property {string} [displayName] The name to show.
 * @property {string | null} [description] What it is for.
 * @property {string | null} [color] A colour, as `#RRGGBB` or `#RRGGBBAA`.
 * @property {string | null} [timeZone] The IANA name of a time zone.
 * @property {boolean} [countsAsBusy] Whether what it holds makes its owner busy.
 */

/**
 * That something changed.
 *
 * @typedef {object} Change
 * @property {string} cursor The place in the feed behind this change.
 * @property {ChangeType} type What happened to what. What is moved is deleted in one place and created, with the same id, in another; a collection of somebody else that appears among one's own is shared, and one that goes is unshared.
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} collection Identifies an object for as long as it exists.
 * @property {string} account Identifies an object for as long as it exists.
 * @property {string} href Where it is
 * @property {string | null} etag Its entity tag as it is now, in its quotes; null for a collection, which has none, and where it is gone.
 * @property {string} time When it happened.
 */

/**
 * What a webhook is sent of a change.
 *
 * @typedef {object} ChangeMessage
 * @property {string} id Identifies an object for as long as it exists.
 * @property {ChangeType} type What happened to what. What is moved is deleted in one place and created, with the same id, in another; a collection of somebody else that appears among one's own is shared, and one that goes is unshared.
 * @property {string} time When it happened.
 * @property {string} account Identifies an object for as long as it exists.
 * @property {string} webhook Identifies an object for as long as it exists.
 * @property {Change} data That something changed.
 */

/**
 * A page of changes.
 *
 * @typedef {object} ChangePage
 * @property {Change[]} items The changes.
 * @property {string | null} next The cursor of the next page; null where there is no more for now.
 * @property {string} cursor Where to go on later.
 */

/**
 * What happened to what. What is moved is deleted in one place and created, with the same id, in another; a collection
 * of somebody else that appears among one's own is shared, and one that goes is unshared.
 *
 * @typedef {'calendar.created' | 'calendar.updated' | 'calendar.deleted' | 'calendar.shared' | 'calendar.unshared' | 'event.created' | 'event.updated' | 'event.deleted' | 'addressBook.created' | 'addressBook.updated' | 'addressBook.deleted' | 'addressBook.shared' | 'addressBook.unshared' | 'contact.created' | 'contact.updated' | 'contact.deleted' | 'folder.created' | 'folder.updated' | 'folder.deleted' | 'folder.shared' | 'folder.unshared' | 'file.created' | 'file.updated' | 'file.deleted' | 'collection.created' | 'collection.updated' | 'collection.deleted' | 'collection.shared' | 'collection.unshared' | 'object.created' | 'object.updated' | 'object.deleted' | (string & {})} ChangeType
 */

export const ChangeType = /** @type {const} */ ({
  CalendarCreated: 'calendar.created',
  CalendarUpdated: 'calendar.updated',
  CalendarDeleted: 'calendar.deleted',
  CalendarShared: 'calendar.shared',
  CalendarUnshared: 'calendar.unshared',
  EventCreated: 'event.created',
  EventUpdated: 'event.updated',
  EventDeleted: 'event.deleted',
  AddressBookCreated: 'addressBook.created',
  AddressBookUpdated: 'addressBook.updated',
  AddressBookDeleted: 'addressBook.deleted',
  AddressBookShared: 'addressBook.shared',
  AddressBookUnshared: 'addressBook.unshared',
  ContactCreated: 'contact.created',
  ContactUpdated: 'contact.updated',
  ContactDeleted: 'contact.deleted',
  FolderCreated: 'folder.created',
  FolderUpdated: 'folder.updated',
  FolderDeleted: 'folder.deleted',
  FolderShared: 'folder.shared',
  FolderUnshared: 'folder.unshared',
  FileCreated: 'file.created',
  FileUpdated: 'file.updated',
  FileDeleted: 'file.deleted',
  CollectionCreated: 'collection.created',
  CollectionUpdated: 'collection.updated',
  CollectionDeleted: 'collection.deleted',
  CollectionShared: 'collection.shared',
  CollectionUnshared: 'collection.unshared',
  ObjectCreated: 'object.created',
  ObjectUpdated: 'object.updated',
  ObjectDeleted: 'object.deleted',
});

/**
 * A person, a group or whatever else has a card.
 *
 * @typedef {object} Contact
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name The last segment of its path in CardDAV.
 * @property {string} href Its path in CardDAV.
 * @property {string} collection Identifies an object for as long as it exists.
 * @property {string} etag Its entity tag, for If-Match.
 * @property {number} size The bytes of its vCard.
 * @property {string} created A moment in UTC (RFC 3339).
 * @property {string} modified A moment in UTC (RFC 3339).
 * @property {string | null} uid Its UID, of a UUID without its URN.
 * @property {JsContact} [data] A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are told.
 */

/**
 * What a contact is to be.
 *
 * @typedef {object} ContactChange
 * @property {JsContact} data A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are told.
 */

/**
 * A page of contacts.
 *
 * @typedef {object} ContactPage
 * @property {Contact[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * What contacts must be.
 *
 * @typedef {object} ContactQuery
 * @property {boolean} [data] Whether entries have `data`.
 * @property {string} [text] What a name, address, number, organization, title or note must contain.
 * @property {string} [email] The mail address that it must have.
 * @property {string} [phone] Digits that one of its numbers must contain, however they are written.
 * @property {string} [uid] The UID that it must have.
 * @property {ContactQueryKind} [kind] What it is.
 * @property {string[]} [categories] Categories that it must have, all of them.
 */

/**
 * What it is.
 *
 * @typedef {'individual' | 'group' | 'org' | 'location' | 'device' | 'application' | (string & {})} ContactQueryKind
 */

export const ContactQueryKind = /** @type {const} */ ({
  Individual: 'individual',
  Group: 'group',
  Org: 'org',
  Location: 'location',
  Device: 'device',
  Application: 'application',
});

/**
 * A message of a webhook, and what became of it.
 *
 * @typedef {object} Delivery
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} type The type of the message.
 * @property {string} created When it was made.
 * @property {DeliveryState} state What became of it.
 * @property {number} attempts How often that was tried.
 * @property {string | null} attempted When it was tried last.
 * @property {number | null} status The status of the last answer; null where none came.
 * @property {string | null} excerpt The beginning of the last answer, or why there was none.
 */

/**
 * What became of it.
 *
 * @typedef {'waiting' | 'delivered' | 'failed' | (string & {})} DeliveryState
 */

export const DeliveryState = /** @type {const} */ ({
  Waiting: 'waiting',
  Delivered: 'delivered',
  Failed: 'failed',
});

/**
 * A page of deliveries.
 *
 * @typedef {object} DeliveryPage
 * @property {Delivery[]} items The deliveries.
 * @property {string | null} next The cursor of the next page; null on the last one.
 */

/**
 * What events must be.
 *
 * @typedef {object} EventQuery
 * @property {string} [from] A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.
 * @property {string} [to] A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.
 * @property {boolean} [expand] Whether each instance is an entry of its own.
 * @property {boolean} [data] Whether entries have `data`.
 * @property {string} [text] What title, description or location must contain.
 * @property {CalendarComponent} [component] A kind of component of iCalendar.
 * @property {string} [uid] The UID that it must have.
 * @property {string[]} [categories] Categories that it must have, all of them.
 * @property {string} [participant] The address of somebody who must be among organizer and participants.
 * @property {EventQueryStatusItem[]} [status] The status that it must have, one of these; one without a status is confirmed.
 */

/**
 * @typedef {'confirmed' | 'tentative' | 'cancelled' | 'needs-action' | 'in-process' | 'completed' | 'draft' | 'final' | (string & {})} EventQueryStatusItem
 */

export const EventQueryStatusItem = /** @type {const} */ ({
  Confirmed: 'confirmed',
  Tentative: 'tentative',
  Cancelled: 'cancelled',
  NeedsAction: 'needs-action',
  InProcess: 'in-process',
  Completed: 'completed',
  Draft: 'draft',
  Final: 'final',
});

/**
 * A folder or a file, without what it holds.
 *
 * @typedef {object} File
 * @property {string} id Identifies an object for as long as it exists.
 * @property {FileKind} kind What it is.
 * @property {string} name The last segment of its path; empty for the folder that holds all others.
 * @property {string | null} folder The folder that it is in; null for the one that holds all others.
 * @property {string} href Its path in WebDAV.
 * @property {Owner} owner Whose something is.
 * @property {boolean} mine Whether it belongs to whoever asks.
 * @property {Right[]} rights What whoever asks may do with it.
 * @property {string} created A moment in UTC (RFC 3339).
 * @property {string} modified A moment in UTC (RFC 3339).
 * @property {string | null} mediaType The media type of a file.
 * @property {Int64 | null} size The bytes of a file.
 * @property {string | null} etag The entity tag of a file, for `If-Match`.
 */

/**
 * What it is.
 *
 * @typedef {'file' | 'folder' | (string & {})} FileKind
 */

export const FileKind = /** @type {const} */ ({
  File: 'file',
  Folder: 'folder',
});

/**
 * A page of folders and files.
 *
 * @typedef {object} FilePage
 * @property {File[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * What to change of a folder or a file.
 *
 * @typedef {object} FileUpdate
 * @property {string} [name] The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and characters that cannot be seen are refused.
 * @property {string} [folder] Identifies an object for as long as it exists.
 */

/**
 * When somebody is busy.
 *
 * @typedef {object} FreeBusy
 * @property {string} from A moment in UTC (RFC 3339).
 * @property {string} to A moment in UTC (RFC 3339).
 * @property {BusyPeriod[]} periods
 */

/**
 * What became of the objects of a file.
 *
 * @typedef {object} ImportReport
 * @property {number} created
 * @property {number} updated
 * @property {number} unchanged
 * @property {number} refused
 * @property {ImportedObject[]} objects
 */

/**
 * What became of an object of a file.
 *
 * @typedef {object} ImportedObject
 * @property {string} href Where it is or would be in DAV.
 * @property {string} uid Its UID.
 * @property {number} status 201 for created, 204 for updated, 304 for unchanged, else why it was refused.
 * @property {string} [error] A sentence.
 * @property {string} [condition] The precondition that does not hold, as `{namespace}name`.
 */

/**
 * What somebody offered to share.
 *
 * @typedef {object} Invitation
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} collection Identifies an object for as long as it exists.
 * @property {InvitationKind} kind What is shared.
 * @property {Principal} owner A person, a group, a room or a resource.
 * @property {ShareAccess} access What a share gives: when somebody is busy, everything to read, or everything to read and to change.
 * @property {string} summary What its owner calls it.
 * @property {InvitationState} state What was made of it.
 * @property {string} changed A moment in UTC (RFC 3339).
 * @property {string | null} href Its path in DAV among one's own, once it is accepted.
 */

/**
 * What is shared.
 *
 * @typedef {'calendar' | 'addressbook' | (string & {})} InvitationKind
 */

export const InvitationKind = /** @type {const} */ ({
  Calendar: 'calendar',
  Addressbook: 'addressbook',
});

/**
 * What to make of it.
 *
 * @typedef {object} InvitationAnswer
 * @property {InvitationAnswerState} state Whether to have it.
 * @property {string} [summary] What to call it among one's own.
 */

/**
 * Whether to have it.
 *
 * @typedef {'accepted' | 'declined'} InvitationAnswerState
 */

export const InvitationAnswerState = /** @type {const} */ ({
  Accepted: 'accepted',
  Declined: 'declined',
});

/**
 * A page of invitations.
 *
 * @typedef {object} InvitationPage
 * @property {Invitation[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * What was made of it.
 *
 * @typedef {'invited' | 'accepted' | 'declined' | (string & {})} InvitationState
 */

export const InvitationState = /** @type {const} */ ({
  Invited: 'invited',
  Accepted: 'accepted',
  Declined: 'declined',
});

/**
 * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent
 * and are told.
 *
 * @typedef {{ '@type'?: JsCalendarAtType, uid?: string, title?: string, description?: string, start?: string, timeZone?: string | null, duration?: string, due?: string, showWithoutTime?: boolean, status?: JsCalendarStatus, progress?: JsCalendarProgress, percentComplete?: number, freeBusyStatus?: JsCalendarFreeBusyStatus, privacy?: JsCalendarPrivacy, priority?: number, color?: string, locale?: string, sequence?: number, created?: string, updated?: string, prodId?: string, keywords?: Record<string, boolean>, categories?: Record<string, boolean>, locations?: Record<string, Record<string, unknown>>, virtualLocations?: Record<string, Record<string, unknown>>, links?: Record<string, Record<string, unknown>>, participants?: Record<string, Record<string, unknown>>, replyTo?: Record<string, string>, alerts?: Record<string, Record<string, unknown>>, recurrenceRules?: Record<string, unknown>[], excludedRecurrenceRules?: Record<string, unknown>[], recurrenceOverrides?: Record<string, Record<string, unknown>>, recurrenceId?: string, relatedTo?: Record<string, Record<string, unknown>> }} JsCalendar
 */

/**
 * What it is.
 *
 * @typedef {'Event' | 'Task' | 'Group' | (string & {})} JsCalendarAtType
 */

export const JsCalendarAtType = /** @type {const} */ ({
  Event: 'Event',
  Task: 'Task',
  Group: 'Group',
});

/**
 * Whether it makes busy.
 *
 * @typedef {'free' | 'busy' | (string & {})} JsCalendarFreeBusyStatus
 */

export const JsCalendarFreeBusyStatus = /** @type {const} */ ({
  Free: 'free',
  Busy: 'busy',
});

/**
 * How much of it others see.
 *
 * @typedef {'public' | 'private' | 'secret' | (string & {})} JsCalendarPrivacy
 */

export const JsCalendarPrivacy = /** @type {const} */ ({
  Public: 'public',
  Private: 'private',
  Secret: 'secret',
});

/**
 * How far a Task is.
 *
 * @typedef {'needs-action' | 'in-process' | 'completed' | 'failed' | 'cancelled' | (string & {})} JsCalendarProgress
 */

export const JsCalendarProgress = /** @type {const} */ ({
  NeedsAction: 'needs-action',
  InProcess: 'in-process',
  Completed: 'completed',
  Failed: 'failed',
  Cancelled: 'cancelled',
});

/**
 * How sure it is.
 *
 * @typedef {'confirmed' | 'cancelled' | 'tentative' | (string & {})} JsCalendarStatus
 */

export const JsCalendarStatus = /** @type {const} */ ({
  Confirmed: 'confirmed',
  Cancelled: 'cancelled',
  Tentative: 'tentative',
});

/**
 * A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are told.
 *
 * @typedef {{ '@type'?: 'Card', version?: string, uid?: string, kind?: JsContactKind, created?: string, updated?: string, language?: string, prodId?: string, name?: Record<string, unknown>, nicknames?: Record<string, Record<string, unknown>>, organizations?: Record<string, Record<string, unknown>>, titles?: Record<string, Record<string, unknown>>, emails?: Record<string, Record<string, unknown>>, phones?: Record<string, Record<string, unknown>>, onlineServices?: Record<string, Record<string, unknown>>, addresses?: Record<string, Record<string, unknown>>, anniversaries?: Record<string, Record<string, unknown>>, links?: Record<string, Record<string, unknown>>, media?: Record<string, Record<string, unknown>>, members?: Record<string, boolean>, keywords?: Record<string, boolean>, notes?: Record<string, Record<string, unknown>>, relatedTo?: Record<string, Record<string, unknown>> }} JsContact
 */

/**
 * What sort of card it is.
 *
 * @typedef {'individual' | 'group' | 'org' | 'location' | 'device' | 'application' | (string & {})} JsContactKind
 */

export const JsContactKind = /** @type {const} */ ({
  Individual: 'individual',
  Group: 'group',
  Org: 'org',
  Location: 'location',
  Device: 'device',
  Application: 'application',
});

/**
 * A new app password with what it is.
 *
 * @typedef {object} MadeAppPassword
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} label What it is for.
 * @property {AppPasswordScope} scope What an app password may be used for.
 * @property {string} created A moment in UTC (RFC 3339).
 * @property {string | null} expires When it ends; null for never.
 * @property {string | null} lastUsed To the hour or so; null before it was used.
 * @property {string} secret The password, which is told this once.
 */

/**
 * A token with what it is, which is told this once.
 *
 * @typedef {object} MadeToken
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name What it is for.
 * @property {Scope[]} scopes What it opens.
 * @property {string} created When it was made.
 * @property {string | null} expires When it ends; null for never.
 * @property {string | null} lastUsed To the hour or so; null where it was never used.
 * @property {string} token What is sent as `Authorization: Bearer …`.
 */

/**
 * A webhook with its secret, which is told this once.
 *
 * @typedef {object} MadeWebhook
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name What it is for.
 * @property {string} url Where it sends to.
 * @property {string[] | null} types What it sends; null for everything.
 * @property {string[] | null} collections The collections whose changes it sends; null for all that one sees.
 * @property {boolean} active Whether it is switched on.
 * @property {string | null} reason Why it is not.
 * @property {string} created When it was made.
 * @property {string} changed When it was changed.
 * @property {string | null} failingSince Since when nothing arrived.
 * @property {string} secret What its messages are signed with.
 */

/**
 * An address book to make.
 *
 * @typedef {object} NewAddressBook
 * @property {string} [name] The last segment of its path in DAV; the server finds one otherwise.
 * @property {string} displayName The name to show.
 * @property {string | null} [description] What it is for.
 */

/**
 * An app password to make.
 *
 * @typedef {object} NewAppPassword
 * @property {string} label What it is for.
 * @property {NewAppPasswordScope} scope What it may be used for.
 * @property {number | null} [days] Until it expires; null for never.
 */

/**
 * What it may be used for.
 *
 * @typedef {'dav' | 'read-only' | 'api'} NewAppPasswordScope
 */

export const NewAppPasswordScope = /** @type {const} */ ({
  Dav: 'dav',
  ReadOnly: 'read-only',
  Api: 'api',
});

/**
 * A calendar to make.
 *
 * @typedef {object} NewCalendar
 * @property {string} [name] The last segment of its path in DAV; the server finds one otherwise.
 * @property {string} displayName The name to show.
 * @property {string | null} [description] What it is for.
 * @property {string | null} [color] A colour, as `#RRGGBB` or `#RRGGBBAA`.
 * @property {string | null} [timeZone] The IANA name of a time zone.
 * @property {CalendarComponent[]} [components] The kinds of components of iCalendar that it can hold.
 * @property {boolean} [countsAsBusy] Whether what it holds makes its owner busy.
 */

/**
 * An event to add.
 *
 * @typedef {object} NewCalendarEvent
 * @property {string} [name] The last segment of its path in DAV; the server finds one otherwise.
 * @property {JsCalendar} data An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent and are told.
 */

/**
 * A contact to add.
 *
 * @typedef {object} NewContact
 * @property {string} [name] The last segment of its path in DAV; the server finds one otherwise.
 * @property {JsContact} data A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are told.
 */

/**
 * A folder to make.
 *
 * @typedef {object} NewFolder
 * @property {string} name The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and characters that cannot be seen are refused.
 * @property {string} [folder] Identifies an object for as long as it exists.
 */

/**
 * A password to set.
 *
 * @typedef {object} NewPassword
 * @property {string} [oldPassword] The one that counts now.
 * @property {string} password The new one.
 */

/**
 * What to give somebody.
 *
 * @typedef {object} NewShare
 * @property {NewShareAccess} access What they may do.
 * @property {string} [summary] What the invitation calls it.
 */

/**
 * What they may do.
 *
 * @typedef {'busy' | 'read' | 'read-write'} NewShareAccess
 */

export const NewShareAccess = /** @type {const} */ ({
  Busy: 'busy',
  Read: 'read',
  ReadWrite: 'read-write',
});

/**
 * A token to be made.
 *
 * @typedef {object} NewToken
 * @property {string} name What it is for.
 * @property {string[]} scopes What it opens.
 * @property {string | null} [expires] When it ends (RFC 3339); null or nothing for never.
 */

/**
 * A webhook to be made.
 *
 * @typedef {object} NewWebhook
 * @property {string} url Where it sends to, with https.
 * @property {string | null} [name] What it is for.
 * @property {string[] | null} [types] What it sends, such as `event.created`, or `event.*` for whatever happens to events; null for everything.
 * @property {string[] | null} [collections] The collections whose changes it sends; null for all that one sees.
 * @property {boolean | null} [active] Whether it is switched on; null for true.
 */

/**
 * An instance of an event.
 *
 * @typedef {object} Occurrence
 * @property {string | null} recurrenceId Which instance of a series it is, in local time.
 * @property {string} start A moment in UTC (RFC 3339).
 * @property {string} end A moment in UTC (RFC 3339).
 * @property {boolean} allDay Whether it lasts whole days.
 * @property {boolean} changed Whether it is other than the series says.
 */

/**
 * A page of instances.
 *
 * @typedef {object} OccurrencePage
 * @property {Occurrence[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * Whose something is.
 *
 * @typedef {object} Owner
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name The name of the account.
 * @property {string} displayName The name to show.
 */

/**
 * What a webhook is sent for a try.
 *
 * @typedef {object} PingMessage
 * @property {string} id Identifies an object for as long as it exists.
 * @property {'ping'} type What happened.
 * @property {string} time When it happened.
 * @property {string} account Identifies an object for as long as it exists.
 * @property {string} webhook Identifies an object for as long as it exists.
 * @property {Record<string, unknown>} data Nothing.
 */

/**
 * A person, a group, a room or a resource.
 *
 * @typedef {object} Principal
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name The name of the account.
 * @property {string} displayName The name to show.
 * @property {string | null} email Its address, if it has one.
 * @property {PrincipalKind} kind What sort of a principal it is.
 */

/**
 * What sort of a principal it is.
 *
 * @typedef {'user' | 'group' | 'resource' | 'room' | (string & {})} PrincipalKind
 */

export const PrincipalKind = /** @type {const} */ ({
  User: 'user',
  Group: 'group',
  Resource: 'resource',
  Room: 'room',
});

/**
 * A page of people, groups, rooms and resources.
 *
 * @typedef {object} PrincipalPage
 * @property {Principal[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * Why a request was refused (RFC 9457).
 *
 * @typedef {object} Problem_
 * @property {string} type The kind of problem, one of `x-problem-types`.
 * @property {string} title The kind of problem for people.
 * @property {number} status The status of the answer.
 * @property {string} detail What is wrong with this request.
 * @property {string} [condition] The precondition that does not hold, as `{namespace}name`.
 * @property {ProblemError[]} [errors] Where the input is wrong.
 */

/**
 * A place in the input and what is wrong there.
 *
 * @typedef {object} ProblemError
 * @property {string} pointer A JSON Pointer into the body; for parameters `/query/NAME`, `/path/NAME` or `/header/NAME`.
 * @property {string} detail A sentence.
 */

/**
 * Bytes that an account uses, and may use.
 *
 * @typedef {object} Quota
 * @property {Int64} used What it uses.
 * @property {Int64 | null} own What it was given; null where the default counts.
 * @property {Int64 | null} limit What counts; null where there is no limit.
 */

/**
 * What to change of a quota.
 *
 * @typedef {object} QuotaUpdate
 * @property {Int64 | null} [own] Bytes; null takes the default.
 */

/**
 * Something that one may do with a collection.
 *
 * @typedef {'read' | 'add' | 'change' | 'remove' | 'configure' | 'share' | (string & {})} Right
 */

export const Right = /** @type {const} */ ({
  Read: 'read',
  Add: 'add',
  Change: 'change',
  Remove: 'remove',
  Configure: 'configure',
  Share: 'share',
});

/**
 * What an account may do beside what is its own.
 *
 * @typedef {'owner' | 'auditor' | 'admin' | (string & {})} Role
 */

export const Role = /** @type {const} */ ({
  Owner: 'owner',
  Auditor: 'auditor',
  Admin: 'admin',
});

/**
 * What a token may be for.
 *
 * @typedef {'profile' | 'calendars:read' | 'calendars:write' | 'contacts:read' | 'contacts:write' | 'files:read' | 'files:write' | 'sharing' | 'changes:read' | 'webhooks' | 'tokens' | 'admin' | 'dav' | 'offline_access' | (string & {})} Scope
 */

export const Scope = /** @type {const} */ ({
  Profile: 'profile',
  CalendarsRead: 'calendars:read',
  CalendarsWrite: 'calendars:write',
  ContactsRead: 'contacts:read',
  ContactsWrite: 'contacts:write',
  FilesRead: 'files:read',
  FilesWrite: 'files:write',
  Sharing: 'sharing',
  ChangesRead: 'changes:read',
  Webhooks: 'webhooks',
  Tokens: 'tokens',
  Admin: 'admin',
  Dav: 'dav',
  OfflineAccess: 'offline_access',
});

/**
 * Who is signed in, and by what.
 *
 * @typedef {object} Session
 * @property {SessionAccount} account The account of whoever asks.
 * @property {SessionCredential} credential What this request was signed in with.
 * @property {SessionLimits} limits What the server takes, in bytes.
 */

/**
 * The account of whoever asks.
 *
 * @typedef {object} SessionAccount
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name The name one signs in with.
 * @property {string} displayName The name to show.
 * @property {string | null} email The address of this account, if it has one.
 * @property {SessionAccountKind} kind What sort of a principal it is.
 * @property {SessionAccountRole} role What it may do beside what is its own.
 */

/**
 * What sort of a principal it is.
 *
 * @typedef {'user' | 'group' | 'resource' | 'room' | (string & {})} SessionAccountKind
 */

export const SessionAccountKind = /** @type {const} */ ({
  User: 'user',
  Group: 'group',
  Resource: 'resource',
  Room: 'room',
});

/**
 * What it may do beside what is its own.
 *
 * @typedef {'owner' | 'auditor' | 'admin' | (string & {})} SessionAccountRole
 */

export const SessionAccountRole = /** @type {const} */ ({
  Owner: 'owner',
  Auditor: 'auditor',
  Admin: 'admin',
});

/**
 * What this request was signed in with.
 *
 * @typedef {object} SessionCredential
 * @property {string | null} id Of a token or an app password; null of anything else.
 * @property {string} method How it was proven, such as `password`, `app-password` or `token`.
 * @property {SessionCredentialScope} scope What it may be used for.
 * @property {string[] | null} scopes What a token is for; null where nothing is left out.
 * @property {string | null} expires When it ends; null for never.
 */

/**
 * What it may be used for.
 *
 * @typedef {'full' | 'dav' | 'read-only' | 'api' | (string & {})} SessionCredentialScope
 */

export const SessionCredentialScope = /** @type {const} */ ({
  Full: 'full',
  Dav: 'dav',
  ReadOnly: 'read-only',
  Api: 'api',
});

/**
 * What the server takes, in bytes.
 *
 * @typedef {object} SessionLimits
 * @property {Int64} objectSize The largest event or contact.
 * @property {Int64 | null} fileSize The largest file; null without a limit.
 * @property {Int64} importSize The largest file of events or contacts to import.
 */

/**
 * What somebody was offered of a calendar or an address book.
 *
 * @typedef {object} Share
 * @property {string} collection Identifies an object for as long as it exists.
 * @property {Principal} account A person, a group, a room or a resource.
 * @property {ShareAccess} access What a share gives: when somebody is busy, everything to read, or everything to read and to change.
 * @property {string} summary What the invitation calls it.
 * @property {ShareAnswer[]} answers What everybody who was invited made of it.
 */

/**
 * What a share gives: when somebody is busy, everything to read, or everything to read and to change.
 *
 * @typedef {'busy' | 'read' | 'read-write' | (string & {})} ShareAccess
 */

export const ShareAccess = /** @type {const} */ ({
  Busy: 'busy',
  Read: 'read',
  ReadWrite: 'read-write',
});

/**
 * What somebody made of an invitation.
 *
 * @typedef {object} ShareAnswer
 * @property {Principal} account A person, a group, a room or a resource.
 * @property {InvitationState} state What was made of it.
 */

/**
 * A page of shares.
 *
 * @typedef {object} SharePage
 * @property {Share[]} items
 * @property {string | null} next What `cursor` takes for the next page; null on the last one.
 */

/**
 * A token, without what it is.
 *
 * @typedef {object} Token_
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name What it is for.
 * @property {Scope[]} scopes What it opens.
 * @property {string} created When it was made.
 * @property {string | null} expires When it ends; null for never.
 * @property {string | null} lastUsed To the hour or so; null where it was never used.
 */

/**
 * A page of tokens.
 *
 * @typedef {object} TokenPage
 * @property {Token_[]} items The tokens.
 * @property {string | null} next Null; there is one page.
 */

/**
 * Where changes are sent.
 *
 * @typedef {object} Webhook
 * @property {string} id Identifies an object for as long as it exists.
 * @property {string} name What it is for.
 * @property {string} url Where it sends to.
 * @property {string[] | null} types What it sends; null for everything.
 * @property {string[] | null} collections The collections whose changes it sends; null for all that one sees.
 * @property {boolean} active Whether it is switched on.
 * @property {string | null} reason Why it is not.
 * @property {string} created When it was made.
 * @property {string} changed When it was changed.
 * @property {string | null} failingSince Since when nothing arrived.
 */

/**
 * A page of webhooks.
 *
 * @typedef {object} WebhookPage
 * @property {Webhook[]} items The webhooks.
 * @property {string | null} next Null; there is one page.
 */

/**
 * What is to be changed of a webhook.
 *
 * @typedef {object} WebhookPatch
 * @property {string} [url] Where it sends to, with https.
 * @property {string | null} [name] What it is for.
 * @property {string[] | null} [types] What it sends, such as `event.created`, or `event.*` for whatever happens to events; null for everything.
 * @property {string[] | null} [collections] The collections whose changes it sends; null for all that one sees.
 * @property {boolean | null} [active] Whether it is switched on; null for true.
 */

/**
 * A new secret.
 *
 * @typedef {object} WebhookSecret
 * @property {string} secret What messages are signed with.
 * @property {string} formerUntil Until when they are signed with the one before as well.
 */

/** @typedef {'replace' | 'skip'} IfExists */

export const IfExists = /** @type {const} */ ({
  Replace: 'replace',
  Skip: 'skip',
});

/** @typedef {'BUSY' | 'READ' | 'READ_WRITE' | (string & {})} GraphAccess */

export const GraphAccess = /** @type {const} */ ({
  Busy: 'BUSY',
  Read: 'READ',
  ReadWrite: 'READ_WRITE',
});

/** @typedef {'API' | 'DAV' | 'READ_ONLY' | (string & {})} GraphAppScope */

export const GraphAppScope = /** @type {const} */ ({
  Api: 'API',
  Dav: 'DAV',
  ReadOnly: 'READ_ONLY',
});

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @typedef {object} AuditResult
 * @property {Audit} audit The audit trail, the newest first.
 */

/**
 * A page, in the one order that all pages have.
 *
 * @typedef {object} Audit
 * @property {AuditPageInfo} pageInfo
 * @property {AuditNodes[]} nodes The nodes of the edges.
 */

/**
 * An act that was noted: a write, a login, a refusal, an act of an administrator.
 *
 * @typedef {object} AuditNodes
 * @property {string | null} at
 * @property {string} action
 * @property {string} outcome ok, failed or denied.
 * @property {string | null} href Where what it was about stands now.
 * @property {AuditNodesActor | null} actor Null where it was erased, or nobody's account.
 */

/**
 * A user, a group, a room or a resource.
 *
 * @typedef {object} AuditNodesActor
 * @property {string} id
 * @property {string} name
 */

/**
 * Where a page stands among all.
 *
 * @typedef {object} AuditPageInfo
 * @property {boolean} hasNextPage
 * @property {string | null} endCursor
 */

/**
 * Which acts; what is left out does not select.
 *
 * @typedef {object} AuditFilter
 * @property {string | null} [account] Who acted, or what it was about.
 * @property {string[] | null} [actions]
 * @property {string[] | null} [outcomes]
 * @property {string | null} [requestId]
 * @property {string | null} [since]
 * @property {string | null} [until] Before this moment.
 */

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @typedef {object} CollectionResult
 * @property {Collection | null} collection A collection by its id; null where there is none that you may ask for.
 */

/**
 * A home, a calendar, an address book or a folder.
 *
 * @typedef {object} Collection
 * @property {string} id
 * @property {string} name
 * @property {string} displayName DAV:displayname; empty where none was given.
 * @property {string} kind
 * @property {string} href Its URL for WebDAV.
 * @property {Int64} memberCount How many members it has, without those of its members.
 * @property {Int64} size Bytes that its members have together, without those of their members.
 * @property {string | null} modified
 * @property {CollectionOwner | null} owner
 * @property {CollectionAcl[]} acl Its own access control list, in its order.
 */

/**
 * An entry of an access control list (RFC 3744): whom it is about, and what it grants or denies.
 *
 * @typedef {object} CollectionAcl
 * @property {string} principal
 * @property {boolean} grants
 * @property {boolean} inverted
 * @property {string[]} privileges
 */

/**
 * A user, a group, a room or a resource.
 *
 * @typedef {object} CollectionOwner
 * @property {string} id
 * @property {string} name
 */

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @typedef {object} CreateAppPasswordResult
 * @property {CreateAppPassword | null} createAppPassword Makes a password of its own for one client.
 */

/**
 * @typedef {object} CreateAppPassword
 * @property {CreateAppPasswordNewAppPassword | null} newAppPassword
 * @property {CreateAppPasswordErrors[]} errors
 */

/**
 * Why nothing was changed, and which part of the input is to blame.
 *
 * @typedef {object} CreateAppPasswordErrors
 * @property {GraphErrorCode} code
 * @property {string | null} field
 * @property {string} message
 */

/**
 * An app password, which is told this once.
 *
 * @typedef {object} CreateAppPasswordNewAppPassword
 * @property {string} label
 * @property {string} secret
 */

/**
 * @typedef {object} CreateAppPasswordInput
 * @property {Int64 | null} [days]
 * @property {string} label
 * @property {string} principal
 * @property {GraphAppScope} [scope]
 */

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @typedef {object} CreateCollectionResult
 * @property {CreateCollection | null} createCollection In a home or another collection.
 */

/**
 * @typedef {object} CreateCollection
 * @property {CreateCollection2 | null} collection
 * @property {CreateCollectionErrors[]} errors
 */

/**
 * A home, a calendar, an address book or a folder.
 *
 * @typedef {object} CreateCollection2
 * @property {string} id
 * @property {string} name
 * @property {string} displayName DAV:displayname; empty where none was given.
 * @property {string} kind
 * @property {string} href Its URL for WebDAV.
 */

/**
 * Why nothing was changed, and which part of the input is to blame.
 *
 * @typedef {object} CreateCollectionErrors
 * @property {GraphErrorCode} code
 * @property {string | null} field
 * @property {string} message
 */

/**
 * @typedef {object} CreateCollectionInput
 * @property {string} collection
 * @property {string | null} [displayName]
 * @property {string} kind
 * @property {string} name
 */

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @typedef {object} CreatePrincipalResult
 * @property {CreatePrincipal | null} createPrincipal Makes an account with its homes.
 */

/**
 * @typedef {object} CreatePrincipal
 * @property {CreatePrincipal2 | null} principal
 * @property {CreatePrincipalErrors[]} errors
 */

/**
 * Why nothing was changed, and which part of the input is to blame.
 *
 * @typedef {object} CreatePrincipalErrors
 * @property {GraphErrorCode} code
 * @property {string | null} field
 * @property {string} message
 */

/**
 * A user, a group, a room or a resource.
 *
 * @typedef {object} CreatePrincipal2
 * @property {string} id
 * @property {string} name
 * @property {string} displayName
 * @property {string} href Its URL for WebDAV.
 */

/**
 * @typedef {object} CreatePrincipalInput
 * @property {string | null} [displayName]
 * @property {string | null} [email]
 * @property {GraphNewKind} [kind]
 * @property {string} name
 * @property {string | null} [password]
 * @property {Int64 | null} [quota]
 * @property {GraphNewRole} [role]
 */

/**
 * Why nothing was changed.
 *
 * @typedef {'BAD_INPUT' | 'CONFLICT' | 'FORBIDDEN' | 'INTERNAL' | 'LAST_ADMINISTRATOR' | 'LOCKED' | 'NOT_FOUND' | 'QUOTA' | 'TAKEN' | 'UNAVAILABLE' | (string & {})} GraphErrorCode
 */

export const GraphErrorCode = /** @type {const} */ ({
  BadInput: 'BAD_INPUT',
  Conflict: 'CONFLICT',
  Forbidden: 'FORBIDDEN',
  Internal: 'INTERNAL',
  LastAdministrator: 'LAST_ADMINISTRATOR',
  Locked: 'LOCKED',
  NotFound: 'NOT_FOUND',
  Quota: 'QUOTA',
  Taken: 'TAKEN',
  Unavailable: 'UNAVAILABLE',
});

/**
 * What kind of principal an account is.
 *
 * @typedef {'GROUP' | 'RESOURCE' | 'ROOM' | 'USER' | (string & {})} GraphKind
 */

export const GraphKind = /** @type {const} */ ({
  Group: 'GROUP',
  Resource: 'RESOURCE',
  Room: 'ROOM',
  User: 'USER',
});

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @typedef {object} MeResult
 * @property {Me} me Who asks.
 */

/**
 * A user, a group, a room or a resource.
 *
 * @typedef {object} Me
 * @property {string} id
 * @property {string} name
 * @property {string} displayName
 * @property {string} email
 * @property {GraphKind} kind
 * @property {GraphRole} role
 * @property {MeQuota} quota
 */

/**
 * Bytes that an account uses, and may use.
 *
 * @typedef {object} MeQuota
 * @property {Int64} used
 * @property {Int64 | null} limit What counts; null where there is no limit.
 */

/**
 * Which messages; what is left out does not select.
 *
 * @typedef {object} MessageFilter
 * @property {string | null} [kind]
 * @property {GraphMessageState | null} [state]
 */

/**
 * @typedef {object} MessageInput
 * @property {string} message
 */

/**
 * Where a message of the outbox is.
 *
 * @typedef {'GIVEN_UP' | 'ON_ITS_WAY' | 'WAITING' | (string & {})} GraphMessageState
 */

export const GraphMessageState = /** @type {const} */ ({
  GivenUp: 'GIVEN_UP',
  OnItsWay: 'ON_ITS_WAY',
  Waiting: 'WAITING',
});

/** @typedef {'GROUP' | 'RESOURCE' | 'ROOM' | 'USER' | (string & {})} GraphNewKind */

export const GraphNewKind = /** @type {const} */ ({
  Group: 'GROUP',
  Resource: 'RESOURCE',
  Room: 'ROOM',
  User: 'USER',
});

/** @typedef {'ADMIN' | 'AUDITOR' | 'OWNER' | (string & {})} GraphNewRole */

export const GraphNewRole = /** @type {const} */ ({
  Admin: 'ADMIN',
  Auditor: 'AUDITOR',
  Owner: 'OWNER',
});

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @typedef {object} OutboxResult
 * @property {Outbox} outbox Messages that wait, are on their way or were given up.
 */

/**
 * A page, in the one order that all pages have.
 *
 * @typedef {object} Outbox
 * @property {OutboxPageInfo} pageInfo
 * @property {OutboxNodes[]} nodes The nodes of the edges.
 */

/**
 * What a transaction wants done outside of the store.
 *
 * @typedef {object} OutboxNodes
 * @property {string} id
 * @property {string} kind
 * @property {GraphMessageState} state
 * @property {number} attempts
 * @property {string} failure Why the last attempt failed.
 * @property {string | null} created
 * @property {string | null} due When it is tried next.
 * @property {OutboxNodesAccount | null} account
 */

/**
 * A user, a group, a room or a resource.
 *
 * @typedef {object} OutboxNodesAccount
 * @property {string} id
 * @property {string} name
 */

/**
 * Where a page stands among all.
 *
 * @typedef {object} OutboxPageInfo
 * @property {boolean} hasNextPage
 * @property {string | null} endCursor
 */

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @typedef {object} PrincipalResult
 * @property {Principal2 | null} principal A principal by its id or its name; null where there is none that you may ask for.
 */

/**
 * A user, a group, a room or a resource.
 *
 * @typedef {object} Principal2
 * @property {string} id
 * @property {string} name
 * @property {string} displayName
 * @property {string} email
 * @property {GraphKind} kind
 * @property {GraphRole} role
 * @property {boolean} disabled
 * @property {PrincipalCollections} collections The homes, calendars, address books and folders that it owns, at any depth.
 */

/**
 * A page, in the one order that all pages have.
 *
 * @typedef {object} PrincipalCollections
 * @property {PrincipalCollectionsNodes[]} nodes The nodes of the edges.
 */

/**
 * A home, a calendar, an address book or a folder.
 *
 * @typedef {object} PrincipalCollectionsNodes
 * @property {string} id
 * @property {string} name
 * @property {string} displayName DAV:displayname; empty where none was given.
 * @property {string} kind
 * @property {string} href Its URL for WebDAV.
 * @property {Int64} memberCount How many members it has, without those of its members.
 * @property {Int64} size Bytes that its members have together, without those of their members.
 */

/**
 * Which principals; what is left out does not select.
 *
 * @typedef {object} PrincipalFilter
 * @property {boolean | null} [disabled]
 * @property {GraphKind | null} [kind]
 * @property {string | null} [memberOf]
 * @property {GraphRole | null} [role]
 * @property {string | null} [text] What name, display name or address contain.
 */

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @typedef {object} PrincipalsResult
 * @property {Principals} principals Principals by name.
 */

/**
 * A page, in the one order that all pages have.
 *
 * @typedef {object} Principals
 * @property {number} totalCount How many there are on all pages together.
 * @property {PrincipalsPageInfo} pageInfo
 * @property {PrincipalsNodes[]} nodes The nodes of the edges.
 */

/**
 * A user, a group, a room or a resource.
 *
 * @typedef {object} PrincipalsNodes
 * @property {string} id
 * @property {string} name
 * @property {string} displayName
 * @property {string} email
 * @property {GraphKind} kind
 * @property {GraphRole} role
 * @property {boolean} disabled
 * @property {string | null} created
 */

/**
 * Where a page stands among all.
 *
 * @typedef {object} PrincipalsPageInfo
 * @property {boolean} hasNextPage
 * @property {string | null} endCursor
 */

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @typedef {object} RetryMessageResult
 * @property {RetryMessage | null} retryMessage Tries a message of the outbox again, with all its attempts before it.
 */

/**
 * @typedef {object} RetryMessage
 * @property {boolean} done
 * @property {RetryMessageErrors[]} errors
 */

/**
 * Why nothing was changed, and which part of the input is to blame.
 *
 * @typedef {object} RetryMessageErrors
 * @property {GraphErrorCode} code
 * @property {string | null} field
 * @property {string} message
 */

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @typedef {object} RevokeAppPasswordResult
 * @property {RevokeAppPassword | null} revokeAppPassword It is worthless at once.
 */

/**
 * @typedef {object} RevokeAppPassword
 * @property {boolean} done
 * @property {RevokeAppPasswordErrors[]} errors
 */

/**
 * Why nothing was changed, and which part of the input is to blame.
 *
 * @typedef {object} RevokeAppPasswordErrors
 * @property {GraphErrorCode} code
 * @property {string | null} field
 * @property {string} message
 */

/**
 * @typedef {object} RevokeAppPasswordInput
 * @property {string} appPassword
 * @property {string} principal
 */

/**
 * What an account may do with what is not its own.
 *
 * @typedef {'ADMIN' | 'AUDITOR' | 'OWNER' | (string & {})} GraphRole
 */

export const GraphRole = /** @type {const} */ ({
  Admin: 'ADMIN',
  Auditor: 'AUDITOR',
  Owner: 'OWNER',
});

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @typedef {object} ServerResult
 * @property {Server} server
 * @property {ServerPlugins[]} plugins
 */

/**
 * A part of the server.
 *
 * @typedef {object} ServerPlugins
 * @property {string} name
 * @property {string} version
 * @property {boolean} enabled
 * @property {string} distribution Where it comes from; empty for what is built in.
 */

/**
 * What runs here.
 *
 * @typedef {object} Server
 * @property {string} version
 */

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @typedef {object} SetDisabledResult
 * @property {SetDisabled | null} setDisabled Refuses all sign-ins of an account, whose data stays, or lets it sign in again.
 */

/**
 * @typedef {object} SetDisabled
 * @property {SetDisabledPrincipal | null} principal
 * @property {SetDisabledErrors[]} errors
 */

/**
 * Why nothing was changed, and which part of the input is to blame.
 *
 * @typedef {object} SetDisabledErrors
 * @property {GraphErrorCode} code
 * @property {string | null} field
 * @property {string} message
 */

/**
 * A user, a group, a room or a resource.
 *
 * @typedef {object} SetDisabledPrincipal
 * @property {string} id
 * @property {boolean} disabled
 */

/**
 * @typedef {object} SetDisabledInput
 * @property {boolean} disabled
 * @property {string} principal
 */

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @typedef {object} ShareResult
 * @property {Share2 | null} share Offers a calendar or an address book to somebody.
 */

/**
 * @typedef {object} Share2
 * @property {ShareCollection | null} collection
 * @property {ShareErrors[]} errors
 */

/**
 * A home, a calendar, an address book or a folder.
 *
 * @typedef {object} ShareCollection
 * @property {string} id
 * @property {string} displayName DAV:displayname; empty where none was given.
 */

/**
 * Why nothing was changed, and which part of the input is to blame.
 *
 * @typedef {object} ShareErrors
 * @property {GraphErrorCode} code
 * @property {string | null} field
 * @property {string} message
 */

/**
 * @typedef {object} ShareInput
 * @property {GraphAccess} access
 * @property {string} collection
 * @property {string} sharee
 * @property {string | null} [summary]
 */

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @typedef {object} UpdatePrincipalResult
 * @property {UpdatePrincipal | null} updatePrincipal Changes what it is known by, or its quota.
 */

/**
 * @typedef {object} UpdatePrincipal
 * @property {UpdatePrincipal2 | null} principal
 * @property {UpdatePrincipalErrors[]} errors
 */

/**
 * Why nothing was changed, and which part of the input is to blame.
 *
 * @typedef {object} UpdatePrincipalErrors
 * @property {GraphErrorCode} code
 * @property {string | null} field
 * @property {string} message
 */

/**
 * A user, a group, a room or a resource.
 *
 * @typedef {object} UpdatePrincipal2
 * @property {string} id
 * @property {string} name
 * @property {string} displayName
 * @property {string} email
 * @property {UpdatePrincipalQuota} quota
 */

/**
 * Bytes that an account uses, and may use.
 *
 * @typedef {object} UpdatePrincipalQuota
 * @property {Int64} used
 * @property {Int64 | null} limit What counts; null where there is no limit.
 */

/**
 * What is left out stays as it is.
 *
 * @typedef {object} UpdatePrincipalInput
 * @property {string | null} [displayName]
 * @property {string | null} [email]
 * @property {string} principal
 * @property {Int64 | null} [quota]
 */

export {};
