import { describe, expect, test } from 'vitest';
import { shiftStory } from '#core/simulate/shift-story';
import { caseNames, caseText, viewOf } from '../../../test/shelf';

const view = viewOf(`
potluck: 1
id: bearing
name: Two purses
as-of: 2026-01-01
kinds:
  hours: {unit: h, law: perishable}
  eur: {unit: EUR, law: conserved}
parties:
  core: {name: Core group, type: circle, circle: core, inside: true, size: 5}
  members: {name: Members, type: circle, circle: active, inside: true, size: 50}
  town: {name: The town, type: organisation}
pools:
  purse: {name: Purse, kind: eur, stock: 600 EUR}
activities:
  list: {name: List, for: {members: 1}}
flows:
  steady: {from: core, to: list, kind: hours, amount: 60 h/month, grows: 0}
  growing: {from: members, to: list, kind: hours, amount: 40 h/month, grows: 1}
  grant: {from: town, to: purse, amount: 100 EUR/month, form: grant}
  dues: {from: members, to: purse, amount: 50 EUR/month, form: due}
  rent: {from: purse, to: list, amount: 150 EUR/month, grows: 0}
scenarios:
  tired: {changes: [{times: 0.2, of: growing}]}
  silent: {changes: [{at: 6 months, end: growing}, {at: 12 months, end: steady}]}
  leaves: {changes: [{at: 12 months, end: grant}]}
`);
const amounts = (story: ReturnType<typeof shiftStory>, kind: string, size: number) => {
  const found = story.bears.find((one) => one.kind === kind && one.size === size);
  return Object.fromEntries(found?.bearers.map((one) => [one.party, one.amount]) ?? []);
};
const said = (story: ReturnType<typeof shiftStory>) => story.sentences.map((one) => one.text);

describe('who would bear what under a scenario', () => {
  test('members give a fifth of their 40 hours, at every size; the core its 60', () => {
    const story = shiftStory(view, { scenario: 'tired' });
    expect(amounts(story, 'hours', 1)).toEqual({ core: 60, members: 8 });
    expect(amounts(story, 'hours', 4)).toEqual({ core: 60, members: 32 });
    expect(story.bearsNow.find((one) => one.kind === 'hours')?.bearers).toEqual([
      { party: 'core', amount: 60, share: 0.6 },
      { party: 'members', amount: 40, share: 0.4 },
    ]);
    // 60 of 68, and 60 of 92.
    expect(said(story)).toContain(
      'After these changes Core group would carry 88% of the hours; now it is 60%.',
    );
    expect(said(story)).toContain(
      'At 4 times our size Core group would carry 65% of the hours; now it is 60%.',
    );
  });

  test('what ends is given by nobody any more, and said so', () => {
    const story = shiftStory(view, { scenario: 'silent' });
    expect(story.bears.filter((one) => one.kind === 'hours').map((one) => [one.size, one.bearers])).toEqual(
      [0.5, 1, 2, 4].map((size) => [size, []]),
    );
    expect(said(story)).toContain('After these changes nobody would give any of this: hours.');
  });

  test('without the grant the purse is used up: 100 of the 150 come from earlier years', () => {
    const story = shiftStory(view, { scenario: 'leaves' });
    expect(amounts(story, 'eur', 1)).toEqual({ members: 50, past: 100 });
    expect(amounts(story, 'hours', 1)).toEqual({ core: 60, members: 40 });
  });

  test('levers move what they are named after, and nothing else', () => {
    const hands = shiftStory(view, { levers: { hands: 0.5 } });
    expect(amounts(hands, 'hours', 1)).toEqual({ core: 30, members: 20 });
    expect(amounts(hands, 'eur', 1)).toEqual({ members: 50, town: 100 });
    const money = shiftStory(view, { levers: { moneyIn: 2 } });
    expect(amounts(money, 'hours', 1)).toEqual({ core: 60, members: 40 });
    expect(amounts(money, 'eur', 1)).toEqual({ members: 100, town: 200 });
  });

  test('a move to an open place halves the dues, as it says', () => {
    const set = (of: string, to: number) => ({
      verb: 'set' as const,
      of: `simulation.${of}`,
      to,
      factor: null,
      at: { months: 0 },
      why: null,
    });
    const story = shiftStory(view, { changes: [set('X', 0.05), set('md', 0.5)] });
    expect(amounts(story, 'eur', 1)).toEqual({ members: 25, past: 25, town: 100 });
  });

  test('where nothing that is given changes, it is told as it is now', () => {
    expect(shiftStory(view).bearsNow).toEqual([]);
    expect(shiftStory(view, { levers: { joins: 2 } }).bearsNow).toEqual([]);
  });

  test.each(caseNames())('%s: no scenario of the file makes a number that is none', (name) => {
    const of = viewOf(caseText(name));
    for (const { changes } of of.scenarios) {
      const story = shiftStory(of, { changes });
      for (const { bearers } of [...story.bears, ...story.bearsNow])
        for (const { amount, share } of bearers) {
          expect(amount === null || (Number.isFinite(amount) && amount >= 0)).toBe(true);
          expect(share === null || (share >= 0 && share <= 1 + 1e-9)).toBe(true);
        }
      for (const text of said(story)) expect(text).not.toMatch(/undefined|NaN|\{/);
    }
  });
});
