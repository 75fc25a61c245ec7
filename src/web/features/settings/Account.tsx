/** One's own account: the name, the password, signing out. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { type Me, meQuery } from '../../shared/me';
import { PasswordField } from '../../shared/people/PasswordField';
import { aboutQuery, peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { t } from '../../shared/words';
import { Part } from './Part';
import { useDoing } from './use-doing';
import { useOpener } from './use-opener';

type OwnAccount = NonNullable<Me['account']>;

export function Account({ account }: { readonly account: OwnAccount }) {
  const changing = useOpener();
  const { data: about } = useQuery(aboutQuery);
  return (
    <Part id="you" title={t('own.you', 'You')}>
      <NameForm account={account} />
      {about?.oidc === true && (
        <p className="actions">
          <a className="button quiet" href="/api/sign-in/oidc?link=1">
            {t('own.oidc', 'Sign in through your organisation from now on too')}
          </a>
        </p>
      )}
      {changing.open ? (
        <PasswordForm login={account.login} onDone={changing.hide} />
      ) : (
        <p className="actions">
          <button className="button" type="button" {...changing.again} onClick={changing.show}>
            {t('own.password', 'Change the password')}
          </button>
          <SignOut />
        </p>
      )}
    </Part>
  );
}

function NameForm({ account }: { readonly account: OwnAccount }) {
  const client = useQueryClient();
  const doing = useDoing();
  const field = useId();
  const [name, setName] = useState(account.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing.run(async () => {
      await peopleApi.changeMe({ name: name.trim() });
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      <div>
        <label htmlFor={field}>{t('account.name', 'Your name')}</label>
        <p className="hint" id={`${field}-hint`}>
          {t('own.login', 'You sign in as {login}.', { login: account.login })}
        </p>
        <input
          id={field}
          className="field"
          required
          maxLength={80}
          autoComplete="name"
          aria-describedby={`${field}-hint`}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Refused refusal={doing.refusal} />
      {name.trim() !== account.name && (
        <div className="actions">
          <button className="button primary" type="submit" disabled={doing.busy}>
            {t('own.name-keep', 'Keep the name')}
          </button>
        </div>
      )}
    </form>
  );
}

function PasswordForm({ login, onDone }: { readonly login: string; readonly onDone: () => void }) {
  const doing = useDoing();
  const [given, setGiven] = useState({ old: '', new: '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing.run(() => peopleApi.changeMe({ password: given })).then((done) => done && onDone());
  };
  return (
    <form className="form" onSubmit={submit}>
      {/* For what keeps passwords: whose it is. */}
      <input type="text" hidden readOnly autoComplete="username" value={login} />
      <PasswordField
        first
        label={t('own.password-old', 'Password until now')}
        value={given.old}
        onChange={(old) => setGiven({ ...given, old })}
      />
      <PasswordField
        label={t('recover.password', 'New password')}
        fresh
        value={given.new}
        onChange={(next) => setGiven({ ...given, new: next })}
      />
      <Refused refusal={doing.refusal} />
      <div className="actions">
        <button className="button primary" type="submit" disabled={doing.busy}>
          {t('own.password-keep', 'Keep the new one')}
        </button>
        <button className="button quiet" type="button" onClick={onDone}>
          {t('own.password-leave', 'Leave it as it is')}
        </button>
      </div>
    </form>
  );
}

/** Signing out forgets what was being written in this browser too: the next one here may be somebody else. */
function SignOut() {
  const doing = useDoing();
  const leave = async () => {
    await peopleApi.signOut();
    forgetDrafts();
    window.location.assign('/');
  };
  return (
    <>
      <button className="button" type="button" disabled={doing.busy} onClick={() => void doing.run(leave)}>
        {t('own.sign-out', 'Sign out')}
      </button>
      <Refused refusal={doing.refusal} />
    </>
  );
}

/** Drops all that this browser keeps of communities: drafts and changes that wait. Taste and language stay. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (/^potluck\.(?:draft|waiting)\./.test(key)) localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    // Storage is closed to us: nothing was kept.
  }
}
