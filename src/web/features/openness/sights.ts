/** What each audience sees, as it comes from the server, and the words for it. Pure; decides nothing about who may see. */
import type { Operation } from '#core/file/operations';
import type { Party } from '#core/model/things';
import type { Message } from '#core/words/message';
import type { Edit } from '../../shared/edits';
import { t } from '../../shared/words';

export type Level = 'hidden' | 'existence' | 'aggregate' | 'range' | 'exact';

/** From least to most. */
export const LEVELS: readonly Level[] = ['hidden', 'existence', 'aggregate', 'range', 'exact'];

export interface KindSight {
  readonly kind: string;
  readonly level: Level;
  readonly isStated: boolean;
  readonly from: string | null;
  readonly because: string | Readonly<Record<string, string>> | null;
}

export interface ThingSight {
  readonly id: string;
  readonly section: string;
  readonly level: Level;
  readonly isCounted: boolean;
}

export interface Sight {
  readonly audience: string;
  readonly kinds: readonly KindSight[];
  readonly things: readonly ThingSight[];
  readonly withheld: readonly {
    readonly kind: string;
    readonly count: number;
    readonly why: Message | null;
  }[];
  readonly totals: { readonly told: number; readonly withheld: number };
}

export function levelName(level: Level): string {
  switch (level) {
    case 'hidden':
      return t('level.hidden', 'nothing');
    case 'existence':
      return t('level.existence', 'that it is there');
    case 'aggregate':
      return t('level.aggregate', 'totals');
    case 'range':
      return t('level.range', 'about how much');
    case 'exact':
      return t('level.exact', 'all of it');
  }
}

/** A mark beside the word: so many of four bars are full. */
export function barsOf(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Things that an audience sees in full, in part, and not at all. */
export function countsOf(sight: Sight): {
  readonly seen: number;
  readonly counted: number;
  readonly hidden: number;
} {
  return {
    seen: sight.things.filter((one) => one.level !== 'hidden' && !one.isCounted).length,
    counted: sight.things.filter((one) => one.isCounted).length,
    hidden: sight.things.filter((one) => one.level === 'hidden').length,
  };
}

/**
 * The operations by which an audience is shown a kind at a level from a day on, for a reason; `before` takes it back.
 * Null as a level: nothing is stated any more.
 */
export function levelOperations(
  audience: string,
  kind: string,
  next: { readonly level: Level; readonly from: string; readonly because: string },
  before: KindSight,
): { readonly does: readonly Operation[]; readonly undoes: readonly Operation[] | null } {
  const value =
    next.from.trim() === '' && next.because.trim() === ''
      ? next.level
      : {
          level: next.level,
          ...(next.from.trim() === '' ? {} : { from: next.from.trim() }),
          ...(next.because.trim() === '' ? {} : { because: next.because.trim() }),
        };
  const path = ['openness', audience, kind];
  const does: Operation[] = [{ op: 'set', path, value }];
  if (!before.isStated) return { does, undoes: null };
  const was =
    before.from === null && before.because === null
      ? before.level
      : {
          level: before.level,
          ...(before.from === null ? {} : { from: before.from }),
          ...(before.because === null ? {} : { because: before.because }),
        };
  return { does, undoes: [{ op: 'set', path, value: was }] };
}

/** The edit by which a party's consent is given, refused or taken back; undoing puts what stood there. */
export function consentEdit(party: Party, consent: string | boolean, says: string): Edit {
  const patch = (value: string | boolean | null): Operation => ({
    op: 'patch',
    id: party.id,
    value: { consent: value === true ? 'yes' : value === false ? 'no' : value },
  });
  return { does: [patch(consent)], undoes: [patch(party.consent)], says };
}
