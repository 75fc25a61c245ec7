/** What a choice came to: the verdict as a sentence, and what it rests on. Nobody is shown who chose what. */
import { t } from '../../shared/words';
import './result.css';
import type { OptionResult, Result } from './round-types';
import { verdictText } from './round-words';

interface ResultProps {
  readonly result: Result;
  readonly k: number;
}

export function ResultView({ result, k }: ResultProps) {
  const options = [...result.options].sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99));
  return (
    <section className="result">
      <h2>{t('round.result', 'What came of it')}</h2>
      <p className="story">{verdictText(result, k)}</p>
      {!result.cannotTell && (
        <>
          {result.way === 'consent' && <Consent result={result} />}
          {result.way === 'dots' && <DotsTable options={options} />}
          {result.way === 'score' && <ScoreTable options={options} />}
          {result.chosen !== null && (
            <p className="tiny quiet">
              {t('round.result.chosen', '{chosen, plural, one {One person} other {# people}} chose.', {
                chosen: result.chosen,
              })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Consent({ result }: { readonly result: Result }) {
  const { consent, aside, objections } = result;
  return (
    <>
      {consent !== null && (
        <p className="numeric">
          {t(
            'round.result.consent',
            '{consent, plural, =0 {Nobody can} one {One can} other {# can}} live with it, {aside, plural, =0 {nobody stands} one {one stands} other {# stand}} aside, {objections, plural, =0 {nobody objects} one {one objects} other {# object}}.',
            { consent, aside: aside ?? 0, objections: objections ?? 0 },
          )}
        </p>
      )}
      {result.reasons.length > 0 && (
        <>
          <h3>{t('round.result.reasons', 'Objections')}</h3>
          <ul className="result-reasons">
            {result.reasons.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function DotsTable({ options }: { readonly options: readonly OptionResult[] }) {
  const most = Math.max(1, ...options.map((one) => one.dots ?? 0));
  return (
    <ol className="result-rows">
      {options.map((one) => (
        <li key={one.id}>
          <span className="result-rank numeric">{one.rank ?? ''}</span>
          <span>{one.text}</span>
          <span className="numeric result-number">
            {one.dots === null
              ? t('round.result.unknown', 'not told')
              : t('round.result.dots', '{dots, plural, one {# dot} other {# dots}}', { dots: one.dots })}
          </span>
          <svg className="result-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect width={((one.dots ?? 0) / most) * 100} height="6" />
          </svg>
        </li>
      ))}
    </ol>
  );
}

/** Scores run from 1 to 5. */
const at = (score: number) => ((score - 1) / 4) * 96 + 2;

function ScoreTable({ options }: { readonly options: readonly OptionResult[] }) {
  return (
    <ol className="result-rows">
      {options.map((one) => (
        <li key={one.id}>
          <span className="result-rank numeric">{one.rank ?? ''}</span>
          <span>{one.text}</span>
          <span className="numeric result-number">
            {one.median === null
              ? t('round.result.unknown', 'not told')
              : t('round.result.score', '{median} (half between {low} and {high})', {
                  median: one.median,
                  low: one.low ?? one.median,
                  high: one.high ?? one.median,
                })}
          </span>
          {one.median !== null && (
            <svg className="result-scale" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <path className="result-axis" d="M2 5H98" />
              <path
                className="result-spread"
                d={`M${at(one.low ?? one.median)} 5H${at(one.high ?? one.median)}`}
              />
              <path className="result-median" d={`M${at(one.median)} 0V10`} />
            </svg>
          )}
        </li>
      ))}
    </ol>
  );
}
