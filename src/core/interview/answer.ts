/**
 * What an answer proposes, in parts that a person can change before they are kept: who, to what, how much, of which kind,
 * in which form. Data only; the file is changed by what `writeAnswers` makes of it.
 */
import type { OwnKind } from '#core/interview/lexicon/lexicon';
import type { AmountParts } from '#core/interview/spoken-amount';
import type { Lasting } from '#core/interview/spoken-date';
import type { Id } from '#core/model/fact';
import type { CircleName, Form } from '#core/model/things';

/** What a name is begun as where nothing has it yet. */
export type EndSort = 'person' | 'circle' | 'organisation' | 'public' | 'activity' | 'pool';

export interface End {
  readonly text: string;
  readonly as: EndSort;
  /** How many they are, where the sentence said so of all of them. */
  readonly size?: number;
}

export interface StreamAnswer extends Lasting {
  readonly sort: 'stream';
  readonly from: End;
  readonly to: End;
  readonly name: string | null;
  readonly kind: Id | null;
  readonly amount: AmountParts;
  readonly form: Form | null;
  /** As it was said; kept as the note of the fact. */
  readonly sentence: string;
}

export interface NeedAnswer extends Lasting {
  readonly sort: 'need';
  readonly activity: string;
  readonly name: string | null;
  readonly kind: Id | null;
  readonly amount: AmountParts;
  readonly sentence: string;
}

export interface PartyAnswer extends Lasting {
  readonly sort: 'party';
  readonly name: string;
  readonly as: 'person' | 'circle' | 'organisation' | 'public';
  readonly inside: boolean;
  readonly circle: CircleName | null;
  /** As the file spells it: `12`, `about 30`, `some`; null where nobody said. */
  readonly size: string | null;
}

export interface ActivityAnswer extends Lasting {
  readonly sort: 'activity';
  readonly name: string;
  /** As the file spells it: `1 / week`. */
  readonly rhythm: string | null;
}

export interface PoolAnswer extends Lasting {
  readonly sort: 'pool';
  readonly name: string;
  readonly kind: Id;
  readonly stock: string | null;
}

export interface ToolAnswer extends Lasting {
  readonly sort: 'tool';
  readonly name: string;
  /** Who pays for it, by name. `''`: nobody said; `'?'`: nobody knows. */
  readonly payer: string;
  /** Who holds the keys, by name; `''`: nobody said. */
  readonly keys: string;
}

export interface InfluenceAnswer {
  readonly sort: 'influence';
  readonly from: string;
  readonly to: string;
  readonly sign: '+' | '-';
  readonly sentence: string;
}

export interface FreeAnswer {
  readonly sort: 'free';
  readonly activity: string;
  /** Names of those for whom it is. */
  readonly forWhom: readonly string[];
}

export interface VisionAnswer {
  readonly sort: 'vision';
  readonly text: string;
}

export interface NoteAnswer {
  readonly sort: 'note';
  readonly text: string;
}

export type Answer =
  | StreamAnswer
  | NeedAnswer
  | PartyAnswer
  | ActivityAnswer
  | PoolAnswer
  | ToolAnswer
  | InfluenceAnswer
  | FreeAnswer
  | VisionAnswer
  | NoteAnswer;

/** Kinds that the format does not know and that we declare when they are first used. `unit` and `law` as in the file. */
export const OWN_KINDS: Readonly<Record<OwnKind, { readonly unit?: string; readonly law: string }>> = {
  things: { unit: 'thing', law: 'conserved' },
  'know-how': { unit: 'text', law: 'copyable' },
  money: { unit: 'money', law: 'conserved' },
  attention: { unit: 'min', law: 'perishable' },
  goodwill: { law: 'relational' },
  kilos: { unit: 'kg', law: 'conserved' },
  pages: { unit: 'page', law: 'copyable' },
};

/** Nobody said how much. */
export const NOT_SAID: AmountParts = { much: 'unknown', unit: null, per: null };
