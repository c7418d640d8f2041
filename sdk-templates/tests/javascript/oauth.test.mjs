import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oauth, startDeviceFlow } from '../../a3dav_sdk/languages/javascript/runtime/oauth.js';
import { Graphql } from '../../a3dav_sdk/languages/javascript/runtime/graphql.js';
import { client, json, serving, world } from './serving.mjs';

const CALL = { method: 'GET', path: '/x' };

test('a refused token is refreshed, and the new ones are told', async (t) => {
  const provider = await serving(t, json({ access_token: 'new', refresh_token: 'r2', expires_in: 3600 }));
  const { url, asked } = await serving(t, { status: 401 }, json({}));
  const told = [];
  const token = oauth({
    tokenEndpoint: `${provider.url}/token`,
    clientId: 'me',
    tokens: { accessToken: 'old', refreshToken: 'r1' },
    onTokens: (tokens) => told.push(tokens),
  });
  await client(url, { token }).calls.json(CALL);
  assert.deepEqual(
    asked.map(({ headers }) => headers.authorization),
    ['Bearer old', 'Bearer new'],
  );
  assert.equal(provider.asked[0].body, 'client_id=me&grant_type=refresh_token&refresh_token=r1');
  assert.deepEqual(told, [{ accessToken: 'new', refreshToken: 'r2', expiresAt: Date.parse('2026-01-01T01:00:00Z') }]);
});

test('a token that expires is refreshed before it is used', async (t) => {
  const provider = await serving(t, json({ access_token: 'new' }));
  const { url, asked } = await serving(t, json({}));
  const tokens = { accessToken: 'old', refreshToken: 'r1', expiresAt: Date.parse('2026-01-01T00:00:10Z') };
  const token = oauth({ tokenEndpoint: provider.url, clientId: 'me', tokens });
  await client(url, { token }).calls.json(CALL);
  assert.deepEqual(
    asked.map(({ headers }) => headers.authorization),
    ['Bearer new'],
  );
});

test('a refresh that is refused says why', async (t) => {
  const provider = await serving(t, json({ error: 'invalid_grant', error_description: 'gone' }, 400));
  const { url } = await serving(t, { status: 401 });
  const token = oauth({
    tokenEndpoint: provider.url,
    clientId: 'me',
    tokens: { accessToken: 'old', refreshToken: 'r1' },
  });
  await assert.rejects(client(url, { token }).calls.json(CALL), {
    error: 'invalid_grant',
    message: 'invalid_grant: gone',
  });
});

test('a device waits as long as the server says', async (t) => {
  const begun = {
    device_code: 'd',
    user_code: 'U-1',
    verification_uri: 'https://x.test/',
    expires_in: 60,
    interval: 2,
  };
  const { url, asked } = await serving(
    t,
    json(begun),
    json({ error: 'authorization_pending' }, 400),
    json({ error: 'slow_down' }, 400),
    json({ access_token: 'a', refresh_token: 'r' }),
  );
  const { clock, sleeps } = world();
  const endpoints = { deviceEndpoint: `${url}/device`, tokenEndpoint: `${url}/token` };
  const login = await startDeviceFlow({ ...endpoints, clientId: 'me', scopes: ['a', 'b'], clock });
  assert.equal(login.userCode, 'U-1');
  assert.deepEqual(await login.wait(), { accessToken: 'a', refreshToken: 'r' });
  assert.deepEqual(sleeps, [2000, 2000, 7000]);
  assert.equal(asked[0].body, 'client_id=me&scope=a+b');
});

test('a device that nobody approves gives up', async (t) => {
  const begun = { device_code: 'd', user_code: 'U-1', verification_uri: 'https://x.test/', expires_in: 12 };
  const { url } = await serving(t, json(begun), json({ error: 'authorization_pending' }, 400));
  const { clock, sleeps } = world();
  const options = { deviceEndpoint: url, tokenEndpoint: url, clientId: 'me', clock };
  const login = await startDeviceFlow(options);
  await assert.rejects(login.wait(), { error: 'expired_token' });
  assert.deepEqual(sleeps, [5000, 5000]);
});

const QUERY = { name: 'Q', kind: 'query', text: 'query Q { x }' };

test('a query of GraphQL is sent with its header and may be sent again', async (t) => {
  const { url, asked } = await serving(t, { status: 503 }, json({ data: { x: 9007199254740993 } }));
  await new Graphql(client(url).calls, '/graphql').run(QUERY, { a: null });
  assert.equal(asked[1].headers['graphql-require-preflight'], '1');
  assert.deepEqual(JSON.parse(asked[1].body), { query: QUERY.text, variables: { a: null }, operationName: 'Q' });
});

test('a mutation of GraphQL is sent once', async (t) => {
  const { url } = await serving(t, { status: 503 });
  const run = new Graphql(client(url).calls, '/graphql').run({ ...QUERY, kind: 'mutation' }, {});
  await assert.rejects(run, { code: 'unavailable', attempts: 1 });
});

test('errors of GraphQL keep what could be found out', async (t) => {
  const { url } = await serving(t, json({ data: { x: 1 }, errors: [{ message: 'no' }] }));
  const run = new Graphql(client(url).calls, '/graphql').run(QUERY, {});
  await assert.rejects(run, { code: 'graphql', data: { x: 1 }, errors: [{ message: 'no' }], message: 'no' });
});

test('errors of GraphQL may come with a status', async (t) => {
  const { url } = await serving(t, json({ errors: [{ message: 'too deep' }] }, 400));
  const run = new Graphql(client(url).calls, '/graphql').run(QUERY, {});
  await assert.rejects(run, { code: 'graphql', message: 'too deep', attempts: 1 });
});
