/** Calendar addresses of one's own: made, told once, withdrawn. Whoever has an address reads what its owner may see. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { audienceName } from '../../shared/eyes';
import { momentText } from '../../shared/format';
import { spokenAt } from '../../shared/language';
import { useBelongs } from '../../shared/me';
import { t } from '../../shared/words';
import { monthly } from './monthly-api';

export function Calendar({ community }: { readonly community: string }) {
  const client = useQueryClient();
  const belongs = useBelongs(community);
  const key = ['community', community, 'feeds'];
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => monthly.feeds(community),
    enabled: belongs,
    retry: false,
  });
  const [made, setMade] = useState<{ readonly id: string; readonly address: string } | null>(null);
  const [trouble, setTrouble] = useState<Error | null>(null);
  if (data === undefined) return null;
  const done = () => client.invalidateQueries({ queryKey: key });
  const make = () => {
    setTrouble(null);
    monthly
      .makeFeed(community)
      .then(({ id, address }) => {
        setMade({ id, address: spokenAt(`${location.origin}${address}`) });
        return done();
      })
      .catch(setTrouble);
  };
  const withdraw = (id: string) => {
    setTrouble(null);
    if (made?.id === id) setMade(null);
    monthly.withdrawFeed(community, id).then(done).catch(setTrouble);
  };
  return (
    <section className="month-calendar no-print">
      <h3 className="rule">{t('calendar.title', 'In your own calendar')}</h3>
      <p className="story">
        {t(
          'calendar.lede',
          'A calendar can follow the agenda by an address of your own: the meeting every month, and what is due on its day. It shows what you may see here, so keep the address to yourself. You can withdraw it at any time.',
        )}
      </p>
      {made !== null && <Address address={made.address} />}
      {data.length > 0 && (
        <ul className="plain-list month-feeds">
          {data.map((one) => (
            <li key={one.id}>
              <span>
                {t('calendar.one', 'Made {when}; shows what {audience} may see', {
                  when: momentText(one.madeAt),
                  audience: audienceName(one.audience),
                })}
              </span>
              <button className="button quiet" type="button" onClick={() => withdraw(one.id)}>
                {t('calendar.withdraw', 'Withdraw')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {trouble !== null && <p role="alert">{trouble.message}</p>}
      <p className="actions">
        <button className="button" type="button" onClick={make}>
          {t('calendar.make', 'Make an address')}
        </button>
      </p>
    </section>
  );
}

function Address({ address }: { readonly address: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="month-address" role="status">
      <p>
        {t('calendar.once', 'Your address. It is shown only now; paste it where your calendar asks for one.')}
      </p>
      <p className="told">{address}</p>
      <p className="actions">
        <button
          className="button primary"
          type="button"
          onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
        >
          {copied ? t('calendar.copied', 'Copied') : t('calendar.copy', 'Copy the address')}
        </button>
        <a className="button quiet" href={address.replace(/^https?:/, 'webcal:')}>
          {t('calendar.open', 'Open it in a calendar here')}
        </a>
      </p>
    </div>
  );
}
