// Runs scenarios with the public API of the SDK for JavaScript, which is that for TypeScript, too.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, ...triples] = process.argv.slice(2);
const sdk = await import(pathToFileURL(join(folder, 'index.js')));

const START = Date.parse('2026-01-01T00:00:00Z');

/** Moves by sleeps alone, and notes them. */
function steppingClock() {
  const slept = [];
  let moment = START;
  const sleep = async (milliseconds) => {
    slept.push(Math.round(milliseconds) / 1000);
    moment += milliseconds;
  };
  return { slept, clock: { now: () => moment, sleep } };
}

function authentication(told, url) {
  if (told.user !== undefined) return { username: told.user, password: told.password };
  if (told.provider) {
    const tokens = [...told.provider];
    return { token: () => tokens.shift() };
  }
  if (!told.oauth) return told.token === undefined ? {} : { token: told.token };
  const { token, expires_in, refresh_token, token_url, client_id } = told.oauth;
  const tokens = { accessToken: token, refreshToken: refresh_token, expiresAt: START + expires_in * 1000 };
  const tokenEndpoint = token_url.startsWith('/') ? url + token_url : token_url;
  return { token: sdk.oauth({ tokenEndpoint, clientId: client_id, tokens }) };
}

const camel = (name) =>
  name
    .replace(/[^A-Za-z0-9]+(.)/g, (_, letter) => letter.toUpperCase())
    .replace(/^[A-Z]+/, (start) => start.toLowerCase());

const orNull = (value) => (value === undefined || value === '' ? null : value);

/** The names of the parameters that stand before the body and the options. */
function positional(method) {
  const [, list] = /^[^(]*\(([^)]*)/.exec(method.toString());
  const names = list.split(',').map((name) => name.trim());
  return names.slice(0, names.findIndex((name) => !/^\w+$/.test(name) || ['body', 'options'].includes(name)) >>> 0);
}

function called(method, service, { body, ...given }) {
  const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [camel(name), value]));
  const first = positional(method).map((name) => values[name]);
  for (const name of positional(method)) delete values[name];
  return method.call(service, ...first, ...(/[(\s]body\b/.test(method.toString().split('{')[0]) ? [body] : []), values);
}

const responses = (found) =>
  found.responses.map(({ href, status, properties }) => ({
    href,
    status: orNull(status),
    properties: Object.fromEntries(
      [...properties].map(([name, { status, element }]) => [name, { status, text: orNull(element.text) }]),
    ),
  }));

const names = (properties) => (properties?.length ? { properties } : {});

const DAV = {
  discover: async (dav) => {
    const { principal, calendarHomes, addressBookHomes } = await dav.discover();
    return { principal, calendar_homes: calendarHomes, address_book_homes: addressBookHomes };
  },
  propfind: async (dav, { path, properties, depth = 0 }) =>
    responses(await dav.propfind(path, { depth, ...names(properties) })),
  proppatch: async (dav, { path, set, remove }) => responses(await dav.proppatch(path, { set, remove })),
  mkcalendar: (dav, { path, properties }) => dav.mkcalendar(path, properties),
  get: (dav, { path }) => dav.get(path),
  put: async (dav, { path, body, content_type, if_match, create }) => {
    const contentType = content_type ?? 'text/calendar; charset=utf-8';
    const { etag } = await dav.put(path, body, { contentType, ifMatch: if_match, create });
    return { etag: orNull(etag) };
  },
  delete: (dav, { path, if_match }) => dav.delete(path, { ifMatch: if_match }),
  multiget: (dav, { path, hrefs }) => dav.multiget(path, hrefs),
  sync: (dav, { path, token }) => dav.sync(path, token),
  update_with: async (dav, { path, replace: [old, now] }) => ({
    etag: orNull(await dav.updateWith(path, (text) => text.replaceAll(old, now))),
  }),
  free_busy: async (dav, { path, start, end }) => ({ text: await dav.freeBusy(path, start, end) }),
};

/** An item of an iterator as the trace has it. */
function listed(item, kind) {
  if (kind === 'dav.multiget') return { ...item, etag: orNull(item.etag), data: orNull(item.data) };
  if (kind !== 'dav.sync') return item;
  const { type, href, etag, token } = item;
  if (type === 'changed') return { changed: href, etag: orNull(etag) };
  if (type === 'removed') return { removed: href };
  return type === 'reset' ? { reset: true } : { token };
}

function errorOf(raised) {
  const type = raised.problem?.type;
  return {
    code: raised.code,
    status: raised.status ?? null,
    problem_type: type === undefined || type === 'about:blank' ? null : type,
    condition: raised.conditions?.[0] ?? null,
    attempts: raised.code === 'webhook_signature' ? null : Math.max(1, raised.attempts),
  };
}

function run(url, scenario) {
  const { slept, clock } = steppingClock();
  const { retries, timeout } = scenario.client;
  const client = new sdk.Client({
    baseUrl: url,
    clock,
    random: () => 0.5,
    ...authentication(scenario.client, url),
    ...(retries !== undefined && { retries }),
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
  });
  const saved = {};

  function asked({ do: what, with: told = {} }) {
    const text = JSON.stringify(told).replace(/\$\{(\w+)\}/g, (_, name) => JSON.stringify(saved[name]).slice(1, -1));
    const given = sdk.parseJson(text);
    const [service, name] = what.split(/\.(.*)/);
    if (service === 'dav') return DAV[name](client.dav, given);
    if (service === 'graphql') return client.graphql[camel(name)](given);
    if (service !== 'webhook') return called(client[camel(service)][camel(name)], client[camel(service)], given);
    const { headers, body, secrets, now } = given;
    return sdk.verifyWebhook({ headers, body, secret: secrets, now: now * 1000 });
  }

  /** What came before an error stays in `items`. */
  async function taken(stream, items, { do: what, take }) {
    if (take === 0) return;
    for await (const item of stream) {
      items.push(listed(item, what));
      if (items.length === take) break;
    }
  }

  async function result(step, kept) {
    const found = await asked(step);
    if (found instanceof sdk.TextResult) return { text: found.text, etag: orNull(found.etag) };
    if (found instanceof sdk.Download) return { text: await found.text(), etag: orNull(found.etag) };
    if (typeof found !== 'object' || found === null || !(Symbol.asyncIterator in found)) return found ?? null;
    kept.items = [];
    await taken(found, kept.items, step);
    return kept.items;
  }

  async function traced(step, number) {
    const before = slept.length;
    const kept = { items: null };
    const trace = { step: number, result: null, error: null };
    try {
      trace.result = await result(step, kept);
    } catch (raised) {
      if (!(raised instanceof sdk.A3davError)) throw raised;
      trace.result = kept.items;
      trace.error = errorOf(raised);
    }
    for (const [name, pointer] of Object.entries(step.save ?? {})) {
      saved[name] = pointer
        .split('/')
        .slice(1)
        .reduce((value, part) => (Array.isArray(value) ? value.at(Number(part)) : value[part]), trace.result);
    }
    return { ...trace, sleeps: slept.slice(before) };
  }

  return { client, traced };
}

for (let at = 0; at < triples.length; at += 3) {
  const [url, file, target] = triples.slice(at, at + 3);
  const scenario = sdk.parseJson(readFileSync(file, 'utf8'));
  try {
    const { client, traced } = run(url, scenario);
    const traces = [];
    for (const [number, step] of scenario.steps.entries()) traces.push(await traced(step, number));
    client.close();
    writeFileSync(target, sdk.writeJson(traces));
  } catch (error) {
    console.error(scenario.name, error);
  }
}
