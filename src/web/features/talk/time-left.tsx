/** The time that is left in a step, counted down here from what the server said; and days as people read them. */
import { useEffect, useState } from 'react';
import { languageTag, t } from '../../shared/words';
import { timeLeft } from './round-words';

/** `version` of the state in which `left` (seconds) was said: a new one sets the clock anew. */
export function TimeLeft({ left, version }: { readonly left: number; readonly version: number }) {
  const seconds = useSecondsLeft(left, version);
  return (
    <p className={seconds <= 0 ? 'time-left up' : 'time-left'} role="timer" aria-live="off">
      <span className="visually-hidden">{t('round.time', 'Time left:')} </span>
      <span className="numeric">{seconds <= 0 ? t('round.time.up', 'time is up') : timeLeft(seconds)}</span>
    </p>
  );
}

function useSecondsLeft(left: number, version: number): number {
  const [seconds, setSeconds] = useState(left);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same time said again in a new state begins again.
  useEffect(() => {
    const end = performance.now() + left * 1000;
    const tick = () => setSeconds((end - performance.now()) / 1000);
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [left, version]);
  return seconds;
}

/** `1 March 2027` of `2027-03-01`. */
export function dayText(iso: string): string {
  return new Intl.DateTimeFormat(languageTag(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${iso}T00:00:00Z`));
}
