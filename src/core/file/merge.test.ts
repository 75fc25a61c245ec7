/** Merging two things: nothing that was given is lost, and everything that named the one names the other. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeThings as mergeIn } from '#core/file/merge';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { TextSheet } from '#core/file/text-sheet';

const TEXT = `potluck: 1
id: hall
name: Hall
parties:
  town: {name: Town, type: organisation}     # the one that stays
  town-hall: {name: Town hall, type: organisation, note: Heated on Mondays.}
  us: {name: Us, type: circle, inside: true}
pools:
  kitty: {kind: eur, holder: town-hall, deciders: [town, town-hall], stock: 40 EUR}
activities:
  supper: {for: {town: 0.5, town-hall: 0.25, us: 0.25}}
flows:
  grant: {from: town-hall, to: kitty, amount: 30 EUR/month}
  rent: {from: town, to: town-hall, amount: 12 EUR/month}
influences:
  - {id: i1, from: town, to: town-hall, sign: "+"}
  - {id: i2, from: us, to: town-hall, sign: "-"}
picture:
  positions:
    town: {x: 1, y: 2}
    town-hall: {x: 9, y: 9}
`;

const mergeThings = (text: string, id: string, into: string) => {
  const sheet = new TextSheet(text);
  const done = mergeIn(sheet, id, into);
  return done.ok ? { ...done, text: sheet.text } : done;
};

const facts = (text: string) => {
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems[0]?.message.text);
  return community;
};

test('references follow, amounts stay on their flows, and what the two had between them is told', () => {
  const done = mergeThings(TEXT, 'town-hall', 'town');
  if (!done.ok) throw new Error(done.code);
  const after = facts(done.text);
  expect(after.parties.map((party) => party.id).sort()).toEqual(['town', 'us']);
  expect(after.pools[0]).toMatchObject({ holder: 'town', deciders: ['town'] });
  expect(after.activities[0]?.for).toEqual({ town: 0.75, us: 0.25 });
  expect(after.flows.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['grant', 'town', 'kitty'],
    ['rent', 'town', 'town'],
  ]);
  expect(done.text).toContain('grant: {from: town, to: kitty, amount: 30 EUR/month}');
  expect(done.selfFlows).toEqual(['rent']);
  expect(done.gone).toEqual(['i1']);
  expect(done.takenOver).toEqual(['note']);
  expect(done.keptOwn).toEqual([]);
  expect(done.follows).toEqual(['grant', 'i2', 'kitty', 'rent', 'supper']);
  expect(after.positions).toEqual({ town: { x: 1, y: 2 } });
  expect(done.text).toContain('# the one that stays');
});

test('needs of an activity and pockets of a pool move along', () => {
  const text = `potluck: 1
id: a
name: A
activities:
  tea: {needs: {cups: {kind: eur, amount: 2 EUR/month}}}
  cake: {}
pools:
  jar: {kind: eur, pockets: {seeds: {share: 0.5}}}
  tin: {kind: eur, pockets: {tea-money: {share: 0.2}}}
flows:
  f: {from: outside, to: tea, amount: 2 EUR/month, fulfils: cups}
  g: {from: seeds, to: cake, amount: 1 EUR/month}
`;
  const first = mergeThings(text, 'tea', 'cake');
  if (!first.ok) throw new Error(first.code);
  const second = mergeThings(first.text, 'jar', 'tin');
  if (!second.ok) throw new Error(second.code);
  const after = facts(second.text);
  expect(first.parts).toEqual(['cups']);
  expect(after.needs).toMatchObject([{ id: 'cups', activity: 'cake' }]);
  expect(after.pockets.map(({ id, pool }) => [id, pool]).sort()).toEqual([
    ['seeds', 'tin'],
    ['tea-money', 'tin'],
  ]);
  expect(after.flows.map(({ from, to }) => [from, to])).toEqual([
    ['outside', 'cake'],
    ['seeds', 'cake'],
  ]);
});

test('a party and an activity do not become one, nor a thing with itself', () => {
  const refused = (id: string, into: string) => {
    const done = applyOperations(TEXT, [{ op: 'merge', id, into }]);
    return done.ok ? 'done' : done.refusals[0]?.code;
  };
  expect(refused('supper', 'town')).toBe('cannot-merge');
  expect(refused('town', 'town')).toBe('cannot-merge');
  expect(refused('nobody', 'town')).toBe('no-such-thing');
  expect(refused('town-hall', 'town')).toBe('done');
});

test('whichever two parties of a case become one: it can still be read, and every other fact is still there', () => {
  const text = readFileSync('cases/euforic/community.yaml', 'utf8');
  const before = facts(text);
  const ids = before.parties.map((party) => party.id);
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.constantFrom(...ids), (a, b) => {
      fc.pre(a !== b);
      const done = mergeThings(text, a, b);
      if (!done.ok) throw new Error(done.code);
      const draft = resolve(parse(done.text));
      // A circle that was part of the other is now part of itself: the file says so.
      if (draft.community === null) {
        expect(
          draft.problems.some((problem) => problem.code.includes('cycle') || problem.code.includes('itself')),
        ).toBe(true);
        return;
      }
      expect(draft.community.parties.length).toBe(before.parties.length - 1);
      expect(draft.community.flows.length).toBe(before.flows.length);
      expect(draft.community.flows.map((flow) => flow.amount)).toEqual(
        before.flows.map((flow) => flow.amount),
      );
      expect(draft.community.flows.every((flow) => flow.from !== a && flow.to !== a)).toBe(true);
    }),
    { numRuns: 12 },
  );
});
