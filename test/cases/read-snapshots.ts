/** The cases with the dates at which each shows another economy, and what is expected of them. For tests only. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';

const CASES = new URL('../../cases/', import.meta.url);
const ACCEPT = process.env['POTLUCK_ACCEPT'] === '1';

export interface Snapshots {
  readonly name: string;
  readonly community: Community;
  readonly days: readonly string[];
}

/** Folders under `cases` that hold a case; patterns to begin from are no cases. */
export const caseNames: readonly string[] = readdirSync(CASES).filter((name) =>
  existsSync(new URL(`${name}/community.yaml`, CASES)),
);

/** Patterns to begin from, as `templates/NAME`. */
export const patternNames: readonly string[] = readdirSync(new URL('templates/', CASES)).map(
  (name) => `templates/${name}`,
);

export function readSnapshots(name: string): Snapshots {
  const file = new URL(`${name}/community.yaml`, CASES);
  const { community, problems } = resolve(
    parse(readFileSync(file, 'utf8'), { file: `cases/${name}/community.yaml` }),
  );
  if (community === null)
    throw new Error(`${name}: ${problems.map((one) => `${one.code} in line ${one.line}`).join(', ')}`);
  const shelf = community.x['x-shelf'] as { readonly snapshots?: readonly string[] } | undefined;
  return { name, community, days: shelf?.snapshots ?? [community.asOf?.text ?? '2026'] };
}

/** What is expected of a case; `POTLUCK_ACCEPT=1` writes what is there, to be read by a person. */
export function expectedOf(name: string, file: string, actual: string): string {
  const folder = new URL(`${name}/expected/`, CASES);
  const path = new URL(file, folder);
  if (ACCEPT) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, actual);
  }
  return existsSync(path)
    ? readFileSync(path, 'utf8')
    : '(nothing is expected yet: POTLUCK_ACCEPT=1 writes it, then read it)';
}
