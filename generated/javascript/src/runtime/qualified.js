/** The names of WebDAV, CalDAV and CardDAV that this package itself asks for, and XML written with such names. */

import { XmlElement, escaped } from './xml.js';

/** @param {string} namespace @returns {(local: string) => string} */
const within = (namespace) => (local) => `{${namespace}}${local}`;

export const DAV = within('DAV:');
export const CALDAV = within('urn:ietf:params:xml:ns:caldav');
export const CARDDAV = within('urn:ietf:params:xml:ns:carddav');

/** What an element may hold. @typedef {XmlElement | string} Content */

/**
 * @param {string} name `{namespace}local`
 * @param {readonly Content[]} [children]
 * @param {Readonly<Record<string, string>>} [attributes]
 */
export function element(name, children = [], attributes = {}) {
  const made = new XmlElement(name, new Map(Object.entries(attributes)));
  made.children.push(...children);
  return made;
}

/** @param {XmlElement} root */
export const document = (root) => `<?xml version="1.0" encoding="utf-8"?>\n${written(root, '')}`;

/** @param {XmlElement} made @param {string} inherited @returns {string} */
function written(made, inherited) {
  const { namespace, local } = parts(made.name);
  const declared = namespace === inherited ? '' : ` xmlns="${escaped(namespace)}"`;
  const attributes = Array.from(made.attributes, (pair, at) => attribute(pair, at)).join('');
  const inner = made.children.map((child) => (typeof child === 'string' ? escaped(child) : written(child, namespace)));
  const start = `<${local}${declared}${attributes}`;
  return inner.length === 0 ? `${start}/>` : `${start}>${inner.join('')}</${local}>`;
}

/** @param {readonly [string, string]} pair @param {number} at */
function attribute([name, value], at) {
  const { namespace, local } = parts(name);
  const text = escaped(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
  if (namespace === '') return ` ${local}="${text}"`;
  if (namespace === 'http://www.w3.org/XML/1998/namespace') return ` xml:${local}="${text}"`;
  return ` xmlns:a${at}="${escaped(namespace)}" a${at}:${local}="${text}"`;
}

const NAME = /^(?:\{([^{}]*)\})?([\p{L}_][\p{L}\p{N}\p{M}._\-\u00B7]*)$/u;

/** @param {string} name */
function parts(name) {
  const [, namespace = '', local] = NAME.exec(name) ?? [];
  if (local === undefined) throw new TypeError(`"${name}" is not a name like {namespace}local`);
  return { namespace, local };
}
