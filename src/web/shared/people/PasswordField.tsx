/** A password, which its writer may look at while writing. Says to the browser whether it is a new one. */
import { useId, useState } from 'react';
import { t } from '../words';
import './people.css';

/** Characters of the shortest password that is taken. Length is what counts; nothing else is asked for. */
export const LEAST_LENGTH = 10;

interface PasswordProps {
  readonly label: string;
  /** A new one is chosen here; else one that exists is asked for. */
  readonly fresh?: boolean;
  /** Where a form that was asked for begins. */
  readonly first?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PasswordField({ label, fresh = false, first = false, value, onChange }: PasswordProps) {
  const field = useId();
  const [seen, setSeen] = useState(false);
  return (
    <div>
      <label htmlFor={field}>{label}</label>
      {fresh && (
        <p className="hint" id={`${field}-hint`}>
          {t(
            'password.hint',
            'At least {count} characters. A few words in a row are good and easy to keep.',
            {
              count: LEAST_LENGTH,
            },
          )}
        </p>
      )}
      <div className="password">
        <input
          id={field}
          className="field"
          type={seen ? 'text' : 'password'}
          required
          // biome-ignore lint/a11y/noAutofocus: only in a form that the person asked for.
          autoFocus={first}
          {...(fresh ? { minLength: LEAST_LENGTH, 'aria-describedby': `${field}-hint` } : {})}
          autoComplete={fresh ? 'new-password' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button className="button quiet" type="button" aria-pressed={seen} onClick={() => setSeen(!seen)}>
          {t('password.show', 'Show')}
        </button>
      </div>
    </div>
  );
}
