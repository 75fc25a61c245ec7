/** Inviting somebody: as what, for how long, and a link that is shown once. Where a wall would be breached, that is said first. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Refusal } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { LinkOnce } from '../../shared/people/link-once';
import { aboutQuery, type InviteAsked, type Link, peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { peopleKey } from './people-key';
import { type PlaceForm, RoleFields } from './RoleFields';
import { useDoing } from './use-doing';

const DAYS = [1, 3, 14, 30] as const;
const USUAL_DAYS = 14;

interface InviteProps {
  readonly here: CommunityHere;
  readonly onClose: () => void;
}

export function InviteDialog({ here, onClose }: InviteProps) {
  const client = useQueryClient();
  const doing = useDoing();
  const [note, days, despite, email] = [useId(), useId(), useId(), useId()];
  const { data: about } = useQuery(aboutQuery);
  const [place, setPlace] = useState<PlaceForm>({ role: 'core', party: '', audience: '' });
  const [more, setMore] = useState({ note: '', days: USUAL_DAYS, despite: '', email: '' });
  const [link, setLink] = useState<Link | null>(null);
  const wall = doing.refusal instanceof Refusal && doing.refusal.code === 'wall' ? doing.refusal : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    void doing.run(async () => {
      setLink(await peopleApi.invite(here.id, asked(place, more)));
      await client.invalidateQueries({ queryKey: peopleKey(here.id) });
    });
  };
  if (link !== null) {
    return (
      <Dialog title={t('invite.done', 'The invitation is open')} onClose={onClose}>
        <p>
          {link.mailed === true
            ? t('invite.mailed', 'It was sent by mail. The same link, should the letter not arrive:')
            : t('invite.give', 'Give this link to the person you mean, and to nobody else.')}
        </p>
        <LinkOnce {...link} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('people.invite', 'Invite somebody')} onClose={onClose} shape="side">
      <form className="form" onSubmit={send}>
        <RoleFields
          here={here}
          value={place}
          onChange={(next) => {
            doing.clear();
            setPlace(next);
          }}
        />
        <div>
          <label htmlFor={note}>{t('invite.note', 'For whom is it? (only stewards read this)')}</label>
          <input
            id={note}
            className="field"
            maxLength={120}
            autoComplete="off"
            value={more.note}
            onChange={(event) => setMore({ ...more, note: event.target.value })}
          />
        </div>
        {about?.mail === true && (
          <div>
            <label htmlFor={email}>
              {t('invite.email', 'Send it to a mail address too? (it is not kept)')}
            </label>
            <input
              id={email}
              className="field"
              type="email"
              autoComplete="off"
              value={more.email}
              onChange={(event) => setMore({ ...more, email: event.target.value })}
            />
          </div>
        )}
        <div>
          <label htmlFor={days}>{t('invite.days', 'How long is it open?')}</label>
          <select
            id={days}
            className="field"
            value={more.days}
            onChange={(event) => setMore({ ...more, days: Number(event.target.value) })}
          >
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {t('invite.days-count', '{count, plural, one {A day} other {# days}}', { count })}
              </option>
            ))}
          </select>
        </div>
        {wall === null ? (
          <Refused refusal={doing.refusal} />
        ) : (
          <div className="breaches" role="alert">
            <ul>
              {wall.breaches.map((says) => (
                <li key={says}>{says}</li>
              ))}
            </ul>
            <div>
              <label htmlFor={despite}>{t('invite.despite', 'Do it all the same, because…')}</label>
              <p className="hint" id={`${despite}-hint`}>
                {t('invite.despite-hint', 'Your reason is written down for the other stewards.')}
              </p>
              <input
                id={despite}
                className="field"
                required
                autoComplete="off"
                aria-describedby={`${despite}-hint`}
                value={more.despite}
                onChange={(event) => setMore({ ...more, despite: event.target.value })}
              />
            </div>
          </div>
        )}
        <div className="actions">
          <button className="button primary" type="submit" disabled={doing.busy}>
            {wall === null
              ? t('invite.make', 'Make the link')
              : t('invite.make-despite', 'Make it all the same')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function asked(
  { role, party, audience }: PlaceForm,
  more: { readonly note: string; readonly days: number; readonly despite: string; readonly email: string },
): InviteAsked {
  return {
    role,
    days: more.days,
    ...(party === '' ? {} : { party }),
    ...(audience === '' ? {} : { audience }),
    ...(more.note.trim() === '' ? {} : { note: more.note.trim() }),
    ...(more.email.trim() === '' ? {} : { email: more.email.trim() }),
    ...(more.despite.trim() === '' ? {} : { despite: more.despite.trim() }),
  };
}
