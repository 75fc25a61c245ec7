/** `cross-subsidy` and `runway` as sentences. Money is told beside what it makes possible, and nobody is a burden. */
import type { Finding, Value } from '#core/analyses/finding';
import { called, calledAll, calledFirst, calledKind } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const CARRIES = message(
  'finding.cross-subsidy.carries',
  'In {kind}, more comes in by way of {givers} than goes out for it, and that carries {carried}.',
);
const ALONE = message('finding.cross-subsidy.alone', 'In {kind}, no activity carries another.');
const SHORT = message(
  'finding.cross-subsidy.short',
  'In {kind}, more goes out for {open} than comes in that way, and nothing else carries all of it.',
);
const OPEN = message(
  'finding.cross-subsidy.open',
  'We cannot tell yet which activity carries which in {kind}: too little is counted.',
);

export function sayCrossSubsidy(view: View, finding: Finding): Message {
  const kind = calledKind(view, finding.kind);
  if (finding.verdict === 'cannot-tell') return OPEN({ kind });
  const { rows = [], cols = [], cells = [] } = finding.matrix ?? {};
  const isThere = (cell: Value | undefined): boolean => (cell ?? 0) > 0;
  const givers = rows.filter((_, i) => (cells[i] ?? []).some(isThere));
  const carried = givers.length === 0 ? [] : cols.filter((_, j) => cells.some((row) => isThere(row[j])));
  const open = Object.keys((finding.values?.['uncovered'] ?? {}) as Record<Id, number>);
  if (givers.length > 0)
    return CARRIES({
      kind,
      givers: calledAll(view, givers),
      carried: calledAll(view, carried),
    });
  return open.length > 0 ? SHORT({ kind, open: calledAll(view, open) }) : ALONE({ kind });
}

const LASTS = message(
  'finding.runway.lasts',
  'If nothing came in, what is free to use in {pool} would last about {months, plural, =0 {less than one month} one {one month} other {# months}}.',
);
const LASTS_OPEN = message(
  'finding.runway.open',
  'We cannot tell yet how long {pool} would last: what is in it or what goes out is not counted.',
);
const NO_OUTFLOW = message(
  'finding.runway.none',
  'Beyond what is set aside, nothing is known to go out of {pool}, so there is no saying how long it would last.',
);
const SLACK = message(
  'finding.runway.slack',
  '{party} could give about {share, number, percent} more than now.',
);
const OVER = message(
  'finding.runway.over',
  'About {share, number, percent} more comes from {party} than there is to give.',
);
const SLACK_OPEN = message(
  'finding.runway.slack-open',
  'We cannot tell yet how much more {party} could give.',
);
const ENERGY = message(
  'finding.runway.energy',
  'At this pace, the energy of {party} would be low in about {months, plural, =0 {less than one month} one {one month} other {# months}}.',
);
const RESTED = message('finding.runway.rested', 'The energy of {party} is not falling.');
const ENERGY_OPEN = message(
  'finding.runway.energy-open',
  'We cannot tell yet how the energy of {party} changes: it takes two readings.',
);

export function sayRunway(view: View, pool: Id, months: number | null, flowsOut: boolean): Message {
  if (!flowsOut) return NO_OUTFLOW({ pool: called(view, pool) });
  return months === null
    ? LASTS_OPEN({ pool: called(view, pool) })
    : LASTS({ pool: called(view, pool), months: Math.floor(months) });
}

export function saySlack(view: View, party: Id, slack: number | null): Message {
  const name = calledFirst(view, party);
  if (slack === null) return SLACK_OPEN({ party: called(view, party) });
  return slack >= 0
    ? SLACK({ party: name, share: slack })
    : OVER({ party: called(view, party), share: 1 / (1 + slack) - 1 });
}

export function sayEnergy(view: View, party: Id, readings: number, months: number | null): Message {
  const name = called(view, party);
  if (readings < 2) return ENERGY_OPEN({ party: name });
  return months === null ? RESTED({ party: name }) : ENERGY({ party: name, months: Math.floor(months) });
}
