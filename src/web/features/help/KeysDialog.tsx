/** The keys of the room one is in. */
import { Dialog } from '../../shared/dialog';
import { openDoor } from '../../shared/doors';
import { spokenAt } from '../../shared/language';
import { t } from '../../shared/words';
import { keysOf } from './keys';

export function KeysDialog({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  return (
    <Dialog title={t('keys.title', 'Keys')} onClose={onClose} shape="side">
      {keysOf(path).map((group) => (
        <section key={group.id}>
          <h3 className="rule">{group.title}</h3>
          <table className="keys">
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{t('keys.column.key', 'Key')}</th>
                <th scope="col">{t('keys.column.does', 'What it does')}</th>
              </tr>
            </thead>
            <tbody>
              {group.lines.map((one) => (
                <tr key={one.does}>
                  <th scope="row">
                    {one.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </th>
                  <td>{one.does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p className="actions">
        <button className="button" type="button" onClick={() => openDoor('words')}>
          {t('keys.words', 'What the words mean')}
        </button>
        <a className="button quiet" href={spokenAt('/docs')}>
          {t('keys.docs', 'Read how it works')}
        </a>
      </p>
    </Dialog>
  );
}
