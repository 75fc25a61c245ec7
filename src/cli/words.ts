/** Labels of what commands tell. English stands where it is used; in other languages they say what the screens say there. */
import { beside, widthOf } from '#cli/layout';
import { say } from '#core/words/message';
import { speech } from '#core/words/speech';

/**
 * A label: the sentence `id` of the screens where another language is spoken and has it, else the English of the command,
 * which may be put more shortly.
 */
export function label(
  id: string,
  english: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const icu = speech().sentences[id];
  return icu === undefined || icu === '' ? english : say(id, icu, params);
}

/** A label with a colon before what it labels; `of` is the parameter in which that would stand. */
export function labelBefore(id: string, of: string, english: string): string {
  return `${label(id, english, { [of]: '' }).trim()} `;
}

/** The ids of the facts that something stands on, after their label. */
export function fromText(ids: readonly string[], columns: number): string {
  const from = `    ${labelBefore('month.from', 'names', 'From:')}`;
  return beside(from, ids.join(', '), widthOf(from), columns);
}
