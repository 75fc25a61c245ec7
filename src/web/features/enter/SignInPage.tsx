/** Signing in: password, passkey, or the service of an organisation where one was set up. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMe } from '../../shared/me';
import { aboutQuery } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { Link, useSearch } from '../../shared/way';
import { t } from '../../shared/words';
import { SignInForm } from './SignInForm';
import { goTo, wayBack } from './way-back';
import './enter.css';

export function SignInPage() {
  const { to, oidc } = useSearch() as { to?: string; oidc?: string };
  const { alone, account } = useMe();
  const { data: about } = useQuery(aboutQuery);
  useEffect(() => {
    document.title = t('sign-in.page', 'Sign in · Potluck');
  }, []);
  if (alone || account !== null) {
    return (
      <main className="lonely" id="room" tabIndex={-1}>
        <h1>{t('sign-in.title', 'Sign in')}</h1>
        <p className="story">
          {account === null
            ? t(
                'sign-in.alone',
                'Potluck runs for you alone on this machine. There is nothing to sign in to.',
              )
            : t('sign-in.already', 'You are signed in as {name}.', { name: account.name })}
        </p>
        <p className="actions">
          <Link className="button primary" to="/">
            {t('sign-in.shelf', 'Go to the shelf')}
          </Link>
          <Link className="button" to="/settings">
            {t('sign-in.settings', 'Your settings')}
          </Link>
        </p>
      </main>
    );
  }
  return (
    <main className="enter" id="room" tabIndex={-1}>
      <h1>{t('sign-in.title', 'Sign in')}</h1>
      <p className="story">{t('sign-in.lede', 'Then you see what your communities mean you to see.')}</p>
      <Refused refusal={oidc === undefined ? null : new Error(elsewhereText(oidc))} />
      <SignInForm onSignedIn={() => goTo(wayBack(to))} />
      {about?.oidc === true && (
        <p className="enter-other">
          <a className="button" href="/api/sign-in/oidc">
            {t('sign-in.oidc', 'Sign in through your organisation')}
          </a>
        </p>
      )}
      <p className="small quiet enter-other">
        {t(
          'sign-in.no-way',
          'No account yet? Accounts come by invitation: open the link that you were given. Password lost? Ask a steward of your community for a link.',
        )}
      </p>
    </main>
  );
}

/** What came of the way through another provider. */
function elsewhereText(came: string): string {
  return came === 'unknown'
    ? t(
        'sign-in.oidc-unknown',
        'Your organisation knows you, and this Potluck does not yet. Sign in with your password once, and link it in your settings.',
      )
    : t(
        'sign-in.oidc-failed',
        'The way through your organisation did not work. Try again, or use your password.',
      );
}
