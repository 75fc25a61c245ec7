/** Two to look at, for a community that wants to move on what its stewards pick; with what they pay and what they lack. */

import { useId } from 'react';
import type { CompareReport } from '#core/compare/report';
import { Link } from '../../shared/way';
import { t, told } from '../../shared/words';
import { sideName } from './view-model';

interface LookoutsProps {
  readonly report: CompareReport;
  /** `robust,-gini`, as in the address. */
  readonly pick: string;
  readonly onPick: (next: string) => void;
}

export function Lookouts({ report, pick, onPick }: LookoutsProps) {
  const lookout = report.roleModels[0];
  return (
    <section className="compare-lookouts">
      <h2>{t('compare.lookouts', 'Whom could we look at?')}</h2>
      <p className="small quiet">
        {t(
          'compare.lookouts-note',
          'Pick what you would like to move on. Two in a like position are looked for on your whole shelf, never one, so that neither is the answer.',
        )}
      </p>
      <Picks report={report} pick={pick} onPick={onPick} />
      {lookout !== undefined && (
        <div role="status">
          <p className="story">{told(lookout.says)}</p>
          <ul className="compare-models">
            {lookout.models.map((model) => (
              <li key={model.side}>
                <h3>
                  {model.side < report.communities.length ? (
                    sideName(report, model.side)
                  ) : (
                    <Link to="/c/$community" params={{ community: model.community }}>
                      {model.name}
                    </Link>
                  )}
                </h3>
                <ul className="plain-list">
                  {model.says.map((line) => (
                    <li key={line.text}>{told(line)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Picks({ report, pick, onPick }: LookoutsProps) {
  const picked = pick.split(',').filter((one) => one !== '');
  const measures = report.rows
    .flatMap((row) => row.measures)
    .filter((one) => one.values.some((value) => value.value !== null));
  const of = (id: string) => picked.find((one) => one.replace(/^[+-]/, '') === id);
  const set = (id: string, wish: string) =>
    onPick(
      [...picked.filter((one) => one.replace(/^[+-]/, '') !== id), ...(wish === '' ? [] : [wish + id])].join(
        ',',
      ),
    );
  if (measures.length === 0)
    return <p>{t('compare.nothing-known', 'Nothing is known well enough of any of them to pick from.')}</p>;
  return (
    <details className="compare-picks" open={picked.length > 0}>
      <summary>{t('compare.pick', 'Pick what you would like to move on')}</summary>
      <ul>
        {measures.map((one) => (
          <li key={one.id}>
            <PickOne
              title={told(one.title)}
              wish={of(one.id)?.[0] ?? ''}
              onWish={(wish) => set(one.id, wish)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function PickOne({
  title,
  wish,
  onWish,
}: {
  readonly title: string;
  readonly wish: string;
  readonly onWish: (wish: string) => void;
}) {
  const field = useId();
  return (
    <>
      <label htmlFor={field}>{title}</label>
      <select id={field} className="field" value={wish} onChange={(event) => onWish(event.target.value)}>
        <option value="">{t('compare.wish.none', 'as it is')}</option>
        <option value="+">{t('compare.wish.more', 'more of it')}</option>
        <option value="-">{t('compare.wish.less', 'less of it')}</option>
      </select>
    </>
  );
}
