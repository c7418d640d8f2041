/** OAuth 2: tokens that are refreshed, and the device flow (RFC 8628) that gets the first ones. */

import { A3davError, ConnectionError, DecodeError } from './errors.js';
import { parseJson } from './json.js';
import { systemClock } from './surroundings.js';

/** @import { TokenContext, TokenSource } from './auth.js' */
/** @import { Clock, Transport } from './surroundings.js' */

/** What an authorization server gave.
 * @typedef {{ accessToken: string, refreshToken?: string, expiresAt?: number, scope?: string }} Tokens */

/**
 * @typedef {object} OAuthClient
 * @property {string | URL} tokenEndpoint
 * @property {string} clientId
 * @property {string | undefined} [clientSecret]
 */

/**
 * @typedef {object} RefreshOptions
 * @property {Tokens} tokens The ones to begin with.
 * @property {(tokens: Tokens) => void | Promise<void> | undefined} [onTokens] Told of new ones, to keep them for the next start.
 */

/**
 * @typedef {object} DeviceOptions
 * @property {string | URL} deviceEndpoint
 * @property {readonly string[] | undefined} [scopes]
 * @property {AbortSignal | undefined} [signal]
 * @property {Transport | undefined} [fetch]
 * @property {Clock | undefined} [clock]
 */

/**
 * What to show to the person: where to go with which code.
 * @typedef {object} DeviceLogin
 * @property {string} userCode
 * @property {string} verificationUri
 * @property {string | undefined} verificationUriComplete With the code in it, to follow or to show as a picture.
 * @property {number} interval Seconds.
 * @property {number} expiresIn Seconds.
 * @property {() => Promise<Tokens>} wait Ends when the person approved, or refused.
 */

/** The authorization server said no. */
export class OAuthError extends A3davError {
  code = 'oauth';
  /** The word of RFC 6749 or 8628, such as `invalid_grant`. @type {string} */
  error;

  /** @param {string} error @param {string} [description] */
  constructor(error, description) {
    super(description ? `${error}: ${description}` : error);
    this.error = error;
  }
}

const FIELD_LIMIT = 1024 * 1024;

/**
 * Tokens that are refreshed before they expire and when the server refuses them; give it as `token`.
 * @param {OAuthClient & RefreshOptions} options
 * @returns {TokenSource}
 */
export function oauth(options) {
  let { tokens } = options;
  let given = false;
  return async (context) => {
    if (!given) {
      given = true;
      return current(tokens);
    }
    if (tokens.refreshToken === undefined) throw new OAuthError('invalid_grant', 'there is no refresh token');
    const fields = { grant_type: 'refresh_token', refresh_token: tokens.refreshToken };
    tokens = { refreshToken: tokens.refreshToken, ...(await asked(options, fields, context)) };
    await options.onTokens?.(tokens);
    return current(tokens);
  };
}

/** @param {Tokens} tokens */
const current = ({ accessToken: token, expiresAt }) => (expiresAt === undefined ? { token } : { token, expiresAt });

/**
 * Begins to ask a person to approve this device in a browser.
 * @param {OAuthClient & DeviceOptions} options
 * @returns {Promise<DeviceLogin>}
 */
export async function startDeviceFlow(options) {
  const context = {
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    clock: options.clock ?? systemClock,
    signal: options.signal ?? new AbortController().signal,
  };
  const scope = options.scopes?.join(' ');
  const begun = await posted(options.deviceEndpoint, { ...identity(options), scope }, context);
  const [code, expiresIn, interval] = [
    text(begun, 'device_code'),
    Number(begun['expires_in'] ?? 600),
    Number(begun['interval'] ?? 5),
  ];
  const end = context.clock.now() + expiresIn * 1000;
  const complete = begun['verification_uri_complete'];
  return {
    userCode: text(begun, 'user_code'),
    verificationUri: text(begun, 'verification_uri'),
    verificationUriComplete: typeof complete === 'string' ? complete : undefined,
    interval,
    expiresIn,
    wait: () => polled(options, code, context, interval, end),
  };
}

/** @param {OAuthClient} client @param {string} code @param {TokenContext} context @param {number} interval @param {number} end */
async function polled(client, code, context, interval, end) {
  const fields = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: code };
  for (let wait = interval; context.clock.now() + wait * 1000 <= end;) {
    await context.clock.sleep(wait * 1000, context.signal);
    try {
      return await asked(client, fields, context);
    } catch (error) {
      if (!(error instanceof OAuthError) || !['authorization_pending', 'slow_down'].includes(error.error)) throw error;
      if (error.error === 'slow_down') wait += 5;
    }
  }
  throw new OAuthError('expired_token', 'nobody approved the device in time');
}

/** @param {OAuthClient} client @param {Record<string, string>} fields @param {TokenContext} context @returns {Promise<Tokens>} */
async function asked(client, fields, context) {
  const answer = await posted(client.tokenEndpoint, { ...identity(client), ...fields }, context);
  const { refresh_token: refreshToken, expires_in: expiresIn, scope } = answer;
  return {
    accessToken: text(answer, 'access_token'),
    ...(typeof refreshToken === 'string' && { refreshToken }),
    ...(expiresIn !== undefined && { expiresAt: context.clock.now() + Number(expiresIn) * 1000 }),
    ...(typeof scope === 'string' && { scope }),
  };
}

/** @param {OAuthClient} client */
const identity = (client) => ({ client_id: client.clientId, client_secret: client.clientSecret });

/** @param {string | URL} url @param {Record<string, string | undefined>} fields @param {TokenContext} context */
async function posted(url, fields, context) {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const agent = context.agent === undefined ? {} : { 'User-Agent': context.agent };
  const headers = { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded', ...agent };
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(60_000)]);
  const init = { method: 'POST', headers, body: body.toString(), signal, redirect: /** @type {const} */ ('error') };
  const [ok, answer] = await context.fetch(String(url), init).then(
    async (response) => /** @type {const} */ ([response.ok, await response.text()]),
    (error) => {
      throw new ConnectionError('the authorization server cannot be reached', { cause: error });
    },
  );
  return judged(ok, answer);
}

/** @param {boolean} ok @param {string} answer */
function judged(ok, answer) {
  if (answer.length > FIELD_LIMIT) throw new DecodeError('the answer of the authorization server is too large');
  const value = /** @type {Record<string, unknown>} */ (parseJson(answer));
  if (ok) return value;
  const description = value['error_description'];
  throw new OAuthError(
    String(value['error'] ?? 'server_error'),
    typeof description === 'string' ? description : undefined,
  );
}

/** @param {Record<string, unknown>} answer @param {string} name */
function text(answer, name) {
  const value = answer[name];
  if (typeof value !== 'string') throw new DecodeError(`the authorization server gave no ${name}`);
  return value;
}
