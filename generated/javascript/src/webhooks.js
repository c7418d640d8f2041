// Rendered from the description of the interface; not for editing.

import { verifyWebhook as verify } from './runtime/webhooks.js';

/** @import * as models from './models.js' */
/** @import { UnknownVariant } from './runtime/variants.js' */
/** @import { WebhookRequest } from './runtime/webhooks.js' */

/**
 * What a webhook brings; a type that this version does not know is kept as it came.
 * @typedef {({ type: 'addressBook.created' } & models.ChangeMessage) | ({ type: 'addressBook.deleted' } & models.ChangeMessage) | ({ type: 'addressBook.shared' } & models.ChangeMessage) | ({ type: 'addressBook.unshared' } & models.ChangeMessage) | ({ type: 'addressBook.updated' } & models.ChangeMessage) | ({ type: 'calendar.created' } & models.ChangeMessage) | ({ type: 'calendar.deleted' } & models.ChangeMessage) | ({ type: 'calendar.shared' } & models.ChangeMessage) | ({ type: 'calendar.unshared' } & models.ChangeMessage) | ({ type: 'calendar.updated' } & models.ChangeMessage) | ({ type: 'collection.created' } & models.ChangeMessage) | ({ type: 'collection.deleted' } & models.ChangeMessage) | ({ type: 'collection.shared' } & models.ChangeMessage) | ({ type: 'collection.unshared' } & models.ChangeMessage) | ({ type: 'collection.updated' } & models.ChangeMessage) | ({ type: 'contact.created' } & models.ChangeMessage) | ({ type: 'contact.deleted' } & models.ChangeMessage) | ({ type: 'contact.updated' } & models.ChangeMessage) | ({ type: 'event.created' } & models.ChangeMessage) | ({ type: 'event.deleted' } & models.ChangeMessage) | ({ type: 'event.updated' } & models.ChangeMessage) | ({ type: 'file.created' } & models.ChangeMessage) | ({ type: 'file.deleted' } & models.ChangeMessage) | ({ type: 'file.updated' } & models.ChangeMessage) | ({ type: 'folder.created' } & models.ChangeMessage) | ({ type: 'folder.deleted' } & models.ChangeMessage) | ({ type: 'folder.shared' } & models.ChangeMessage) | ({ type: 'folder.unshared' } & models.ChangeMessage) | ({ type: 'folder.updated' } & models.ChangeMessage) | ({ type: 'object.created' } & models.ChangeMessage) | ({ type: 'object.deleted' } & models.ChangeMessage) | ({ type: 'object.updated' } & models.ChangeMessage) | ({ type: 'ping' } & models.PingMessage) | UnknownVariant<'type'>} WebhookEvent
 */

/**
 * Believes a webhook only with a signature of this secret, and gives its event.
 * @param {WebhookRequest} request
 * @returns {Promise<WebhookEvent>}
 */
export const verifyWebhook = (request) => verify(request);
