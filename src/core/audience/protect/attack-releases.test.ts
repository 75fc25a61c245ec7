/**
 * An attacker who keeps every release that he ever read, of several versions of a community, and knows who did not change
 * what they give meanwhile. A solver (HiGHS, not ours) that knows every figure on them, and what he gave himself, must not
 * come within 15 % of what any other person gave in any version.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import type { KnownSum } from '#core/audience/protect/linear';
import type { MaskFigure } from '#core/audience/protect/mask';
import { givenAway, leavingOut, type ToldBefore, toldTo } from '#core/audience/protect/released-figures';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import type { Id } from '#core/model/fact';
import { highsBounds } from '#server/highs-bounds';
import { sameCases } from '../../../../test/same-cases';

/** What each of eleven people gives to each of two places; 0: nothing. */
type Given = Readonly<Record<string, number>>;

const PEOPLE = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b1', 'b2', 'b3', 'b4', 'b5'];
const PLACES = ['fair', 'kitty'];
const KEYS = PEOPLE.flatMap((from) => PLACES.map((to) => `${from} ${to}`));
const endsOf = (key: string) => key.split(' ') as [Id, Id];
const ringOf = (key: string): Id => `ring-${key[0]}`;

const much = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 2, arbitrary: fc.constant(0) },
);
const start = fc.record(Object.fromEntries(KEYS.map((key) => [key, much])));
/** What is other in the next version, and to whom that one is released. */
const step = fc.record({
  changes: fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), much), {
    maxLength: 4,
    selector: ([key]) => key,
  }),
  audience: fc.constantFrom('members', 'members', 'public'),
});

function communityOf(given: Given): Community {
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
openness:
  public: {eur: aggregate}
  members: {eur: aggregate}
flows:
${KEYS.filter((key) => given[key] !== 0)
  .map((key) => {
    const [from, to] = endsOf(key);
    return `  ${from}-${to}: {from: ${from}, to: ${to}, amount: ${given[key]} EUR/month}`;
  })
  .join('\n')}
`;
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('\n'));
  return community;
}

/** Every release that a member has read: amounts that did not change are one unknown, whatever the version. */
class Album {
  readonly unknowns = new Map<string, { readonly from: Id; readonly much: number; readonly at: number }>();
  readonly sums: KnownSum[] = [];
  readonly before: ToldBefore[] = [];
  refused = 0;

  /** Releases as the server does: what would give something away is left out, or it does not go out. */
  release(given: Given, audience: string): void {
    const community = communityOf(given);
    const figures = toldTo(community, audience);
    const ids = new Set(givenAway(community, audience, this.before, figures).map((one) => one.id));
    const kept = (one: { readonly id: string }) => !ids.has(one.id.replace(/^(?:from|to)\|/, ''));
    const told = { sums: figures.sums.filter(kept), shown: figures.shown.filter(kept) };
    if (ids.size > 0) this.refused += 1;
    if (ids.size > 0 && givenAway(community, audience, this.before, told).length > 0) return;
    this.before.push({ audience, ...told });
    const view = disclose(community, { audience, day: '2026-03-01' }).toJSON();
    const { mask } = ids.size === 0 ? view : leavingOut(view, ids);
    for (const table of mask?.tables ?? []) {
      for (const cell of table.cells)
        this.#read(given, cell, (key) => ringOf(key) === cell.row && endsOf(key)[1] === cell.col);
      table.rows.forEach((row, at) => {
        this.#read(given, table.rowTotals[at], (key) => ringOf(key) === row);
      });
      table.cols.forEach((col, at) => {
        this.#read(given, table.colTotals[at], (key) => endsOf(key)[1] === col);
      });
      this.#read(given, table.total, () => true);
    }
  }

  #read(given: Given, figure: MaskFigure | undefined, isIn: (key: string) => boolean): void {
    if (typeof figure?.amount !== 'number') return;
    const parts = KEYS.filter((key) => given[key] !== 0 && isIn(key));
    const truth = parts.reduce((sum, key) => sum + (given[key] ?? 0), 0);
    // The test would prove nothing of figures that it reads wrongly.
    expect(figure.amount).toBeCloseTo(truth, 6);
    const terms = new Map(parts.map((key) => [this.#unknown(key, given[key] ?? 0), 1] as const));
    this.sums.push({ terms, least: truth, most: truth });
  }

  #unknown(key: string, amount: number): number {
    const name = `${key} ${amount}`;
    const known = this.unknowns.get(name);
    if (known !== undefined) return known.at;
    const at = this.unknowns.size;
    this.unknowns.set(name, { from: endsOf(key)[0], much: amount, at });
    return at;
  }
}

test('who keeps all releases of all versions learns nobody’s part', async () => {
  const bounds = await highsBounds();
  let looked = 0;
  let refused = 0;
  let several = 0;
  const attack = (album: Album, attacker: Id | null, hint: unknown): void => {
    const all = [...album.unknowns.values()];
    const own = all.flatMap((one) =>
      one.from === attacker ? [{ terms: new Map([[one.at, 1]]), least: one.much, most: one.much }] : [],
    );
    const found = new Map<string, readonly [number, number]>();
    for (const one of all) {
      if (one.from === attacker) continue;
      // What lies in the same figures cannot be told apart: one look serves them all.
      const where = album.sums.map((sum) => (sum.terms.has(one.at) ? 1 : 0)).join('');
      const known =
        found.get(where) ??
        bounds({ amounts: all.length, known: [...album.sums, ...own] }, new Map([[one.at, 1]]));
      found.set(where, known);
      const [low, high] = known;
      looked += 1;
      const slack = Math.max(0.15 * one.much, 1) - 1e-4;
      const text = JSON.stringify({ hint, attacker, one, low, high });
      expect(high - one.much, text).toBeGreaterThanOrEqual(slack);
      expect(one.much - low, text).toBeGreaterThanOrEqual(Math.min(one.much, slack) - 1e-4);
    }
  };
  fc.assert(
    fc.property(start, fc.array(step, { minLength: 1, maxLength: 3 }), (first, steps) => {
      const album = new Album();
      let given: Given = first;
      album.release(given, 'members');
      for (const { changes, audience } of steps) {
        given = { ...given, ...Object.fromEntries(changes) };
        album.release(given, audience);
      }
      refused += album.refused;
      if (album.before.length > 1) several += 1;
      for (const attacker of [null, 'a1', 'b1']) attack(album, attacker, { first, steps });
    }),
    sameCases(12),
  );
  expect(looked).toBeGreaterThan(100);
  expect(several).toBeGreaterThan(2);
  // It was not kept from telling by chance alone.
  expect(refused).toBeGreaterThan(0);
}, 120_000);
