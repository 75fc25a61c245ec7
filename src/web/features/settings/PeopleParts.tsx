/** Who belongs to a community and who is invited; and whether everyone finds it. While one is alone: inviting others. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Me } from '../../shared/me';
import { nameOfId } from '../../shared/naming';
import { peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { InviteDialog } from './InviteDialog';
import { OthersDialog } from './InviteOthers';
import { Invites } from './Invites';
import { Part } from './Part';
import { PersonRow } from './PersonRow';
import { peopleKey } from './people-key';
import { useDoing } from './use-doing';
import { useOpener } from './use-opener';

export function PeopleParts({ here, me }: { readonly here: CommunityHere; readonly me: Me }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      {me.alone ? <Alone onOpen={() => setOpened(true)} /> : <Together here={here} me={me} />}
      {opened && <OthersDialog inCommunity onClose={() => setOpened(false)} />}
    </>
  );
}

function Alone({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <>
      <Part
        id="people"
        title={t('people.title', 'People')}
        says={t(
          'people.alone',
          'You are alone here, and need no account. Invite others, and each sees what is meant for them.',
        )}
      >
        <p className="actions">
          <button className="button primary" type="button" onClick={onOpen}>
            {t('others.open', 'Invite others')}
          </button>
        </p>
      </Part>
      <Part
        id="listed"
        title={t('listed.title', 'Seen by everyone')}
        says={t('listed.alone', 'As long as you are alone, nobody else can see anything of it.')}
      >
        {null}
      </Part>
    </>
  );
}

function Together({ here, me }: { readonly here: CommunityHere; readonly me: Me }) {
  const [inviting, setInviting] = useState(false);
  const { data, error } = useQuery({
    queryKey: peopleKey(here.id),
    queryFn: () => peopleApi.people(here.id),
  });
  return (
    <>
      <Part
        id="people"
        title={t('people.title', 'People')}
        says={t('people.says', 'Each sees what their role may see. Only stewards change something.')}
      >
        {error !== null && <p role="alert">{error.message}</p>}
        {data !== undefined && data.people.length === 0 && (
          <p className="quiet">{t('people.none', 'Nobody but those who look after this Potluck.')}</p>
        )}
        <ul className="settings-list">
          {(data?.people ?? []).map((one) => (
            <PersonRow key={one.account} here={here} person={one} isMe={one.account === me.account?.id} />
          ))}
        </ul>
        <p className="actions">
          <button className="button primary" type="button" onClick={() => setInviting(true)}>
            {t('people.invite', 'Invite somebody')}
          </button>
        </p>
        {data !== undefined && data.invites.length > 0 && (
          <Invites
            community={here.id}
            nameOf={(party) => nameOfId(here.view, party)}
            invites={data.invites}
          />
        )}
        {inviting && <InviteDialog here={here} onClose={() => setInviting(false)} />}
      </Part>
      {data !== undefined && <Listing key={String(data.listed)} here={here} listed={data.listed} />}
    </>
  );
}

/** Whether nobody in particular finds it on the shelf. Changing it asks why: it is written down for the other stewards. */
function Listing({ here, listed }: { readonly here: CommunityHere; readonly listed: boolean }) {
  const client = useQueryClient();
  const doing = useDoing();
  const field = useId();
  const asking = useOpener();
  const [why, setWhy] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing.run(async () => {
      await peopleApi.list(here.id, !listed, why.trim());
      await client.invalidateQueries({ queryKey: peopleKey(here.id) });
    });
  };
  return (
    <Part
      id="listed"
      title={t('listed.title', 'Seen by everyone')}
      says={
        listed
          ? t('listed.yes', 'It stands on the shelf for everyone, with what the public may see of it.')
          : t('listed.no', 'Nobody finds it who does not belong to it. Not even its name is told.')
      }
    >
      {asking.open ? (
        <form className="form" onSubmit={submit}>
          <div>
            <label htmlFor={field}>{t('listed.why', 'Why? The other stewards will read it.')}</label>
            <input
              id={field}
              className="field"
              required
              // biome-ignore lint/a11y/noAutofocus: the form was asked for, and begins here.
              autoFocus
              autoComplete="off"
              value={why}
              onChange={(event) => setWhy(event.target.value)}
            />
          </div>
          <Refused refusal={doing.refusal} />
          <div className="actions">
            <button className="button primary" type="submit" disabled={doing.busy}>
              {listed ? t('listed.hide', 'Take it off the shelf') : t('listed.show', 'Show it to everyone')}
            </button>
            <button className="button quiet" type="button" onClick={asking.hide}>
              {t('own.leave', 'Leave it')}
            </button>
          </div>
        </form>
      ) : (
        <p className="actions">
          <button className="button" type="button" {...asking.again} onClick={asking.show}>
            {listed ? t('listed.hide', 'Take it off the shelf') : t('listed.show', 'Show it to everyone')}
          </button>
        </p>
      )}
    </Part>
  );
}
