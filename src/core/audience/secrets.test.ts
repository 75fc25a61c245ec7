/**
 * Nothing hidden comes out: a word that stands in every hidden field of every section, and communities that differ in what an
 * audience may not know and in nothing else. Looks at all that core can say of a view: its JSON, the file, findings,
 * questions, story, picture and errors.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import { printCommunity } from '#core/file/print';
import { resolve } from '#core/file/resolve';
import { allThings, type Community, THING_SECTIONS } from '#core/model/community';
import { picture } from '#core/picture/svg';
import { ask } from '#core/questions/ask';
import { story } from '#core/story/story';

function community(text: string): Community {
  const { community: resolved, problems } = resolve(parse(text));
  if (resolved === null)
    throw new Error(problems.map((one) => `${one.line}: ${one.message.text}`).join('\n'));
  return resolved;
}

/** Everything that core says of a view. */
function everything(view: View): string {
  const findings = analyse(view, undefined, { draws: 0 });
  return [
    JSON.stringify(view),
    printCommunity(view.ever),
    JSON.stringify(findings),
    JSON.stringify(ask(view, findings)),
    JSON.stringify(story(view, findings)),
    picture(view),
  ].join('\n');
}

/** SECRET stands for a word (a name that people are called by, and in ids), MUCH for a number, DAY for a date; whatever holds them is for the core alone. */
const TEXT = `
potluck: 1
id: plot
name: The plot
about: Where SECRET gardens.
as-of: 2026-03-01
see: [members, "partner:SECRET-donor"]
scheme:
  id: ours
  version: 2
  blocks: {legs: {name: Legs, asks: What SECRET asks?, differs: As SECRET says.}, arms: {name: Arms}}
  revised:
    - {on: 2025, op: merge, of: [b7], into: [legs], why: As SECRET wished, decision: SECRET-decision}
sources:
  open-minutes: {title: Minutes by SECRET, note: SECRET wrote them, url: "https://example.org/SECRET"}
  SECRET-minutes: {title: Minutes of SECRET}
audiences:
  SECRET-board: {name: Board of SECRET, includes: [core]}
  friends: {name: Friends of SECRET, includes: [public], note: Ask SECRET}
kinds:
  hours: {unit: h, law: perishable, note: As SECRET counts them}
  eur: {unit: EUR, law: conserved, name: Euros of SECRET}
  SECRET-kind: {unit: jar, law: conserved}
vision:
  v1: {text: What SECRET dreams}
  v2: {text: SECRET dreams, see: core}
parties:
  core: {type: circle, circle: core, inside: true, size: 5}
  all: {type: circle, circle: active, inside: true, size: 30}
  town: {type: organisation, consent: Spoke with SECRET}
  SECRET-person: {name: Secretname SECRET, type: person, in: core, inside: true, see: core, note: SECRET, size: MUCH, available: MUCH h/month, because: SECRET-minutes}
  SECRET-donor: {name: Donor SECRET, type: organisation, see: treasurer}
  shown-person: {type: person, in: all, inside: true, note: Ask Secretname}
roles:
  keys: {held-by: [SECRET-person, town], note: SECRET has one}
  r2: {name: SECRET role, held-by: [SECRET-person], see: core}
pools:
  kitty: {kind: eur, holder: SECRET-person, deciders: [SECRET-person], entry: Ask SECRET, use: As SECRET says, limits: SECRET, ours-because: SECRET, stock: [{on: 2026-01-01, amount: 50 EUR, because: {source: SECRET-minutes, by: SECRET-person}}], pockets: {seeds: {share: 0.5, allowed: [fair, SECRET-fair]}, hush: {share: 0.1, note: SECRET, see: core}}}
  SECRET-pool: {kind: eur, stock: MUCH EUR, see: core}
activities:
  fair: {orientation: As SECRET, for: {all: 1, SECRET-person: 1}, used-by: {SECRET-person: 1}, needs: {tent: {amount: 10 EUR/month, note: SECRET}, hush-need: {amount: MUCH h/month, see: core}}}
  SECRET-fair: {for: {all: 1}, see: core, rhythm: MUCH / year}
flows:
  open-gift: {from: SECRET-donor, to: kitty, amount: [{since: 2025-01, amount: 40 EUR/month, because: {source: SECRET-minutes, by: SECRET-person, contested-by: [SECRET-donor]}}], strings: As SECRET wished, see: [members, "partner:SECRET-donor", SECRET-board], shown: {"partner:SECRET-donor": exact}, otherwise: [{amount: 50 EUR/month, note: SECRET says, because: {source: SECRET-minutes, by: SECRET-person}}]}
  SECRET-gift: {from: town, to: kitty, amount: MUCH EUR/month, since: DAY, see: core, because: SECRET-minutes, strings: SECRET}
  hush-work: {from: SECRET-person, to: fair, amount: MUCH h/month, see: core, name: SECRET works}
  hush-jars: {from: core, to: fair, amount: MUCH jar/month, see: core}
  town-work: {from: town, to: fair, amount: 4 h/month, note: With SECRET}
  all-work: {from: all, to: fair, amount: 20 h/month}
accounts:
  a1: {who: core, towards: town, about: What SECRET borrowed, size: M}
  a2: {who: core, towards: SECRET-donor, about: SECRET, size: L, see: core}
baskets:
  b1: {sponsor: town, includes: [fair, SECRET-fair], income: [open-gift, SECRET-gift], strings: SECRET, reporting: To SECRET, depends-on: SECRET-quantity}
trials:
  t9: {about: What SECRET tried, gave: [SECRET-gift], hoped: SECRET}
influences:
  - {id: i1, from: all, to: SECRET-quantity, sign: "+", condition: When SECRET agrees}
  - {id: i2, from: SECRET-quantity, to: fair, sign: "-", see: core}
quantities:
  SECRET-quantity: {name: Load on SECRET, see: core}
ties:
  - {id: t1, between: [SECRET-person, all], trust: 0.5, bridge: SECRET-person, note: SECRET}
  - {id: t2, between: [SECRET-donor, town], may-meet: apart, see: core}
walls:
  w1: {between: [all, SECRET-donor], may-meet: apart, see: core}
movements:
  - {id: m1, from: outside, to: all, amount: 1 person/month, note: Through SECRET}
  - {id: m2, from: all, to: core, amount: MUCH person/year, see: core}
tools:
  chat: {keys: [SECRET-person], payer: SECRET-donor, note: SECRET set it up, scales: {SECRET-person: 0.5}}
openness:
  public: {hours: {level: aggregate, from: 2026-01, because: As SECRET asked}, eur: existence}
  core: {hours: {level: exact, because: SECRET wished it}}
  "partner:SECRET-donor": {eur: exact}
worth:
  - {id: x1, about: SECRET-fair, for: SECRET-person, text: SECRET learned}
voices:
  o1: {text: As SECRET says, by: SECRET-person, type: concern}
  o2: {text: Said in the dark., by: town, anonymous: true, type: concern, see: [members, partners]}
decisions:
  d1: {text: SECRET decided, question: What of SECRET?, options: [SECRET one, two], reasons: SECRET, objections: SECRET, by: [SECRET-person]}
  SECRET-decision: {text: SECRET, see: core}
history:
  - {id: h1, on: 2025-01, text: Secretname joined us., changes: [SECRET-gift]}
  - {id: h2, on: DAY, text: SECRET left, see: core}
rates:
  SECRET-rate: {from: hours, to: eur, value: MUCH, by: SECRET}
questions:
  Q1: {text: What of SECRET?, why: SECRET}
  Q2: {why: As SECRET asked}
scenarios:
  s1: {changes: [{at: 1 months, set: SECRET-gift, to: MUCH EUR/month, why: SECRET}, {at: 1 months, times: MUCH, of: SECRET-gift}, {at: 2 months, end: hush-work}]}
simulation: {parameters: {dues: MUCH}}
picture: {positions: {SECRET-person: {x: MUCH, y: 2}, core: {x: 3, y: 4}}}
x-open: {plain: true}
x-told: {of: SECRET}
`;

interface Secret {
  readonly word: string;
  readonly much: number;
  readonly day: string;
}

const CANARY: Secret = { word: 'canary', much: 987654, day: '2017-05-19' };

const withSecret = ({ word, much, day }: Secret): Community =>
  community(
    TEXT.replaceAll('Secretname', `Nightingale${word}`)
      .replaceAll('SECRET-', `${word}-`)
      .replaceAll('SECRET', `${word[0]?.toUpperCase()}${word.slice(1)}`)
      .replaceAll('MUCH', String(much))
      .replaceAll('DAY', day),
  );

const BLIND = ['members', 'public', 'peers', 'friends', 'partner:town', 'person:shown-person'];

describe('nothing hidden leaks', () => {
  test('every section of a file holds something to hide, and the core does read it', () => {
    const file = withSecret(CANARY);
    const core = JSON.stringify(disclose(file, { audience: 'stewards', day: '2026-03-01' }));
    for (const section of THING_SECTIONS)
      expect([section, file[section].length > 0]).toEqual([section, true]);
    expect(allThings(file).length).toBeGreaterThan(40);
    expect(core.match(/canary/gi)?.length).toBeGreaterThan(80);
  });

  test.each(BLIND)('no canary for %s, in anything that core says', (audience) => {
    const file = withSecret(CANARY);
    for (const day of ['2026-03-01', '2017-06-01']) {
      const said = everything(disclose(file, { audience, day }));
      const told = [...said.matchAll(/.{0,80}(?:canary|nightingale|987654|987_654|2017-05).{0,40}/gi)].map(
        (one) => one[0],
      );
      expect(told).toEqual([]);
    }
  });

  test('nobody learns who wrote an anonymous note, stewards neither; who wrote it still does', () => {
    const file = withSecret(CANARY);
    const by = (audience: string) =>
      disclose(file, { audience, day: '2026-03-01' }).voices.find((one) => one.id === 'o2')?.by;
    expect([by('stewards'), by('core'), by('members'), by('partner:town')]).toEqual([
      null,
      null,
      null,
      'town',
    ]);
  });

  test('errors name nobody who is hidden', () => {
    let told = '';
    try {
      disclose(withSecret(CANARY), { audience: 'nobody', day: '2026-03-01' });
    } catch (error) {
      told = String(error);
    }
    expect(told).toMatch(/No audience nobody/);
    expect(told).not.toMatch(/canary/i);
  });
});

describe('non-interference', () => {
  const secret = fc.record({
    word: fc.stringMatching(/^q[a-z]{5,9}$/),
    much: fc.integer({ min: 2, max: 1e6 }),
    day: fc.constantFrom('2019-02-03', '2024-07-01', '2025-12-31'),
  });

  test('communities that differ only in what an audience may not know give it the same bytes', () => {
    fc.assert(
      fc.property(secret, secret, fc.constantFrom(...BLIND), (one, other, audience) => {
        const bytes = (of: Secret) => everything(disclose(withSecret(of), { audience, day: '2026-03-01' }));
        expect(bytes(one)).toBe(bytes(other));
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  test('two ways of giving the same sums give the same bytes: who gave how much of it is not to be seen', () => {
    const givers = ['p1', 'p2', 'p3', 'p4'];
    const file = (amounts: readonly number[]): Community =>
      community(
        `potluck: 1\nid: sums\nname: Sums\nas-of: 2026-03-01\nsee: core\nparties:\n  ring: {type: circle, inside: true, see: public}\n${givers.map((id) => `  ${id}: {type: person, inside: true, in: ring}`).join('\n')}\nactivities:\n  fair: {for: {ring: 1}, see: public}\nopenness:\n  members: {hours: aggregate}\nflows:\n${givers.map((id, at) => `  f${at}: {from: ${id}, to: fair, amount: ${amounts[at]} h/month}`).join('\n')}\n`,
      );
    const bytes = (amounts: readonly number[]) =>
      everything(disclose(file(amounts), { audience: 'members', day: '2026-03-01' }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (a, b) => {
        expect(bytes([20 + a, 20 - a, 20 + b, 20 - b])).toBe(bytes([20, 20, 20, 20]));
      }),
      { numRuns: 6 },
    );
    expect(bytes([20, 20, 20, 20])).toContain('80 h/month');
  }, 60_000);
});
