/** Making up a scenario, or copying one and changing it: each change with its month and its reason. Kept in the file. */
import { useId, useState } from 'react';
import { Dialog } from '../../shared/dialog';
import { useDraft } from '../../shared/draft';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import { nameOfId } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import {
  type ChangeForm,
  EMPTY_CHANGE,
  EMPTY_SCENARIO,
  formOf,
  missing,
  type ScenarioForm,
  scenarioOperations,
  targetsOf,
} from './own-scenario';

interface OwnProps {
  readonly here: CommunityHere;
  /** The scenario that is looked at: it can be copied. */
  readonly copyOf: string | undefined;
  readonly onKept: (id: string) => void;
}

export function OwnScenario({ here, copyOf, onKept }: OwnProps) {
  const [open, setOpen] = useState<'new' | 'copy' | null>(null);
  const copied =
    copyOf === undefined
      ? null
      : formOf(
          here.view,
          copyOf,
          t('whatif.copy-name', '{name}, changed', { name: nameOfId(here.view, copyOf) }),
        );
  return (
    <>
      <button className="button" type="button" onClick={() => setOpen('new')}>
        {t('whatif.own.new', 'Make one up')}
      </button>
      {copied !== null && (
        <button className="button quiet" type="button" onClick={() => setOpen('copy')}>
          {t('whatif.own.copy', 'Copy and change it')}
        </button>
      )}
      {open !== null && (
        <Dialog title={t('whatif.own.title', 'What if…')} onClose={() => setOpen(null)} shape="side">
          <ScenarioDialog
            key={open}
            here={here}
            begin={open === 'copy' && copied !== null ? copied.form : EMPTY_SCENARIO}
            left={open === 'copy' ? (copied?.left ?? 0) : 0}
            draft={`${here.id}.whatif.${open === 'copy' ? copyOf : 'new'}`}
            onKept={(id) => {
              setOpen(null);
              onKept(id);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

interface DialogProps {
  readonly here: CommunityHere;
  readonly begin: ScenarioForm;
  readonly left: number;
  readonly draft: string;
  readonly onKept: (id: string) => void;
}

function ScenarioDialog({ here, begin, left, draft, onKept }: DialogProps) {
  const edits = useEdits(here.id);
  const name = useId();
  const [form, setForm, drop] = useDraft<ScenarioForm>(draft, begin);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const change = (at: number, part: Partial<ChangeForm>) =>
    setForm({
      ...form,
      changes: form.changes.map((one, index) => (index === at ? { ...one, ...part } : one)),
    });
  const send = () => {
    const wrong = missing(form);
    if (wrong.length > 0) {
      setRefusal(new Error(missingText(wrong)));
      return;
    }
    const { id, does, undoes } = scenarioOperations(here.view, form);
    const says = t('whatif.own.says', 'Made up “{name}”', { name: form.name.trim() });
    edits.edit({ does, undoes, says }).then(() => {
      drop();
      onKept(id);
    }, setRefusal);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div>
        <label htmlFor={name}>{t('whatif.own.name', 'What would happen, in a few words?')}</label>
        <input
          id={name}
          className="field"
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
      </div>
      {left > 0 && (
        <p className="small quiet">
          {t(
            'whatif.own.left',
            '{left, plural, one {One change} other {# changes}} of the first cannot be changed here; the file can.',
            { left },
          )}
        </p>
      )}
      {form.changes.map((one, at) => (
        <ChangePart
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no name of their own, and stay in their order
          key={at}
          here={here}
          change={one}
          number={at + 1}
          onChange={(part) => change(at, part)}
          onRemove={
            form.changes.length > 1
              ? () => setForm({ ...form, changes: form.changes.filter((_, index) => index !== at) })
              : null
          }
        />
      ))}
      <button
        className="button quiet"
        type="button"
        onClick={() => setForm({ ...form, changes: [...form.changes, EMPTY_CHANGE] })}
      >
        {t('whatif.own.more', 'And one more change')}
      </button>
      {refusal !== null && <FormRefused refusal={refusal} />}
      <div className="actions">
        <button className="button primary" type="submit">
          {t('whatif.own.keep', 'Keep it and look')}
        </button>
      </div>
    </form>
  );
}

interface ChangeProps {
  readonly here: CommunityHere;
  readonly change: ChangeForm;
  readonly number: number;
  readonly onChange: (part: Partial<ChangeForm>) => void;
  readonly onRemove: (() => void) | null;
}

function ChangePart({ here, change, number, onChange, onRemove }: ChangeProps) {
  const [verb, of, times, at, why] = [useId(), useId(), useId(), useId(), useId()];
  const targets = targetsOf(here.view, change.verb);
  return (
    <fieldset className="whatif-change">
      <legend>{t('whatif.own.change', 'Change {number}', { number })}</legend>
      <div>
        <label htmlFor={verb}>{t('whatif.own.verb', 'What?')}</label>
        <select
          id={verb}
          className="field"
          value={change.verb}
          onChange={(event) => onChange({ verb: event.target.value as ChangeForm['verb'], of: '' })}
        >
          <option value="end">{t('whatif.verb.end', 'a stream ends')}</option>
          <option value="times">{t('whatif.verb.times', 'a circle or stream becomes so many times')}</option>
          <option value="start">{t('whatif.verb.start', 'a hoped-for stream begins')}</option>
          <option value="cut">{t('whatif.verb.cut', 'an influence is cut')}</option>
        </select>
      </div>
      <div>
        <label htmlFor={of}>{t('whatif.own.of', 'Which?')}</label>
        <select
          id={of}
          className="field"
          value={change.of}
          onChange={(event) => onChange({ of: event.target.value })}
        >
          <option value="">
            {targets.length === 0
              ? t('whatif.own.nothing', 'there is none in the description')
              : t('whatif.own.choose', 'Choose…')}
          </option>
          {targets.map((one) => (
            <option key={one.id} value={one.id}>
              {targetName(here, one)}
            </option>
          ))}
        </select>
      </div>
      {change.verb === 'times' && (
        <div>
          <label htmlFor={times}>{t('whatif.own.times', 'How many times? (0.5 is half, 2 is double)')}</label>
          <input
            id={times}
            className="field"
            inputMode="decimal"
            value={change.times}
            onChange={(event) => onChange({ times: event.target.value })}
          />
        </div>
      )}
      <div>
        <label htmlFor={at}>{t('whatif.own.at', 'After how many months?')}</label>
        <input
          id={at}
          className="field"
          inputMode="decimal"
          value={change.at}
          onChange={(event) => onChange({ at: event.target.value })}
        />
      </div>
      <div>
        <label htmlFor={why}>{t('whatif.own.why', 'Why might that be?')}</label>
        <input
          id={why}
          className="field"
          value={change.why}
          onChange={(event) => onChange({ why: event.target.value })}
        />
      </div>
      {onRemove !== null && (
        <button className="button quiet" type="button" onClick={onRemove}>
          {t('whatif.own.remove', 'Leave out change {number}', { number })}
        </button>
      )}
    </fieldset>
  );
}

function targetName(
  here: CommunityHere,
  { id, section }: { readonly id: string; readonly section: string },
): string {
  if (section !== 'influences') return nameOfId(here.view, id);
  const influence = here.view.influences.find((one) => one.id === id);
  if (influence === undefined) return id;
  return t('whatif.own.arrow', '{from} to {to}', {
    from: nameOfId(here.view, influence.from),
    to: nameOfId(here.view, influence.to),
  });
}

function missingText(wrong: readonly string[]): string {
  if (wrong.includes('name'))
    return t('whatif.wrong.name', 'Give it a name, so that others know what is tried.');
  if (wrong.includes('of')) return t('whatif.wrong.of', 'Choose what each change is about.');
  if (wrong.includes('times'))
    return t('whatif.wrong.times', 'How many times? Write a number such as 0.5 or 2.');
  return t('whatif.wrong.at', 'After how many months? Write a number; 0 is at once.');
}
