import assert from 'node:assert/strict';
import { test } from 'node:test';
import { client, cut, json, serving } from './serving.mjs';

const GET = { method: 'GET', path: '/x' };
const PUT = { method: 'PUT', path: '/x', body: 'data' };
const POST = { method: 'POST', path: '/x', body: '{}' };

test('a 503 is tried again after half a second less chance', async (t) => {
  const { url, asked } = await serving(t, { status: 503 }, json({ ok: 1 }));
  const { calls, sleeps } = client(url);
  assert.deepEqual(await calls.json(GET), { ok: 1 });
  assert.deepEqual(sleeps, [375]);
  assert.equal(asked.length, 2);
});

test('three failures are enough', async (t) => {
  const { url, asked } = await serving(t, { status: 503 });
  const { calls, sleeps } = client(url);
  await assert.rejects(calls.json(GET), { code: 'unavailable', status: 503, attempts: 3 });
  assert.deepEqual(sleeps, [375, 750]);
  assert.equal(asked.length, 3);
});

const WAITS = [
  ['seconds', '7', [7000]],
  ['a date', 'Thu, 01 Jan 2026 00:00:42 GMT', [42000]],
  ['a date that is past', 'Thu, 01 Jan 2015 00:00:42 GMT', [375]],
  ['a negative number', '-5', [375]],
  ['nonsense', 'soon', [375]],
];
for (const [what, value, expected] of WAITS) {
  test(`Retry-After with ${what}`, async (t) => {
    const { url } = await serving(t, { status: 429, headers: { 'Retry-After': value } }, json({}));
    const { calls, sleeps } = client(url);
    await calls.json(GET);
    assert.deepEqual(sleeps, expected);
  });
}

test('more than a minute is not waited', async (t) => {
  const { url, asked } = await serving(t, { status: 429, headers: { 'Retry-After': '61' } });
  const { calls, sleeps } = client(url);
  await assert.rejects(calls.json(GET), { code: 'rate_limited', attempts: 1 });
  assert.deepEqual([sleeps.length, asked.length], [0, 1]);
});

test('PUT is sent again with the same body', async (t) => {
  const { url, asked } = await serving(t, { status: 502 }, { status: 204 });
  await client(url).calls.nothing(PUT);
  assert.deepEqual(
    asked.map(({ body }) => body),
    ['data', 'data'],
  );
});

test('POST is sent once', async (t) => {
  const { url, asked } = await serving(t, { status: 503 });
  await assert.rejects(client(url).calls.json(POST), { attempts: 1 });
  assert.equal(asked.length, 1);
});

test('POST with a key is sent again with the same key', async (t) => {
  const { url, asked } = await serving(t, { status: 503 }, json({}));
  await client(url).calls.json({ ...POST, retry: 'keyed' });
  const keys = asked.map(({ headers }) => headers['idempotency-key']);
  assert.match(keys[0], /^[0-9a-f]{32}$/);
  assert.equal(keys[0], keys[1]);
});

test('a stream is sent once', async (t) => {
  const { url, asked } = await serving(t, { status: 503 });
  const body = (async function* () {
    yield new TextEncoder().encode('piece');
  })();
  await assert.rejects(client(url).calls.nothing({ ...PUT, body }), { attempts: 1 });
  assert.equal(asked[0].body, 'piece');
});

test('an answer cut short is a connection error and tried again', async (t) => {
  const { url, asked } = await serving(t, cut, json({ ok: 1 }));
  assert.deepEqual(await client(url).calls.json(GET), { ok: 1 });
  assert.equal(asked.length, 2);
});

test('an answer cut short is not tried again for POST', async (t) => {
  const { url } = await serving(t, cut);
  await assert.rejects(client(url).calls.json(POST), { code: 'connection', attempts: 1 });
});

test('a port where nobody listens is a connection error', async () => {
  await assert.rejects(client('http://127.0.0.1:1').calls.json(GET), { code: 'connection', attempts: 3 });
});

test('what is not JSON is a decode error and not tried again', async (t) => {
  const { url, asked } = await serving(t, { body: '<html>' });
  await assert.rejects(client(url).calls.json(GET), { code: 'decode', attempts: 1 });
  assert.equal(asked.length, 1);
});

test('text comes with its ETag', async (t) => {
  const { url } = await serving(t, { headers: { ETag: '"1"', 'Content-Type': 'text/calendar' }, body: 'ü' });
  assert.deepEqual(
    { ...(await client(url).calls.text(GET)) },
    { text: 'ü', etag: '"1"', contentType: 'text/calendar' },
  );
});

test('not modified is an error of its own', async (t) => {
  const { url } = await serving(t, { status: 304 });
  await assert.rejects(client(url).calls.json(GET), { code: 'not_modified', status: 304 });
});

test('the caller hears the head of the answer', async (t) => {
  const { url } = await serving(t, { status: 503 }, json({}, 201, { ETag: '"1"' }));
  const heard = [];
  await client(url).calls.json(GET, { onResponse: (answer) => heard.push(answer) });
  assert.deepEqual(
    heard.map(({ status, headers, attempts }) => [status, headers.get('etag'), attempts]),
    [[201, '"1"', 2]],
  );
});

test('an answer above the limit is refused', async (t) => {
  const { url } = await serving(t, { body: 'x'.repeat(1000) });
  await assert.rejects(client(url, { maxBytes: 999 }).calls.text(GET), { code: 'decode' });
});

test('a silent server is a timeout', async (t) => {
  const { url } = await serving(t, () => {});
  await assert.rejects(client(url).calls.json(GET, { timeout: 30, retries: 0 }), { code: 'timeout', attempts: 1 });
});

test('the time is that of all attempts and delays together', async (t) => {
  const { url, asked } = await serving(t, { status: 503 });
  const { calls, sleeps } = client(url);
  await assert.rejects(calls.json(GET, { timeout: 1000 }), { code: 'unavailable', attempts: 2 });
  assert.deepEqual([sleeps, asked.length], [[375], 2]);
});

test('a timeout is not tried again, as there is no time left', async (t) => {
  const { url } = await serving(t, () => {});
  await assert.rejects(client(url).calls.json(GET, { timeout: 50 }), { code: 'timeout', attempts: 1 });
});

test('the caller can cancel', async (t) => {
  const { url } = await serving(t, () => controller.abort());
  const controller = new AbortController();
  await assert.rejects(client(url).calls.json(GET, { signal: controller.signal }), { code: 'cancelled' });
});

test('a closed client ends what is under way', async (t) => {
  const { url } = await serving(t, () => sender.close());
  const { sender, calls } = client(url);
  await assert.rejects(calls.json(GET), { code: 'cancelled' });
});

test('an error carries its problem, and the headers', async (t) => {
  const problem = { type: '/problems/x', title: 'X', detail: 'y', status: 409, extra: [9007199254740993] };
  const body = JSON.stringify(problem);
  const headers = { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'r1' };
  const { url } = await serving(t, { status: 409, headers, body });
  const expected = { type: '/problems/x', title: 'X', detail: 'y', extensions: { extra: [9007199254740993n - 1n] } };
  const error = await client(url)
    .calls.json(GET)
    .catch((error) => error);
  assert.equal(error.code, 'conflict');
  assert.equal(error.problem.type, expected.type);
  assert.equal(error.requestId, 'r1');
  assert.equal(error.method, 'GET');
});

test('an error carries its preconditions', async (t) => {
  const body = '<D:error xmlns:D="DAV:"><D:valid-sync-token/></D:error>';
  const { url } = await serving(t, { status: 403, headers: { 'Content-Type': 'application/xml' }, body });
  await assert.rejects(client(url).calls.json(GET), { code: 'forbidden', condition: '{DAV:}valid-sync-token' });
});

test('an error with a broken body is still that error', async (t) => {
  const { url } = await serving(t, { status: 422, headers: { 'Content-Type': 'application/problem+json' }, body: '{' });
  await assert.rejects(client(url).calls.json(GET), { code: 'unprocessable', problem: undefined });
});

test('statuses without a class are errors of client or server', async (t) => {
  const { url } = await serving(t, { status: 418 }, { status: 599 });
  const { calls } = client(url);
  await assert.rejects(calls.json(GET), { code: 'client_error' });
  await assert.rejects(calls.json(GET), { code: 'server_error' });
});

test('a redirect at home is followed with credentials', async (t) => {
  const { url, asked } = await serving(t, { status: 307, headers: { Location: '/y' } }, json({}));
  await client(url, { token: 'secret' }).calls.json(GET);
  assert.deepEqual(
    asked.map((one) => [one.url, one.headers.authorization]),
    [
      ['/x', 'Bearer secret'],
      ['/y', 'Bearer secret'],
    ],
  );
});

test('a redirect to another origin is followed without anything secret', async (t) => {
  const other = await serving(t, json({ ok: 1 }));
  const { url } = await serving(t, { status: 302, headers: { Location: `${other.url}/z` } });
  const headers = { Cookie: 'a=b', 'X-Api-Key': 'c' };
  assert.deepEqual(await client(url, { token: 'secret', headers }).calls.json(GET), { ok: 1 });
  const got = other.asked[0].headers;
  assert.deepEqual([got.authorization, got.cookie, got['x-api-key']], [undefined, undefined, undefined]);
});

test('credentials do not come back from another origin', async (t) => {
  const home = await serving(t, (response) => response.writeHead(302, { Location: `${other.url}/z` }).end(), json({}));
  const other = await serving(t, { status: 302, headers: { Location: `${home.url}/y` } });
  await client(home.url, { token: 'secret' }).calls.json(GET);
  assert.equal(home.asked[1].headers.authorization, undefined);
});

test('PROPFIND is not sent to another origin', async (t) => {
  const other = await serving(t, json({}));
  const { url } = await serving(t, { status: 307, headers: { Location: other.url } });
  await assert.rejects(client(url).calls.json({ ...GET, method: 'PROPFIND' }), { code: 'redirect' });
  assert.equal(other.asked.length, 0);
});

test('PUT is not redirected', async (t) => {
  const { url } = await serving(t, { status: 307, headers: { Location: '/y' } }, { status: 204 });
  await assert.rejects(client(url).calls.nothing(PUT), { code: 'redirect', status: 307 });
});

test('303 becomes GET without a body', async (t) => {
  const { url, asked } = await serving(t, { status: 303, headers: { Location: '/y' } }, json({}));
  await client(url).calls.json({
    method: 'QUERY',
    path: '/x',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  });
  const { method, body, headers } = asked[1];
  assert.deepEqual([method, body, headers['content-type']], ['GET', '', undefined]);
});

test('a circle of redirects ends after five', async (t) => {
  const { url, asked } = await serving(t, { status: 302, headers: { Location: '/x' } });
  await assert.rejects(client(url).calls.json(GET), { code: 'redirect' });
  assert.equal(asked.length, 6);
});

test('credentials are not sent to an address elsewhere', async (t) => {
  const other = await serving(t, json({}));
  await client('http://127.0.0.1:1', { token: 'secret' }).calls.json({ method: 'GET', path: new URL(other.url) });
  assert.equal(other.asked[0].headers.authorization, undefined);
});

test('basic credentials are UTF-8', async (t) => {
  const { url, asked } = await serving(t, json({}));
  await client(url, { username: 'jö', password: 'ü:x' }).calls.json(GET);
  assert.equal(asked[0].headers.authorization, `Basic ${Buffer.from('jö:ü:x').toString('base64')}`);
});

test('a refused token is found anew, once', async (t) => {
  const { url, asked } = await serving(t, { status: 401 }, json({}), { status: 401 }, { status: 401 });
  let count = 0;
  const { calls } = client(url, { token: () => `t${++count}` });
  await calls.json(GET);
  await assert.rejects(calls.json(GET), { code: 'unauthorized' });
  assert.deepEqual(
    asked.map(({ headers }) => headers.authorization),
    ['Bearer t1', 'Bearer t2', 'Bearer t2', 'Bearer t3'],
  );
});

test('calls that wait for a token wait for the same one', async (t) => {
  const { url } = await serving(t, json({}));
  let count = 0;
  const { calls } = client(url, { token: async () => `t${++count}` });
  await Promise.all([calls.json(GET), calls.json(GET)]);
  assert.equal(count, 1);
});

test('the log holds no secret', async (t) => {
  const { url } = await serving(t, { status: 503 }, json({}));
  const lines = [];
  const { calls } = client(url, { token: 'hush', log: (entry) => lines.push(entry) });
  await calls.json({ ...GET, query: { access_token: 'hush', q: 1 } });
  assert.deepEqual(
    lines.map(({ status, attempt, error }) => [status, attempt, error]),
    [
      [503, 1, 'unavailable'],
      [200, 2, undefined],
    ],
  );
  assert.doesNotMatch(JSON.stringify(lines), /hush/);
});

test('queries repeat lists and leave out what is undefined', async (t) => {
  const { url, asked } = await serving(t, json({}));
  await client(`${url}/base`).calls.json({ ...GET, query: { a: [1, 'ü&'], b: undefined, c: true } });
  assert.equal(asked[0].url, '/base/x?a=1&a=%C3%BC%26&c=true');
});

test('pages follow one another until there is none', async (t) => {
  const { url, asked } = await serving(t, json({ items: [1], next: 'a b' }), json({ items: [2], next: null }));
  const paged = client(url).calls.paged(GET, { cursor: 'cursor', items: 'items', next: 'next' });
  assert.deepEqual(await paged.toArray(), [1, 2]);
  assert.deepEqual(
    asked.map((one) => one.url),
    ['/x', '/x?cursor=a%20b'],
  );
});

test('the next page is not asked for before it is wanted', async (t) => {
  const { url, asked } = await serving(t, json({ items: [1, 2], next: 'a' }));
  for await (const _ of client(url).calls.paged(GET, { cursor: 'cursor', items: 'items', next: 'next' })) break;
  assert.equal(asked.length, 1);
});

test('a cursor that comes again is a decode error', async (t) => {
  const { url } = await serving(t, json({ items: [1], next: 'a' }));
  const paged = client(url).calls.paged(GET, { cursor: 'cursor', items: 'items', next: 'next' });
  await assert.rejects(paged.toArray(), { code: 'decode' });
});

test('a download comes in pieces and may break', async (t) => {
  const { url } = await serving(t, cut);
  const download = await client(url).calls.download(GET);
  await assert.rejects(
    async () => {
      for await (const _ of download);
    },
    { code: 'connection' },
  );
});

test('a download that falls silent is a timeout', async (t) => {
  const { url } = await serving(t, (response) => response.write('piece'));
  const download = await client(url).calls.download(GET, { timeout: 700 });
  await assert.rejects(
    async () => {
      for await (const _ of download);
    },
    { code: 'timeout' },
  );
});

test('a header with a line end is a mistake of the caller', async () => {
  const call = client('http://127.0.0.1:1').calls.json(GET, { headers: { X: 'a\r\nb' } });
  await assert.rejects(call, { code: 'configuration' });
});

test('credentials stay at home when another origin redirects within itself', async (t) => {
  const other = await serving(t, { status: 302, headers: { Location: '/second' } }, json({}));
  const { url } = await serving(t, { status: 302, headers: { Location: `${other.url}/first` } });
  await client(url, { token: 'secret' }).calls.json(GET);
  assert.equal(other.asked[1].headers.authorization, undefined);
});

test('a redirect from https to http is not followed', async () => {
  const fetch = async () => new Response(null, { status: 302, headers: { Location: 'http://a.test/y' } });
  await assert.rejects(client('https://a.test', { fetch }).calls.json(GET), { code: 'redirect' });
});

test('more than a minute is not waited, however much time the call has', async (t) => {
  const { url } = await serving(t, { status: 429, headers: { 'Retry-After': '61' } }, json({}));
  await assert.rejects(client(url, { timeout: 600_000 }).calls.json(GET), { code: 'rate_limited' });
});
