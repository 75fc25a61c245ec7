/**
 * Every problem has a file that shows it and the exact words in which it is told. The words in `test/problems/*.txt`
 * are read before they are accepted (POTLUCK_ACCEPT=1 writes them anew).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_CHARACTERS, parse } from '#core/file/parse';
import { PROBLEMS } from '#core/file/problems/catalogue';
import { resolve } from '#core/file/resolve';
import { tell } from '#core/file/tell';

const FOLDER = 'test/problems';
const accept = process.env['POTLUCK_ACCEPT'] === '1';
const codes = Object.keys(PROBLEMS);
/** Too large to keep: made here. */
const MADE: Readonly<Record<string, string>> = { 'too-large': 'garbage! '.repeat(MOST_CHARACTERS / 8) };

function textOf(code: string): string {
  return MADE[code] ?? readFileSync(`${FOLDER}/${code}.yaml`, 'utf8');
}

test('there is a failing file for each code, and none for a code that is not there', () => {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''));
  expect([...files, ...Object.keys(MADE)].sort()).toEqual([...codes].sort());
  expect(codes.length).toBeGreaterThan(50);
});

describe.each(codes)('%s', (code) => {
  const text = textOf(code);
  const { problems, community } = resolve(parse(text, { file: `${code}.yaml` }));

  test('one mistake gives one problem, with every field', () => {
    const wanted = code === 'too-many-problems' ? problems.slice(-1) : problems;
    expect(wanted.map((problem) => problem.code)).toEqual([code]);
    for (const problem of problems) {
      for (const field of [problem.message.text, problem.expected, problem.mend])
        expect(field).toMatch(/^\S.*[.?]$/s);
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.column).toBeGreaterThan(0);
      expect(problem.message.id).toBe(`problem.${problem.code}`);
    }
  });

  test('an error leaves no community, a warning does', () => {
    expect(community === null).toBe(PROBLEMS[code as keyof typeof PROBLEMS].severity === 'error');
  });

  test('it is told in these words', () => {
    const told = tell(problems.at(-1) as (typeof problems)[number], text);
    const path = `${FOLDER}/${code}.txt`;
    if (accept) writeFileSync(path, told);
    expect(existsSync(path)).toBe(true);
    expect(told).toBe(readFileSync(path, 'utf8'));
  });
});
