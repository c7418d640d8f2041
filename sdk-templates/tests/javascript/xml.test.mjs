import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, element } from '../../a3dav_sdk/languages/javascript/runtime/qualified.js';
import { XmlReader, parseXml } from '../../a3dav_sdk/languages/javascript/runtime/xml.js';

const SAMPLE = `<?xml version="1.0"?><!-- > --><a xmlns="urn:a" xmlns:p='urn:p' p:q="1 &gt; 2" r='"'>\r\nt&#x1F600;&amp;<p:b/><![CDATA[<x>]]><c xmlns=""><d/></c></a>\n`;

test('names, attributes and text are read', () => {
  const root = parseXml(SAMPLE);
  assert.equal(root.name, '{urn:a}a');
  assert.deepEqual(
    [...root.attributes],
    [
      ['{urn:p}q', '1 > 2'],
      ['r', '"'],
    ],
  );
  assert.equal(root.text, '\nt😀&<x>');
  assert.deepEqual(
    root.elements.map(({ name }) => name),
    ['{urn:p}b', 'c'],
  );
  assert.equal(root.elements[1].elements[0].name, 'd');
});

for (const size of [1, 2, 3, 7]) {
  test(`pieces of ${size} are read as the whole is`, () => {
    const reader = new XmlReader();
    for (let at = 0; at < SAMPLE.length; at += size) for (const _ of reader.push(SAMPLE.slice(at, at + size)));
    assert.deepEqual(reader.end(), parseXml(SAMPLE));
  });
}

const REFUSED = {
  'a document type': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  'a document type inside': '<a><!DOCTYPE a></a>',
  'an entity of its own': '<a>&nbsp;</a>',
  'an ampersand alone': '<a>a & b</a>',
  'a NUL by number': '<a>&#0;</a>',
  'half a character': '<a>&#xD800;</a>',
  'a control character': '<a>\u0001</a>',
  'tags that do not match': '<a><b></a></b>',
  'a tag that is open': '<a><b></b>',
  'two outermost elements': '<a/><b/>',
  'text around it': '<a/>x',
  nothing: '',
  'an unknown prefix': '<p:a/>',
  'an attribute twice': '<a x="1" x="2"/>',
  'an attribute twice by two prefixes': '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>',
  'an attribute without quotes': '<a x=1/>',
  'too great depth': '<a>'.repeat(100) + '</a>'.repeat(100),
  'too many attributes': `<a ${Array.from({ length: 100 }, (_, at) => `x${at}="1"`).join(' ')}/>`,
};
for (const [what, text] of Object.entries(REFUSED)) {
  test(`${what} is refused`, () => {
    assert.throws(() => parseXml(text), { code: 'decode' });
  });
}

test('what is written is read as it was', () => {
  const text = 'a<b>&"\' \r\n ü\u2028]]>';
  const made = element('{urn:a}a', [
    text,
    element('b', []),
    element('{urn:a}c', [], { x: text.replace('\r\n', ''), '{urn:q}y': '1' }),
  ]);
  assert.deepEqual(parseXml(document(made)), made);
});

test('a name cannot become markup', () => {
  assert.throws(() => document(element('{urn:a}a><b')), TypeError);
  assert.equal(document(element('{"><x>}a')).split('\n')[1], '<a xmlns="&quot;&gt;&lt;x&gt;"/>');
});
