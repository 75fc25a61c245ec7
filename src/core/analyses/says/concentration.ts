/** `concentration` as sentences. That something rests on few is told with thanks, not as a failing. */
import { called, calledAll, calledFirst, calledKind } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const REST = message(
  'finding.concentration.rest',
  'Half of {kind} {place, select, all {} other {for {thing} }}comes from {caf, plural, one {one giver} other {# givers}}.',
);
const SOLE = message(
  'finding.concentration.sole',
  'All that we know of {kind} {place, select, all {} other {for {thing} }}comes from {givers}.',
);
const OPEN = message(
  'finding.concentration.open',
  'We cannot tell yet how {kind} {place, select, all {} other {for {thing} }}is spread over {givers}.',
);
const DEPENDS = message(
  'finding.concentration.depends',
  'About {dep, number, percent} of what meets {need} comes from {giver}.',
);
const DEPENDS_ALL = message(
  'finding.concentration.depends-all',
  'All that we know to meet {need} comes from {giver}.',
);
const DEPENDS_OPEN = message(
  'finding.concentration.depends-open',
  'We cannot tell yet how much of {need} hangs on {giver}.',
);
const ROLE = message(
  'finding.concentration.role',
  '{role} has {holders, plural, =0 {no holder} one {one holder} other {# holders}}, and {gap, plural, =0 {that is enough} one {needs one more} other {needs # more}}.',
);
const ROLE_OPEN = message(
  'finding.concentration.role-open',
  '{role} has {holders, plural, =0 {no holder} one {one holder} other {# holders}}; nobody has said how many it needs.',
);

export function sayConcentration(
  view: View,
  about: readonly Id[],
  kind: Id,
  caf: number | null,
  givers: readonly Id[],
): Message {
  const place = about.length === 0 ? 'all' : 'one';
  const params = {
    kind: calledKind(view, kind),
    place,
    thing: calledAll(view, about),
    givers: calledAll(view, givers),
  };
  if (givers.length === 1) return SOLE(params);
  return caf === null ? OPEN(params) : REST({ ...params, caf });
}

export function sayDependence(view: View, need: Id, giver: Id, dep: number | null): Message {
  const params = { need: called(view, need), giver: called(view, giver) };
  if (dep === null) return DEPENDS_OPEN(params);
  return dep > 0.995 ? DEPENDS_ALL(params) : DEPENDS({ ...params, dep });
}

export function sayRole(view: View, role: Id, holders: number, gap: number | null): Message {
  return gap === null
    ? ROLE_OPEN({ role: calledFirst(view, role), holders })
    : ROLE({ role: calledFirst(view, role), holders, gap });
}
