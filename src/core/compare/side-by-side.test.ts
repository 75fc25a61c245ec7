import { describe, expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { alignMany, commonBlocks, correspondences } from '#core/compare/align';
import { compare } from '#core/compare/compare';
import { compareReport, readPicks, Unpicked } from '#core/compare/report';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { middleDay } from '#core/model/dates';
import { DEFAULT_BLOCKS, DEFAULT_SCHEME } from '#core/model/scheme';

const GARDEN = `
potluck: 1
id: garden
name: The garden
as-of: 2026-03-01
see: public
kinds: {hours: {unit: h, law: perishable}, seeds: {name: Seeds, unit: packet, law: conserved}}
parties:
  core: {name: Core group, type: circle, circle: core, inside: true}
  town: {name: Town council, type: organisation}
pools: {shed: {name: Seed box, kind: seeds}}
activities: {open-day: {name: Open day, for: {core: 1}, price: free, needs: {hosting: {amount: 30 h/month}}}}
flows:
  turns: {name: Turns, from: core, to: open-day, fulfils: hosting, amount: 24 h/month, until: 2025}
  more: {name: Hosting, from: town, to: open-day, fulfils: hosting, amount: 12 h/month, since: 2026}
  put-in: {from: town, to: shed, amount: [{until: 2025, amount: 10 packet/month}, {since: 2026, amount: 40 packet/month}]}
`;
const CHOIR = `
potluck: 1
id: choir
name: The choir
see: public
scheme:
  id: ours
  version: 3
  blocks: {b1: {name: Song}, legs: {name: Legs}, near: {name: Near}, far: {name: Far}, b6: {name: Singing}}
  revised:
    - {on: 2025-01-01, op: merge, of: [b7, b9], into: [legs], why: Nobody could tell them apart.}
    - {on: 2025-02-01, op: split, of: [b2], into: [near, far], why: They need different things.}
kinds: {hours: {unit: h, law: perishable}}
parties:
  singers: {name: Singers, type: circle, inside: true}
  friends: {name: Friends, type: circle, inside: true, category: far@3}
activities: {sing: {name: Singing together, for: {singers: 1}, needs: {room: {name: A room, amount: 8 h/month}}}}
flows: {lead: {name: Leading, from: singers, to: sing, amount: 8 h/month, fulfils: room}}
`;

function seen(text: string, day = '2026-07-01', audience = 'stewards'): View {
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('\n'));
  return disclose(community, { audience, day });
}

describe('rows', () => {
  const { rows, communities } = compare([seen(GARDEN), seen(CHOIR)]);
  const row = (origin: string) => rows.find((one) => one.origins.includes(origin));

  test('a merged block meets both of those it came from', () => {
    expect(row('b7')).toBe(row('b9'));
    expect(row('b7')?.sides.map((side) => side.blocks.map((block) => block.name))).toEqual([
      ['Commons and pockets', 'What it takes'],
      ['Legs'],
    ]);
    expect(row('b7')?.sides[1]?.things.map((thing) => thing.name)).toEqual(['A room', 'Leading']);
  });

  test('each in its own words; what a split left open is at home where both halves meet', () => {
    const circles = row('b2');
    expect(circles?.sides[0]?.things.map((thing) => thing.name)).toEqual(['Core group']);
    expect(circles?.sides[1]?.blocks.map((block) => block.name)).toEqual(['Near', 'Far']);
    expect(circles?.sides[1]?.things.map((thing) => thing.name)).toEqual(['Friends', 'Singers']);
    expect(circles?.sides[1]?.either).toBe(0);
  });

  test('what only one has stays, and says so', () => {
    expect(row('b8')).toMatchObject({ onlyIn: 0 });
    expect(row('b8')?.sides[1]?.blocks).toEqual([]);
    expect(communities.map((one) => one.onlyKinds.map((kind) => kind.name))).toEqual([['Seeds'], []]);
    expect(
      rows.every((one) => one.origins.length > 0),
      'nothing here is without a place',
    ).toBe(true);
  });

  test('every measure and every question stands on exactly one row', () => {
    const measures = rows.flatMap((one) => one.measures.map((measure) => measure.id));
    expect(new Set(measures).size).toBe(measures.length);
    expect(measures).toContain('kappa');
    const questions = rows.flatMap((one) => one.sides[0]?.questions ?? []);
    expect(new Set(questions).size).toBe(questions.length);
    expect(questions.length).toBeGreaterThan(3);
    const cov = rows.flatMap((one) => one.measures).find((measure) => measure.id === 'cov');
    // 12 of 30 hours in the garden, all of 8 in the choir.
    expect(cov?.values.map((value) => value.value)).toEqual([expect.closeTo(0.4, 9), 1]);
  });
});

describe('one community on two days', () => {
  test('what began, ended and grew, in sentences, whichever day is given first', () => {
    const days = [seen(GARDEN, '2026-03-01'), seen(GARDEN, '2024-03-01')];
    const { change, communities } = compare(days);
    expect(communities.map((one) => one.label)).toEqual([
      'The garden, 1 March 2026',
      'The garden, 1 March 2024',
    ]);
    expect(change).toMatchObject({ since: '2024-03-01', until: '2026-03-01' });
    expect(change?.sentences.map((one) => one.text)).toEqual([
      'The core group gave before and does no longer.',
      'Hosting (from the town council to the open day) began: 12 hours a month.',
      'What the town council brings to the seed box grew, from 10 packets a month to 40 packets a month.',
      'Turns (from the core group to the open day) ended.',
    ]);
    expect(compare([seen(GARDEN), seen(CHOIR)]).change).toBeNull();
  });

  test('nothing changed is said too', () => {
    const { change } = compare([seen(GARDEN, '2026-03-01'), seen(GARDEN, '2026-04-01')]);
    expect(change?.sentences.map((one) => one.text)).toEqual(['Nothing that is written down changed.']);
  });
});

describe('what is refused', () => {
  test('one, and more than six', () => {
    const one = seen(GARDEN);
    expect(() => compare([one])).toThrow(RangeError);
    expect(() => compare(Array.from({ length: 7 }, () => one))).toThrow(RangeError);
    expect(compare(Array.from({ length: 6 }, () => one)).alike).toHaveLength(15);
  });

  test('measures that do not exist, with the one that was meant', () => {
    expect(() => readPicks(['robst'])).toThrow(Unpicked);
    expect(() => readPicks(['robst'])).toThrow('Did you mean robust?');
    expect(() => readPicks(['gini'])).toThrow('+gini or -gini');
    expect(readPicks([' robust', '', '-gini'])).toEqual([
      { id: 'robust', wish: 'more' },
      { id: 'gini', wish: 'less' },
    ]);
  });

  test('what an audience may not know is in no comparison', () => {
    const hidden = GARDEN.replace('name: Turns,', 'name: Secret turns, see: core,').replace(
      ', until: 2025',
      '',
    );
    const report = compareReport([seen(hidden, '2026-03-01', 'public'), seen(CHOIR, '2026-03-01', 'public')]);
    expect(JSON.stringify(report)).not.toContain('Secret');
    expect(JSON.stringify(compareReport([seen(hidden), seen(CHOIR)]))).toContain('Secret');
  });
});

describe('many schemes', () => {
  test('for two they are the components of two', () => {
    const ours = seen(CHOIR).scheme;
    const day = middleDay('2026-07-01') ?? 0;
    const rows = alignMany([
      { scheme: ours, day },
      { scheme: DEFAULT_SCHEME, day },
    ]);
    const defaults = DEFAULT_BLOCKS.map((block) => block.id);
    const plain = commonBlocks(
      ours.blocks.map((block) => block.id),
      defaults,
      correspondences(ours, defaults),
    );
    const sorted = (blocks: readonly { left: readonly string[]; right: readonly string[] }[]) =>
      blocks.map((one) => `${[...one.left].sort()}|${[...one.right].sort()}`).sort();
    expect(sorted(rows.map((row) => ({ left: row.sides[0] ?? [], right: row.sides[1] ?? [] })))).toEqual(
      sorted(plain),
    );
  });

  test('a third scheme joins what it has together, for all', () => {
    const day = middleDay('2026-07-01') ?? 0;
    const rows = alignMany([
      { scheme: DEFAULT_SCHEME, day },
      { scheme: DEFAULT_SCHEME, day },
      { scheme: seen(CHOIR).scheme, day },
    ]);
    expect(rows.find((row) => row.origins.includes('b7'))?.sides).toEqual([
      ['b7', 'b9'],
      ['b7', 'b9'],
      ['legs'],
    ]);
    expect(rows.find((row) => row.origins.includes('b8'))?.sides).toEqual([['b8'], ['b8'], []]);
  });
});

describe('whom to look at, on the whole shelf', () => {
  const text = (id: string, hosts: string) => `
potluck: 1
id: ${id}
name: ${id}
as-of: 2026-03-01
see: public
size: 40
kinds: {hours: {unit: h, law: perishable}}
x-compare: {kind: club, form: informal, technology: chat, funds: members, began: 2019}
parties:
  core: {name: Core, type: circle, circle: core, inside: true}
  more: {name: More, type: circle, circle: active, inside: true}
activities: {evening: {for: {more: 1}, needs: {hosting: {amount: 10 h/month}}}}
flows:
${hosts}
`;
  const one = '  a: {from: core, to: evening, fulfils: hosting, amount: 10 h/month, because: {how: record}}';
  const two = `${one}\n  b: {from: more, to: evening, fulfils: hosting, amount: 10 h/month, because: {how: record}}`;
  const picked = readPicks(['robust']);

  test('two that do not stand side by side can be looked at, by name and without a column', () => {
    const here = [seen(text('here', one)), seen(text('beside', one))];
    const among = [seen(text('ahead', two)), seen(text('further', two)), seen(text('here', two))];
    expect(compare(here, undefined, { picked }).roleModels[0]?.models).toEqual([]);
    const lookout = compare(here, undefined, { picked, among }).roleModels[0];
    expect(lookout?.models.map((model) => [model.side, model.community, model.name, model.lacks])).toEqual([
      [2, 'ahead', 'ahead', []],
      [3, 'further', 'further', []],
    ]);
    expect(lookout?.says.text).toBe(
      'here could look at two, neither of which is the answer: ahead and further.',
    );
    // Robust: what is left without the largest bit, over the need: nothing here, 10 of 10 there.
    expect(lookout?.models[0]?.gains).toEqual([{ measure: 'robust', here: 0, there: 1, gain: 1 }]);
  });
});
