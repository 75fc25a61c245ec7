/** Short community files for tests, and what is read of them. */
import { expect } from 'vitest';
import { parse } from '#core/file/parse';
import type { Problem } from '#core/file/problem';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import type { Flow } from '#core/model/things';

export const HEAD = 'potluck: 1\nid: garden\n';
export const PARTIES = `${HEAD}parties:\n  ana: {inside: true}\n  ben: {inside: true}\n  town: {}\n`;

export function problemsOf(text: string): readonly Problem[] {
  return resolve(parse(text)).problems;
}
export function codes(text: string): string[] {
  return problemsOf(text).map(
    (problem) => `${problem.line}:${problem.column} ${problem.code} ${problem.text}`,
  );
}
export function read(text: string): Community {
  const { community, problems } = resolve(parse(text));
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return community as Community;
}
export function flow(keys: string, more = ''): Flow {
  return read(`${PARTIES}flows:\n  care: {from: ana, to: ben, ${keys}}\n${more}`).flows[0] as Flow;
}
