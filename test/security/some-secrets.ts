/**
 * Two communities at random that differ only in what an audience may not know: other hidden facts, more or fewer of them,
 * under other names, and who in a circle gave how much of the same sum. What may be seen is random too, and the same in both.
 */
import fc from 'fast-check';
import { parse } from 'yaml';
import { BLIND, type Secret, secretFile } from '#test/security/secret-file';

type Plain = Record<string, unknown>;
type Section = Plain | Plain[];

/** One hidden fact: in which section, and what it says; ids are made from the word of its side. */
interface HiddenFact {
  readonly section: string;
  readonly fact: (word: string) => Plain;
}

export interface Worlds {
  readonly audience: string;
  /** Files that give this audience the same. */
  readonly texts: readonly [string, string];
  /** What may stand in nothing it is told. */
  readonly words: readonly [string, string];
}

const CIRCLES = ['core', 'all'];
const PEOPLE = ['g1', 'g2', 'g3', 'g4', 'g5'];
const PLACES = ['fair', 'list', 'kitty'];
const ENDS = [...CIRCLES, 'town', 'shop', 'shown-person'];

const word = fc.stringMatching(/^q[bcdfghjklmnpqrstvwxz]{7}$/);
const end = fc.constantFrom(...ENDS);
const place = fc.constantFrom(...PLACES);
const much = fc.integer({ min: 1, max: 900 });
const hidden = fc.constantFrom<string | string[]>('core', ['stewards']);
const openTo = fc.constantFrom<string | string[] | undefined>('members', 'public', undefined, [
  'friends',
  'members',
]);
const amountOf = (unit: string) =>
  much.chain((n) =>
    fc.constantFrom(
      `${n} ${unit}/month`,
      `${n}..${n * 2} ${unit}/week`,
      `about ${n} ${unit}/year`,
      'unknown',
    ),
  );
const unitOf = fc.constantFrom('h', 'EUR');
const date = fc.constantFrom('2019-03-01', '2024-11', '2026-02-28');

/** A fact of a section, hidden from everybody outside the core. */
const hiddenFact: fc.Arbitrary<HiddenFact> = fc
  .record({ see: hidden, a: end, b: end, to: place, n: much, unit: unitOf, on: date })
  .chain(({ see, a, b, to, n, unit, on }) => {
    const say = (section: string, fact: (word: string) => Plain): HiddenFact => ({
      section,
      fact: (name) => ({ see, note: `Of ${name}`, ...fact(name) }),
    });
    /** What stands beside the facts and is known by whom a fact uses it. */
    const plain = (section: string, fact: HiddenFact['fact']): HiddenFact => ({ section, fact });
    const other = a === b ? (a === 'core' ? 'all' : 'core') : b;
    const amount = `${n} ${unit}/month`;
    return fc.constantFrom(
      say('parties', (name) => ({ name: `${name} ${name}`, type: 'person', in: 'all', inside: true })),
      say('parties', (name) => ({ name, type: 'organisation' })),
      say('flows', () => ({ from: a, to, amount, since: on })),
      say('flows', (name) => ({ from: a, to: other, amount, form: 'gift', strings: name })),
      say('flows', () => ({ from: a, to, amount, status: 'hoped', shown: { members: 'hidden' } })),
      say('accounts', (name) => ({ who: a, towards: other, about: name, size: 'M' })),
      say('decisions', (name) => ({ text: name, state: 'open', 'review-on': '2026-03-20', reasons: name })),
      say('history', (name) => ({ on, text: name, changes: [to] })),
      say('worth', (name) => ({ about: 'fair', for: a, text: name })),
      say('voices', (name) => ({ text: name, by: a, type: 'concern' })),
      say('ties', () => ({ between: [a, other], 'may-meet': 'apart' })),
      say('ties', () => ({ between: [a, other], trust: 0.3, through: 'message' })),
      say('walls', () => ({ between: [a, other], 'may-meet': 'apart' })),
      say('movements', () => ({ from: 'outside', to: a, amount: `${n} person/year` })),
      say('tools', (name) => ({ name, keys: [a, other], payer: a })),
      say('pools', (name) => ({ name, kind: 'eur', stock: [{ on, amount: `${n} EUR` }], deciders: [a] })),
      say('activities', (name) => ({ name, for: { [a]: 1 }, rhythm: `${n} / year` })),
      say('quantities', (name) => ({ name })),
      say('influences', () => ({ from: a, to: 'fair', sign: '-' })),
      say('roles', (name) => ({ name, 'held-by': [a], needs: 3 })),
      say('baskets', (name) => ({ sponsor: 'town', includes: ['fair'], strings: name, ends: '2026-04-01' })),
      say('trials', (name) => ({ about: name, 'review-on': '2026-03-15' })),
      say('vision', (name) => ({ text: name })),
      say('fair.needs', () => ({ amount })),
      say('kitty.pockets', (name) => ({ name, share: 0.1, softness: 'habit' })),
      plain('kinds', (name) => ({ name, unit: `jars-of-${name}`, law: 'conserved' })),
      plain('sources', (name) => ({ title: name, url: `https://example.org/${name}` })),
      plain('audiences', (name) => ({ name, includes: ['core'] })),
      plain('rates', (name) => ({ from: 'hours', to: 'eur', value: n, by: name })),
      say('scenarios', (name) => ({ changes: [{ at: '2 months', end: 'town-work', why: name }] })),
    );
  });

/** What may be seen, the same in both. */
const open = fc.record({
  flows: fc.array(
    fc.record({ from: end, to: place, unit: unitOf, see: openTo, status: fc.constantFrom('actual', 'told') }),
    { maxLength: 5 },
  ),
  amounts: fc.array(unitOf.chain(amountOf), { minLength: 5, maxLength: 5 }),
  levels: fc.array(fc.constantFrom(null, 'existence', 'aggregate', 'range', 'exact'), {
    minLength: 4,
    maxLength: 4,
  }),
  size: fc.integer({ min: 3, max: 60 }),
  given: fc.array(fc.integer({ min: 20, max: 30 }), { minLength: 5, maxLength: 5 }),
  per: fc.constantFrom('week', 'month'),
});
type Open = typeof open extends fc.Arbitrary<infer T> ? T : never;

const side = fc.record({
  word,
  much: fc.integer({ min: 100_000, max: 999_999 }),
  day: fc.constantFrom('2019-02-03', '2024-07-01', '2025-12-31'),
  facts: fc.array(hiddenFact, { maxLength: 12 }),
  turn: fc.integer({ min: 0, max: 4 }),
});
type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

function put(file: Plain, section: string, id: string, fact: Plain): void {
  const [thing = '', part] = section.split('.');
  if (part !== undefined) {
    const whole = thing === 'fair' ? (file['activities'] as Plain) : (file['pools'] as Plain);
    put(whole[thing] as Plain, part, id, fact);
    return;
  }
  const of = file[section] as Section | undefined;
  if (Array.isArray(of)) of.push({ id, ...fact });
  else file[section] = { ...of, [id]: fact };
}

function addOpen(file: Plain, audience: string, { flows, amounts, levels, size }: Open): void {
  const party = file['parties'] as Record<string, Plain>;
  party['shop'] = { type: 'organisation', see: 'public' };
  party['all'] = { ...party['all'], size, see: 'public' };
  put(file, 'activities', 'list', {
    for: { all: 1 },
    see: 'public',
    sends: { items: '9 / month', minutes: 2 },
  });
  flows.forEach(({ unit, see, ...flow }, at) => {
    const amount = (amounts[at] ?? 'unknown').replace(/\b(?:h|EUR)\b/, unit);
    const kind = unit === 'h' ? 'hours' : 'eur';
    put(file, 'flows', `seen-${at}`, { ...flow, kind, amount, ...(see === undefined ? {} : { see }) });
  });
  const openness = file['openness'] as Record<string, Plain>;
  // Who knows the givers one by one may know the sum of what they gave only.
  const mayKnowSums = audience === 'members' || audience === 'person:shown-person';
  const stated = (at: number) => (levels[at] === null ? {} : { eur: levels[at] });
  openness['members'] = { ...stated(0), hours: mayKnowSums ? 'aggregate' : (levels[1] ?? 'exact') };
  const others = { public: 2, friends: 3, 'partner:town': 1 };
  for (const [id, at] of Object.entries(others))
    openness[id] = { ...stated(at), hours: levels[at] ?? 'aggregate' };
  for (const id of PEOPLE) party[id] = { type: 'person', in: 'all', inside: true };
}

function textOf(audience: string, same: Open, { facts, turn, ...secret }: Side): string {
  const file = parse(secretFile(secret satisfies Secret)) as Plain;
  addOpen(file, audience, same);
  PEOPLE.forEach((from, at) => {
    const gave = same.given[(at + turn) % same.given.length];
    put(file, 'flows', `gift-${at}`, { from, to: 'list', amount: `${gave} h/${same.per}` });
  });
  facts.forEach(({ section, fact }, at) => {
    put(file, section, `${secret.word}-${at}`, fact(secret.word));
  });
  return JSON.stringify(file);
}

/** Two files and an audience that may not tell them apart. */
export const someWorlds: fc.Arbitrary<Worlds> = fc
  .record({ audience: fc.constantFrom(...BLIND), same: open, one: side, other: side })
  .map(({ audience, same, one, other }) => ({
    audience,
    texts: [textOf(audience, same, one), textOf(audience, same, other)] as const,
    words: [one.word, other.word] as const,
  }));
