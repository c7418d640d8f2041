import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventParser } from '../../a3dav_sdk/languages/javascript/runtime/sse.js';
import { client, serving } from './serving.mjs';

const CALL = { method: 'GET', path: '/events' };
const bytes = (text) => new TextEncoder().encode(text);

const STREAMS = [
  ['LF', 'data: a\ndata:b\n\n', [{ event: 'message', data: 'a\nb', id: '' }]],
  ['CR', 'data: a\rdata: b\r\rx', [{ event: 'message', data: 'a\nb', id: '' }]],
  ['CRLF', 'event: e\r\ndata: a\r\nid: 1\r\n\r\n', [{ event: 'e', data: 'a', id: '1' }]],
  ['a BOM', '\uFEFFdata: a\n\n', [{ event: 'message', data: 'a', id: '' }]],
  ['comments', ': hi\n\ndata: a\n: x\n\n', [{ event: 'message', data: 'a', id: '' }]],
  [
    'an id with NUL',
    'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n',
    [
      { event: 'message', data: 'a', id: '1' },
      { event: 'message', data: 'b', id: '1' },
    ],
  ],
  ['a field without a colon', 'data\n\n', [{ event: 'message', data: '', id: '' }]],
  ['an event without data', 'event: e\n\ndata: a\n\n', [{ event: 'message', data: 'a', id: '' }]],
  ['an unfinished event', 'data: a\n', []],
  ['letters of several bytes', 'data: ä€😀\n\n', [{ event: 'message', data: 'ä€😀', id: '' }]],
];
for (const [what, text, expected] of STREAMS) {
  for (const size of [1, 2, 1000]) {
    test(`a stream with ${what} in pieces of ${size}`, () => {
      const parser = new EventParser();
      const all = bytes(text);
      const events = [];
      for (let at = 0; at < all.length; at += size) events.push(...parser.push(all.slice(at, at + size)));
      assert.deepEqual(events, expected);
    });
  }
}

const STREAM = { 'Content-Type': 'text/event-stream' };
const stream = (body) => ({ headers: STREAM, body });

async function taken(events, count) {
  const items = [];
  for await (const event of events) {
    items.push(event.data);
    if (items.length === count) break;
  }
  return items;
}

test('a stream that ends goes on behind its last event', async (t) => {
  const { url, asked } = await serving(
    t,
    stream('id: 7\ndata: 1\n\ndata: {"cut'),
    { status: 503 },
    stream('data: 2\n\n'),
  );
  const { calls, sleeps } = client(url);
  assert.deepEqual(await taken(calls.events(CALL), 2), [1, 2]);
  assert.deepEqual(
    asked.map(({ headers }) => headers['last-event-id']),
    [undefined, '7', '7'],
  );
  assert.deepEqual(sleeps, [375, 750]);
});

test('the server says how long to wait', async (t) => {
  const { url } = await serving(t, stream('retry: 1234\ndata: 1\n\n'), stream('data: 2\n\n'));
  const { calls, sleeps } = client(url);
  await taken(calls.events(CALL), 2);
  assert.deepEqual(sleeps, [925.5]);
});

test('204 is the end', async (t) => {
  const { url } = await serving(t, stream('data: 1\n\n'), { status: 204 });
  assert.deepEqual(await taken(client(url).calls.events(CALL), 9), [1]);
});

test('an error that will not pass is the end', async (t) => {
  const { url } = await serving(t, stream('data: 1\n\n'), { status: 403 });
  await assert.rejects(taken(client(url).calls.events(CALL), 9), { code: 'forbidden' });
});

test('what is no stream of events is an error', async (t) => {
  const { url } = await serving(t, { body: 'data: 1\n\n' });
  await assert.rejects(taken(client(url).calls.events(CALL), 1), { code: 'stream' });
});

test('a silent stream is opened anew', async (t) => {
  const { url, asked } = await serving(t, (response) => response.writeHead(200, STREAM).write('data: 1\n\n'));
  await taken(client(url).calls.events(CALL, { timeout: 700 }), 2);
  assert.equal(asked.length, 2);
});

test('an event that is no JSON is an error of the stream', async (t) => {
  const { url } = await serving(t, stream('data: {\n\n'));
  await assert.rejects(taken(client(url).calls.events(CALL), 1), { code: 'stream' });
});

test('an event that was cut does not count', async (t) => {
  const { url, asked } = await serving(t, stream('id: 7\ndata: 1\n\nid: 8\ndata: 2\n'), stream('data: 2\n\n'));
  await taken(client(url).calls.events(CALL), 2);
  assert.equal(asked[1].headers['last-event-id'], '7');
});

test('the id of an event that was cut is forgotten', async (t) => {
  const { url } = await serving(t, stream('id: 7\ndata: 1\n\nid: 8\n'), stream('data: 2\n\n'));
  const ids = [];
  for await (const event of client(url).calls.events(CALL)) if (ids.push(event.id) === 2) break;
  assert.deepEqual(ids, ['7', '7']);
});

test('an event makes the delays begin anew', async (t) => {
  const { url } = await serving(t, stream('data: 1\n\n'));
  const { calls, sleeps } = client(url);
  await taken(calls.events(CALL), 3);
  assert.deepEqual(sleeps, [375, 375]);
});
