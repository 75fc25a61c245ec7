/**
 * From one person alone to several: what happens, a token from the terminal, which shows that one sits at this machine, and the
 * first account. Nothing is opened anew: the page goes on, with somebody signed in.
 */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Refusal } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { meChanged, useMe } from '../../shared/me';
import { AccountFields, NO_ACCOUNT } from '../../shared/people/account-fields';
import { asMe, peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';
import { Part } from './Part';
import { type Doing, useDoing } from './use-doing';

/** Stays while its dialog is open, also when one is no longer alone. */
export function InviteOthers() {
  const { alone } = useMe();
  const [open, setOpen] = useState(false);
  if (!alone && !open) return null;
  return (
    <Part
      id="others"
      title={t('own.others', 'Others')}
      says={t(
        'own.others-says',
        'Those you share this with sign in with an account of their own, and see what the community means them to see.',
      )}
    >
      <p className="actions">
        <button className="button primary" type="button" onClick={() => setOpen(true)}>
          {t('others.open', 'Invite others')}
        </button>
      </p>
      {open && <OthersDialog onClose={() => setOpen(false)} />}
    </Part>
  );
}

type Step = 'what' | 'token' | 'you';
const STEPS: readonly Step[] = ['what', 'token', 'you'];

function stepName(step: Step): string {
  switch (step) {
    case 'what':
      return t('others.step.what', 'What happens');
    case 'token':
      return t('others.step.token', 'At this machine');
    case 'you':
      return t('others.step.you', 'You');
  }
}

interface OthersProps {
  /** Opened from a community: there one goes on. */
  readonly inCommunity?: boolean;
  readonly onClose: () => void;
}

export function OthersDialog({ inCommunity = false, onClose }: OthersProps) {
  const client = useQueryClient();
  const { alone } = useMe();
  const doing = useDoing();
  const [at, setStep] = useState<Step>('what');
  const [token, setToken] = useState('');
  const [account, setAccount] = useState(NO_ACCOUNT);
  const done = !alone;

  const start = async () => {
    const me = await peopleApi.start({
      token: token.trim(),
      name: account.name.trim(),
      login: account.login.trim(),
      password: account.password,
    });
    await meChanged(client, asMe(me));
  };
  // A token that does not hold sends one back to where it was asked for.
  const wrongToken = doing.refusal instanceof Refusal && doing.refusal.code === 'not-used';
  const step = wrongToken ? 'token' : at;
  return (
    <Dialog title={t('others.title', 'Invite others')} onClose={onClose}>
      {!done && (
        <ol className="steps">
          {STEPS.map((one) => (
            <li
              key={one}
              aria-current={one === step ? 'step' : undefined}
              className={STEPS.indexOf(one) < STEPS.indexOf(step) ? 'past' : ''}
            >
              {stepName(one)}
            </li>
          ))}
        </ol>
      )}
      {done ? (
        <Shared inCommunity={inCommunity} onClose={onClose} />
      ) : step === 'what' ? (
        <What
          doing={doing}
          onGo={() => void doing.run(peopleApi.startToken).then((told) => told && setStep('token'))}
        />
      ) : step === 'token' ? (
        <Token
          token={token}
          doing={doing}
          onToken={(next) => {
            setToken(next);
            if (wrongToken) {
              doing.clear();
              setStep('token');
            }
          }}
          onAgain={() => void doing.run(peopleApi.startToken)}
          onGo={() => {
            doing.clear();
            setStep('you');
          }}
        />
      ) : (
        <form
          className="form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void doing.run(start);
          }}
        >
          <AccountFields first value={account} onChange={setAccount} />
          <Refused refusal={doing.refusal} />
          <div className="actions">
            <button className="button primary" type="submit" disabled={doing.busy}>
              {t('others.do', 'Become the first steward')}
            </button>
            <button className="button quiet" type="button" onClick={() => setStep('token')}>
              {t('others.back', 'Back to the token')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function What({ doing, onGo }: { readonly doing: Doing; readonly onGo: () => void }) {
  return (
    <>
      <ul className="plain-list">
        <li>
          {t(
            'others.what.ask',
            'From then on Potluck asks who is there. You sign in, and so does everyone else.',
          )}
        </li>
        <li>
          {t(
            'others.what.steward',
            'You become the first steward: you see and change everything here, and invite others by links.',
          )}
        </li>
        <li>
          {t(
            'others.what.public',
            'Whoever is not signed in sees only what you show to everyone: the cases of the shelf, and your own communities once you say so.',
          )}
        </li>
        <li>
          {t(
            'others.what.where',
            'It still runs on this machine only, until it is started with an address for others.',
          )}
        </li>
      </ul>
      <p className="small quiet steps-note">
        {t('others.what.back', 'There is no way back to being alone. Your files stay yours.')}
      </p>
      <Refused refusal={doing.refusal} />
      <div className="actions">
        <button className="button primary" type="button" disabled={doing.busy} onClick={onGo}>
          {t('others.go', 'Go on')}
        </button>
      </div>
    </>
  );
}

interface TokenProps {
  readonly token: string;
  readonly doing: Doing;
  readonly onToken: (token: string) => void;
  readonly onAgain: () => void;
  readonly onGo: () => void;
}

function Token({ token, doing, onToken, onAgain, onGo }: TokenProps) {
  const field = useId();
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onGo();
      }}
    >
      <div>
        <label htmlFor={field}>{t('others.token', 'The token from the terminal')}</label>
        <p className="hint" id={`${field}-hint`}>
          {t(
            'others.token-hint',
            'Where Potluck was started, a token now stands: five groups of four letters. Only who sits at this machine can read it. It holds for ten minutes.',
          )}
        </p>
        <input
          id={field}
          className="field"
          required
          // biome-ignore lint/a11y/noAutofocus: a step that the person asked for, with one field.
          autoFocus
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${field}-hint`}
          value={token}
          onChange={(event) => onToken(event.target.value)}
        />
      </div>
      <Refused refusal={doing.refusal} />
      <div className="actions">
        <button className="button primary" type="submit">
          {t('others.go', 'Go on')}
        </button>
        <button className="button quiet" type="button" disabled={doing.busy} onClick={onAgain}>
          {t('others.again', 'Make another token')}
        </button>
      </div>
    </form>
  );
}

/** It is done: where to go from here. */
function Shared({ inCommunity = false, onClose }: OthersProps) {
  return (
    <>
      <p className="story" role="status">
        {t('others.done', 'Done. You are signed in, and steward of everything here.')}
      </p>
      <p>
        {inCommunity
          ? t('others.next-here', 'Now invite those who belong to it. Each link opens once.')
          : t(
              'others.next',
              'Open a community and its Settings, and invite those who belong to it. Each link opens once.',
            )}
      </p>
      <div className="actions">
        {inCommunity ? (
          <button
            className="button primary"
            type="button"
            // biome-ignore lint/a11y/noAutofocus: what was in its place is gone.
            autoFocus
            onClick={onClose}
          >
            {t('others.on', 'Go on to the invitations')}
          </button>
        ) : (
          <>
            {/* Takes the focus: what was in its place is gone. */}
            <Link className="button primary" to="/" autoFocus onClick={onClose}>
              {t('others.shelf', 'Choose a community')}
            </Link>
            <button className="button" type="button" onClick={onClose}>
              {t('others.stay', 'Stay here')}
            </button>
          </>
        )}
      </div>
    </>
  );
}
