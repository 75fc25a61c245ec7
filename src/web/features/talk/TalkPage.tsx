/** The room Talk: what is talked about in which order, and what came of it. Its parts stand at its head, one at a time. */
import { Link, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useCommunity } from '../../shared/use-community';
import { t } from '../../shared/words';
import { PARTS } from './parts';
import './talk.css';

export function TalkPage() {
  const here = useCommunity();
  const { part } = useSearch({ strict: false }) as { part?: string };
  const chosen = PARTS.find((one) => one.id === part) ?? PARTS[0];
  return (
    <main className="talk" id="room" tabIndex={-1}>
      <header className="talk-head">
        <h1>{t('room.talk', 'Talk')}</h1>
        <nav className="talk-parts no-print" aria-label={t('talk.parts', 'Parts of this room')}>
          {PARTS.map((one) => (
            <Link
              key={one.id}
              to="/c/$community/talk"
              params={{ community: here.id }}
              search={(before) => ({ ...before, part: one === PARTS[0] ? undefined : one.id }) as never}
              activeOptions={{ exact: true, includeSearch: true }}
              resetScroll={false}
            >
              {one.name()}
            </Link>
          ))}
        </nav>
      </header>
      {chosen !== undefined && (
        <Suspense fallback={<p className="quiet late talk-waiting">{t('waiting', 'Laying the table…')}</p>}>
          <chosen.Part key={chosen.id} here={here} />
        </Suspense>
      )}
    </main>
  );
}
