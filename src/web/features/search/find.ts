/** Searching a community: everything that has a name or words, best hits first. Reads a View; small and capital letters and accents are alike. */
import type { View } from '#core/audience/view';
import { allThings } from '#core/model/community';
import type { Day } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import type { Thing } from '#core/model/things';
import { nameOfThing } from '../../shared/naming';
import { words } from '../../shared/words';

export type Sort = Thing['section'] | 'question' | 'source';

/** Something that can be found, and where it leads. */
export interface Found {
  readonly key: string;
  readonly sort: Sort;
  readonly name: string;
  /** What it says beside its name, of which a part is shown. */
  readonly says: string;
  /** The thing that is chosen in the picture; null where it is a question or a source. */
  readonly thing: Id | null;
  /** A day on which it held, where it does not hold on the day of the view. */
  readonly day: Day | null;
}

/** A question as the server asks it, as far as it is searched. */
export interface SearchedQuestion {
  readonly id: string;
  readonly text: string;
  readonly why: string;
}

/** Letters as they are compared. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** Everything of a community that can be found. */
export function findables(view: View, questions: readonly SearchedQuestion[] = []): readonly Found[] {
  const things = allThings(view.ever).map(
    (thing): Found => ({
      key: thing.id,
      sort: thing.section,
      name: nameOfThing(view, thing),
      says: saysOf(view, thing),
      thing: thing.id,
      day: view.valid(thing) ? null : dayOfThing(thing),
    }),
  );
  const asked = questions.map(
    (one, i): Found => ({
      key: `question ${one.id} ${i}`,
      sort: 'question',
      name: one.text,
      says: one.why,
      thing: null,
      day: null,
    }),
  );
  const sources = view.sources.map(
    (one): Found => ({
      key: `source ${one.id}`,
      sort: 'source',
      name: words(one.title),
      says: one.id,
      thing: null,
      day: null,
    }),
  );
  return [...things, ...asked, ...sources];
}

function dayOfThing(thing: Thing): Day | null {
  return thing.until?.first ?? thing.since?.last ?? null;
}

/** Notes, texts, and the ends of an arrow. */
function saysOf(view: View, thing: Thing): string {
  const parts = [words(thing.note)];
  if ('text' in thing && thing.text !== null) parts.push(words(thing.text));
  if ('from' in thing && 'to' in thing) {
    for (const end of [thing.from, thing.to]) {
      const at = view.thing(end);
      if (at !== null) parts.push(nameOfThing(view, at));
    }
  }
  for (const because of thing.because) if ('quote' in because) parts.push(String(because.quote ?? ''));
  parts.push(thing.id);
  return parts.filter((part) => part !== '').join(' · ');
}

/** Parties and what lies on the table before arrows, arrows before all else. */
const WEIGHT: Readonly<Partial<Record<Sort, number>>> = {
  parties: 0,
  activities: 0,
  pools: 0,
  tools: 1,
  flows: 2,
  quantities: 2,
  influences: 3,
  question: 3,
};

/** How well a thing answers: 0 is best; null where it does not. Every word that was typed has to be met. */
function rank(found: Found, wanted: readonly string[]): number | null {
  const [name, says] = [plain(found.name), plain(found.says)];
  let worst = 0;
  for (const word of wanted) {
    const place = name.startsWith(word)
      ? 0
      : name.includes(` ${word}`)
        ? 1
        : name.includes(word)
          ? 2
          : says.includes(word)
            ? 4
            : null;
    if (place === null) return null;
    worst = Math.max(worst, place);
  }
  return worst * 10 + (WEIGHT[found.sort] ?? 5);
}

/** The best hits. Nothing typed: nothing found. */
export function search(all: readonly Found[], typed: string, most = 30): readonly Found[] {
  const wanted = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return all
    .flatMap((found) => {
      const at = rank(found, wanted);
      return at === null ? [] : [{ found, at }];
    })
    .sort((a, b) => a.at - b.at || (a.found.name < b.found.name ? -1 : a.found.name > b.found.name ? 1 : 0))
    .slice(0, most)
    .map((one) => one.found);
}

/** A few words round the first hit in what it says. */
export function snippet(says: string, typed: string, long = 90): string {
  const word = plain(typed)
    .split(/\s+/)
    .find((one) => one !== '' && plain(says).includes(one));
  const at = word === undefined ? 0 : plain(says).indexOf(word);
  const from = Math.max(0, at - 24);
  const part = says.slice(from, from + long);
  return `${from > 0 ? '…' : ''}${part}${from + long < says.length ? '…' : ''}`;
}
