/** `completeness` as a sentence. */
import { calledKind } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const COUNTED = message(
  'finding.completeness',
  'Of {flows, plural, one {the one flow} other {the # flows}} of {kind} that we know, {counted, plural, =0 {none is} one {one is} other {# are}} counted.',
);
const UNNAMED = message(
  'finding.completeness.unnamed',
  'Of {flows, plural, one {one flow} other {# flows}} nobody has said yet what is given.',
);
const COVERED = message('finding.completeness.covered', 'Amounts of {kind} are not shown here.');

export function sayCompleteness(view: View, kind: Id | null, flows: number, missing: number): Message {
  if (kind === null) return UNNAMED({ flows });
  const params = { kind: calledKind(view, kind), flows, counted: flows - missing };
  return flows === 0 ? COVERED(params) : COUNTED(params);
}
