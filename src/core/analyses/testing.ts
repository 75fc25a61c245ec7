/**
 * For tests alone: a view for stewards from a community file, or from a plain object, for which the ends that it names
 * without describing them are added as parties inside. Goes the whole way that a file goes, and throws on its first error.
 */

import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { describedDay, RESERVED_IDS } from '#core/model/community';

type Plain = Readonly<Record<string, unknown>>;

const DAY = '2026-01-15';

/** All of a community as its stewards (or another audience) see it, on a day. */
export function viewOf(given: string | object, asOf?: string, audience = 'stewards'): View {
  const text = typeof given === 'string' ? given : JSON.stringify(completed(given as Plain));
  const { community, problems } = resolve(parse(text));
  const error = problems.find((one) => one.severity === 'error');
  if (community === null) throw new Error(`${error?.code}: ${error?.message.text}\n${text}`);
  return disclose(community, { audience, day: asOf ?? describedDay(community) ?? DAY });
}

/** With the version, the id, the name and the parties that only flows and `for` speak of. */
function completed(given: Plain): Plain {
  const map = (key: string): Plain => (given[key] ?? {}) as Plain;
  const all = (key: string): Plain[] => {
    const section = given[key] ?? {};
    return (Array.isArray(section) ? section : Object.values(section)) as Plain[];
  };
  const named = [
    ...all('flows').flatMap((flow) => [flow['from'], flow['to']]),
    ...all('activities').flatMap((one) => [
      ...Object.keys(one['for'] ?? {}),
      ...Object.keys(one['used-by'] ?? {}),
    ]),
    ...all('accounts').flatMap((one) => [one['who'], one['towards']]),
    ...all('ties').flatMap((one) => (one['between'] ?? []) as string[]),
    ...all('pools').flatMap((one) => [...((one['deciders'] ?? []) as string[])]),
    ...all('baskets').map((one) => one['sponsor']),
  ] as string[];
  const pockets = all('pools').flatMap((pool) => Object.keys((pool['pockets'] ?? {}) as Plain));
  const described = new Set([
    ...RESERVED_IDS,
    ...pockets,
    ...['parties', 'pools', 'activities', 'quantities'].flatMap((section) => Object.keys(map(section))),
  ]);
  const missing = named.filter((id) => id !== undefined && !described.has(id));
  const parties = {
    ...map('parties'),
    ...Object.fromEntries(missing.map((id) => [id, { type: 'circle', inside: true }])),
  };
  return { potluck: 1, id: 'test', name: 'Test', 'as-of': DAY, ...given, parties };
}
