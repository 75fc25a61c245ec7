import { expect, test } from 'vitest';
import { viewOf } from '#core/analyses/testing';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { askOperations, formOf, missing, scenarioOperations, targetsOf } from './own-scenario';

const TEXT = `potluck: 1
id: choir
name: Choir
as-of: 2026-01-01
parties:
  singers: {type: circle, inside: true, size: 20}
  town: {type: organisation}
pools: {kitty: {kind: eur}}
flows:
  grant: {from: town, to: kitty, amount: 100 EUR/month}
  hoped: {from: town, to: kitty, amount: 50 EUR/month, status: hoped}
influences: [{id: i1, from: singers, to: kitty, sign: "+"}]
scenarios:
  town-leaves: {name: The town leaves, changes: [{at: 6 months, end: grant, why: Votes.}, {at: 0 months, add: {}}]}
`;

test('a scenario that is made up stands in the file, and can be read again', () => {
  const view = viewOf(TEXT, '2026-01-01');
  const form = {
    name: 'Twice as many, and no grant',
    changes: [
      { verb: 'times' as const, of: 'singers', times: '2', at: '0', why: '' },
      { verb: 'end' as const, of: 'grant', times: '', at: '1.5', why: 'The budget is voted each December.' },
      { verb: 'cut' as const, of: 'i1', times: '', at: '3', why: '' },
    ],
  };
  const { id, does, undoes } = scenarioOperations(view, form);
  expect(id).toBe('twice-as-many-and-no-grant');
  const applied = applyOperations(TEXT, does);
  if (!applied.ok) throw new Error('not applied');
  const { community, problems } = resolve(parse(applied.text));
  expect(problems).toEqual([]);
  const kept = community?.scenarios.find((one) => one.id === id);
  expect(kept?.changes.map(({ verb, of, factor, at }) => [verb, of, factor, at])).toEqual([
    ['times', 'singers', 2, { months: 0 }],
    ['end', 'grant', null, { months: 1.5 }],
    ['cut', 'i1', null, { months: 3 }],
  ]);
  const undone = applyOperations(applied.text, undoes);
  expect(undone.ok && resolve(parse(undone.text)).community?.scenarios).toHaveLength(1);
});

test('a scenario of the file can be copied; what a form cannot hold is counted', () => {
  expect(formOf(viewOf(TEXT, '2026-01-01'), 'town-leaves', 'Copy')).toEqual({
    form: { name: 'Copy', changes: [{ verb: 'end', of: 'grant', times: '', at: '6', why: 'Votes.' }] },
    left: 1,
  });
});

test('what is missing is named', () => {
  expect(missing({ name: ' ', changes: [{ verb: 'times', of: '', times: 'x', at: '-1', why: '' }] })).toEqual(
    ['name', 'of', 'times', 'at'],
  );
  expect(
    missing({ name: 'A', changes: [{ verb: 'end', of: 'grant', times: '', at: '0', why: '' }] }),
  ).toEqual([]);
});

test('only what is hoped for can start; only what flows can end', () => {
  const view = viewOf(TEXT, '2026-01-01');
  expect(targetsOf(view, 'start').map(({ id }) => id)).toEqual(['hoped']);
  expect(targetsOf(view, 'end').map(({ id }) => id)).toContain('grant');
  expect(targetsOf(view, 'cut').map(({ id }) => id)).toEqual(['i1']);
  expect(targetsOf(view, 'times').map(({ id }) => id)).toEqual(['singers', 'grant', 'hoped']);
});

test('a guess becomes a question of the community’s own', () => {
  const { does } = askOperations(viewOf(TEXT, '2026-01-01'), 'How sure are we?', 'It turns on it.');
  const applied = applyOperations(TEXT, does);
  if (!applied.ok) throw new Error('not applied');
  const { community, problems } = resolve(parse(applied.text));
  expect(problems).toEqual([]);
  expect(community?.questions.map(({ id, text }) => [id, text])).toEqual([['what-if-1', 'How sure are we?']]);
});
