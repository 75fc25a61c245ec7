/** Somebody with a place in a community: the role and the party, a link back in, and taking the place away. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../shared/dialog';
import { nameOfId } from '../../shared/naming';
import { LinkOnce } from '../../shared/people/link-once';
import { HOUSE, type Link, type Person, peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { roleName } from '../../shared/people/role-words';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { peopleKey } from './people-key';
import { type PlaceForm, RoleFields } from './RoleFields';
import { useDoing } from './use-doing';

interface RowProps {
  /** Null: the house. There is one role in it. */
  readonly here: CommunityHere | null;
  readonly person: Person;
  readonly isMe: boolean;
}

export function PersonRow({ here, person, isMe }: RowProps) {
  const [open, setOpen] = useState(false);
  const party = here === null || person.party === null ? null : nameOfId(here.view, person.party);
  return (
    <li>
      <span className="what">
        {person.name} {isMe && <span className="pill">{t('people.you', 'you')}</span>}
        <span className="small quiet below">
          {party === null
            ? roleName(person.role)
            : person.consentedAt === null && person.role !== 'partner'
              ? t('people.for-asked', '{role}; for {party}, not yet said yes', {
                  role: roleName(person.role),
                  party,
                })
              : t('people.for', '{role}; for {party}', { role: roleName(person.role), party })}
        </span>
      </span>
      <span className="acts">
        <button className="button" type="button" onClick={() => setOpen(true)}>
          {t('people.change', 'Change')}
          <span className="visually-hidden"> {person.name}</span>
        </button>
      </span>
      {open && <PersonDialog here={here} person={person} isMe={isMe} onClose={() => setOpen(false)} />}
    </li>
  );
}

function PersonDialog({ here, person, isMe, onClose }: RowProps & { readonly onClose: () => void }) {
  const client = useQueryClient();
  const doing = useDoing();
  const [place, setPlace] = useState<PlaceForm>({
    role: person.role,
    party: person.party ?? '',
    audience: person.audience ?? '',
  });
  const [removing, setRemoving] = useState(false);
  const [link, setLink] = useState<Link | null>(null);
  const id = here?.id ?? HOUSE;
  const done = async () => {
    await client.invalidateQueries({ queryKey: peopleKey(id) });
    onClose();
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const [party, audience] = [place.party || null, place.audience || null];
    void doing.run(() =>
      peopleApi.changePerson(id, person.account, { role: place.role, party, audience }).then(done),
    );
  };
  if (link !== null) {
    return (
      <Dialog
        title={t('people.back-title', 'A way back for {name}', { name: person.name })}
        onClose={onClose}
      >
        <p>
          {t(
            'people.back-text',
            'Whoever opens it chooses a new password for this account. Give it to {name} alone.',
            { name: person.name },
          )}
        </p>
        <LinkOnce {...link} />
      </Dialog>
    );
  }
  return (
    <Dialog title={person.name} onClose={onClose} shape="side">
      {here === null ? (
        <Refused refusal={doing.refusal} />
      ) : (
        <form className="form" onSubmit={keep}>
          <RoleFields here={here} value={place} onChange={setPlace} guests={person.role === 'guest'} />
          <Refused refusal={doing.refusal} />
          <div className="actions">
            <button className="button primary" type="submit" disabled={doing.busy}>
              {t('people.keep', 'Keep it')}
            </button>
          </div>
        </form>
      )}
      <h3 className="rule">{t('people.else', 'And else')}</h3>
      <div className="actions">
        {!isMe && (
          <button
            className="button"
            type="button"
            disabled={doing.busy}
            onClick={() =>
              void doing.run(async () => setLink(await peopleApi.recoverLink(id, person.account)))
            }
          >
            {t('people.back', 'Make a way back in')}
          </button>
        )}
        <button
          className="button quiet"
          type="button"
          aria-expanded={removing}
          onClick={() => setRemoving(!removing)}
        >
          {t('people.remove', 'Take the place away')}
        </button>
      </div>
      {removing && (
        <div className="form">
          <p>
            {here === null
              ? t('people.remove-house', '{name} no longer looks after this Potluck. Their account stays.', {
                  name: person.name,
                })
              : t(
                  'people.remove-text',
                  '{name} sees no more of it than everyone does. Their account stays.',
                  {
                    name: person.name,
                  },
                )}
          </p>
          <button
            className="button stop"
            type="button"
            disabled={doing.busy}
            onClick={() => void doing.run(() => peopleApi.removePerson(id, person.account).then(done))}
          >
            {t('people.remove-do', 'Take it away')}
          </button>
        </div>
      )}
    </Dialog>
  );
}
