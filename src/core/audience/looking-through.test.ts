/** The grid says what disclosing says: levels, what counts without being seen, and why something is withheld. */
import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import { audiencesToShow, lookingThrough } from '#core/audience/looking-through';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { allThings } from '#core/model/community';

const { community } = resolve(
  parse(`
potluck: 1
id: plot
name: The plot
as-of: 2026-03-01
see: core
kinds: {hours: {unit: h, law: perishable}, eur: {unit: EUR, law: conserved}}
audiences: {friends: {includes: [public], least: 2}}
parties:
  ring: {type: circle, inside: true, see: public}
  p1: {type: person, inside: true, in: ring}
  p2: {type: person, inside: true, in: ring}
  town: {type: organisation, see: public}
activities: {fair: {for: {ring: 1}, see: public}}
flows:
  one: {from: p1, to: fair, amount: 10 h/month}
  two: {from: p2, to: fair, amount: 12 h/month, see: treasurer}
  grant: {from: town, to: fair, amount: 100 EUR/month, see: public, shown: {"partner:town": exact}}
openness:
  members: {hours: {level: aggregate, from: 2026-02, because: We tried.}, eur: range}
`),
);
if (community === null) throw new Error('the file does not resolve');
const look = (audience: string) => lookingThrough(community, audience, '2026-03-01');

test('levels of kinds, with since when and why', () => {
  expect(look('members').kinds.map(({ from, ...kind }) => [from?.text ?? null, kind])).toEqual([
    ['2026-02', { kind: 'hours', level: 'aggregate', isStated: true, because: 'We tried.' }],
    [null, { kind: 'eur', level: 'range', isStated: true, because: null }],
  ]);
  expect(look('public').kinds.map((kind) => [kind.kind, kind.level, kind.isStated])).toEqual([
    ['hours', 'hidden', false],
    ['eur', 'exact', false],
  ]);
});

test('things: seen, hidden, or counted in a total without being seen; protection says why', () => {
  const { things, withheld, totals } = look('members');
  const at = (id: string) => things.find((thing) => thing.id === id);
  expect(at('one')).toEqual({ id: 'one', section: 'flows', level: 'aggregate', isCounted: true });
  expect(at('two')).toEqual({ id: 'two', section: 'flows', level: 'hidden', isCounted: false });
  expect(at('grant')?.level).toBe('range');
  expect(totals).toEqual({ told: 0, withheld: 1 });
  // Two are named in the ring: too few to hide among.
  expect(withheld).toMatchObject([{ kind: 'hours', count: 1, why: { id: 'withheld.consent' } }]);
});

test('every audience of the grid can be looked through, and what is not hidden is what is disclosed', () => {
  const audiences = audiencesToShow(community);
  expect(audiences).toEqual([
    'stewards',
    'treasurer',
    'core',
    'members',
    'peers',
    'public',
    'friends',
    'partner:town',
  ]);
  for (const audience of audiences) {
    const seen = look(audience).things.filter((thing) => thing.level !== 'hidden' && !thing.isCounted);
    const told = allThings(disclose(community, { audience, day: '2026-03-01' }).ever).filter(
      (thing) => !thing.id.startsWith('sum-'),
    );
    expect([audience, seen.length]).toEqual([audience, told.length]);
  }
});
