import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { codes, HEAD, PARTIES, read } from '#test/file/short-files';

describe('the allotment school', () => {
  const text = readFileSync('cases/allotment-school/community.yaml', 'utf8');
  const { community, problems } = resolve(parse(text));

  test('is read whole, without a problem, and says that it is made up', () => {
    expect(problems).toEqual([]);
    expect(community?.x).toEqual({ 'x-label': 'synthetic' });
    const counts = Object.entries(community as Community)
      .filter(([, value]) => Array.isArray(value))
      .map(([key, value]) => `${key} ${value.length}`);
    expect(counts.sort()).toEqual([
      'accounts 1',
      'activities 2',
      'audiences 0',
      'baskets 1',
      'decisions 1',
      'flows 7',
      'history 1',
      'influences 4',
      'kinds 4',
      'languages 1',
      'movements 1',
      'needs 2',
      'parties 5',
      'pockets 2',
      'pools 1',
      'quantities 1',
      'questions 0',
      'rates 0',
      'roles 1',
      'scenarios 2',
      'see 1',
      'size 1',
      'sources 1',
      'ties 2',
      'tools 1',
      'trials 1',
      'vision 1',
      'voices 0',
      'walls 0',
      'worth 1',
    ]);
  });

  test('every flow has the kind of its unit', () => {
    expect(community?.flows.map((one) => [one.id, one.kind])).toEqual([
      ['ana-coordinates', 'hours'],
      ['hosting-turns', 'hours'],
      ['town-grant', 'eur'],
      ['seeds-bought', 'eur'],
      ['tea-bought', 'eur'],
      ['ana-paid', 'eur'],
      ['advice', 'hours'],
    ]);
  });

  test('holds what the words say', () => {
    const tie = community?.ties[1];
    expect([tie?.between, tie?.trust[0]?.value, tie?.mayMeet, tie?.bridge]).toEqual([
      ['town', 'gardeners'],
      null,
      'through-bridge',
      'core',
    ]);
    expect(community?.tools[0]).toMatchObject({
      exports: false,
      payer: 'ecosystem',
      adoption: 0.9,
      scales: { moderation: 0.8 },
    });
    expect(community?.flows[5]?.fair).toEqual({ value: 25, unit: 'EUR', perUnit: 'h', text: '25 EUR/h' });
    expect(community?.influences.map((one) => [one.sign, one.delayMonths])).toEqual([
      ['+', 1],
      ['+', 3],
      ['+', null],
      ['-', 6],
    ]);
    expect(community?.scenarios[0]?.changes).toEqual([
      {
        verb: 'end',
        of: 'town-grant',
        to: null,
        factor: null,
        at: { months: 12 },
        why: 'The budget is voted each December.',
      },
    ]);
    expect(community?.scenarios[1]?.changes).toEqual([
      { verb: 'times', of: 'gardeners', to: null, factor: 2, at: { months: 0 }, why: null },
    ]);
    expect(community?.scheme.blocks.map((block) => block.id)).toEqual([
      'b1',
      'b2',
      'b3',
      'b4',
      'b5',
      'b6',
      'b7',
      'b8',
      'b9',
      'b10',
      'b11',
    ]);
    expect(community?.flows[2]?.until).toMatchObject({ text: '2026-12-31' });
    expect(community?.openness).toEqual({
      public: { hours: 'aggregate', eur: 'existence' },
      members: { hours: 'exact', eur: 'aggregate' },
    });
  });
});

describe('the rest of the vocabulary', () => {
  test('further keys of settled reading 4', () => {
    const community = read(`${HEAD}
parties: {ana: {inside: true, energy: 0.6, available: 40 h/month, reads: 480 min/month, consent: yes}}
audiences: {board: {name: Board, includes: [core]}}
pools:
  forest: {kind: wood, wears: 9 h/month, renews: 5 h/month, regrows: 0.2 / month, carries: 500 kg, limits: Two trees a year., stock: [{on: 2020, amount: 300 kg}], pockets: {old: {allowed: [day]}}}
kinds: {wood: {unit: kg, law: conserved}}
activities: {day: {used-by: {ana: 1}, sends: {items: 300 / month, minutes: 1.5}, rhythm: 1 / week}}
flows:
  f: {from: ana, to: day, kind: hours, norm: sharing, size: M, for: day, shown: {public: existence}}
quantities: {need: {unit: people}}
baskets: {bk: {sponsor: ana, depends-on: need, spend-by: 2026-12-31}}
ties: {t: {between: [ana, day], through: message}}
walls: {w: {between: [ana, day], may-meet: through-bridge, bridge: ana}}
voices: [{id: v1, about: f, type: hard-to-raise, anonymous: yes}]
rates: {lunch: {from: hours, to: eur, value: 15, by: Core}}
questions: {Q07: {text: Who else could?, block: b2}}
calendar: {season: 4 months, workday: 7 h}
picture: {positions: {ana: {x: 1, y: 2}}}
simulation: {parameters: {dues: 2}}
`);
    expect(community.pools[0]).toMatchObject({
      regrowsPerMonth: 0.2,
      carries: { likely: 500, unit: 'kg' },
      limits: 'Two trees a year.',
      pockets: ['old'],
    });
    expect(community.pockets[0]).toMatchObject({ pool: 'forest', allowed: ['day'], softness: 'habit' });
    expect(community.flows[0]).toMatchObject({
      kind: 'hours',
      size: 'M',
      for: 'day',
      shown: { public: 'existence' },
      amount: [],
      status: 'actual',
    });
    expect(community.baskets[0]).toMatchObject({ dependsOn: 'need', spendBy: { text: '2026-12-31' } });
    expect(community.parties[0]).toMatchObject({ consent: true, energy: [{ value: 0.6 }] });
    expect([community.simulation, community.positions, community.calendar.workdayHours]).toEqual([
      { parameters: { dues: 2 } },
      { ana: { x: 1, y: 2 } },
      7,
    ]);
  });

  test('positions stand under picture, with or without the key positions', () => {
    expect(read(`${PARTIES}picture: {ana: {x: 1, y: 2}, ben: [3, 4]}\n`).positions).toEqual({
      ana: { x: 1, y: 2 },
      ben: { x: 3, y: 4 },
    });
    expect(codes(`${PARTIES}picture: {anna: {x: 1, y: 2}}\n`)).toEqual(['7:11 unknown-reference anna']);
  });

  test('texts in several languages', () => {
    expect(read(`${HEAD}name: {en: The garden, fr: Le jardin}\n`).name).toEqual({
      en: 'The garden',
      fr: 'Le jardin',
    });
    expect(read(HEAD).name).toBe('garden');
  });

  test('unknown is a value wherever a key may be left out', () => {
    const { pools, flows, roles, influences, parties } = read(
      `${PARTIES}pools: {kitty: {kind: eur, holder: unknown, stock: unknown, norm: unknown}}\nflows: {f: {from: ana, to: ben, amount: unknown, grows: unknown, form: unknown, since: unknown}}\nroles: {r: {needs: unknown}}\ninfluences: {i: {from: ana, to: ben, sign: plus, after: unknown}}\n`,
    );
    expect([
      pools[0]?.holder,
      pools[0]?.norm,
      pools[0]?.stock[0]?.amount.is,
      flows[0]?.grows,
      flows[0]?.form,
      flows[0]?.since?.first,
      roles[0]?.needs,
      influences[0]?.delayMonths,
    ]).toEqual([null, null, 'unknown', null, null, null, null, null]);
    expect(parties[0]?.name).toBe(null);
    expect(read(`${HEAD}parties: {ana: {name: unknown}}\n`).parties[0]?.name).toBe('unknown');
  });

  test('weights and shares may be per cent', () => {
    const { activities, pockets } = read(
      `${PARTIES}activities: {day: {for: {ana: 70%, ben: 30 %}}}\npools: {k: {kind: eur, pockets: {p: {share: 60%}}}}\n`,
    );
    expect([activities[0]?.for, pockets[0]?.share[0]?.value]).toEqual([{ ana: 0.7, ben: 0.3 }, 0.6]);
  });

  test('a scheme of its own, with the blocks that it was made from', () => {
    const scheme =
      'scheme:\n  id: our-scheme\n  version: 2\n  blocks:\n    legs: {name: Legs, asks: What holds us up?}\n  revised:\n    - {on: 2026-02-01, op: merge, of: [b7, b9], into: [legs], why: "Nobody could tell them apart."}\n';
    expect(read(HEAD + scheme).scheme).toEqual({
      id: 'our-scheme',
      version: 2,
      blocks: [{ id: 'legs', name: 'Legs', asks: 'What holds us up?', differs: null }],
      revised: [
        {
          on: expect.objectContaining({ text: '2026-02-01' }),
          op: 'merge',
          of: ['b7', 'b9'],
          into: ['legs'],
          why: 'Nobody could tell them apart.',
          decision: null,
        },
      ],
    });
    expect(
      codes(
        `${HEAD}${scheme}parties: {ana: {category: legs}, ben: {category: b7@1}, eve: {category: arms}}\n`,
      ),
    ).toEqual([expect.stringContaining('unknown-block arms')]);
  });

  test('every verb of a scenario', () => {
    const { scenarios } = read(
      `${PARTIES}flows: {f: {from: ana, to: ben, amount: 2 h/month}}\ninfluences: [{id: i1, from: ana, to: ben, sign: plus}]\ntools: {chat: {}}\nscenarios:\n  s:\n    changes: [{end: f}, {start: f, at: 2027-01}, {set: f, to: 3 h/month}, {times: 0.5, of: f}, {cut: i1}, {add: {flows: {g: {from: ana, to: ben}}}}, {move: chat, to: forum, at: 1 year}]\n`,
    );
    expect(scenarios[0]?.changes.map((one) => [one.verb, one.of, one.to, one.factor])).toEqual([
      ['end', 'f', null, null],
      ['start', 'f', null, null],
      ['set', 'f', '3 h/month', null],
      ['times', 'f', null, 0.5],
      ['cut', 'i1', null, null],
      ['add', null, { flows: { g: { from: 'ana', to: 'ben' } } }, null],
      ['move', 'chat', 'forum', null],
    ]);
    expect(scenarios[0]?.changes.at(-1)?.at).toEqual({ months: 12 });
    expect(codes(`${PARTIES}scenarios: {s: {changes: [{end: nobody}]}}\n`)).toEqual([
      expect.stringContaining('unknown-reference nobody'),
    ]);
  });

  test('JSON is read as well', () => {
    expect(
      read('{"potluck": 1, "id": "garden", "parties": {"ana": {"inside": true, "size": 1.125}}}').parties[0]
        ?.size[0]?.value,
    ).toMatchObject({ likely: 1.125 });
  });

  test('aliases repeat a value', () => {
    expect(
      read(`${PARTIES}flows:\n  a: &a {from: ana, to: ben, amount: 2 h/month}\n  b: *a\n`).flows.map(
        (one) => [one.id, one.from],
      ),
    ).toEqual([
      ['a', 'ana'],
      ['b', 'ana'],
    ]);
  });
});

test('a draft tells where a thing stands', () => {
  const draft = parse(
    `${HEAD}sources: {town: {}}\nactivities:\n  day:\n    needs:\n      hosting: {amount: 3 h/month}\ninfluences:\n  - {id: i1, from: a, to: b}\nparties:\n  town: {}\n`,
  );
  expect(draft.place('hosting')).toEqual({ line: 7, column: 7 });
  expect(draft.place('i1')).toEqual({ line: 9, column: 10 });
  expect(draft.place('town')).toEqual({ line: 11, column: 3 });
  expect(draft.place('nobody')).toBe(null);
  expect(draft.spot('hosting')).toMatchObject({
    section: 'needs',
    path: ['activities', 'day', 'needs', 'hosting'],
  });
  expect(draft.spot('i1')?.path).toEqual(['influences', 0]);
});
