/** A community file in which every section holds something to hide, for tests that look whether any of it comes out. */

/** What is put where it may not be read. */
export interface Secret {
  /** Small letters. */
  readonly word: string;
  readonly much: number;
  /** A date. */
  readonly day: string;
}

/** SECRET stands for a word (a name that people are called by, and in ids), MUCH for a number, DAY for a date; whatever holds them is for the core alone. */
export const SECRET_FILE = `
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

/** The file with this secret in it. Whoever looks from outside the core may find nothing of it. */
export function secretFile({ word, much, day }: Secret): string {
  return SECRET_FILE.replaceAll('Secretname', `Nightingale${word}`)
    .replaceAll('SECRET-', `${word}-`)
    .replaceAll('SECRET', `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .replaceAll('MUCH', String(much))
    .replaceAll('DAY', day);
}

/** Audiences that may know nothing of it. */
export const BLIND = [
  'members',
  'public',
  'peers',
  'friends',
  'partner:town',
  'person:shown-person',
] as const;
