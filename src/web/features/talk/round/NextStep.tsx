/** The one next step, what stands in its way, and the way out of the round. A round never goes back. */
import { type RefObject, useState } from 'react';
import { t } from '../../../shared/words';
import { rounds } from '../round-api';
import type { Phase } from '../round-types';
import { nextPhase } from '../round-words';
import type { LeadProps } from './RoundPage';

export function NextStep({
  here,
  state,
  leading,
  button,
}: LeadProps & { readonly button: RefObject<HTMLButtonElement | null> }) {
  const [leaving, setLeaving] = useState(false);
  const next = nextPhase(state.phase);
  if (next === null) return null;
  const go = (to: Phase, without = false) =>
    void leading.act(() => rounds.phase(here.id, state.round, state.phase, to, without));
  const tooFew = leading.refusal?.code === 'too-few';
  const needsRecord = state.phase === 'record' && state.record === null;
  return (
    <section className="round-next">
      {leading.refusal !== null && (
        <p className="wrong" role="alert">
          {leading.refusal.message}
        </p>
      )}
      <div className="actions">
        {!needsRecord && (
          <button
            ref={button}
            className="button primary"
            type="button"
            disabled={leading.isBusy}
            onClick={() => go(next)}
          >
            {stepName(next)}
          </button>
        )}
        {tooFew && (
          <button className="button" type="button" onClick={() => go(next, true)}>
            {t('round.without', 'Go on without the notes')}
          </button>
        )}
        {leaving ? (
          <>
            <button className="button stop" type="button" onClick={() => go('closed')}>
              {t('round.give-up', 'End it now')}
            </button>
            <button className="button quiet" type="button" onClick={() => setLeaving(false)}>
              {t('round.stay', 'No, go on')}
            </button>
          </>
        ) : (
          state.phase !== 'record' && (
            <button className="button quiet" type="button" onClick={() => setLeaving(true)}>
              {t('round.leave', 'End the round early')}
            </button>
          )
        )}
      </div>
      {leaving && (
        <p className="small">
          {t(
            'round.leave.says',
            'What was written and not yet shown is destroyed unread. It cannot be taken up again.',
          )}
        </p>
      )}
    </section>
  );
}

/** What pressing leads to. */
function stepName(to: Phase): string {
  switch (to) {
    case 'read':
      return t('round.to.read', 'Read');
    case 'write':
      return t('round.to.write', 'Begin to write');
    case 'gather':
      return t('round.to.gather', 'Gather the notes');
    case 'clarify':
      return t('round.to.clarify', 'Show the notes to all');
    case 'discuss':
      return t('round.to.discuss', 'Talk about them');
    case 'decide':
      return t('round.to.decide', 'Let everyone choose');
    case 'record':
      return t('round.to.record', 'Show what came of it');
    case 'closed':
      return t('round.to.closed', 'Thank everyone and end');
  }
}
