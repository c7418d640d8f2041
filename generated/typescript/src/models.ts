// Rendered from the description of the interface; not for editing.

import type { Upload } from './runtime/bodies.js';
import type { Int64 } from './runtime/json.js';
import type { UnknownTag, UnknownVariant, Unrecognized } from './runtime/variants.js';

export type { Int64, UnknownTag, UnknownVariant, Unrecognized, Upload };

/** An account with all that is known of it. */
export interface Account {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** What sort of a principal it is. */
  kind: PrincipalKind;
  /** The name one signs in with. */
  name: string;
  /** The name to show. */
  displayName: string;
  /** Its address, if it has one. */
  email: string | null;
  /** What an account may do beside what is its own. */
  role: Role;
  /** Whether it may not sign in. */
  disabled: boolean;
  /** Its path in WebDAV. */
  href: string;
  /** A moment in UTC (RFC 3339). */
  created: string;
  /** A moment in UTC (RFC 3339). */
  changed: string;
  /** Bytes that an account uses, and may use. */
  quota: Quota;
}

/** A page of accounts. */
export interface AccountPage {
  items: Account[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** What to change of an account. */
export interface AccountUpdate {
  /** The name to show. */
  displayName?: string | null;
  /** Its address. */
  email?: string | null;
  /** What it may do beside what is its own. */
  role?: AccountUpdateRole;
  /** Whether it may not sign in. */
  disabled?: boolean;
  /** What to change of a quota. */
  quota?: QuotaUpdate;
}

/** What it may do beside what is its own. */
export type AccountUpdateRole = 'owner' | 'auditor' | 'admin';

export const AccountUpdateRole = {
  Owner: 'owner',
  Auditor: 'auditor',
  Admin: 'admin',
} as const;

/** An address book, without what it holds. */
export interface AddressBook {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** The last segment of its path in CardDAV. */
  name: string;
  /** Its path in CardDAV. */
  href: string;
  /** The name to show. */
  displayName: string;
  /** Whose something is. */
  owner: Owner;
  /** Whether it belongs to whoever asks. */
  mine: boolean;
  /** Whether every account has it from the start. */
  default: boolean;
  /** What whoever asks may do with it. */
  rights: Right[];
  /** A moment in UTC (RFC 3339). */
  created: string;
  /** What it is for. */
  description: string | null;
}

/** A page of address books. */
export interface AddressBookPage {
  items: AddressBook[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** What to change of an address book. */
export interface AddressBookUpdate {
  /** The name to show. */
  displayName?: string;
  /** What it is for. */
  description?: string | null;
}

/** A password of its own for one client. */
export interface AppPassword {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** What it is for. */
  label: string;
  /** What an app password may be used for. */
  scope: AppPasswordScope;
  /** A moment in UTC (RFC 3339). */
  created: string;
  /** When it ends; null for never. */
  expires: string | null;
  /** To the hour or so; null before it was used. */
  lastUsed: string | null;
}

/** A page of app passwords. */
export interface AppPasswordPage {
  items: AppPassword[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** What an app password may be used for. */
export type AppPasswordScope = 'full' | 'dav' | 'read-only' | 'api' | (string & {});

export const AppPasswordScope = {
  Full: 'full',
  Dav: 'dav',
  ReadOnly: 'read-only',
  Api: 'api',
} as const;

/** A time of which somebody is not free. */
export interface BusyPeriod {
  /** A moment in UTC (RFC 3339). */
  start: string;
  /** A moment in UTC (RFC 3339). */
  end: string;
  /** How sure it is. */
  status: BusyPeriodStatus;
}

/** How sure it is. */
export type BusyPeriodStatus = 'busy' | 'tentative' | 'unavailable' | (string & {});

export const BusyPeriodStatus = {
  Busy: 'busy',
  Tentative: 'tentative',
  Unavailable: 'unavailable',
} as const;

/** A calendar, without what it holds. */
export interface Calendar {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** The last segment of its path in CalDAV. */
  name: string;
  /** Its path in CalDAV. */
  href: string;
  /** The name to show. */
  displayName: string;
  /** Whose something is. */
  owner: Owner;
  /** Whether it belongs to whoever asks. */
  mine: boolean;
  /** Whether every account has it from the start. */
  default: boolean;
  /** What whoever asks may do with it. */
  rights: Right[];
  /** A moment in UTC (RFC 3339). */
  created: string;
  /** What it is for. */
  description: string | null;
  /** Its colour, as `#RRGGBB` or `#RRGGBBAA`. */
  color: string | null;
  /** The time zone of times without one, by its IANA name. */
  timeZone: string | null;
  /** The kinds of components of iCalendar that it can hold. */
  components: CalendarComponent[];
  /** Whether what it holds makes its owner busy. */
  countsAsBusy: boolean;
}

/** A kind of component of iCalendar. */
export type CalendarComponent = 'VEVENT' | 'VTODO' | 'VJOURNAL' | 'VFREEBUSY' | 'VAVAILABILITY' | (string & {});

export const CalendarComponent = {
  Vevent: 'VEVENT',
  Vtodo: 'VTODO',
  Vjournal: 'VJOURNAL',
  Vfreebusy: 'VFREEBUSY',
  Vavailability: 'VAVAILABILITY',
} as const;

/** An event, task or journal, or an instance of one. */
export interface CalendarEvent {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** The last segment of its path in CalDAV. */
  name: string;
  /** Its path in CalDAV. */
  href: string;
  /** Identifies an object for as long as it exists. */
  collection: string;
  /** Its entity tag, for If-Match. */
  etag: string;
  /** The bytes of its iCalendar. */
  size: number;
  /** A moment in UTC (RFC 3339). */
  created: string;
  /** A moment in UTC (RFC 3339). */
  modified: string;
  /** Its UID. */
  uid: string;
  /** A kind of component of iCalendar. */
  component: CalendarComponent;
  /**
   * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent
   * and are told.
   */
  data?: JsCalendar;
  /** Of an instance of a series, which one it is, in local time. */
  recurrenceId?: string | null;
  /** A moment in UTC (RFC 3339). */
  start?: string;
  /** A moment in UTC (RFC 3339). */
  end?: string;
  /** Of an instance, whether it lasts whole days. */
  allDay?: boolean;
  /** Of an instance, whether it is other than the series says. */
  changed?: boolean;
}

/** What an event is to be. */
export interface CalendarEventChange {
  /**
   * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent
   * and are told.
   */
  data: JsCalendar;
}

/** A page of events. */
export interface CalendarEventPage {
  items: CalendarEvent[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** A page of calendars. */
export interface CalendarPage {
  items: Calendar[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** What to change of a calendar. */
export interface CalendarUpdate {
  /** The name to show. */
  displayName?: string;
  /** What it is for. */
  description?: string | null;
  /** A colour, as `#RRGGBB` or `#RRGGBBAA`. */
  color?: string | null;
  /** The IANA name of a time zone. */
  timeZone?: string | null;
  /** Whether what it holds makes its owner busy. */
  countsAsBusy?: boolean;
}

/** That something changed. */
export interface Change {
  /** The place in the feed behind this change. */
  cursor: string;
  /**
   * What happened to what. What is moved is deleted in one place and created, with the same id, in another; a
   * collection of somebody else that appears among one's own is shared, and one that goes is unshared.
   */
  type: ChangeType;
  /** Identifies an object for as long as it exists. */
  id: string;
  /** Identifies an object for as long as it exists. */
  collection: string;
  /** Identifies an object for as long as it exists. */
  account: string;
  /** Where it is */
  href: string;
  /** Its entity tag as it is now, in its quotes; null for a collection, which has none, and where it is gone. */
  etag: string | null;
  /** When it happened. */
  time: string;
}

/** What a webhook is sent of a change. */
export interface ChangeMessage {
  /** Identifies an object for as long as it exists. */
  id: string;
  /**
   * What happened to what. What is moved is deleted in one place and created, with the same id, in another; a
   * collection of somebody else that appears among one's own is shared, and one that goes is unshared.
   */
  type: ChangeType;
  /** When it happened. */
  time: string;
  /** Identifies an object for as long as it exists. */
  account: string;
  /** Identifies an object for as long as it exists. */
  webhook: string;
  /** That something changed. */
  data: Change;
}

/** A page of changes. */
export interface ChangePage {
  /** The changes. */
  items: Change[];
  /** The cursor of the next page; null where there is no more for now. */
  next: string | null;
  /** Where to go on later. */
  cursor: string;
}

/**
 * What happened to what. What is moved is deleted in one place and created, with the same id, in another; a collection
 * of somebody else that appears among one's own is shared, and one that goes is unshared.
 */
export type ChangeType =
  | 'calendar.created'
  | 'calendar.updated'
  | 'calendar.deleted'
  | 'calendar.shared'
  | 'calendar.unshared'
  | 'event.created'
  | 'event.updated'
  | 'event.deleted'
  | 'addressBook.created'
  | 'addressBook.updated'
  | 'addressBook.deleted'
  | 'addressBook.shared'
  | 'addressBook.unshared'
  | 'contact.created'
  | 'contact.updated'
  | 'contact.deleted'
  | 'folder.created'
  | 'folder.updated'
  | 'folder.deleted'
  | 'folder.shared'
  | 'folder.unshared'
  | 'file.created'
  | 'file.updated'
  | 'file.deleted'
  | 'collection.created'
  | 'collection.updated'
  | 'collection.deleted'
  | 'collection.shared'
  | 'collection.unshared'
  | 'object.created'
  | 'object.updated'
  | 'object.deleted'
  | (string & {});

export const ChangeType = {
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
} as const;

/** A person, a group or whatever else has a card. */
export interface Contact {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** The last segment of its path in CardDAV. */
  name: string;
  /** Its path in CardDAV. */
  href: string;
  /** Identifies an object for as long as it exists. */
  collection: string;
  /** Its entity tag, for If-Match. */
  etag: string;
  /** The bytes of its vCard. */
  size: number;
  /** A moment in UTC (RFC 3339). */
  created: string;
  /** A moment in UTC (RFC 3339). */
  modified: string;
  /** Its UID, of a UUID without its URN. */
  uid: string | null;
  /**
   * A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are
   * told.
   */
  data?: JsContact;
}

/** What a contact is to be. */
export interface ContactChange {
  /**
   * A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are
   * told.
   */
  data: JsContact;
}

/** A page of contacts. */
export interface ContactPage {
  items: Contact[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** What contacts must be. */
export interface ContactQuery {
  /** Whether entries have `data`. */
  data?: boolean;
  /** What a name, address, number, organization, title or note must contain. */
  text?: string;
  /** The mail address that it must have. */
  email?: string;
  /** Digits that one of its numbers must contain, however they are written. */
  phone?: string;
  /** The UID that it must have. */
  uid?: string;
  /** What it is. */
  kind?: ContactQueryKind;
  /** Categories that it must have, all of them. */
  categories?: string[];
}

/** What it is. */
export type ContactQueryKind = 'individual' | 'group' | 'org' | 'location' | 'device' | 'application' | (string & {});

export const ContactQueryKind = {
  Individual: 'individual',
  Group: 'group',
  Org: 'org',
  Location: 'location',
  Device: 'device',
  Application: 'application',
} as const;

/** A message of a webhook, and what became of it. */
export interface Delivery {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** The type of the message. */
  type: string;
  /** When it was made. */
  created: string;
  /** What became of it. */
  state: DeliveryState;
  /** How often that was tried. */
  attempts: number;
  /** When it was tried last. */
  attempted: string | null;
  /** The status of the last answer; null where none came. */
  status: number | null;
  /** The beginning of the last answer, or why there was none. */
  excerpt: string | null;
}

/** What became of it. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed' | (string & {});

export const DeliveryState = {
  Waiting: 'waiting',
  Delivered: 'delivered',
  Failed: 'failed',
} as const;

/** A page of deliveries. */
export interface DeliveryPage {
  /** The deliveries. */
  items: Delivery[];
  /** The cursor of the next page; null on the last one. */
  next: string | null;
}

/** What events must be. */
export interface EventQuery {
  /** A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC. */
  from?: string;
  /** A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC. */
  to?: string;
  /** Whether each instance is an entry of its own. */
  expand?: boolean;
  /** Whether entries have `data`. */
  data?: boolean;
  /** What title, description or location must contain. */
  text?: string;
  /** A kind of component of iCalendar. */
  component?: CalendarComponent;
  /** The UID that it must have. */
  uid?: string;
  /** Categories that it must have, all of them. */
  categories?: string[];
  /** The address of somebody who must be among organizer and participants. */
  participant?: string;
  /** The status that it must have, one of these; one without a status is confirmed. */
  status?: EventQueryStatusItem[];
}

export type EventQueryStatusItem =
  | 'confirmed'
  | 'tentative'
  | 'cancelled'
  | 'needs-action'
  | 'in-process'
  | 'completed'
  | 'draft'
  | 'final'
  | (string & {});

export const EventQueryStatusItem = {
  Confirmed: 'confirmed',
  Tentative: 'tentative',
  Cancelled: 'cancelled',
  NeedsAction: 'needs-action',
  InProcess: 'in-process',
  Completed: 'completed',
  Draft: 'draft',
  Final: 'final',
} as const;

/** A folder or a file, without what it holds. */
export interface File {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** What it is. */
  kind: FileKind;
  /** The last segment of its path; empty for the folder that holds all others. */
  name: string;
  /** The folder that it is in; null for the one that holds all others. */
  folder: string | null;
  /** Its path in WebDAV. */
  href: string;
  /** Whose something is. */
  owner: Owner;
  /** Whether it belongs to whoever asks. */
  mine: boolean;
  /** What whoever asks may do with it. */
  rights: Right[];
  /** A moment in UTC (RFC 3339). */
  created: string;
  /** A moment in UTC (RFC 3339). */
  modified: string;
  /** The media type of a file. */
  mediaType: string | null;
  /** The bytes of a file. */
  size: Int64 | null;
  /** The entity tag of a file, for `If-Match`. */
  etag: string | null;
}

/** What it is. */
export type FileKind = 'file' | 'folder' | (string & {});

export const FileKind = {
  File: 'file',
  Folder: 'folder',
} as const;

/** A page of folders and files. */
export interface FilePage {
  items: File[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** What to change of a folder or a file. */
export interface FileUpdate {
  /**
   * The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and characters that cannot be
   * seen are refused.
   */
  name?: string;
  /** Identifies an object for as long as it exists. */
  folder?: string;
}

/** When somebody is busy. */
export interface FreeBusy {
  /** A moment in UTC (RFC 3339). */
  from: string;
  /** A moment in UTC (RFC 3339). */
  to: string;
  periods: BusyPeriod[];
}

/** What became of the objects of a file. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  objects: ImportedObject[];
}

/** What became of an object of a file. */
export interface ImportedObject {
  /** Where it is or would be in DAV. */
  href: string;
  /** Its UID. */
  uid: string;
  /** 201 for created, 204 for updated, 304 for unchanged, else why it was refused. */
  status: number;
  /** A sentence. */
  error?: string;
  /** The precondition that does not hold, as `{namespace}name`. */
  condition?: string;
}

/** What somebody offered to share. */
export interface Invitation {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** Identifies an object for as long as it exists. */
  collection: string;
  /** What is shared. */
  kind: InvitationKind;
  /** A person, a group, a room or a resource. */
  owner: Principal;
  /** What a share gives: when somebody is busy, everything to read, or everything to read and to change. */
  access: ShareAccess;
  /** What its owner calls it. */
  summary: string;
  /** What was made of it. */
  state: InvitationState;
  /** A moment in UTC (RFC 3339). */
  changed: string;
  /** Its path in DAV among one's own, once it is accepted. */
  href: string | null;
}

/** What is shared. */
export type InvitationKind = 'calendar' | 'addressbook' | (string & {});

export const InvitationKind = {
  Calendar: 'calendar',
  Addressbook: 'addressbook',
} as const;

/** What to make of it. */
export interface InvitationAnswer {
  /** Whether to have it. */
  state: InvitationAnswerState;
  /** What to call it among one's own. */
  summary?: string;
}

/** Whether to have it. */
export type InvitationAnswerState = 'accepted' | 'declined';

export const InvitationAnswerState = {
  Accepted: 'accepted',
  Declined: 'declined',
} as const;

/** A page of invitations. */
export interface InvitationPage {
  items: Invitation[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** What was made of it. */
export type InvitationState = 'invited' | 'accepted' | 'declined' | (string & {});

export const InvitationState = {
  Invited: 'invited',
  Accepted: 'accepted',
  Declined: 'declined',
} as const;

/**
 * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent
 * and are told.
 */
export interface JsCalendar {
  /** What it is. */
  '@type'?: JsCalendarAtType;
  /** Its identifier in all systems; the server makes one for a new object without. */
  uid?: string;
  /** What it is called. */
  title?: string;
  /** What it is about. */
  description?: string;
  /** Its beginning in local time. */
  start?: string;
  /** The IANA name of its time zone; null floats with the reader. */
  timeZone?: string | null;
  /** How long it lasts. */
  duration?: string;
  /** Of a Task, until when, in local time. */
  due?: string;
  /** Whether it lasts whole days. */
  showWithoutTime?: boolean;
  /** How sure it is. */
  status?: JsCalendarStatus;
  /** How far a Task is. */
  progress?: JsCalendarProgress;
  /** How much of a Task is done. */
  percentComplete?: number;
  /** Whether it makes busy. */
  freeBusyStatus?: JsCalendarFreeBusyStatus;
  /** How much of it others see. */
  privacy?: JsCalendarPrivacy;
  /** 1 is the highest, 0 none. */
  priority?: number;
  /** A colour for it. */
  color?: string;
  /** The language of its texts. */
  locale?: string;
  /** How often it was changed for those invited. */
  sequence?: number;
  /** When it was made. */
  created?: string;
  /** When it was changed. */
  updated?: string;
  /** What made it. */
  prodId?: string;
  /** Keywords by their text. */
  keywords?: Record<string, boolean>;
  /** Categories by their URI. */
  categories?: Record<string, boolean>;
  /** Places. */
  locations?: Record<string, Record<string, unknown>>;
  /** Places to call. */
  virtualLocations?: Record<string, Record<string, unknown>>;
  /** Files and pages. */
  links?: Record<string, Record<string, unknown>>;
  /** Who takes part. */
  participants?: Record<string, Record<string, unknown>>;
  /** Where answers go. */
  replyTo?: Record<string, string>;
  /** Reminders. */
  alerts?: Record<string, Record<string, unknown>>;
  /** When it happens again. */
  recurrenceRules?: Record<string, unknown>[];
  /** When it does not. */
  excludedRecurrenceRules?: Record<string, unknown>[];
  /** Instances that differ. */
  recurrenceOverrides?: Record<string, Record<string, unknown>>;
  /** Of an instance alone, which one it is. */
  recurrenceId?: string;
  /** What it belongs to. */
  relatedTo?: Record<string, Record<string, unknown>>;
}

/** What it is. */
export type JsCalendarAtType = 'Event' | 'Task' | 'Group' | (string & {});

export const JsCalendarAtType = {
  Event: 'Event',
  Task: 'Task',
  Group: 'Group',
} as const;

/** Whether it makes busy. */
export type JsCalendarFreeBusyStatus = 'free' | 'busy' | (string & {});

export const JsCalendarFreeBusyStatus = {
  Free: 'free',
  Busy: 'busy',
} as const;

/** How much of it others see. */
export type JsCalendarPrivacy = 'public' | 'private' | 'secret' | (string & {});

export const JsCalendarPrivacy = {
  Public: 'public',
  Private: 'private',
  Secret: 'secret',
} as const;

/** How far a Task is. */
export type JsCalendarProgress = 'needs-action' | 'in-process' | 'completed' | 'failed' | 'cancelled' | (string & {});

export const JsCalendarProgress = {
  NeedsAction: 'needs-action',
  InProcess: 'in-process',
  Completed: 'completed',
  Failed: 'failed',
  Cancelled: 'cancelled',
} as const;

/** How sure it is. */
export type JsCalendarStatus = 'confirmed' | 'cancelled' | 'tentative' | (string & {});

export const JsCalendarStatus = {
  Confirmed: 'confirmed',
  Cancelled: 'cancelled',
  Tentative: 'tentative',
} as const;

/**
 * A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are told.
 */
export interface JsContact {
  /** What it is. */
  '@type'?: 'Card';
  /** The version of JSContact, 1.0. */
  version?: string;
  /** Its identifier in all systems; the server makes one for a new card without. */
  uid?: string;
  /** What sort of card it is. */
  kind?: JsContactKind;
  /** When it was made. */
  created?: string;
  /** When it was changed. */
  updated?: string;
  /** The language of its texts. */
  language?: string;
  /** What made it. */
  prodId?: string;
  /** The name. */
  name?: Record<string, unknown>;
  /** Names among friends. */
  nicknames?: Record<string, Record<string, unknown>>;
  /** Where they work. */
  organizations?: Record<string, Record<string, unknown>>;
  /** Titles and roles. */
  titles?: Record<string, Record<string, unknown>>;
  /** Mail addresses. */
  emails?: Record<string, Record<string, unknown>>;
  /** Telephone numbers. */
  phones?: Record<string, Record<string, unknown>>;
  /** Accounts elsewhere. */
  onlineServices?: Record<string, Record<string, unknown>>;
  /** Where they live. */
  addresses?: Record<string, Record<string, unknown>>;
  /** Birthdays and other days. */
  anniversaries?: Record<string, Record<string, unknown>>;
  /** Pages. */
  links?: Record<string, Record<string, unknown>>;
  /** Photos, logos and sounds. */
  media?: Record<string, Record<string, unknown>>;
  /** Of a group whom it has. */
  members?: Record<string, boolean>;
  /** Keywords by their text. */
  keywords?: Record<string, boolean>;
  /** Notes. */
  notes?: Record<string, Record<string, unknown>>;
  /** Who they belong to. */
  relatedTo?: Record<string, Record<string, unknown>>;
}

/** What sort of card it is. */
export type JsContactKind = 'individual' | 'group' | 'org' | 'location' | 'device' | 'application' | (string & {});

export const JsContactKind = {
  Individual: 'individual',
  Group: 'group',
  Org: 'org',
  Location: 'location',
  Device: 'device',
  Application: 'application',
} as const;

/** A new app password with what it is. */
export interface MadeAppPassword {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** What it is for. */
  label: string;
  /** What an app password may be used for. */
  scope: AppPasswordScope;
  /** A moment in UTC (RFC 3339). */
  created: string;
  /** When it ends; null for never. */
  expires: string | null;
  /** To the hour or so; null before it was used. */
  lastUsed: string | null;
  /** The password, which is told this once. */
  secret: string;
}

/** A token with what it is, which is told this once. */
export interface MadeToken {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** What it is for. */
  name: string;
  /** What it opens. */
  scopes: Scope[];
  /** When it was made. */
  created: string;
  /** When it ends; null for never. */
  expires: string | null;
  /** To the hour or so; null where it was never used. */
  lastUsed: string | null;
  /** What is sent as `Authorization: Bearer …`. */
  token: string;
}

/** A webhook with its secret, which is told this once. */
export interface MadeWebhook {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** What it is for. */
  name: string;
  /** Where it sends to. */
  url: string;
  /** What it sends; null for everything. */
  types: string[] | null;
  /** The collections whose changes it sends; null for all that one sees. */
  collections: string[] | null;
  /** Whether it is switched on. */
  active: boolean;
  /** Why it is not. */
  reason: string | null;
  /** When it was made. */
  created: string;
  /** When it was changed. */
  changed: string;
  /** Since when nothing arrived. */
  failingSince: string | null;
  /** What its messages are signed with. */
  secret: string;
}

/** An address book to make. */
export interface NewAddressBook {
  /** The last segment of its path in DAV; the server finds one otherwise. */
  name?: string;
  /** The name to show. */
  displayName: string;
  /** What it is for. */
  description?: string | null;
}

/** An app password to make. */
export interface NewAppPassword {
  /** What it is for. */
  label: string;
  /** What it may be used for. */
  scope: NewAppPasswordScope;
  /** Until it expires; null for never. */
  days?: number | null;
}

/** What it may be used for. */
export type NewAppPasswordScope = 'dav' | 'read-only' | 'api';

export const NewAppPasswordScope = {
  Dav: 'dav',
  ReadOnly: 'read-only',
  Api: 'api',
} as const;

/** A calendar to make. */
export interface NewCalendar {
  /** The last segment of its path in DAV; the server finds one otherwise. */
  name?: string;
  /** The name to show. */
  displayName: string;
  /** What it is for. */
  description?: string | null;
  /** A colour, as `#RRGGBB` or `#RRGGBBAA`. */
  color?: string | null;
  /** The IANA name of a time zone. */
  timeZone?: string | null;
  /** The kinds of components of iCalendar that it can hold. */
  components?: CalendarComponent[];
  /** Whether what it holds makes its owner busy. */
  countsAsBusy?: boolean;
}

/** An event to add. */
export interface NewCalendarEvent {
  /** The last segment of its path in DAV; the server finds one otherwise. */
  name?: string;
  /**
   * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent
   * and are told.
   */
  data: JsCalendar;
}

/** A contact to add. */
export interface NewContact {
  /** The last segment of its path in DAV; the server finds one otherwise. */
  name?: string;
  /**
   * A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are
   * told.
   */
  data: JsContact;
}

/** A folder to make. */
export interface NewFolder {
  /**
   * The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and characters that cannot be
   * seen are refused.
   */
  name: string;
  /** Identifies an object for as long as it exists. */
  folder?: string;
}

/** A password to set. */
export interface NewPassword {
  /** The one that counts now. */
  oldPassword?: string;
  /** The new one. */
  password: string;
}

/** What to give somebody. */
export interface NewShare {
  /** What they may do. */
  access: NewShareAccess;
  /** What the invitation calls it. */
  summary?: string;
}

/** What they may do. */
export type NewShareAccess = 'busy' | 'read' | 'read-write';

export const NewShareAccess = {
  Busy: 'busy',
  Read: 'read',
  ReadWrite: 'read-write',
} as const;

/** A token to be made. */
export interface NewToken {
  /** What it is for. */
  name: string;
  /** What it opens. */
  scopes: string[];
  /** When it ends (RFC 3339); null or nothing for never. */
  expires?: string | null;
}

/** A webhook to be made. */
export interface NewWebhook {
  /** Where it sends to, with https. */
  url: string;
  /** What it is for. */
  name?: string | null;
  /** What it sends, such as `event.created`, or `event.*` for whatever happens to events; null for everything. */
  types?: string[] | null;
  /** The collections whose changes it sends; null for all that one sees. */
  collections?: string[] | null;
  /** Whether it is switched on; null for true. */
  active?: boolean | null;
}

/** An instance of an event. */
export interface Occurrence {
  /** Which instance of a series it is, in local time. */
  recurrenceId: string | null;
  /** A moment in UTC (RFC 3339). */
  start: string;
  /** A moment in UTC (RFC 3339). */
  end: string;
  /** Whether it lasts whole days. */
  allDay: boolean;
  /** Whether it is other than the series says. */
  changed: boolean;
}

/** A page of instances. */
export interface OccurrencePage {
  items: Occurrence[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** Whose something is. */
export interface Owner {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** The name of the account. */
  name: string;
  /** The name to show. */
  displayName: string;
}

/** What a webhook is sent for a try. */
export interface PingMessage {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** What happened. */
  type: 'ping';
  /** When it happened. */
  time: string;
  /** Identifies an object for as long as it exists. */
  account: string;
  /** Identifies an object for as long as it exists. */
  webhook: string;
  /** Nothing. */
  data: Record<string, unknown>;
}

/** A person, a group, a room or a resource. */
export interface Principal {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** The name of the account. */
  name: string;
  /** The name to show. */
  displayName: string;
  /** Its address, if it has one. */
  email: string | null;
  /** What sort of a principal it is. */
  kind: PrincipalKind;
}

/** What sort of a principal it is. */
export type PrincipalKind = 'user' | 'group' | 'resource' | 'room' | (string & {});

export const PrincipalKind = {
  User: 'user',
  Group: 'group',
  Resource: 'resource',
  Room: 'room',
} as const;

/** A page of people, groups, rooms and resources. */
export interface PrincipalPage {
  items: Principal[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** Why a request was refused (RFC 9457). */
export interface Problem_ {
  /** The kind of problem, one of `x-problem-types`. */
  type: string;
  /** The kind of problem for people. */
  title: string;
  /** The status of the answer. */
  status: number;
  /** What is wrong with this request. */
  detail: string;
  /** The precondition that does not hold, as `{namespace}name`. */
  condition?: string;
  /** Where the input is wrong. */
  errors?: ProblemError[];
}

/** A place in the input and what is wrong there. */
export interface ProblemError {
  /** A JSON Pointer into the body; for parameters `/query/NAME`, `/path/NAME` or `/header/NAME`. */
  pointer: string;
  /** A sentence. */
  detail: string;
}

/** Bytes that an account uses, and may use. */
export interface Quota {
  /** What it uses. */
  used: Int64;
  /** What it was given; null where the default counts. */
  own: Int64 | null;
  /** What counts; null where there is no limit. */
  limit: Int64 | null;
}

/** What to change of a quota. */
export interface QuotaUpdate {
  /** Bytes; null takes the default. */
  own?: Int64 | null;
}

/** Something that one may do with a collection. */
export type Right = 'read' | 'add' | 'change' | 'remove' | 'configure' | 'share' | (string & {});

export const Right = {
  Read: 'read',
  Add: 'add',
  Change: 'change',
  Remove: 'remove',
  Configure: 'configure',
  Share: 'share',
} as const;

/** What an account may do beside what is its own. */
export type Role = 'owner' | 'auditor' | 'admin' | (string & {});

export const Role = {
  Owner: 'owner',
  Auditor: 'auditor',
  Admin: 'admin',
} as const;

/** What a token may be for. */
export type Scope =
  | 'profile'
  | 'calendars:read'
  | 'calendars:write'
  | 'contacts:read'
  | 'contacts:write'
  | 'files:read'
  | 'files:write'
  | 'sharing'
  | 'changes:read'
  | 'webhooks'
  | 'tokens'
  | 'admin'
  | 'dav'
  | 'offline_access'
  | (string & {});

export const Scope = {
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
} as const;

/** Who is signed in, and by what. */
export interface Session {
  /** The account of whoever asks. */
  account: SessionAccount;
  /** What this request was signed in with. */
  credential: SessionCredential;
  /** What the server takes, in bytes. */
  limits: SessionLimits;
}

/** The account of whoever asks. */
export interface SessionAccount {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** The name one signs in with. */
  name: string;
  /** The name to show. */
  displayName: string;
  /** The address of this account, if it has one. */
  email: string | null;
  /** What sort of a principal it is. */
  kind: SessionAccountKind;
  /** What it may do beside what is its own. */
  role: SessionAccountRole;
}

/** What sort of a principal it is. */
export type SessionAccountKind = 'user' | 'group' | 'resource' | 'room' | (string & {});

export const SessionAccountKind = {
  User: 'user',
  Group: 'group',
  Resource: 'resource',
  Room: 'room',
} as const;

/** What it may do beside what is its own. */
export type SessionAccountRole = 'owner' | 'auditor' | 'admin' | (string & {});

export const SessionAccountRole = {
  Owner: 'owner',
  Auditor: 'auditor',
  Admin: 'admin',
} as const;

/** What this request was signed in with. */
export interface SessionCredential {
  /** Of a token or an app password; null of anything else. */
  id: string | null;
  /** How it was proven, such as `password`, `app-password` or `token`. */
  method: string;
  /** What it may be used for. */
  scope: SessionCredentialScope;
  /** What a token is for; null where nothing is left out. */
  scopes: string[] | null;
  /** When it ends; null for never. */
  expires: string | null;
}

/** What it may be used for. */
export type SessionCredentialScope = 'full' | 'dav' | 'read-only' | 'api' | (string & {});

export const SessionCredentialScope = {
  Full: 'full',
  Dav: 'dav',
  ReadOnly: 'read-only',
  Api: 'api',
} as const;

/** What the server takes, in bytes. */
export interface SessionLimits {
  /** The largest event or contact. */
  objectSize: Int64;
  /** The largest file; null without a limit. */
  fileSize: Int64 | null;
  /** The largest file of events or contacts to import. */
  importSize: Int64;
}

/** What somebody was offered of a calendar or an address book. */
export interface Share {
  /** Identifies an object for as long as it exists. */
  collection: string;
  /** A person, a group, a room or a resource. */
  account: Principal;
  /** What a share gives: when somebody is busy, everything to read, or everything to read and to change. */
  access: ShareAccess;
  /** What the invitation calls it. */
  summary: string;
  /** What everybody who was invited made of it. */
  answers: ShareAnswer[];
}

/** What a share gives: when somebody is busy, everything to read, or everything to read and to change. */
export type ShareAccess = 'busy' | 'read' | 'read-write' | (string & {});

export const ShareAccess = {
  Busy: 'busy',
  Read: 'read',
  ReadWrite: 'read-write',
} as const;

/** What somebody made of an invitation. */
export interface ShareAnswer {
  /** A person, a group, a room or a resource. */
  account: Principal;
  /** What was made of it. */
  state: InvitationState;
}

/** A page of shares. */
export interface SharePage {
  items: Share[];
  /** What `cursor` takes for the next page; null on the last one. */
  next: string | null;
}

/** A token, without what it is. */
export interface Token_ {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** What it is for. */
  name: string;
  /** What it opens. */
  scopes: Scope[];
  /** When it was made. */
  created: string;
  /** When it ends; null for never. */
  expires: string | null;
  /** To the hour or so; null where it was never used. */
  lastUsed: string | null;
}

/** A page of tokens. */
export interface TokenPage {
  /** The tokens. */
  items: Token_[];
  /** Null; there is one page. */
  next: string | null;
}

/** Where changes are sent. */
export interface Webhook {
  /** Identifies an object for as long as it exists. */
  id: string;
  /** What it is for. */
  name: string;
  /** Where it sends to. */
  url: string;
  /** What it sends; null for everything. */
  types: string[] | null;
  /** The collections whose changes it sends; null for all that one sees. */
  collections: string[] | null;
  /** Whether it is switched on. */
  active: boolean;
  /** Why it is not. */
  reason: string | null;
  /** When it was made. */
  created: string;
  /** When it was changed. */
  changed: string;
  /** Since when nothing arrived. */
  failingSince: string | null;
}

/** A page of webhooks. */
export interface WebhookPage {
  /** The webhooks. */
  items: Webhook[];
  /** Null; there is one page. */
  next: string | null;
}

/** What is to be changed of a webhook. */
export interface WebhookPatch {
  /** Where it sends to, with https. */
  url?: string;
  /** What it is for. */
  name?: string | null;
  /** What it sends, such as `event.created`, or `event.*` for whatever happens to events; null for everything. */
  types?: string[] | null;
  /** The collections whose changes it sends; null for all that one sees. */
  collections?: string[] | null;
  /** Whether it is switched on; null for true. */
  active?: boolean | null;
}

/** A new secret. */
export interface WebhookSecret {
  /** What messages are signed with. */
  secret: string;
  /** Until when they are signed with the one before as well. */
  formerUntil: string;
}

export type IfExists = 'replace' | 'skip';

export const IfExists = {
  Replace: 'replace',
  Skip: 'skip',
} as const;

export type GraphAccess = 'BUSY' | 'READ' | 'READ_WRITE' | (string & {});

export const GraphAccess = {
  Busy: 'BUSY',
  Read: 'READ',
  ReadWrite: 'READ_WRITE',
} as const;

export type GraphAppScope = 'API' | 'DAV' | 'READ_ONLY' | (string & {});

export const GraphAppScope = {
  Api: 'API',
  Dav: 'DAV',
  ReadOnly: 'READ_ONLY',
} as const;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
export interface AuditResult {
  /** The audit trail, the newest first. */
  audit: Audit;
}

/** A page, in the one order that all pages have. */
export interface Audit {
  pageInfo: AuditPageInfo;
  /** The nodes of the edges. */
  nodes: AuditNodes[];
}

/** An act that was noted: a write, a login, a refusal, an act of an administrator. */
export interface AuditNodes {
  at: string | null;
  action: string;
  /** ok, failed or denied. */
  outcome: string;
  /** Where what it was about stands now. */
  href: string | null;
  /** Null where it was erased, or nobody's account. */
  actor: AuditNodesActor | null;
}

/** A user, a group, a room or a resource. */
export interface AuditNodesActor {
  id: string;
  name: string;
}

/** Where a page stands among all. */
export interface AuditPageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Which acts; what is left out does not select. */
export interface AuditFilter {
  /** Who acted, or what it was about. */
  account?: string | null;
  actions?: string[] | null;
  outcomes?: string[] | null;
  requestId?: string | null;
  since?: string | null;
  /** Before this moment. */
  until?: string | null;
}

/** Administrators and auditors ask for everything, everybody else for what is their own. */
export interface CollectionResult {
  /** A collection by its id; null where there is none that you may ask for. */
  collection: Collection | null;
}

/** A home, a calendar, an address book or a folder. */
export interface Collection {
  id: string;
  name: string;
  /** DAV:displayname; empty where none was given. */
  displayName: string;
  kind: string;
  /** Its URL for WebDAV. */
  href: string;
  /** How many members it has, without those of its members. */
  memberCount: Int64;
  /** Bytes that its members have together, without those of their members. */
  size: Int64;
  modified: string | null;
  owner: CollectionOwner | null;
  /** Its own access control list, in its order. */
  acl: CollectionAcl[];
}

/** An entry of an access control list (RFC 3744): whom it is about, and what it grants or denies. */
export interface CollectionAcl {
  principal: string;
  grants: boolean;
  inverted: boolean;
  privileges: string[];
}

/** A user, a group, a room or a resource. */
export interface CollectionOwner {
  id: string;
  name: string;
}

/** Changes, made in the order in which they were sent; each stands or falls alone. */
export interface CreateAppPasswordResult {
  /** Makes a password of its own for one client. */
  createAppPassword: CreateAppPassword | null;
}

export interface CreateAppPassword {
  newAppPassword: CreateAppPasswordNewAppPassword | null;
  errors: CreateAppPasswordErrors[];
}

/** Why nothing was changed, and which part of the input is to blame. */
export interface CreateAppPasswordErrors {
  code: GraphErrorCode;
  field: string | null;
  message: string;
}

/** An app password, which is told this once. */
export interface CreateAppPasswordNewAppPassword {
  label: string;
  secret: string;
}

export interface CreateAppPasswordInput {
  days?: Int64 | null;
  label: string;
  principal: string;
  scope?: GraphAppScope;
}

/** Changes, made in the order in which they were sent; each stands or falls alone. */
export interface CreateCollectionResult {
  /** In a home or another collection. */
  createCollection: CreateCollection | null;
}

export interface CreateCollection {
  collection: CreateCollection2 | null;
  errors: CreateCollectionErrors[];
}

/** A home, a calendar, an address book or a folder. */
export interface CreateCollection2 {
  id: string;
  name: string;
  /** DAV:displayname; empty where none was given. */
  displayName: string;
  kind: string;
  /** Its URL for WebDAV. */
  href: string;
}

/** Why nothing was changed, and which part of the input is to blame. */
export interface CreateCollectionErrors {
  code: GraphErrorCode;
  field: string | null;
  message: string;
}

export interface CreateCollectionInput {
  collection: string;
  displayName?: string | null;
  kind: string;
  name: string;
}

/** Changes, made in the order in which they were sent; each stands or falls alone. */
export interface CreatePrincipalResult {
  /** Makes an account with its homes. */
  createPrincipal: CreatePrincipal | null;
}

export interface CreatePrincipal {
  principal: CreatePrincipal2 | null;
  errors: CreatePrincipalErrors[];
}

/** Why nothing was changed, and which part of the input is to blame. */
export interface CreatePrincipalErrors {
  code: GraphErrorCode;
  field: string | null;
  message: string;
}

/** A user, a group, a room or a resource. */
export interface CreatePrincipal2 {
  id: string;
  name: string;
  displayName: string;
  /** Its URL for WebDAV. */
  href: string;
}

export interface CreatePrincipalInput {
  displayName?: string | null;
  email?: string | null;
  kind?: GraphNewKind;
  name: string;
  password?: string | null;
  quota?: Int64 | null;
  role?: GraphNewRole;
}

/** Why nothing was changed. */
export type GraphErrorCode =
  | 'BAD_INPUT'
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'INTERNAL'
  | 'LAST_ADMINISTRATOR'
  | 'LOCKED'
  | 'NOT_FOUND'
  | 'QUOTA'
  | 'TAKEN'
  | 'UNAVAILABLE'
  | (string & {});

export const GraphErrorCode = {
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
} as const;

/** What kind of principal an account is. */
export type GraphKind = 'GROUP' | 'RESOURCE' | 'ROOM' | 'USER' | (string & {});

export const GraphKind = {
  Group: 'GROUP',
  Resource: 'RESOURCE',
  Room: 'ROOM',
  User: 'USER',
} as const;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
export interface MeResult {
  /** Who asks. */
  me: Me;
}

/** A user, a group, a room or a resource. */
export interface Me {
  id: string;
  name: string;
  displayName: string;
  email: string;
  kind: GraphKind;
  role: GraphRole;
  quota: MeQuota;
}

/** Bytes that an account uses, and may use. */
export interface MeQuota {
  used: Int64;
  /** What counts; null where there is no limit. */
  limit: Int64 | null;
}

/** Which messages; what is left out does not select. */
export interface MessageFilter {
  kind?: string | null;
  state?: GraphMessageState | null;
}

export interface MessageInput {
  message: string;
}

/** Where a message of the outbox is. */
export type GraphMessageState = 'GIVEN_UP' | 'ON_ITS_WAY' | 'WAITING' | (string & {});

export const GraphMessageState = {
  GivenUp: 'GIVEN_UP',
  OnItsWay: 'ON_ITS_WAY',
  Waiting: 'WAITING',
} as const;

export type GraphNewKind = 'GROUP' | 'RESOURCE' | 'ROOM' | 'USER' | (string & {});

export const GraphNewKind = {
  Group: 'GROUP',
  Resource: 'RESOURCE',
  Room: 'ROOM',
  User: 'USER',
} as const;

export type GraphNewRole = 'ADMIN' | 'AUDITOR' | 'OWNER' | (string & {});

export const GraphNewRole = {
  Admin: 'ADMIN',
  Auditor: 'AUDITOR',
  Owner: 'OWNER',
} as const;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
export interface OutboxResult {
  /** Messages that wait, are on their way or were given up. */
  outbox: Outbox;
}

/** A page, in the one order that all pages have. */
export interface Outbox {
  pageInfo: OutboxPageInfo;
  /** The nodes of the edges. */
  nodes: OutboxNodes[];
}

/** What a transaction wants done outside of the store. */
export interface OutboxNodes {
  id: string;
  kind: string;
  state: GraphMessageState;
  attempts: number;
  /** Why the last attempt failed. */
  failure: string;
  created: string | null;
  /** When it is tried next. */
  due: string | null;
  account: OutboxNodesAccount | null;
}

/** A user, a group, a room or a resource. */
export interface OutboxNodesAccount {
  id: string;
  name: string;
}

/** Where a page stands among all. */
export interface OutboxPageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Administrators and auditors ask for everything, everybody else for what is their own. */
export interface PrincipalResult {
  /** A principal by its id or its name; null where there is none that you may ask for. */
  principal: Principal2 | null;
}

/** A user, a group, a room or a resource. */
export interface Principal2 {
  id: string;
  name: string;
  displayName: string;
  email: string;
  kind: GraphKind;
  role: GraphRole;
  disabled: boolean;
  /** The homes, calendars, address books and folders that it owns, at any depth. */
  collections: PrincipalCollections;
}

/** A page, in the one order that all pages have. */
export interface PrincipalCollections {
  /** The nodes of the edges. */
  nodes: PrincipalCollectionsNodes[];
}

/** A home, a calendar, an address book or a folder. */
export interface PrincipalCollectionsNodes {
  id: string;
  name: string;
  /** DAV:displayname; empty where none was given. */
  displayName: string;
  kind: string;
  /** Its URL for WebDAV. */
  href: string;
  /** How many members it has, without those of its members. */
  memberCount: Int64;
  /** Bytes that its members have together, without those of their members. */
  size: Int64;
}

/** Which principals; what is left out does not select. */
export interface PrincipalFilter {
  disabled?: boolean | null;
  kind?: GraphKind | null;
  memberOf?: string | null;
  role?: GraphRole | null;
  /** What name, display name or address contain. */
  text?: string | null;
}

/** Administrators and auditors ask for everything, everybody else for what is their own. */
export interface PrincipalsResult {
  /** Principals by name. */
  principals: Principals;
}

/** A page, in the one order that all pages have. */
export interface Principals {
  /** How many there are on all pages together. */
  totalCount: number;
  pageInfo: PrincipalsPageInfo;
  /** The nodes of the edges. */
  nodes: PrincipalsNodes[];
}

/** A user, a group, a room or a resource. */
export interface PrincipalsNodes {
  id: string;
  name: string;
  displayName: string;
  email: string;
  kind: GraphKind;
  role: GraphRole;
  disabled: boolean;
  created: string | null;
}

/** Where a page stands among all. */
export interface PrincipalsPageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Changes, made in the order in which they were sent; each stands or falls alone. */
export interface RetryMessageResult {
  /** Tries a message of the outbox again, with all its attempts before it. */
  retryMessage: RetryMessage | null;
}

export interface RetryMessage {
  done: boolean;
  errors: RetryMessageErrors[];
}

/** Why nothing was changed, and which part of the input is to blame. */
export interface RetryMessageErrors {
  code: GraphErrorCode;
  field: string | null;
  message: string;
}

/** Changes, made in the order in which they were sent; each stands or falls alone. */
export interface RevokeAppPasswordResult {
  /** It is worthless at once. */
  revokeAppPassword: RevokeAppPassword | null;
}

export interface RevokeAppPassword {
  done: boolean;
  errors: RevokeAppPasswordErrors[];
}

/** Why nothing was changed, and which part of the input is to blame. */
export interface RevokeAppPasswordErrors {
  code: GraphErrorCode;
  field: string | null;
  message: string;
}

export interface RevokeAppPasswordInput {
  appPassword: string;
  principal: string;
}

/** What an account may do with what is not its own. */
export type GraphRole = 'ADMIN' | 'AUDITOR' | 'OWNER' | (string & {});

export const GraphRole = {
  Admin: 'ADMIN',
  Auditor: 'AUDITOR',
  Owner: 'OWNER',
} as const;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
export interface ServerResult {
  server: Server;
  plugins: ServerPlugins[];
}

/** A part of the server. */
export interface ServerPlugins {
  name: string;
  version: string;
  enabled: boolean;
  /** Where it comes from; empty for what is built in. */
  distribution: string;
}

/** What runs here. */
export interface Server {
  version: string;
}

/** Changes, made in the order in which they were sent; each stands or falls alone. */
export interface SetDisabledResult {
  /** Refuses all sign-ins of an account, whose data stays, or lets it sign in again. */
  setDisabled: SetDisabled | null;
}

export interface SetDisabled {
  principal: SetDisabledPrincipal | null;
  errors: SetDisabledErrors[];
}

/** Why nothing was changed, and which part of the input is to blame. */
export interface SetDisabledErrors {
  code: GraphErrorCode;
  field: string | null;
  message: string;
}

/** A user, a group, a room or a resource. */
export interface SetDisabledPrincipal {
  id: string;
  disabled: boolean;
}

export interface SetDisabledInput {
  disabled: boolean;
  principal: string;
}

/** Changes, made in the order in which they were sent; each stands or falls alone. */
export interface ShareResult {
  /** Offers a calendar or an address book to somebody. */
  share: Share2 | null;
}

export interface Share2 {
  collection: ShareCollection | null;
  errors: ShareErrors[];
}

/** A home, a calendar, an address book or a folder. */
export interface ShareCollection {
  id: string;
  /** DAV:displayname; empty where none was given. */
  displayName: string;
}

/** Why nothing was changed, and which part of the input is to blame. */
export interface ShareErrors {
  code: GraphErrorCode;
  field: string | null;
  message: string;
}

export interface ShareInput {
  access: GraphAccess;
  collection: string;
  sharee: string;
  summary?: string | null;
}

/** Changes, made in the order in which they were sent; each stands or falls alone. */
export interface UpdatePrincipalResult {
  /** Changes what it is known by, or its quota. */
  updatePrincipal: UpdatePrincipal | null;
}

export interface UpdatePrincipal {
  principal: UpdatePrincipal2 | null;
  errors: UpdatePrincipalErrors[];
}

/** Why nothing was changed, and which part of the input is to blame. */
export interface UpdatePrincipalErrors {
  code: GraphErrorCode;
  field: string | null;
  message: string;
}

/** A user, a group, a room or a resource. */
export interface UpdatePrincipal2 {
  id: string;
  name: string;
  displayName: string;
  email: string;
  quota: UpdatePrincipalQuota;
}

/** Bytes that an account uses, and may use. */
export interface UpdatePrincipalQuota {
  used: Int64;
  /** What counts; null where there is no limit. */
  limit: Int64 | null;
}

/** What is left out stays as it is. */
export interface UpdatePrincipalInput {
  displayName?: string | null;
  email?: string | null;
  principal: string;
  quota?: Int64 | null;
}
