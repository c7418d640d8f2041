/** Writes parameters that are not one plain value, as OpenAPI's styles say. */

import { writeJson } from './json.js';

/** @import { ParameterValue, Plain } from './addresses.js' */

/** @param {unknown} value @returns {Plain} */
function plain(value) {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'object' ? writeJson(value) : /** @type {Plain} */ (value);
}

/** In one text: a list, or the names and values of an object. @param {unknown} value @param {string} [between] @returns {Plain} */
export function joined(value, between = ',') {
  if (typeof value !== 'object' || value === null) return plain(value);
  return (Array.isArray(value) ? value : Object.entries(value).flat()).map(plain).join(between);
}

/** Each member as a parameter of its own. @param {unknown} value @param {(member: string) => string} [name] */
export function spread(value, name = (member) => member) {
  /** @type {Record<string, ParameterValue>} */
  const parameters = {};
  if (typeof value !== 'object' || value === null) return parameters;
  for (const [member, one] of Object.entries(value)) {
    parameters[name(member)] = Array.isArray(one) ? one.map(plain) : plain(one);
  }
  return parameters;
}

/** A value that may be anything: the members of an object are parameters of their own. @param {string} name @param {unknown} value */
export const exploded = (name, value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? spread(value) : spread({ [name]: value });

/** As JSON, where there is something. @param {unknown} value */
export const asJson = (value) => (value === undefined ? undefined : writeJson(value));

/** The header `Cookie`, where there is one to send. @param {Readonly<Record<string, unknown>>} values */
export function cookies(values) {
  const pairs = Object.entries(values).flatMap(([name, value]) => (value == null ? [] : `${name}=${joined(value)}`));
  return pairs.length > 0 ? pairs.join('; ') : undefined;
}
