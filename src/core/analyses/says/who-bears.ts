/** `who-bears` as a sentence: who carries it, how much where that is known, and what is not. */
import type { Finding } from '#core/analyses/finding';
import { calledAll, calledKind } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import { sayRate } from '#core/words/amounts';
import { type Message, message } from '#core/words/message';

const TRACED = message(
  'finding.who-bears.traced',
  'It takes {amount} to offer {thing}. It is borne by {givers}, and {uncounted, plural, =0 {all of it is counted} one {one more gift is not counted} other {# more gifts are not counted}}.',
);
const TRACED_ALL = message(
  'finding.who-bears.traced-all',
  'What is given in {kind} comes from {givers}: {amount}, and {uncounted, plural, =0 {all of it is counted} one {one more gift is not counted} other {# more gifts are not counted}}.',
);
const REACH = message(
  'finding.who-bears.reach',
  'What {thing} takes in {kind} is borne by {givers}; nobody has counted how much.',
);
const REACH_ALL = message(
  'finding.who-bears.reach-all',
  'What is given in {kind} comes from {givers}; nobody has counted how much.',
);
const REACH_UNNAMED = message(
  'finding.who-bears.reach-unnamed',
  'Something comes from {givers}, and nobody has said what it is.',
);
const CANNOT_TELL = message(
  'finding.who-bears.cannot-tell',
  'We cannot tell yet how much {thing} takes in {kind}. It is borne by {givers}, and most of that is not counted.',
);
const CANNOT_TELL_ALL = message(
  'finding.who-bears.cannot-tell-all',
  'We cannot tell yet who bears how much in {kind}: most of what comes from {givers} is not counted.',
);
const TRAP = message('finding.who-bears.trap', 'What enters {nodes} in {kind} goes round and never leaves.');

export function sayWhoBears(view: View, finding: Finding): Message {
  const more = finding.more ?? {};
  const rows = finding.matrix?.rows ?? [];
  const params = () => ({
    thing: calledAll(view, finding.about),
    kind: calledKind(view, finding.kind),
    givers: calledAll(view, rows),
    amount: sayRate(
      Number(more['takes'] ?? 0),
      finding.kind === undefined ? null : (view.kind(finding.kind)?.unit ?? null),
    ),
    uncounted: Array.isArray(more['uncounted']) ? more['uncounted'].length : 0,
  });
  const whole = finding.about.length === 0;
  if (finding.verdict === 'trap') {
    const { traps = [], kind } = finding;
    return TRAP({ nodes: calledAll(view, traps.flat()), kind: calledKind(view, kind) });
  }
  if (finding.verdict === 'reach') {
    if (finding.kind === undefined) return REACH_UNNAMED.later(params);
    return (whole ? REACH_ALL : REACH).later(params);
  }
  if (finding.verdict === 'cannot-tell') return (whole ? CANNOT_TELL_ALL : CANNOT_TELL).later(params);
  return (whole ? TRACED_ALL : TRACED).later(params);
}
