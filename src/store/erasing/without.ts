/** How one person is taken out of everything that is kept as words, ids or JSON: by all ids and names they ever had. Pure. */
import { type Erasing, erasing } from '#core/file/erase';
import type { Operation } from '#core/file/operations';

/** A version of the text, as history keeps it. */
export interface Version {
  readonly version: number;
  readonly body: string;
  readonly operations: readonly Operation[] | null;
}

export interface Without {
  readonly as: string;
  /** Every id that the person had. */
  readonly ids: ReadonlySet<string>;
  readonly text: (body: string) => string;
  readonly words: (text: string) => string;
  /** Any JSON: ids, words, keys. Gives the same value where nothing is of the person. */
  readonly json: <T>(value: T) => T;
}

/** How to take the person out; null where no version has such a party. Versions in any order. */
export function withoutPerson(versions: readonly Version[], party: string): Without | null {
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  const ids = idsOf(newestFirst, party);
  const erasers = erasersOf(newestFirst, ids);
  // One name for all: the one that no version uses for anybody else.
  const [first] = [...erasers].sort((a, b) => numberOf(b.as) - numberOf(a.as));
  if (first === undefined) return null;
  const all = [first, ...erasers.filter((one) => one !== first)];
  const words = (text: string): string => all.reduce((left, one) => one.words(left), text);
  const text = (body: string): string => {
    const low = body.toLowerCase();
    const isThere = [...ids].some((id) => low.includes(id.toLowerCase()));
    return words(isThere ? all.reduce((left, one) => one.community(left), body) : body);
  };
  const plain = (one: string): string => {
    if (ids.has(one)) return first.as;
    const bound = /^(person|partner):(.+)$/.exec(one);
    return bound !== null && ids.has(bound[2] ?? '') ? `${bound[1]}:${first.as}` : words(one);
  };
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return plain(value);
    if (Array.isArray(value)) return value.map(json);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [plain(key), json(one)]));
  };
  return { as: first.as, ids, text, words: plain, json: (value) => json(value) as typeof value };
}

const numberOf = (as: string): number => Number(/-(\d+)$/.exec(as)?.[1] ?? 1);

/** A person may have had another id, or have been two that were joined. */
function idsOf(newestFirst: readonly Version[], party: string): ReadonlySet<string> {
  const ids = new Set([party]);
  for (const { operations } of newestFirst)
    for (const one of [...(operations ?? [])].reverse()) {
      if (one.op === 'rename' && ids.has(one.to)) ids.add(one.id);
      if (one.op === 'merge' && ids.has(one.into)) ids.add(one.id);
    }
  return ids;
}

/** One for each way in which a version wrote the person. */
function erasersOf(newestFirst: readonly Version[], ids: ReadonlySet<string>): Erasing[] {
  const found = new Map<string, Erasing>();
  for (const { body } of newestFirst)
    for (const id of ids) {
      if (!body.toLowerCase().includes(id.toLowerCase())) continue;
      const one = erasing(body, id);
      if (one !== null) found.set([one.as, id, ...one.names].join('\n'), one);
    }
  return [...found.values()];
}
