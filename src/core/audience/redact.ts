/**
 * Rewrites a fact so that it names nothing its audience may not know. Inputs are redacted, never outputs: whatever is
 * computed afterwards starts from what this leaves. Refuses to guess: what cannot be told becomes `withheld`.
 */
import { type Audience, SEE_WORDS, STANDARD_AUDIENCES } from '#core/audience/audience';
import { FREE_TEXT, READINGS, REFERENCES } from '#core/audience/references';
import { RESERVED_IDS } from '#core/model/community';
import type { Id, Text } from '#core/model/fact';
import { isOfSimulation } from '#core/model/simulation-names';
import type { Party, Thing } from '#core/model/things';

/** Stands where a thing is that this audience may not know. */
export const WITHHELD = 'withheld';

type Fields = Record<string, unknown>;

export interface Redactor {
  /** The id by which this audience knows a thing; null where it knows none. */
  readonly idFor: (id: Id) => Id | null;
  /** The party's id, its visible circle, or `withheld`. */
  readonly endFor: (id: Id) => Id;
  /** The words, or null where they name something hidden. */
  readonly wordsFor: (text: Text | null) => Text | null;
  /** Whether it is shown as itself, with its amounts. */
  readonly knows: (id: Id) => boolean;
  /** Who reads. */
  readonly reader: Pick<Audience, 'id' | 'all' | 'bound'>;
}

/** Ends that become their circle, and words that would name what is hidden. */
export function redactor(
  parties: readonly Party[],
  visible: ReadonlySet<Id>,
  renamed: ReadonlyMap<Id, Id>,
  hiddenNames: readonly string[],
  covers: (id: Id) => boolean,
  reader: Redactor['reader'],
): Redactor {
  const byId = new Map(parties.map((party) => [party.id, party]));
  const names = namePattern(hiddenNames);
  const idFor = (id: Id): Id | null => {
    if (RESERVED_IDS.includes(id) || isOfSimulation(id)) return id;
    return visible.has(id) ? (renamed.get(id) ?? id) : null;
  };
  const endFor = (id: Id): Id => {
    const seen = new Set<Id>();
    let at: Id | null = id;
    while (at !== null && !seen.has(at)) {
      const known = idFor(at);
      if (known !== null) return known;
      seen.add(at);
      at = byId.get(at)?.in ?? null;
    }
    return WITHHELD;
  };
  const telling = (words: string): boolean => names?.test(words) ?? false;
  const wordsFor = (text: Text | null): Text | null => {
    if (text === null) return null;
    if (typeof text === 'string') return telling(text) ? null : text;
    return Object.values(text).some(telling) ? null : text;
  };
  const knows = (id: Id): boolean => idFor(id) !== null && !covers(id);
  return { idFor, endFor, wordsFor, knows, reader };
}

/** Whole words only, in any case, so that a hidden `ana` does not hide every "banana". */
function namePattern(names: readonly string[]): RegExp | null {
  const whole = names.filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length);
  if (whole.length === 0) return null;
  const escaped = whole.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** Whether an end of the fact is hidden, so that its id would tell who it is. */
export function hasHiddenEnd(thing: Thing, visible: ReadonlySet<Id>): boolean {
  const hidden = (id: unknown): boolean =>
    typeof id === 'string' && !RESERVED_IDS.includes(id) && !visible.has(id);
  const record = thing as unknown as Fields;
  return REFERENCES[thing.section].some(({ key, as }) => {
    if (as === 'end') return hidden(record[key]);
    return as === 'pair' && Array.isArray(record[key]) && record[key].some(hidden);
  });
}

/** The fact as this audience may read it; every reference and every word that names something hidden is replaced. */
export function redact(thing: Thing, by: Redactor): Thing {
  const from = thing as unknown as Fields;
  const into: Fields = { ...from, id: by.idFor(thing.id) ?? WITHHELD };
  into['name'] = by.wordsFor(thing.name);
  into['note'] = by.wordsFor(thing.note);
  for (const key of FREE_TEXT[thing.section]) {
    const words = by.wordsFor((from[key] as Text | null) ?? null);
    into[key] = words === null && from[key] !== null && isRequired(thing.section, key) ? WITHHELD : words;
  }
  for (const { key, as } of REFERENCES[thing.section]) into[key] = reference(from[key], as, by);
  into['because'] = evidence(thing.because, by);
  into['see'] = thing.see === null ? null : seeFor(thing.see, by);
  into['x'] = quietX(thing.x, by);
  for (const key of READINGS[thing.section] ?? []) into[key] = quietReadings(from[key], by);
  return redactOwn(thing, into, by) as unknown as Thing;
}

/** What only things of one section have. */
function redactOwn(thing: Thing, into: Fields, by: Redactor): Fields {
  const { reader } = by;
  switch (thing.section) {
    case 'scenarios':
      into['changes'] = thing.changes.map((change) => quietChange(change, by));
      break;
    case 'flows':
      into['otherwise'] = thing.otherwise.map((other) => ({
        ...other,
        note: by.wordsFor(other.note),
        because: evidence(other.because, by),
      }));
      if (!reader.all) into['shown'] = only(thing.shown, (id) => id === reader.id);
      break;
    case 'decisions':
      into['options'] = thing.options.map((option) => by.wordsFor(option) ?? WITHHELD);
      break;
    case 'parties':
      if (typeof thing.consent === 'string') into['consent'] = by.wordsFor(thing.consent);
      break;
    case 'voices':
      // Nobody is told who wrote an anonymous note, but the one who did.
      if (thing.anonymous && (thing.by === null || thing.by !== reader.bound)) into['by'] = null;
      break;
    case 'tools':
      into['scales'] = only(thing.scales, (key) => by.wordsFor(key) !== null);
      break;
  }
  return into;
}

function only<T>(map: Readonly<Record<string, T>>, keep: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => keep(key)));
}

/** Evidence without the people and sources that this audience does not know. */
function evidence(because: Thing['because'], by: Redactor): Thing['because'] {
  if (because.length === 0) return because;
  return because.map((one) => ({
    ...one,
    source: one.source === null || by.wordsFor(one.source) === null ? null : one.source,
    by: one.by === null ? null : by.endFor(one.by),
    contestedBy: one.contestedBy.map(by.endFor),
  }));
}

/** The readings of a series, each with its own evidence. */
function quietReadings(readings: unknown, by: Redactor): unknown {
  if (!Array.isArray(readings)) return readings;
  return (readings as { because?: Thing['because'] }[]).map((one) =>
    one.because === undefined || one.because.length === 0
      ? one
      : { ...one, because: evidence(one.because, by) },
  );
}

/** Who else may see it, without audiences that are bound to somebody hidden or that only others know. */
export function seeFor(see: readonly string[], by: Redactor): readonly string[] {
  const { reader } = by;
  if (reader.all) return see;
  const names: readonly string[] = [...STANDARD_AUDIENCES, ...SEE_WORDS, reader.id];
  const known = see.filter((name) => {
    const [, party] = name.split(':', 2);
    return party === undefined ? names.includes(name) : by.idFor(party) !== null;
  });
  return known.length > 0 ? known : [reader.id];
}

function isRequired(section: Thing['section'], key: string): boolean {
  return key === 'text' && section !== 'voices';
}

function reference(value: unknown, as: (typeof REFERENCES)['flows'][number]['as'], by: Redactor): unknown {
  if (value === null || value === undefined) return value ?? null;
  switch (as) {
    case 'one':
    case 'of':
      return by.idFor(value as Id);
    case 'end':
    case 'party':
      return value === 'unknown' ? value : by.endFor(value as Id);
    case 'facts':
      return (value as Id[]).map(by.idFor).filter((id) => id !== null);
    case 'list':
    case 'pair':
      return (value as Id[]).map(by.endFor);
    case 'weights':
      return weights(value as Readonly<Record<Id, number>>, by);
  }
}

function weights(value: Readonly<Record<Id, number>>, by: Redactor): Record<Id, number> {
  const into: Record<Id, number> = {};
  for (const [id, weight] of Object.entries(value)) {
    const known = by.endFor(id);
    into[known] = (into[known] ?? 0) + weight;
  }
  return into;
}

/** Keys of one's own may hold anything: a value that names something hidden is dropped whole. */
export function quietX(x: Readonly<Record<string, unknown>>, by: Redactor): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(x).filter(([key, value]) => by.wordsFor(`${key} ${JSON.stringify(value)}`) !== null),
  );
}

function quietChange(change: Extract<Thing, { section: 'scenarios' }>['changes'][number], by: Redactor) {
  // What is to become of something hidden would tell what it is now.
  const isHidden = change.of !== null && !by.knows(change.of);
  const tells = isHidden || (change.to != null && by.wordsFor(JSON.stringify(change.to)) === null);
  return {
    ...change,
    of: change.of === null ? null : by.endFor(change.of),
    to: tells ? null : change.to,
    factor: isHidden ? null : change.factor,
    why: by.wordsFor(change.why),
  };
}
