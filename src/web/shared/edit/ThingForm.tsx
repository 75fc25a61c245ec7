/** The form of one sort of thing. What is typed is kept in this browser until it was sent or dropped. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import { Refusal } from '../api';
import { useDraft } from '../draft';
import { useEdits } from '../edits';
import { ProblemList } from '../problem-list';
import { t, words } from '../words';
import {
  type Editable,
  type EditableSection,
  emptyValues,
  type Field,
  lockedFields,
  type Values,
  valuesOf,
} from './fields';
import { fieldsOf } from './form-fields';
import { adding, changing, type Known } from './steps';

interface ThingFormProps {
  readonly community: string;
  readonly view: View;
  readonly section: EditableSection;
  /** The thing that is changed; without it one is added. */
  readonly thing?: Editable;
  /** What a new one begins with, such as the two ends of an arrow that was drawn. */
  readonly preset?: Values;
  /** With the id of what was added or changed. */
  readonly onDone: (id: string) => void;
}

export function ThingForm({ community, view, section, thing, preset = {}, onDone }: ThingFormProps) {
  const edits = useEdits(community);
  const begin = thing === undefined ? { ...emptyValues(section), ...preset } : valuesOf(thing);
  const [kept, keep, drop] = useDraft<Values>(`${community}.${thing?.id ?? `new-${section}`}`, begin);
  const [touched, setTouched] = useState(false);
  // What was asked for now goes before what was once begun and left.
  const values = touched ? kept : { ...kept, ...preset };
  const setValues = (next: Values) => {
    setTouched(true);
    keep(next);
  };
  const [known, setKnown] = useState<Known>({ how: '', source: '' });
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const locked = thing === undefined ? [] : lockedFields(thing);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const edit = thing === undefined ? adding(view, section, values, known) : changing(view, thing, values);
    if (edit === null) {
      drop();
      onDone(thing?.id ?? '');
      return;
    }
    setBusy(true);
    setRefusal(null);
    try {
      await edits.edit(edit);
      drop();
      onDone('id' in edit ? (edit.id as string) : (thing?.id ?? ''));
    } catch (error) {
      setRefusal(error as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {rows(fieldsOf(section, view)).map((row) => {
        const inputs = row.map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            value={values[field.key] ?? ''}
            locked={locked.includes(field.key)}
            onChange={(value) => setValues({ ...values, [field.key]: value })}
          />
        ));
        return row.length === 1 ? (
          inputs
        ) : (
          <div className="two-up" key={row[0]?.key}>
            {inputs}
          </div>
        );
      })}
      {thing === undefined && <KnownFields view={view} known={known} onChange={setKnown} />}
      {refusal !== null && <FormRefused refusal={refusal} />}
      <div className="actions">
        <button className="button primary" type="submit" disabled={busy}>
          {thing === undefined ? t('form.add', 'Add it') : t('form.change', 'Keep the change')}
        </button>
      </div>
    </form>
  );
}

/** Fields in rows: two halves side by side. */
function rows(fields: readonly Field[]): Field[][] {
  const out: Field[][] = [];
  for (const field of fields) {
    const last = out.at(-1);
    if (field.half === true && last?.length === 1 && last[0]?.half === true) last.push(field);
    else out.push([field]);
  }
  return out;
}

interface FieldInputProps {
  readonly field: Field;
  readonly value: string;
  readonly locked: boolean;
  readonly onChange: (value: string) => void;
}

function FieldInput({ field, value, locked, onChange }: FieldInputProps) {
  const id = useId();
  const hint = useId();
  if (field.as === 'things') return <ThingsField field={field} value={value} onChange={onChange} />;
  if (field.as === 'check') {
    return (
      <label className="choice">
        <input
          type="checkbox"
          checked={value === 'yes'}
          disabled={locked}
          onChange={(event) => onChange(event.target.checked ? 'yes' : '')}
        />
        {field.label}
      </label>
    );
  }
  const said = locked
    ? t('form.locked', 'It changed over time, or is told in several languages. Change it in the file.')
    : field.hint;
  const shared = {
    id,
    className: 'field',
    value,
    disabled: locked,
    required: field.needed === true,
    'aria-describedby': said === undefined ? undefined : hint,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div>
      <label htmlFor={id}>{field.label}</label>
      {said !== undefined && (
        <p className="hint" id={hint}>
          {said}
        </p>
      )}
      {field.as === 'text' ? (
        <textarea {...shared} rows={3} />
      ) : field.as === 'choice' ? (
        <select {...shared}>
          {(field.choices ?? []).every((one) => one.value !== '') && value === '' && (
            <option value="">{t('flow.choose', 'Choose')}</option>
          )}
          {(field.choices ?? []).map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} autoComplete="off" />
      )}
    </div>
  );
}

function ThingsField({
  field,
  value,
  onChange,
}: {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const chosen = value === '' ? [] : value.split(' ');
  // What was chosen before and is no party (another activity, a pool) stays, though it is not offered here.
  const toggle = (id: string, on: boolean) =>
    onChange((on ? [...chosen, id] : chosen.filter((one) => one !== id)).join(' '));
  return (
    <fieldset>
      <legend>{field.label}</legend>
      {field.hint !== undefined && <p className="hint">{field.hint}</p>}
      {(field.choices ?? []).length === 0 && (
        <p className="quiet small">{t('form.no-parties', 'Nobody is at the table yet.')}</p>
      )}
      {(field.choices ?? []).map((one) => (
        <label key={one.value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(one.value)}
            onChange={(event) => toggle(one.value, event.target.checked)}
          />
          {one.label}
        </label>
      ))}
    </fieldset>
  );
}

function KnownFields({
  view,
  known,
  onChange,
}: {
  readonly view: View;
  readonly known: Known;
  readonly onChange: (known: Known) => void;
}) {
  const how = useId();
  const source = useId();
  return (
    <div className="two-up">
      <div>
        <label htmlFor={how}>{t('form.known', 'How do we know?')}</label>
        <select
          id={how}
          className="field"
          value={known.how}
          onChange={(event) => onChange({ ...known, how: event.target.value })}
        >
          <option value="">{t('field.nobody', 'Not said')}</option>
          <option value="record">{t('known.record', 'It is on record')}</option>
          <option value="count">{t('known.count', 'We counted')}</option>
          <option value="estimate">{t('known.estimate', 'An estimate')}</option>
          <option value="told">{t('known.told', 'Someone told us')}</option>
          <option value="guess">{t('known.guess', 'A guess')}</option>
        </select>
      </div>
      {view.sources.length > 0 && (
        <div>
          <label htmlFor={source}>{t('form.source', 'From where?')}</label>
          <select
            id={source}
            className="field"
            value={known.source}
            onChange={(event) => onChange({ ...known, source: event.target.value })}
          >
            <option value="">{t('field.nobody', 'Not said')}</option>
            {view.sources.map((one) => (
              <option key={one.id} value={one.id}>
                {words(one.title) || one.id}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

/** Why it was not kept, and what mends it. The form stays as it is. */
export function FormRefused({ refusal }: { readonly refusal: Error }) {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal is brought into sight.
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  return (
    <div role="alert" className="form-refused" ref={ref}>
      {refusal instanceof Refusal && refusal.problems.length > 0 ? (
        <ProblemList problems={refusal.problems} />
      ) : (
        <p className="wrong">{refusal.message}</p>
      )}
    </div>
  );
}
