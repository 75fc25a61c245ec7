import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '#core/file/parse';
import type { Problem } from '#core/file/problem';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import type { Flow } from '#core/model/things';

const HEAD = 'potluck: 1\nid: garden\n';
const PARTIES = `${HEAD}parties:\n  ana: {inside: true}\n  ben: {inside: true}\n  town: {}\n`;

function problemsOf(text: string): readonly Problem[] {
  return resolve(parse(text)).problems;
}
function codes(text: string): string[] {
  return problemsOf(text).map(
    (problem) => `${problem.line}:${problem.column} ${problem.code} ${problem.text}`,
  );
}
function read(text: string): Community {
  const { community, problems } = resolve(parse(text));
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return community as Community;
}
function flow(keys: string, more = ''): Flow {
  return read(`${PARTIES}flows:\n  care: {from: ana, to: ben, ${keys}}\n${more}`).flows[0] as Flow;
}

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

describe('kinds and units', () => {
  test('currencies and hours are known without a declaration', () => {
    const { kinds, flows } = read(
      `${PARTIES}flows:\n  a: {from: ana, to: ben, amount: 5 CHF/month}\n  b: {from: ana, to: ben, amount: 5 h/month}\n`,
    );
    expect(flows.map((one) => one.kind)).toEqual(['chf', 'hours']);
    expect(kinds.map((kind) => [kind.id, kind.unit, kind.law, kind.declared, kind.currency])).toEqual([
      ['chf', 'CHF', 'conserved', false, true],
      ['hours', 'h', 'perishable', false, false],
    ]);
  });

  test('a declared kind takes the unit; the known one stays away', () => {
    const { kinds, flows } = read(
      `${PARTIES}kinds: {time: {unit: h, law: perishable}, cash: {unit: EUR, law: conserved}}\nflows:\n  a: {from: ana, to: ben, amount: 5 EUR/month}\n  b: {from: ana, to: ben, amount: 5 h/month}\n`,
    );
    expect(flows.map((one) => one.kind)).toEqual(['cash', 'time']);
    expect(kinds.map((kind) => kind.id)).toEqual(['time', 'cash']);
  });

  test('a unit of several kinds needs the key kind', () => {
    const kinds = 'kinds: {time: {unit: h, law: perishable}, machine: {unit: h, law: perishable}}\n';
    expect(flow('amount: 5 h/month, kind: machine', kinds)).toMatchObject({ kind: 'machine' });
    expect(codes(`${PARTIES}flows:\n  care: {from: ana, to: ben, amount: 5 h/month}\n${kinds}`)).toEqual([
      '8:38 ambiguous-kind 5 h/month',
    ]);
  });

  test('a number without a unit needs the key kind, even where a pool is near', () => {
    expect(
      codes(
        `${PARTIES}pools: {kitty: {kind: eur}}\nflows:\n  care: {from: ana, to: kitty, amount: 5 / month}\n`,
      ),
    ).toEqual(['9:40 ambiguous-kind 5 / month']);
    expect(flow('amount: 5 / month, kind: eur').amount[0]?.value).toMatchObject({
      likely: 5,
      unit: 'EUR',
      per: 'month',
      text: '5 / month',
    });
  });

  test('an unknown amount takes the kind of the pool, else of the need, else none', () => {
    const text = `${PARTIES}pools: {kitty: {kind: eur}}\nactivities: {day: {needs: {hosting: {amount: 3 h/month}}}}\nflows:\n  a: {from: ana, to: kitty}\n  b: {from: ana, to: day, fulfils: hosting, amount: unknown}\n  c: {from: ana, to: day}\n`;
    expect(read(text).flows.map((one) => one.kind)).toEqual(['eur', 'hours', null]);
    expect(read(text).flows[2]?.amount).toEqual([]);
  });

  test('a day of work is 8 h unless the calendar says otherwise', () => {
    expect(flow('amount: 2 day of work/month').amount[0]?.value).toMatchObject({
      likely: 16,
      unit: 'h',
      text: '2 day of work/month',
    });
    expect(
      flow('amount: 1..2 day of work/month', 'calendar: {workday: 7.5 h}\n').amount[0]?.value,
    ).toMatchObject({ least: 7.5, likely: 11.25, most: 15, unit: 'h' });
  });

  test('hours where the day is short', () => {
    expect(read(`${HEAD}calendar: {season: 4 months}\n`).calendar).toEqual({
      seasonMonths: 4,
      workdayHours: 8,
    });
  });

  test('one thing has one kind', () => {
    expect(
      codes(
        `${PARTIES}flows:\n  care:\n    from: ana\n    to: ben\n    amount: [{since: 2008, until: 2010, amount: 4 h/week}, {since: 2011, amount: 5 EUR/year}]\n`,
      ),
    ).toEqual(['11:82 wrong-unit 5 EUR/year']);
    expect(codes(`${PARTIES}flows:\n  care: {from: ana, to: ben, kind: eur, amount: 4 h/week}\n`)).toEqual([
      '8:49 wrong-unit 4 h/week',
    ]);
  });

  test('a pool may take its kind from its stock, and needs one or the other', () => {
    expect(read(`${HEAD}pools: {kitty: {stock: 1200 EUR}}\n`).pools[0]?.kind).toBe('eur');
    expect(codes(`${HEAD}pools: {kitty: {holder: nobody}}\nparties: {nobody: {}}\n`)).toEqual([
      '3:9 missing-key kitty',
    ]);
  });

  test('people, minutes and times are no kinds', () => {
    const { parties, size, activities } = read(
      `${HEAD}size: 40 people\nparties: {ana: {size: 1 person, reads: 8 h/month, available: 40 h/month}}\nactivities: {list: {rhythm: 6 events/year, sends: {items: 300 / month, minutes: 1.5}}}\n`,
    );
    expect([size[0]?.value.unit, parties[0]?.size[0]?.value.unit]).toEqual(['person', 'person']);
    expect(parties[0]?.reads[0]?.value).toMatchObject({ likely: 480, unit: 'min' });
    expect(activities[0]).toMatchObject({
      rhythm: { likely: 6, unit: null, per: 'year' },
      sends: { items: { likely: 300, per: 'month' }, minutes: 1.5 },
    });
  });
});

describe('what changed', () => {
  test('lists of readings, under the name of the key or value', () => {
    const { amount } = flow(
      'amount: [{since: 2008, until: 2014, amount: 4000 EUR/year, because: minutes}, {since: 2015, value: 5000 EUR/year}]',
      'sources: {minutes: {}}\n',
    );
    expect(
      amount.map((one) => [
        one.since?.text,
        one.until?.text,
        one.value.is === 'known' && one.value.likely,
        one.because.length,
      ]),
    ).toEqual([
      ['2008', '2014', 4000, 1],
      ['2015', undefined, 5000, 0],
    ]);
    const { parties } = read(
      `${HEAD}parties: {ana: {energy: [{until: 2010, energy: 0.8}, {since: 2011, value: unknown}]}}\n`,
    );
    expect(parties[0]?.energy.map((one) => one.value)).toEqual([0.8, null]);
  });

  test('stocks on several days', () => {
    const { pools } = read(
      `${HEAD}pools: {kitty: {kind: eur, stock: [{on: 2008, amount: 100 EUR}, {on: 2009-06, amount: unknown}]}}\n`,
    );
    expect(pools[0]?.stock.map((one) => [one.on?.text, one.amount.is, one.amount.unit])).toEqual([
      ['2008', 'known', 'EUR'],
      ['2009-06', 'unknown', 'EUR'],
    ]);
  });

  test('evidence in its three forms', () => {
    const more = 'sources: {minutes: {}}\n';
    expect(flow('because: minutes', more).because).toEqual([
      { source: 'minutes', how: null, by: null, contestedBy: [] },
    ]);
    expect(
      flow('because: {source: minutes, how: record, by: steward, contested-by: ben}', more).because,
    ).toEqual([{ source: 'minutes', how: 'record', by: 'steward', contestedBy: ['ben'] }]);
    expect(flow('because: [minutes, {how: told}]', more).because).toHaveLength(2);
    expect(
      flow('amount: 4 h/week, otherwise: [{amount: 2 h/week, because: {how: told, by: ben}}]').otherwise[0],
    ).toMatchObject({ amount: { likely: 2, unit: 'h' } });
  });
});

describe('one time, per event', () => {
  test('an amount without a period warns unless both ends of its time are said', () => {
    const warned = (keys: string) =>
      codes(`${PARTIES}flows:\n  a: {from: ana, to: ben, ${keys}}\n`).map((one) => one.split(' ')[1]);
    expect(warned('amount: 20000 CHF once')).toEqual(['once-without-period']);
    expect(warned('amount: 20000 CHF, since: 2008')).toEqual(['once-without-period']);
    expect(warned('amount: 20000 CHF once, since: 2008, until: 2009')).toEqual([]);
    expect(warned('amount: none')).toEqual([]);
    expect(
      resolve(parse(`${PARTIES}flows:\n  a: {from: ana, to: ben, amount: 20000 CHF once}\n`)).community,
    ).not.toBe(null);
  });

  test('per event needs a rhythm at one end', () => {
    const file = (rhythm: string) =>
      `${PARTIES}activities: {day: {${rhythm}}}\nflows:\n  a: {from: ana, to: day, amount: 3 h/event}\n`;
    expect(codes(file(''))).toEqual(['9:35 event-without-rhythm 3 h/event']);
    expect(codes(file('rhythm: 6 / year'))).toEqual([]);
  });
});

describe('ids and references', () => {
  test('one id space, nested things and scenarios included; own spaces for sources, kinds, audiences and blocks', () => {
    expect(codes(`${HEAD}activities: {day: {needs: {ana: {}}}}\nparties: {ana: {}}\n`)).toEqual([
      '4:11 duplicate-id ana',
    ]);
    expect(
      codes(
        `${HEAD}sources: {core: {}}\nkinds: {core: {unit: c, law: conserved}}\naudiences: {core: {}}\nparties: {core: {}}\n`,
      ),
    ).toEqual([]);
    expect(codes(`${HEAD}parties: {leaving: {}}\nscenarios: {leaving: {changes: []}}\n`)).toEqual([
      '4:13 duplicate-id leaving',
    ]);
  });

  test('an id that stands twice in one section', () => {
    expect(codes(`${HEAD}parties:\n  ana: {inside: true}\n  ana: {}\n`)).toEqual(['5:3 duplicate-id ana']);
    expect(codes(`${HEAD}parties: [{id: ana}, {id: ana}]\n`)).toEqual(['3:27 duplicate-id ana']);
    expect(codes(`${HEAD}sources: {a: {}, a: {}}\n`)).toEqual(['3:18 duplicate-id a']);
  });

  test('things may stand in a map or in a list with ids', () => {
    expect(
      read(`${HEAD}parties: [{id: ana, inside: true}, {id: ben}]\n`).parties.map((one) => [
        one.id,
        one.inside,
      ]),
    ).toEqual([
      ['ana', true],
      ['ben', false],
    ]);
    expect(codes(`${HEAD}parties: [{inside: true}]\n`)).toEqual(['3:11 missing-key {inside: true}']);
  });

  test('a wrong sort of thing', () => {
    expect(
      codes(
        `${PARTIES}flows:\n  a: {from: ana, to: ben, amount: 2 h/month, fulfils: ben}\n  b: {from: ana, to: ben, amount: 2 EUR/month, form: pay, compensates: town}\n`,
      ).map((one) => one.split(' ').slice(1).join(' ')),
    ).toEqual(['wrong-thing ben', 'wrong-thing town']);
    expect(codes(`${PARTIES}baskets: {b1: {sponsor: town, includes: [ana]}}\n`)).toEqual([
      '7:42 wrong-thing ana',
    ]);
  });

  test('reserved ends are allowed where they mean something', () => {
    const ends = [
      'from: outside, to: ana',
      'from: past, to: ana',
      'from: future, to: ana',
      'from: ana, to: ecosystem',
      'from: made, to: ana',
      'from: ana, to: loss',
      'from: withheld, to: ana',
    ];
    for (const end of ends)
      expect(codes(`${PARTIES}flows:\n  a: {${end}, amount: 2 EUR/month}\n`)).toEqual([]);
    expect(
      codes(`${PARTIES}flows:\n  a: {from: loss, to: ana}\n  b: {from: ana, to: past}\n`).map(
        (one) => one.split(' ')[1],
      ),
    ).toEqual(['wrong-end', 'wrong-end']);
    expect(codes(`${PARTIES}roles: {r: {held-by: [outside]}}\n`)[0]).toContain('wrong-thing outside');
  });

  test('activities may serve one another in a circle; circles may not be within themselves', () => {
    expect(codes(`${HEAD}activities: {a: {for: {b: 1}}, b: {for: {a: 1}}}\n`)).toEqual([]);
    expect(codes(`${HEAD}parties: {a: {in: b}, b: {in: c}, c: {in: a}}\n`)).toEqual(['3:19 cycle b']);
    expect(codes(`${HEAD}parties: {a: {in: a}}\n`)).toEqual(['3:19 cycle a']);
  });

  test('the nearest name is suggested, by id or by name', () => {
    const near = (from: string) =>
      problemsOf(
        `${HEAD}parties: {ana: {inside: true, name: Ana María}, gardeners: {}}\nflows: {f: {from: ${from}, to: ana, amount: 2 h/month}}\n`,
      )[0]?.mend;
    expect(near('gardners')).toBe('Did you mean gardeners?');
    expect(near('Ana María')).toBe('Did you mean ana?');
    expect(near('zebra')).toBe('Add a thing with this id, or name one that is there.');
  });
});

describe('one mistake, one problem; two mistakes, two problems', () => {
  test('references to what could not be read are not told again', () => {
    const flows =
      'flows:\n  a: {from: Ana, to: ben, amount: 2 h/month}\n  b: {from: ana, to: ben, amount: 2 h/month}\n';
    expect(codes(`${HEAD}parties:\n  Ana: {inside: true}\n  ben: {inside: true}\n${flows}`)).toEqual([
      '4:3 bad-id Ana',
    ]);
    expect(
      codes(`${HEAD}party:\n  ana: {inside: true}\n  ben: {inside: true}\n${flows.replace('Ana', 'ana')}`),
    ).toEqual(['3:1 unknown-key party']);
    expect(codes(`${HEAD}parties: everyone\n${flows.replace('Ana', 'ana')}`)).toEqual([
      '3:10 wrong-shape everyone',
    ]);
    expect(codes(`${PARTIES}flows:\n  a: {frm: ana, to: ben, amount: 2 h/month}\n`)).toEqual([
      '8:7 unknown-key frm',
    ]);
    expect(
      codes(
        `${PARTIES}kinds: {Seeds: {unit: bag, law: conserved}}\nflows: {a: {from: ana, to: ben, kind: Seeds}}\n`,
      ),
    ).toEqual(['7:9 bad-id Seeds']);
  });

  test('what a mistyped key would have said is not missed again', () => {
    const one = (text: string) => codes(text).map((code) => code.split(' ').slice(1).join(' '));
    expect(
      one(
        `${HEAD}parties: {ana: {insde: true}, street: {}}\nflows: {f: {from: ana, to: street, amount: 2 h/month}}\n`,
      ),
    ).toEqual(['unknown-key insde']);
    expect(
      one(
        `${PARTIES}activities: {day: {rythm: 6 / year}}\nflows: {f: {from: ana, to: day, amount: 2 h/event}}\n`,
      ),
    ).toEqual(['unknown-key rythm']);
    expect(
      one(
        `${PARTIES}activities: {day: {rhythm: often}}\nflows: {f: {from: ana, to: day, amount: 2 h/event}}\n`,
      ),
    ).toEqual(['bad-amount often']);
    expect(
      one(`${PARTIES}flows: {f: {from: ana, to: ben, amount: 2 EUR/month, form: pay, compensate: f}}\n`),
    ).toEqual(['unknown-key compensate']);
    expect(
      one(`${HEAD}kinds: {wood: {unit: kg, lwa: conserved}, stone: {unit: t, law: conservd}}\n`),
    ).toEqual(['unknown-key lwa', 'unknown-word conservd']);
    expect(one(`${HEAD}pools: {kitty: {kin: eur}, shed: {kind: [eur]}}\n`)).toEqual([
      'unknown-key kin',
      'wrong-shape [eur]',
    ]);
  });

  test('all mistakes of a file in one pass, in the order of the file', () => {
    const text = `${PARTIES}flows:\n  a: {from: anna, to: ben, amount: 2 hours/month}\n  b: {from: ana, to: ben, amount: 4..2 h/week, colour: red}\nopenness: {public: {hours: some}}\n`;
    expect(codes(text)).toEqual([
      '8:13 unknown-reference anna',
      '8:36 unknown-unit 2 hours/month',
      '9:35 reversed-range 4..2 h/week',
      '9:48 unknown-key colour',
      '10:28 unknown-word some',
    ]);
  });

  test('what stands before a broken line is checked too', () => {
    expect(
      codes(`${HEAD}parties:\n  ana: {type: persn}\nabout: a: b\nflows:\n  f: {from: ana, to: nobody}\n`).map(
        (one) => one.split(' ')[1],
      ),
    ).toEqual(['unknown-word', 'yaml-syntax']);
    expect(codes('id: x\na: b: c\nd: e\nf: g\nh: i\nj: k: l\n').map((one) => one.split(' ')[1])).toEqual([
      'yaml-syntax',
      'yaml-syntax',
    ]);
  });

  test('a text with a comma in brackets', () => {
    const [problem] = problemsOf(`${HEAD}vision: {v: {text: Food, for all}}\n`);
    expect([problem?.code, problem?.text, problem?.mend]).toEqual([
      'unknown-key',
      'for all',
      'Put the text before it in quotes, if it goes on after the comma.',
    ]);
  });

  test('keys that start with x- are kept anywhere and never a mistake', () => {
    const { x, parties } = read(
      `${HEAD}x-colour: {any: [1, 2]}\nparties: {ana: {x-size: XL, because: {how: told, x-by: me}}}\nscheme: {id: ours, x-why: yes, blocks: {}}\n`,
    );
    expect([x, parties[0]?.x]).toEqual([{ 'x-colour': { any: [1, 2] } }, { 'x-size': 'XL' }]);
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
