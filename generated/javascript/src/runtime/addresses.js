/** Makes addresses: parts of a path, queries, and what belongs to the server. */

import { ConfigurationError } from './errors.js';

/** A value in a query or a header. @typedef {string | number | bigint | boolean | null | undefined} Plain */
/** @typedef {Plain | readonly Plain[]} ParameterValue */

/** All but the unreserved characters of RFC 3986. @param {string} text */
export const encoded = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** One part of a path; nothing in it can leave that part. @param {Plain} value */
export function segment(value) {
  const text = encoded(String(value));
  if (text === '' || text === '.' || text === '..')
    throw new ConfigurationError(`"${text}" cannot be a part of a path`);
  return text;
}

/**
 * Below the base, whatever its own path is.
 * @param {URL} base
 * @param {string} path
 * @param {Readonly<Record<string, ParameterValue>>} [query] Lists are repeated, what is `undefined` is left out.
 */
export function address(base, path, query = {}) {
  const url = new URL(base.pathname + path.replace(/^\//, ''), base);
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) =>
      one === undefined || one === null ? [] : `${encoded(name)}=${encoded(String(one))}`,
    ),
  );
  url.search = pairs.join('&');
  return url;
}

/** @param {URL} a @param {URL} b */
export const sameOrigin = (a, b) => a.origin === b.origin && a.protocol === b.protocol;
