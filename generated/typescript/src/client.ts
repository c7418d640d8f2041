// Rendered from the description of the interface; not for editing.

import { GraphqlService } from './graphql.js';
import { Calls } from './runtime/calls.js';
import { Dav } from './runtime/dav.js';
import type { ClientOptions } from './runtime/options.js';
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

/** Speaks to one server for one person. Make one and keep it: it holds the token that it found. */
export class Client {
  /** One's own account, those of others for administrators and auditors, and a directory of those that one sees. */
  readonly accounts: AccountsService;
  /** Address books of one's own and those that others share. */
  readonly addressBooks: AddressBooksService;
  /** Calendars of one's own and those that others share. */
  readonly calendars: CalendarsService;
  /** What changed of what one may see, as pages and as a stream. */
  readonly changes: ChangesService;
  /** Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426). */
  readonly contacts: ContactsService;
  /** Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545). */
  readonly events: EventsService;
  /** Folders and files of one's own, and those that others let one see. */
  readonly files: FilesService;
  /** What others offer to share. */
  readonly invitations: InvitationsService;
  /** Who is signed in, and what there is to call. */
  readonly session: SessionService;
  /** What one gives others of one's calendars and address books. */
  readonly shares: SharesService;
  /** What programs sign in with, each for some things alone. */
  readonly tokens: TokensService;
  /** Changes, sent to other servers as they happen. */
  readonly webhooks: WebhooksService;
  /** The operations of GraphQL. */
  readonly graphql: GraphqlService;
  /** WebDAV, CalDAV and CardDAV. */
  readonly dav: Dav;
  readonly #sender: Sender;

  constructor(options: ClientOptions = {}) {
    this.#sender = new Sender(options, 'a3dav-client-typescript/0.1.0');
    const calls = new Calls(this.#sender, '/api/v1');
    this.accounts = new AccountsService(calls);
    this.addressBooks = new AddressBooksService(calls);
    this.calendars = new CalendarsService(calls);
    this.changes = new ChangesService(calls);
    this.contacts = new ContactsService(calls);
    this.events = new EventsService(calls);
    this.files = new FilesService(calls);
    this.invitations = new InvitationsService(calls);
    this.session = new SessionService(calls);
    this.shares = new SharesService(calls);
    this.tokens = new TokensService(calls);
    this.webhooks = new WebhooksService(calls);
    this.graphql = new GraphqlService(new Calls(this.#sender), '/graphql');
    this.dav = new Dav(new Calls(this.#sender));
  }

  /** Ends what is under way, streams too. */
  close(): void {
    this.#sender.close();
  }
}
