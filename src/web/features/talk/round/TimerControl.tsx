/** The time of a step: begun, given more, ended. Everyone sees it run; nobody is cut off by it. */
import { useId, useState } from 'react';
import { t } from '../../../shared/words';
import { rounds } from '../round-api';
import { TimeLeft } from '../time-left';
import type { LeadProps } from './RoundPage';

const MORE_SECONDS = 60;

export function TimerControl({ here, state, leading, seconds }: LeadProps & { readonly seconds: number }) {
  const id = useId();
  const [minutes, setMinutes] = useState(String(Math.round(seconds / 60)));
  const set = (next: number | null) => void leading.act(() => rounds.timer(here.id, state.round, next));
  const chosen = Number(minutes);
  return (
    <section className="round-timer">
      <h2>{t('round.timer', 'Time')}</h2>
      {state.timer === null ? (
        <form
          className="round-timer-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen > 0) set(Math.round(chosen * 60));
          }}
        >
          <label htmlFor={id}>{t('round.timer.minutes', 'Minutes')}</label>
          <input
            id={id}
            className="field numeric"
            type="number"
            inputMode="numeric"
            min={1}
            max={180}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
          <button className="button" type="submit">
            {t('round.timer.start', 'Let it run')}
          </button>
        </form>
      ) : (
        <>
          <TimeLeft left={state.timer.left} version={state.version} />
          <p className="actions">
            <button
              className="button"
              type="button"
              onClick={() => set(Math.max(0, Math.round(state.timer?.left ?? 0)) + MORE_SECONDS)}
            >
              {t('round.timer.more', 'A minute more')}
            </button>
            <button className="button quiet" type="button" onClick={() => set(null)}>
              {t('round.timer.stop', 'No time limit')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
