/** What is chosen from: one proposal for consent, two or more for dots and scores. Grows out of the conversation. */
import { useId, useState } from 'react';
import { t } from '../../../shared/words';
import { rounds } from '../round-api';
import type { LeadProps } from './RoundPage';

export function OptionsForm({ here, state, leading }: LeadProps) {
  const id = useId();
  const kept = state.options.map((one) => one.text).join('\n');
  const [text, setText] = useState(kept);
  const isOne = state.way === 'consent';
  const lines = isOne ? [text.replace(/\s+/g, ' ').trim()] : text.split('\n').map((one) => one.trim());
  const options = lines.filter((one) => one !== '');
  return (
    <form
      className="form round-options"
      onSubmit={(event) => {
        event.preventDefault();
        void leading.act(() => rounds.options(here.id, state.round, options));
      }}
    >
      <div>
        <label htmlFor={id}>
          {isOne ? t('round.options.proposal', 'The proposal') : t('round.options', 'To choose from')}
        </label>
        <p className="hint">
          {isOne
            ? t('round.options.proposal-hint', 'Who does what, from when, and when we look at it again.')
            : t('round.options.hint', 'One a line, two at least.')}
        </p>
        <textarea
          id={id}
          className="field"
          rows={isOne ? 3 : 5}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <p className="actions">
        <button
          className="button"
          type="submit"
          disabled={leading.isBusy || options.length === 0 || text === kept}
        >
          {t('round.options.keep', 'Put it on the table')}
        </button>
        <span className="small quiet" role="status">
          {state.options.length > 0 &&
            text === kept &&
            t('round.options.kept', 'On the table; everyone sees it.')}
        </span>
      </p>
    </form>
  );
}
