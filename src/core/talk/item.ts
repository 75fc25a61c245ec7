/** What stands on the agenda of a month: topics with their leg, the role that carries them, and minutes. Decides nothing. */
import type { View } from '#core/audience/view';
import type { Day, When } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

/** The three legs on which a community stands (after Gumucio-Dagron). */
export const LEGS = ['social', 'institutional', 'financial'] as const;
export type Leg = (typeof LEGS)[number];

export type Topic =
  | 'thanks'
  | 'energy'
  | 'keys'
  | 'roles'
  | 'upkeep'
  | 'promises'
  | 'trial'
  | 'renewals'
  | 'runway'
  | 'sponsor'
  | 'pocket'
  | 'newcomers'
  | 'account'
  | 'shown'
  | 'question'
  | 'celebrate';

export interface AgendaItem {
  /** Stable: the topic, and the thing that it is about. */
  readonly id: string;
  readonly topic: Topic;
  readonly leg: Leg;
  /** What makes lighter comes before what is new. */
  readonly relief: boolean;
  /** The role that carries it, as a phrase: "whoever keeps the money". */
  readonly owner: Message;
  readonly minutes: number;
  readonly message: Message;
  /** The day on which it is due; null where it has none. */
  readonly day: Day | null;
  readonly evidence: readonly Id[];
  /** Place in the order of talking, from 0. Relief is 1, new work 5. */
  readonly phase: number;
}

interface Standing {
  readonly leg: Leg;
  readonly role: string;
  readonly minutes: number;
  readonly phase: number;
}

/** Place of what makes lighter, and of new work, in the order of talking. */
export const RELIEF = 1;
export const NEW_WORK = 5;

/** Minutes are a proposal (heuristic). */
const STANDING: Readonly<Record<Topic, Standing>> = {
  thanks: { leg: 'social', role: 'host', minutes: 5, phase: 0 },
  energy: { leg: 'social', role: 'host', minutes: 10, phase: RELIEF },
  keys: { leg: 'institutional', role: 'stewards', minutes: 5, phase: RELIEF },
  roles: { leg: 'institutional', role: 'stewards', minutes: 5, phase: RELIEF },
  upkeep: { leg: 'institutional', role: 'upkeep', minutes: 5, phase: RELIEF },
  promises: { leg: 'institutional', role: 'minutes', minutes: 5, phase: 2 },
  trial: { leg: 'institutional', role: 'trial', minutes: 5, phase: 2 },
  renewals: { leg: 'financial', role: 'money', minutes: 5, phase: 3 },
  runway: { leg: 'financial', role: 'money', minutes: 5, phase: 3 },
  sponsor: { leg: 'financial', role: 'sponsor', minutes: 5, phase: 3 },
  pocket: { leg: 'financial', role: 'money', minutes: 5, phase: 3 },
  newcomers: { leg: 'social', role: 'welcome', minutes: 5, phase: 4 },
  account: { leg: 'social', role: 'host', minutes: 10, phase: 4 },
  shown: { leg: 'institutional', role: 'stewards', minutes: 5, phase: 4 },
  question: { leg: 'social', role: 'facilitator', minutes: 15, phase: NEW_WORK },
  celebrate: { leg: 'social', role: 'host', minutes: 5, phase: 6 },
};

const OWNER = message(
  'talk.owner',
  '{role, select, host {whoever hosts} stewards {the stewards} upkeep {those who keep it up} minutes {whoever keeps the minutes} trial {those who try it} money {whoever keeps the money} sponsor {whoever speaks with the sponsor} welcome {whoever welcomes} facilitator {whoever leads the talk} other {one of us}}',
);

export interface Said {
  /** The thing that it is about, where a topic has several items. */
  readonly on?: string;
  readonly evidence?: readonly Id[];
  readonly day?: Day | null;
  readonly leg?: Leg;
  readonly isNew?: boolean;
}

/** An item of a topic; what the topic says of leg, role and minutes holds unless said. */
export function item(topic: Topic, said: Message, more: Said = {}): AgendaItem {
  const standing = STANDING[topic];
  const phase = more.isNew === true ? NEW_WORK : standing.phase;
  return {
    id: more.on === undefined ? topic : `${topic}.${more.on}`,
    topic,
    leg: more.leg ?? standing.leg,
    relief: phase === RELIEF,
    owner: OWNER({ role: standing.role }),
    minutes: standing.minutes,
    message: said,
    day: more.day ?? null,
    evidence: [...new Set(more.evidence ?? [])].sort(),
    phase,
  };
}

/** The month of an agenda, and the sixty days that it looks ahead. */
export interface Window {
  /** `2026-12`. */
  readonly month: string;
  /** Months since the year 0: what rotates, rotates by it. */
  readonly number: number;
  /** The first of the month. */
  readonly from: Day;
  /** Sixty days later; belongs to it. */
  readonly until: Day;
}

/** What items are made from: the view on the first of the month, and whether it shows enough to say that something is missing. */
export interface Ground {
  readonly view: View;
  readonly window: Window;
  /** Hidden is not absent: without this nobody may say that a role or a key has too few holders. */
  readonly seesAll: boolean;
  readonly isPublic: boolean;
}

/** The last day that a date may name, where that day lies in the window; else null. */
export function dueIn(when: When | null, { from, until }: Window): Day | null {
  const day = when?.last ?? null;
  return day !== null && day >= from && day <= until ? day : null;
}

/** One of several, another one each month; null where there is none. */
export function inTurn<T>(all: readonly T[], { number }: Window): T | null {
  return all[number % Math.max(1, all.length)] ?? null;
}
