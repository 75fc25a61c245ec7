/** Passkeys of one's account: which there are, adding the one of this device, removing one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { canPasskeys, keepPasskey } from '../../shared/people/passkeys';
import { peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { t } from '../../shared/words';
import { Part } from './Part';
import { useDoing } from './use-doing';

const KEY = ['passkeys'];

export function Passkeys() {
  const client = useQueryClient();
  const doing = useDoing();
  const field = useId();
  const [name, setName] = useState<string | null>(null);
  const { data = [] } = useQuery({ queryKey: KEY, queryFn: peopleApi.passkeys });
  const again = () => client.invalidateQueries({ queryKey: KEY });
  const add = (event: FormEvent) => {
    event.preventDefault();
    void doing
      .run(async () => {
        await keepPasskey((name ?? '').trim());
        await again();
      })
      .then((done) => done && setName(null));
  };
  return (
    <Part
      id="passkeys"
      title={t('own.passkeys', 'Passkeys')}
      says={t(
        'own.passkeys-says',
        'A device keeps the key for you: no password to type, and none to be stolen.',
      )}
    >
      {data.length > 0 && (
        <ul className="settings-list">
          {data.map((one) => (
            <li key={one.id}>
              <span className="what">{one.name}</span>
              <span className="acts">
                <button
                  className="button quiet"
                  type="button"
                  disabled={doing.busy}
                  onClick={() => void doing.run(() => peopleApi.removePasskey(one.id).then(again))}
                >
                  {t('own.passkey-remove', 'Remove')}
                  <span className="visually-hidden"> {one.name}</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {!canPasskeys() && (
        <p className="small quiet">{t('own.passkey-cannot', 'This browser keeps no passkeys.')}</p>
      )}
      {canPasskeys() && name === null && (
        <p className="actions">
          <button className="button" type="button" onClick={() => setName('')}>
            {t('own.passkey-add', 'Add the passkey of a device')}
          </button>
        </p>
      )}
      {name !== null && (
        <form className="form" onSubmit={add}>
          <div>
            <label htmlFor={field}>{t('own.passkey-name', 'What do you call the device?')}</label>
            <input
              id={field}
              className="field"
              required
              maxLength={60}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <div className="actions">
            <button className="button primary" type="submit" disabled={doing.busy}>
              {t('own.passkey-do', 'Add it')}
            </button>
            <button className="button quiet" type="button" onClick={() => setName(null)}>
              {t('own.leave', 'Leave it')}
            </button>
          </div>
        </form>
      )}
      <Refused refusal={doing.refusal} />
    </Part>
  );
}
