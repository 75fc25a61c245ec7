/** A round as it crosses: the same for phones and facilitators, who get a few counts more. Nothing here says who wrote. */

export const PHASES = [
  'read',
  'write',
  'gather',
  'clarify',
  'discuss',
  'decide',
  'record',
  'closed',
] as const;
export type Phase = (typeof PHASES)[number];
export type Way = 'consent' | 'dots' | 'score';

export interface Named {
  readonly id: string;
  readonly text: string;
}

export interface OptionResult extends Named {
  readonly dots: number | null;
  /** So many people gave it a dot. */
  readonly people: number | null;
  readonly median: number | null;
  /** Quartiles: half of the answers lie between the two. */
  readonly low: number | null;
  readonly high: number | null;
  readonly answers: number | null;
  readonly rank: number | null;
}

export interface Result {
  readonly way: Way;
  /** Fewer answered than may be shown. */
  readonly cannotTell: boolean;
  readonly chosen: number | null;
  readonly verdict: 'agreed' | 'objections' | 'ranked' | 'tied' | 'cannot-tell';
  readonly consent: number | null;
  readonly aside: number | null;
  readonly objections: number | null;
  readonly reasons: readonly string[];
  readonly options: readonly OptionResult[];
}

export interface Outcome {
  readonly outcome: 'decided' | 'not-now';
  readonly text: string;
  readonly who: readonly string[];
  readonly review: string | null;
  readonly reasons: string | null;
}

export type Notes =
  | { readonly is: 'shown'; readonly notes: readonly Named[] }
  | { readonly is: 'not-yet' }
  | { readonly is: 'too-few' };

/** What every phone gets. */
export interface RoundState {
  readonly round: string;
  readonly community: { readonly id: string; readonly name: string };
  readonly version: number;
  readonly phase: Phase;
  readonly way: Way;
  readonly anonymous: boolean;
  /** Below so many nothing is shown. */
  readonly k: number;
  readonly overDays: boolean;
  readonly paraphrase: boolean;
  readonly question: {
    readonly id: string | null;
    readonly text: string;
    readonly why: string | null;
    readonly evidence: readonly Named[];
  };
  readonly options: readonly Named[];
  /** Dots that each may give away; null for other ways. */
  readonly dots: number | null;
  readonly scale: { readonly least: number; readonly most: number } | null;
  readonly minutes: Readonly<Partial<Record<'write' | 'clarify' | 'discuss' | 'decide', number>>>;
  readonly timer: { readonly left: number } | null;
  readonly joined: number;
  readonly notes: Notes;
  readonly result: Result | null;
  readonly record: Outcome | null;
}

/** What a facilitator gets beside: the way in, and counts. */
export interface FacilitatorState extends RoundState {
  readonly link: string | null;
  readonly code: string | null;
  readonly written: number;
  /** Null below k. */
  readonly notesWritten: number | null;
  readonly chosen: number;
  readonly opened: string;
  readonly closed: string | null;
  readonly audience: string;
  /** In the community's file, once it was kept there. */
  readonly decision: string | null;
}

export interface RoundLine {
  readonly id: string;
  readonly phase: Phase;
  readonly way: Way;
  readonly question: string;
  readonly opened: string;
  readonly closed: string | null;
  readonly joined: number;
  readonly anonymous: boolean;
  readonly overDays: boolean;
  readonly record: Outcome | null;
}

/** Counts between two states. */
export interface Counts {
  readonly joined: number;
  readonly written?: number;
  readonly chosen?: number;
  readonly notesWritten?: number | null;
}

export interface OpenRound {
  readonly question?: string;
  readonly text?: string;
  readonly way: Way;
  readonly options?: readonly string[];
  readonly minutes?: { readonly write?: number };
  readonly audience?: string;
  readonly paraphrase?: boolean;
  readonly overDays?: boolean;
  readonly despite?: string;
}
