/** A new password by a steward's link. It opens once; all other sign-ins of that account end. */

import { type FormEvent, useEffect, useState } from 'react';
import { Refusal } from '../../shared/api';
import { PasswordField } from '../../shared/people/PasswordField';
import { peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';
import { dropToken, takeToken } from './way-back';
import './enter.css';

export function RecoverPage() {
  const [token] = useState(() => takeToken('recover'));
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const gone = token === null || (refusal instanceof Refusal && refusal.status === 404);
  useEffect(() => {
    document.title = t('recover.page', 'A new password · Potluck');
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    peopleApi
      .recover(token ?? '', password)
      .then(() => {
        dropToken('recover');
        setDone(true);
      }, setRefusal)
      .finally(() => setBusy(false));
  };
  if (done || gone) {
    return (
      <main className="lonely" id="room" tabIndex={-1}>
        <h1>
          {done
            ? t('recover.done', 'Your new password holds.')
            : t('join.gone', 'This link opens nothing any more.')}
        </h1>
        <p className="story">
          {done
            ? t(
                'recover.done-text',
                'You are signed in here, and signed out everywhere else. Passkeys have to be added again.',
              )
            : t(
                'recover.gone-text',
                'Each link opens once, for a day. Ask a steward of your community for a new one.',
              )}
        </p>
        <p className="actions">
          {done ? (
            // A page opened anew: who one is may have changed.
            <a className="button primary" href="/">
              {t('recover.on', 'Go to your communities')}
            </a>
          ) : (
            <Link className="button primary" to="/">
              {t('join.shelf', 'Go to the shelf')}
            </Link>
          )}
        </p>
      </main>
    );
  }
  return (
    <main className="enter" id="room" tabIndex={-1}>
      <h1>{t('recover.title', 'A new password')}</h1>
      <p className="story">
        {t('recover.lede', 'A steward gave you this way back in. Choose a new password; the old one ends.')}
      </p>
      <form className="form" onSubmit={submit}>
        <PasswordField
          label={t('recover.password', 'New password')}
          fresh
          value={password}
          onChange={setPassword}
        />
        <Refused refusal={refusal} />
        <div className="actions">
          <button className="button primary" type="submit" disabled={busy}>
            {t('recover.do', 'Keep it')}
          </button>
        </div>
      </form>
    </main>
  );
}
