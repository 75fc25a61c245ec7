/** Lists of names as people say them. A list that would be too long to listen to ends in how many more there are. */
import { message } from '#core/words/message';

const AND = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' });
const MORE = message('list.more', '{names} and {n, plural, one {# more} other {# more}}');

/** `the town`, `the town and the street`, `a, b, and c`. Says each name once, in the order given. */
export function listed(names: readonly string[], atMost = Number.POSITIVE_INFINITY): string {
  const once = [...new Set(names)];
  if (once.length <= atMost) return AND.format(once);
  const told = once.slice(0, atMost);
  return MORE({ names: told.join(', '), n: once.length - told.length }).text;
}
