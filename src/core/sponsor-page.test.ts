/** The page of a basket: its full cost as totals, and nobody's small gift, for an attacker neither. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { sponsorPage } from '#core/sponsor-page';

/** Hours of each person for the fair, and what the town pays for it. */
function pageOf(hours: readonly number[], audience = 'stewards', size: number | null = null) {
  const people = hours.map((_, at) => `p${at + 1}`);
  const { community, problems } = resolve(
    parse(`
potluck: 1
id: plot
name: The plot
as-of: 2026-03-01
see: core
parties:
  town: {type: organisation, see: public}
  ring: {type: circle, inside: true${size === null ? '' : `, size: ${size}`}, see: public}
${people.map((id) => `  ${id}: {name: Canary ${id}, type: person, inside: true, in: ring}`).join('\n')}
activities:
  fair: {price: free, for: {ring: 1}, see: public, until: 2026-11}
  list: {for: {ring: 1}}
flows:
  grant: {from: town, to: fair, amount: 1200 EUR/year, form: grant, until: 2026-12-31, see: partners}
${people.map((id, at) => `  work-${id}: {from: ${id}, to: fair, amount: ${hours[at]} h/month}`).join('\n')}
baskets:
  school: {sponsor: town, includes: [fair], income: [grant], ends: 2026-12-31, reporting: once a year, see: partners}
worth:
  - {id: w1, about: fair, text: Three balconies bloom., see: partners}
  - {id: w2, about: list, text: Another thing., see: partners}
openness:
  partners: {hours: aggregate}
`),
  );
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('\n'));
  return sponsorPage(disclose(community, { audience, day: '2026-03-01' }), 'school');
}

const SIX = [10, 12, 8, 9, 11, 10];

test('what came in, what it takes in every kind, what it changed and what ends when', () => {
  const page = pageOf(SIX);
  expect(page).toMatchObject({
    basket: 'school',
    sponsor: 'town',
    includes: ['fair'],
    reporting: 'once a year',
  });
  expect(page?.income).toMatchObject([{ flow: 'grant', written: '1200 EUR/year', perMonth: 100 }]);
  expect(page?.cost).toEqual([
    { kind: 'eur', unit: 'EUR', whole: 100, bySponsor: 100, byOthers: 0, withheld: null, isOpen: false },
    { kind: 'hours', unit: 'h', whole: 60, bySponsor: 0, byOthers: 60, withheld: null, isOpen: false },
  ]);
  expect(page?.worth.map((one) => one.id)).toEqual(['w1']);
  expect(page?.ends.map((one) => [one.id, one.on.text])).toEqual([
    ['fair', '2026-11'],
    ['grant', '2026-12-31'],
    ['school', '2026-12-31'],
  ]);
  expect(pageOf(SIX, 'public')).toBeNull();
});

test('the sponsor reads the same by itself as stewards print for it', () => {
  expect(pageOf(SIX, 'partner:town')?.cost).toEqual(pageOf(SIX)?.cost);
});

test('where the rest would tell on someone it is withheld, and the whole with it', () => {
  const one = pageOf([500, 6, 4, 1, 1, 1])?.cost.find((cost) => cost.kind === 'hours');
  expect(one).toMatchObject({ whole: null, byOthers: null, withheld: { id: 'withheld.one' } });
  const few = pageOf([10, 10, 10, 10])?.cost.find((cost) => cost.kind === 'hours');
  expect(few).toMatchObject({ whole: null, byOthers: null, withheld: { id: 'withheld.few' } });
});

test('attacker: nothing on the page changes with who gave how much of the same sum, and no name is on it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom('stewards', 'partner:town'),
      (shift, audience) => {
        const page = JSON.stringify(pageOf([10 + shift, 10 - shift, 10, 10, 10, 10], audience));
        expect(page).toBe(JSON.stringify(pageOf([10, 10, 10, 10, 10, 10], audience)));
        expect(page).not.toMatch(/canary|work-p|"p\d/i);
        // From the sum alone, anyone's part lies between nothing and all of it less what the knower gave.
        expect(JSON.parse(page).cost[1].byOthers).toBe(60);
      },
    ),
    { numRuns: 8 },
  );
});
