/** The languages of the interface, each in its own words, and the way to mend a translation. */
import { useState } from 'react';
import { chooseLanguage, LANGUAGES, type Language, spokenNow } from '../shared/language';
import { t } from '../shared/words';
import './languages.css';

/** `onCorrect` is called by those who want to mend a sentence of the language that is spoken. */
export function LanguageChoice({ onCorrect }: { readonly onCorrect: () => void }) {
  const spoken = spokenNow().language;
  const [failed, setFailed] = useState(false);
  const choose = (language: Language) => {
    setFailed(false);
    chooseLanguage(language).catch(() => setFailed(true));
  };
  return (
    <details className="languages">
      <summary>
        {t('language.now', 'Language: {language}', {
          language: LANGUAGES.find((one) => one.code === spoken)?.name ?? spoken,
        })}
        {spoken !== 'en' && (
          // For those who chose a language that they cannot read.
          <span className="tiny quiet" lang="en">
            Language
          </span>
        )}
      </summary>
      <ul className="plain-list">
        {LANGUAGES.map(({ code, name, draft }) => (
          <li key={code}>
            <button
              className="language"
              type="button"
              lang={code}
              aria-pressed={code === spoken}
              onClick={() => choose(code)}
            >
              <span className="language-name">{name}</span>
              {draft !== '' && <span className="tiny quiet">{draft}</span>}
            </button>
          </li>
        ))}
      </ul>
      {failed && (
        <p className="small" role="alert">
          {t('language.failed', 'The words of that language did not arrive. Try again when Potluck answers.')}
        </p>
      )}
      {spoken !== 'en' && (
        <button className="how" type="button" onClick={onCorrect}>
          {t('language.correct', 'Mend a sentence of this translation')}
        </button>
      )}
    </details>
  );
}
