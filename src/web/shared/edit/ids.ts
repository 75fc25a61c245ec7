/** Ids for new things: readable, legal in the format, and not taken in this community. */
import type { View } from '#core/audience/view';
import { RESERVED_IDS } from '#core/model/community';

/** An id that the format allows, out of any words; `fallback` where nothing of them is left. */
export function slug(words: string, fallback = 'table'): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  return plain === '' ? fallback : plain;
}

/** The first of `bread`, `bread-2`, `bread-3` … that no thing has. */
export function freeId(view: View, words: string, fallback: string): string {
  const base = slug(words, fallback);
  const taken = (id: string) => view.thing(id) !== null || RESERVED_IDS.includes(id) || id === 'withheld';
  if (!taken(base)) return base;
  for (let n = 2; ; n += 1) if (!taken(`${base}-${n}`)) return `${base}-${n}`;
}
