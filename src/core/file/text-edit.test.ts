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
