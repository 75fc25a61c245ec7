/** Loops: what feeds itself and what holds itself in check. What is inferred is said to be inferred. */
import type { Finding, Loop } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { inLanguage } from '#core/model/fact';
import type { Influence } from '#core/model/things';
import { of } from '#core/questions/reading';
import { quote, speak } from '#core/story/names';
import { type Told, tell } from '#core/story/told';
import { clearly } from '#core/words/lists';
import { message } from '#core/words/message';

const LOOP = message(
  'story.loop',
  '{again, select, yes {Another loop} other {One loop}} {sign, select, R {feeds itself} other {holds itself in check}}: {told}{inferred, select, yes {; that is inferred, nobody measured it} other {}}.',
);
const ARROW = message(
  'story.loop.arrow',
  '{who} {many, select, yes {{sign, select, plus {add to} other {take from}}} other {{sign, select, plus {adds to} other {takes from}}}} {what}',
);

/** At most two loops of each sign, the shortest first; in the community's own words where every arrow has some. */
export function loops(view: View, findings: readonly Finding[]): readonly Told[] {
  const found = of(findings, 'loops').flatMap((finding) => finding.loops ?? []);
  const shortest = [...found].sort((a, b) => a.nodes.length - b.nodes.length);
  const chosen = [
    shortest.find((loop) => loop.sign === 'R'),
    shortest.find((loop) => loop.sign === 'B'),
  ].filter((loop) => loop !== undefined);
  return chosen.map((loop, index) => told(view, loop, index));
}

function told(view: View, loop: Loop, index: number): Told {
  const arrows = loop.arrows.flatMap((id) => view.get('influences', id) ?? []);
  const inferred = arrows.some(
    (arrow) =>
      arrow.because.length > 0 && arrow.because.every((one) => one.how === 'inferred' || one.how === 'guess'),
  );
  const params = {
    again: index > 0 ? 'yes' : 'no',
    sign: loop.sign,
    told: inWords(view, arrows),
    inferred: inferred ? 'yes' : 'no',
  };
  return tell(0.69 - 0.2 * index, LOOP(params), [...loop.arrows, ...loop.nodes]);
}

/** In the community's own words where every arrow has some; else arrow by arrow. */
function inWords(view: View, arrows: readonly Influence[]): string {
  const notes = arrows.map((arrow) => arrow.note);
  if (notes.length > 0 && notes.every((note) => note !== null))
    return quote(notes.map((note) => inLanguage(note ?? '')).join(' '));
  const phrases = arrows.map((arrow) => {
    const who = speak(view, arrow.from);
    const params = {
      who: who.text,
      many: who.many ? 'yes' : 'no',
      sign: arrow.sign === '+' ? 'plus' : 'minus',
      what: speak(view, arrow.to).text,
    };
    return ARROW(params).text;
  });
  return clearly(phrases);
}
