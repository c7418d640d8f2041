import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { verifyWebhook } from '../../a3dav_sdk/languages/javascript/runtime/webhooks.js';

const SECRET = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;
const OTHER = `whsec_${Buffer.from('another one').toString('base64')}`;
const BODY = '{"type":"event.created","n":9007199254740993}';
const NOW = 1767225600000;

function signed(secret = SECRET, { id = 'm1', time = NOW / 1000, body = BODY } = {}) {
  const key = Buffer.from(secret.slice(6), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64');
  return { 'Webhook-Id': id, 'webhook-timestamp': String(time), 'webhook-signature': `v1,${signature}` };
}

const verify = (headers, more = {}) => verifyWebhook({ headers, body: BODY, secret: SECRET, now: NOW, ...more });

test('what the secret signed is read', async () => {
  assert.deepEqual(await verify(signed()), { type: 'event.created', n: 9007199254740993n });
});

test('headers and bytes of fetch are taken as they are', async () => {
  const body = new TextEncoder().encode(BODY);
  assert.equal((await verify(new Headers(signed()), { body })).type, 'event.created');
});

test('one of several signatures and one of several secrets is enough', async () => {
  const headers = signed(OTHER);
  headers['webhook-signature'] = `v1,AAAA v2,x ${headers['webhook-signature']}`;
  assert.equal((await verify(headers, { secret: [SECRET, OTHER] })).type, 'event.created');
});

const REFUSED = [
  ['another body', signed(), { body: BODY + ' ' }, 'mismatch'],
  ['another secret', signed(OTHER), {}, 'mismatch'],
  ['another id', { ...signed(), 'Webhook-Id': 'm2' }, {}, 'mismatch'],
  ['no signature', { ...signed(), 'webhook-signature': '' }, {}, 'missing'],
  ['a signature that is no base64', { ...signed(), 'webhook-signature': 'v1,***' }, {}, 'mismatch'],
  ['an old webhook', signed(), { now: NOW + 301_000 }, 'timestamp'],
  ['a webhook of the future', signed(), { now: NOW - 301_000 }, 'timestamp'],
  ['no time', { ...signed(), 'webhook-timestamp': 'x' }, {}, 'timestamp'],
];
for (const [what, headers, more, reason] of REFUSED) {
  test(`${what} is refused`, async () => {
    await assert.rejects(verify(headers, more), { code: 'webhook_signature', reason });
  });
}

test('a secret that is no base64 is a mistake of ours', async () => {
  await assert.rejects(verify(signed(), { secret: 'whsec_***' }), { code: 'configuration' });
});

test('a secret may be bytes', async () => {
  const secret = new TextEncoder().encode('a secret of some length');
  assert.equal((await verify(signed(), { secret })).type, 'event.created');
});
