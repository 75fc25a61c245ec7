import { describe, expect, test } from 'vitest';
import { change } from '#core/analyses/change';
import { breaksAt } from '#core/analyses/shift';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { middleDay } from '#core/model/dates';

function view(text: string, day: string) {
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('\n'));
  return disclose(community, { audience: 'stewards', day });
}

const given = change.examples[0].given;
const values = (day: string, since: string) =>
  change.run(view(given, day), { draws: 1000, seed: 1, since: middleDay(since) ?? 0 })[0]?.values;

describe('change between two days', () => {
  test('what began and ended, who came and left', () => {
    expect(values('2009-01-01', '2008-01-01')).toMatchObject({
      begun: ['new'],
      ended: ['old'],
      grown: ['more'],
      bearersIn: ['ben'],
      bearersOut: ['ana'],
      beneficiariesIn: [],
    });
  });

  test('seen the other way round, what grew shrank: an earlier day than the view, never a later one', () => {
    expect(values('2008-01-01', '2009-01-01')).toMatchObject({ begun: [], ended: [], grown: [], shrunk: [] });
  });

  test('a stream that is not counted on one of the days neither grew nor shrank', () => {
    const text = given.replace(
      '{until: 2008, amount: 5 h/month}, {since: 2009, amount: 9 h/month}',
      '{until: 2008, amount: unknown h/month}, {since: 2009, amount: 9 h/month}',
    );
    expect(change.run(view(text, '2009-01-01'), { draws: 1000, seed: 1 })[0]?.values).toMatchObject({
      grown: [],
      shrunk: [],
    });
  });
});

describe('the growth at which what comes is just enough', () => {
  const one = (q: number, beta: number) => [{ q, beta }];
  test('never, where it grows as fast', () => expect(breaksAt(one(10, 1), one(5, 1))).toBeNull());
  test('at twice the size: 10 = 5 s', () => expect(breaksAt(one(10, 0), one(5, 1))).toBeCloseTo(2, 6));
  test('below the present size where it is short already: 5 = 10 s', () =>
    expect(breaksAt(one(5, 0), one(10, 1))).toBeCloseTo(0.5, 6));
  test('never enough at any size', () => expect(breaksAt(one(5, 1), one(10, 1))).toBeNull());
});
