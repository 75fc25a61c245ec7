import { expect, test } from 'vitest';
import { hasAgreed } from '#core/audience/protect/rules';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { barsOf, consentEdit, countsOf, type KindSight, levelOperations, type Sight } from './sights';

const TEXT = `potluck: 1
id: plot
name: The plot
parties: {ring: {type: circle, inside: true}}
pools: {kitty: {kind: eur}}
openness:
  members: {eur: range}
`;
const sight = (more: Partial<KindSight>): KindSight => ({
  kind: 'eur',
  level: 'range',
  isStated: true,
  from: null,
  because: null,
  ...more,
});

test('a level stands in the file with its day and its reason, and can be taken back', () => {
  const { does, undoes } = levelOperations(
    'members',
    'eur',
    { level: 'aggregate', from: '2026-03', because: 'We tried.' },
    sight({}),
  );
  const applied = applyOperations(TEXT, does);
  if (!applied.ok) throw new Error('not applied');
  const { community, problems } = resolve(parse(applied.text));
  expect(problems).toEqual([]);
  expect(community?.openness['members']).toEqual({ eur: 'aggregate' });
  expect(community?.opennessNotes?.['members']?.['eur']?.because).toBe('We tried.');
  const back = applyOperations(applied.text, undoes ?? []);
  expect(back.ok && resolve(parse(back.text)).community?.openness['members']).toEqual({ eur: 'range' });
});

test('an audience that had nothing stated gets a line of its own', () => {
  const { does, undoes } = levelOperations(
    'public',
    'eur',
    { level: 'existence', from: '', because: '' },
    sight({ isStated: false }),
  );
  const applied = applyOperations(TEXT, does);
  expect(applied.ok && resolve(parse(applied.text)).community?.openness['public']).toEqual({
    eur: 'existence',
  });
  expect(undoes).toBeNull();
});

test('what somebody agreed to stands in the file in their words, can be taken back, and comes back by undoing', () => {
  const said = TEXT.replace('{type: circle, inside: true}', '{type: person, consent: "Yes, in February"}');
  const after = (text: string, does: Parameters<typeof applyOperations>[1]) => {
    const applied = applyOperations(text, does);
    if (!applied.ok) throw new Error('not applied');
    const party = resolve(parse(applied.text)).community?.parties[0];
    if (party === undefined) throw new Error('no party');
    return { text: applied.text, party };
  };
  const before = after(said, []);
  expect(hasAgreed(before.party.consent)).toBe(true);
  const edit = consentEdit(before.party, 'withdrawn', 'Taken back');
  const withdrawn = after(before.text, edit.does);
  expect(hasAgreed(withdrawn.party.consent)).toBe(false);
  expect(after(withdrawn.text, edit.undoes ?? []).party.consent).toBe('Yes, in February');
  const given = after(withdrawn.text, consentEdit(withdrawn.party, true, 'Given').does);
  expect(given.party.consent).toBe(true);
  expect(after(given.text, consentEdit(given.party, false, 'Refused').does).party.consent).toBe(false);
  const never = { ...before.party, consent: null };
  expect(after(given.text, consentEdit(never, true, 'Given').undoes ?? []).party.consent).toBeNull();
});

test('more is more bars; what is only counted is not seen', () => {
  expect(
    ['hidden', 'existence', 'aggregate', 'range', 'exact'].map((level) => barsOf(level as never)),
  ).toEqual([0, 1, 2, 3, 4]);
  const thing = (level: never, isCounted: boolean) => ({ id: 'x', section: 'flows', level, isCounted });
  const things = [
    thing('exact' as never, false),
    thing('aggregate' as never, true),
    thing('hidden' as never, false),
  ];
  expect(countsOf({ things } as unknown as Sight)).toEqual({ seen: 1, counted: 1, hidden: 1 });
});
