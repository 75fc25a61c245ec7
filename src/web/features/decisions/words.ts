/** States and measures of decisions as people say them. */
import type { Decision } from '#core/model/things';
import { t } from '../../shared/words';

export function stateName(state: Decision['state']): string {
  return t(
    'decision.state-name',
    '{state, select, open {Still open} decided {Decided} reviewed {Looked at again} other {Let go}}',
    { state },
  );
}

/** Analyses whose sentences can be read beside a decision. */
export function measureChoices() {
  return [
    { value: 'runway', label: t('decision.measure.runway', 'How long it would last') },
    { value: 'coverage', label: t('decision.measure.coverage', 'What is covered of what it takes') },
    { value: 'load', label: t('decision.measure.load', 'Who carries how much') },
    { value: 'concentration', label: t('decision.measure.concentration', 'How much hangs on few') },
    { value: 'balance', label: t('decision.measure.balance', 'Whether what comes and goes adds up') },
    { value: 'commons', label: t('decision.measure.commons', 'Whether what wears is renewed') },
    { value: 'payer-beneficiary', label: t('decision.measure.return', 'What comes back to whom') },
    { value: 'openness', label: t('decision.measure.openness', 'What is shown to whom') },
  ];
}

/** Today, as a day of the file. */
export function todayHere(): string {
  return new Date().toISOString().slice(0, 10);
}
