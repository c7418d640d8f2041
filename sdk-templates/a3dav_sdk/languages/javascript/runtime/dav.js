/** WebDAV, CalDAV and CardDAV: what is there, changing it only as expected, and keeping in step. */

import { Calls } from './calls.js';
import { untilUnchanged } from './conditional.js';
import { discovered } from './discovery.js';
import { DecodeError } from './errors.js';
import { hrefKey, resolved } from './hrefs.js';
import { readMultistatus } from './multistatus.js';
import { CALDAV, CARDDAV, DAV, document, element } from './qualified.js';
import { syncing } from './syncing.js';
import { XmlElement, parseXml } from './xml.js';

/** @import { Upload } from './bodies.js' */
/** @import { Discovered } from './discovery.js' */
/** @import { DavResponse, Multistatus } from './multistatus.js' */
/** @import { TextResult } from './results.js' */
/** @import { Answered, CallOptions } from './options.js' */
/** @import { Content } from './qualified.js' */
/** @import { SyncEvent, SyncOptions } from './syncing.js' */

/** How far below a resource is looked. @typedef {0 | 1 | 'infinity'} Depth */
/** Values by `{namespace}name`: text, or what stands in the element.
 * @typedef {Readonly<Record<string, Content | readonly Content[]>>} Properties */
/** @typedef {{ href: string, status: number, etag: string | undefined, data: string | undefined }} Member */
/** @typedef {{ created: boolean, etag: string | undefined, location: string | undefined }} Written */

const BATCH = 50;
const KINDS = {
  calendar: { report: CALDAV('calendar-multiget'), data: CALDAV('calendar-data') },
  addressbook: { report: CARDDAV('addressbook-multiget'), data: CARDDAV('address-data') },
};

export class Dav {
  #calls;

  /** @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /** What hrefs are relative to. */
  get base() {
    return this.#calls.sender.settings.baseUrl;
  }

  /** Where the person is, and keeps calendars and address books (RFC 6764). @param {CallOptions} [options] @returns {Promise<Discovered>} */
  discover(options) {
    return discovered(this, options);
  }

  /**
   * @param {string | URL} href
   * @param {CallOptions & { depth?: Depth | undefined, properties?: readonly string[] | 'all' | 'names' | undefined }} [options]
   * @returns {Promise<Multistatus>}
   */
  propfind(href, { depth = 0, properties = 'all', ...options } = {}) {
    const wanted = { all: element(DAV('allprop')), names: element(DAV('propname')) };
    const what = typeof properties === 'string' ? wanted[properties] : named(properties);
    return this.#multistatus('PROPFIND', href, element(DAV('propfind'), [what]), depth, options);
  }

  /**
   * All or nothing; look at the status of each property.
   * @param {string | URL} href
   * @param {{ set?: Properties | undefined, remove?: readonly string[] | undefined }} changes
   * @param {CallOptions} [options]
   * @returns {Promise<Multistatus>}
   */
  proppatch(href, { set = {}, remove = [] }, options = {}) {
    const parts = [
      ...(Object.keys(set).length > 0 ? [element(DAV('set'), [valued(set)])] : []),
      ...(remove.length > 0 ? [element(DAV('remove'), [named(remove)])] : []),
    ];
    return this.#multistatus('PROPPATCH', href, element(DAV('propertyupdate'), parts), undefined, options);
  }

  /** @param {string | URL} href @param {Properties} [set] @param {CallOptions} [options] @returns {Promise<void>} */
  async mkcol(href, set, options) {
    const body = set && element(DAV('mkcol'), [element(DAV('set'), [valued(set)])]);
    await this.#nothing('MKCOL', href, body, options);
  }

  /** @param {string | URL} href @param {Properties} [set] @param {CallOptions} [options] @returns {Promise<void>} */
  async mkcalendar(href, set, options) {
    const body = set && element(CALDAV('mkcalendar'), [element(DAV('set'), [valued(set)])]);
    await this.#nothing('MKCALENDAR', href, body, options);
  }

  /**
   * @param {string | URL} href
   * @param {XmlElement | string} body An element, or XML as text.
   * @param {CallOptions & { depth?: Depth | undefined }} [options]
   * @returns {Promise<Multistatus>}
   */
  report(href, body, { depth = 0, ...options } = {}) {
    return this.#multistatus('REPORT', href, typeof body === 'string' ? parseXml(body) : body, depth, options);
  }

  /**
   * Many members of a calendar or an address book, in the order of `hrefs`, fifty at a time.
   * @param {string | URL} collection
   * @param {Iterable<string>} hrefs
   * @param {CallOptions & { kind?: 'calendar' | 'addressbook' | undefined }} [options]
   * @returns {AsyncGenerator<Member, void, undefined>}
   */
  async *multiget(collection, hrefs, { kind = 'calendar', ...options } = {}) {
    const { report, data } = KINDS[kind];
    const wanted = [...hrefs];
    while (wanted.length > 0) {
      const asked = wanted.splice(0, BATCH);
      const hrefs = asked.map((href) => element(DAV('href'), [this.#resolved(href).pathname]));
      const body = element(report, [named([DAV('getetag'), data]), ...hrefs]);
      const { responses } = await this.report(collection, body, options);
      const found = new Map(responses.map((response) => [hrefKey(response.href, this.base), response]));
      for (const href of asked) yield member(href, found.get(hrefKey(href, this.base)), data);
    }
  }

  /**
   * What changed since a token, or all there is; ends with the token for the next time.
   * @param {string | URL} collection
   * @param {string} [token]
   * @param {SyncOptions} [options] Which properties are asked for besides; the ETag alone unless given.
   * @returns {AsyncGenerator<SyncEvent, void, undefined>}
   */
  sync(collection, token = '', options = {}) {
    return syncing(this, collection, token, options);
  }

  /** @param {string | URL} href @param {CallOptions} [options] @returns {Promise<TextResult>} */
  get(href, options) {
    return this.#calls.text({ method: 'GET', path: this.#resolved(href), headers: ANYTHING }, options);
  }

  /**
   * @param {string | URL} href
   * @param {Upload} data
   * @param {CallOptions & { contentType?: string | undefined, ifMatch?: string | undefined, create?: boolean | undefined }} [options] `create` writes only
   *   what is not there yet, `ifMatch` only what is still that version.
   * @returns {Promise<Written>}
   */
  async put(href, data, { ifMatch, create, contentType, ...options } = {}) {
    const conditions = { 'If-Match': ifMatch, 'If-None-Match': create ? '*' : undefined };
    const headers = { ...ANYTHING, ...conditions, 'Content-Type': contentType ?? guessed(data) };
    const { answer, heard } = hearing(options);
    await this.#calls.nothing({ method: 'PUT', path: this.#resolved(href), headers, body: data }, heard);
    const told = (/** @type {string} */ name) => answer()?.headers.get(name) ?? undefined;
    return { created: answer()?.status === 201, etag: told('etag'), location: told('location') };
  }

  /** @param {string | URL} href @param {CallOptions & { ifMatch?: string | undefined }} [options] @returns {Promise<void>} */
  async delete(href, { ifMatch, ...options } = {}) {
    const headers = { ...ANYTHING, 'If-Match': ifMatch };
    await this.#calls.nothing({ method: 'DELETE', path: this.#resolved(href), headers }, options);
  }

  /**
   * Changes a resource without overwriting what somebody else changed meanwhile: `change` is then called again.
   * @param {string | URL} href
   * @param {(text: string) => string | undefined | Promise<string | undefined>} change Nothing leaves it as it is.
   * @param {CallOptions & { contentType?: string | undefined }} [options]
   * @returns {Promise<string | undefined>} Its ETag.
   */
  updateWith(href, change, options = {}) {
    const { contentType, ...calling } = options;
    return untilUnchanged(
      () => this.get(href, calling),
      async ({ text, etag, contentType: stored }) => {
        if (etag === undefined) throw new DecodeError('the server gave no ETag, so nothing can be changed safely');
        const changed = await change(text);
        if (changed === undefined) return etag;
        const type = contentType ?? stored;
        return (await this.put(href, changed, { ...calling, ifMatch: etag, ...(type && { contentType: type }) })).etag;
      },
    );
  }

  /**
   * When somebody is busy, as iCalendar.
   * @param {string | URL} href
   * @param {Date | string} start As text: `20260101T000000Z`.
   * @param {Date | string} end
   * @param {CallOptions & { depth?: Depth | undefined }} [options]
   * @returns {Promise<string>}
   */
  async freeBusy(href, start, end, { depth = 1, ...options } = {}) {
    const range = element(CALDAV('time-range'), [], { start: instant(start), end: instant(end) });
    const body = document(element(CALDAV('free-busy-query'), [range]));
    const headers = { ...XML, Accept: 'text/calendar', Depth: depth };
    const call = { method: 'REPORT', path: this.#resolved(href), headers, body };
    return (await this.#calls.text(call, options)).text;
  }

  /** What a resource can do. @param {string | URL} href @param {CallOptions} [options] */
  async options(href, options = {}) {
    const { answer, heard } = hearing(options);
    await this.#calls.nothing({ method: 'OPTIONS', path: this.#resolved(href), headers: ANYTHING }, heard);
    return { dav: listed(answer()?.headers.get('dav')), allow: listed(answer()?.headers.get('allow')) };
  }

  /** @param {string} method @param {string | URL} href @param {XmlElement} body @param {Depth | undefined} depth @param {CallOptions} options @returns {Promise<Multistatus>} */
  #multistatus(method, href, body, depth, options) {
    const path = this.#resolved(href);
    const { sender } = this.#calls;
    const most = options.maxBytes ?? sender.settings.maxBytes;
    const headers = { ...XML, Depth: depth };
    return sender.send({ method, path, headers, body: document(body) }, options, async (response, deadline) => {
      if (response.status !== 207) throw new DecodeError(`the answer is no multistatus but ${response.status}`);
      return readMultistatus(response, deadline, { url: path, most });
    });
  }

  /** @param {string} method @param {string | URL} href @param {XmlElement | undefined} body @param {CallOptions} [options] */
  async #nothing(method, href, body, options) {
    const path = this.#resolved(href);
    const call = body ? { method, path, headers: XML, body: document(body) } : { method, path, headers: ANYTHING };
    await this.#calls.nothing(call, options);
  }

  /** @param {string | URL} href */
  #resolved(href) {
    return resolved(href, this.base);
  }
}

const ANYTHING = { Accept: '*/*' };
const XML = { Accept: 'application/xml', 'Content-Type': 'application/xml; charset=utf-8' };

/** @param {string} href @param {DavResponse | undefined} found @param {string} data @returns {Member} */
function member(href, found, data) {
  if (found === undefined) return { href, status: 404, etag: undefined, data: undefined };
  const text = found.text(data);
  if (text !== undefined) return { href: found.href, status: 200, etag: found.etag, data: text };
  const status = found.status ?? found.properties.get(data)?.status ?? 404;
  return { href: found.href, status, etag: undefined, data: undefined };
}

/** @param {readonly string[]} names */
const named = (names) =>
  element(
    DAV('prop'),
    names.map((name) => element(name)),
  );

/** @param {Properties} values */
const valued = (values) =>
  element(
    DAV('prop'),
    Object.entries(values).map(([name, value]) => element(name, [value].flat())),
  );

/** @param {Upload} data */
function guessed(data) {
  if (typeof data !== 'string') return 'application/octet-stream';
  const start = /^\uFEFF?BEGIN:(VCALENDAR|VCARD)\b/i.exec(data)?.[1]?.toUpperCase();
  const types = /** @type {Record<string, string>} */ ({ VCALENDAR: 'text/calendar', VCARD: 'text/vcard' });
  return `${types[start ?? ''] ?? 'text/plain'}; charset=utf-8`;
}

/** @param {Date | string} date */
const instant = (date) => (typeof date === 'string' ? date : date.toISOString().replace(/[-:]|\.\d+/g, ''));

/** @param {string | null | undefined} header */
const listed = (header) => (header ?? '').split(',').flatMap((part) => part.trim() || []);

/** Hears the head of the answer without keeping the caller from it. @param {CallOptions} options */
function hearing(options) {
  /** @type {Answered | undefined} */
  let answered;
  /** @param {Answered} answer */
  const onResponse = (answer) => {
    answered = answer;
    options.onResponse?.(answer);
  };
  return { heard: { ...options, onResponse }, answer: () => answered };
}
