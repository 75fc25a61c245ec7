/** The few lines of a new community file, and its id. Reads no YAML: that is the server's. */

/** An id that the format allows, out of any name; `table` where nothing of it is left. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  return plain === '' ? 'table' : plain;
}

/** A new file. Strings are written as JSON, which YAML reads as it stands. */
export function fileOf(name: string, about: string, today: Date): string {
  const lines = ['potluck: 1', `id: ${slug(name)}`, `name: ${JSON.stringify(name)}`];
  if (about !== '') lines.push(`about: ${JSON.stringify(about)}`);
  lines.push(`as-of: ${today.toISOString().slice(0, 10)}`, 'languages: [en]', 'scheme: community', '');
  return lines.join('\n');
}

const ID_LINE = /^(\s*"?id"?\s*:\s*"?)([a-z0-9-]+)/m;

/** The id of a community file, as far as its first `id:` line says. */
export function idFrom(text: string): string {
  return ID_LINE.exec(text)?.[2] ?? 'table';
}

/** The same file under another id. */
export function withId(text: string, id: string): string {
  return text.replace(ID_LINE, `$1${id}`);
}
