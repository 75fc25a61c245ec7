/**
 * How often what may be tried: by login and by address, each with a measure of its own. The database counts; this says
 * how much. Tries are counted before anything is looked up, so that the answer does not depend on what there is.
 */
import { message } from '#core/words/message';
import { Refusal } from '#server/problem';
import type { Measure, People } from '#store/people/port';

/** What is refused here. */
const SAYS = {
  triedOften: message(
    'refused.tried-often',
    'That was tried often in a short time. Wait a moment, then try again.',
  ),
} as const;

export type Trying =
  | 'sign-in'
  | 'start'
  | 'invite'
  | 'recover'
  | 'passkey'
  | 'inviting'
  | 'password'
  | 'elsewhere';

/** So many at once, and one more after each `every` seconds. */
const BY_ADDRESS: Readonly<Record<Trying, Measure>> = {
  'sign-in': { most: 30, every: 20 },
  passkey: { most: 60, every: 10 },
  start: { most: 10, every: 60 },
  invite: { most: 30, every: 20 },
  recover: { most: 10, every: 60 },
  inviting: { most: 60, every: 20 },
  password: { most: 30, every: 20 },
  elsewhere: { most: 30, every: 20 },
};

/** For one login, or one account. */
const BY_LOGIN: Readonly<Record<Trying, Measure>> = {
  'sign-in': { most: 10, every: 60 },
  passkey: { most: 30, every: 20 },
  start: { most: 10, every: 60 },
  invite: { most: 30, every: 20 },
  recover: { most: 5, every: 600 },
  inviting: { most: 60, every: 20 },
  password: { most: 10, every: 60 },
  elsewhere: { most: 30, every: 20 },
};

/** Counts a try, and refuses it where there were too many. Gives what takes it back. */
export async function mayTry(
  people: People,
  what: Trying,
  from: { readonly address: string; readonly login?: string },
): Promise<() => Promise<void>> {
  const buckets: (readonly [string, Measure])[] = [[`${what} address ${from.address}`, BY_ADDRESS[what]]];
  if (from.login !== undefined) buckets.push([`${what} login ${from.login}`, BY_LOGIN[what]]);
  let wait = 0;
  for (const [bucket, measure] of buckets)
    wait = Math.max(wait, (await people.attempt(bucket, measure)) ?? 0);
  if (wait > 0) throw new Refusal(429, 'too-many', SAYS.triedOften(), { retryAfter: wait });
  return async () => {
    for (const [bucket] of buckets) await people.forgive(bucket);
  };
}
