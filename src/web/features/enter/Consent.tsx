/** Being tied to a party of the file: what it means, in plain words, and a yes that is one's own. */
import type { Role } from '../../shared/me';
import { t } from '../../shared/words';

interface ConsentProps {
  readonly party: string;
  readonly role: Role;
  readonly given: boolean;
  readonly onGive: (given: boolean) => void;
}

export function Consent({ party, role, given, onGive }: ConsentProps) {
  if (role === 'partner')
    return (
      <p className="enter-consent">
        {t(
          'consent.partner',
          'The community describes {party}: what it gives, what it gets. You will see what concerns {party}, and the stewards see that you stand for it.',
          { party },
        )}
      </p>
    );
  return (
    <section className="enter-consent">
      <h2>{t('consent.title', 'Are you {party}?', { party })}</h2>
      <p>
        {t(
          'consent.person',
          'The community describes {party}: what they give, what they get. If you say yes, you see what is written about {party}, and the stewards see that it is you.',
          { party },
        )}
      </p>
      <p className="small quiet">
        {t(
          'consent.back',
          'Nobody else sees more because of it. You can take it back at any time in Settings.',
        )}
      </p>
      <label className="choice">
        <input type="checkbox" checked={given} onChange={(event) => onGive(event.target.checked)} />
        {t('consent.give', 'Yes, tie my account to {party}', { party })}
      </label>
    </section>
  );
}
