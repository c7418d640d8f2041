// Rendered from the description of the interface; not for editing.

import { verifyWebhook as verify } from './runtime/webhooks.js';

/** @import { UnknownVariant } from './runtime/variants.js' */
/** @import { WebhookRequest } from './runtime/webhooks.js' */

/**
 * What a webhook brings; a type that this version does not know is kept as it came.
 * @typedef {UnknownVariant<'type'>} WebhookEvent
 */

/**
 * Believes a webhook only with a signature of this secret, and gives its event.
 * @param {WebhookRequest} request
 * @returns {Promise<WebhookEvent>}
 */
export const verifyWebhook = (request) => verify(request);
