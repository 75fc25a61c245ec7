/**
 * An attacker who puts together what several audiences are told, over several versions: somebody of the core may look at the
 * page of members and at that of the public as well. A solver (HiGHS, not ours) that knows all of it, and what he gave
 * himself, must not come within 15 % of what any other person gave.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import type { KnownSum } from '#core/audience/protect/linear';
import type { MaskFigure } from '#core/audience/protect/mask';
import type { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Id } from '#core/model/fact';
import { highsBounds } from '#server/highs-bounds';
import { sameCases } from '../../../../test/same-cases';

type Sees = 'default' | 'public' | 'members';
type Level = 'aggregate' | 'exact' | null;

interface Gift {
  readonly from: Id;
  readonly to: Id;
  readonly much: number;
  readonly see: Sees;
}

interface Version {
  readonly gifts: readonly Gift[];
  readonly levels: Readonly<Record<'public' | 'members' | 'core', Level>>;
}

const PEOPLE = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b1', 'b2', 'b3', 'b4', 'b5'];
const PLACES = ['fair', 'kitty'];
const ringOf = (id: Id): Id => `ring-${id[0]}`;

const level = fc.constantFrom<Level>('aggregate', 'aggregate', 'exact', null);
const version: fc.Arbitrary<Version> = fc.record({
  gifts: fc.uniqueArray(
    fc.record({
      from: fc.constantFrom(...PEOPLE),
      to: fc.constantFrom(...PLACES),
      much: fc.oneof(fc.integer({ min: 10, max: 40 }), fc.integer({ min: 1, max: 600 })),
      see: fc.constantFrom<Sees>('default', 'default', 'public', 'members'),
    }),
    { minLength: 6, maxLength: 20, selector: (one) => `${one.from} ${one.to}` },
  ),
  levels: fc.record({ public: level, members: level, core: fc.constantFrom<Level>('aggregate', null) }),
});

function viewOf({ gifts, levels }: Version, audience: string): View {
  const stated = Object.entries(levels).flatMap(([id, eur]) =>
    eur === null ? [] : [`  ${id}: {eur: ${eur}}`],
  );
  const see = (one: Gift) => (one.see === 'default' ? '' : `, see: ${one.see}`);
  const text = `
potluck: 1
id: attacked
name: Attacked
as-of: 2026-03-01
see: core
parties:
  ring-a: {type: circle, inside: true, see: public}
  ring-b: {type: circle, inside: true, see: public}
${PEOPLE.map((id) => `  ${id}: {type: person, inside: true, in: ${ringOf(id)}}`).join('\n')}
pools:
  kitty: {kind: eur, see: public}
activities:
  fair: {for: {ring-a: 1}, see: public}
${stated.length === 0 ? '' : `openness:\n${stated.join('\n')}`}
flows:
${gifts.map((one, at) => `  gift-${at}: {from: ${one.from}, to: ${one.to}, amount: ${one.much} EUR/month${see(one)}}`).join('\n')}
`;
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('\n'));
  return disclose(community, { audience, day: '2026-03-01' });
}

const HEARS: Readonly<Record<string, readonly Sees[]>> = {
  public: ['public'],
  members: ['public', 'members'],
  core: ['public', 'members', 'default'],
};

/** All that a view tells of amounts: figures of its tables, and gifts that stand by themselves. */
function toldBy(view: View, { gifts, levels }: Version): { sums: KnownSum[]; alone: Set<number> } {
  const audience = view.audience as 'public' | 'members' | 'core';
  const sums: KnownSum[] = [];
  const alone = new Set<number>();
  const counts = (gift: Gift): boolean =>
    levels[audience] === 'aggregate' &&
    (gift.see === 'default' || HEARS[audience]?.includes(gift.see) === true);
  const tell = (figure: MaskFigure | undefined, isIn: (gift: Gift) => boolean): void => {
    if (typeof figure?.amount !== 'number') return;
    const terms = new Map(
      gifts.flatMap((gift, at) => (counts(gift) && isIn(gift) ? [[at, 1] as const] : [])),
    );
    const truth = [...terms.keys()].reduce((sum, at) => sum + (gifts[at]?.much ?? 0), 0);
    // The test would prove nothing of figures that it reads wrongly.
    expect(figure.amount).toBeCloseTo(truth, 6);
    sums.push({ terms, least: truth, most: truth });
  };
  for (const table of view.mask?.tables ?? []) {
    for (const cell of table.cells)
      tell(cell, (gift) => ringOf(gift.from) === cell.row && gift.to === cell.col);
    table.rows.forEach((row, at) => {
      tell(table.rowTotals[at], (gift) => ringOf(gift.from) === row);
    });
    table.cols.forEach((col, at) => {
      tell(table.colTotals[at], (gift) => gift.to === col);
    });
    tell(table.total, () => true);
  }
  // Where nothing stands against it, what may be seen is seen as it is.
  if (levels[audience] !== 'aggregate')
    gifts.forEach((gift, at) => {
      if (!HEARS[audience]?.includes(gift.see)) return;
      alone.add(at);
      sums.push({ terms: new Map([[at, 1]]), least: gift.much, most: gift.much });
    });
  return { sums, alone };
}

test('a sum for members less the same sum for the public is a sum as well, and as well protected', () => {
  const quiet = ['a1', 'a2', 'a3', 'a4', 'a5'].map((from) => ({
    from,
    to: 'fair',
    much: 20,
    see: 'default' as const,
  }));
  const levels = { public: 'aggregate', members: 'aggregate', core: null } as const;
  const total = (version: Version, audience: string) =>
    viewOf(version, audience).mask?.tables[0]?.total.amount;
  const alone = { levels, gifts: [...quiet, { from: 'a6', to: 'fair', much: 30, see: 'members' as const }] };
  expect([total(alone, 'public'), total(alone, 'members')]).toEqual([100, null]);
  expect(total({ ...alone, levels: { ...levels, public: null } }, 'members')).toBe(130);
  const more = ['b1', 'b2', 'b3'].map((from) => ({ from, to: 'fair', much: 30, see: 'members' as const }));
  expect(total({ levels, gifts: [...alone.gifts, ...more] }, 'members')).toBe(220);
});

test('who puts together what the core, members and the public are told learns nobody’s part', async () => {
  const bounds = await highsBounds();
  let looked = 0;
  let shown = 0;
  const look = (version: Version, eyes: readonly string[]): void => {
    const { gifts } = version;
    const told = eyes.map((audience) => toldBy(viewOf(version, audience), version));
    const sums = told.flatMap((one) => one.sums);
    const seen = new Set(told.flatMap((one) => [...one.alone]));
    shown += sums.length;
    for (const attacker of [null, gifts[0]?.from]) {
      const own = gifts.flatMap((gift, at) =>
        gift.from === attacker ? [{ terms: new Map([[at, 1]]), least: gift.much, most: gift.much }] : [],
      );
      const found = new Map<string, readonly [number, number]>();
      gifts.forEach((gift, at) => {
        if (seen.has(at) || gift.from === attacker) return;
        // Gifts that lie in the same figures cannot be told apart: one look serves them all.
        const where = sums.map((sum) => (sum.terms.has(at) ? 1 : 0)).join('');
        const known =
          found.get(where) ?? bounds({ amounts: gifts.length, known: [...sums, ...own] }, new Map([[at, 1]]));
        found.set(where, known);
        const [low, high] = known;
        looked += 1;
        const slack = Math.max(0.15 * gift.much, 1) - 1e-4;
        const text = JSON.stringify({ version, eyes, attacker, at, low, high });
        expect(high - gift.much, text).toBeGreaterThanOrEqual(slack);
        expect(gift.much - low, text).toBeGreaterThanOrEqual(Math.min(gift.much, slack) - 1e-4);
      });
    }
  };
  fc.assert(
    fc.property(version, (one) => {
      look(one, ['members', 'public']);
      look(one, ['core', 'members', 'public']);
    }),
    sameCases(8),
  );
  expect(looked).toBeGreaterThan(100);
  expect(shown).toBeGreaterThan(50);
}, 120_000);
