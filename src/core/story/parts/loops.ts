/** Loops: what feeds itself and what holds itself in check. What is inferred is said to be inferred. */
import type { Finding, Loop } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { type Id, inLanguage } from '#core/model/fact';
import type { Influence } from '#core/model/things';
import { of } from '#core/questions/reading';
import { quote, speak } from '#core/story/names';
import { type Told, tell } from '#core/story/told';
import { message } from '#core/words/message';

const LOOP = message(
  'story.loop',
  '{again, select, yes {Another loop} other {One loop}} {sign, select, R {feeds itself} other {holds itself in check}}: {told}{inferred, select, yes {; that is inferred, nobody measured it} other {}}.',
);
const ROUND = message('story.loop.round', 'from {path} and round again');

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
      arrow.because.length === 0 ||
      arrow.because.every((one) => one.how === 'inferred' || one.how === 'guess'),
  );
  const params = {
    again: index > 0 ? 'yes' : 'no',
    sign: loop.sign,
    told: inWords(view, loop.nodes, arrows),
    inferred: inferred ? 'yes' : 'no',
  };
  return tell(0.58 - 0.04 * index, LOOP(params), [...loop.arrows, ...loop.nodes]);
}

function inWords(view: View, nodes: readonly Id[], arrows: readonly Influence[]): string {
  const notes = arrows.map((arrow) => arrow.note);
  if (notes.length > 0 && notes.every((note) => note !== null))
    return quote(notes.map((note) => inLanguage(note ?? '')).join(' '));
  return ROUND({ path: nodes.map((id) => speak(view, id).text).join(' to ') }).text;
}
