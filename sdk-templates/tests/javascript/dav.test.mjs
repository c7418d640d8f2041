import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element } from '../../a3dav_sdk/languages/javascript/runtime/qualified.js';
import { all, client, cutAnswer, serving } from './serving.mjs';

const XML = { 'Content-Type': 'application/xml; charset=utf-8' };
const multistatus = (inner) => ({
  status: 207,
  headers: XML,
  body: `<?xml version="1.0"?>\n<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">${inner}</D:multistatus>`,
});
const found = (href, properties) =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${properties}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
const only = (href, status) =>
  `<D:response><D:href>${href}</D:href><D:status>HTTP/1.1 ${status} x</D:status></D:response>`;
const etag = (tag) => `<D:getetag>"${tag}"</D:getetag>`;

test('each property has its own status', async (t) => {
  const missing = '<D:propstat><D:prop><C:x/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>';
  const { url, asked } = await serving(
    t,
    multistatus(
      found('/a%20b/', '<D:displayname>A &amp; B</D:displayname>').replace('</D:response>', `${missing}</D:response>`),
    ),
  );
  const names = ['{DAV:}displayname', '{urn:ietf:params:xml:ns:caldav}x'];
  const { responses } = await client(url).dav.propfind('/a b/', { depth: 1, properties: names });
  assert.equal(responses[0].text(names[0]), 'A & B');
  assert.equal(responses[0].property(names[1]), undefined);
  assert.equal(responses[0].properties.get(names[1]).status, 404);
  assert.equal(asked[0].headers.depth, '1');
  assert.match(
    asked[0].body,
    /<propfind xmlns="DAV:"><prop><displayname\/><x xmlns="urn:ietf:params:xml:ns:caldav"\/><\/prop><\/propfind>/,
  );
});

test('a multistatus cut short is asked for again', async (t) => {
  const { url, asked } = await serving(t, cutAnswer(207, '<D:multistatus'), multistatus(''));
  const { responses } = await client(url).dav.propfind('/');
  assert.deepEqual([responses.length, asked.length], [0, 2]);
});

test('an href of another server is left out', async (t) => {
  const { url } = await serving(t, multistatus(only('http://elsewhere.test/x', 200) + only('/y', 200)));
  const { responses } = await client(url).dav.propfind('/');
  assert.deepEqual(
    responses.map(({ href }) => href),
    ['/y'],
  );
});

test('nothing is asked of another server', async () => {
  await assert.rejects(async () => client('http://127.0.0.1:1').dav.get('http://elsewhere.test/x'), /another server/);
});

test('what is not a multistatus is a decode error', async (t) => {
  const { url } = await serving(t, { body: '<html>' });
  await assert.rejects(client(url).dav.propfind('/'), { code: 'decode' });
});

const href = (name, path) => `<${name}><D:href>${path}</D:href></${name}>`;
const principal = multistatus(found('/dav/', href('D:current-user-principal', '/p/alice/')));
const homes = multistatus(found('/p/alice/', href('C:calendar-home-set', '/c/alice/')));
const FOUND = { principal: '/p/alice/', calendarHomes: ['/c/alice/'], addressBookHomes: [] };

test('homes are found from the well-known address', async (t) => {
  const { url, asked } = await serving(t, { status: 301, headers: { Location: '/dav/' } }, principal, homes);
  assert.deepEqual(await client(url).dav.discover(), FOUND);
  const steps = asked.map((one) => `${one.method} ${one.url}`);
  assert.deepEqual(steps, ['PROPFIND /.well-known/caldav', 'PROPFIND /dav/', 'PROPFIND /p/alice/']);
});

test('homes are found without a well-known address', async (t) => {
  const { url, asked } = await serving(t, { status: 404 }, principal, homes);
  assert.deepEqual(await client(url).dav.discover(), FOUND);
  assert.deepEqual(
    asked.map((one) => one.url),
    ['/.well-known/caldav', '/', '/p/alice/'],
  );
});

const told = async (events) => (await all(events)).map(({ response, ...event }) => event);

test('a sync follows the pages and ends with the token', async (t) => {
  const { url, asked } = await serving(
    t,
    multistatus(found('/c/1.ics', etag(1)) + only('/c/', 507) + '<D:sync-token>t1</D:sync-token>'),
    multistatus(only('/c/2.ics', 404) + '<D:sync-token>t2</D:sync-token>'),
  );
  assert.deepEqual(await told(client(url).dav.sync('/c/', 't0')), [
    { type: 'changed', href: '/c/1.ics', etag: '"1"' },
    { type: 'removed', href: '/c/2.ics' },
    { type: 'token', token: 't2' },
  ]);
  assert.deepEqual(
    asked.map(({ body }) => /<sync-token>(.*)<\/sync-token>/.exec(body)[1]),
    ['t0', 't1'],
  );
});

test('a token the server forgot begins anew', async (t) => {
  const refusal = { status: 403, headers: XML, body: '<error xmlns="DAV:"><valid-sync-token/></error>' };
  const { url } = await serving(t, refusal, multistatus('<D:sync-token>t1</D:sync-token>'));
  assert.deepEqual(await all(client(url).dav.sync('/c/', 'old')), [{ type: 'reset' }, { type: 'token', token: 't1' }]);
});

test('a page that names its own token again is a decode error', async (t) => {
  const { url } = await serving(t, multistatus(only('/c/', 507) + '<D:sync-token>t0</D:sync-token>'));
  await assert.rejects(all(client(url).dav.sync('/c/', 't0')), { code: 'decode' });
});

test('members are fetched fifty at a time, and come in the order they were asked for', async (t) => {
  const data = '<C:calendar-data>BEGIN:VCALENDAR&#13;\n</C:calendar-data>';
  const first = multistatus(only('/c/2.ics', 403) + found('/c/%31.ics', etag(1) + data));
  const { url, asked } = await serving(t, first, multistatus(''));
  const hrefs = Array.from({ length: 51 }, (_, at) => `/c/${at}.ics`);
  const [, one, two, ...others] = await all(client(url).dav.multiget('/c/', hrefs));
  assert.deepEqual(one, { href: '/c/%31.ics', status: 200, etag: '"1"', data: 'BEGIN:VCALENDAR\r\n' });
  assert.deepEqual([two.status, others[0].href, others[0].status, others.length], [403, '/c/3.ics', 404, 48]);
  assert.deepEqual(
    asked.map(({ body }) => body.match(/<href/g).length),
    [50, 1],
  );
});

test('a change is made again upon what somebody else wrote', async (t) => {
  const { url, asked } = await serving(
    t,
    { headers: { ETag: '"1"', 'Content-Type': 'text/calendar' }, body: 'one' },
    { status: 412 },
    { headers: { ETag: '"2"', 'Content-Type': 'text/calendar' }, body: 'two' },
    { status: 204, headers: { ETag: '"3"' } },
  );
  assert.equal(await client(url).dav.updateWith('/c/1.ics', (text) => `${text}!`), '"3"');
  assert.deepEqual(
    asked.flatMap(({ method, body, headers }) => (method === 'PUT' ? [[body, headers['if-match']]] : [])),
    [
      ['one!', '"1"'],
      ['two!', '"2"'],
    ],
  );
});

test('five others in a row are too many', async (t) => {
  const answer = (response, { method }) => response.writeHead(method === 'GET' ? 200 : 412, { ETag: '"1"' }).end();
  const { url, asked } = await serving(t, answer);
  await assert.rejects(
    client(url).dav.updateWith('/x', (text) => text),
    { code: 'precondition_failed' },
  );
  assert.equal(asked.length, 10);
});

test('without an ETag nothing is changed', async (t) => {
  const { url, asked } = await serving(t, { body: 'one' });
  await assert.rejects(
    client(url).dav.updateWith('/x', (text) => text),
    /ETag/,
  );
  assert.equal(asked.length, 1);
});

test('a 412 after a broken connection says how often the request was sent', async (t) => {
  const { url } = await serving(t, (response) => response.destroy(), { status: 412 });
  const { dav } = client(url);
  await assert.rejects(dav.put('/x', 'a', { create: true }), { code: 'precondition_failed', attempts: 2 });
});

test('text is stored as it is', async (t) => {
  const { url, asked } = await serving(t, { status: 201, headers: { ETag: '"1"' } });
  const text = '\uFEFFBEGIN:VCALENDAR\r\nX:ü\u2028\r\nEND:VCALENDAR\r\n';
  const { created } = await client(url).dav.put('/x.ics', text, { create: true });
  assert.equal(created, true);
  assert.equal(asked[0].body, text);
  assert.equal(asked[0].headers['content-type'], 'text/calendar; charset=utf-8');
});

test('properties are set and removed', async (t) => {
  const { url, asked } = await serving(t, multistatus(found('/c/', '<D:displayname/>')));
  const set = { '{DAV:}displayname': 'a<b', '{urn:x}y': [element('{urn:x}z'), '&'] };
  await client(url).dav.proppatch('/c/', { set, remove: ['{urn:x}gone'] });
  assert.match(
    asked[0].body,
    /<set><prop><displayname>a&lt;b<\/displayname><y xmlns="urn:x"><z\/>&amp;<\/y><\/prop><\/set>/,
  );
  assert.match(asked[0].body, /<remove><prop><gone xmlns="urn:x"\/><\/prop><\/remove>/);
});

test('calendars are made with their properties', async (t) => {
  const { url, asked } = await serving(t, { status: 201 });
  await client(url).dav.mkcalendar('/c/new/', { '{DAV:}displayname': 'New' });
  assert.equal(asked[0].method, 'MKCALENDAR');
  assert.match(
    asked[0].body,
    /<mkcalendar xmlns="urn:ietf:params:xml:ns:caldav"><set xmlns="DAV:"><prop><displayname>New</,
  );
});

test('free and busy times are asked for in UTC', async (t) => {
  const { url, asked } = await serving(t, { headers: { 'Content-Type': 'text/calendar' }, body: 'BEGIN:VCALENDAR' });
  const { dav } = client(url);
  assert.equal(
    await dav.freeBusy('/c/', new Date('2026-01-01T00:00:00Z'), new Date('2026-01-02T00:00:00Z')),
    'BEGIN:VCALENDAR',
  );
  assert.match(asked[0].body, /<time-range start="20260101T000000Z" end="20260102T000000Z"\/>/);
});

test('a server that refuses to begin anew is believed', async (t) => {
  const refusal = { status: 403, headers: XML, body: '<error xmlns="DAV:"><valid-sync-token/></error>' };
  const { url, asked } = await serving(t, refusal);
  await assert.rejects(all(client(url).dav.sync('/c/', 'old')), { condition: '{DAV:}valid-sync-token' });
  assert.equal(asked.length, 2);
});
