/** Measures beside a decision, by hand: what the kitty would last on the day of deciding, and later. */
import { describe, expect, test } from 'vitest';
import { viewOf } from '#core/questions/testing';
import { besideDecision } from '#core/talk/beside';

// 900 EUR go out a month. 2700 on 1 January 2025: 3 months. 5400 on 1 June 2026: 6 months (the lowest of a year counts).
const TEXT = `potluck: 1
id: mill
name: The mill
as-of: 2026-06-02
kinds:
  eur: {unit: EUR, law: conserved}
parties:
  members: {name: Members, type: circle, inside: true}
pools:
  kitty:
    name: Kitty
    kind: eur
    stock: [{on: 2025-01-01, amount: 2700 EUR}, {on: 2026-06-01, amount: 5400 EUR}]
activities:
  work: {name: Work, for: {members: 1}}
flows:
  rent: {from: kitty, to: work, amount: 900 EUR/month, since: 2024-01-01}
decisions:
  dues: {text: Dues from February, on: 2025-01-15, about: [kitty], measures: [runway], state: decided}
  named: {text: Only named, on: 2025-01-15, measures: [runway], state: decided}
  alone: {text: Nothing said, on: 2025-01-15}
  undated: {text: No day, about: [kitty], measures: [runway]}
`;
const view = viewOf(TEXT, 'stewards', '2026-06-02');
const beside = (id: string) => {
  const decision = view.get('decisions', id);
  return decision === null ? [] : besideDecision(view, decision);
};

describe('beside a decision', () => {
  test('stands what it touches, then and now', () => {
    const [runway, ...more] = beside('dues');
    expect(more).toEqual([]);
    expect(runway).toMatchObject({
      analysis: 'runway',
      about: ['kitty'],
      kind: 'eur',
      unit: 'month',
      moved: true,
    });
    expect(runway?.earlier?.text).toMatch(/3 months/);
    expect(runway?.now?.text).toMatch(/6 months/);
    expect(runway?.now?.evidence).toContain('rent');
  });

  test('an analysis that is named is enough; with neither there is nothing to show', () => {
    expect(beside('named').map((one) => one.about[0])).toContain('kitty');
    expect(beside('alone')).toEqual([]);
  });

  test('without a day there is no earlier reading, and nothing is said to have moved', () => {
    expect(beside('undated')).toMatchObject([{ earlier: null, moved: false }]);
  });
});
