// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';
import type { Paged } from '../runtime/pages.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

export interface AccountsListOptions extends CallOptions {
  /** Those of this sort alone. */
  kind?: models.PrincipalKind | undefined;
  /** Those with this role alone. */
  role?: models.Role | undefined;
  /** Those alone that may not sign in, or those that may. */
  disabled?: boolean | undefined;
  /** What name, display name or address have to contain, without regard to case. */
  text?: string | undefined;
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface AccountsListAppPasswordsOptions extends CallOptions {
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface AccountsDirectoryOptions extends CallOptions {
  /** What name, display name or address have to contain, without regard to case. */
  text?: string | undefined;
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

/** One's own account, those of others for administrators and auditors, and a directory of those that one sees. */
export class AccountsService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List all accounts
   *
   * Every account by its name, for administrators and auditors.
   */
  list(options: AccountsListOptions = {}): Paged<models.Account> {
    const { kind, role, disabled, text, limit, cursor, ...calling } = options;
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
   * @param accountId The account; `session.get` tells that of whoever asks.
   */
  async get(accountId: string, options?: CallOptions): Promise<models.Account> {
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
   * @param accountId The account; `session.get` tells that of whoever asks.
   */
  async update(accountId: string, body: models.AccountUpdate, options?: CallOptions): Promise<models.Account> {
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
   * @param accountId The account; `session.get` tells that of whoever asks.
   */
  listAppPasswords(accountId: string, options: AccountsListAppPasswordsOptions = {}): Paged<models.AppPassword> {
    const { limit, cursor, ...calling } = options;
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
   * @param accountId The account; `session.get` tells that of whoever asks.
   */
  async createAppPassword(
    accountId: string,
    body: models.NewAppPassword,
    options?: CallOptions,
  ): Promise<models.MadeAppPassword> {
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
   * @param accountId The account; `session.get` tells that of whoever asks.
   * @param appPasswordId The app password.
   */
  async deleteAppPassword(accountId: string, appPasswordId: string, options?: CallOptions): Promise<void> {
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
   * @param accountId The account; `session.get` tells that of whoever asks.
   */
  async setPassword(accountId: string, body: models.NewPassword, options?: CallOptions): Promise<void> {
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
   */
  directory(options: AccountsDirectoryOptions = {}): Paged<models.Principal> {
    const { text, limit, cursor, ...calling } = options;
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
