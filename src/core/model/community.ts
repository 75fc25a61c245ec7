/** A community as described: plain data that survives JSON. Whoever computes with it asks a `View`, never this. */
import type { Amount } from '#core/model/amount';
import { type Day, middleDay, type When } from '#core/model/dates';
import type { Id, Series, Text } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import type * as T from '#core/model/things';

export interface Source {
  readonly id: Id;
  readonly title: Text | null;
  readonly url: string | null;
  readonly note: Text | null;
  readonly on: When | null;
}

export interface Block {
  readonly id: string;
  readonly name: Text;
  readonly asks: Text | null;
  readonly differs: Text | null;
}

export interface SchemeRevision {
  readonly on: When;
  readonly op: 'add' | 'rename' | 'merge' | 'split' | 'retire';
  readonly of: readonly string[];
  readonly into: readonly string[];
  readonly why: Text | null;
  /** The decision that it follows. */
  readonly decision: Id | null;
}

export interface Scheme {
  readonly id: string;
  readonly version: number;
  readonly blocks: readonly Block[];
  readonly revised: readonly SchemeRevision[];
}

export interface AudienceDeclaration {
  readonly id: string;
  readonly name: Text | null;
  /** Audiences whose facts this one sees as well. */
  readonly includes: readonly string[];
  /** Contributors below which a sum is withheld. */
  readonly least: number | null;
  readonly note: Text | null;
}

/** Since when a level is stated, and why. */
export interface OpennessNote {
  readonly from: When | null;
  readonly because: Text | null;
}

export interface Calendar {
  /** Months in a season. */
  readonly seasonMonths: number;
  /** Hours in a day of work. */
  readonly workdayHours: number;
}

/** A named exchange rate that somebody signed. Never used unless asked for by name. */
export interface Rate {
  readonly id: Id;
  readonly name: Text | null;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly by: Text | null;
}

/** A community's own wording, additions and retirements of questions. */
export interface QuestionRevision {
  readonly id: string;
  readonly text: Text | null;
  readonly block: string | null;
  readonly retired: boolean;
  readonly why: Text | null;
}

export interface Community {
  readonly id: Id;
  readonly name: Text;
  readonly about: Text | null;
  /** The day this description speaks of; null where the file does not say. */
  readonly asOf: When | null;
  readonly languages: readonly string[];
  readonly size: Series<Amount>;
  readonly scheme: Scheme;
  /** What a fact without a `see` of its own may be seen by; null where the file says nothing (then: core). */
  readonly see: readonly string[] | null;
  readonly sources: readonly Source[];
  readonly kinds: readonly Kind[];
  readonly audiences: readonly AudienceDeclaration[];
  /** Audience to kind to level. */
  readonly openness: Readonly<Record<string, Readonly<Record<string, T.Level>>>>;
  /** Since when a level is stated, and why, where the file says so: audience to kind. */
  readonly opennessNotes?: Readonly<Record<string, Readonly<Record<string, OpennessNote>>>>;
  readonly calendar: Calendar;
  readonly rates: readonly Rate[];
  readonly questions: readonly QuestionRevision[];
  /** Id to position, in the picture's own coordinates. */
  readonly positions: Readonly<Record<Id, { readonly x: number; readonly y: number }>>;
  /** `simulation: {parameters}`, kept as written. */
  readonly simulation: Readonly<Record<string, unknown>>;
  readonly x: Readonly<Record<string, unknown>>;

  readonly vision: readonly T.Vision[];
  readonly parties: readonly T.Party[];
  readonly roles: readonly T.Role[];
  readonly pools: readonly T.Pool[];
  readonly pockets: readonly T.Pocket[];
  readonly activities: readonly T.Activity[];
  readonly needs: readonly T.Need[];
  readonly flows: readonly T.Flow[];
  readonly accounts: readonly T.Account[];
  readonly baskets: readonly T.Basket[];
  readonly trials: readonly T.Trial[];
  readonly influences: readonly T.Influence[];
  readonly quantities: readonly T.Quantity[];
  readonly ties: readonly T.Tie[];
  readonly movements: readonly T.Movement[];
  readonly tools: readonly T.Tool[];
  readonly worth: readonly T.Worth[];
  readonly voices: readonly T.Voice[];
  readonly decisions: readonly T.Decision[];
  readonly history: readonly T.HistoryEvent[];
  readonly walls: readonly T.Wall[];
  readonly scenarios: readonly T.Scenario[];
}

/** The sections of a community that hold things with ids. */
export const THING_SECTIONS = [
  'vision',
  'parties',
  'roles',
  'pools',
  'pockets',
  'activities',
  'needs',
  'flows',
  'accounts',
  'baskets',
  'trials',
  'influences',
  'quantities',
  'ties',
  'movements',
  'tools',
  'worth',
  'voices',
  'decisions',
  'history',
  'walls',
  'scenarios',
] as const;

/** Ids that name no thing of the file: the boundary, reserves, unrenewed wear, the commercial web, and flow ends. */
export const RESERVED_IDS: readonly Id[] = ['outside', 'past', 'future', 'ecosystem', 'made', 'loss'];

/** Every thing of a community, section by section. */
export function allThings(community: Community): T.Thing[] {
  return THING_SECTIONS.flatMap((section) => community[section] as readonly T.Thing[]);
}

/** The day of the description: the middle of `as-of`, or null where the file does not say. */
export function describedDay(community: Community): Day | null {
  return community.asOf === null ? null : middleDay(community.asOf.text);
}
