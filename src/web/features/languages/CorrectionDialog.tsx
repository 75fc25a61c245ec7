/** Mending a translation: choose the sentence, say it better, and take the corrections along as a file to send. */
import { useId, useMemo, useState } from 'react';
import { Dialog } from '../../shared/dialog';
import { useDraft } from '../../shared/draft';
import { LANGUAGES, spokenNow } from '../../shared/language';
import { allSaid, sayAgain, t } from '../../shared/words';
import { type Better, correctionFile, correctionOf, type Sentence, search, sentencesOn } from './correction';
import './languages.css';

/** How many sentences are listed at once: more would be a wall. */
const MOST = 30;

export function CorrectionDialog({ onClose }: { readonly onClose: () => void }) {
  const { language, sentences: translated } = spokenNow();
  const name = LANGUAGES.find((one) => one.code === language)?.name ?? language;
  // Read once: what stands on the page behind this dialog.
  const [here] = useState(() => sentencesOn(textOfPage(), new Map(allSaid()), translated, sayAgain));
  const [kept, keep, drop] = useDraft<readonly Better[]>(`corrections.${language}`, []);
  const [chosen, choose] = useState<Sentence | null>(null);
  return (
    <Dialog title={t('correct.title', 'Mend this translation')} onClose={onClose} shape="side">
      <p>
        {t(
          'correct.lede',
          'Choose a sentence of this page and write how you would say it in {language}. At the end you get a file to send to those who keep Potluck; nothing leaves this machine by itself.',
          { language: name },
        )}
      </p>
      {chosen === null ? (
        <Chooser sentences={here} kept={kept} onChoose={choose} />
      ) : (
        <Mending
          key={chosen.id}
          sentence={chosen}
          before={kept.find((one) => one.id === chosen.id)?.better ?? chosen.is}
          onDone={(better) => {
            const others = kept.filter((one) => one.id !== chosen.id);
            keep(better === null ? others : [...others, better]);
            choose(null);
          }}
          onBack={() => choose(null)}
        />
      )}
      {chosen === null && kept.length > 0 && <Taking language={language} kept={kept} onDrop={drop} />}
    </Dialog>
  );
}

function textOfPage(): string {
  const root = document.getElementById('root');
  if (root === null) return '';
  const labels = [...root.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((one) =>
    ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''),
  );
  return [root.textContent, ...labels].join('\n');
}

interface ChooserProps {
  readonly sentences: readonly Sentence[];
  readonly kept: readonly Better[];
  readonly onChoose: (sentence: Sentence) => void;
}

function Chooser({ sentences, kept, onChoose }: ChooserProps) {
  const id = useId();
  const [sought, seek] = useState('');
  const found = useMemo(() => search(sentences, sought), [sentences, sought]);
  return (
    <>
      <label htmlFor={id}>{t('correct.search', 'Which sentence? A word of it is enough.')}</label>
      <input
        id={id}
        className="field"
        type="search"
        value={sought}
        onChange={(event) => seek(event.target.value)}
      />
      <ul className="plain-list sentences">
        {found.slice(0, MOST).map((one) => (
          <li key={one.id}>
            <button type="button" className="sentence" onClick={() => onChoose(one)}>
              {one.seen}
              {kept.some((better) => better.id === one.id) && (
                <span className="tiny quiet"> {t('correct.mended', 'mended')}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="quiet">
          {t(
            'correct.none',
            'No sentence of this page has that. What the community wrote itself is mended in its file.',
          )}
        </p>
      )}
      {found.length > MOST && (
        <p className="tiny quiet">
          {t(
            'correct.more',
            '{n, plural, one {# more} other {# more}}: a word in the field above finds it.',
            {
              n: found.length - MOST,
            },
          )}
        </p>
      )}
    </>
  );
}

interface MendingProps {
  readonly sentence: Sentence;
  readonly before: string;
  readonly onDone: (better: Better | null) => void;
  readonly onBack: () => void;
}

function Mending({ sentence, before, onDone, onBack }: MendingProps) {
  const id = useId();
  const [text, write] = useState(before);
  return (
    <form
      className="mending"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(correctionOf(sentence, text));
      }}
    >
      <p className="tiny quiet">{t('correct.english', 'In English:')}</p>
      <p lang="en" dir="ltr">
        {sentence.of}
      </p>
      <label htmlFor={id}>{t('correct.better', 'How would you say it?')}</label>
      <textarea
        id={id}
        className="field"
        rows={4}
        lang={spokenNow().language}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      {sentence.of.includes('{') && (
        <p className="tiny quiet">
          {t(
            'correct.braces',
            'Names and numbers are put in where braces stand: leave the words in braces as they are.',
          )}
        </p>
      )}
      <p className="mending-end">
        <button className="button primary" type="submit">
          {t('correct.keep', 'Keep this wording')}
        </button>
        <button className="button quiet" type="button" onClick={onBack}>
          {t('correct.back', 'Back to the sentences')}
        </button>
      </p>
    </form>
  );
}

interface TakingProps {
  readonly language: string;
  readonly kept: readonly Better[];
  readonly onDrop: () => void;
}

function Taking({ language, kept, onDrop }: TakingProps) {
  const take = () => {
    const { name, text } = correctionFile(language, kept, new Date().toISOString().slice(0, 10));
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <section className="taking">
      <p>
        {t('correct.count', '{n, plural, one {One sentence is mended.} other {# sentences are mended.}}', {
          n: kept.length,
        })}
      </p>
      <p className="mending-end">
        <button className="button primary" type="button" onClick={take}>
          {t('correct.take', 'Download the corrections')}
        </button>
        <button className="button quiet" type="button" onClick={onDrop}>
          {t('correct.drop', 'Forget them')}
        </button>
      </p>
    </section>
  );
}
