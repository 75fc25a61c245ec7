/** Everything that a run rests on, with its source; each can be changed here, and only here. */
import { memo, useId, useState } from 'react';
import type { Tip } from '#core/simulate/tips';
import { number } from '../../shared/format';
import { t, told } from '../../shared/words';
import type { Rest } from './asked';
import { Unfold } from './Unfold';
import { unitText } from './view-model';

type Assumption = Rest['assumptions'][number];

interface AssumptionsProps {
  readonly assumptions: readonly Assumption[];
  readonly notes: Rest['notes'];
  readonly values: Readonly<Record<string, number>>;
  readonly onEdit: (next: Readonly<Record<string, number>>) => void;
  /** How far the one that is looked at can go. */
  readonly tip: Tip | null;
}

interface AllProps extends AssumptionsProps {
  /** Keeps in the file what has a place there; null where nothing may be written, or nothing such was edited. */
  readonly onKeep: (() => void) | null;
}

/** A long table: written anew when an assumption is another, not at each step of a slider. */
export const Assumptions = memo(function Assumptions({
  assumptions,
  notes,
  values,
  onEdit,
  onKeep,
  tip,
}: AllProps) {
  const guessed = assumptions.filter((one) => one.guessed);
  const stated = assumptions.filter((one) => !one.guessed);
  const edited = Object.keys(values).length;
  return (
    <details className="whatif-assumed">
      <summary>
        {t(
          'whatif.assumed.count',
          'What is assumed: {guessed, plural, one {# guess} other {# guesses}}, {stated} described',
          {
            guessed: guessed.length,
            stated: stated.length,
          },
        )}
      </summary>
      {notes.map((note) => (
        <p key={note.text} className="small quiet">
          {told(note)}
        </p>
      ))}
      {edited > 0 && (
        <button className="button quiet" type="button" onClick={() => onEdit({})}>
          {t('whatif.assumed.back', 'Put back what was edited here ({edited})', { edited })}
        </button>
      )}
      {onKeep !== null && (
        <button className="button quiet" type="button" onClick={onKeep}>
          {t('whatif.assumed.keep', 'Keep in the file what can stand there')}
        </button>
      )}
      <Table assumptions={[...guessed, ...stated]} values={values} onEdit={onEdit} tip={tip} />
    </details>
  );
});

type TableProps = Omit<AssumptionsProps, 'notes'>;

function Table({ assumptions, values, onEdit, tip }: TableProps) {
  return (
    <div className="table-scroll">
      <table className="whatif-table">
        <thead>
          <tr>
            <th scope="col">{t('whatif.assumed.what', 'What')}</th>
            <th scope="col">{t('whatif.assumed.value', 'Taken as')}</th>
            <th scope="col">{t('whatif.assumed.range', 'Drawn from')}</th>
            <th scope="col">{t('whatif.assumed.source', 'Where from')}</th>
          </tr>
        </thead>
        <tbody>
          {assumptions.map((one) => (
            <Row
              key={one.id}
              one={one}
              edited={values[one.id]}
              tip={tip?.id === one.id ? tip : null}
              onEdit={(value) => {
                const { [one.id]: _, ...others } = values;
                onEdit(value === null ? others : { ...others, [one.id]: value });
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Under a chart: what moves this series. */
export function Behind({ name, ...table }: TableProps & { readonly name: string }) {
  return (
    <Unfold title={t('whatif.assumed', 'What is assumed')} name={name}>
      {() => <Table {...table} />}
    </Unfold>
  );
}

interface RowProps {
  readonly one: Assumption;
  readonly edited: number | undefined;
  readonly tip: Tip | null;
  readonly onEdit: (value: number | null) => void;
}

function Row({ one, edited, tip, onEdit }: RowProps) {
  const field = useId();
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? String(edited ?? roundedText(one.value));
  const keep = () => {
    if (text === null) return;
    const value = Number(text.trim().replace(',', '.'));
    if (text.trim() === '') onEdit(null);
    else if (Number.isFinite(value)) onEdit(value);
    setText(null);
  };
  return (
    <tr>
      <th scope="row">
        <label htmlFor={field}>{one.says === null ? one.explain : told(one.says)}</label>
        {tip?.says.map((says) => (
          <p key={says.text} className="small whatif-row-tip">
            {told(says)}
          </p>
        ))}
      </th>
      <td className="whatif-value">
        <input
          id={field}
          className="field numeric"
          inputMode="decimal"
          value={shown}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />{' '}
        <span className="quiet small">{unitText(one.unit)}</span>
      </td>
      <td className="numeric small">
        {one.low === one.high
          ? ''
          : t('whatif.assumed.between', '{low} to {high}', { low: number(one.low), high: number(one.high) })}
      </td>
      <td className="small quiet">{sourceText(one, edited !== undefined)}</td>
    </tr>
  );
}

function roundedText(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function sourceText(one: Assumption, isEdited: boolean): string {
  if (isEdited) return t('whatif.source.edited', 'edited here');
  if (one.source === 'heuristic') return t('whatif.source.heuristic', 'rule of thumb');
  if (one.source === 'described') return t('whatif.source.described', 'as described');
  return one.cites === null ? one.source : told(one.cites);
}
