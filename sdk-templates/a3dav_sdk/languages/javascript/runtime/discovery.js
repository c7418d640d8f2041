/** Finds what belongs to a person from the address of the server alone (RFC 6764 6). */

import { DecodeError, MethodNotAllowedError, NotFoundError } from './errors.js';
import { CALDAV, CARDDAV, DAV } from './qualified.js';

/** @import { Dav } from './dav.js' */
/** @import { CallOptions } from './options.js' */

/** @typedef {{ principal: string, calendarHomes: string[], addressBookHomes: string[] }} Discovered */

const CURRENT = DAV('current-user-principal');
const CALENDARS = CALDAV('calendar-home-set');
const ADDRESS_BOOKS = CARDDAV('addressbook-home-set');

/** @param {Dav} dav @param {CallOptions} [options] @returns {Promise<Discovered>} */
export async function discovered(dav, options) {
  const start = await dav
    .propfind('/.well-known/caldav', { ...options, properties: [CURRENT] })
    .catch((error) => elsewhere(dav, error, options));
  const principal = start.responses.flatMap((one) => one.hrefs(CURRENT))[0];
  if (principal === undefined) throw new DecodeError('the server does not say who this is');
  const { responses } = await dav.propfind(principal, { ...options, properties: [CALENDARS, ADDRESS_BOOKS] });
  const homes = (/** @type {string} */ name) => responses.flatMap((one) => one.hrefs(name));
  return { principal, calendarHomes: homes(CALENDARS), addressBookHomes: homes(ADDRESS_BOOKS) };
}

/** @param {Dav} dav @param {unknown} error @param {CallOptions} [options] */
function elsewhere(dav, error, options) {
  if (error instanceof NotFoundError || error instanceof MethodNotAllowedError) {
    return dav.propfind('/', { ...options, properties: [CURRENT] });
  }
  throw error;
}
