// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Upload } from '../runtime/bodies.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';
import type { Paged } from '../runtime/pages.js';
import type { TextResult } from '../runtime/results.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

export interface ContactsListOptions extends CallOptions {
  /** What a name, address, number, organization, title or note must contain, whatever the case. */
  text?: string | undefined;
  /** The mail address that it must have. */
  email?: string | undefined;
  /** The UID that it must have. */
  uid?: string | undefined;
  /** Whether entries have `data`; without, a list is much quicker. */
  data?: boolean | undefined;
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface ContactsQueryOptions extends CallOptions {
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface ContactsGetOptions extends CallOptions {
  /** The entity tags none of which the object must have, or `*`. */
  ifNoneMatch?: string | undefined;
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface ContactsGetAsVcardOptions extends CallOptions {
  /** The entity tags none of which the object must have, or `*`. */
  ifNoneMatch?: string | undefined;
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface ContactsReplaceOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there; 428 without. */
  ifMatch: string;
}

export interface ContactsReplaceFromJscontactOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there; 428 without. */
  ifMatch: string;
}

export interface ContactsReplaceFromVcardOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there; 428 without. */
  ifMatch: string;
}

export interface ContactsDeleteOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface ContactsUpdateOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

/** Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426). */
export class ContactsService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List contacts
   *
   * The contacts of an address book, in no order of names.
   *
   * A page may have fewer entries than `limit`, even none, and a next one.
   *
   * @param addressBookId The address book.
   */
  list(addressBookId: string, options: ContactsListOptions = {}): Paged<models.Contact> {
    const { text, email, uid, data, limit, cursor, ...calling } = options;
    return this.#calls.paged(
      {
        method: 'GET',
        path: `/address-books/${segment(addressBookId)}/contacts`,
        query: {
          text,
          email,
          uid,
          data,
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Add a contact
   *
   * Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.
   *
   * @param addressBookId The address book.
   */
  async create(addressBookId: string, body: models.NewContact, options?: CallOptions): Promise<models.Contact> {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/address-books/${segment(addressBookId)}/contacts`,
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
        retry: 'keyed',
      },
      options,
    );
  }

  /**
   * Add a contact
   *
   * Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.
   *
   * @param addressBookId The address book.
   */
  async createFromJscontact(
    addressBookId: string,
    body: models.JsContact,
    options?: CallOptions,
  ): Promise<models.Contact> {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/address-books/${segment(addressBookId)}/contacts`,
        headers: {
          'Content-Type': 'application/jscontact+json',
        },
        body: writeJson(body),
        retry: 'keyed',
      },
      options,
    );
  }

  /**
   * Add a contact
   *
   * Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.
   *
   * @param addressBookId The address book.
   */
  async createFromVcard(addressBookId: string, body: Upload, options?: CallOptions): Promise<models.Contact> {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/address-books/${segment(addressBookId)}/contacts`,
        headers: {
          'Content-Type': 'text/vcard',
        },
        body,
        retry: 'keyed',
      },
      options,
    );
  }

  /**
   * Find contacts
   *
   * The same list, by more than fits into a URL. All members of the question must hold at once.
   *
   * @param addressBookId The address book.
   */
  query(addressBookId: string, body: models.ContactQuery, options: ContactsQueryOptions = {}): Paged<models.Contact> {
    const { limit, cursor, ...calling } = options;
    return this.#calls.paged(
      {
        method: 'QUERY',
        path: `/address-books/${segment(addressBookId)}/contacts`,
        query: {
          limit,
          cursor,
        },
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Fetch a contact
   *
   * The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.
   *
   * @param addressBookId The address book.
   * @param contactId The contact.
   */
  async get(addressBookId: string, contactId: string, options: ContactsGetOptions = {}): Promise<models.Contact> {
    const { ifNoneMatch, ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'GET',
        path: `/address-books/${segment(addressBookId)}/contacts/${segment(contactId)}`,
        headers: {
          'If-None-Match': ifNoneMatch,
          'If-Match': ifMatch,
        },
      },
      calling,
    );
  }

  /**
   * Fetch a contact
   *
   * The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.
   *
   * @param addressBookId The address book.
   * @param contactId The contact.
   */
  async getAsVcard(
    addressBookId: string,
    contactId: string,
    options: ContactsGetAsVcardOptions = {},
  ): Promise<TextResult> {
    const { ifNoneMatch, ifMatch, ...calling } = options;
    return this.#calls.text(
      {
        method: 'GET',
        path: `/address-books/${segment(addressBookId)}/contacts/${segment(contactId)}`,
        headers: {
          Accept: 'text/vcard, application/problem+json;q=0.5',
          'If-None-Match': ifNoneMatch,
          'If-Match': ifMatch,
        },
      },
      calling,
    );
  }

  /**
   * Replace a contact
   *
   * Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so that what
   * JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any version.
   *
   * @param addressBookId The address book.
   * @param contactId The contact.
   */
  async replace(
    addressBookId: string,
    contactId: string,
    body: models.ContactChange,
    options: ContactsReplaceOptions,
  ): Promise<models.Contact> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'PUT',
        path: `/address-books/${segment(addressBookId)}/contacts/${segment(contactId)}`,
        headers: {
          'Content-Type': 'application/json',
          'If-Match': ifMatch,
        },
        body: writeJson(body),
      },
      calling,
    );
  }

  /**
   * Replace a contact
   *
   * Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so that what
   * JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any version.
   *
   * @param addressBookId The address book.
   * @param contactId The contact.
   */
  async replaceFromJscontact(
    addressBookId: string,
    contactId: string,
    body: models.JsContact,
    options: ContactsReplaceFromJscontactOptions,
  ): Promise<models.Contact> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'PUT',
        path: `/address-books/${segment(addressBookId)}/contacts/${segment(contactId)}`,
        headers: {
          'Content-Type': 'application/jscontact+json',
          'If-Match': ifMatch,
        },
        body: writeJson(body),
      },
      calling,
    );
  }

  /**
   * Replace a contact
   *
   * Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so that what
   * JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any version.
   *
   * @param addressBookId The address book.
   * @param contactId The contact.
   */
  async replaceFromVcard(
    addressBookId: string,
    contactId: string,
    body: Upload,
    options: ContactsReplaceFromVcardOptions,
  ): Promise<models.Contact> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'PUT',
        path: `/address-books/${segment(addressBookId)}/contacts/${segment(contactId)}`,
        headers: {
          'Content-Type': 'text/vcard',
          'If-Match': ifMatch,
        },
        body,
      },
      calling,
    );
  }

  /**
   * Remove a contact
   *
   * Removes a contact.
   *
   * @param addressBookId The address book.
   * @param contactId The contact.
   */
  async delete(addressBookId: string, contactId: string, options: ContactsDeleteOptions = {}): Promise<void> {
    const { ifMatch, ...calling } = options;
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/address-books/${segment(addressBookId)}/contacts/${segment(contactId)}`,
        headers: {
          'If-Match': ifMatch,
        },
      },
      calling,
    );
  }

  /**
   * Change a contact
   *
   * Changes parts of a contact: by a merge patch of its JSContact (RFC 7396), or by a PatchObject (RFC 9553 §1.4.3),
   * which reaches deeper members by pointers such as `emails/1/address`. Without `If-Match`, the change is made to the
   * version that is there.
   *
   * @param addressBookId The address book.
   * @param contactId The contact.
   */
  async update(
    addressBookId: string,
    contactId: string,
    body: Record<string, unknown>,
    options: ContactsUpdateOptions = {},
  ): Promise<models.Contact> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'PATCH',
        path: `/address-books/${segment(addressBookId)}/contacts/${segment(contactId)}`,
        headers: {
          'Content-Type': 'application/json',
          'If-Match': ifMatch,
        },
        body: writeJson(body),
        retry: 'keyed',
      },
      calling,
    );
  }
}
