/** A19: what began, ended, grew and shrank between two days, and who came or left among bearers and beneficiaries. */
import { defineAnalysis, type RunOptions } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { groundOf } from '#core/analyses/network/ground';
import { traceOf } from '#core/analyses/network/trace';
import type { View } from '#core/audience/view';
import type { Day } from '#core/model/dates';
import { isoDay } from '#core/model/dates';
import type { Id, Series } from '#core/model/fact';
import { type Rate, readingOn } from '#core/model/rate';
import type { Flow } from '#core/model/things';
import { Draws } from '#core/number/draws';
import { boundsOf } from '#core/number/quantile';
import { message } from '#core/words/message';

const says = {
  none: message('finding.change.none', 'Nothing that is written down changed between {since} and {until}.'),
  some: message(
    'finding.change.some',
    'Between {since} and {until}: {begun, plural, =0 {nothing began} one {one stream began} other {# streams began}}, {ended, plural, =0 {none ended} one {one ended} other {# ended}}, {grown, plural, =0 {none grew} one {one grew} other {# grew}}, {shrunk, plural, =0 {none shrank} one {one shrank} other {# shrank}}.',
  ),
};

/** Without a date to look back to: one year. */
const A_YEAR = 365;

function run(view: View, options: RunOptions): Finding[] {
  const since: Day = options.since ?? view.day - A_YEAR;
  const before = view.at(Math.min(since, view.day));
  const then = new Map(before.countedFlows.map((flow) => [flow.id, flow]));
  const now = new Map(view.countedFlows.map((flow) => [flow.id, flow]));
  const begun = missing(now, then);
  const ended = missing(then, now);
  const { grown, shrunk } = moved(before, view, then, now, options);
  const is = isAsItWas(before, view) ? NOBODY_NEW : bearing(view);
  const was = is === NOBODY_NEW ? NOBODY_NEW : bearing(before);
  const values = {
    begun,
    ended,
    grown,
    shrunk,
    bearersIn: less(is.bearers, was.bearers),
    bearersOut: less(was.bearers, is.bearers),
    beneficiariesIn: less(is.beneficiaries, was.beneficiaries),
    beneficiariesOut: less(was.beneficiaries, is.beneficiaries),
  };
  const any = Object.values(values).some((list) => list.length > 0);
  const words = {
    since: isoDay(before.day),
    until: isoDay(view.day),
    begun: begun.length,
    ended: ended.length,
    grown: grown.length,
    shrunk: shrunk.length,
  };
  return [
    {
      analysis: 'change',
      about: [],
      verdict: 'measured',
      values,
      evidence: [...new Set([...begun, ...ended, ...grown, ...shrunk])].sort(),
      says: any ? says.some(words) : says.none(words),
      more: { since: words.since, until: words.until },
    },
  ];
}

function missing(from: ReadonlyMap<Id, Flow>, other: ReadonlyMap<Id, Flow>): Id[] {
  return [...from.keys()].filter((id) => !other.has(id)).sort();
}

const less = (one: ReadonlySet<Id>, other: ReadonlySet<Id>): Id[] =>
  [...one].filter((id) => !other.has(id)).sort();

/** Streams of both days whose bands do not touch. One that is unknown on either day neither grew nor shrank. */
function moved(
  before: View,
  view: View,
  then: ReadonlyMap<Id, Flow>,
  now: ReadonlyMap<Id, Flow>,
  options: RunOptions,
) {
  const draws = new Draws(Math.max(options.draws, 100), options.seed);
  const grown: Id[] = [];
  const shrunk: Id[] = [];
  for (const [id, flow] of now) {
    const old = then.get(id);
    if (old === undefined) continue;
    // What is as it was need not be drawn.
    if (old === flow && isOneReading(flow.amount, before, view)) continue;
    const [was, is] = [before.rate(old), view.rate(flow)];
    if (isSame(was, is)) continue;
    const [a, b] = [bounds(was, id, draws), bounds(is, id, draws)];
    if (a === null || b === null) continue;
    if (b[0] > a[1]) grown.push(id);
    if (b[1] < a[0]) shrunk.push(id);
  }
  return { grown: grown.sort(), shrunk: shrunk.sort() };
}

function isSame(was: Rate, is: Rate): boolean {
  if (was.is !== 'known' || is.is !== 'known') return was.is === is.is;
  return was.least === is.least && was.likely === is.likely && was.most === is.most && was.mean === is.mean;
}

function bounds(rate: Rate, id: Id, draws: Draws): readonly [number, number] | null {
  if (rate.is === 'none') return [0, 0];
  return rate.is === 'known' ? boundsOf(draws.pert(id, rate)) : null;
}

interface Bearers {
  readonly bearers: ReadonlySet<Id>;
  readonly beneficiaries: ReadonlySet<Id>;
}

/** Stands for both days where nobody came or left. */
const NOBODY_NEW: Bearers = { bearers: new Set(), beneficiaries: new Set() };

/** Whether all that bearing is followed from (A3) reads the same on both days, so that it need not be followed. */
function isAsItWas(before: View, view: View): boolean {
  const [then, now] = [before.countedFlows, view.countedFlows];
  return (
    then.length === now.length &&
    before.pools.length === view.pools.length &&
    now.every((flow, at) => flow === then[at] && isOneReading(flow.amount, before, view)) &&
    view.pools.every(
      (pool, at) =>
        pool === before.pools[at] &&
        isOneReading(pool.wears, before, view) &&
        isOneReading(pool.renews, before, view),
    )
  );
}

/** Whether the same reading of a series holds on both days. */
function isOneReading<T>(series: Series<T>, before: View, view: View): boolean {
  return readingOn(series, before.day) === readingOn(series, view.day);
}

/** Who gives and who is reached, in any kind, counted or not. Ends that are no party (reserves, losses) are neither. */
function bearing(view: View): Bearers {
  const bearers = new Set<Id>();
  const beneficiaries = new Set<Id>();
  const isParty = (id: Id): boolean => view.get('parties', id) !== null;
  const ground = groundOf(view, { draws: 0, seed: 1 });
  for (const kind of [...ground.kinds, null]) {
    const trace = traceOf(ground, kind, 'intention');
    for (const { id } of trace.rows) if (isParty(id)) bearers.add(id);
    for (const place of trace.surelyEntered.places()) if (isParty(place)) beneficiaries.add(place);
  }
  return { bearers, beneficiaries };
}

export const change = defineAnalysis({
  id: 'change',
  title: 'Change',
  asks: 'What began, ended, grew or shrank, and who came or left among those who give and those who receive?',
  formula:
    'begun = flows of the later day that the earlier lacks; ended: the reverse; grown, shrunk = flows of both whose bands do not touch; bearers and beneficiaries = givers and places of A3 on each day',
  symbols: {
    since: 'the earlier day; a year back where none is given',
    band: '5 to 95 % of the draws of an amount',
    'bearersIn, bearersOut': 'parties that give in any kind on one of the two days only',
    'beneficiariesIn, beneficiariesOut': 'parties that are reached on one of the two days only',
  },
  unit: 'lists of ids',
  readAs: 'Usually the best opening of a conversation: read it aloud, and ask what is missing.',
  blindTo: 'What changed without being written down, and changes within the bands.',
  dataPoor: 'Works on names and dates alone; only grown and shrunk need amounts on both days.',
  sources: ['Potluck’s own choice: two descriptions compared, amounts by whether their bands touch'],
  run,
  examples: [
    {
      given: `
potluck: 1
id: two-days
name: Two days
kinds:
  hours: {unit: h, law: perishable}
parties:
  ana: {type: person, inside: true}
  ben: {type: person, inside: true}
  members: {type: circle, inside: true}
activities:
  list: {for: {members: 1}, price: free}
flows:
  old: {from: ana, to: list, amount: 4 h/month, until: 2008-06}
  new: {from: ben, to: list, amount: 3 h/month, since: 2008-07}
  more: {from: members, to: list, amount: [{until: 2008, amount: 5 h/month}, {since: 2009, amount: 9 h/month}]}
  same: {from: members, to: list, amount: [{until: 2008, amount: 5 h/month}, {since: 2009, amount: about 6 h/month}]}
`,
      asOf: '2009-07-01',
      gives: [
        {
          analysis: 'change',
          about: [],
          values: {
            begun: [],
            ended: [],
            grown: ['more'],
            shrunk: [],
            bearersIn: [],
            bearersOut: [],
            beneficiariesIn: [],
            beneficiariesOut: [],
          },
        },
      ],
    },
  ],
});
