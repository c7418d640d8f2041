// Rendered from the description of the interface; not for editing.

import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import { Paged } from '../runtime/pages.js' */
/** @import * as models from '../models.js' */

/**
 * @typedef {object} WebhooksDeleteParameters
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & WebhooksDeleteParameters} WebhooksDeleteOptions */

/**
 * @typedef {object} WebhooksUpdateParameters
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & WebhooksUpdateParameters} WebhooksUpdateOptions */

/**
 * @typedef {object} WebhooksDeliveriesParameters
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & WebhooksDeliveriesParameters} WebhooksDeliveriesOptions */

/**
 * @typedef {object} WebhooksRotateSecretParameters
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & WebhooksRotateSecretParameters} WebhooksRotateSecretOptions */

/** Changes, sent to other servers as they happen. */
export class WebhooksService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List one's webhooks
   *
   * The webhooks of the account, without their secrets.
   *
   * @param {CallOptions} [options]
   * @returns {Promise<models.WebhookPage>}
   */
  async list(options) {
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
   *
   * @param {models.NewWebhook} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.MadeWebhook>}
   */
  async create(body, options) {
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
   * @param {string} webhook The id of the webhook.
   * @param {CallOptions} [options]
   * @returns {Promise<models.Webhook>}
   */
  async get(webhook, options) {
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
   * @param {string} webhook The id of the webhook.
   * @param {WebhooksDeleteOptions} [options]
   * @returns {Promise<void>}
   */
  async delete(webhook, { ifMatch, ...calling } = {}) {
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
   * @param {string} webhook The id of the webhook.
   * @param {models.WebhookPatch} body
   * @param {WebhooksUpdateOptions} [options]
   * @returns {Promise<models.Webhook>}
   */
  async update(webhook, body, { ifMatch, ...calling } = {}) {
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
   * @param {string} webhook The id of the webhook.
   * @param {WebhooksDeliveriesOptions} [options]
   * @returns {Paged<models.Delivery>}
   */
  deliveries(webhook, { limit, cursor, ...calling } = {}) {
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
   * @param {string} webhook The id of the webhook.
   * @param {string} delivery The id of the delivery.
   * @param {CallOptions} [options]
   * @returns {Promise<models.Delivery>}
   */
  async redeliver(webhook, delivery, options) {
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
   * @param {string} webhook The id of the webhook.
   * @param {CallOptions} [options]
   * @returns {Promise<models.Delivery>}
   */
  async ping(webhook, options) {
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
   * @param {string} webhook The id of the webhook.
   * @param {WebhooksRotateSecretOptions} [options]
   * @returns {Promise<models.WebhookSecret>}
   */
  async rotateSecret(webhook, { ifMatch, ...calling } = {}) {
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
