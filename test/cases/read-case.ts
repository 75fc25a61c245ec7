/** Reads the cases on the shelf, for the tests that hold them to what `docs/cases` and their sources state. */
import { readdirSync, readFileSync } from 'node:fs';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import type { Problem } from '#core/file/problem';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';

export const CASES = [
  'km4dev',
  'euforic',
  'fadeco',
  'melken',
  'cider-makers',
  'bloggers',
  'cpsquare',
  'moss-cider',
] as const;
export const TEMPLATES: readonly string[] = readdirSync('cases/templates').sort();

export function textOf(name: string): string {
  return readFileSync(`cases/${name}/community.yaml`, 'utf8');
}

export function problemsOf(name: string): readonly Problem[] {
  return resolve(parse(textOf(name), { file: `cases/${name}/community.yaml` })).problems;
}

const read = new Map<string, Community>();

export function readCase(name: string): Community {
  const before = read.get(name);
  if (before !== undefined) return before;
  const { community, problems } = resolve(parse(textOf(name), { file: `cases/${name}/community.yaml` }));
  if (community === null)
    throw new Error(problems.map((one) => `${one.line}: ${one.code} ${one.text}`).join('\n'));
  read.set(name, community);
  return community;
}

/** The case as a steward sees it from a day. */
export function seen(name: string, day: string): View {
  return disclose(readCase(name), { audience: 'stewards', day });
}

/** Ids of the flows that are valid on a day, sorted. */
export function flowsOn(name: string, day: string): readonly string[] {
  return seen(name, day)
    .flows.map((flow) => flow.id)
    .sort();
}
