import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJson, writeJson } from '../../a3dav_sdk/languages/javascript/runtime/json.js';

const EXACT = [
  '9007199254740993',
  '-9223372036854775808',
  '18446744073709551615',
  '{"a":9007199254740993,"b":[1.0,1e2,-0,0.12345678901234567890]}',
  '{"__proto__":{"x":1.0},"constructor":1.50}',
  '[1E400]',
  '"1.0"',
  '[[],{},"\\u2028\\"\\\\",true,false,null,1.0]',
];

for (const text of EXACT) {
  test(`${text} comes back as it was`, () => {
    const back = writeJson(parseJson(text));
    assert.equal(back, text.replace('\\u2028', '\u2028'));
  });
}

test('an integer beyond 2^53 is a bigint, any other a number', () => {
  assert.deepEqual(parseJson('[9007199254740993, 9007199254740991, 5]'), [9007199254740993n, 9007199254740991, 5]);
});

test('a number that was changed is written as it is now', () => {
  const value = parseJson('{"x":1.0,"y":2.50}');
  value.x = 3;
  assert.equal(writeJson(value), '{"x":3,"y":2.50}');
});

test('absent, null and value are three things', () => {
  assert.equal(writeJson({ a: undefined, b: null, c: 0 }), '{"b":null,"c":0}');
});

test('dates and holes are written as JSON.stringify writes them', () => {
  assert.equal(writeJson([new Date(0), undefined]), '["1970-01-01T00:00:00.000Z",null]');
});

test('what JSON has no word for is refused', () => {
  assert.throws(() => writeJson({ a: NaN }), TypeError);
});

test('a key called __proto__ changes no prototype', () => {
  assert.equal(Object.getPrototypeOf(parseJson('{"__proto__":{"x":1.0}}')), Object.prototype);
});

const BROKEN = [
  '',
  '{',
  '[1.0',
  '{"a":1.0,}',
  '[01.0]',
  '1.0.0',
  '{"a" 1.0}',
  '[1.0,"\n"]',
  '"\\x",1.0',
  '[1.0] x',
  '{1.0:2}',
  '[tru,1.0]',
];
for (const text of BROKEN) {
  test(`${JSON.stringify(text)} is a decode error`, () => {
    assert.throws(() => parseJson(text), { code: 'decode' });
  });
}

test('JSON nested without end is a decode error', () => {
  assert.throws(() => parseJson('['.repeat(100_000) + '1.0'), { code: 'decode' });
});
