/** The words of a room that have a sense of their own, in a quiet line at its end; each says what it means when chosen. */
import { t } from '../../shared/words';
import { Term } from './Term';

/** `ids` are those of the glossary. */
export function WordsHere({ ids }: { readonly ids: readonly string[] }) {
  return (
    <section className="words-here small quiet no-print" aria-label={t('term.here', 'Words used here')}>
      <span aria-hidden="true">{t('term.here', 'Words used here')}</span>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Term id={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}
