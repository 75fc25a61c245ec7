/** What was released: to whom and when, with a new address or taken back. Part of the Openness room, for stewards. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { middleDay } from '#core/model/dates';
import { Dialog } from '../../shared/dialog';
import { momentText, shortDay } from '../../shared/format';
import { nameOfId } from '../../shared/naming';
import { Refused } from '../../shared/people/refused';
import { logKey, type Release, releasesApi, releasesKey } from '../../shared/releases-api';
import type { CommunityHere } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { audienceCalled } from '../openness/audience-called';
import { useDoing } from '../settings/use-doing';
import { Address } from './Address';
import { ReleaseDialog, whatName } from './ReleaseDialog';
import './release.css';

export function Releases({ here }: { readonly here: CommunityHere }) {
  const { id } = here;
  const heading = useId();
  const { data, error } = useQuery({
    queryKey: releasesKey(id),
    queryFn: () => releasesApi.list(id),
  });
  const [making, setMaking] = useState(false);
  const out = (data ?? []).filter((one) => one.withdrawnAt === null);
  const back = (data ?? []).filter((one) => one.withdrawnAt !== null);
  return (
    <section className="openness-part releases" aria-labelledby={heading}>
      <h2 id={heading}>{t('releases.title', 'Released')}</h2>
      <p className="quiet">
        {t(
          'releases.lede',
          'Pages that were frozen for somebody and have an address of their own. Each new one is set beside those before it, so that no difference tells on anybody.',
        )}
      </p>
      {error !== null && data === undefined && <p role="alert">{error.message}</p>}
      {data !== undefined && out.length === 0 && (
        <p className="small quiet">{t('releases.none', 'Nothing is out just now.')}</p>
      )}
      {out.length > 0 && (
        <ul className="release-list">
          {out.map((one) => (
            <Out key={one.id} here={here} release={one} />
          ))}
        </ul>
      )}
      <p className="actions">
        <button className="button" type="button" onClick={() => setMaking(true)}>
          {t('releases.make', 'Release a page')}
        </button>
      </p>
      {back.length > 0 && (
        <details>
          <summary>{t('releases.back', 'Taken back ({count})', { count: back.length })}</summary>
          <ul className="release-list">
            {back.map((one) => (
              <li key={one.id}>
                <Told here={here} release={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {making && <ReleaseDialog here={here} onClose={() => setMaking(false)} />}
    </section>
  );
}

interface OneProps {
  readonly here: CommunityHere;
  readonly release: Release;
}

function Told({ here: { view }, release }: OneProps) {
  const day = middleDay(release.asOf);
  const name =
    release.basket === null
      ? whatName(release.what)
      : t('releases.basket', 'The sponsor’s page of {basket}', { basket: nameOfId(view, release.basket) });
  return (
    <span className="what">
      {t('releases.line', '{what}, for {whom}', { what: name, whom: audienceCalled(view, release.audience) })}
      <span className="small quiet below">
        {release.withdrawnAt === null
          ? t('releases.when', 'released {at}, seen from {day}', {
              at: momentText(release.at),
              day: day === null ? release.asOf : shortDay(day),
            })
          : t('releases.when-back', 'released {at}, taken back {back}', {
              at: momentText(release.at),
              back: momentText(release.withdrawnAt),
            })}
      </span>
    </span>
  );
}

function Out({ here, release }: OneProps) {
  const doing = useDoing();
  const [asked, setAsked] = useState<'withdraw' | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const readdress = () =>
    void doing.run(async () => setLink((await releasesApi.readdress(here.id, release.id)).link));
  return (
    <li>
      <Told here={here} release={release} />
      <span className="acts">
        <button className="button quiet" type="button" disabled={doing.busy} onClick={readdress}>
          {t('releases.readdress', 'New address')}
        </button>
        <button className="button quiet" type="button" onClick={() => setAsked('withdraw')}>
          {t('releases.withdraw', 'Take back')}
        </button>
      </span>
      <Refused refusal={doing.refusal} />
      {link !== null && (
        <Dialog title={t('releases.readdressed', 'Its new address')} onClose={() => setLink(null)}>
          <p>{t('releases.former', 'The former address leads nowhere any more.')}</p>
          <Address link={link} name={words(here.view.name)} what={release.what} />
        </Dialog>
      )}
      {asked === 'withdraw' && (
        <WithdrawDialog here={here} release={release} onClose={() => setAsked(null)} />
      )}
    </li>
  );
}

function WithdrawDialog({ here, release, onClose }: OneProps & { readonly onClose: () => void }) {
  const client = useQueryClient();
  const doing = useDoing();
  const why = useId();
  const [reason, setReason] = useState('');
  const withdraw = () =>
    void doing.run(async () => {
      await releasesApi.withdraw(here.id, release.id, reason.trim());
      onClose();
      await client.invalidateQueries({ queryKey: releasesKey(here.id) });
      await client.invalidateQueries({ queryKey: logKey(here.id) });
    });
  return (
    <Dialog title={t('releases.withdraw-title', 'Take it back?')} onClose={onClose}>
      <p>
        {t(
          'releases.withdraw-text',
          'Whoever opens its address then reads that it was taken back. What was read cannot be unread, so the next release is still set beside it.',
        )}
      </p>
      <div className="form">
        <div>
          <label htmlFor={why}>{t('releases.withdraw-why', 'Why? (stands in the log)')}</label>
          <input
            id={why}
            className="field"
            autoComplete="off"
            data-first
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </div>
      <Refused refusal={doing.refusal} />
      <div className="actions">
        <button className="button primary" type="button" disabled={doing.busy} onClick={withdraw}>
          {t('releases.withdraw-do', 'Take it back')}
        </button>
        <button className="button" type="button" onClick={onClose}>
          {t('releases.withdraw-not', 'Leave it out')}
        </button>
      </div>
    </Dialog>
  );
}
