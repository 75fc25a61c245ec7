/** A wall is warned of before it is breached by an invitation, a release or a round. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewOf } from '#core/analyses/testing';
import { type Meeting, wallBreaches, wouldBreach } from '#core/audience/walls';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { middleDay } from '#core/model/dates';

const given = {
  parties: {
    town: { name: 'Town council', type: 'organisation' },
    core: { name: 'Core group', type: 'circle', circle: 'core', inside: true },
    gardeners: { name: 'Gardeners', type: 'circle', inside: true },
    ana: { name: 'Ana', type: 'person', in: 'gardeners', inside: true },
    shop: { name: 'The shop', type: 'organisation' },
  },
  ties: [
    { id: 't1', between: ['town', 'core'] },
    { id: 't2', between: ['core', 'gardeners'] },
    { id: 't3', between: ['town', 'gardeners'], 'may-meet': 'through-bridge', bridge: 'core' },
  ],
};

function communityOf(file: object): Community {
  const text = JSON.stringify({ potluck: 1, id: 'walled', name: 'Walled', ...file });
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('; '));
  return community;
}

const garden = communityOf(given);
const count = (community: Community, act: Meeting['act'], parties: string[], audiences: string[]) =>
  wallBreaches(community, { act, parties, audiences }).length;

test('a round of the town and a gardener would bring town and gardeners together', () => {
  const round = { act: 'round', parties: ['town', 'ana'], audiences: [] } as const;
  expect(wallBreaches(garden, round)).toMatchObject([
    {
      between: ['gardeners', 'town'],
      path: ['gardeners', 'ana', null, 'town'],
      says: {
        id: 'wall.round',
        text: 'Gardeners and Town council were to stay apart. In this round they would meet: Gardeners → Ana → this round → Town council.',
      },
    },
  ]);
  expect(wouldBreach(viewOf(given, '2026-01-15', 'stewards'), round)).toHaveLength(1);
});

test('the town invited among the members would meet the gardeners; invited as a partner it meets nobody', () => {
  expect(count(garden, 'invitation', ['town'], ['members'])).toBe(1);
  expect(count(garden, 'invitation', ['town'], ['partner:town'])).toBe(0);
  expect(count(garden, 'invitation', ['ana'], ['members'])).toBe(0);
  expect(count(garden, 'invitation', ['ana'], ['partners'])).toBe(1);
});

test('those among whom somebody is invited, or who read a release, do not meet one another by it', () => {
  expect(count(garden, 'invitation', ['shop'], ['members', 'partner:town'])).toBe(1);
  expect(count(garden, 'invitation', [], ['members', 'partner:town'])).toBe(0);
  expect(count(garden, 'release', [], ['public'])).toBe(0);
  expect(count(garden, 'round', [], ['public'])).toBe(1);
});

test('a release brings those of whom it tells together with those who read it', () => {
  expect(count(garden, 'release', ['gardeners'], ['public'])).toBe(1);
  expect(count(garden, 'release', ['gardeners'], ['partner:town'])).toBe(1);
  expect(count(garden, 'release', ['core'], ['partner:town'])).toBe(0);
  expect(count(garden, 'release', ['shop'], ['members'])).toBe(0);
});

test('through the bridge, nothing is breached; a declared audience is who it includes', () => {
  expect(count(garden, 'round', [], ['core', 'partner:town'])).toBe(0);
  const audiences = { board: { includes: ['members', 'circle'] }, circle: { includes: ['board'] } };
  expect(count(communityOf({ ...given, audiences }), 'round', ['town'], ['circle'])).toBe(1);
});

test('who is in touch already is a matter for `contact`, and not told again', () => {
  const mailing = communityOf({ ...given, tools: { list: { keys: ['town', 'ana'] } } });
  expect(count(mailing, 'invitation', ['town', 'ana'], [])).toBe(0);
});

test('a wall counts on its days; without a day those of every time do', () => {
  const walls = [{ id: 'w', between: ['shop', 'ana'], 'may-meet': 'apart', until: 2020 }];
  const once = communityOf({ ...given, walls });
  const round = { act: 'round', parties: ['shop', 'ana'], audiences: [] } as const;
  expect(wallBreaches(once, round, middleDay('2020') as number)).toHaveLength(1);
  expect(wallBreaches(once, round, middleDay('2021') as number)).toHaveLength(0);
  expect(wallBreaches(once, round)).toHaveLength(1);
});

test('attention and data that flow from the one to the other are contact already; the same kind given by both is not', () => {
  const kinds = { attention: { unit: 'min', law: 'perishable' } };
  const sold = [
    { id: 'f1', from: 'ana', to: 'shop', amount: 'unknown', kind: 'attention' },
    { id: 'f2', from: 'shop', to: 'town', amount: 'unknown', kind: 'attention' },
  ];
  const asked = (flows: object[]) =>
    count(communityOf({ ...given, kinds, flows }), 'round', ['town', 'ana'], []);
  expect(asked(sold)).toBe(0);
  expect(asked([sold[0] as object, { ...sold[1], from: 'town', to: 'shop' }])).toBe(1);
});

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const id = fc.constantFrom(...IDS);
const pair = fc.uniqueArray(id, { minLength: 2, maxLength: 2 });
const someIds = fc.uniqueArray(id, { maxLength: 3 });

/** By the closure of a table of who reaches whom: another way to the same answer. */
function breachedPairs(
  links: readonly (readonly string[])[],
  met: readonly (readonly [string, string])[],
  apart: readonly (readonly string[])[],
): string[] {
  const closure = (pairs: readonly (readonly string[])[]) => {
    const reaches = IDS.map((one) => IDS.map((other) => one === other));
    const at = (name: string | undefined) => IDS.indexOf(name as (typeof IDS)[number]);
    const mark = (i: number, j: number) => {
      const row = reaches[i];
      if (row !== undefined) row[j] = true;
    };
    for (const [from, to] of pairs) {
      mark(at(from), at(to));
      mark(at(to), at(from));
    }
    for (const k of IDS.keys())
      for (const i of IDS.keys())
        for (const j of IDS.keys()) if (reaches[i]?.[k] && reaches[k]?.[j]) mark(i, j);
    return (from: string | undefined, to: string | undefined) => reaches[at(from)]?.[at(to)] === true;
  };
  const [before, after] = [closure(links), closure([...links, ...met])];
  const named = new Set(apart.map((one) => [...one].sort().join(' ')));
  return [...named].sort().filter((one) => {
    const [from, to] = one.split(' ');
    return !before(from, to) && after(from, to);
  });
}

test('over random communities, exactly the pairs that come within reach of one another are told', () => {
  const cases = fc.record({
    links: fc.array(pair, { maxLength: 4 }),
    apart: fc.array(pair, { minLength: 1, maxLength: 3 }),
    guests: someIds,
    hosts: someIds,
    act: fc.constantFrom<Meeting['act']>('invitation', 'release', 'round'),
  });
  fc.assert(
    fc.property(cases, ({ links, apart, guests, hosts, act }) => {
      const community = communityOf({
        parties: Object.fromEntries(IDS.map((one) => [one, { type: 'organisation' }])),
        ties: links.map((between, i) => ({ id: `t${i}`, between })),
        walls: apart.map((between, i) => ({ id: `w${i}`, between, 'may-meet': 'apart' })),
      });
      const all = [...guests, ...hosts];
      const met = (act === 'round' ? all : guests).flatMap((one) =>
        all.map((other) => [one, other] as [string, string]),
      );
      const audiences = hosts.map((one) => `partner:${one}`);
      const told = wallBreaches(community, { act, parties: guests, audiences });
      expect(told.map((one) => one.between.join(' '))).toEqual(breachedPairs(links, met, apart));
      for (const { between, path } of told) {
        expect([path[0], path.at(-1)]).toEqual([...between]);
        expect(path).toContain(null);
      }
    }),
    { numRuns: 150 },
  );
});
