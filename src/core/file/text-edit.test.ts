/** Words of several lines, as a form sends them, stay whole when they are written into a file. */

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyOperations } from '#core/file/operations';
import { oneLine } from '#core/file/text-edit';

const LINES = [
  'two\nlines',
  'a long first line that goes on and on for a while\n\nand another one, with {braces}',
  'x\r\ny',
  '\n',
];

test.each(LINES)('%j on one line', (text) => {
  for (const value of [text, { note: text, from: 'a' }, [text]]) {
    const written = oneLine(value);
    expect(written).not.toMatch(/[\n\r]/);
    expect(parse(`k: {v: ${written}}`)).toEqual({ k: { v: value } });
  }
});

test('a note of two lines is added and changed without harm', () => {
  const file = 'potluck: 1\nid: a\nname: A\nparties:\n  b: {name: B, type: circle}\n';
  const put = applyOperations(file, [
    { op: 'put', section: 'parties', id: 'c', value: { name: 'C', note: 'two\nlines' } },
  ]);
  const patch = applyOperations(file, [{ op: 'patch', id: 'b', value: { note: 'two\nlines' } }]);
  for (const [done, id] of [
    [put, 'c'],
    [patch, 'b'],
  ] as const) {
    if (!done.ok) throw new Error('refused');
    expect(parse(done.text).parties[id].note).toBe('two\nlines');
  }
});

test('the last entry of a list whose dashes stand under its key is taken out, and others come in again', () => {
  const file =
    'potluck: 1\nid: a\nname: A\ninfluences:\n# why\n- id: i\n  from: x\n  to: y\nwalls:\n  - id: w\n';
  const removed = applyOperations(file, [
    { op: 'remove', id: 'i' },
    { op: 'remove', id: 'w' },
  ]);
  if (!removed.ok) throw new Error('refused');
  expect(parse(removed.text)).toEqual({ potluck: 1, id: 'a', name: 'A', influences: [], walls: [] });
  const again = applyOperations(removed.text, [
    { op: 'put', section: 'influences', id: 'j', value: { from: 'x' } },
  ]);
  if (!again.ok) throw new Error('refused');
  expect(parse(again.text).influences).toEqual([{ id: 'j', from: 'x' }]);
});

test('facts take the place of a word that says that there are none', () => {
  for (const [file, key] of [
    ['parties:\n  b: null\n  c: ~ # nobody\n', 'b'],
    ['parties:\n  b: null\n  c: ~ # nobody\n', 'c'],
    ['{"parties": {"b": null}}', 'b'],
  ] as const) {
    const done = applyOperations(file, [{ op: 'patch', id: key, value: { name: 'Ben' } }]);
    expect(done.ok && parse(done.text).parties[key]).toEqual({ name: 'Ben' });
  }
});
