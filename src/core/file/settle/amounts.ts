/** Gives every amount the unit of its kind, and every flow, need and pool its kind; reports where that cannot be done. */
import type { Node } from 'yaml';
import type { Reading } from '#core/file/reading';
import type { Kinds, UnitMeaning } from '#core/file/settle/kinds';
import type { Amount, KnownAmount } from '#core/model/amount';
import type { Kind } from '#core/model/kind';

export interface Settling {
  readonly reading: Reading;
  readonly kinds: Kinds;
}

/** An amount in another unit, each number multiplied. */
export function scaled(amount: Amount, unit: string | null, factor = 1): Amount {
  if (amount.unit === unit && factor === 1) return amount;
  if (amount.is !== 'known') return { ...amount, unit };
  const known: KnownAmount = {
    ...amount,
    unit,
    least: amount.least * factor,
    likely: amount.likely * factor,
    most: amount.most * factor,
  };
  return known;
}

export function placeOf(value: object, settling: Settling): Node | null {
  return settling.reading.places.get(value) ?? null;
}

/** The meaning of the unit of an amount, or null with the problem reported. */
export function meaning(amount: Amount, settling: Settling): UnitMeaning | null {
  const unit = amount.unit ?? '';
  const known = settling.kinds.ofUnit(unit);
  if (known === null) {
    const at = placeOf(amount, settling);
    if (at)
      settling.reading.report('unknown-unit', at, { unit, near: settling.kinds.nearestUnit(unit) ?? 'none' });
  }
  return known;
}

export interface KindAndAmounts {
  readonly kind: Kind | null;
  readonly amounts: readonly Amount[];
}

/**
 * Finds the one kind of several amounts of the same thing and gives all of them its unit. `named` is the kind that the
 * thing names; `otherwise` is taken where no amount says anything, since an unknown amount may stay without a kind.
 */
export function settleKind(
  amounts: readonly Amount[],
  named: Kind | null,
  settling: Settling,
  otherwise: () => Kind | null,
): KindAndAmounts {
  const meanings = amounts.map((amount) => (amount.unit === null ? null : meaning(amount, settling)));
  const broken = amounts.some((amount, i) => amount.unit !== null && meanings[i] === null);
  let kind = named;
  const first = meanings.findIndex((one) => one !== null);
  if (kind === null && first !== -1) {
    const candidates = meanings[first]?.kinds ?? [];
    if (candidates.length > 1) {
      reportSeveral(amounts[first] as Amount, candidates, settling);
      return { kind: null, amounts };
    }
    kind = candidates[0] ?? null;
  }
  if (kind === null) {
    const bare = amounts.find((amount) => amount.is === 'known' && amount.unit === null);
    const at = bare && !broken ? placeOf(bare, settling) : null;
    if (at) settling.reading.report('ambiguous-kind', at, { several: 'no', unit: 'none', known: '' });
    if (broken || bare) return { kind: null, amounts };
    kind = otherwise();
    if (kind === null) return { kind, amounts };
  }
  const one = kind;
  return { kind, amounts: amounts.map((amount, i) => fitted(amount, meanings[i] ?? null, one, settling)) };
}

function reportSeveral(amount: Amount, candidates: readonly Kind[], settling: Settling): void {
  const at = placeOf(amount, settling);
  const known = candidates.map((kind) => kind.id).join(', ');
  if (at) settling.reading.report('ambiguous-kind', at, { several: 'yes', unit: amount.unit ?? '', known });
}

function fitted(amount: Amount, meant: UnitMeaning | null, kind: Kind, settling: Settling): Amount {
  if (amount.unit === null) return scaled(amount, kind.unit);
  if (meant === null) return amount;
  if (!meant.kinds.some((one) => one.id === kind.id)) {
    const at = placeOf(amount, settling);
    if (at) settling.reading.report('wrong-unit', at, { unit: amount.unit, wanted: kind.unit ?? kind.id });
    return amount;
  }
  return scaled(amount, meant.unit, meant.factor);
}

/** An amount of any known kind. Without a unit it is in the unit given, or, where none is, of no clear kind. */
export function settleAny(amount: Amount, unit: string | null, settling: Settling): Amount {
  if (amount.unit !== null) {
    const meant = meaning(amount, settling);
    return meant === null ? amount : scaled(amount, meant.unit, meant.factor);
  }
  if (unit === null && amount.is === 'known') {
    const at = placeOf(amount, settling);
    if (at) settling.reading.report('ambiguous-kind', at, { several: 'no', unit: 'none', known: '' });
  }
  return scaled(amount, unit);
}

/** Units that are no kinds: people, hours, minutes, and things that are counted. */
export type Measure = 'people' | 'hours' | 'minutes' | 'times';

const MEASURES: Readonly<
  Record<Measure, Readonly<Record<string, readonly [unit: string | null, factor: number]>>>
> = {
  people: { person: ['person', 1], persons: ['person', 1], people: ['person', 1] },
  hours: { h: ['h', 1] },
  minutes: { min: ['min', 1], minutes: ['min', 1], minute: ['min', 1], h: ['min', 60] },
  times: {
    event: [null, 1],
    events: [null, 1],
    time: [null, 1],
    times: [null, 1],
    item: [null, 1],
    items: [null, 1],
  },
};

const WANTED: Readonly<Record<Measure, string>> = {
  people: 'person',
  hours: 'h',
  minutes: 'min',
  times: 'none',
};
const BARE: Readonly<Record<Measure, string | null>> = {
  people: null,
  hours: 'h',
  minutes: 'min',
  times: null,
};

/** An amount of people, hours, minutes or times, whatever kinds the file declares. */
export function settleMeasure(amount: Amount, measure: Measure, settling: Settling): Amount {
  if (amount.unit === null) return scaled(amount, BARE[measure]);
  const known = MEASURES[measure][amount.unit];
  if (known !== undefined) return scaled(amount, known[0], known[1]);
  const workday = measure === 'hours' || measure === 'minutes' ? settling.kinds.ofUnit(amount.unit) : null;
  if (workday?.unit === 'h')
    return scaled(amount, measure === 'hours' ? 'h' : 'min', workday.factor * (measure === 'hours' ? 1 : 60));
  const at = placeOf(amount, settling);
  if (at) settling.reading.report('wrong-unit', at, { unit: amount.unit, wanted: WANTED[measure] });
  return amount;
}

/** Reports a period where none belongs, or a missing one where it must be. */
export function checkPeriod(amount: Amount, wanted: boolean, settling: Settling): void {
  if (amount.is !== 'known' && wanted) return;
  const has = amount.per !== null && amount.per !== 'once';
  const at = placeOf(amount, settling);
  if (has !== wanted && at) settling.reading.report('wrong-period', at, { wanted: wanted ? 'yes' : 'no' });
}
