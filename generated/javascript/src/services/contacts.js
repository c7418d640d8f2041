// Rendered from the description of the interface; not for editing.

import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** @import { Upload } from '../runtime/bodies.js' */
/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import { Paged } from '../runtime/pages.js' */
/** @import { TextResult } from '../runtime/results.js' */
/** @import * as models from '../models.js' */

/**
 * @typedef {object} ContactsListParameters
 * @property {string | undefined} [text] What a name, address, number, organization, title or note must contain, whatever the case.
 * @property {string | undefined} [email] The mail address that it must have.
 * @property {string | undefined} [uid] The UID that it must have.
 * @property {boolean | undefined} [data] Whether entries have `data`; without, a list is much quicker.
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & ContactsListParameters} ContactsListOptions */

/**
 * @typedef {object} ContactsQueryParameters
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & ContactsQueryParameters} ContactsQueryOptions */

/**
 * @typedef {object} ContactsGetParameters
 * @property {string | undefined} [ifNoneMatch] The entity tags none of which the object must have, or `*`.
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & ContactsGetParameters} ContactsGetOptions */

/**
 * @typedef {object} ContactsGetAsVcardParameters
 * @property {string | undefined} [ifNoneMatch] The entity tags none of which the object must have, or `*`.
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & ContactsGetAsVcardParameters} ContactsGetAsVcardOptions */

/**
 * @typedef {object} ContactsReplaceParameters
 * @property {string} ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428 without.
 */

/** @typedef {CallOptions & ContactsReplaceParameters} ContactsReplaceOptions */

/**
 * @typedef {object} ContactsReplaceFromJscontactParameters
 * @property {string} ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428 without.
 */

/** @typedef {CallOptions & ContactsReplaceFromJscontactParameters} ContactsReplaceFromJscontactOptions */

/**
 * @typedef {object} ContactsReplaceFromVcardParameters
 * @property {string} ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428 without.
 */

/** @typedef {CallOptions & ContactsReplaceFromVcardParameters} ContactsReplaceFromVcardOptions */

/**
 * @typedef {object} ContactsDeleteParameters
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & ContactsDeleteParameters} ContactsDeleteOptions */

/**
 * @typedef {object} ContactsUpdateParameters
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & ContactsUpdateParameters} ContactsUpdateOptions */

/** Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426). */
export class ContactsService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List contacts
   *
   * The contacts of an address book, in no order of names.
   *
   * A page may have fewer entries than `limit`, even none, and a next one.
   *
   * @param {string} addressBookId The address book.
   * @param {ContactsListOptions} [options]
   * @returns {Paged<models.Contact>}
   */
  list(addressBookId, { text, email, uid, data, limit, cursor, ...calling } = {}) {
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
   * @param {string} addressBookId The address book.
   * @param {models.NewContact} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.Contact>}
   */
  async create(addressBookId, body, options) {
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
   * @param {string} addressBookId The address book.
   * @param {models.JsContact} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.Contact>}
   */
  async createFromJscontact(addressBookId, body, options) {
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
   * @param {string} addressBookId The address book.
   * @param {Upload} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.Contact>}
   */
  async createFromVcard(addressBookId, body, options) {
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
   * @param {string} addressBookId The address book.
   * @param {models.ContactQuery} body
   * @param {ContactsQueryOptions} [options]
   * @returns {Paged<models.Contact>}
   */
  query(addressBookId, body, { limit, cursor, ...calling } = {}) {
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
   * @param {string} addressBookId The address book.
   * @param {string} contactId The contact.
   * @param {ContactsGetOptions} [options]
   * @returns {Promise<models.Contact>}
   */
  async get(addressBookId, contactId, { ifNoneMatch, ifMatch, ...calling } = {}) {
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
   * @param {string} addressBookId The address book.
   * @param {string} contactId The contact.
   * @param {ContactsGetAsVcardOptions} [options]
   * @returns {Promise<TextResult>}
   */
  async getAsVcard(addressBookId, contactId, { ifNoneMatch, ifMatch, ...calling } = {}) {
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
   * @param {string} addressBookId The address book.
   * @param {string} contactId The contact.
   * @param {models.ContactChange} body
   * @param {ContactsReplaceOptions} options
   * @returns {Promise<models.Contact>}
   */
  async replace(addressBookId, contactId, body, { ifMatch, ...calling }) {
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
   * @param {string} addressBookId The address book.
   * @param {string} contactId The contact.
   * @param {models.JsContact} body
   * @param {ContactsReplaceFromJscontactOptions} options
   * @returns {Promise<models.Contact>}
   */
  async replaceFromJscontact(addressBookId, contactId, body, { ifMatch, ...calling }) {
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
   * @param {string} addressBookId The address book.
   * @param {string} contactId The contact.
   * @param {Upload} body
   * @param {ContactsReplaceFromVcardOptions} options
   * @returns {Promise<models.Contact>}
   */
  async replaceFromVcard(addressBookId, contactId, body, { ifMatch, ...calling }) {
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
   * @param {string} addressBookId The address book.
   * @param {string} contactId The contact.
   * @param {ContactsDeleteOptions} [options]
   * @returns {Promise<void>}
   */
  async delete(addressBookId, contactId, { ifMatch, ...calling } = {}) {
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
   * @param {string} addressBookId The address book.
   * @param {string} contactId The contact.
   * @param {Record<string, unknown>} body
   * @param {ContactsUpdateOptions} [options]
   * @returns {Promise<models.Contact>}
   */
  async update(addressBookId, contactId, body, { ifMatch, ...calling } = {}) {
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
