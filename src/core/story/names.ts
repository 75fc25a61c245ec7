/**
 * What the story calls things: circles before persons, and persons only where the view shows them and no circle of
 * theirs. An end that is hidden is said to be hidden. Never looks behind the view.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { plainName, type Spoken, spokenName } from '#core/questions/spoken';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';
import { capital } from '#core/words/nouns';

const RESERVED = message(
  'story.name.reserved',
  '{id, select, outside {others} past {reserves from earlier} future {those who come later} ecosystem {the wider web} made {what is made here} loss {what is lost} other {somebody not named here}}',
);

/** What to call a thing in a sentence. A person with a circle of their own is told as that circle. */
export function speak(view: View, id: Id): Spoken {
  const thing = view.thing(id);
  if (thing === null) return { text: RESERVED({ id }).text, many: false };
  if (thing.section === 'parties' && thing.type === 'person') {
    const circle = thing.in === null ? null : view.get('parties', thing.in);
    return circle === null
      ? { text: personName(view, plainName(thing)), many: false }
      : speak(view, circle.id);
  }
  return spokenName(view, plainName(thing), thing.section);
}

/** A person told by what they do ("Steward of the wiki") is told as that; a name is left as it is. */
function personName(view: View, name: string): string {
  const isRole =
    / (?:of|who|with|for) /.test(name) || /^(?:the|a|an) /i.test(name) || /^\p{Lu}.* \p{Ll}+$/u.test(name);
  return isRole ? spokenName(view, name, 'parties').text : name;
}

/** Several things, each once; several are many. */
export function speakAll(view: View, ids: readonly Id[], atMost = 5): Spoken {
  const all = [...new Map(ids.map((id) => speak(view, id)).map((one) => [one.text, one])).values()];
  return {
    text: listed(
      all.map((one) => one.text),
      atMost,
    ),
    many: all.length > 1 || all[0]?.many === true,
  };
}

/** Parameters for a name at the beginning of a sentence and the verb after it. */
export function first(spoken: Spoken): { readonly who: string; readonly many: string } {
  return { who: capital(spoken.text), many: spoken.many ? 'yes' : 'no' };
}

/** Words of the community itself, in quotation marks, without their last full stop. */
export function quote(text: string): string {
  return `“${text.trim().replace(/\.$/, '')}”`;
}
