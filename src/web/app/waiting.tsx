/** A bare cloth while a room comes. It says nothing for the first second. */
import { t } from '../shared/words';

export function Waiting() {
  return (
    <main className="waiting" id="room" aria-busy="true">
      <p className="waiting-words story" role="status">
        {t('waiting', 'Laying the table…')}
      </p>
    </main>
  );
}
