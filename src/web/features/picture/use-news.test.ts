/** What a step of the walk through time marks in the picture: few in words, many quietly. */
import { expect, test } from 'vitest';
import { newsMarks } from './use-news';

const ids = (count: number) => Array.from({ length: count }, (_, at) => `thing-${at}`);

test('up to six that are new are marked in words, each once', () => {
  const { marks, marked } = newsMarks([...ids(6), 'thing-0'], ['gone']);
  expect(marked).toBe(0);
  expect(marks.size).toBe(7);
  expect(marks.get('thing-5')?.badge).toBe('new');
  expect(marks.get('gone')).toMatchObject({ badge: 'over', hollow: true });
});

test('more bear a plus and are counted; who listens still hears that each is new', () => {
  const { marks, marked } = newsMarks(ids(7), ['gone']);
  expect(marked).toBe(7);
  expect(ids(7).map((id) => marks.get(id)?.badge)).toEqual(Array(7).fill('+'));
  expect(marks.get('thing-3')?.says?.text).toBe('new');
  expect(marks.get('gone')?.badge).toBe('over');
});
