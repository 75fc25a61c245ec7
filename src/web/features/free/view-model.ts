/** The words of the Free room: headings and lines, out of what the core has put in order. Pure; draws nothing. */

import type { View } from '#core/audience/view';
import type { Bearer, Taken } from '#core/canvas/bearers';
import type { Bearing, Span } from '#core/canvas/streams-into';
import { type Day, dayOf, isoDay, yearOf } from '#core/model/dates';
import { readingOn } from '#core/model/rate';
import type { Flow } from '#core/model/things';
import { spokenUnit } from '#core/words/units';
import { longDay, number, whenText } from '../../shared/format';
import { flowAmount, nameOfId } from '../../shared/naming';
import { list, t } from '../../shared/words';

/** Who carries it, and whether anybody counted: one sentence. */
export function lede(view: View, taken: readonly Taken[]): string {
  const bearers = [...new Set(taken.flatMap((one) => one.bearers.map((bearer) => bearer.id)))];
  if (bearers.length === 0)
    return t('free.lede.nobody', 'Nobody is named yet who carries it. A sentence is enough.');
  const names = list(bearers.map((id) => nameOfId(view, id)));
  const all = taken.flatMap((one) => one.bearers);
  const known = all.filter((one) => one.amount !== null).length;
  if (known === 0)
    return t('free.lede.unknown', 'Carried by {names}. We know who; we do not know how much.', { names });
  if (known < all.length) return t('free.lede.some', 'Carried by {names}. Part of it is counted.', { names });
  return t('free.lede.known', 'Carried by {names}. All of it is counted.', { names });
}

/** What a bearer does for it: the names of its streams, or the words under which they come. */
export function bearerNote(view: View, bearer: Bearer): string {
  return bearer.flows.map((flow) => flowNote(view, flow)).join('; ');
}

/** A stream in a few words: its name or where it goes, its amount as written, and until when. */
export function flowNote(view: View, flow: Flow): string {
  const parts = [flowLabel(view, flow)];
  const amount = readingOn(flow.amount, view.day)?.value;
  if (amount?.is === 'known') parts.push(flowAmount(view, flow));
  if (flow.status === 'agreed') parts.push(t('free.agreed', 'agreed'));
  if (flow.until !== null) parts.push(t('date.until', 'until {until}', { until: whenText(flow.until) }));
  return parts.join(', ');
}

/** The name of a stream without its ends; where it has none, where it goes. */
export function flowLabel(view: View, flow: Flow): string {
  return flow.name === null
    ? t('free.to', 'to {to}', { to: nameOfId(view, flow.to) })
    : nameOfId(view, flow.id);
}

/** `34.5 h/month`, or that it is not known. */
export function totalText(taken: Taken): string {
  if (taken.amount !== null)
    return t('free.total', '{amount} {unit}', {
      amount: number(taken.amount),
      unit: spokenUnit(taken.unit ?? ''),
    });
  return taken.bearers.some((one) => one.amount !== null)
    ? t('free.total.part', 'counted in part')
    : t('free.total.unknown', 'not known');
}

/** The heading over the years. */
export function overTimeTitle(bearings: readonly Bearing[]): string {
  if (bearings.length === 0) return t('free.time.nobody', 'Nobody is named yet who bore it.');
  const known = bearings.filter((one) =>
    one.flow.amount.some((reading) => reading.value.is === 'known'),
  ).length;
  if (known === 0) return t('free.time.unknown', 'We know who bore “free”. We do not know how much.');
  if (known < bearings.length) return t('free.time.some', 'We know who bore “free”, and some of how much.');
  return t('free.time.known', 'Who bore “free”, and for how long.');
}

/**
 * The years on the axis: from the first stream to the last thing told. Where it is not said since when a stream runs, from
 * the first thing told.
 */
export function axisYears(view: View, bearings: readonly Bearing[]): readonly number[] {
  const history = view.ever.history.map((event) => event.on.first).filter((day) => day !== null);
  const spans = bearings.flatMap((one) => one.spans);
  const begun = spans.map((span) => span.from).filter((day) => day !== null);
  const ended = spans.map((span) => span.to).filter((day) => day !== null);
  const unsaid = begun.length < spans.length || begun.length === 0;
  const from = yearOf(Math.min(view.day, ...begun, ...(unsaid ? history : [])));
  const to = yearOf(Math.max(view.day, ...begun, ...ended, ...history));
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The day as a place on the axis, 0 at its beginning and 1 at its end; open ends reach to the edge. */
export function placeOf(day: Day | null, open: 0 | 1, years: readonly number[]): number {
  if (day === null) return open;
  const from = dayOf(years[0] ?? 0, 1, 1) ?? 0;
  const to = dayOf((years.at(-1) ?? 0) + 1, 1, 1) ?? 1;
  return Math.min(1, Math.max(0, (day - from) / (to - from)));
}

/** `from 1 January 2000 to 30 June 2008` for those who hear the page; as exact as it was written. */
export function spanSentence(flow: Flow, span: Span): string {
  const since =
    flow.since?.first === span.from && flow.since !== null
      ? whenText(flow.since)
      : span.from === null
        ? null
        : longDay(span.from);
  const until =
    flow.until?.last === span.to && flow.until !== null
      ? whenText(flow.until)
      : span.to === null
        ? null
        : longDay(span.to);
  if (since !== null && until !== null) return t('date.span', '{since} to {until}', { since, until });
  if (since !== null) return t('date.since', 'since {since}', { since });
  if (until !== null) return t('date.until', 'until {until}', { until });
  return t('free.always', 'all along, as far as told');
}

/** The day on which streams ended in words, as exact as it was written. */
export function endText(flows: readonly Flow[], on: Day): string {
  const until = flows.find((flow) => flow.until?.last === on)?.until;
  return until == null ? longDay(on) : whenText(until);
}

/** The middle of a year, as the address has it. */
export function middleOf(year: number): string {
  return isoDay(dayOf(year, 7, 1) ?? 0);
}
