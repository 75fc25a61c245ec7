/** The page of those who take part by link. Which round: from the address, or from the code that stands on the wall. */
import { useEffect, useId, useState } from 'react';
import { t } from '../../shared/words';
import { Round } from './Round';

const tokenOf = (hash: string): string => decodeURIComponent(hash.replace(/^#/, '')).trim();

export function PhonePage() {
  const [token, setToken] = useState(() => tokenOf(window.location.hash));
  useEffect(() => {
    const look = () => setToken(tokenOf(window.location.hash));
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  // The address says where one is: opened again, it leads to the same place.
  const go = (next: string) => {
    window.history.replaceState(null, '', `#${next}`);
    setToken(next);
  };
  return (
    <div className="phone">
      {token === '' ? (
        <Gate onCode={go} />
      ) : (
        <Round key={token} token={token} onToken={go} onLeave={() => go('')} />
      )}
    </div>
  );
}

function Gate({ onCode }: { readonly onCode: (code: string) => void }) {
  const id = useId();
  const [code, setCode] = useState('');
  useEffect(() => {
    document.title = t('phone.page', 'A round · {name}', { name: 'Potluck' });
  }, []);
  return (
    <main className="phone-gate">
      <h1>{t('phone.gate', 'Which round?')}</h1>
      <p className="story">
        {t(
          'phone.gate.lede',
          'Type the code that you see on the wall. You need no account and give no name.',
        )}
      </p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = code.replace(/[\s-]/g, '').toLowerCase();
          if (typed !== '') onCode(typed);
        }}
      >
        <div>
          <label htmlFor={id}>{t('phone.gate.code', 'The code')}</label>
          <input
            id={id}
            className="field phone-code"
            required
            autoCapitalize="none"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={64}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
        <button className="button primary phone-main" type="submit">
          {t('phone.gate.go', 'Take part')}
        </button>
      </form>
    </main>
  );
}
