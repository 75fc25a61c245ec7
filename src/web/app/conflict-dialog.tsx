/** Two people changed the same community. Shows what the others did and what waits; neither is lost. */
import { Dialog } from '../shared/dialog';
import { useEdits } from '../shared/edits';
import { momentText } from '../shared/format';
import { authorName } from '../shared/naming';
import { t } from '../shared/words';

export function ConflictDialog({
  community,
  onClose,
}: {
  readonly community: string;
  readonly onClose: () => void;
}) {
  const edits = useEdits(community);
  if (edits.conflict === null) return null;
  const { says, meanwhile } = edits.conflict;
  return (
    <Dialog title={t('conflict.title', 'Someone else wrote at the same time')} onClose={onClose}>
      <p className="story">
        {t('conflict.text', 'Both are safe. Theirs is kept already; yours waits here until you say.')}
      </p>
      <h3 className="rule">{t('conflict.theirs', 'Changed meanwhile')}</h3>
      {meanwhile.length === 0 ? (
        <p className="quiet">{t('conflict.unknown', 'We do not know what. The history tells.')}</p>
      ) : (
        <ul className="plain-list">
          {meanwhile.map((one) => (
            <li key={one.version}>
              {one.message ?? t('conflict.no-message', 'A change without words')}{' '}
              <span className="quiet small">
                {t('conflict.by', '{author}, {at}', { author: authorName(one), at: momentText(one.at) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h3 className="rule">{t('conflict.yours', 'Yours, waiting')}</h3>
      <p>{says}</p>
      <div className="actions">
        <button className="button primary" type="button" onClick={() => void edits.applyAgain()}>
          {t('conflict.apply', 'Put mine on top')}
        </button>
        <button className="button" type="button" onClick={onClose}>
          {t('conflict.later', 'Let it wait')}
        </button>
        <button className="button quiet" type="button" onClick={() => void edits.letGo().then(onClose)}>
          {t('conflict.let-go', 'Let go of mine')}
        </button>
      </div>
    </Dialog>
  );
}
