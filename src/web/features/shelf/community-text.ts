/** The few lines of a new community file, and its id. Reads no YAML: that is the server's. */
import { slug } from '../../shared/edit/ids';

/** A new file. Strings are written as JSON, which YAML reads as it stands. */
export function fileOf(name: string, about: string, today: Date, language = 'en'): string {
  const lines = ['potluck: 1', `id: ${slug(name)}`, `name: ${JSON.stringify(name)}`];
  if (about !== '') lines.push(`about: ${JSON.stringify(about)}`);
  lines.push(
    `as-of: ${today.toISOString().slice(0, 10)}`,
    `languages: [${language}]`,
    'scheme: community',
    '',
  );
  return lines.join('\n');
}

/** The id at the top of a YAML file, else the first of a JSON one. */
const YAML_ID = /^(id\s*:\s*["']?)([a-z0-9-]+)/m;
const JSON_ID = /("id"\s*:\s*")([a-z0-9-]+)/;

/** The id of a community file, as far as its text says. */
export function idFrom(text: string): string {
  return (YAML_ID.exec(text) ?? JSON_ID.exec(text))?.[2] ?? 'table';
}

/** The same file under another id. */
export function withId(text: string, id: string): string {
  return text.replace(YAML_ID.test(text) ? YAML_ID : JSON_ID, `$1${id}`);
}
