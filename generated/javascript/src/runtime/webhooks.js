/** Webhooks as Standard Webhooks signs them: believed first, read then. */

import { ConfigurationError, WebhookSignatureError } from './errors.js';
import { utf8 } from './bodies.js';
import { parseJson } from './json.js';

/** Headers in any of the forms that servers hand them out.
 * @typedef {Headers | Readonly<Record<string, string | readonly string[] | undefined>>} HeadersLike */

/** `whsec_` and base64, or the bytes themselves. @typedef {string | Uint8Array} Secret */

/**
 * @typedef {object} WebhookRequest
 * @property {HeadersLike} headers
 * @property {string | Uint8Array} body As it came, not parsed.
 * @property {Secret | readonly Secret[]} secret Several while one is replaced by another.
 * @property {number | undefined} [now] Milliseconds since 1970; the time of this machine unless given.
 * @property {number | undefined} [tolerance] Seconds that the sender's clock may be off. 300 unless given.
 */

const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const NAMES = /** @type {const} */ (['webhook-id', 'webhook-timestamp', 'webhook-signature']);

/**
 * @template [T=unknown]
 * @param {WebhookRequest} request
 * @returns {Promise<T>} The event.
 * @throws {WebhookSignatureError}
 */
export async function verifyWebhook({ headers, body, secret, now = Date.now(), tolerance = 300 }) {
  const [id, timestamp, signatures] = NAMES.map((name) => header(headers, name));
  if (!id || !timestamp || !signatures) throw refused('missing', 'a header of the webhook is missing');
  checkTime(timestamp, now / 1000, tolerance);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const signed = concatenated(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  const given = signatures.split(' ').flatMap((part) => (part.startsWith('v1,') ? [decoded(part.slice(3))] : []));
  const keys = await Promise.all(listed(secret).map(keyOf));
  let found = false;
  // `verify` compares in constant time, and all are compared.
  for (const key of keys) for (const one of given) found = (one && (await verified(key, one, signed))) || found;
  if (found) return /** @type {T} */ (parseJson(utf8(bytes)));
  throw refused('mismatch', 'no signature of the webhook is one of these secrets');
}

/** @param {string} timestamp @param {number} now @param {number} tolerance */
function checkTime(timestamp, now, tolerance) {
  if (!/^\d{1,12}$/.test(timestamp)) throw refused('timestamp', 'the time of the webhook is no number');
  if (Math.abs(now - Number(timestamp)) > tolerance) throw refused('timestamp', 'the webhook is not of now');
}

/** @param {Secret | readonly Secret[]} secret @returns {readonly Secret[]} */
const listed = (secret) => (typeof secret === 'string' || secret instanceof Uint8Array ? [secret] : secret);

/** @param {Secret} secret */
function keyOf(secret) {
  const bytes = typeof secret === 'string' ? decoded(secret.replace(/^whsec_/, '')) : new Uint8Array(secret);
  if (!bytes?.length) throw new ConfigurationError('a secret of webhooks is not base64');
  return crypto.subtle.importKey('raw', bytes, HMAC, false, ['verify']);
}

/** @param {CryptoKey} key @param {Uint8Array<ArrayBuffer>} signature @param {BufferSource} signed */
const verified = (key, signature, signed) => crypto.subtle.verify('HMAC', key, signature, signed);

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer> | undefined} */
function decoded(base64) {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** @param {HeadersLike} headers @param {string} name */
function header(headers, name) {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'object' ? value.join(' ') : value;
}

/** @param {Uint8Array} head @param {Uint8Array} tail */
function concatenated(head, tail) {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

/** @param {import('./errors.js').WebhookReason} reason @param {string} message */
const refused = (reason, message) => new WebhookSignatureError(reason, message);
