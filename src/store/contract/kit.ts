/**
 * What the parts of the store's contract share: requests to make, and stores that are closed after each test. For tests
 * only.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, expect } from 'vitest';
import { ORCHARD } from '#store/contract/orchard';
import type { Author, Outcome, Refused, Saved, Store } from '#store/port';

export interface Fresh {
  readonly store: Store;
  close(): Promise<void>;
}

/** Makes the stores of a contract. */
export interface Kit {
  readonly empty: () => Promise<Store>;
  readonly withOrchard: () => Promise<Store>;
}

export const ANA: Author = { id: 'p1', name: 'Ana' };
export const BO: Author = { id: 'p2', name: 'Bo' };
export const STEWARD = [{ community: '*', audience: 'stewards' }];

export const asked = (author: Author | null = ANA, message: string | null = null) => ({
  changeId: randomUUID(),
  author,
  message,
});

export const addTree = (id: string, see = 'public') => [
  { op: 'put' as const, section: 'parties', id, value: { name: id, see } },
];

export function saved(outcome: Outcome): Saved {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

export function refused<W extends Refused['why']>(
  outcome: { readonly ok: boolean },
  why: W,
): Extract<Refused, { why: W }> {
  expect(outcome).toMatchObject({ ok: false, why });
  return outcome as Extract<Refused, { why: W }>;
}

export async function linesOf(store: Store): Promise<string[]> {
  const all: string[] = [];
  for await (const line of store.exportAll()) all.push(line);
  return all;
}

/** A kit over stores that `fresh` makes; to be called where tests are described. */
export function kitOf(fresh: () => Promise<Fresh>): Kit {
  const open: Fresh[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  const empty = async (): Promise<Store> => {
    const one = await fresh();
    open.push(one);
    return one.store;
  };
  const withOrchard = async (): Promise<Store> => {
    const store = await empty();
    saved(await store.create({ ...asked(ANA, 'as it is'), text: ORCHARD }));
    return store;
  };
  return { empty, withOrchard };
}
