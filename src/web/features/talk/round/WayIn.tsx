/** How people come in: the code to be read by phones, the link, and the short code for those who type. */
import { useState } from 'react';
import { spokenAt } from '../../../shared/language';
import { t } from '../../../shared/words';
import { Qr } from '../Qr';
import type { FacilitatorState } from '../round-types';
import { useAddress } from '../use-facilitator';

export function WayIn({ state, wall }: { readonly state: FacilitatorState; readonly wall: string }) {
  const { address, isOnlyHere } = useAddress(state.link);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (address === null) return;
    await navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <section className="round-way-in">
      <h2>{state.phase === 'closed' ? t('round.was-here', 'Who was here') : t('round.way-in', 'Come in')}</h2>
      <p className="numeric" role="status">
        {t(
          'round.joined',
          '{joined, plural, =0 {Nobody has joined yet} one {One person is here} other {# people are here}}',
          {
            joined: state.joined,
          },
        )}
      </p>
      {address !== null && (
        <>
          <Qr address={address} />
          {state.code !== null && <p>{t('round.code', 'Code: {code}', { code: state.code })}</p>}
          <p className="tiny round-link">
            <a href={address}>{address}</a>
          </p>
          <p className="actions">
            <button className="button" type="button" onClick={() => void copy()}>
              {copied ? t('round.copied', 'Copied') : t('round.copy', 'Copy the link')}
            </button>
            <a className="button" href={wall} target="potluck-wall">
              {t('round.wall', 'Show on the wall')}
            </a>
          </p>
          {isOnlyHere && (
            <p className="tiny quiet">
              {t(
                'round.only-here',
                'This Potluck answers only on this machine. For phones in the room it has to be started for others too.',
              )}{' '}
              <a href={spokenAt('/docs/guide/sharing')}>{t('round.only-here.how', 'How that is done')}</a>
            </p>
          )}
        </>
      )}
    </section>
  );
}
