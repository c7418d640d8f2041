// Rendered from the description of the interface; not for editing.

import type { UnknownVariant } from './runtime/variants.js';
import { verifyWebhook as verify } from './runtime/webhooks.js';
import type { WebhookRequest } from './runtime/webhooks.js';

/** What a webhook brings; a type that this version does not know is kept as it came. */
export type WebhookEvent = UnknownVariant<'type'>;

/** Believes a webhook only with a signature of this secret, and gives its event. */
export const verifyWebhook = (request: WebhookRequest): Promise<WebhookEvent> => verify<WebhookEvent>(request);
