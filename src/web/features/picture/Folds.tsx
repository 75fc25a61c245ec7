/** What is folded in a large picture, and the way to lay it out. */
import { OPEN_ALL, SMALL_STREAMS } from '#core/picture/fold';
import type { Scene } from '#core/picture/scene';
import { t } from '../../shared/words';

interface FoldsProps {
  readonly made: Scene;
  readonly open: readonly string[];
  readonly onOpen: (open: readonly string[]) => void;
}

export function Folds({ made, open, onOpen }: FoldsProps) {
  const small = made.contents.small.length;
  const folds = made.groups.filter((group) => group.kind === 'fold');
  const things = folds.reduce((sum, group) => sum + group.facts.length, 0);
  if (small === 0 && things === 0 && open.length === 0) return null;
  return (
    <div className="fold-line">
      {things > 0 && (
        <span>
          {t('folds.things', '{count, plural, one {One thing is} other {# things are}} in stacks.', {
            count: things,
          })}
        </span>
      )}
      {small > 0 && (
        <button type="button" className="button quiet" onClick={() => onOpen([...open, SMALL_STREAMS])}>
          {t(
            'folds.streams',
            '{count, plural, one {One small stream} other {# small streams}} folded: draw {count, plural, one {it} other {them}}',
            { count: small },
          )}
        </button>
      )}
      {(things > 0 || small > 0) && (
        <button type="button" className="button quiet" onClick={() => onOpen([OPEN_ALL])}>
          {t('folds.all', 'Show everything')}
        </button>
      )}
      {open.length > 0 && (
        <button type="button" className="button quiet" onClick={() => onOpen([])}>
          {t('folds.fold', 'Fold again')}
        </button>
      )}
    </div>
  );
}
