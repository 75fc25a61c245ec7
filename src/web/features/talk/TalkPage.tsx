/** The room Talk: what is talked about in which order, and what came of it. Its parts stand at its head, one at a time. */

import { Meanwhile } from '../../shared/later';
import { useCommunity } from '../../shared/use-community';
import { Link, useSearch } from '../../shared/way';
import { t } from '../../shared/words';
import { PARTS } from './parts';
import './talk.css';

export function TalkPage() {
  const here = useCommunity();
  const { part } = useSearch() as { part?: string };
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
              search={(before) => ({ ...before, part: one === PARTS[0] ? undefined : one.id })}
              resetScroll={false}
            >
              {one.name()}
            </Link>
          ))}
        </nav>
      </header>
      {chosen !== undefined && (
        <Meanwhile fallback={<p className="quiet late talk-waiting">{t('waiting', 'Laying the table…')}</p>}>
          <chosen.Part key={chosen.id} here={here} />
        </Meanwhile>
      )}
    </main>
  );
}
