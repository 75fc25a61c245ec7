/** What the words mean, with a field to find one. */
import { useId, useState } from 'react';
import { glossary } from '#core/words/glossary';
import { Dialog } from '../../shared/dialog';
import { t, told } from '../../shared/words';

export function WordsDialog({ onClose }: { readonly onClose: () => void }) {
  const field = useId();
  const [sought, setSought] = useState('');
  const all = glossary.map((one) => ({ id: one.id, word: told(one.word()), says: told(one.says()) }));
  const low = sought.trim().toLowerCase();
  const found = all.filter((one) => `${one.word} ${one.says}`.toLowerCase().includes(low));
  return (
    <Dialog title={t('glossary.title', 'What the words mean')} onClose={onClose} shape="side">
      <label className="visually-hidden" htmlFor={field}>
        {t('glossary.find', 'Find a word')}
      </label>
      <input
        className="field"
        id={field}
        // Not a search field: there the browser takes Escape for itself, and the panel would stay.
        type="text"
        value={sought}
        placeholder={t('glossary.find', 'Find a word')}
        onChange={(event) => setSought(event.target.value)}
      />
      <p className="visually-hidden" role="status">
        {low === ''
          ? ''
          : t('glossary.found', '{count, plural, one {One word} other {# words}}', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <p className="story">{t('glossary.none', 'None of these words. Try a shorter one.')}</p>
      ) : (
        <dl className="glossary">
          {found.map((one) => (
            <div key={one.id}>
              <dt>{one.word}</dt>
              <dd>{one.says}</dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}
