/**
 * The agenda of a meeting, proposed from questions and what stewards picked: at most five questions, one per block. It
 * begins with strength or worth, never with money, and ends with a decision or "not now". People change it as they like.
 */
import type { View } from '#core/audience/view';
import { type Id, inLanguage } from '#core/model/fact';
import { quoted } from '#core/questions/called';
import type { Question } from '#core/questions/define';
import { RULES } from '#core/questions/index';
import { isAboutMoney, valueServed } from '#core/talk/money';
import { sayAt } from '#core/words/dates';
import { type Message, message } from '#core/words/message';

export interface OwnItem {
  readonly id: string;
  readonly text: string;
  /** Taken from the length of the meeting; without it the item has its share. */
  readonly minutes?: number;
}

export interface MeetingOptions {
  /** Length in whole minutes, 10 to 1440; 90 unless said. */
  readonly minutes?: number;
  /** Questions that stewards picked, by id (`Q19`) or item id (`Q19.town`); they go before others. */
  readonly picks?: readonly string[];
  readonly own?: readonly OwnItem[];
  /** Ids of items in the order wished for; the others follow. Money still never begins, and the end stays the end. */
  readonly order?: readonly string[];
}

export interface MeetingItem {
  /** `Q19`, `Q18.town`, the id of an own item, `worth` or `close`. */
  readonly id: string;
  readonly sort: 'question' | 'own' | 'opening' | 'decision' | 'not-now';
  /** Of the question; null for what is no question of the bank. */
  readonly question: string | null;
  readonly block: string | null;
  readonly money: boolean;
  readonly tender: boolean;
  readonly minutes: number;
  readonly message: Message;
  readonly why: Message | null;
  /** For an item of money: the value that it serves, to begin with. */
  readonly opensWith: Message | null;
  readonly evidence: readonly Id[];
}

export interface MeetingAgenda {
  /** Of all items together. */
  readonly minutes: number;
  readonly items: readonly MeetingItem[];
  /** Questions that did not fit, best first: another of their block was chosen, or five are enough. */
  readonly left: readonly { readonly id: string; readonly because: 'block' | 'enough' }[];
}

const MOST_QUESTIONS = 5;
const USUAL_MINUTES = 90;
/** Share of time beside an opening or an end, which have one each (heuristic). */
const WEIGHT = { question: 3, own: 2, opening: 2, decision: 2, 'not-now': 2 } as const;
const MONEY_WEIGHT = 4;

const WORTH = message(
  'talk.meeting.worth',
  'What went well since we last met, and what was it worth to whom?',
);
const DECIDE = message(
  'talk.meeting.decision',
  'To end with: {decision} is open{when, select, none {} other {, to be looked at {when}}}. What do we decide, what is “not now”, and when do we look again?',
);
const A_DECISION = message('talk.meeting.a-decision', 'a decision');
const CLOSE = message(
  'talk.meeting.not-now',
  'To end with: what do we decide today, what is “not now”, and when do we look again?',
);
const OWN = message('talk.meeting.own', '{text}');

type Draft = Omit<MeetingItem, 'minutes'> & { readonly fixed: number | null };

/**
 * Proposes a meeting. `questions` come in the order and with the scores of `ask`, which knows blocks of special interest
 * and what was asked lately.
 *
 * @throws RangeError for a length that is no whole number from 10 to 1440, or too short for the own items
 */
export function meetingAgenda(
  view: View,
  questions: readonly Question[],
  options: MeetingOptions = {},
): MeetingAgenda {
  const total = options.minutes ?? USUAL_MINUTES;
  if (!Number.isInteger(total) || total < 10 || total > 1440)
    throw new RangeError('A meeting takes 10 to 1440 whole minutes.');
  const { chosen, left } = choose(view, questions, options.picks ?? []);
  const drafts = [...chosen.map((one) => asItem(view, one)), ...(options.own ?? []).map(ownItem)];
  const first = beginning(drafts);
  const middle = drafts.filter((one) => one !== first);
  const begun = first === null ? [opening(), ...middle] : [first, ...middle];
  const items = [...ordered(begun, options.order ?? []), closing(view)];
  return { minutes: total, items: timed(items, total), left };
}

/** The id of a question as an item: with what it is about, where it is about something. */
export function itemIdOf({ id, about }: Pick<Question, 'id' | 'about'>): string {
  return about.length === 0 ? id : `${id}.${about.join('.')}`;
}

/** Picked ones first, then by score; one of strength or worth among them, where there is one. */
function choose(view: View, questions: readonly Question[], picks: readonly string[]) {
  const isPicked = (one: Question) => picks.includes(one.id) || picks.includes(itemIdOf(one));
  const all = questions.filter((one) => !(one.tender && view.audience === 'public'));
  const byScore = [...all].sort((a, b) => b.score - a.score);
  const wished = [
    ...byScore.filter(isPicked),
    ...byScore.filter((one) => one.state === 'ask' && !isPicked(one)),
  ];
  // What begins does not push a pick of its own block out.
  const taken = new Set(byScore.filter(isPicked).map((one) => one.block.toLowerCase()));
  const begins = wished.find(
    (one) =>
      isStrength(one) && !isAboutMoney(view, one) && (isPicked(one) || !taken.has(one.block.toLowerCase())),
  );
  const inOrder = begins === undefined ? wished : [begins, ...wished.filter((one) => one !== begins)];
  // Where no question is of strength or worth, a place is kept for the standing one.
  const most = begins === undefined ? MOST_QUESTIONS - 1 : MOST_QUESTIONS;
  const chosen: Question[] = [];
  const left: { id: string; because: 'block' | 'enough' }[] = [];
  for (const one of inOrder) {
    const sameBlock = chosen.some((each) => each.block.toLowerCase() === one.block.toLowerCase());
    if (chosen.length < most && !sameBlock) chosen.push(one);
    else left.push({ id: itemIdOf(one), because: sameBlock ? 'block' : 'enough' });
  }
  return { chosen, left };
}

function isStrength(question: Pick<Question, 'id'>): boolean {
  return RULES.find((rule) => rule.id === question.id)?.opens === true;
}

function asItem(view: View, question: Question): Draft {
  const money = isAboutMoney(view, question);
  return {
    id: itemIdOf(question),
    sort: 'question',
    question: question.id,
    block: question.block,
    money,
    tender: question.tender,
    message: question.message,
    why: question.whyMessage,
    opensWith: money ? valueServed(view, question) : null,
    evidence: question.evidence,
    fixed: null,
  };
}

const PLAIN = {
  question: null,
  block: null,
  money: false,
  tender: false,
  why: null,
  opensWith: null,
  evidence: [],
  fixed: null,
} as const;

function ownItem(own: OwnItem): Draft {
  return { ...PLAIN, id: own.id, sort: 'own', message: OWN({ text: own.text }), fixed: own.minutes ?? null };
}

function opening(): Draft {
  return { ...PLAIN, id: 'worth', sort: 'opening', message: WORTH() };
}

/** The open decision that is to be looked at first; without one, the plain question of what is decided. */
function closing(view: View): Draft {
  const late = Number.MAX_SAFE_INTEGER;
  const [open] = view.decisions
    .filter((one) => one.state === 'open')
    .sort((a, b) => (a.reviewOn?.last ?? late) - (b.reviewOn?.last ?? late));
  if (open === undefined) return { ...PLAIN, id: 'close', sort: 'not-now', message: CLOSE() };
  const decision = quoted(view, inLanguage(open.text), A_DECISION().text);
  const when = sayAt(open.reviewOn);
  const said = DECIDE({ decision, when: when === '' ? 'none' : when });
  return { ...PLAIN, id: 'close', sort: 'decision', message: said, evidence: [open.id] };
}

function beginning(drafts: readonly Draft[]): Draft | null {
  return (
    drafts.find((one) => one.question !== null && isStrength({ id: one.question }) && !one.money) ?? null
  );
}

/** As people wish; only money does not begin. */
function ordered(items: readonly Draft[], order: readonly string[]): readonly Draft[] {
  const named = order.flatMap((id) => items.find((one) => one.id === id) ?? []);
  const wished = [...new Set([...named, ...items])];
  const first = wished.find((one) => !one.money);
  return first === undefined
    ? wished
    : wished[0]?.money
      ? [first, ...wished.filter((one) => one !== first)]
      : wished;
}

/** Shares the length out in whole minutes that sum to it; who has the largest rest gets the minute that is left. */
function timed(items: readonly Draft[], total: number): readonly MeetingItem[] {
  const fixed = items.reduce((sum, one) => sum + (one.fixed ?? 0), 0);
  const open = items.filter((one) => one.fixed === null);
  const free = total - fixed - open.length;
  if (free < 0) throw new RangeError('The items take longer than the meeting.');
  const weights = items.map((one): number =>
    one.fixed !== null ? 0 : one.money ? MONEY_WEIGHT : WEIGHT[one.sort],
  );
  const sum = weights.reduce((all, one) => all + one, 0);
  const exact = weights.map((weight) => (free * weight) / sum);
  const given = exact.map(Math.floor);
  const rest = free - given.reduce((all, one) => all + one, 0);
  const byRest = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRest.slice(0, rest)) given[at] = (given[at] ?? 0) + 1;
  return items.map(({ fixed: own, ...one }, at) => ({ ...one, minutes: own ?? (given[at] ?? 0) + 1 }));
}
