/** A server on the loopback interface that answers as the test says, and keeps what it was asked. */

import { createServer } from 'node:http';
import { once } from 'node:events';
import { Calls } from '../../a3dav_sdk/languages/javascript/runtime/calls.js';
import { Dav } from '../../a3dav_sdk/languages/javascript/runtime/dav.js';
import { Sender } from '../../a3dav_sdk/languages/javascript/runtime/sender.js';

/** Each answer is `{ status, headers, body }` or a function of request and response; the last one is repeated. */
export async function serving(test, ...answers) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const { method, url, headers } = request;
    asked.push({ method, url, headers, body: Buffer.concat(parts).toString() });
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    if (typeof answer === 'function') return answer(response, request, asked);
    const { status = 200, headers: own = {}, body = '' } = answer;
    response.writeHead(status, own).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${server.address().port}`, asked };
}

/** A clock that only sleeping moves, and chance that is always one half. */
export function world() {
  const sleeps = [];
  let now = Date.parse('2026-01-01T00:00:00Z');
  const clock = {
    now: () => now,
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds);
      now += milliseconds;
    },
  };
  return { clock, random: () => 0.5, sleeps };
}

export function client(url, options = {}) {
  const around = world();
  const sender = new Sender({ baseUrl: url, clock: around.clock, random: around.random, ...options }, 'test/1');
  const calls = new Calls(sender);
  return { sender, calls, dav: new Dav(calls), sleeps: around.sleeps };
}

export const json = (body, status = 200, headers = {}) => ({
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export async function all(iterable) {
  const items = [];
  for await (const item of iterable) items.push(item);
  return items;
}

/** Ends an answer before it is whole. */
export const cutAnswer = (status, start) => (response) => {
  response.writeHead(status, { 'Content-Length': '1000' });
  response.write(start, () => response.destroy());
};
export const cut = cutAnswer(200, '{"a":');
