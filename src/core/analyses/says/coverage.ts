/** `coverage` as a sentence: how far a need is met, and by how many. */
import { called } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Need } from '#core/model/things';
import { type Message, message } from '#core/words/message';

const COVERED = message(
  'finding.coverage.covered',
  'What {need} takes is covered, by {bits, plural, one {one contribution} other {# contributions}}.',
);
const SHORT = message(
  'finding.coverage.short',
  'What {need} takes is covered for about {cov, number, percent}, by {bits, plural, one {one contribution} other {# contributions}}.',
);
const NONE = message('finding.coverage.none', 'Nobody gives anything to {need} now.');
const OPEN = message(
  'finding.coverage.open',
  'We cannot tell yet who meets {need}: no contribution is written down.',
);
const UNCOUNTED = message(
  'finding.coverage.uncounted',
  'We cannot tell yet how far {need} is met: {bits, plural, one {one contribution goes to it, and {uncounted, plural, =0 {the need itself} other {it}} is not counted} other {# contributions go to it, and {uncounted, plural, =0 {the need itself is not counted} one {one of them is not counted} other {# of them are not counted}}}}.',
);
const CLOSE = message(
  'finding.coverage.close',
  'What {need} takes is covered for about {cov, number, percent}, too close to the line to tell.',
);

export interface CoverageSaid {
  readonly verdict: string;
  readonly cov: number | null;
  readonly bits: number;
  readonly uncounted: number;
  readonly none: boolean;
}

export function sayCoverage(view: View, need: Need, said: CoverageSaid): Message {
  const params = {
    need: called(view, need.id),
    bits: said.bits,
    uncounted: said.uncounted,
    cov: said.cov ?? 0,
  };
  if (said.none) return NONE(params);
  if (said.bits === 0) return OPEN(params);
  if (said.verdict === 'covered') return COVERED(params);
  if (said.cov === null) return UNCOUNTED(params);
  return said.verdict === 'short' ? SHORT(params) : CLOSE(params);
}
