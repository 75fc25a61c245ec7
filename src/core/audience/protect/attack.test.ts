/**
 * An attacker: a solver (HiGHS, not ours) that knows every figure an audience was shown, who gives to what, and what one
 * contributor gave himself. It must not come within 15 % of what any other person gave, nor of a withheld figure.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import type { KnownSum } from '#core/audience/protect/linear';
import type { MaskFigure } from '#core/audience/protect/mask';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import type { Id } from '#core/model/fact';
import { highsBounds } from '#server/highs-bounds';
import { sameCases } from '../../../../test/same-cases';

interface Gift {
  readonly from: Id;
  readonly to: Id;
  readonly much: number;
  /** Hidden by the default of the file; it counts all the same. */
  readonly isQuiet: boolean;
}

const PEOPLE = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'c1', 'town', 'bank', 'shop'];
const PLACES = ['fair', 'list', 'kitty'];

const gifts: fc.Arbitrary<Gift[]> = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...PEOPLE),
    to: fc.constantFrom(...PLACES),
    much: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 900 })),
    isQuiet: fc.boolean(),
  }),
  { minLength: 3, maxLength: 24, selector: (one) => `${one.from} ${one.to}` },
);

function communityOf(given: readonly Gift[], level: string): Community {
  const text = `
potluck: 1
id: attacked
name: Attacked
as-of: 2026-03-01
see: core
parties:
  ring-a: {type: circle, inside: true, see: public}
  ring-b: {type: circle, inside: true, see: public}
  ring-c: {type: circle, inside: true, see: public}
${PEOPLE.map((id) => (id.length > 2 ? `  ${id}: {type: organisation}` : `  ${id}: {type: person, inside: true, in: ring-${id[0]}}`)).join('\n')}
pools:
  kitty: {kind: eur, see: public}
activities:
  fair: {for: {ring-a: 1}, see: public}
  list: {for: {ring-a: 1}, see: public}
openness:
  public: {eur: ${level}}
  members: {eur: ${level}}
flows:
${given.map((one, at) => `  gift-${at}: {from: ${one.from}, to: ${one.to}, amount: ${one.much} EUR/month${one.isQuiet ? '' : ', see: public'}}`).join('\n')}
`;
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('\n'));
  return community;
}

const groupOf = (id: Id): Id => (id.length > 2 ? 'outside' : `ring-${id[0]}`);

test('no attacker with his own contributions comes within 15 % of another person, or of a withheld figure', async () => {
  const bounds = await highsBounds();
  let looked = 0;
  let shown = 0;
  fc.assert(
    fc.property(gifts, fc.constantFrom('public', 'members'), (given, audience) => {
      const view = disclose(communityOf(given, 'aggregate'), { audience, day: '2026-03-01' });
      const table = view.mask?.tables[0];
      if (table === undefined) throw new Error('no table');
      const sums: KnownSum[] = [];
      const secrets: Map<number, number>[] = given.map((_, at) => new Map([[at, 1]]));
      const tell = (figure: MaskFigure, isIn: (gift: Gift) => boolean): void => {
        const terms = new Map(given.flatMap((gift, at) => (isIn(gift) ? [[at, 1] as const] : [])));
        if (typeof figure.amount === 'number') {
          sums.push({ terms, least: figure.amount, most: figure.amount });
          shown += 1;
        } else secrets.push(terms);
      };
      for (const cell of table.cells)
        tell(cell, (gift) => groupOf(gift.from) === cell.row && gift.to === cell.col);
      table.rows.forEach((row, at) => {
        tell(table.rowTotals[at] as MaskFigure, (gift) => groupOf(gift.from) === row);
      });
      table.cols.forEach((col, at) => {
        tell(table.colTotals[at] as MaskFigure, (gift) => gift.to === col);
      });
      tell(table.total, () => true);
      for (const attacker of [null, given[0]?.from, given.at(-1)?.from]) {
        const own = given.flatMap((gift, at) =>
          gift.from === attacker ? [{ terms: new Map([[at, 1]]), least: gift.much, most: gift.much }] : [],
        );
        for (const secret of secrets) {
          // What is left of it once his own part is taken away is what he wants to know.
          const rest = new Map([...secret].filter(([at]) => given[at]?.from !== attacker));
          const truth = [...rest.keys()].reduce((sum, at) => sum + (given[at]?.much ?? 0), 0);
          if (rest.size === 0) continue;
          const [low, high] = bounds({ amounts: given.length, known: [...sums, ...own] }, rest);
          expect(high - truth).toBeGreaterThanOrEqual(0.15 * truth - 1e-4);
          expect(truth - low).toBeGreaterThanOrEqual(0.15 * truth - 1e-4);
          expect(high - low).toBeGreaterThanOrEqual(1 - 1e-4);
          looked += 1;
        }
      }
    }),
    sameCases(12),
  );
  expect(looked).toBeGreaterThan(100);
  expect(shown).toBeGreaterThan(0);
}, 120_000);

test('a table where enough gave is shown whole: an attacker is not kept out by telling nothing', () => {
  const given = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3'].flatMap((from, at) =>
    PLACES.map((to) => ({ from, to, much: 10 + at, isQuiet: at % 2 === 0 })),
  );
  const { mask, flows } = disclose(communityOf(given, 'aggregate'), {
    audience: 'members',
    day: '2026-03-01',
  });
  const table = mask?.tables[0];
  expect(table?.rows).toEqual(['ring-a', 'ring-b']);
  expect(table?.cells.map((cell) => cell.amount)).toEqual([46, 46, 46, 45, 45, 45]);
  expect(table?.total.amount).toBe(273);
  expect(flows.map((flow) => [flow.from, flow.to, flow.amount[0]?.value.text])).toContainEqual([
    'ring-a',
    'fair',
    '46 EUR/month',
  ]);
});

test('what others see by itself is taken away first: the one who remains is not told by the sum', () => {
  const given = ['a1', 'a2', 'a3', 'a4'].map((from) => ({ from, to: 'fair', much: 20, isQuiet: true }));
  const attacked: Community = {
    ...communityOf(given, 'aggregate'),
    see: ['stewards'],
    openness: { members: { eur: 'aggregate' } },
  };
  const total = (seen: number) => {
    const flows = attacked.flows.map((flow, at) => ({
      ...flow,
      see: at < seen ? ['core', 'members'] : null,
    }));
    const view = disclose({ ...attacked, flows }, { audience: 'members', day: '2026-03-01' });
    return view.mask?.tables[0]?.total;
  };
  expect(total(0)).toEqual({ amount: 80, why: null });
  // The core sees three of the four as they are, so the fourth would stand alone for it on the page of members.
  expect(total(3)).toEqual({ amount: null, why: 'few' });
});
