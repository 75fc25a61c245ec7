/** An address where nothing stands. */
import { Link } from '../shared/way';
import { t } from '../shared/words';

export function NotFound() {
  return (
    <main className="lonely" id="room" tabIndex={-1}>
      <h1>{t('not-found.title', 'There is no such room.')}</h1>
      <p className="story">
        {t('not-found.text', 'The address may have a slip in it, or what stood here was moved.')}
      </p>
      <p>
        <Link className="button primary" to="/">
          {t('not-found.mend', 'Go to the shelf')}
        </Link>
      </p>
    </main>
  );
}
