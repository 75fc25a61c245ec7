/** Erasing a person from a community: what goes, what stays, and the name typed, for it cannot be taken back. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { nameOf } from '#core/model/fact';
import { Dialog } from '../../shared/dialog';
import { Refused } from '../../shared/people/refused';
import { type Erased, releasesApi } from '../../shared/releases-api';
import { type CommunityHere, communityChanged } from '../../shared/use-community';
import { t } from '../../shared/words';
import { Part } from './Part';
import { useDoing } from './use-doing';

export function ErasePerson({ here }: { readonly here: CommunityHere }) {
  const [asked, setAsked] = useState(false);
  const people = here.view.ever.parties.filter((party) => party.type === 'person');
  return (
    <Part
      id="erase"
      title={t('erase.title', 'Erase a person')}
      says={t(
        'erase.says',
        'When somebody wishes not to be named here any more: what they gave stays, who it was goes, also from every earlier version.',
      )}
    >
      {people.length === 0 ? (
        <p className="small quiet">{t('erase.nobody', 'Nobody is named here as a person.')}</p>
      ) : (
        <p className="actions">
          <button className="button stop" type="button" onClick={() => setAsked(true)}>
            {t('erase.ask', 'Erase a person')}
          </button>
        </p>
      )}
      {asked && <EraseDialog here={here} onClose={() => setAsked(false)} />}
    </Part>
  );
}

interface EraseProps {
  readonly here: CommunityHere;
  readonly onClose: () => void;
}

function EraseDialog({ here, onClose }: EraseProps) {
  const client = useQueryClient();
  const doing = useDoing();
  const [whom, typed, why] = [useId(), useId(), useId()];
  const people = here.view.ever.parties.filter((party) => party.type === 'person');
  const [party, setParty] = useState('');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<Erased | null>(null);
  const chosen = people.find((one) => one.id === party);
  const isSame = chosen !== undefined && name.trim().toLowerCase() === nameOf(chosen).trim().toLowerCase();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isSame) return;
    void doing.run(async () => {
      setDone(await releasesApi.erase(here.id, party, reason.trim()));
      await communityChanged(client, here.id);
    });
  };
  if (done !== null) return <Done done={done} onClose={onClose} />;
  return (
    <Dialog title={t('erase.title', 'Erase a person')} onClose={onClose} shape="side">
      <Goes />
      <form className="form" onSubmit={send}>
        <div>
          <label htmlFor={whom}>{t('erase.whom', 'Whom?')}</label>
          <select
            id={whom}
            className="field"
            value={party}
            onChange={(event) => setParty(event.target.value)}
          >
            <option value="">{t('erase.choose', 'Choose')}</option>
            {people.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </div>
        {chosen !== undefined && (
          <>
            <div>
              <label htmlFor={why}>{t('erase.why', 'Why? (stands in the log, without the name)')}</label>
              <input
                id={why}
                className="field"
                autoComplete="off"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </div>
            <div>
              <label htmlFor={typed}>
                {t('erase.type', 'Type “{name}” to be sure', { name: nameOf(chosen) })}
              </label>
              <input
                id={typed}
                className="field"
                autoComplete="off"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </div>
          </>
        )}
        <Refused refusal={doing.refusal} />
        <div className="actions">
          <button className="button stop" type="submit" disabled={doing.busy || !isSame}>
            {t('erase.do', 'Erase for good')}
          </button>
          <button className="button" type="button" onClick={onClose}>
            {t('erase.not', 'Leave as it is')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Goes() {
  return (
    <>
      <h3>{t('erase.goes', 'What goes')}</h3>
      <ul className="bullets">
        <li>
          {t(
            'erase.goes.name',
            'their name and all that is said of them alone, in this version and all earlier ones',
          )}
        </li>
        <li>{t('erase.goes.notes', 'their name in notes, reasons, rounds, decisions and the log')}</li>
        <li>
          {t(
            'erase.goes.releases',
            'their name on released pages; a page that was only theirs is taken back',
          )}
        </li>
        <li>{t('erase.goes.account', 'their account here, if it is for nothing else')}</li>
      </ul>
      <h3>{t('erase.stays', 'What stays')}</h3>
      <ul className="bullets">
        <li>{t('erase.stays.gave', 'what was given and done, by “someone”')}</li>
        <li>{t('erase.stays.log', 'a line in the log: that somebody was erased, not who')}</li>
        <li>
          {t(
            'erase.stays.files',
            'files that were taken along and backups: they are out of reach, so delete those yourselves',
          )}
        </li>
      </ul>
    </>
  );
}

function Done({ done, onClose }: { readonly done: Erased; readonly onClose: () => void }) {
  return (
    <Dialog title={t('erase.done', 'Erased')} onClose={onClose}>
      <p>
        {t(
          'erase.done.text',
          '{texts, plural, one {One version was} other {# versions were}} rewritten, and {rows, plural, =0 {no notes} one {one note} other {# notes}}. {releases, plural, =0 {} one {One release was made anew.} other {# releases were made anew.}} {withdrawn, plural, =0 {} one {One was taken back.} other {# were taken back.}}',
          { texts: done.texts, rows: done.rows, releases: done.releases, withdrawn: done.withdrawn },
        )}
      </p>
      <p>{t('erase.done.as', 'In their place stands “{as}”.', { as: done.as })}</p>
      <div className="actions">
        <button className="button primary" type="button" onClick={onClose}>
          {t('erase.done.close', 'Good')}
        </button>
      </div>
    </Dialog>
  );
}
