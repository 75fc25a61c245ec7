/** For the builds: of a language's files only `{ id: translation }` is packed; the English beside it stays in the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `{ id: { of, is } }` as `{ id: is }`, without what is not yet translated. */
export function slim(entries) {
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([, { is }]) => is !== '')
      .map(([id, { is }]) => [id, is]),
  );
}

/** All parts of a language in one, slim. */
export function slimLanguage(folder) {
  const parts = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.assign(
    {},
    ...parts.map((name) => slim(JSON.parse(readFileSync(join(folder, name), 'utf8')))),
  );
}

/** For Vite: slims the parts of languages as they are read. */
export function slimWords() {
  return {
    name: 'slim-words',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/locale\/[a-z]{2}\/[a-z]+\.json$/.test(id)) return null;
      return { code: JSON.stringify(slim(JSON.parse(code))), map: null };
    },
  };
}
