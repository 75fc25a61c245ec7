/** The same facts as a list: every sign, stream and arrow of the picture as a sentence that can be chosen. */
import type { Id } from '#core/model/fact';
import type { Scene } from '#core/picture/scene';
import { Dialog } from '../../shared/dialog';
import { t } from '../../shared/words';
import { listingOf } from './view-model';

interface FactListProps {
  readonly made: Scene;
  readonly onPick: (id: Id) => void;
  readonly onClose: () => void;
}

export function FactList({ made, onPick, onClose }: FactListProps) {
  const listing = listingOf(made);
  return (
    <Dialog title={t('list.title', 'Same facts as a list')} onClose={onClose} shape="side">
      {listing.length === 0 && <p className="story">{t('list.empty', 'Nothing is on the table yet.')}</p>}
      {listing.map(({ title, groups }) => (
        <section key={title}>
          <h3 className="rule">{title}</h3>
          <ul className="fact-list">
            {groups.map((group) => (
              <li key={group.id}>
                <button type="button" onClick={() => onPick(group.id)}>
                  {group.label}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
