/** Choosing: consent or objection, dots, or a score. It can be changed until the step ends. */
import { useId, useState } from 'react';
import { t } from '../../shared/words';
import type { Named, RoundState } from '../talk/round-types';
import { type Choice, line } from './round-line';
import type { StepProps } from './Step';

export function Choose({ here, state, place }: StepProps) {
  const [standing, setStanding] = useState<'still' | 'sending' | 'kept' | 'failed'>(
    place.choice === null ? 'still' : 'kept',
  );
  const send = async (choice: Choice) => {
    setStanding('sending');
    try {
      await line.choose(place.round, place.seat, choice);
      here.change({ choice });
      setStanding('kept');
    } catch {
      setStanding('failed');
    }
  };
  const Way = { consent: Consent, dots: Dots, score: Scores }[state.way];
  return (
    <>
      <Way
        state={state}
        before={place.choice}
        onSend={(choice) => void send(choice)}
        onTouch={() => setStanding('still')}
      />
      <p className="phone-done" role="status">
        {standing === 'kept' && t('phone.choice.kept', 'Kept. You can change it until this step ends.')}
        {standing === 'sending' && <span className="late">{t('keeping.sending', 'Keeping…')}</span>}
      </p>
      {standing === 'failed' && (
        <p className="wrong" role="alert">
          {t('phone.choice.failed', 'That did not arrive. Please press again in a moment.')}
        </p>
      )}
    </>
  );
}

interface WayProps {
  readonly state: RoundState;
  readonly before: Choice | null;
  readonly onSend: (choice: Choice) => void;
  /** Something is different from what was sent. */
  readonly onTouch: () => void;
}

function Send({ disabled = false }: { readonly disabled?: boolean }) {
  return (
    <button className="button primary phone-main" type="submit" disabled={disabled}>
      {t('phone.choice.send', 'Send it')}
    </button>
  );
}

type Stand = 'consent' | 'aside' | 'objection';

function Consent({ state, before, onSend, onTouch }: WayProps) {
  const id = useId();
  const [stand, setStand] = useState<Stand | null>(() => standOf(before));
  const [reason, setReason] = useState(before !== null && 'objection' in before ? before.objection : '');
  const stands: readonly (readonly [Stand, string])[] = [
    ['consent', t('phone.consent.yes', 'I can live with it')],
    ['objection', t('phone.consent.no', 'I object, and here is why')],
    ['aside', t('phone.consent.aside', 'I stand aside: go on without me')],
  ];
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (stand === 'consent') onSend({ consent: true });
        else if (stand === 'aside') onSend({ aside: true });
        else if (reason.trim() !== '') onSend({ objection: reason.trim() });
      }}
    >
      <p className="story">
        {t('phone.consent', 'Not whether it is the best: is it good enough for now, and safe enough to try?')}
      </p>
      {state.options.map((one) => (
        <p key={one.id} className="phone-proposal story">
          {one.text}
        </p>
      ))}
      <fieldset>
        <legend className="visually-hidden">{t('phone.consent.legend', 'What do you say to it?')}</legend>
        {stands.map(([one, words]) => (
          <label key={one} className="phone-choice">
            <input
              type="radio"
              name={id}
              checked={stand === one}
              onChange={() => {
                setStand(one);
                onTouch();
              }}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {stand === 'objection' && (
        <div>
          <label htmlFor={`${id}why`}>
            {t('phone.consent.why', 'What would it harm, and what would mend it?')}
          </label>
          <textarea
            id={`${id}why`}
            className="field"
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
              onTouch();
            }}
          />
        </div>
      )}
      <Send disabled={stand === null} />
    </form>
  );
}

function standOf(choice: Choice | null): Stand | null {
  if (choice === null) return null;
  return 'consent' in choice
    ? 'consent'
    : 'aside' in choice
      ? 'aside'
      : 'objection' in choice
        ? 'objection'
        : null;
}

function Dots({ state, before, onSend, onTouch }: WayProps) {
  const all = state.dots ?? 0;
  const [dots, setDots] = useState<Readonly<Record<string, number>>>(
    before !== null && 'dots' in before ? before.dots : {},
  );
  const left = all - Object.values(dots).reduce((sum, one) => sum + one, 0);
  const set = (option: Named, by: number) => {
    setDots({ ...dots, [option.id]: Math.max(0, (dots[option.id] ?? 0) + by) });
    onTouch();
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ dots: Object.fromEntries(Object.entries(dots).filter(([, count]) => count > 0)) });
      }}
    >
      <p className="story">
        {t(
          'phone.dots',
          '{all, plural, one {Give your dot to what matters most to you.} other {Give your # dots to what matters most to you; several to one if you like.}}',
          { all },
        )}
      </p>
      <p className="small" role="status">
        {t(
          'phone.dots.left',
          '{left, plural, =0 {All dots are given} one {One dot left} other {# dots left}}',
          { left },
        )}
      </p>
      <ul className="phone-options">
        {state.options.map((option) => {
          const given = dots[option.id] ?? 0;
          return (
            <li key={option.id}>
              <p>{option.text}</p>
              <div className="phone-stepper">
                <button
                  className="button"
                  type="button"
                  disabled={given === 0}
                  aria-label={t('phone.dots.less', 'One dot less for: {option}', { option: option.text })}
                  onClick={() => set(option, -1)}
                >
                  −
                </button>
                <span className="numeric" aria-hidden="true">
                  <DotRow count={given} />
                  {given}
                </span>
                <span className="visually-hidden">
                  {t('phone.dots.given', '{given, plural, =0 {no dots} one {one dot} other {# dots}}', {
                    given,
                  })}
                </span>
                <button
                  className="button"
                  type="button"
                  disabled={left === 0}
                  aria-label={t('phone.dots.more', 'One dot more for: {option}', { option: option.text })}
                  onClick={() => set(option, 1)}
                >
                  +
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      <Send disabled={left === all} />
    </form>
  );
}

function DotRow({ count }: { readonly count: number }) {
  return (
    <span className="dot-row">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike.
        <i key={at} />
      ))}
    </span>
  );
}

function Scores({ state, before, onSend, onTouch }: WayProps) {
  const id = useId();
  const { least, most } = state.scale ?? { least: 1, most: 5 };
  const steps = Array.from({ length: most - least + 1 }, (_, at) => least + at);
  const [scores, setScores] = useState<Readonly<Record<string, number>>>(
    before !== null && 'scores' in before ? before.scores : {},
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ scores });
      }}
    >
      <p className="story">
        {t('phone.scores', '{least} is poor, {most} is very good. Leave out what you cannot judge.', {
          least,
          most,
        })}
      </p>
      <ul className="phone-options">
        {state.options.map((option) => (
          <li key={option.id}>
            <fieldset>
              <legend>{option.text}</legend>
              <div className="phone-scale">
                {steps.map((step) => (
                  <label key={step} className={scores[option.id] === step ? 'on' : ''}>
                    <input
                      type="radio"
                      name={`${id}${option.id}`}
                      checked={scores[option.id] === step}
                      onChange={() => {
                        setScores({ ...scores, [option.id]: step });
                        onTouch();
                      }}
                    />
                    {step}
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <Send disabled={Object.keys(scores).length === 0} />
    </form>
  );
}
