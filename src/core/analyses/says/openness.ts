/** `openness` as a sentence, beside what was said and never beside others. */
import { calledAudience, calledKind } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const LESS = message(
  'finding.openness.less',
  'Of {kind}, {audience} can see less than we said we would show.',
);
const AS_SAID = message(
  'finding.openness.as-said',
  'Of {kind}, {audience} can see at least what we said we would show.',
);
const UNSAID = message(
  'finding.openness.unsaid',
  'Some of {kind} is shown to {audience}; we have not said how much we mean to show.',
);
const OPEN = message('finding.openness.open', 'We cannot tell yet how much of {kind} {audience} can see.');

export function sayOpenness(
  view: View,
  audience: string,
  kind: Id,
  tau: number | null,
  declared: number | null,
): Message {
  const params = { kind: calledKind(view, kind), audience: calledAudience(view, audience) };
  if (tau === null) return OPEN(params);
  if (declared === null) return UNSAID(params);
  return tau < declared - 1e-12 ? LESS(params) : AS_SAID(params);
}
