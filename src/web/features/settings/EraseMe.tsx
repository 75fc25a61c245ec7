/** Erasing one's account: what goes, what stays, and a moment to think. */
import { useState } from 'react';
import { Dialog } from '../../shared/dialog';
import type { Me } from '../../shared/me';
import { peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { t } from '../../shared/words';
import { forgetDrafts } from './Account';
import { Part } from './Part';
import { useDoing } from './use-doing';

export function EraseMe({ account }: { readonly account: NonNullable<Me['account']> }) {
  const doing = useDoing();
  const [asked, setAsked] = useState(false);
  const erase = async () => {
    await peopleApi.erase(account.id);
    forgetDrafts();
    window.location.assign('/');
  };
  return (
    <Part
      id="erase"
      title={t('own.erase', 'Leave for good')}
      says={t(
        'own.erase-says',
        'Erases your account, your ways in and your name from what you changed. The communities and their files stay.',
      )}
    >
      <p className="actions">
        <button className="button stop" type="button" onClick={() => setAsked(true)}>
          {t('own.erase-ask', 'Erase my account')}
        </button>
      </p>
      {asked && (
        <Dialog title={t('own.erase-title', 'Erase your account?')} onClose={() => setAsked(false)}>
          <p>
            {t(
              'own.erase-text',
              'This cannot be taken back. To come again, you would need a new invitation. If a community describes you, ask its stewards to erase that too.',
            )}
          </p>
          <Refused refusal={doing.refusal} />
          <div className="actions">
            <button
              className="button stop"
              type="button"
              disabled={doing.busy}
              onClick={() => void doing.run(erase)}
            >
              {t('own.erase-do', 'Erase it')}
            </button>
            <button className="button" type="button" onClick={() => setAsked(false)}>
              {t('own.erase-not', 'Keep it')}
            </button>
          </div>
        </Dialog>
      )}
    </Part>
  );
}
