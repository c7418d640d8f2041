// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';
import type { Paged } from '../runtime/pages.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

export interface InvitationsListOptions extends CallOptions {
  /** Those in this state alone. */
  state?: models.InvitationState | undefined;
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

/** What others offer to share. */
export class InvitationsService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List invitations
   *
   * What others offered to share, whatever one made of it, the oldest first.
   */
  list(options: InvitationsListOptions = {}): Paged<models.Invitation> {
    const { state, limit, cursor, ...calling } = options;
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
   * @param invitationId The invitation.
   */
  async answer(invitationId: string, body: models.InvitationAnswer, options?: CallOptions): Promise<models.Invitation> {
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
