/**
 * Who agreed to be seen where a group is too small to hide anybody, in their own words, and taking it back. Asked of each;
 * what was released before stays as it was.
 */
import { useState } from 'react';
import { hasAgreed } from '#core/audience/protect/rules';
import type { Party } from '#core/model/things';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import { nameOfId } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { ConsentDialog } from './ConsentDialog';
import { consentEdit } from './sights';

interface ConsentsProps {
  readonly here: CommunityHere;
  /** Whether some sum is withheld because not all have agreed. */
  readonly isNeeded: boolean;
}

export function Consents({ here, isNeeded }: ConsentsProps) {
  const { view } = here;
  const [asking, setAsking] = useState<Party | null>(null);
  const [all, setAll] = useState(false);
  const own = view.parties.filter((party) => party.type === 'person' || party.type === 'organisation');
  const asked = own.filter((party) => party.consent !== null);
  const open = own.filter((party) => party.consent === null);
  if (own.length === 0) return null;
  return (
    <section className="openness-part" aria-labelledby="openness-consent">
      <h2 id="openness-consent">{t('openness.consent', 'Who agreed to be seen')}</h2>
      <p className="small quiet">
        {t(
          'openness.consent.why',
          'A very small group cannot hide anybody behind a sum. There a sum is told only where everyone in it agreed. Anyone may take it back; what was released before stays as it was.',
        )}
        {isNeeded &&
          ` ${t('openness.consent.needed', 'Just now a sum is withheld because not all have agreed.')}`}
      </p>
      {asked.length > 0 && (
        <ul className="openness-consents">
          {asked.map((party) => (
            <Agreement key={party.id} here={here} party={party} />
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <details open={all} onToggle={(event) => setAll(event.currentTarget.open)}>
          <summary>
            {t('openness.consent.open', '{count, plural, one {One was} other {# were}} not asked yet', {
              count: open.length,
            })}
          </summary>
          <ul className="openness-consents">
            {open.map((party) => (
              <li key={party.id}>
                <span>{nameOfId(view, party.id)}</span>
                <button className="how" type="button" onClick={() => setAsking(party)}>
                  {t('openness.consent.write', 'Write down what was agreed')}
                  <span className="visually-hidden"> {nameOfId(view, party.id)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asking !== null && <ConsentDialog here={here} party={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}

function Agreement({ here: { id, view }, party }: { readonly here: CommunityHere; readonly party: Party }) {
  const edits = useEdits(id);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const name = nameOfId(view, party.id);
  const agreed = hasAgreed(party.consent);
  const change = () => {
    const says = agreed
      ? t('openness.consent.says.withdrawn', '{name} no longer agrees to be seen', { name })
      : t('openness.consent.says.given', '{name} agreed to be seen', { name });
    edits.edit(consentEdit(party, agreed ? 'withdrawn' : true, says)).then(undefined, setRefusal);
  };
  return (
    <li>
      <span>
        {agreed
          ? t('openness.consent.yes', '{name} agreed.', { name })
          : t('openness.consent.no', '{name} does not agree.', { name })}
        {typeof party.consent === 'string' && party.consent !== 'withdrawn' && (
          <q className="quiet">{party.consent}</q>
        )}
      </span>
      <button className="how" type="button" onClick={change}>
        {agreed
          ? t('openness.consent.withdraw', 'Take it back')
          : t('openness.consent.give', 'Agreed after all')}
        <span className="visually-hidden"> {name}</span>
      </button>
      {refusal !== null && <FormRefused refusal={refusal} />}
    </li>
  );
}
