/** Communities at random, as plain data of the file format, for property tests. Every reference in them leads somewhere. */
import fc from 'fast-check';

const word = fc.constantFrom(
  'Seeds',
  'A note: with a colon',
  'yes',
  'null',
  '12',
  'O’Brien "the tall"',
  '- dash',
  'línea',
  '# no comment',
  '{brace}',
  'true',
  '2009-10',
  ' spaces ',
  'two\nlines',
);
const text = fc.oneof({ weight: 3, arbitrary: word }, fc.record({ en: word, fr: word }));
const date = fc.constantFrom<string | number>(2009, '2009-10', '2009-10-08', 'about 1995', 'unknown');
const share = fc.constantFrom(0, 0.25, 0.6, 1);
const how = fc.constantFrom('record', 'count', 'estimate', 'told', 'guess', 'inferred');
const because = fc.oneof(
  fc.constant('minutes'),
  fc.record(
    {
      source: fc.constant('minutes'),
      how,
      by: fc.constant('steward'),
      'contested-by': fc.constantFrom('p0', ['p0', 'p1']),
    },
    { requiredKeys: [] },
  ),
  fc.array(fc.oneof(fc.constant('minutes'), fc.record({ how })), { minLength: 1, maxLength: 3 }),
);
const see = fc.constantFrom<string | string[]>('core', 'self', ['members', 'board'], 'partner:p1', []);
const fact = {
  name: text,
  note: text,
  because,
  see,
  category: fc.constantFrom('b1', 'b7@1'),
  'x-own': fc.jsonValue(),
};

function amount(unit: string) {
  return fc.constantFrom(
    `12 ${unit}/month`,
    `4..8 ${unit}/week`,
    `10..20..60 ${unit}/quarter`,
    `about 1'200 ${unit}/year`,
    `some ${unit}/season`,
    `unknown ${unit}/year`,
    'unknown',
    `none ${unit}`,
    'none',
    `0.125 ${unit}/day`,
    `1 200,50 ${unit} once`,
    `20000 ${unit}`,
  );
}

function series<T>(value: fc.Arbitrary<T>, key: string) {
  const reading = value.chain((one) => fc.constantFrom({ [key]: one }, { value: one }));
  const dated = fc.tuple(reading, reading, because).map(([a, b, why]) => [
    { since: 2008, until: 2014, ...a },
    { since: '2015-01', because: why, ...b },
  ]);
  return fc.oneof({ weight: 2, arbitrary: value }, dated);
}

const some = <T extends Record<string, fc.Arbitrary<unknown>>>(own: T, must: (keyof T)[] = []) =>
  fc.record({ ...fact, ...own } as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: must as string[] });
const things = (prefix: string, one: fc.Arbitrary<unknown>, least = 0) =>
  fc
    .array(one, { minLength: least, maxLength: least + 2 })
    .map((all) => Object.fromEntries(all.map((each, i) => [`${prefix}${i}`, each])));

const party = fc.constantFrom('p0', 'p1');
const end = fc.constantFrom('p0', 'p1', 'k0', 'a0', 'seeds');
const resource = fc.oneof(amount('h'), amount('EUR'), amount('page'), fc.constant('2 day of work/month'));
const sign = fc.constantFrom('+', '-', 'plus', 'minus');
const cycle = fc.constantFrom('immediate', 'reframing');

const stock = fc.oneof(
  fc.constantFrom('1200 EUR', '1200', 'about 30 EUR', 'unknown', 800),
  fc.tuple(because).map(([why]) => [
    { on: 2008, amount: '10..20 EUR' },
    { on: '2009-10-08', amount: 'EUR 30', because: why },
  ]),
);
const pockets = fc.record({
  seeds: some({
    share: series(fc.oneof(share, fc.constant('unknown')), 'share'),
    softness: fc.constantFrom('legal', 'in-head'),
    allowed: fc.constant(['a0']),
  }),
});
const pool = some(
  {
    kind: fc.constant('eur'),
    holder: party,
    deciders: fc.constant(['p0', 'p1']),
    stock,
    entry: text,
    use: text,
    limits: text,
    norm: fc.constantFrom('sharing', 'turn-taking'),
    'ours-because': text,
    wears: amount('h'),
    renews: series(amount('h'), 'renews'),
    regrows: fc.constantFrom('0.2 / month', '0.3 / year'),
    carries: fc.constant('500 EUR'),
    pockets,
  },
  ['kind', 'pockets'],
);
const needs = fc.record({
  n0: some({
    amount: series(resource, 'amount').filter(oneKind),
    grows: fc.constantFrom(0, 1, 1.5),
    critical: fc.boolean(),
  }),
});
const activity = some(
  {
    orientation: word,
    for: fc.constantFrom({ p0: 0.7, a0: 1, loss: 2 }, { k0: 1 }, ['p0', 'p1'], 'p1'),
    rhythm: fc.constantFrom('6 / year', 'unknown'),
    serves: fc.constant('v0'),
    price: fc.constantFrom('free', '15 EUR', '2.5 EUR/event'),
    needs,
    'used-by': fc.constant({ p0: 3, p1: 1 }),
    sends: fc.constant({ items: '300 / month', minutes: 1.5 }),
  },
  ['needs'],
);
const flow = some(
  {
    from: end,
    to: end,
    amount: series(resource, 'amount').filter(oneKind),
    form: fc.constantFrom('gift', 'in-kind', 'pay'),
    status: fc.constantFrom('hoped', 'told', 'agreed', 'actual'),
    fulfils: fc.constant('n0'),
    compensates: fc.constant('f0'),
    fair: fc.constantFrom('25 EUR/h', '200 EUR/day of work'),
    strings: text,
    grows: fc.constantFrom(0, 1),
    for: fc.constant('a0'),
    norm: fc.constant('ranking'),
    size: fc.constantFrom('S', 'M', 'L'),
    shown: fc.constant({ public: 'existence', 'partner:p1': 'range' }),
    otherwise: because.map((why) => [{ note: 'Ben says', because: why }]),
  },
  ['from', 'to'],
);
const change = fc.constantFrom<object>(
  { at: '12 months', end: 'f0', why: 'A vote.' },
  { at: '2027-01', start: 'f0' },
  { set: 'n0', to: '40 h/month' },
  { at: '3 months', times: 2, of: 'p0' },
  { at: '1 year', cut: 'i0' },
  { at: '1 month', add: { flows: { f99: { from: 'p0', to: 'a0' } } } },
  { at: '2 weeks', move: 't0', to: 'a forum' },
  { set: 'dues', to: 5 },
);

/** A reading in hours and one in euros would be two kinds of one thing, which is a mistake. */
function oneKind(value: unknown): boolean {
  const units =
    JSON.stringify(value)
      .match(/\b(?:h|EUR|page|day of work)\b/g)
      ?.map((unit) => (unit === 'day of work' ? 'h' : unit)) ?? [];
  return new Set(units).size <= 1 && !(units.length === 0 && /\d/.test(JSON.stringify(value)));
}

/** A file, as plain data. */
export const someCommunity = fc.record(
  {
    potluck: fc.constant(1),
    id: fc.constant('garden'),
    name: text,
    about: text,
    'as-of': date,
    languages: fc.constant(['en', 'fr']),
    size: series(fc.constantFrom<string | number>('35..40..45', 40, '12 people', 'some'), 'size'),
    scheme: fc.constantFrom<unknown>('community', {
      id: 'ours',
      version: 2,
      blocks: { legs: { name: 'Legs', asks: 'What holds us up?' } },
      revised: [{ on: '2026-02-01', op: 'merge', of: ['b7', 'b9'], into: ['legs'], why: 'Alike.' }],
    }),
    see,
    sources: fc.constant({
      minutes: { title: 'Minutes', url: 'https://example.org/m', on: '2026-02', note: 'kept' },
      empty: {},
    }),
    audiences: fc.constant({ board: { name: 'Board', includes: ['core'], least: 3 } }),
    calendar: fc.constantFrom(
      { season: '4 months' },
      { workday: '7.5 h' },
      { season: '1 quarter', workday: 6 },
    ),
    vision: things('v', some({ text, horizon: date, authors: fc.constant(['p0']) }, ['text']), 1),
    kinds: fc.constant({
      handouts: { unit: 'page', law: 'copyable', 'half-life': '24 months', sensitive: true, rival: true },
      trust: { law: 'relational', name: 'Trust' },
    }),
    parties: things(
      'p',
      some({
        type: fc.constantFrom('person', 'public'),
        circle: fc.constantFrom('core', 'transactional'),
        inside: fc.boolean(),
        size: series(fc.constantFrom<string | number>(5, 'about 30', '1 person'), 'size'),
        energy: series(fc.oneof(share, fc.constant('unknown')), 'energy'),
        available: amount('h').filter((one) => /\//.test(one)),
        reads: fc.constantFrom('480 min/month', '8 h/month'),
        consent: fc.constantFrom<string | boolean>(true, 'no', 'names only'),
      }),
      2,
    ),
    roles: things('r', some({ 'held-by': fc.constant(['p0']), needs: fc.nat(5) })),
    pools: fc.record({ k0: pool }),
    activities: fc.record({ a0: activity }),
    flows: things('f', flow, 1),
    accounts: things(
      'c',
      some(
        {
          who: party,
          towards: party,
          about: text,
          size: fc.constantFrom('S', '12 h'),
          state: fc.constantFrom('unspoken', 'forgiven'),
        },
        ['who', 'towards'],
      ),
    ),
    baskets: things(
      'b',
      some(
        {
          sponsor: party,
          includes: fc.constant(['a0']),
          income: fc.constant(['f0']),
          strings: text,
          reporting: text,
          ends: date,
          'depends-on': fc.constant('q0'),
          'spend-by': date,
        },
        ['sponsor'],
      ),
    ),
    trials: things(
      'l',
      some({
        about: text,
        gave: fc.constant(['f0']),
        hoped: text,
        'review-on': date,
        outcome: fc.constantFrom('stop', 'unknown'),
      }),
    ),
    influences: things(
      'i',
      some(
        {
          from: fc.constantFrom('p0', 'q0', 'f0'),
          to: fc.constantFrom('a0', 'k0'),
          sign,
          after: fc.constantFrom('3 months', '2 weeks', '0 months'),
          strength: fc.constant('weak'),
          condition: text,
        },
        ['from', 'to', 'sign'],
      ),
      1,
    ).chain((all) =>
      fc.constantFrom<unknown>(
        all,
        Object.entries(all).map(([id, one]) => ({ id, ...(one as object) })),
      ),
    ),
    quantities: things('q', some({ unit: fc.constant('h/month') }), 1),
    ties: things(
      'e',
      some(
        {
          between: fc.constant(['p0', 'p1']),
          trust: series(fc.oneof(share, fc.constant('unknown')), 'trust'),
          tended: date,
          'may-meet': fc.constantFrom('apart', 'through-bridge', 'free'),
          bridge: party,
          through: fc.constantFrom('data', 'access'),
        },
        ['between'],
      ),
    ),
    walls: things(
      'w',
      some(
        {
          between: fc.constant(['p0', 'p1']),
          'may-meet': fc.constantFrom('apart', 'through-bridge'),
          bridge: party,
        },
        ['between'],
      ),
    ),
    movements: things(
      'm',
      some(
        {
          from: fc.constantFrom('outside', 'p0'),
          to: party,
          amount: series(fc.constantFrom('1 person/month', '2..4 people/year', 'some'), 'amount'),
        },
        ['from', 'to'],
      ),
    ),
    tools: things(
      't',
      some({
        keys: fc.constant(['p0']),
        payer: fc.constantFrom('ecosystem', 'unknown', 'p1'),
        exports: fc.constantFrom<unknown>(true, 'no', 'unknown'),
        adoption: share,
        scales: fc.constant({ moderation: 0.8 }),
      }),
      1,
    ),
    openness: fc.constant({
      public: { hours: 'aggregate', eur: 'existence' },
      'partner:p1': { handouts: 'exact' },
    }),
    worth: things('o', some({ about: fc.constant('a0'), for: party, cycle, sign, text }, ['text'])),
    voices: things(
      's',
      some({
        about: fc.constant('f0'),
        type: fc.constantFrom('worth', 'hard-to-raise'),
        sign,
        cycle,
        by: party,
        anonymous: fc.boolean(),
        text,
      }),
    ),
    decisions: things(
      'd',
      some(
        {
          text,
          question: text,
          options: fc.array(text, { maxLength: 2 }),
          reasons: text,
          objections: text,
          by: fc.constant(['p0']),
          on: date,
          'review-on': date,
          state: fc.constantFrom('open', 'dropped'),
        },
        ['text'],
      ),
    ),
    history: things('h', some({ on: date, text, changes: fc.constant(['k0', 'p0']) }, ['on', 'text'])),
    rates: fc.constant({ lunch: { from: 'hours', to: 'eur', value: 12.5, by: 'The core' } }),
    questions: fc.constant({
      Q07: { text: 'And then?', block: 'b2', why: 'Shorter.' },
      ours: { retired: true },
    }),
    scenarios: things('z', some({ changes: fc.array(change, { maxLength: 3 }) })),
    simulation: fc.constant({ parameters: { dues: 3, needs: [[1, 2]] } }),
    picture: fc.constant({ positions: { p0: { x: 12, y: -8.5 }, a0: [1, 2] } }),
    'x-label': fc.constantFrom('made up', { deep: [1, { er: null }] }),
  },
  {
    requiredKeys: [
      'potluck',
      'id',
      'sources',
      'audiences',
      'kinds',
      'parties',
      'pools',
      'activities',
      'flows',
      'vision',
      'quantities',
      'influences',
      'tools',
      'simulation',
    ],
  },
);
