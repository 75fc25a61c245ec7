/** What was refused in a form about people, and what mends it. */
import { Refusal } from '../api';
import { t } from '../words';
import './people.css';

/** The refusal as a sentence; where one has to wait, with the time. */
export function refusedText(refusal: Error): string {
  if (!(refusal instanceof Refusal) || refusal.code !== 'too-many' || refusal.waitSeconds === null)
    return refusal.message;
  return refusal.waitSeconds < 60
    ? t(
        'people.wait-seconds',
        'Too many tries. Wait {seconds, plural, one {a second} other {# seconds}}, then try again.',
        { seconds: Math.max(1, Math.ceil(refusal.waitSeconds)) },
      )
    : t(
        'people.wait-minutes',
        'Too many tries. Wait {minutes, plural, one {a minute} other {# minutes}}, then try again.',
        { minutes: Math.ceil(refusal.waitSeconds / 60) },
      );
}

/** Nothing until something was refused; then it is read out. */
export function Refused({ refusal }: { readonly refusal: Error | null }) {
  return (
    <div role="alert">{refusal !== null && <p className="wrong refused">{refusedText(refusal)}</p>}</div>
  );
}
