/** What a sign, a stream, an arrow or a loop is, as a sentence for people who listen to the picture. */

import type { View } from '#core/audience/view';
import { nameInWords } from '#core/model/fact';
import type { Arrow, Contents, LoopSign, Sign, Stream } from '#core/picture/contents';
import { WORDS } from '#core/picture/words';

/** Names of signs and streams by id. */
export function namer(view: View, contents: Contents): (id: string) => string {
  const signs = new Map(contents.signs.map((sign) => [sign.id, sign.name]));
  return (id) => {
    const thing = view.thing(id);
    return signs.get(id) ?? (thing === null ? id : nameInWords(thing));
  };
}

export function saysSign(view: View, sign: Sign): string {
  const { name } = sign;
  const detail = sign.details.join(', ');
  if (sign.folded.length > 0)
    return WORDS.foldSays({
      name,
      names: sign.folded
        .map((id) => {
          const thing = view.thing(id);
          return thing === null ? id : nameInWords(thing);
        })
        .join(', '),
    }).text;
  const text = plain(view, sign, detail);
  return sign.over ? WORDS.saysGhost({ says: text, detail }).text : text;
}

function plain(view: View, sign: Sign, detail: string): string {
  const { name } = sign;
  const thing = view.thing(sign.id);
  if (thing === null) return WORDS.saysEnd({ name }).text;
  if (thing.section === 'activities')
    return (thing.price === 'free' ? WORDS.saysActivityFree : WORDS.saysActivity)({ name }).text;
  if (thing.section === 'pools')
    return WORDS.saysPool({
      name,
      detail: sign.look === 'sheets' ? WORDS.copies().text : (sign.jar?.words ?? ''),
    }).text;
  if (thing.section === 'tools') return WORDS.saysTool({ name }).text;
  if (thing.section !== 'parties') return WORDS.saysQuantity({ name }).text;
  if (thing.type === 'circle')
    return WORDS.saysCircle({ name, detail: detail === '' ? WORDS.peopleNotKnown().text : detail }).text;
  if (thing.type === 'person') return WORDS.saysPerson({ name }).text;
  if (thing.type === 'organisation') return WORDS.saysOrganisation({ name }).text;
  return (thing.type === 'public' ? WORDS.saysPublic : WORDS.saysEcosystem)({ name }).text;
}

export function saysStream(stream: Stream, name: (id: string) => string): string {
  const [from, to, kind] = [name(stream.from), name(stream.to), stream.paint.name];
  if (stream.role === 'serves') return WORDS.saysServes({ from, to }).text;
  if (stream.facts.length > 1) return WORDS.saysFlows({ from, to, kind, count: stream.facts.length }).text;
  if (stream.covered) return WORDS.saysFlowCovered({ from, to, kind }).text;
  if (stream.over !== null) return WORDS.saysFlowOver({ from, to, kind, detail: stream.over }).text;
  const amount = stream.measure.words;
  if (stream.status === 'actual') return WORDS.saysFlow({ from, to, kind, amount }).text;
  return WORDS.saysFlowStatus({ from, to, kind, amount, status: stream.status }).text;
}

export function saysArrow(arrow: Arrow, name: (id: string) => string): string {
  return WORDS.saysInfluence({
    from: name(arrow.from),
    to: name(arrow.to),
    sign: arrow.sign === '+' ? 'plus' : 'minus',
    delayed: arrow.delayed ? 'yes' : 'no',
  }).text;
}

export function saysLoop(loop: LoopSign): string {
  return WORDS.saysLoop({ sign: loop.sign, words: loop.words }).text;
}
