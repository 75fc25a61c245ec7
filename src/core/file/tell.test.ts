import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '#core/file/nearest';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { tell } from '#core/file/tell';

describe('tell', () => {
  test('shows the place, the line, what was expected and a mend', () => {
    const text = 'potluck: 1\nid: garden\nparties:\n  ana: {insde: yes}\n';
    const [problem] = resolve(parse(text, { file: 'our/garden.yaml' })).problems;
    expect(problem && tell(problem, text)).toBe(`our/garden.yaml:4:9 error unknown-key
    |
  4 |   ana: {insde: yes}
    |         ^^^^^
  I do not know the key “insde”.
  Expected: One of these keys: name, type, circle, inside, in, size, energy, available, reads, consent, since, until, because, see, category, note.
  Mend: Did you mean inside? A key of your own may be called x-insde.
`);
  });

  test('marks the place in a line with tabs and in a very long line', () => {
    const tabbed = 'potluck: 1\nid: garden\nname: a\t\tb: c\n';
    expect(tell(resolve(parse(tabbed)).problems[0]!, tabbed)).toContain(
      '  3 | name: a\t\tb: c\n    |       ^',
    );
    const long = `potluck: 1\nid: garden\nparties: {${Array.from({ length: 40 }, (_, i) => `p${i}: {}`).join(', ')}, ana: {colour: red}}\n`;
    const told = tell(resolve(parse(long)).problems[0]!, long).split('\n');
    const mark = told[3]?.indexOf('^') ?? -1;
    expect(told[2]?.slice(mark, mark + 6)).toBe('colour');
    expect(told[2]?.length).toBeLessThan(120);
  });

  test('works without the text of the file', () => {
    expect(tell(resolve(parse('42')).problems[0]!).split('\n')[1]).toBe(
      '  This is a number, not a description of a community.',
    );
  });
});

describe('nearest', () => {
  test.each([
    ['gardners', ['ana', 'gardeners'], 'gardeners'],
    ['fro', ['from', 'for', 'to'], 'from'],
    ['Ana', ['ana'], 'ana'],
    ['ben', ['ana', 'eve'], null],
    ['teh', ['the', 'tea'], 'the'],
    ['gard', ['gardeners'], 'gardeners'],
    ['flow', ['flows'], 'flows'],
    ['', ['a'], null],
    ['x'.repeat(1000), ['x'], null],
  ])('%s', (word, known, expected) => expect(nearest(word as string, known as string[])).toBe(expected));

  test('counts a swap of neighbours as one edit', () => {
    expect(editDistance('form', 'from', 3)).toBe(1);
    expect(editDistance('abc', 'xyz', 2)).toBe(3);
    expect(editDistance('kitten', 'sitting', 5)).toBe(3);
  });
});
