// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';
import type { Paged } from '../runtime/pages.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

export interface WebhooksDeleteOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface WebhooksUpdateOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface WebhooksDeliveriesOptions extends CallOptions {
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface WebhooksRotateSecretOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

/** Changes, sent to other servers as they happen. */
export class WebhooksService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List one's webhooks
   *
   * The webhooks of the account, without their secrets.
   */
  async list(options?: CallOptions): Promise<models.WebhookPage> {
    return this.#calls.json(
      {
        method: 'GET',
        path: '/webhooks',
      },
      options,
    );
  }

  /**
   * Make a webhook
   *
   * From now on, each change that one may see is sent to `url` as a `WebhookMessage` with POST, signed as Standard
   * Webhooks has it: `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `webhook-id`, `webhook-timestamp`
   * and the body, with points between them, by what stands behind `whsec_` of the secret. Answer with 2xx within
   * seconds; anything else is tried again with growing pauses, 410 switches the webhook off. A message may come twice,
   * and not in order.
   */
  async create(body: models.NewWebhook, options?: CallOptions): Promise<models.MadeWebhook> {
    return this.#calls.json(
      {
        method: 'POST',
        path: '/webhooks',
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
      },
      options,
    );
  }

  /**
   * Get a webhook
   *
   * A webhook without its secret.
   *
   * @param webhook The id of the webhook.
   */
  async get(webhook: string, options?: CallOptions): Promise<models.Webhook> {
    return this.#calls.json(
      {
        method: 'GET',
        path: `/webhooks/${segment(webhook)}`,
      },
      options,
    );
  }

  /**
   * Delete a webhook
   *
   * Nothing is sent any more, what waits neither.
   *
   * @param webhook The id of the webhook.
   */
  async delete(webhook: string, options: WebhooksDeleteOptions = {}): Promise<void> {
    const { ifMatch, ...calling } = options;
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/webhooks/${segment(webhook)}`,
        headers: {
          'If-Match': ifMatch,
        },
      },
      calling,
    );
  }

  /**
   * Change a webhook
   *
   * What is left out stays as it is, null is the default. One that is switched on again goes on with what happens from
   * then on.
   *
   * @param webhook The id of the webhook.
   */
  async update(
    webhook: string,
    body: models.WebhookPatch,
    options: WebhooksUpdateOptions = {},
  ): Promise<models.Webhook> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'PATCH',
        path: `/webhooks/${segment(webhook)}`,
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
   * List deliveries
   *
   * What was sent lately, the newest first, with what the receiver said.
   *
   * @param webhook The id of the webhook.
   */
  deliveries(webhook: string, options: WebhooksDeliveriesOptions = {}): Paged<models.Delivery> {
    const { limit, cursor, ...calling } = options;
    return this.#calls.paged(
      {
        method: 'GET',
        path: `/webhooks/${segment(webhook)}/deliveries`,
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
   * Send a delivery again
   *
   * Sends the same message with the same id once more.
   *
   * @param webhook The id of the webhook.
   * @param delivery The id of the delivery.
   */
  async redeliver(webhook: string, delivery: string, options?: CallOptions): Promise<models.Delivery> {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/webhooks/${segment(webhook)}/deliveries/${segment(delivery)}/redeliver`,
      },
      options,
    );
  }

  /**
   * Send a test
   *
   * Sends a message of the type `ping`, even where the webhook is switched off.
   *
   * @param webhook The id of the webhook.
   */
  async ping(webhook: string, options?: CallOptions): Promise<models.Delivery> {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/webhooks/${segment(webhook)}/ping`,
      },
      options,
    );
  }

  /**
   * Make a new secret
   *
   * What is sent is signed with the new secret at once, and with the one before as well until `formerUntil`: have the
   * receiver take either.
   *
   * @param webhook The id of the webhook.
   */
  async rotateSecret(webhook: string, options: WebhooksRotateSecretOptions = {}): Promise<models.WebhookSecret> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'POST',
        path: `/webhooks/${segment(webhook)}/secret`,
        headers: {
          'If-Match': ifMatch,
        },
      },
      calling,
    );
  }
}
