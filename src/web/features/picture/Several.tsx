/** Several things chosen together, and what can be done with all of them at once. */
import { useState } from 'react';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { useEdits } from '../../shared/edits';
import { useMayWrite } from '../../shared/me';
import { nameOfId } from '../../shared/naming';
import { t } from '../../shared/words';
import { mergeable, removingAll } from './editing';

interface SeveralProps {
  readonly community: string;
  readonly view: View;
  readonly ids: readonly Id[];
  readonly onCopy: () => void;
  readonly onMerge: () => void;
  readonly onDrop: (id: Id) => void;
  readonly onClose: () => void;
}

export function Several({ community, view, ids, onCopy, onMerge, onDrop, onClose }: SeveralProps) {
  const edits = useEdits(community);
  const may = useMayWrite(community);
  const [sure, setSure] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  return (
    <section aria-live="polite" className="several">
      <div className="inspect-head">
        <h2>
          {t('several.title', '{count, plural, one {One thing chosen} other {# things chosen}}', {
            count: ids.length,
          })}
        </h2>
        <button className="button quiet inspect-close" type="button" onClick={onClose}>
          {t('several.close', 'Let all go')}
        </button>
      </div>
      <ul className="fact-list">
        {ids.map((id) => (
          <li key={id}>
            <button type="button" onClick={() => onDrop(id)}>
              {t('several.drop', '{name}, let go', { name: nameOfId(view, id) })}
            </button>
          </li>
        ))}
      </ul>
      <div className="actions">
        <button className="button" type="button" onClick={onCopy}>
          {t('several.copy', 'Copy')}
        </button>
        {may && (
          <>
            <button
              className="button"
              type="button"
              disabled={mergeable(view, ids).length === 0}
              onClick={onMerge}
            >
              {t('several.merge', 'Make them one')}
            </button>
            <button
              className="button quiet"
              type="button"
              aria-expanded={sure}
              onClick={() => setSure(!sure)}
            >
              {t('several.remove', 'Remove all')}
            </button>
          </>
        )}
      </div>
      {may && mergeable(view, ids).length === 0 && (
        <p className="small quiet">
          {t(
            'several.not-alike',
            'Only things of one sort can become one: two parties, two activities, two pools.',
          )}
        </p>
      )}
      {sure && (
        <div className="form">
          <p>{t('several.sure', 'Whatever cannot stand without them goes too. It can be undone.')}</p>
          {refusal !== null && <p role="alert">{refusal.message}</p>}
          <button
            className="button stop"
            type="button"
            onClick={() => edits.edit(removingAll(view, ids)).then(onClose, setRefusal)}
          >
            {t('several.remove-sure', 'Remove them and what needs them')}
          </button>
        </div>
      )}
    </section>
  );
}
