/**
 * The kinds of a file: those that it declares, and those that the format knows (hours, and the currencies of ISO 4217),
 * which join when they are used. The unit of an amount picks its kind here.
 */
import { CURRENCIES } from '#core/file/currencies';
import { nearest } from '#core/file/nearest';
import type { Reading } from '#core/file/reading';
import type { NamedKind } from '#core/file/shape/community';
import type { Id } from '#core/model/fact';
import type { Kind, Law } from '#core/model/kind';

/** What a unit stands for: the kinds that have it, and by what an amount is multiplied to be in the unit of the kind. */
export interface UnitMeaning {
  readonly kinds: readonly Kind[];
  readonly unit: string;
  readonly factor: number;
}

const WORKDAY = /^(?:days? of work|workdays?)$/;

export class Kinds {
  readonly #declared: readonly Kind[];
  readonly #known = new Map<Id, Kind>();
  readonly #byUnit = new Map<string, Kind[]>();
  readonly workdayHours: number;

  constructor(written: readonly NamedKind[], workdayHours: number, reading: Reading) {
    this.workdayHours = workdayHours;
    this.#declared = written.map((one) => declared(one, reading));
    for (const kind of this.#declared) {
      if (kind.unit !== null) this.#byUnit.set(kind.unit, [...(this.#byUnit.get(kind.unit) ?? []), kind]);
    }
  }

  /** Declared kinds in the order of the file, then the known ones that were used, by id. */
  get all(): Kind[] {
    return [...this.#declared, ...[...this.#known.values()].sort((a, b) => (a.id < b.id ? -1 : 1))];
  }

  /** A kind by id, declared or known. */
  byId(id: Id): Kind | null {
    return this.#declared.find((kind) => kind.id === id) ?? this.#knownKind(id);
  }

  #knownKind(id: Id): Kind | null {
    const before = this.#known.get(id);
    if (before) return before;
    const unit =
      id === 'hours'
        ? 'h'
        : CURRENCIES.has(id.toUpperCase()) && id === id.toLowerCase()
          ? id.toUpperCase()
          : null;
    if (unit === null) return null;
    const kind: Kind = {
      id,
      name: null,
      unit,
      ...lawful(unit === 'h' ? 'perishable' : 'conserved'),
      halfLifeMonths: null,
      sensitive: false,
      declared: false,
      currency: unit !== 'h',
      note: null,
    };
    this.#known.set(id, kind);
    return kind;
  }

  /** What a unit stands for; null where nobody knows it. */
  ofUnit(written: string): UnitMeaning | null {
    const isWorkday = WORKDAY.test(written) && !this.#byUnit.has(written);
    const unit = isWorkday ? 'h' : written;
    const factor = isWorkday ? this.workdayHours : 1;
    const kinds = this.#byUnit.get(unit);
    if (kinds !== undefined) return { kinds, unit, factor };
    const id = unit === 'h' ? 'hours' : CURRENCIES.has(unit) ? unit.toLowerCase() : null;
    if (id === null || this.#declared.some((kind) => kind.id === id)) return null;
    const kind = this.#knownKind(id);
    return kind === null ? null : { kinds: [kind], unit, factor };
  }

  /** The unit that was probably meant. */
  nearestUnit(written: string): string | null {
    const hint = UNIT_HINTS[written.toLowerCase()];
    if (hint !== undefined && this.ofUnit(hint) !== null) return hint;
    if (CURRENCIES.has(written.toUpperCase())) return written.toUpperCase();
    return nearest(written, [...this.#byUnit.keys(), 'h', 'EUR', 'CHF', 'USD', 'GBP']);
  }

  nearestId(id: string): string | null {
    return nearest(id, [
      ...this.#declared.map((kind) => kind.id),
      'hours',
      ...[...CURRENCIES].map((code) => code.toLowerCase()),
    ]);
  }
}

const UNIT_HINTS: Readonly<Record<string, string>> = {
  hour: 'h',
  hours: 'h',
  hr: 'h',
  hrs: 'h',
  std: 'h',
  stunden: 'h',
  heures: 'h',
  horas: 'h',
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  dollar: 'USD',
  dollars: 'USD',
  us$: 'USD',
  $: 'USD',
  franken: 'CHF',
  francs: 'CHF',
  pounds: 'GBP',
  day: 'day of work',
  days: 'day of work',
};

function lawful(law: Law): { law: Law; rival: boolean } {
  return { law, rival: law === 'conserved' || law === 'perishable' };
}

function declared(written: NamedKind, reading: Reading): Kind {
  const code = written.id.toUpperCase();
  const unit =
    written.unit ??
    (written.law === 'relational' ? null : written.id === 'hours' ? 'h' : CURRENCIES.has(code) ? code : null);
  const currency = unit !== null && CURRENCIES.has(unit);
  const law = written.law ?? (currency ? 'conserved' : unit === 'h' ? 'perishable' : null);
  if (law === null && !reading.keyPlaces.get(written)?.has('law')) {
    const at = reading.places.get(written);
    if (at) reading.report('missing-key', at, { key: 'law', thing: written.id, whole: 'no' });
  }
  const { name, note, sensitive, halfLifeMonths, rival } = written;
  const lawAndRival = lawful(law ?? 'conserved');
  return {
    id: written.id,
    name,
    unit,
    law: lawAndRival.law,
    rival: rival ?? lawAndRival.rival,
    halfLifeMonths,
    sensitive,
    declared: true,
    currency,
    note,
  };
}
