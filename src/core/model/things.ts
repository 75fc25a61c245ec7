/** The things a community is described by. Data only: what follows from them is computed elsewhere. */
import type { Amount, Price } from '#core/model/amount';
import type { When } from '#core/model/dates';
import type { Evidence, Fact, Id, Series, Text } from '#core/model/fact';

export type PartyType = 'person' | 'circle' | 'organisation' | 'public' | 'ecosystem';
export type CircleName = 'core' | 'active' | 'occasional' | 'peripheral' | 'transactional';

export interface Party extends Fact {
  readonly section: 'parties';
  readonly type: PartyType;
  readonly circle: CircleName | null;
  /** Inside the boundary: among those who say "we". False unless said. */
  readonly inside: boolean;
  /** The circle or organisation that this party is part of. */
  readonly in: Id | null;
  /** Head count. */
  readonly size: Series<Amount>;
  /** 0 to 1. */
  readonly energy: Series<number | null>;
  /** Hours that could be given. */
  readonly available: Series<Amount>;
  /** Minutes that could be read. */
  readonly reads: Series<Amount>;
  readonly consent: string | boolean | null;
}

export interface Role extends Fact {
  readonly section: 'roles';
  readonly heldBy: readonly Id[];
  /** How many holders it takes; null where nobody said. */
  readonly needs: number | null;
}

export type Norm = 'sharing' | 'ranking' | 'turn-taking' | 'pricing';

/** A stock read on a day, or undated (then it is the stock on the day of the description). */
export interface StockReading {
  readonly on: When | null;
  readonly amount: Amount;
  readonly because: readonly Evidence[];
}

export interface Pool extends Fact {
  readonly section: 'pools';
  readonly kind: Id;
  readonly holder: Id | null;
  readonly deciders: readonly Id[];
  readonly stock: readonly StockReading[];
  readonly entry: Text | null;
  readonly use: Text | null;
  readonly limits: Text | null;
  readonly norm: Norm | null;
  readonly oursBecause: Text | null;
  readonly wears: Series<Amount>;
  readonly renews: Series<Amount>;
  /** Share that regrows a month, for a stock that grows by itself towards `carries`. */
  readonly regrowsPerMonth: number | null;
  readonly carries: Amount | null;
  /** Ids of its pockets, in the order of the file. */
  readonly pockets: readonly Id[];
}

export type Softness = 'legal' | 'agreed' | 'habit' | 'in-head';

export interface Pocket extends Fact {
  readonly section: 'pockets';
  readonly pool: Id;
  /** What is meant to be in it, as a share of the pool, 0 to 1. */
  readonly share: Series<number | null>;
  readonly softness: Softness;
  readonly allowed: readonly Id[];
}

export interface Activity extends Fact {
  readonly section: 'activities';
  readonly orientation: string | null;
  /** Where its worth goes: party, activity, pool or `loss` to weight. Empty: nobody said. */
  readonly for: Readonly<Record<Id, number>>;
  /** How often it happens (`6 / year`); null where nobody said. */
  readonly rhythm: Amount | null;
  /** Id of an entry of `vision`. */
  readonly serves: Id | null;
  readonly price: 'free' | Amount | null;
  /** Ids of its needs, in the order of the file. */
  readonly needs: readonly Id[];
  /** Who uses it in fact, to weight. */
  readonly usedBy: Readonly<Record<Id, number>>;
  readonly sends: { readonly items: Amount; readonly minutes: number | null } | null;
}

export interface Need extends Fact {
  readonly section: 'needs';
  readonly activity: Id;
  readonly kind: Id | null;
  readonly amount: Series<Amount>;
  /** Exponent beta: demand grows with size to this power. Null: nobody said. */
  readonly grows: number | null;
  readonly critical: boolean;
}

export type Form = 'gift' | 'favour' | 'turn' | 'due' | 'duty' | 'grant' | 'sale' | 'pay' | 'in-kind';
export type Status = 'hoped' | 'told' | 'agreed' | 'actual';
export type Size = 'S' | 'M' | 'L';
export type Level = 'hidden' | 'existence' | 'aggregate' | 'range' | 'exact';

/** A contested or second reading of the same thing. */
export interface OtherReading {
  readonly amount: Amount | null;
  readonly note: Text | null;
  readonly because: readonly Evidence[];
}

export interface Flow extends Fact {
  readonly section: 'flows';
  /** Party, pool, pocket, activity, or a reserved end: outside, past, future, ecosystem, made, loss. */
  readonly from: Id;
  readonly to: Id;
  /** Null where nothing in the file tells the kind of an unknown amount. */
  readonly kind: Id | null;
  readonly amount: Series<Amount>;
  readonly form: Form | null;
  readonly status: Status;
  /** The need that it meets. */
  readonly fulfils: Id | null;
  /** The flow of work that this payment is for. */
  readonly compensates: Id | null;
  readonly fair: Price | null;
  readonly strings: Text | null;
  readonly grows: number | null;
  /** The activity by which this income is earned. */
  readonly for: Id | null;
  readonly norm: Norm | null;
  readonly size: Size | null;
  readonly shown: Readonly<Record<string, Level>>;
  readonly otherwise: readonly OtherReading[];
}

export interface Account extends Fact {
  readonly section: 'accounts';
  /** The one who owes. */
  readonly who: Id;
  readonly towards: Id;
  readonly about: Text | null;
  readonly size: Size | Amount | null;
  readonly state: 'unspoken' | 'acknowledged' | 'honoured' | 'forgiven' | 'disputed';
}

export interface Basket extends Fact {
  readonly section: 'baskets';
  readonly sponsor: Id;
  readonly includes: readonly Id[];
  readonly income: readonly Id[];
  readonly strings: Text | null;
  readonly reporting: Text | null;
  readonly ends: When | null;
  readonly dependsOn: Id | null;
  readonly spendBy: When | null;
}

export interface Trial extends Fact {
  readonly section: 'trials';
  readonly about: Text | null;
  readonly gave: readonly Id[];
  readonly hoped: Text | null;
  readonly reviewOn: When | null;
  readonly outcome: 'stop' | 'repeat' | 'regular' | 'unknown';
}

export interface Influence extends Fact {
  readonly section: 'influences';
  readonly from: Id;
  readonly to: Id;
  readonly sign: '+' | '-';
  /** Months until it is felt; null where nobody said. */
  readonly delayMonths: number | null;
  readonly strength: 'weak' | 'medium' | 'strong' | null;
  readonly condition: Text | null;
}

/** A named thing that influences may touch and that is no party, pool, activity or flow. */
export interface Quantity extends Fact {
  readonly section: 'quantities';
  readonly unit: string | null;
}

export interface Tie extends Fact {
  readonly section: 'ties';
  readonly between: readonly [Id, Id];
  /** 0 to 1; null is unknown. */
  readonly trust: Series<number | null>;
  readonly tended: When | null;
  readonly mayMeet: 'apart' | 'through-bridge' | 'free' | null;
  readonly bridge: Id | null;
  readonly through: 'message' | 'data' | 'attention' | 'access' | null;
}

export interface Movement extends Fact {
  readonly section: 'movements';
  readonly from: Id;
  readonly to: Id;
  readonly amount: Series<Amount>;
}

export interface Tool extends Fact {
  readonly section: 'tools';
  /** Parties who hold the keys. */
  readonly keys: readonly Id[];
  readonly payer: Id | 'unknown' | null;
  /** Whether what is in it can be carried out. */
  readonly exports: boolean | null;
  readonly adoption: number | null;
  /** Effect to factor, for simulation. */
  readonly scales: Readonly<Record<string, number>>;
}

export interface Worth extends Fact {
  readonly section: 'worth';
  readonly about: Id | null;
  readonly for: Id | null;
  readonly cycle: 'immediate' | 'potential' | 'applied' | 'realised' | 'reframing' | null;
  readonly sign: '+' | '-';
  readonly text: Text;
}

export interface Voice extends Fact {
  readonly section: 'voices';
  readonly about: Id | null;
  readonly type: 'worth' | 'concern' | 'dispute' | 'hard-to-raise';
  readonly sign: '+' | '-' | null;
  readonly cycle: Worth['cycle'];
  readonly by: Id | null;
  readonly anonymous: boolean;
  readonly text: Text | null;
}

export interface Decision extends Fact {
  readonly section: 'decisions';
  readonly text: Text;
  readonly question: Text | null;
  readonly options: readonly Text[];
  readonly reasons: Text | null;
  readonly objections: Text | null;
  readonly by: readonly Id[];
  /** What it touches: things whose later measures are shown beside it. */
  readonly about: readonly Id[];
  /** Analyses by which people mean to see what it did. */
  readonly measures: readonly string[];
  readonly on: When | null;
  readonly reviewOn: When | null;
  readonly state: 'open' | 'decided' | 'reviewed' | 'dropped';
}

export interface HistoryEvent extends Fact {
  readonly section: 'history';
  readonly on: When;
  readonly text: Text;
  readonly changes: readonly Id[];
}

export interface Vision extends Fact {
  readonly section: 'vision';
  readonly text: Text;
  readonly horizon: When | null;
  readonly authors: readonly Id[];
}

/** Parties meant to be kept apart, or to meet only through a bridge. */
export interface Wall extends Fact {
  readonly section: 'walls';
  readonly between: readonly Id[];
  readonly mayMeet: 'apart' | 'through-bridge';
  readonly bridge: Id | null;
}

/** Kept as written; run by the simulation. */
export interface ScenarioChange {
  readonly verb: 'end' | 'start' | 'set' | 'times' | 'cut' | 'add' | 'move';
  readonly of: Id | null;
  readonly to: unknown;
  readonly factor: number | null;
  /** A duration from the day of the description, in months, or a date. */
  readonly at: { readonly months: number } | { readonly on: When };
  readonly why: Text | null;
}

export interface Scenario extends Fact {
  readonly section: 'scenarios';
  readonly changes: readonly ScenarioChange[];
}

/** Any thing with an id. */
export type Thing =
  | Party
  | Role
  | Pool
  | Pocket
  | Activity
  | Need
  | Flow
  | Account
  | Basket
  | Trial
  | Influence
  | Quantity
  | Tie
  | Movement
  | Tool
  | Worth
  | Voice
  | Decision
  | HistoryEvent
  | Vision
  | Wall
  | Scenario;
