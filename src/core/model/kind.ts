/** Kinds of resource and the law that each obeys. Kinds are never added to one another. */
import type { Id, Text } from '#core/model/fact';

/** `conserved` money, things · `perishable` hours, attention · `copyable` knowledge · `relational` trust, goodwill. */
export type Law = 'conserved' | 'perishable' | 'copyable' | 'relational';

export interface Kind {
  /** In a name space of its own. */
  readonly id: Id;
  readonly name: Text | null;
  /** Null for relational kinds, which are observed and have no unit. */
  readonly unit: string | null;
  readonly law: Law;
  /** One person's use leaves less for others. Copyable and relational kinds are not rival unless said. */
  readonly rival: boolean;
  /** Months after which half of it has faded; null where it does not fade or nobody said. */
  readonly halfLifeMonths: number | null;
  readonly sensitive: boolean;
  /** False where the format knows it without a declaration (currencies, hours). */
  readonly declared: boolean;
  /** A currency of ISO 4217. */
  readonly currency: boolean;
  readonly note: Text | null;
}
