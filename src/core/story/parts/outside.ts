/** What comes from outside: in which kind and form, into what, since when if lately, until when where that was agreed. */
import type { View } from '#core/audience/view';
import { inLanguage } from '#core/model/fact';
import type { Flow } from '#core/model/things';
import { kindCalled } from '#core/questions/called';
import { begunLately, endsSoon } from '#core/story/dates';
import { quote, speak } from '#core/story/names';
import {
  counted,
  gathered,
  howMuch,
  isGrant,
  isOutside,
  isPaid,
  type Stream,
  what,
  whatAll,
} from '#core/story/streams';
import { type Told, tell } from '#core/story/told';
import { sayWhen } from '#core/words/dates';
import { clearly, inTurn } from '#core/words/lists';
import { message } from '#core/words/message';
import { capital } from '#core/words/nouns';

const LATELY = 18;
/** An end further off than this is hindsight, not a term of the grant. */
const AGREED_MONTHS = 24;

const BRINGS = message('story.outside.brings', '{who} {many, select, yes {bring} other {brings}} {gifts}');
const PAYS = message('story.outside.pays', '{who} {many, select, yes {pay} other {pays}} {gifts}');
const IN_KIND = message(
  'story.outside.in-kind',
  'From outside, {phrases}{counted, select, none {; what that is worth, nobody wrote down} part {; part of it nobody counted} hidden {; how much is not shown here} other {}}.',
);
const FEES = message(
  'story.outside.fees',
  '{phrases}{counted, select, none {; how much, nobody said} part {; part of it nobody counted} hidden {; how much is not shown here} other {}}.',
);
const GIFT = message(
  'story.outside.gift',
  '{what}{target, select, none {} other { for {target}}}{since, select, none {} other { (since {since})}}',
);
const PAYMENT = message(
  'story.outside.payment',
  '{what}{target, select, none {} other { to {target}}}{since, select, none {} other { (since {since})}}',
);

interface Sort {
  readonly each: typeof BRINGS;
  readonly gift: typeof GIFT;
  readonly all: typeof IN_KIND;
  /** Whether the sentence begins with the first giver. */
  readonly capital: boolean;
}

const KIND: Sort = { each: BRINGS, gift: GIFT, all: IN_KIND, capital: false };
const PAY: Sort = { each: PAYS, gift: PAYMENT, all: FEES, capital: true };

const GRANT = message(
  'story.outside.grant',
  '{who} {agreed, select, yes {{many, select, yes {have} other {has}} agreed to give} other {{many, select, yes {give} other {gives}}}} a grant{amount, select, none {{kind, select, none {} other { in {kind}}}} other { of {amount}}}{target, select, none {} other { to {target}}}{how, select, once {, in {since}} since {, since {since}} until {, until {until}} span {, from {since} until {until}} other {}}{amount, select, none {{covered, select, yes {; how much is not shown here} other {; the sum is not known}}} other {}}.',
);
const STRINGS = message('story.outside.strings', 'The terms of {name} are told as {strings}.');
const HOPED = message('story.outside.hoped', 'Spoken of, and not there yet: {phrases}.');
const HOPE = message('story.outside.hope', '{what} from {who} for {target}');

/** Sentences on what crosses the boundary inwards. Grants are told one by one, the rest together by form. */
export function outside(view: View): readonly Told[] {
  const into = view.countedFlows.filter(
    (flow) => isOutside(view, flow.from) && !isOutside(view, flow.to) && flow.to !== 'loss',
  );
  const grants = into.filter(isGrant);
  const paid = into.filter((flow) => !isGrant(flow) && isPaid(view, flow));
  const brought = into.filter((flow) => !isGrant(flow) && !isPaid(view, flow));
  return [
    ...together(view, brought, KIND, 0.85),
    ...grants.map((flow, index) => grant(view, flow, 0.88 - 0.05 * index)),
    ...together(view, paid, PAY, 0.75),
    ...terms(view, into),
    ...hoped(view),
  ];
}

/** Gifts of one sort, giver by giver: what each gives, and for what. */
function together(view: View, flows: readonly Flow[], sort: Sort, weight: number): readonly Told[] {
  if (flows.length === 0) return [];
  const givers = [...new Set(flows.map((flow) => flow.from))];
  const phrases = givers.map((giver) => {
    const who = speak(view, giver);
    const gifts = clearly(
      gathered(flows.filter((flow) => flow.from === giver)).map((stream) => gift(view, stream, sort)),
    );
    return sort.each({ who: who.text, many: who.many ? 'yes' : 'no', gifts }).text;
  });
  const params = {
    phrases: sort.capital ? capital(inTurn(phrases, 4)) : inTurn(phrases, 4),
    counted: counted(view, flows),
  };
  return [tell(weight, sort.all(params), [...flows.map((flow) => flow.id), ...givers])];
}

function gift(view: View, stream: Stream, sort: Sort): string {
  const brought = whatAll(view, stream.flows);
  const target = speak(view, stream.to).text;
  const since =
    stream.flows.map((flow) => flow.since).find((one) => begunLately(one, view.day, LATELY)) ?? null;
  return sort.gift({
    what: brought,
    target: saysTwice(`${speak(view, stream.from).text} ${brought}`, target) ? 'none' : target,
    since: sayWhen(since) || 'none',
  }).text;
}

/** Whether the last word of the target is already there: "a home for the list" needs no "for the mailing list". */
function saysTwice(told: string, target: string): boolean {
  const last = target.split(' ').at(-1)?.toLowerCase() ?? '';
  return told
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(last);
}

function grant(view: View, flow: Flow, weight: number): Told {
  const who = speak(view, flow.from);
  const target = speak(view, flow.to).text;
  const kind = view.kind(flow.kind ?? '');
  const params = {
    who: capital(who.text),
    many: who.many ? 'yes' : 'no',
    agreed: flow.status === 'agreed' ? 'yes' : 'no',
    amount: howMuch(view, flow) ?? 'none',
    covered: view.isCovered(flow.id) ? 'yes' : 'no',
    kind: kind?.currency ? kindCalled(view, kind.id) : 'none',
    // A fund that bears its giver's name would say the name twice.
    target: target.includes(who.text) ? 'none' : target,
    ...term(view, flow),
  };
  return tell(weight, GRANT(params), [flow.id, flow.from, flow.to]);
}

/** Since when, if lately; until when, if that is near enough to have been agreed. */
function term(
  view: View,
  flow: Flow,
): { readonly how: string; readonly since: string; readonly until: string } {
  const since = begunLately(flow.since, view.day, LATELY) ? sayWhen(flow.since) : '';
  const until = endsSoon(flow.until, view.day, AGREED_MONTHS) ? sayWhen(flow.until) : '';
  const how =
    since !== '' && since === until
      ? 'once'
      : since === ''
        ? until === ''
          ? 'open'
          : 'until'
        : until === ''
          ? 'since'
          : 'span';
  return { how, since, until };
}

function terms(view: View, flows: readonly Flow[]): readonly Told[] {
  return flows.flatMap((flow) => {
    if (flow.strings === null) return [];
    const params = { name: what(view, { ...flow, amount: [] }), strings: quote(inLanguage(flow.strings)) };
    return [tell(0.5, STRINGS(params), [flow.id])];
  });
}

/** Planned is not done: what is only told or hoped for is said to be that. */
function hoped(view: View): readonly Told[] {
  const flows = view.flows.filter((flow) => flow.status === 'told' || flow.status === 'hoped');
  if (flows.length === 0) return [];
  const phrases = gathered(flows).map(
    (stream) =>
      HOPE({
        what: whatAll(view, stream.flows),
        who: speak(view, stream.from).text,
        target: speak(view, stream.to).text,
      }).text,
  );
  return [
    tell(
      0.42,
      HOPED({ phrases: inTurn(phrases, 3) }),
      flows.map((flow) => flow.id),
    ),
  ];
}
