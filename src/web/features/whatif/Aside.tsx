/** What a run says: what stretches, what gives way, whether it still stands, which guess matters most. */
import type { Tip } from '#core/simulate/tips';
import { number } from '../../shared/format';
import { t, told } from '../../shared/words';
import type { Column, Rest, Shown } from './asked';
import { horizonText } from './FanChart';
import { HowFar } from './HowFar';
import { columnName, ends, letteredName } from './view-model';

interface AsideProps {
  readonly shown: readonly Shown[];
  readonly columns: readonly Column[];
  /** The column that is told about. */
  readonly about: number;
  readonly onAbout: (about: number) => void;
  /** Of that one. */
  readonly rest: Rest | null;
  readonly months: number;
  /** Which guess is looked at, and how far it can go. */
  readonly far: string;
  readonly tip: Tip | null;
  readonly onFar: (id: string) => void;
  /** Null where nothing may be added. */
  readonly onAsk: ((text: string, why: string) => void) | null;
}

export function Aside({ shown, columns, about: at, onAbout, rest, months, onAsk, ...guess }: AsideProps) {
  const about = columns[at];
  const found = ends(shown, columns, at);
  return (
    <aside className="whatif-aside" aria-label={t('whatif.aside', 'What it says')}>
      {columns.length > 2 && <About columns={columns} about={at} onAbout={onAbout} />}
      {about !== undefined && about.changes.length > 0 && (
        <section>
          <h2>{t('whatif.changes', 'What changes')}</h2>
          <ul className="plain-list">
            {about.changes.map((change) => (
              <li key={`${change.at}${change.what.text}`}>
                <span className="quiet small">{whenText(change.at)}</span> {told(change.what)}
                {change.why !== null && <span className="story small"> {change.why}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {about !== undefined && about.problems.length > 0 && (
        <section role="alert">
          {about.problems.map((one) => (
            <p key={one.text}>{told(one)}</p>
          ))}
        </section>
      )}
      {found !== null && found.grows.length > 0 && (
        <Ends title={t('whatif.stretches', 'What stretches')} lines={found.grows.map(told)} />
      )}
      {found !== null && found.shrinks.length > 0 && (
        <Ends title={t('whatif.gives', 'What gives way')} lines={found.shrinks.map(told)} />
      )}
      {about !== undefined && about.unflowed.length > 0 && (
        <Ends
          title={t('whatif.unpaid', 'What could not be paid')}
          lines={about.unflowed.map((one) =>
            t('whatif.unpaid.one', '{name}: {amount} {unit} in all, from month {month} on.', {
              name: one.name,
              amount: number(one.amount),
              unit: one.unit,
              month: one.month,
            }),
          )}
        />
      )}
      {columns.some((one) => one.runs > 0) && <Standing columns={columns} months={months} />}
      {rest !== null && <Guess rest={rest} onAsk={onAsk} {...guess} />}
      {rest !== null && rest.tipping.length > 0 && (
        <Ends title={t('whatif.tips', 'Where it tips')} lines={rest.tipping.map((one) => told(one.says))} />
      )}
      {rest !== null && about?.falls === null && (
        <Ends title={t('whatif.beyond', 'And after that?')} lines={[told(rest.longRun.says)]} />
      )}
    </aside>
  );
}

/** Which of several is told about: one at a time, the others a press away. */
function About({ columns, about, onAbout }: Pick<AsideProps, 'columns' | 'about' | 'onAbout'>) {
  return (
    <>
      <p className="only-print">
        {t(
          'whatif.print',
          'What is said here is about {name}. The other scenarios can be chosen on the page, and printed by themselves.',
          { name: letteredName(columns, about) },
        )}
      </p>
      <fieldset className="whatif-about no-print">
        <legend>{t('whatif.about', 'What is told here is about')}</legend>
        {columns.slice(1).map((column, at) => (
          <button
            key={column.entry?.id ?? at}
            type="button"
            aria-pressed={about === at + 1}
            onClick={() => onAbout(at + 1)}
          >
            {letteredName(columns, at + 1)}
          </button>
        ))}
      </fieldset>
    </>
  );
}

function whenText(month: number): string {
  return month === 0
    ? t('whatif.at-once', 'At once:')
    : t('whatif.at-month', 'Month {month, number}:', { month: Math.round(month * 10) / 10 });
}

function Ends({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

const DOTS = Array.from({ length: 100 }, (_, at) => at);

/** A hundred dots, as many full as runs of a hundred still stand. */
function Standing({ columns, months }: { readonly columns: readonly Column[]; readonly months: number }) {
  const told = columns.length > 1 ? columns.slice(1) : columns;
  return (
    <section>
      <h2>{t('whatif.standing', 'Still standing after {horizon}', { horizon: horizonText(months) })}</h2>
      {told.map((column, at) => {
        if (column.survival.share === null) return null;
        const full = Math.round(column.survival.share * 100);
        const said = t(
          'whatif.standing.said',
          '{full} of 100 runs: enough in the core, with energy and trust left and no debt. Likely {low} to {high}.',
          {
            full,
            low: Math.floor(column.survival.low * 100),
            high: Math.ceil(column.survival.high * 100),
          },
        );
        return (
          <div key={column.entry?.id ?? 'base'}>
            {told.length > 1 && <h3>{columnName(column, at + (columns.length > 1 ? 1 : 0))}</h3>}
            <svg className="whatif-dots" viewBox="0 0 240 60" aria-hidden="true">
              {DOTS.map((dot) => (
                <circle
                  key={dot}
                  className={dot < full ? 'full' : 'open'}
                  cx={6 + (dot % 20) * 12}
                  cy={6 + Math.floor(dot / 20) * 12}
                  r={4.5}
                />
              ))}
            </svg>
            <p className="small">{said}</p>
          </div>
        );
      })}
      <p className="small quiet">{t('whatif.implied', 'What these guesses imply, not a forecast.')}</p>
    </section>
  );
}

type GuessProps = Pick<AsideProps, 'onAsk' | 'far' | 'tip' | 'onFar'> & { readonly rest: Rest };

function Guess({ rest, onAsk, far, tip, onFar }: GuessProps) {
  const turning = rest.sensitivity.find((one) => one.question !== null);
  const most = turning ?? rest.sensitivity[0];
  if (most === undefined) return null;
  const assumed = rest.assumptions.find((one) => one.id === most.id);
  const name = assumed?.says == null ? (assumed?.explain ?? most.id) : told(assumed.says);
  return (
    <section>
      <h2>{t('whatif.guess', 'The guess that matters most')}</h2>
      {turning?.question != null ? (
        <>
          <p>{told(turning.question)}</p>
          {onAsk !== null && (
            <button
              className="button"
              type="button"
              onClick={() =>
                onAsk(
                  told(turning.question as never),
                  t('whatif.ask-why', 'The answer of a “what if” turns on it.'),
                )
              }
            >
              {t('whatif.ask', 'Make it a question')}
            </button>
          )}
        </>
      ) : (
        <p>
          {t(
            'whatif.guess.none',
            '{name} Between {low} and {high} the answer stays the same; no single guess turns it.',
            {
              name,
              low: number(most.low),
              high: number(most.high),
            },
          )}
        </p>
      )}
      <HowFar rest={rest} id={far} tip={tip} onChoose={onFar} />
    </section>
  );
}
