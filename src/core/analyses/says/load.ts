/** `load` as a sentence. Few carrying much may be wished; the sentence does not say otherwise. */
import { calledAll, calledKind } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const EVEN = message('finding.load.even', 'In {kind}, what is given is shared out fairly evenly.');
const UNEVEN = message('finding.load.uneven', 'In {kind}, some give a good deal more than others.');
const FEW = message('finding.load.few', 'In {kind}, few give most of it.');
const OPEN = message(
  'finding.load.open',
  'In {kind}, what is given comes from {givers}; we cannot tell yet how evenly.',
);

export function sayLoad(view: View, kind: Id, givers: readonly Id[], gini: number | null): Message {
  const params = () => ({ kind: calledKind(view, kind), givers: calledAll(view, givers) });
  if (gini === null) return OPEN.later(params);
  if (gini < 0.35) return EVEN.later(params);
  return (gini < 0.7 ? UNEVEN : FEW).later(params);
}
