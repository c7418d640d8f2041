// Rendered from the description of the interface; not for editing.

import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import { Paged } from '../runtime/pages.js' */
/** @import * as models from '../models.js' */

/**
 * @typedef {object} InvitationsListParameters
 * @property {models.InvitationState | undefined} [state] Those in this state alone.
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & InvitationsListParameters} InvitationsListOptions */

/** What others offer to share. */
export class InvitationsService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List invitations
   *
   * What others offered to share, whatever one made of it, the oldest first.
   *
   * @param {InvitationsListOptions} [options]
   * @returns {Paged<models.Invitation>}
   */
  list({ state, limit, cursor, ...calling } = {}) {
    return this.#calls.paged(
      {
        method: 'GET',
        path: '/invitations',
        query: {
          state,
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Accept or decline an invitation
   *
   * What is accepted stands among one's own calendars or address books; what is declined does not, or no more.
   *
   * @param {string} invitationId The invitation.
   * @param {models.InvitationAnswer} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.Invitation>}
   */
  async answer(invitationId, body, options) {
    return this.#calls.json(
      {
        method: 'PUT',
        path: `/invitations/${segment(invitationId)}/answer`,
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
      },
      options,
    );
  }
}
