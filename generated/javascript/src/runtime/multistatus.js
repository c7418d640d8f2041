/** Reads what WebDAV says of many resources at once (RFC 4918 13), piece by piece. */

import { pieces } from './bodies.js';
import { DecodeError } from './errors.js';
import { pathOf } from './hrefs.js';
import { DAV } from './qualified.js';
import { XmlElement, XmlReader } from './xml.js';

/** @import { Deadline } from './deadlines.js' */

/** A property and how asking for it, or setting it, went.
 * @typedef {{ status: number, element: XmlElement, conditions: readonly string[] }} PropertyResult */

/** One resource of an answer. */
export class DavResponse {
  /** The path, encoded as the server wrote it. @type {string} */
  href;
  #base;
  /** Of the resource itself, where the server gave none for each property. @type {number | undefined} */
  status;
  /** By `{namespace}name`. @type {ReadonlyMap<string, PropertyResult>} */
  properties;
  /** Preconditions that failed. @type {readonly string[]} */
  conditions;

  /** @param {string} href @param {XmlElement} element @param {URL} base */
  constructor(href, element, base) {
    this.href = href;
    this.#base = base;
    this.status = statusOf(element);
    this.properties = new Map(element.all(DAV('propstat')).flatMap(results));
    this.conditions = conditionsOf(element);
  }

  /** The property, where the server has it. @param {string} name @returns {XmlElement | undefined} */
  property(name) {
    const result = this.properties.get(name);
    return result && result.status < 300 ? result.element : undefined;
  }

  /** @param {string} name @returns {string | undefined} */
  text(name) {
    return this.property(name)?.text;
  }

  /** The paths in a property such as `{DAV:}owner`. @param {string} name @returns {string[]} */
  hrefs(name) {
    return pathsIn(this.property(name), this.#base);
  }

  /** @returns {string | undefined} */
  get etag() {
    return this.text(DAV('getetag'));
  }
}

/** @typedef {{ responses: DavResponse[], syncToken: string | undefined }} Multistatus */

/** One for each href; those of other servers are left out. @param {XmlElement} element @param {URL} base */
function responsesIn(element, base) {
  return pathsIn(element, base).map((path) => new DavResponse(path, element, base));
}

/** @param {XmlElement | undefined} element @param {URL} base */
const pathsIn = (element, base) =>
  (element?.all(DAV('href')) ?? []).flatMap((href) => pathOf(href.text.trim(), base) ?? []);

/**
 * @param {Response} response
 * @param {Deadline} deadline
 * @param {{ url: URL, most: number }} limits
 * @returns {Promise<Multistatus>}
 */
export async function readMultistatus(response, deadline, { url: asked, most }) {
  const url = new URL(response.url || asked);
  const text = new TextDecoder('utf-8', { fatal: true });
  const reader = new XmlReader(DAV('response'));
  /** @type {DavResponse[]} */
  const responses = [];
  /** @param {string} piece */
  const take = (piece) => {
    for (const element of reader.push(piece)) responses.push(...responsesIn(element, url));
  };
  let size = 0;
  for await (const piece of pieces(response, deadline)) {
    size += piece.length;
    if (size > most) throw new DecodeError(`the answer is larger than ${most} bytes`);
    take(decoded(text, piece));
  }
  take(decoded(text));
  const root = reader.end();
  if (root.name !== DAV('multistatus')) throw new DecodeError('the answer is not a multistatus');
  return { responses, syncToken: root.first(DAV('sync-token'))?.text.trim() };
}

/** @param {TextDecoder} text @param {Uint8Array} [piece] */
function decoded(text, piece) {
  try {
    return text.decode(piece, { stream: piece !== undefined });
  } catch (error) {
    throw new DecodeError('the answer is not UTF-8', { cause: error });
  }
}

/** @param {XmlElement} propstat @returns {[string, PropertyResult][]} */
function results(propstat) {
  const status = statusOf(propstat);
  if (status === undefined) throw new DecodeError('a property of the multistatus has no status');
  const conditions = conditionsOf(propstat);
  const found = propstat.first(DAV('prop'))?.elements ?? [];
  return found.map((element) => [element.name, { status, element, conditions }]);
}

/** @param {XmlElement} element */
const conditionsOf = (element) => (element.first(DAV('error'))?.elements ?? []).map((condition) => condition.name);

/** @param {XmlElement} element */
function statusOf(element) {
  const line = element.first(DAV('status'))?.text;
  if (line === undefined) return undefined;
  const status = /^\s*HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(line)?.[1];
  if (status === undefined) throw new DecodeError('a status of the multistatus is none');
  return Number(status);
}
