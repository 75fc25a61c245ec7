/**
 * Turns the reading of a sentence into proposed facts: operations that a person confirms or changes. Names that exist are
 * used; what is new is proposed as new; what was not understood stays a note. Decides nothing and counts nothing.
 */

import type { Operation } from '#core/file/operations';
import type { SentenceReading } from '#core/interview/read-sentence';
import type { Id } from '#core/model/fact';

/** What is known of a thing that a sentence may mean. */
export interface KnownThing {
  readonly id: Id;
  readonly name: string;
  readonly section: string;
  readonly inside: boolean;
  /** Kind of a pool. */
  readonly kind: Id | null;
}

export interface Proposal {
  readonly operations: readonly Operation[];
  /** The fact at the heart of it: a flow or a need; null for a note. */
  readonly about: Id | null;
  /** Ids that the operations begin. */
  readonly begins: readonly Id[];
  /** The sentence, where it is to be kept as it is. */
  readonly note: string | null;
}

const MONEY = /^[A-Z]{3}$/;

/** A short id from a name: small letters, digits, hyphens; with a number where it is taken. */
export function idFrom(name: string, taken: ReadonlySet<string>): Id {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'thing';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(id)) return id;
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The thing that a name means: the same name or id, in singular or plural, or the one name that begins so. */
export function meant(name: string, things: readonly KnownThing[]): KnownThing | null {
  const wanted = plain(name);
  const forms = new Set([wanted, wanted.replace(/s$/, ''), `${wanted}s`]);
  const exact = things.find(
    (thing) => forms.has(plain(thing.name)) || forms.has(thing.id.replace(/-/g, ' ')),
  );
  if (exact !== undefined) return exact;
  const begins = things.filter((thing) => plain(thing.name).startsWith(`${wanted} `));
  return begins.length === 1 ? (begins[0] ?? null) : null;
}

class Draft {
  readonly operations: Operation[] = [];
  readonly begins: Id[] = [];
  readonly taken: Set<string>;
  readonly things: KnownThing[];

  constructor(things: readonly KnownThing[]) {
    this.things = [...things];
    this.taken = new Set([
      ...things.map((thing) => thing.id),
      'outside',
      'past',
      'future',
      'ecosystem',
      'made',
      'loss',
      'withheld',
    ]);
  }

  id(name: string): Id {
    const id = idFrom(name, this.taken);
    this.taken.add(id);
    return id;
  }

  begin(section: string, name: string, value: Record<string, unknown>): KnownThing {
    const id = this.id(name);
    this.operations.push({ op: 'put', id, section, value: { name: capital(name), ...value } });
    this.begins.push(id);
    const thing = { id, name: capital(name), section, inside: value['inside'] === true, kind: null };
    this.things.push(thing);
    return thing;
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who gives: someone known, else a circle where a plural or a number was said, else a body outside. */
function party(draft: Draft, name: string, isMany: boolean): KnownThing {
  const known = meant(
    name,
    draft.things.filter((thing) => thing.section !== 'flows'),
  );
  if (known !== null) return known;
  const isCircle = isMany || (/s$/.test(name) && name === name.toLowerCase());
  return draft.begin('parties', name, isCircle ? { type: 'circle', inside: true } : { type: 'organisation' });
}

/** Where it goes: what was named, else the one place of its sort, else a new one. */
function place(draft: Draft, reading: SentenceReading, name: string | null): KnownThing {
  const isMoney = reading.unit !== null && MONEY.test(reading.unit);
  if (name !== null) {
    const known = meant(
      name,
      draft.things.filter((thing) => thing.section !== 'flows'),
    );
    if (known !== null) return known;
    return isMoney ? purse(draft, name, reading.unit) : draft.begin('activities', name, {});
  }
  const section = isMoney ? 'pools' : 'activities';
  const only = draft.things.filter(
    (thing) => thing.section === section && (!isMoney || thing.kind === reading.unit?.toLowerCase()),
  );
  if (only.length === 1 && only[0] !== undefined) return only[0];
  return isMoney ? purse(draft, 'Common purse', reading.unit) : draft.begin('activities', 'What we do', {});
}

function purse(draft: Draft, name: string, unit: string | null): KnownThing {
  return draft.begin('pools', name, { kind: (unit ?? 'EUR').toLowerCase() });
}

/** A circle inside, for what is lent to "us". */
function us(draft: Draft): KnownThing {
  const circles = draft.things.filter((thing) => thing.section === 'parties' && thing.inside);
  return circles.at(-1) ?? draft.begin('parties', 'Members', { type: 'circle', inside: true });
}

/** Proposes what a sentence says, against what is known already. */
export function propose(reading: SentenceReading, things: readonly KnownThing[]): Proposal {
  const draft = new Draft(things);
  const about = fact(draft, reading);
  if (about === null) return { operations: [], about: null, begins: [], note: reading.sentence };
  return { operations: draft.operations, about, begins: draft.begins, note: null };
}

function fact(draft: Draft, reading: SentenceReading): Id | null {
  const { means, who, what, towards, verb } = reading;
  if (means === 'unknown-cost' || means === 'cost') return need(draft, reading);
  if (means === null || who === null || verb === null) return null;
  const giver = party(draft, who.text, reading.howMany !== null);
  if (means === 'lend') {
    const thing = what?.text ?? towards?.text;
    if (thing === undefined) return null;
    draft.operations.push({
      op: 'set',
      path: ['kinds', 'things'],
      value: { name: 'Things and places', unit: 'thing', law: 'conserved' },
    });
    const goesTo = towards !== null && what !== null ? place(draft, reading, towards.text) : us(draft);
    return flow(draft, giver, goesTo, reading, {
      name: capital(thing),
      kind: 'things',
      ...(reading.amount === null ? { amount: 'unknown' } : {}),
    });
  }
  if (means === 'work') {
    const object = [what?.text, towards?.text].filter((part) => part !== undefined).join(' ');
    const known =
      object === ''
        ? null
        : meant(
            object,
            draft.things.filter((thing) => thing.section === 'activities' || thing.section === 'pools'),
          );
    const goesTo = known ?? draft.begin('activities', `${verb.text} ${object}`.trim(), {});
    return flow(draft, giver, goesTo, reading, {
      ...(known === null ? {} : { name: capital(verb.text) }),
      ...(reading.amount === null ? { amount: 'unknown h/month' } : {}),
    });
  }
  const other = place(
    draft,
    reading,
    towards?.text ?? (what !== null && reading.amount !== null ? what.text : null),
  );
  const named = what !== null && towards !== null ? { name: capital(what.text) } : {};
  const unknown = reading.amount === null ? { amount: 'unknown' } : {};
  return means === 'get'
    ? flow(draft, other, giver, reading, { ...named, ...unknown })
    : flow(draft, giver, other, reading, { ...named, ...unknown });
}

function flow(
  draft: Draft,
  from: KnownThing,
  to: KnownThing,
  reading: SentenceReading,
  more: Record<string, unknown>,
): Id {
  const id = draft.id(`${from.id} ${to.id}`);
  const value = {
    ...more,
    from: from.id,
    to: to.id,
    ...(reading.amount === null ? {} : { amount: reading.amount }),
    ...(reading.form === null ? {} : { form: reading.form }),
    because: { how: 'told' },
    note: capital(`${reading.sentence}.`),
  };
  draft.operations.push({ op: 'put', id, section: 'flows', value });
  return id;
}

/** What something takes: a need of the activity that was named. */
function need(draft: Draft, reading: SentenceReading): Id | null {
  const name = reading.means === 'cost' ? reading.who?.text : reading.what?.text;
  if (name === undefined) return null;
  const activities = draft.things.filter((thing) => thing.section === 'activities');
  const activity = meant(name, activities) ?? draft.begin('activities', name, {});
  const id = draft.id(`${activity.id} costs`);
  const kind = reading.amount === null ? {} : { amount: reading.amount };
  draft.operations.push({
    op: 'put',
    id,
    section: 'needs',
    parent: activity.id,
    value: { name: 'What it costs', amount: 'unknown', ...kind, note: capital(`${reading.sentence}.`) },
  });
  return id;
}
