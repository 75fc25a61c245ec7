/**
 * The leadership agenda of a month: standing items on three legs, and what the next sixty days bring. Thanks come first,
 * then what makes things lighter, then what is due; new work comes late, and celebrating last. People decide, not this.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { type Day, dayOf, isoDay } from '#core/model/dates';
import type { Question } from '#core/questions/define';
import { seesByDefault } from '#core/questions/reading';
import { financial, MONEY_ANY } from '#core/talk/financial';
import { institutional, ROLES, SHOWN_ANY } from '#core/talk/institutional';
import { type AgendaItem, type Ground, item, LEGS, type Leg, type Window } from '#core/talk/item';
import { pastAgendas } from '#core/talk/legs';
import { isAboutMoney } from '#core/talk/money';
import { social } from '#core/talk/social';
import { type Message, message } from '#core/words/message';

export interface LegSection {
  readonly leg: Leg;
  /** Ids of its items, in the order of talking. */
  readonly items: readonly string[];
  /** What the leg is; and that nothing is due, where it has no item. */
  readonly message: Message;
}

export interface MonthlyAgenda {
  /** `2026-12`. */
  readonly month: string;
  /** The first of the month, and the last of the sixty days ahead. */
  readonly from: Day;
  readonly until: Day;
  /** What all of it takes; a proposal. */
  readonly minutes: number;
  readonly legs: readonly LegSection[];
  /** In the order of talking. */
  readonly items: readonly AgendaItem[];
}

const AHEAD_DAYS = 60;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

const LEG = message(
  'talk.leg',
  '{leg, select, social {How we are with each other} institutional {How we keep our order} financial {What comes in and goes out} other {What is before us}}',
);
const EMPTY = message(
  'talk.leg.empty',
  '{leg, select, social {Between us nothing is due this month} institutional {Nothing is due in how we keep our order} other {Nothing is due in what comes in and goes out}}. Good: it comes back next month.',
);

/** In which months, even or odd, a leg is spoken of even if nothing is due. Never more than one month lies between. */
const PARITY: Readonly<Record<Leg, 0 | 1>> = { social: 0, institutional: 1, financial: 0 };

/** A month as it is written, with the sixty days from its first day; null where the text is no month. */
export function windowOf(month: string): Window | null {
  const match = MONTH.exec(month);
  if (match === null) return null;
  const [year, of] = [Number(match[1]), Number(match[2])];
  const from = dayOf(year, of, 1);
  if (from === null) return null;
  return { month, number: year * 12 + of - 1, from, until: from + AHEAD_DAYS };
}

/** The month in which a day lies: `2026-12`. */
export function monthOf(day: Day): string {
  return isoDay(day).slice(0, 7);
}

/**
 * The agenda of a month, for the audience of the view. `findings` and `questions` are those of the view; `month` as
 * `2026-12`.
 *
 * @throws RangeError where `month` is none
 */
export function monthlyAgenda(
  view: View,
  findings: readonly Finding[],
  questions: readonly Question[],
  month: string,
): MonthlyAgenda {
  const window = windowOf(month);
  if (window === null) throw new RangeError(`${month} is no month; write it as 2026-12.`);
  const isPublic = view.audience === 'public';
  const withheld = view.withheld.some((one) => one.count > 0);
  const seesAll = seesByDefault(view) && !withheld;
  const ground: Ground = { view: view.at(window.from), window, isPublic, seesAll };
  const found = [
    ...social(ground),
    ...institutional(ground),
    ...financial(ground, findings),
    ...question(view, questions),
  ];
  const all = [...found, ...LEGS.flatMap((leg) => standing(ground, leg, found))];
  const items = all
    .map((one, at) => ({ one, at }))
    .sort((a, b) => a.one.phase - b.one.phase || byDay(a.one, b.one) || a.at - b.at)
    .map(({ one }) => one);
  return {
    month,
    from: window.from,
    until: window.until,
    minutes: items.reduce((sum, one) => sum + one.minutes, 0),
    legs: LEGS.map((leg) => section(leg, items)),
    items,
  };
}

/** What is due comes by its day; what has no day, after it. */
function byDay(one: AgendaItem, other: AgendaItem): number {
  const late = Number.MAX_SAFE_INTEGER;
  return (one.day ?? late) - (other.day ?? late);
}

function section(leg: Leg, items: readonly AgendaItem[]): LegSection {
  const own = items.filter((one) => one.leg === leg).map((one) => one.id);
  return { leg, items: own, message: own.length > 0 ? LEG({ leg }) : EMPTY({ leg }) };
}

/** One question from the bank: the first that is asked, and not about money. Tender ones are not for a list. */
function question(view: View, questions: readonly Question[]): readonly AgendaItem[] {
  const fit = questions.filter((one) => !isAboutMoney(view, one) && !one.tender);
  const one = fit.find((each) => each.state === 'ask') ?? fit[0];
  if (one === undefined) return [];
  return [item('question', one.message, { on: one.id, evidence: one.evidence })];
}

/** What keeps a leg on the agenda where nothing is due: every second month, and whenever the last one left it out. */
function standing({ view, window }: Ground, leg: Leg, found: readonly AgendaItem[]): readonly AgendaItem[] {
  if (found.some((one) => one.leg === leg)) return [];
  const last = pastAgendas(view).findLast((one) => one.month < window.month);
  const leftOut = last !== undefined && !last.legs.includes(leg);
  if (window.number % 2 !== PARITY[leg] && !leftOut) return [];
  if (leg === 'financial') return [item('runway', MONEY_ANY())];
  if (leg === 'social') return [];
  return view.audience === 'public' ? [item('shown', SHOWN_ANY())] : [item('roles', ROLES())];
}
