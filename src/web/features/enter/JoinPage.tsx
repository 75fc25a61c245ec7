/** Taking an invitation: what it is to, who one will be there, and being tied to a party of the file only if one agrees. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { Refusal } from '../../shared/api';
import { momentText } from '../../shared/format';
import { type Me, useMe } from '../../shared/me';
import { AccountFields, NO_ACCOUNT } from '../../shared/people/account-fields';
import { asMe, type Invited, peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { roleName, roleSays } from '../../shared/people/role-words';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';
import { Consent } from './Consent';
import { SignInForm } from './SignInForm';
import { dropToken, goTo, takeToken } from './way-back';
import './enter.css';

export function JoinPage() {
  const [token] = useState(() => takeToken('join'));
  const { data, error, isLoading } = useQuery({
    queryKey: ['invited', token],
    queryFn: () => peopleApi.look(token ?? ''),
    enabled: token !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    document.title = t('join.page', 'An invitation · Potluck');
  }, []);
  if (isLoading) return <main className="enter" id="room" tabIndex={-1} aria-busy="true" />;
  if (token === null || data === undefined) {
    const gone = token === null || (error instanceof Refusal && error.status === 404);
    return (
      <main className="lonely" id="room" tabIndex={-1}>
        <h1>
          {gone
            ? t('join.gone', 'This link opens nothing any more.')
            : t('join.failed', 'The invitation could not be read.')}
        </h1>
        <p className="story">
          {gone
            ? t(
                'join.gone-text',
                'Each link opens once and for some days. It was used, taken back, or its time is over. Ask whoever gave it to you for a new one.',
              )
            : error?.message}
        </p>
        <p className="actions">
          <Link className="button primary" to="/">
            {t('join.shelf', 'Go to the shelf')}
          </Link>
        </p>
      </main>
    );
  }
  return <Invitation token={token} invited={data} />;
}

type Way = 'new' | 'known';

function Invitation({ token, invited }: { readonly token: string; readonly invited: Invited }) {
  const me = useMe();
  const [way, setWay] = useState<Way>('new');
  const [consent, setConsent] = useState(false);
  const group = useId();
  const { community, role, party } = invited;
  // Who comes for a partner agrees by coming; a person is asked.
  const tied = party === null ? {} : { consent: consent || role === 'partner' };
  const before = new Set(me.roles.map((one) => one.community));
  const arrive = (next: Me) => {
    dropToken('join');
    const come = next.roles.find((one) => !before.has(one.community) && one.community !== '*');
    const only = come ?? (next.roles.length === 1 ? next.roles[0] : undefined);
    goTo(only === undefined || only.community === '*' ? '/' : `/c/${encodeURIComponent(only.community)}`);
  };
  return (
    <main className="enter" id="room" tabIndex={-1}>
      <h1>
        {community === null
          ? t('join.title-house', 'You are invited to look after this Potluck')
          : t('join.title', 'You are invited to {community}', { community })}
      </h1>
      <dl className="facts">
        <div>
          <dt>{t('join.role', 'As')}</dt>
          <dd>
            {roleName(role)}. <span className="quiet">{roleSays(role)}</span>
          </dd>
        </div>
        {party !== null && (
          <div>
            <dt>{t('join.party', 'For')}</dt>
            <dd>{party}</dd>
          </div>
        )}
        <div>
          <dt>{t('join.until', 'Open until')}</dt>
          <dd>{momentText(invited.until)}</dd>
        </div>
      </dl>
      {party !== null && <Consent party={party} role={role} given={consent} onGive={setConsent} />}
      {me.account !== null ? (
        <TakePlace
          says={t('join.as', 'You are signed in as {name}.', { name: me.account.name })}
          onTake={async () => arrive(asMe(await peopleApi.accept({ token, ...tied })))}
        />
      ) : (
        <>
          <fieldset className="enter-ways">
            <legend className="visually-hidden">{t('join.ways', 'Are you new here?')}</legend>
            {(['new', 'known'] as const).map((one) => (
              <label key={one} className="choice">
                <input type="radio" name={group} checked={way === one} onChange={() => setWay(one)} />
                {one === 'new' ? t('join.new', 'I am new here') : t('join.known', 'I have an account here')}
              </label>
            ))}
          </fieldset>
          {way === 'new' ? (
            <NewHere
              onTake={async (account) => arrive(asMe(await peopleApi.accept({ token, ...account, ...tied })))}
            />
          ) : (
            <SignInForm onSignedIn={async () => arrive(asMe(await peopleApi.accept({ token, ...tied })))} />
          )}
        </>
      )}
    </main>
  );
}

function NewHere({ onTake }: { readonly onTake: (account: typeof NO_ACCOUNT) => Promise<void> }) {
  const [account, setAccount] = useState(NO_ACCOUNT);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    onTake({ ...account, name: account.name.trim(), login: account.login.trim() })
      .catch(setRefusal)
      .finally(() => setBusy(false));
  };
  return (
    <form className="form" onSubmit={submit}>
      <AccountFields value={account} onChange={setAccount} />
      <Refused refusal={refusal} />
      <div className="actions">
        <button className="button primary" type="submit" disabled={busy}>
          {t('join.do', 'Take the place')}
        </button>
      </div>
    </form>
  );
}

function TakePlace({ says, onTake }: { readonly says: string; readonly onTake: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  return (
    <>
      <p>{says}</p>
      <Refused refusal={refusal} />
      <p className="actions">
        <button
          className="button primary"
          type="button"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            onTake()
              .catch(setRefusal)
              .finally(() => setBusy(false));
          }}
        >
          {t('join.do', 'Take the place')}
        </button>
      </p>
    </>
  );
}
