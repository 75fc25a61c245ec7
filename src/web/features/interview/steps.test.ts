/** The order of the questions, what was told to each, and where one goes on. */
import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { isUnderWay, resumeAt, saidIn } from './progress';
import { after, before, firstOpen, STEPS, toldTo } from './steps';

function viewOf(text: string) {
  const { community } = resolve(parse(`potluck: 1\nid: ours\nname: Ours\nas-of: 2026-01-01\n${text}`));
  if (community === null) throw new Error('the file is wrong');
  return disclose(community, { audience: 'stewards', day: '2026-01-01' });
}

const PEOPLE =
  'parties:\n  us: {name: Us, type: circle, inside: true}\n  town: {name: Town, type: organisation}\n';

test('twelve questions, one after the other, and back again', () => {
  expect(STEPS).toHaveLength(12);
  expect(before('about')).toBeNull();
  expect(after('about')).toBe('inside');
  expect(after('unknown')).toBe('done');
  expect(before('done')).toBe('unknown');
  for (const step of STEPS.slice(1)) expect(after(before(step) ?? step)).toBe(step);
});

test('what was told to a question is what stands in the file, by whomever', () => {
  const view = viewOf(PEOPLE);
  expect(toldTo('inside', view).map((one) => one.id)).toEqual(['us']);
  expect(toldTo('outside', view).map((one) => one.id)).toEqual(['town']);
  expect(toldTo('brings', view)).toEqual([]);
});

test('an old file begins at the first question that is open; "nobody knows" is an answer', () => {
  expect(firstOpen(viewOf(''), {})).toBe('about');
  expect(firstOpen(viewOf(`about: A table.\n${PEOPLE}`), {})).toBe('doing');
  expect(firstOpen(viewOf(`about: A table.\n${PEOPLE}`), { doing: 'unknown' })).toBe('takes');
});

test('where the file says one was, one goes on; the last question is the end', () => {
  const midway = viewOf('x-interview: {at: pools, said: {free: unknown}}\n');
  expect(resumeAt(midway, 'ours')).toBe('pools');
  expect(saidIn(midway)).toEqual({ free: 'unknown' });
  expect(isUnderWay(midway, 'ours')).toBe(true);
  expect(isUnderWay(viewOf('x-interview: {at: unknown}\n'), 'ours')).toBe(false);
  expect(isUnderWay(viewOf(''), 'ours')).toBe(false);
  expect(resumeAt(viewOf('x-interview: {at: nonsense}\n'), 'ours')).toBe('about');
});
