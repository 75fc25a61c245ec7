/** Signing in with a password, or with a passkey of this device. */
import { type FormEvent, useId, useState } from 'react';
import { Refusal } from '../../shared/api';
import type { Me } from '../../shared/me';
import { PasswordField } from '../../shared/people/PasswordField';
import { canPasskeys, signInWithPasskey } from '../../shared/people/passkeys';
import { asMe, peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { t } from '../../shared/words';

interface SignInFormProps {
  /** Resolves when all that follows is done; rejects with what was refused. */
  readonly onSignedIn: (me: Me) => Promise<void> | void;
}

/** The wrong pair is told in the words of this form, with what can be done. */
function plainly(error: Error): Error {
  return error instanceof Refusal && error.code === 'sign-in'
    ? new Error(
        t(
          'sign-in.wrong',
          'This name and this password do not belong together. Look at both again, or ask a steward for a way back in.',
        ),
      )
    : error;
}

export function SignInForm({ onSignedIn }: SignInFormProps) {
  const login = useId();
  const [given, setGiven] = useState({ login: '', password: '' });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const come = (way: () => Promise<Me>) => {
    setBusy(true);
    setRefusal(null);
    way()
      .then(onSignedIn)
      .catch((error: Error) => setRefusal(plainly(error)))
      .finally(() => setBusy(false));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    come(async () => asMe(await peopleApi.signIn(given.login.trim(), given.password)));
  };
  return (
    <form className="form" onSubmit={submit}>
      <div>
        <label htmlFor={login}>{t('account.login', 'Name to sign in with')}</label>
        <input
          id={login}
          className="field"
          required
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          value={given.login}
          onChange={(event) => setGiven({ ...given, login: event.target.value })}
        />
      </div>
      <PasswordField
        label={t('account.password', 'Password')}
        value={given.password}
        onChange={(password) => setGiven({ ...given, password })}
      />
      <Refused refusal={refusal} />
      <div className="actions">
        <button className="button primary" type="submit" disabled={busy}>
          {t('sign-in.do', 'Sign in')}
        </button>
        {canPasskeys() && (
          <button className="button" type="button" disabled={busy} onClick={() => come(signInWithPasskey)}>
            {t('sign-in.passkey', 'Use a passkey')}
          </button>
        )}
      </div>
    </form>
  );
}
