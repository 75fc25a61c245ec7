/** Those who look after this Potluck as a whole: who they are, and inviting another. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../shared/dialog';
import type { Me } from '../../shared/me';
import { LinkOnce } from '../../shared/people/link-once';
import { HOUSE, type Link, peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { t } from '../../shared/words';
import { Invites } from './Invites';
import { Part } from './Part';
import { PersonRow } from './PersonRow';
import { peopleKey } from './people-key';
import { useDoing } from './use-doing';

/** How long an invitation to look after everything is open, days. */
const DAYS = 3;

export function Keepers({ me }: { readonly me: Me }) {
  const client = useQueryClient();
  const doing = useDoing();
  const [link, setLink] = useState<Link | null>(null);
  const { data, error } = useQuery({ queryKey: peopleKey(HOUSE), queryFn: () => peopleApi.people(HOUSE) });
  const invite = async () => {
    setLink(await peopleApi.invite(HOUSE, { role: 'steward', days: DAYS }));
    await client.invalidateQueries({ queryKey: peopleKey(HOUSE) });
  };
  return (
    <Part
      id="keepers"
      title={t('keepers.title', 'Who looks after this Potluck')}
      says={t(
        'keepers.says',
        'They are stewards of every community here. It is good to be two: one can let the other back in.',
      )}
    >
      {error !== null && <p role="alert">{error.message}</p>}
      <ul className="settings-list">
        {(data?.people ?? []).map((one) => (
          <PersonRow key={one.account} here={null} person={one} isMe={one.account === me.account?.id} />
        ))}
      </ul>
      <p className="actions">
        <button className="button" type="button" disabled={doing.busy} onClick={() => void doing.run(invite)}>
          {t('keepers.invite', 'Invite another to look after it')}
        </button>
      </p>
      <Refused refusal={doing.refusal} />
      {data !== undefined && data.invites.length > 0 && (
        <Invites community={HOUSE} nameOf={(party) => party} invites={data.invites} />
      )}
      {link !== null && (
        <Dialog title={t('invite.done', 'The invitation is open')} onClose={() => setLink(null)}>
          <p>{t('invite.give', 'Give this link to the person you mean, and to nobody else.')}</p>
          <LinkOnce {...link} />
        </Dialog>
      )}
    </Part>
  );
}
