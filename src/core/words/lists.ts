/** Lists of names as people say them. A list that would be too long to listen to ends in how many more there are. */
import { message } from '#core/words/message';
import { speechTag } from '#core/words/speech';

const formats = new Map<string, Intl.ListFormat>();

function and(): Intl.ListFormat {
  const tag = speechTag();
  let found = formats.get(tag);
  if (found === undefined) {
    found = new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' });
    formats.set(tag, found);
  }
  return found;
}

/** What stands between the last two of a list: " and ". */
function lastJoint(): string {
  return and().formatToParts(['a', 'b'])[1]?.value ?? ', ';
}

const MORE = message('list.more', '{names} and {n, plural, one {# more} other {# more}}');

const LAST = message('list.last', '{first}, and {last}');
const THEN = message('list.then', '{phrases}; and {n, plural, one {# more} other {# more}}');

/** `the town`, `the town and the street`, `a, b and c`. Says each name once, in the order given. */
export function listed(names: readonly string[], atMost = Number.POSITIVE_INFINITY): string {
  const once = [...new Set(names)];
  if (once.length <= atMost) return and().format(once);
  const told = once.slice(0, atMost);
  return MORE({ names: told.join(', '), n: once.length - told.length }).text;
}

/** As a list; with a comma before the last "and" where a phrase has an "and" of its own. */
export function clearly(phrases: readonly string[], atMost = Number.POSITIVE_INFINITY): string {
  const once = [...new Set(phrases)];
  const nested =
    once.length > 1 && once.some((phrase) => phrase.includes(lastJoint()) || phrase.includes(', '));
  if (!nested || once.length > atMost) return listed(once, atMost);
  return LAST({ first: once.slice(0, -1).join(', '), last: once.at(-1) ?? '' }).text;
}

/** Phrases that have an "and" of their own, told one after the other: `a for b and c; d for e`. */
export function inTurn(phrases: readonly string[], atMost = Number.POSITIVE_INFINITY): string {
  const once = [...new Set(phrases)];
  if (once.length <= atMost) return once.join('; ');
  return THEN({ phrases: once.slice(0, atMost).join('; '), n: once.length - atMost }).text;
}
