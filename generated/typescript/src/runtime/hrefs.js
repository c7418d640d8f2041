/** Addresses of resources as servers write them: relative or whole, more or less encoded. */

import { sameOrigin } from './addresses.js';
import { ConfigurationError } from './errors.js';

/**
 * Where a href leads; only ever to the same server.
 * @param {string | URL} href
 * @param {string | URL} base
 */
export function resolved(href, base) {
  if (!URL.canParse(String(href), base)) throw new ConfigurationError(`"${href}" is not an address`);
  const url = new URL(href, base);
  if (!sameOrigin(url, new URL(base))) throw new ConfigurationError(`"${url.href}" is on another server`);
  return url;
}

const PATH = /^(?:https?:\/\/[^/?#]*)?(\/(?!\/)[^?#]*)/i;

/** The path as the server wrote it. @param {string} href @param {string | URL} base @returns {string | undefined} */
export function pathOf(href, base) {
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  if (!sameOrigin(url, new URL(base))) return undefined;
  return PATH.exec(href)?.[1] ?? url.pathname;
}

/** Whether two hrefs name the same resource. @param {string | URL} a @param {string | URL} b @param {string | URL} base */
export const sameHref = (a, b, base) => hrefKey(a, base) === hrefKey(b, base);

/** What all spellings of a href have in common. @param {string | URL} href @param {string | URL} base */
export const hrefKey = (href, base) =>
  resolved(href, base).pathname.replace(/\/$/, '').split('/').map(decoded).join('\0');

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
