/** The page of a pulse, for whoever has its link: one question, two taps, no account. The secret stays in the fragment. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../shared/words';
import { monthly } from '../agenda/monthly-api';
import { stepNames } from './words';
import '../agenda/agenda.css';

/** Where this browser keeps its seat, so that coming back counts once. Named by the end of the token alone. */
const seatKey = (token: string) => `potluck.pulse.${token.slice(-8)}`;

function keptSeat(token: string): string | null {
  try {
    return localStorage.getItem(seatKey(token));
  } catch {
    return null;
  }
}

function keepSeat(token: string, seat: string): void {
  try {
    localStorage.setItem(seatKey(token), seat);
  } catch {
    // Storage is closed to us: the seat lasts as long as the page.
  }
}

export function PulsePage() {
  const [token] = useState(() => location.hash.slice(1));
  const { data, error } = useQuery({
    queryKey: ['pulse', token],
    queryFn: async () => {
      const joined = await monthly.joinPulse(token, keptSeat(token));
      if (joined.seat !== null) keepSeat(token, joined.seat);
      return joined;
    },
    enabled: token !== '',
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [step, setStep] = useState<number | null>(null);
  const [sent, setSent] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  if (token === '' || error !== null)
    return (
      <main className="pulse-page" id="room" tabIndex={-1}>
        <h1>{t('pulse.no-link', 'This link leads nowhere')}</h1>
        <p className="story">{t('pulse.no-link-mend', 'Ask whoever gave it to you for another one.')}</p>
      </main>
    );
  if (data === undefined)
    return (
      <main className="pulse-page" id="room" tabIndex={-1} aria-busy="true">
        <p className="quiet late">{t('pulse.waiting', 'Fetching the question…')}</p>
      </main>
    );
  const { seat } = data;
  const over = sent || data.state !== 'open';
  return (
    <main className="pulse-page" id="room" tabIndex={-1}>
      <p className="small quiet">
        {t('pulse.for', '{community}: a question to {circle}', {
          community: data.community,
          circle: data.circle,
        })}
      </p>
      <h1>{data.question}</h1>
      {over ? (
        <p className="story" role="status">
          {data.state === 'closed'
            ? t('pulse.closed', 'This question is closed. Thank you all the same.')
            : t('pulse.thanks', 'Thank you. Your answer is counted, and nothing ties it to you.')}
        </p>
      ) : (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (step !== null && seat !== null)
              monthly.answerPulse(token, seat, step).then(() => setSent(true), setTrouble);
          }}
        >
          <fieldset className="pulse-steps">
            <legend className="visually-hidden">{data.question}</legend>
            {stepNames(data.sort).map((name, at) => (
              <label key={name}>
                <input type="radio" name="step" required checked={step === at} onChange={() => setStep(at)} />
                {name}
              </label>
            ))}
          </fieldset>
          {trouble !== null && <p role="alert">{trouble.message}</p>}
          <button className="button primary" type="submit">
            {t('pulse.send', 'Send it')}
          </button>
        </form>
      )}
      <p className="small quiet">
        {t(
          'pulse.kept',
          'Kept is how many chose each answer; not who, when or from where. The result is told as a band, and only if enough answered.',
        )}
      </p>
    </main>
  );
}
