/** What suppression leaves is looked at again by linear programming, with two solvers, over random communities. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditDisclosure } from '#core/audience/protect/audit';
import { linearBounds } from '#core/audience/protect/linear';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { highsBounds } from '#server/highs-bounds';
import { sameCases } from '../../../../test/same-cases';

const RINGS = ['a', 'b', 'c'];
const PLACES = ['fair', 'list', 'shed', 'walk'];

function communityOf(amounts: readonly number[], least: number): Community {
  const people = RINGS.flatMap((ring) => [1, 2, 3].map((at) => `${ring}${at}`));
  const gifts = people.flatMap((from, i) =>
    PLACES.map((to, j) => ({ from, to, much: amounts[i * 4 + j] ?? 0 })),
  );
  const { community } = resolve(
    parse(`
potluck: 1
id: audited
name: Audited
as-of: 2026-03-01
audiences: {friends: {least: ${least}}}
parties:
${RINGS.map((ring) => `  ring-${ring}: {type: circle, inside: true, see: public}`).join('\n')}
${people.map((id) => `  ${id}: {type: person, inside: true, in: ring-${id[0]}}`).join('\n')}
activities:
${PLACES.map((id) => `  ${id}: {for: {ring-a: 1}, see: public}`).join('\n')}
openness: {friends: {hours: aggregate}}
flows:
${gifts
  .filter((one) => one.much > 0)
  .map((one, at) => `  g${at}: {from: ${one.from}, to: ${one.to}, amount: ${one.much} h/month}`)
  .join('\n')}
`),
  );
  if (community === null) throw new Error('the file does not resolve');
  return community;
}

test('nothing that is withheld can be narrowed down, for anybody or for who gave most of it', async () => {
  const highs = await highsBounds();
  let looked = 0;
  fc.assert(
    fc.property(
      fc
        .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 400 })), {
          minLength: 36,
          maxLength: 36,
        })
        .filter((amounts) => amounts.some((one) => one > 0)),
      fc.integer({ min: 2, max: 5 }),
      (amounts, least) => {
        for (const bounds of [linearBounds, highs]) {
          const audit = auditDisclosure(communityOf(amounts, least), 'friends', bounds);
          expect(audit.narrow).toEqual([]);
          looked += audit.looked;
        }
      },
    ),
    sameCases(10),
  );
  expect(looked).toBeGreaterThan(100);
}, 60_000);

test('a solver that always knows is told of: the audit can fail', () => {
  const amounts = Array.from({ length: 36 }, (_, at) => (at % 4 === 0 ? 300 : 2));
  const knows = () => [0, 0] as const;
  expect(auditDisclosure(communityOf(amounts, 4), 'friends', knows).narrow.length).toBeGreaterThan(0);
  expect(auditDisclosure(communityOf(amounts, 3), 'public', knows)).toEqual({ looked: 0, narrow: [] });
  expect(() => auditDisclosure(communityOf(amounts, 3), 'nobody')).toThrow(RangeError);
});
