/** What the parts of Talk that come back every month ask of the server. */
import type { Leg } from '#core/talk/item';
import type { Message } from '#core/words/message';
import { json, type Operation, of, tell } from '../../shared/api';
import { spokenAt } from '../../shared/language';

export interface MonthItem {
  readonly id: string;
  readonly leg: Leg;
  readonly relief: boolean;
  readonly minutes: number;
  readonly date: string | null;
  readonly evidence: readonly string[];
  readonly message: Message;
  readonly ownerMessage: Message;
}

export interface Month {
  readonly month: string;
  readonly minutes: number;
  readonly legs: readonly {
    readonly leg: Leg;
    readonly items: readonly string[];
    readonly message: Message;
  }[];
  readonly items: readonly MonthItem[];
}

export interface FeedLine {
  readonly id: string;
  readonly audience: string;
  readonly madeAt: string;
}

export interface Reading {
  readonly text: string;
  readonly message: Message;
  readonly evidence: readonly string[];
}

export interface DecisionLine {
  readonly id: string;
  readonly due: boolean;
  readonly beside: readonly {
    readonly analysis: string;
    readonly about: readonly string[];
    readonly kind: string | null;
    readonly earlier: Reading | null;
    readonly now: Reading | null;
    readonly moved: boolean;
  }[];
}

export interface Minutes {
  readonly on: string;
  readonly markdown: string;
  readonly proposes: readonly Operation[];
}

export interface SaidVoice {
  readonly sort: 'worth' | 'concern' | 'dispute';
  readonly about: string | null;
  readonly circle: string | null;
  readonly text: string;
  readonly name: string | null;
}

export interface Waiting extends SaidVoice {
  readonly id: string;
  readonly proposes: readonly Operation[];
}

export interface PulseLine {
  readonly id: string;
  readonly circle: string;
  readonly sort: 'energy' | 'worth';
  readonly about: string | null;
  readonly question: string;
  readonly least: number;
  readonly begunOn: string;
  readonly closedOn: string | null;
  readonly result: { readonly answers: number; readonly low: number; readonly high: number } | null;
  readonly proposes: readonly Operation[];
}

export interface Hard {
  readonly least: number;
  readonly choices: readonly { readonly topic: string; readonly name: string }[];
  readonly topics: readonly { readonly topic: string; readonly name: string; readonly question: Message }[];
}

export interface JoinedPulse {
  readonly community: string;
  readonly circle: string;
  readonly question: string;
  readonly sort: 'energy' | 'worth';
  readonly state: 'open' | 'answered' | 'closed';
  readonly seat: string | null;
}

const post = (body: unknown) => ({ method: 'POST', body });

export const monthly = {
  month: (id: string, on: string, month: string) =>
    json<Month>(`${of(id)}/agenda`, { query: { 'as-of': on, month } }),
  /** Where the agenda can be fetched as a file. */
  monthAddress: (id: string, on: string, month: string, format: 'md' | 'ics') =>
    spokenAt(`/api${of(id)}/agenda?${new URLSearchParams({ 'as-of': on, month, format })}`),
  feeds: async (id: string) => (await json<{ feeds: FeedLine[] }>(`${of(id)}/feeds`)).feeds,
  /** The address is told only now. */
  makeFeed: (id: string) => json<FeedLine & { address: string }>(`${of(id)}/feeds`, post({})),
  withdrawFeed: (id: string, feed: string) => tell(`${of(id)}/feeds/${feed}`, { method: 'DELETE' }),

  decisions: async (id: string, on: string) =>
    (await json<{ decisions: DecisionLine[] }>(`${of(id)}/decisions`, { query: { 'as-of': on } })).decisions,
  minutes: (id: string, on: string, legs: readonly Leg[]) =>
    json<Minutes>(`${of(id)}/minutes`, { query: { on, legs: legs.join(',') } }),

  leaveVoice: (id: string, voice: SaidVoice) => tell(`${of(id)}/voices`, post(voice)),
  waiting: async (id: string) => (await json<{ waiting: Waiting[] }>(`${of(id)}/voices`)).waiting,
  dropVoice: (id: string, voice: string) => tell(`${of(id)}/voices/${voice}`, { method: 'DELETE' }),

  pulses: async (id: string) => (await json<{ pulses: PulseLine[] }>(`${of(id)}/pulses`)).pulses,
  beginPulse: (
    id: string,
    pulse: {
      readonly circle: string;
      readonly sort: 'energy' | 'worth';
      readonly about: string | null;
      readonly question?: string;
    },
  ) => json<{ id: string; link: string }>(`${of(id)}/pulses`, post(pulse)),
  closePulse: (id: string, pulse: string) => tell(`${of(id)}/pulses/${pulse}/close`, { method: 'POST' }),
  dropPulse: (id: string, pulse: string) => tell(`${of(id)}/pulses/${pulse}`, { method: 'DELETE' }),
  joinPulse: (token: string, seat: string | null) =>
    json<JoinedPulse>('/pulses/join', post(seat === null ? { token } : { token, seat })),
  answerPulse: (token: string, seat: string, step: number) =>
    tell('/pulses/answer', post({ token, seat, step })),

  hard: (id: string) => json<Hard>(`${of(id)}/hard`),
  markHard: (id: string, topic: string) => tell(`${of(id)}/hard`, post({ topic })),
};
