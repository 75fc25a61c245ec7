/** What the sentence reader may know of a community: its names, its kinds, the languages of its people. Reads a View. */
import type { View } from '#core/audience/view';
import type { Known } from '#core/interview/names';
import { LEXICONS } from '#core/interview/read-sentence';
import { allThings } from '#core/model/community';
import { spokenNow } from '../language';
import { nameOfThing } from '../naming';

/** By view, and by the language in which it was looked at. */
const known = new WeakMap<View, { readonly language: string; readonly made: Known }>();

/** What is known of the community of a view. The same view gives the same object. */
export function knownHere(view: View): Known {
  const { language } = spokenNow();
  const before = known.get(view);
  if (before?.language === language) return before.made;
  const made: Known = {
    things: allThings(view.ever).map((thing) => ({
      id: thing.id,
      name: nameOfThing(view, thing),
      section: thing.section,
      inside: 'inside' in thing && thing.inside,
      kind: thing.section === 'pools' ? thing.kind : null,
      circle: thing.section === 'parties' ? thing.circle : null,
      hasRhythm: thing.section === 'activities' && thing.rhythm !== null,
    })),
    kinds: view.kinds.map(({ id, unit, currency }) => ({ id, unit, currency })),
    languages: readable([...view.languages, language]),
  };
  known.set(view, { language, made });
  return made;
}

/** Languages that can be read: those of the file, then that of the reader. English where none is known. */
function readable(spoken: readonly string[]): readonly string[] {
  const all = LEXICONS.map((lexicon) => lexicon.language);
  const wanted = spoken.map((one) => one.slice(0, 2));
  const found = [...new Set(wanted)].filter((one) => all.includes(one));
  return found.length > 0 ? found : ['en'];
}
