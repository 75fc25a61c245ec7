/** Writing down what somebody agreed to, in their own words. */
import { useId, useState } from 'react';
import type { Party } from '#core/model/things';
import { Dialog } from '../../shared/dialog';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import { nameOfId } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { consentEdit } from './sights';

interface ConsentProps {
  readonly here: CommunityHere;
  readonly party: Party;
  readonly onClose: () => void;
}

export function ConsentDialog({ here: { id, view }, party, onClose }: ConsentProps) {
  const edits = useEdits(id);
  const field = useId();
  const [agrees, setAgrees] = useState(true);
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState<Error | null>(null);
  const name = nameOfId(view, party.id);
  const send = () => {
    const words = said.trim();
    const consent = !agrees ? false : words === '' ? true : words;
    const says = agrees
      ? t('openness.consent.says.given', '{name} agreed to be seen', { name })
      : t('openness.consent.says.not', '{name} did not agree to be seen', { name });
    edits.edit(consentEdit(party, consent, says)).then(onClose, setRefusal);
  };
  return (
    <Dialog
      title={t('openness.consent.of', 'What {name} agreed to', { name })}
      onClose={onClose}
      shape="side"
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="quiet">
          {t(
            'openness.consent.ask',
            'Ask them first: in a small group, whoever reads the sum may work out what each one gave.',
          )}
        </p>
        <fieldset>
          <legend>{t('openness.consent.answer', 'What did they say?')}</legend>
          <label className="choice">
            <input type="radio" name="consent" checked={agrees} onChange={() => setAgrees(true)} />
            <span>{t('openness.consent.choice.yes', 'They agree that sums with their part are told')}</span>
          </label>
          <label className="choice">
            <input type="radio" name="consent" checked={!agrees} onChange={() => setAgrees(false)} />
            <span>{t('openness.consent.choice.no', 'They do not agree')}</span>
          </label>
        </fieldset>
        {agrees && (
          <div>
            <label htmlFor={field}>
              {t('openness.consent.words', 'In their words, and when (if you like)')}
            </label>
            <textarea
              id={field}
              className="field"
              value={said}
              onChange={(event) => setSaid(event.target.value)}
            />
          </div>
        )}
        {refusal !== null && <FormRefused refusal={refusal} />}
        <div className="actions">
          <button className="button primary" type="submit">
            {t('openness.keep', 'Keep it')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
