/** One round on a phone: where it stands, and the step that it is at. Every new step is said once, quietly. */
import { useEffect, useRef } from 'react';
import { spokenAt } from '../../shared/language';
import { t } from '../../shared/words';
import { PHASES, type RoundState } from '../talk/round-types';
import { anonymity, phaseName } from '../talk/round-words';
import { TimeLeft } from '../talk/time-left';
import type { Refused } from './round-line';
import { Step } from './Step';
import { type RoundHere, useRound } from './use-round';

interface RoundProps {
  readonly token: string;
  readonly onToken: (token: string) => void;
  readonly onLeave: () => void;
}

export function Round({ token, onToken, onLeave }: RoundProps) {
  const here = useRound(token, onToken);
  const { state, place, refused } = here;
  useForgetting(here);
  if (state === null || place === null) {
    return refused === null ? (
      <main className="phone-waiting" aria-busy="true">
        <p className="story late" role="status">
          {here.isHeard
            ? t('phone.joining', 'Finding your place…')
            : t('phone.down', 'The line is down. Trying again…')}
        </p>
      </main>
    ) : (
      <Over refused={refused} onLeave={onLeave} />
    );
  }
  return (
    <>
      <Head state={state} isHeard={here.isHeard} />
      <main className="phone-main-part">
        <Heading state={state} />
        <Step key={state.phase} here={here} state={state} place={place} />
        {state.phase !== 'closed' && (
          <p className="tiny quiet phone-anonymity">
            {anonymity(state.anonymous, state.k)}{' '}
            <a href={spokenAt('/docs/why/anonymity')}>
              {t('phone.anonymity.more', 'What that can and cannot protect')}
            </a>
          </p>
        )}
      </main>
    </>
  );
}

/** Once notes are gathered this phone forgets which were its own; only what did not arrive in time stays. */
function useForgetting({ state, place, change }: RoundHere): void {
  const phase = state?.phase;
  const notes = place?.notes;
  useEffect(() => {
    if (phase === undefined || phase === 'read' || phase === 'write' || notes === undefined) return;
    const late = notes.filter(({ text, kept }) => text.trim() !== '' && text !== kept);
    if (late.length < notes.length) change({ notes: late });
  }, [phase, notes, change]);
}

function Head({ state, isHeard }: { readonly state: RoundState; readonly isHeard: boolean }) {
  const { phase, timer } = state;
  const at = PHASES.indexOf(phase) + 1;
  const steps = PHASES.length - 1;
  return (
    <header className="phone-head">
      <p className="small quiet">{state.community.name}</p>
      {phase !== 'closed' && timer !== null && <TimeLeft left={timer.left} version={state.version} />}
      {phase !== 'closed' && (
        <p className="phone-steps">
          <span className="phone-step-marks" aria-hidden="true">
            {PHASES.slice(0, steps).map((one, index) => (
              <i key={one} className={index < at ? 'done' : ''} />
            ))}
          </span>
          <span className="tiny quiet">
            {t('phone.step', 'Step {at} of {steps}: {phase}', { at, steps, phase: phaseName(phase) })}
          </span>
        </p>
      )}
      <p className="tiny phone-line" role="status">
        {!isHeard &&
          t('phone.down-carry-on', 'The line is down. Carry on: what you write is kept on this phone.')}
      </p>
    </header>
  );
}

/** The question stands over every step. It takes the focus when a step begins, so that nobody is left where nothing is. */
function Heading({ state }: { readonly state: RoundState }) {
  const ref = useRef<HTMLHeadingElement>(null);
  const first = useRef(state.phase);
  const { phase, question } = state;
  useEffect(() => {
    document.title = t('phone.page', 'A round · {name}', { name: state.community.name });
    if (first.current === phase) return;
    first.current = phase;
    window.scrollTo(0, 0);
    ref.current?.focus({ preventScroll: true });
  }, [phase, state.community.name]);
  return (
    <>
      <p className="visually-hidden" role="status">
        {t('phone.step.now', 'Now: {phase}', { phase: phaseName(phase) })}
      </p>
      <h1 ref={ref} tabIndex={-1} className={phase === 'read' ? 'phone-question large' : 'phone-question'}>
        {question.text}
      </h1>
    </>
  );
}

function Over({ refused, onLeave }: { readonly refused: Refused; readonly onLeave: () => void }) {
  return (
    <main className="phone-gate">
      <h1>
        {refused.status === 404
          ? t('phone.over', 'This round is over, or there is none at this address.')
          : t('phone.refused', 'This did not open.')}
      </h1>
      <p className="story" role="alert">
        {refused.status === 404
          ? t(
              'phone.over.lede',
              'Nothing of it is left on this phone. Ask whoever sent you the link how it ended.',
            )
          : refused.message}
      </p>
      <p className="actions">
        <button className="button" type="button" onClick={onLeave}>
          {t('phone.over.code', 'I have a code')}
        </button>
      </p>
    </main>
  );
}
