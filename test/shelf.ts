/** For tests: views of community files, those of the shelf and made-up ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { describedDay } from '#core/model/community';
import { middleDay } from '#core/model/dates';

const CASES = join(import.meta.dirname, '..', 'cases');

/** A view from the text of a file. Throws where the file has errors. */
export function viewOf(text: string, audience = 'stewards', asOf?: string): View {
  const { community, problems } = resolve(parse(text, { file: 'test.yaml' }));
  const errors = problems.filter((one) => one.severity === 'error');
  if (community === null || errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 2)));
  const day = (asOf === undefined ? describedDay(community) : middleDay(asOf)) ?? 0;
  return disclose(community, { audience, day });
}

/** The text of a case, such as `km4dev` or `templates/many-hosts`. */
export function caseText(name: string): string {
  return readFileSync(join(CASES, name, 'community.yaml'), 'utf8');
}

/** Every case and template of the shelf. */
export function caseNames(): string[] {
  const folders = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  return [
    ...folders(CASES).filter((name) => name !== 'templates'),
    ...folders(join(CASES, 'templates')).map((name) => `templates/${name}`),
  ];
}
