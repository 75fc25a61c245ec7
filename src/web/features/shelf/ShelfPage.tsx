/** The shelf: communities of yours, cases to look into, and three ways to begin. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Listed } from '../../shared/api';
import { later, Meanwhile } from '../../shared/later';
import { mayBegin, useMe } from '../../shared/me';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';
import { CommunityCard } from './CommunityCard';
import './shelf.css';

const BeginDialog = later(async () => (await import('./BeginDialog')).BeginDialog);

export type Way = 'start' | 'open' | 'paste';

export function ShelfPage() {
  const { data, error, refetch } = useQuery({ queryKey: ['shelf'], queryFn: api.list });
  const [way, setWay] = useState<Way | null>(null);
  const me = useMe();
  useEffect(() => {
    document.title = 'Potluck';
  }, []);
  const labelled = (labels: readonly (string | null)[]) =>
    (data ?? []).filter(({ note }) => labels.includes(note.label));
  const cases = labelled(['case', 'illustrative']);
  const examples = labelled(['synthetic']);
  const patterns = labelled(['template']);
  const own = labelled([null]);
  return (
    <main className="shelf" id="room" tabIndex={-1}>
      <section className="shelf-me">
        <h1>{t('shelf.title', 'Everyone brings something. Who carries what?')}</h1>
        <p className="story">
          {t('shelf.lede', 'Draw your community’s table in ten minutes. Not knowing is a fine answer.')}
        </p>
        {mayBegin(me) ? <Ways onWay={setWay} /> : <Welcome signedIn={me.account !== null} />}
        {(own.length > 0 || mayBegin(me)) && (
          <h2>
            {me.account === null && !me.alone
              ? t('shelf.open-ones', 'Open to everyone')
              : t('shelf.yours', 'Yours')}
          </h2>
        )}
        {own.length > 0 && <CardList cards={own} small />}
        {own.length === 0 && mayBegin(me) && (
          <p className="quiet">
            {t('shelf.none', 'Nothing yet. Who brings what where you are? A name is enough to begin.')}
          </p>
        )}
        {examples.length > 0 && (
          <>
            <h2>{t('shelf.examples', 'To try things on')}</h2>
            <CardList cards={examples} small />
          </>
        )}
      </section>
      <section className="shelf-cases" aria-busy={data === undefined && error === null}>
        <h2>{t('shelf.cases', 'To look into, as far as public pages tell')}</h2>
        {error !== null && (
          <div role="alert">
            <p>{error.message}</p>
            <p className="actions">
              <button className="button" type="button" onClick={() => void refetch()}>
                {t('shelf.again', 'Try again')}
              </button>
            </p>
          </div>
        )}
        {error === null && data === undefined && (
          <p className="quiet late">{t('shelf.waiting', 'Taking them from the shelf…')}</p>
        )}
        <CardList cards={cases} />
        {data !== undefined && cases.length === 0 && (
          <p className="quiet">{t('shelf.no-cases', 'No examples were put on this shelf.')}</p>
        )}
        {patterns.length > 0 && (
          <>
            <h2 className="shelf-patterns-title">{t('shelf.patterns', 'Or begin from a pattern')}</h2>
            <ul className="shelf-patterns">
              {patterns.map((community) => (
                <li key={community.id}>
                  <Link
                    className="pill"
                    to="/c/$community"
                    params={{ community: community.id }}
                    title={community.about ?? ''}
                  >
                    {community.name}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {way !== null && (
        <Meanwhile>
          <BeginDialog way={way} onClose={() => setWay(null)} />
        </Meanwhile>
      )}
    </main>
  );
}

function Ways({ onWay }: { readonly onWay: (way: Way) => void }) {
  return (
    <div className="shelf-ways">
      <button className="button primary" type="button" onClick={() => onWay('start')}>
        {t('shelf.start', 'Start a community')}
      </button>
      <button className="button" type="button" onClick={() => onWay('open')}>
        {t('shelf.open', 'Open a file')}
      </button>
      <button className="button" type="button" onClick={() => onWay('paste')}>
        {t('shelf.paste', 'Paste text')}
      </button>
    </div>
  );
}

/** For those who may look and not begin: what they see here, and the way in. */
function Welcome({ signedIn }: { readonly signedIn: boolean }) {
  return (
    <div className="shelf-welcome">
      <p>
        {signedIn
          ? t('shelf.no-places', 'Communities that you belong to stand here. An invitation opens another.')
          : t(
              'shelf.public',
              'You see what these communities show to everyone. Were you invited? Open your link, or sign in.',
            )}
      </p>
      {!signedIn && (
        <Link className="button primary" to="/sign-in">
          {t('shelf.sign-in', 'Sign in')}
        </Link>
      )}
    </div>
  );
}

interface CardsProps {
  readonly cards: readonly Listed[];
  readonly small?: boolean;
}

function CardList({ cards, small = false }: CardsProps) {
  return (
    <ul className={small ? 'shelf-own' : 'shelf-grid'}>
      {cards.map((community) => (
        <li key={community.id}>
          <CommunityCard community={community} />
        </li>
      ))}
    </ul>
  );
}
