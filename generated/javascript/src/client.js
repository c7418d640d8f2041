// Rendered from the description of the interface; not for editing.

import { GraphqlService } from './graphql.js';
import { Calls } from './runtime/calls.js';
import { Dav } from './runtime/dav.js';
import { Sender } from './runtime/sender.js';
import { AccountsService } from './services/accounts.js';
import { AddressBooksService } from './services/address-books.js';
import { CalendarsService } from './services/calendars.js';
import { ChangesService } from './services/changes.js';
import { ContactsService } from './services/contacts.js';
import { EventsService } from './services/events.js';
import { FilesService } from './services/files.js';
import { InvitationsService } from './services/invitations.js';
import { SessionService } from './services/session.js';
import { SharesService } from './services/shares.js';
import { TokensService } from './services/tokens.js';
import { WebhooksService } from './services/webhooks.js';

/** @import { ClientOptions } from './runtime/options.js' */

/** Speaks to one server for one person. Make one and keep it: it holds the token that it found. */
export class Client {
  #sender;

  /** @param {ClientOptions} [options] */
  constructor(options = {}) {
    this.#sender = new Sender(options, 'a3dav-client-javascript/0.1.0');
    const calls = new Calls(this.#sender, '/api/v1');
    /** One's own account, those of others for administrators and auditors, and a directory of those that one sees. */
    this.accounts = new AccountsService(calls);
    /** Address books of one's own and those that others share. */
    this.addressBooks = new AddressBooksService(calls);
    /** Calendars of one's own and those that others share. */
    this.calendars = new CalendarsService(calls);
    /** What changed of what one may see, as pages and as a stream. */
    this.changes = new ChangesService(calls);
    /** Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426). */
    this.contacts = new ContactsService(calls);
    /** Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545). */
    this.events = new EventsService(calls);
    /** Folders and files of one's own, and those that others let one see. */
    this.files = new FilesService(calls);
    /** What others offer to share. */
    this.invitations = new InvitationsService(calls);
    /** Who is signed in, and what there is to call. */
    this.session = new SessionService(calls);
    /** What one gives others of one's calendars and address books. */
    this.shares = new SharesService(calls);
    /** What programs sign in with, each for some things alone. */
    this.tokens = new TokensService(calls);
    /** Changes, sent to other servers as they happen. */
    this.webhooks = new WebhooksService(calls);
    /** The operations of GraphQL. */
    this.graphql = new GraphqlService(new Calls(this.#sender), '/graphql');
    /** WebDAV, CalDAV and CardDAV. */
    this.dav = new Dav(new Calls(this.#sender));
  }

  /** Ends what is under way, streams too. */
  close() {
    this.#sender.close();
  }
}
