// Rendered from the description of the interface; not for editing.

import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import { Paged } from '../runtime/pages.js' */
/** @import * as models from '../models.js' */

/**
 * @typedef {object} AccountsListParameters
 * @property {models.PrincipalKind | undefined} [kind] Those of this sort alone.
 * @property {models.Role | undefined} [role] Those with this role alone.
 * @property {boolean | undefined} [disabled] Those alone that may not sign in, or those that may.
 * @property {string | undefined} [text] What name, display name or address have to contain, without regard to case.
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & AccountsListParameters} AccountsListOptions */

/**
 * @typedef {object} AccountsListAppPasswordsParameters
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & AccountsListAppPasswordsParameters} AccountsListAppPasswordsOptions */

/**
 * @typedef {object} AccountsDirectoryParameters
 * @property {string | undefined} [text] What name, display name or address have to contain, without regard to case.
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & AccountsDirectoryParameters} AccountsDirectoryOptions */

/** One's own account, those of others for administrators and auditors, and a directory of those that one sees. */
export class AccountsService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List all accounts
   *
   * Every account by its name, for administrators and auditors.
   *
   * @param {AccountsListOptions} [options]
   * @returns {Paged<models.Account>}
   */
  list({ kind, role, disabled, text, limit, cursor, ...calling } = {}) {
    return this.#calls.paged(
      {
        method: 'GET',
        path: '/accounts',
        query: {
          kind,
          role,
          disabled,
          text,
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Fetch an account
   *
   * One's own account with its quota; that of anybody for administrators and auditors.
   *
   * @param {string} accountId The account; `session.get` tells that of whoever asks.
   * @param {CallOptions} [options]
   * @returns {Promise<models.Account>}
   */
  async get(accountId, options) {
    return this.#calls.json(
      {
        method: 'GET',
        path: `/accounts/${segment(accountId)}`,
      },
      options,
    );
  }

  /**
   * Change an account
   *
   * Changes what is given, and removes what is null (RFC 7396). Everybody changes the name that their own account is
   * shown by. Administrators change everything; for name, address, role and quota they need their password.
   *
   * @param {string} accountId The account; `session.get` tells that of whoever asks.
   * @param {models.AccountUpdate} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.Account>}
   */
  async update(accountId, body, options) {
    return this.#calls.json(
      {
        method: 'PATCH',
        path: `/accounts/${segment(accountId)}`,
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
        retry: 'idempotent',
      },
      options,
    );
  }

  /**
   * List app passwords
   *
   * What each is for and when it was used, the oldest first; what they are is told once, when they are made.
   *
   * @param {string} accountId The account; `session.get` tells that of whoever asks.
   * @param {AccountsListAppPasswordsOptions} [options]
   * @returns {Paged<models.AppPassword>}
   */
  listAppPasswords(accountId, { limit, cursor, ...calling } = {}) {
    return this.#calls.paged(
      {
        method: 'GET',
        path: `/accounts/${segment(accountId)}/app-passwords`,
        query: {
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Make an app password
   *
   * Makes a password of its own for one client, and tells it this once. It takes the password of the account; neither
   * an app password nor a token makes another one.
   *
   * @param {string} accountId The account; `session.get` tells that of whoever asks.
   * @param {models.NewAppPassword} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.MadeAppPassword>}
   */
  async createAppPassword(accountId, body, options) {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/accounts/${segment(accountId)}/app-passwords`,
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
      },
      options,
    );
  }

  /**
   * Revoke an app password
   *
   * It is worthless at once.
   *
   * @param {string} accountId The account; `session.get` tells that of whoever asks.
   * @param {string} appPasswordId The app password.
   * @param {CallOptions} [options]
   * @returns {Promise<void>}
   */
  async deleteAppPassword(accountId, appPasswordId, options) {
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/accounts/${segment(accountId)}/app-passwords/${segment(appPasswordId)}`,
      },
      options,
    );
  }

  /**
   * Set a password
   *
   * Takes the password that counts now, for one's own account in the body as well; neither an app password nor a token
   * does. Administrators set that of anybody. The new one counts at once.
   *
   * @param {string} accountId The account; `session.get` tells that of whoever asks.
   * @param {models.NewPassword} body
   * @param {CallOptions} [options]
   * @returns {Promise<void>}
   */
  async setPassword(accountId, body, options) {
    return this.#calls.nothing(
      {
        method: 'PUT',
        path: `/accounts/${segment(accountId)}/password`,
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
      },
      options,
    );
  }

  /**
   * Find people, groups, rooms and resources
   *
   * Those that whoever asks may see, by their name; their identifiers are what shares take.
   *
   * @param {AccountsDirectoryOptions} [options]
   * @returns {Paged<models.Principal>}
   */
  directory({ text, limit, cursor, ...calling } = {}) {
    return this.#calls.paged(
      {
        method: 'GET',
        path: '/directory',
        query: {
          text,
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }
}
