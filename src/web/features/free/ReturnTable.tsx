/** Who gets what they bear: for each bearer, to whom it goes on. Units stay beside their rows; columns are not added up. */
import type { View } from '#core/audience/view';
import type { Taken } from '#core/canvas/bearers';
import { How } from '../../shared/explain';
import { bareUnit, number } from '../../shared/format';
import { nameOfId } from '../../shared/naming';
import { t } from '../../shared/words';

export function ReturnTable({ view, taken }: { readonly view: View; readonly taken: readonly Taken[] }) {
  const columns = [...new Set(taken.flatMap((one) => one.columns))].sort();
  const rows = taken.flatMap((one) => one.bearers.map((bearer) => ({ one, bearer })));
  if (columns.length === 0 || rows.length === 0) return null;
  const title = t('free.return', 'Who gets what they bear');
  return (
    <section className="free-return">
      <div className="free-return-head">
        <h2>{title}</h2>
        <How analysis="payer-beneficiary" of={title} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that may scroll sideways has to be reachable by keyboard. */}
      <section className="scroll-x" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t('free.to', 'to {to}', { to: nameOfId(view, column) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ one, bearer }) => (
              <tr key={`${one.kind} ${bearer.id}`}>
                <th scope="row">
                  {t('free.bearer-unit', '{bearer}, {unit}', {
                    bearer: nameOfId(view, bearer.id),
                    unit: bareUnit(one.unit ?? undefined) || one.kind,
                  })}
                </th>
                {columns.map((column) => (
                  <td key={column} className="numeric">
                    <Cell taken={one} value={cellOf(one, bearer.cells, column)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** Undefined: that kind has no such column. */
function cellOf(taken: Taken, cells: readonly (number | null)[], column: string): number | null | undefined {
  const index = taken.columns.indexOf(column);
  return index < 0 ? undefined : (cells[index] ?? null);
}

function Cell({ taken, value }: { readonly taken: Taken; readonly value: number | null | undefined }) {
  if (value === undefined) return <span className="visually-hidden">{t('free.cell.none', 'nothing')}</span>;
  if (taken.verdict === 'reach') {
    return (
      <span className="quiet">
        {value === 1 ? t('free.cell.reaches', 'arrives') : t('free.cell.unknown', 'not known')}
      </span>
    );
  }
  return value === null ? (
    <span className="quiet">{t('free.cell.unknown', 'not known')}</span>
  ) : (
    number(value, 2)
  );
}
