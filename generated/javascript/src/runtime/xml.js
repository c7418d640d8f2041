/** Reads XML that may be hostile: no document types, no entities of others, bounded depth; piece by piece. */

import { DecodeError } from './errors.js';

const MOST = { depth: 64, attributes: 64, token: 16 * 1024 * 1024, prefixes: 256 };
const ENTITIES = /** @type {Record<string, string>} */ ({ lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' });
const NAME =
  '[A-Za-z_\\u00C0-\\uFFFD][\\w.\\-\\u00B7\\u00C0-\\uFFFD]*(?::[A-Za-z_\\u00C0-\\uFFFD][\\w.\\-\\u00B7\\u00C0-\\uFFFD]*)?';
const OPENING = new RegExp(`^(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)$`);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const CLOSING = new RegExp(`^(${NAME})\\s*$`);
const XML = 'http://www.w3.org/XML/1998/namespace';

/** An element whose name, and whose attributes' names, are written `{namespace}local`. */
export class XmlElement {
  name;
  attributes;
  /** @type {(XmlElement | string)[]} */
  children = [];

  /** @param {string} name @param {ReadonlyMap<string, string>} [attributes] */
  constructor(name, attributes = new Map()) {
    this.name = name;
    this.attributes = attributes;
  }

  get elements() {
    return this.children.filter((child) => child instanceof XmlElement);
  }

  /** All text in it and below it. @returns {string} */
  get text() {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('');
  }

  /** @param {string} name @returns {XmlElement | undefined} */
  first(name) {
    return this.elements.find((element) => element.name === name);
  }

  /** @param {string} name @returns {XmlElement[]} */
  all(name) {
    return this.elements.filter((element) => element.name === name);
  }
}

/**
 * Takes text in pieces and gives each element of a name when it is whole; those are not kept in the tree.
 */
export class XmlReader {
  /** The outermost element, less what was given away. @type {XmlElement | undefined} */
  root;
  #given;
  #rest = '';
  /** @type {XmlElement[]} */
  #open = [];
  /** @type {Map<string, string>[]} */
  #scopes = [new Map([['xml', XML]])];

  /** @param {string} [given] */
  constructor(given) {
    this.#given = given;
  }

  /** @param {string} piece @returns {Generator<XmlElement, void, undefined>} */
  *push(piece) {
    const source = this.#rest + piece;
    let at = 0;
    for (let token; (token = tokenAt(source, at)); at = token.end) {
      const whole = this.#take(source, at, token);
      if (whole) yield whole;
    }
    this.#rest = source.slice(at);
    if (this.#rest.length > MOST.token) throw new DecodeError('a piece of the XML is too long');
  }

  /** @returns {XmlElement} */
  end() {
    if (this.#open.length > 0 || this.root === undefined || this.#rest.trim() !== '') throw broken('it ends too early');
    return this.root;
  }

  /** @param {string} source @param {number} at @param {Token} token @returns {XmlElement | undefined} */
  #take(source, at, { kind, end }) {
    if (kind === 'text') return this.#text(unescaped(source.slice(at, end)));
    if (kind === 'cdata') return this.#text(lines(source.slice(at + 9, end - 3)));
    if (kind === 'open') return this.#opened(source.slice(at + 1, end - 1));
    if (kind === 'close') return this.#closed(source.slice(at + 2, end - 1));
    return undefined;
  }

  /** @param {string} text @returns {undefined} */
  #text(text) {
    const inside = this.#open.at(-1);
    if (inside) inside.children.push(text);
    else if (text.replace('\uFEFF', '').trim() !== '') throw broken('there is text around it');
  }

  /** @param {string} tag */
  #opened(tag) {
    const [whole, name = '', attributes = '', empty] = OPENING.exec(tag) ?? [];
    if (whole === undefined) throw broken('a tag is not well-formed');
    if (this.#open.length === 0 && this.root) throw broken('it has two outermost elements');
    if (this.#open.length >= MOST.depth) throw broken(`it is deeper than ${MOST.depth}`);
    const pairs = Array.from(attributes.matchAll(ATTRIBUTE), ([, key = '', a, b]) => pair(key, a ?? b ?? ''));
    if (pairs.length > MOST.attributes) throw broken(`an element has more than ${MOST.attributes} attributes`);
    this.#scopes.push(scope(this.#scopes.at(-1), pairs));
    const element = new XmlElement(this.#expanded(name, true), this.#attributes(pairs));
    const inside = this.#open.at(-1);
    if (!inside) this.root = element;
    else if (element.name !== this.#given) inside.children.push(element);
    this.#open.push(element);
    return empty ? this.#left() : undefined;
  }

  /** @param {string} tag */
  #closed(tag) {
    const name = CLOSING.exec(tag)?.[1];
    if (name === undefined || this.#expanded(name, true) !== this.#open.at(-1)?.name) throw broken('tags do not match');
    return this.#left();
  }

  #left() {
    this.#scopes.pop();
    const element = this.#open.pop();
    return element?.name === this.#given ? element : undefined;
  }

  /** @param {(readonly [string, string])[]} pairs */
  #attributes(pairs) {
    const attributes = new Map();
    for (const [key, value] of pairs) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
      const name = this.#expanded(key, false);
      if (attributes.has(name)) throw broken('an attribute is there twice');
      attributes.set(name, value);
    }
    return attributes;
  }

  /** @param {string} name @param {boolean} defaulted */
  #expanded(name, defaulted) {
    const colon = name.indexOf(':');
    const known = this.#scopes.at(-1);
    if (colon < 0) {
      const namespace = defaulted ? known?.get('') : undefined;
      return namespace ? `{${namespace}}${name}` : name;
    }
    const namespace = known?.get(name.slice(0, colon));
    if (namespace === undefined) throw broken(`the prefix of ${name} is not declared`);
    return `{${namespace}}${name.slice(colon + 1)}`;
  }
}

/** @param {string} text @returns {XmlElement} */
export function parseXml(text) {
  const reader = new XmlReader();
  for (const _ of reader.push(text)) throw broken('nothing is given away');
  return reader.end();
}

/** @typedef {{ kind: 'text' | 'cdata' | 'open' | 'close' | 'other', end: number }} Token */

/** The token that begins here, if it is whole. @param {string} source @param {number} at @returns {Token | undefined} */
function tokenAt(source, at) {
  if (at >= source.length) return undefined;
  if (source[at] !== '<') return ended('text', source.indexOf('<', at), 0);
  if (source.startsWith('<!--', at)) return ended('other', source.indexOf('-->', at + 4), 3);
  if (source.startsWith('<![CDATA[', at)) return ended('cdata', source.indexOf(']]>', at + 9), 3);
  if (source.startsWith('<?', at)) return ended('other', source.indexOf('?>', at + 2), 2);
  if (source.startsWith('<!', at)) return declared(source.slice(at, at + 9));
  return ended(source[at + 1] === '/' ? 'close' : 'open', tagEnd(source, at), 1);
}

/** @param {Token['kind']} kind @param {number} found @param {number} length @returns {Token | undefined} */
const ended = (kind, found, length) => (found < 0 ? undefined : { kind, end: found + length });

/** The beginning of a comment or of CDATA may be cut; everything else is refused. @param {string} start */
function declared(start) {
  if ('<!--'.startsWith(start) || '<![CDATA['.startsWith(start)) return undefined;
  throw broken('it has a document type');
}

/** A `>` in an attribute does not end the tag. @param {string} source @param {number} at */
function tagEnd(source, at) {
  const end = /["'>]/g;
  end.lastIndex = at;
  for (let found; (found = end.exec(source));) {
    if (found[0] === '>') return found.index;
    const close = source.indexOf(found[0], found.index + 1);
    if (close < 0) return -1;
    end.lastIndex = close + 1;
  }
  return -1;
}

/** @param {Map<string, string> | undefined} outer @param {(readonly [string, string])[]} pairs */
function scope(outer, pairs) {
  const own = pairs.filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (own.length === 0) return outer ?? new Map();
  const inner = new Map([...(outer ?? []), ...own.map(([key, value]) => /** @type {const} */ ([key.slice(6), value]))]);
  if (inner.size > MOST.prefixes) throw broken(`it declares more than ${MOST.prefixes} prefixes`);
  return inner;
}

/** @param {string} key @param {string} value @returns {readonly [string, string]} */
const pair = (key, value) => [key, unescaped(value.replace(/[\t\n\r]+/g, ' '))];

/** @param {string} text */
function unescaped(text) {
  return lines(text).replace(/&([^;&]{0,10};?)/g, (_, reference) => {
    const value = reference.endsWith(';') ? reference.slice(0, -1) : '';
    const known = Object.hasOwn(ENTITIES, value) ? ENTITIES[value] : characterOf(value);
    if (known === undefined) throw broken('it names an entity that is not one of the five');
    return known;
  });
}

/** @param {string} value */
function characterOf(value) {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(value) ?? [];
  const code = hex ? parseInt(hex, 16) : Number(decimal ?? NaN);
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff);
  return allowed && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** XML 1.0, 2.11: lines end with LF. @param {string} text */
function lines(text) {
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) throw broken('it holds a control character');
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** @param {string} why */
const broken = (why) => new DecodeError(`the XML cannot be read: ${why}`);

/** Text for an element or a quoted attribute; a CR must be written so that it is not read as an LF.
 * @param {string} text */
export const escaped = (text) =>
  text.replace(/[&<>"\r]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? '&#13;');
