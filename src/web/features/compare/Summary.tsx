/** What is said of all of them together: how alike, what changed between two days, what only one has, in what position. */
import type { CompareReport } from '#core/compare/report';
import { middleDay } from '#core/model/dates';
import { longDay } from '../../shared/format';
import { list, t, told } from '../../shared/words';
import { contextText, contextTitle, sideName } from './view-model';

export function Summary({ report }: { readonly report: CompareReport }) {
  const known = report.alike.filter((one) => one.s !== null);
  const untold = report.alike.filter((one) => one.s === null);
  return (
    <div className="compare-summary">
      <Changed report={report} />
      <section>
        <h2>{t('compare.alike-title', 'How alike')}</h2>
        <ul className="plain-list">
          {known.map((one) => (
            <li key={one.between.join()}>{told(one.says)}</li>
          ))}
          {untold.length === 1 && <li>{untold.map((one) => told(one.says))}</li>}
          {untold.length > 1 && (
            <li>
              {t(
                'compare.alike-untold',
                '{told, plural, =0 {We cannot tell for any of the {n} pairs: too little is known of both.} other {For {n} other pairs we cannot tell: too little is known of both.}}',
                { told: known.length, n: untold.length },
              )}
            </li>
          )}
        </ul>
        <Only report={report} />
      </section>
    </div>
  );
}

function Changed({ report: { change } }: { readonly report: CompareReport }) {
  if (change === null) return null;
  const day = (text: string) => longDay(middleDay(text) ?? 0);
  return (
    <section>
      <h2>
        {t('compare.changed', 'What changed from {since} to {until}', {
          since: day(change.since),
          until: day(change.until),
        })}
      </h2>
      <ul className="compare-changes story">
        {change.sentences.map((one) => (
          <li key={one.text}>{told(one.message)}</li>
        ))}
      </ul>
    </section>
  );
}

function Only({ report }: { readonly report: CompareReport }) {
  const having = report.communities.flatMap((one, at) =>
    one.onlyKinds.length === 0 ? [] : [{ at, kinds: one.onlyKinds }],
  );
  if (having.length === 0) return null;
  return (
    <ul className="plain-list compare-only">
      {having.map(({ at, kinds }) => (
        <li key={at}>
          {t('compare.only-kinds', 'Only here, in {name}: {kinds}.', {
            name: sideName(report, at),
            kinds: list(kinds.map((kind) => kind.name)),
          })}
        </li>
      ))}
    </ul>
  );
}

/** In what position each is: what likeness of position is read from. */
export function Position({ report }: { readonly report: CompareReport }) {
  const entries = report.communities[0]?.context ?? [];
  return (
    <section className="compare-row">
      <h2>{t('compare.position', 'In what position')}</h2>
      <div className="compare-scroll">
        <table className="compare-table">
          <thead>
            <tr>
              <td />
              {report.communities.map((one, at) => (
                <th key={`${one.community}${one.asOf}`} scope="col">
                  {sideName(report, at)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map(({ id }) => (
              <tr key={id}>
                <th scope="row">{contextTitle(id)}</th>
                {report.communities.map((one, at) => {
                  const entry = one.context.find((other) => other.id === id);
                  return (
                    <td key={`${one.community}${one.asOf}`} data-side={sideName(report, at)}>
                      {entry === undefined || entry.value === null ? (
                        <span className="quiet">{t('compare.context.unknown', 'not known')}</span>
                      ) : (
                        contextText(entry)
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small quiet">
        {t(
          'compare.position-note',
          'As a file states it under x-compare; size, age and who pays are also read from what is described.',
        )}
      </p>
    </section>
  );
}
