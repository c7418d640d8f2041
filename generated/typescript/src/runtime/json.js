/**
 * JSON that keeps numbers as they came: integers beyond 2^53 become `bigint`, and a number whose text a double
 * would not repeat (`1.0`, twenty decimals) is written back with that text as long as its value is not changed.
 */

import { DecodeError } from './errors.js';

/** A 64-bit integer: a `number` as long as that is exact, else a `bigint`. @typedef {number | bigint} Int64 */

/** Numbers that `JSON.parse` or `JSON.stringify` might change; text that only looks like one costs time, nothing else. */
const SUSPECT = /(?:^|[:,[\s])-?(?:0(?![.\d])(?<=-0)|\d{16}|\d+[.eE])/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN_STRING = /"[^"\\\u0000-\u001f]*"/y;
const SPACE = /[ \t\n\r]*/y;
const INTEGER = /^-?\d{1,1000}$/;
const DEEPEST = 512;

/** @type {WeakMap<object, Map<string, string>>} */
const sources = new WeakMap();

/**
 * @param {string} text
 * @returns {unknown}
 * @throws {DecodeError} where the text is not JSON
 */
export function parseJson(text) {
  try {
    const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
    return SUSPECT.test(plain) ? new Reader(plain).document() : JSON.parse(plain);
  } catch (error) {
    throw error instanceof DecodeError ? error : new DecodeError('the text is not JSON', { cause: error });
  }
}

/**
 * As `JSON.stringify`, with `bigint` written as digits.
 * @param {unknown} value
 * @returns {string}
 */
export function writeJson(value) {
  return write(value, undefined) ?? 'null';
}

class Reader {
  #text;
  #at = 0;
  #depth = 0;

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
  }

  document() {
    const value = this.#value(undefined, '');
    this.#skip();
    if (this.#at < this.#text.length) throw this.#broken();
    return value;
  }

  /** @param {object | undefined} holder @param {string} key @returns {unknown} */
  #value(holder, key) {
    this.#skip();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#nested(() => this.#object());
      case '[':
        return this.#nested(() => this.#array());
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number(holder, key);
    }
  }

  /** @param {() => unknown} read */
  #nested(read) {
    if (++this.#depth > DEEPEST) throw new DecodeError(`the JSON is nested deeper than ${DEEPEST}`);
    this.#at += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #object() {
    /** @type {Record<string, unknown>} */
    const object = {};
    if (this.#taken('}')) return object;
    do {
      this.#skip();
      const key = this.#string();
      if (!this.#taken(':')) throw this.#broken();
      const value = this.#value(object, key);
      if (key === '__proto__') Object.defineProperty(object, key, { value, ...ORDINARY });
      else object[key] = value;
    } while (this.#taken(','));
    if (!this.#taken('}')) throw this.#broken();
    return object;
  }

  #array() {
    /** @type {unknown[]} */
    const array = [];
    if (this.#taken(']')) return array;
    do array.push(this.#value(array, String(array.length)));
    while (this.#taken(','));
    if (!this.#taken(']')) throw this.#broken();
    return array;
  }

  /** @returns {string} */
  #string() {
    const plain = this.#match(PLAIN_STRING);
    if (plain !== undefined) return plain.slice(1, -1);
    if (this.#text[this.#at] !== '"') throw this.#broken();
    let end = this.#at + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1;
    const quoted = this.#text.slice(this.#at, end + 1);
    this.#at = end + 1;
    return JSON.parse(quoted);
  }

  /** @param {object | undefined} holder @param {string} key */
  #number(holder, key) {
    const text = this.#match(NUMBER);
    if (text === undefined) throw this.#broken();
    const number = Number(text);
    if (String(number) === text) return number;
    if (INTEGER.test(text) && !Number.isSafeInteger(number)) return BigInt(text);
    if (holder) remember(holder, key, text);
    return number;
  }

  /** @template T @param {string} word @param {T} value */
  #word(word, value) {
    if (!this.#text.startsWith(word, this.#at)) throw this.#broken();
    this.#at += word.length;
    return value;
  }

  /** @param {RegExp} sticky */
  #match(sticky) {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #skip() {
    this.#match(SPACE);
  }

  /** @param {string} mark */
  #taken(mark) {
    this.#skip();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #broken() {
    return new DecodeError(`the text is not JSON at character ${this.#at}`);
  }
}

const ORDINARY = { enumerable: true, configurable: true, writable: true };

/** @param {object} holder @param {string} key @param {string} text */
function remember(holder, key, text) {
  const known = sources.get(holder) ?? new Map();
  sources.set(holder, known.set(key, text));
}

/** @param {unknown} value @param {string | undefined} source @returns {string | undefined} */
function write(value, source) {
  if (typeof value === 'number') return writeNumber(value, source);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON(), undefined);
  return Array.isArray(value) ? writeArray(value) : writeObject(value);
}

/** @param {number} value @param {string | undefined} source */
function writeNumber(value, source) {
  if (source !== undefined && Object.is(Number(source), value)) return source;
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no word for ${value}`);
  return String(value);
}

/** @param {unknown[]} values */
function writeArray(values) {
  const known = sources.get(values);
  return `[${Array.from(values, (value, at) => write(value, known?.get(String(at))) ?? 'null').join(',')}]`;
}

/** @param {object} object */
function writeObject(object) {
  const known = sources.get(object);
  const members = [];
  for (const [key, value] of Object.entries(object)) {
    const text = write(value, known?.get(key));
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${members.join(',')}}`;
}
