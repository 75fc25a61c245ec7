/** Texts that are no community files, or mean harm: each a clear problem, quickly, and never an exception. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { MOST_PROBLEMS } from '#core/file/found';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { tell } from '#core/file/tell';
import { someCommunity } from '#test/file/some-community';

/** Milliseconds; generous, since the machine may be busy. What is linear takes a tenth of it. */
const SOON = 4000;

function noise(length: number, signs: string): string {
  let state = 12345;
  let text = '';
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    text += signs[(state >> 8) % signs.length];
  }
  return text;
}

const PRINTABLE = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const bomb = (levels: number) => {
  const lines = ['potluck: 1', 'id: bomb', `x-0: &a0 [${'boom, '.repeat(9)}boom]`];
  for (let i = 1; i <= levels; i++)
    lines.push(
      `x-${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  return lines.join('\n');
};

describe.each([
  ['nothing', '', 'empty-file'],
  ['spaces', '  \n\n \n', 'empty-file'],
  ['null', 'null\n', 'empty-file'],
  ['an empty list', '[]', 'not-a-community'],
  ['a number', '42', 'not-a-community'],
  ['a word', 'hello', 'not-a-community'],
  ['an empty map', '{}', 'missing-version'],
  ['five megabytes of noise', noise(5_000_000, PRINTABLE), 'too-large'],
  ['five megabytes of zeros', '\0'.repeat(5_000_000), 'too-large'],
  ['a picture', `\u0089PNG\r\n\u001a\n${noise(100_000, '\0\u0001\u0002abc')}`, 'not-text'],
  ['a million signs on one line', noise(1_000_000, PRINTABLE), null],
  ['a million signs on many lines', noise(1_000_000, `${PRINTABLE}\n\n\n`), null],
  ['a million brackets and colons', noise(1_000_000, '[]{}:,- \n'), null],
  ['a million quotes and hashes', noise(1_000_000, `"'#&*!|>%@: \n`), null],
  ['prose', 'Dear all, please find attached the minutes of the meeting.\n'.repeat(30_000), 'not-a-community'],
  ['markdown', '# The garden\n\nSome *words* about us: yes.\n\n- a list\n> a quote\n', 'yaml-syntax'],
  ['a web page', '<!doctype html>\n<html><body><p class="a">Hi: there</p></body></html>\n', 'yaml-syntax'],
  ['ten thousand brackets', '['.repeat(10_000), 'too-deep'],
  ['ten thousand braces', '{a: '.repeat(10_000), 'too-deep'],
  ['ten thousand dashes', `${'- '.repeat(10_000)}a`, 'too-deep'],
  ['ten thousand question marks', `${'? '.repeat(10_000)}a`, 'too-deep'],
  ['a staircase', Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'too-deep'],
  ['deep nesting below x-', `potluck: 1\nid: deep\nx-a: ${'['.repeat(90)}${']'.repeat(90)}\n`, 'too-deep'],
  ['an alias bomb', bomb(9), 'too-many-aliases'],
  ['an alias of itself', 'potluck: 1\nid: ring\nx-a: &a [*a]\nparties: &p {ana: *p}\n', 'too-many-aliases'],
  ['an alias of nothing', 'potluck: 1\nid: loose\nname: *nobody\n', 'yaml-syntax'],
  ['a merge key', 'potluck: 1\nid: m\nx-b: &b {inside: true}\nparties:\n  ana: {<<: *b}\n', 'unknown-key'],
  ['keys that are lists', 'potluck: 1\nid: k\nparties: {? [a, b] : {}}\n', 'wrong-shape'],
  [
    'names of the language',
    'potluck: 1\nid: proto\nparties: {__proto__: {inside: true}, constructor: {inside: true}}\n',
    'bad-id',
  ],
  ['half a pair of quotes', 'potluck: 1\nid: "garden\nname: x\n', 'yaml-syntax'],
  ['a year 20266', 'potluck: 1\nid: y\nas-of: 20266\n', 'bad-date'],
  ['half a surrogate', 'potluck: 1\nid: s\nname: \ud800\n', null],
])('%s', (_name, text, code) => {
  const start = performance.now();
  const { community, problems } = resolve(parse(text, { file: 'odd.yaml' }));
  const took = performance.now() - start;

  test('is a clear problem, soon', () => {
    expect(took).toBeLessThan(SOON);
    expect(problems.length).toBeLessThanOrEqual(MOST_PROBLEMS + 1);
    if (code === null)
      expect(community === null || problems.every((problem) => problem.severity === 'warning')).toBe(true);
    else {
      expect(problems.map((problem) => problem.code)).toContain(code);
      expect(community).toBe(null);
    }
    for (const problem of problems) {
      expect(problem.text.length).toBeLessThanOrEqual(100);
      expect(tell(problem, text).length).toBeLessThan(3000);
      expect(problem.message.text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

test('a document of version 0, 2.5 or -1 is no version', () => {
  for (const version of ['0', '2.5', '-1', 'true', '[1]', '"1"']) {
    expect(resolve(parse(`potluck: ${version}\nid: v\n`)).problems.map((problem) => problem.code)).toEqual([
      'bad-version',
    ]);
  }
});

test('more problems than are listed are counted', () => {
  const text = `potluck: 1\nid: many\nparties:\n${Array.from({ length: 5000 }, (_, i) => `  p${i}: {colour: red}\n`).join('')}`;
  const { problems } = resolve(parse(text));
  expect(problems.length).toBe(MOST_PROBLEMS + 1);
  expect(problems.at(-1)).toMatchObject({
    code: 'too-many-problems',
    message: { text: 'There are 4,800 further problems that are not listed.' },
  });
});

test('any text gives problems or a community, and never an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'[]{}:,-?&*!|>\'"%@# \n\tax1'), maxLength: 60 }),
      ),
      (text) => {
        const { community, problems } = resolve(parse(text));
        expect(community !== null || problems.some((problem) => problem.severity === 'error')).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

test('a community with one sign changed never makes it throw, and every problem stands inside the text', () => {
  let seen = 0;
  fc.assert(
    fc.property(
      someCommunity,
      fc.nat(),
      fc.constantFrom('', ':', '{', '"', '-', '\n', 'x', ' ', '9', '#', '\t'),
      (file, at, sign) => {
        const whole = stringify(file);
        const text = whole.slice(0, at % whole.length) + sign + whole.slice((at % whole.length) + 1);
        const { problems } = resolve(parse(text));
        const lines = text.split('\n');
        for (const problem of problems) {
          seen += 1;
          expect(problem.line).toBeLessThanOrEqual(lines.length);
          expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1] ?? '').length + 1);
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
  expect(seen).toBeGreaterThan(10);
}, 60_000);

/** Puts something else in the place of one value, somewhere in a file. */
function spoilt(file: unknown, turns: readonly number[], junk: unknown): unknown {
  if (turns.length === 0 || typeof file !== 'object' || file === null) return junk;
  const [turn = 0, ...rest] = turns;
  const keys = Object.keys(file);
  if (keys.length === 0) return junk;
  const key = keys[turn % keys.length] as string;
  const inner = spoilt((file as Record<string, unknown>)[key], rest, junk);
  return Array.isArray(file)
    ? file.map((one, i) => (String(i) === key ? inner : one))
    : { ...file, [key]: inner };
}

test('a community with any value in a wrong place never makes it throw', () => {
  const junk = fc.constantFrom<unknown>(
    null,
    [],
    {},
    42,
    -1,
    0.5,
    'x',
    'unknown',
    '',
    true,
    [[]],
    [null],
    [{}],
    { a: null },
    { id: 'p0' },
    [{ id: 'p0' }],
    { value: null },
    [{ since: 'x' }],
    '12 h/month',
    'ana',
    '2009-13',
    '4..2 h',
    [[1, [2]]],
  );
  const turns = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      someCommunity,
      fc.array(fc.tuple(turns, junk), { minLength: 1, maxLength: 3 }),
      (file, changes) => {
        const bad = changes.reduce<unknown>((now, [path, value]) => spoilt(now, path, value), file);
        const { community, problems } = resolve(parse(JSON.stringify(bad)));
        expect(community === null).toBe(problems.some((problem) => problem.severity === 'error'));
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);
