/** What an audience is shown of the totals, and why not of others: made once with the view and carried by it, so that every door has the same. */
import type { Standing } from '#core/audience/protect/parts';
import type { Why } from '#core/audience/protect/rules';
import type { Id } from '#core/model/fact';

/** A figure a month, in the unit of its kind: a number, a band of two, or null where it is withheld (`why`) or unknown. */
export interface MaskFigure {
  readonly amount: number | readonly [number, number] | null;
  readonly why: Why | null;
}

export interface MaskCell extends MaskFigure {
  readonly row: Id;
  readonly col: Id;
  /** The flow of the view that stands for it; null where neither end nor amount may be told. */
  readonly flow: Id | null;
}

/** Who gives what to where: rows and columns are circles, pools, activities and needs as this audience knows them. */
export interface MaskTable {
  readonly kind: Id;
  readonly standing: Standing;
  readonly level: 'aggregate' | 'range';
  readonly rows: readonly Id[];
  readonly cols: readonly Id[];
  readonly cells: readonly MaskCell[];
  /** Sums of what is known, by row and by column, in their order. */
  readonly rowTotals: readonly MaskFigure[];
  readonly colTotals: readonly MaskFigure[];
  readonly total: MaskFigure;
}

export interface Mask {
  /** Contributors below which a sum is withheld from this audience. */
  readonly least: number;
  readonly tables: readonly MaskTable[];
}
