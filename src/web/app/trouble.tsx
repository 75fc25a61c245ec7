/** What is shown when a room cannot be shown: what, and what mends it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Refusal, Unreachable } from '../shared/api';
import { Link, useWay } from '../shared/way';
import { t } from '../shared/words';

export function Trouble({ error }: { readonly error: unknown }) {
  const way = useWay();
  const client = useQueryClient();
  // A room that could not be fetched: the line is down, or the pages were renewed meanwhile.
  const unfetched = /dynamically imported module|importing a module|module script|preload css/i.test(
    String(error),
  );
  // Browsers do not ask twice for a part of a page that failed: the page is loaded anew as soon as the line is there.
  useEffect(() => {
    if (!unfetched) return;
    const anew = () => window.location.reload();
    window.addEventListener('online', anew);
    return () => window.removeEventListener('online', anew);
  }, [unfetched]);
  const gone = error instanceof Refusal && error.status === 404;
  const unreachable = error instanceof Unreachable || unfetched;
  const known = error instanceof Refusal || unreachable;
  const again = () => {
    if (unfetched) {
      window.location.reload();
      return;
    }
    void client.resetQueries().then(() => way.again());
  };
  return (
    <main className="lonely" id="room" tabIndex={-1}>
      <h1>
        {gone
          ? t('trouble.gone', 'Nothing of that name stands on the shelf.')
          : unreachable
            ? t('trouble.unreachable', 'Potluck does not answer.')
            : t('trouble.title', 'This room did not open.')}
      </h1>
      <p className="story" role="alert">
        {unfetched
          ? t(
              'trouble.unfetched',
              'This room could not be fetched. Is Potluck still running? What waits here is not lost.',
            )
          : known
            ? (error as Error).message
            : t('trouble.ours', 'The mistake is ours, not yours. What you had kept is still kept.')}
      </p>
      {!known && (
        <details>
          <summary>{t('trouble.details', 'For whoever mends it')}</summary>
          <pre className="told">{String(error)}</pre>
        </details>
      )}
      <p className="actions">
        <button className="button primary" type="button" onClick={again}>
          {t('trouble.again', 'Try again')}
        </button>
        <Link className="button" to="/">
          {t('trouble.shelf', 'Go to the shelf')}
        </Link>
      </p>
    </main>
  );
}
