/** Sorts of voices and steps of pulses as people say them. */
import { t } from '../../shared/words';

export function sortName(sort: 'worth' | 'concern' | 'dispute' | 'hard-to-raise'): string {
  return t(
    'voice.sort-name',
    '{sort, select, worth {Something it is worth} concern {A concern} dispute {We see it differently} other {Hard to talk about}}',
    { sort },
  );
}

/** The five steps, from least to most. */
export function stepNames(sort: 'energy' | 'worth'): readonly string[] {
  return [0, 1, 2, 3, 4].map((step) =>
    sort === 'energy'
      ? t(
          'pulse.step.energy',
          '{step, select, 0 {None just now} 1 {A little} 2 {Some} 3 {A good deal} other {Plenty}}',
          { step: String(step) },
        )
      : t(
          'pulse.step.worth',
          '{step, select, 0 {Nothing just now} 1 {A little} 2 {Something} 3 {A good deal} other {Very much}}',
          { step: String(step) },
        ),
  );
}
