/** Making up a scenario, or copying one and changing it: each change with its month and its reason. Kept in the file. */
import { useId, useState } from 'react';
import type { ScenarioEnd } from '#core/simulate/report';
import { Dialog } from '../../shared/dialog';
import { useDraft } from '../../shared/draft';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import type { Copies } from './asked';
import { ChangePart } from './ChangePart';
import { Pick } from './Choices';
import {
  type ChangeForm,
  EMPTY_CHANGE,
  EMPTY_SCENARIO,
  formOf,
  missing,
  type ScenarioForm,
  scenarioOperations,
} from './own-scenario';

interface OwnProps {
  readonly here: CommunityHere;
  readonly list: readonly ScenarioEnd[];
  readonly copies: Copies;
  /** The scenario that is looked at: it can be copied. */
  readonly copyOf: string | undefined;
  readonly onKept: (id: string) => void;
}

export function OwnScenario({ here, list, copies, copyOf, onKept }: OwnProps) {
  const [open, setOpen] = useState<'new' | 'copy' | null>(null);
  const changes = copyOf === undefined ? undefined : copies.changes[copyOf];
  const name = list.find((one) => one.id === copyOf)?.name ?? '';
  const copied =
    changes === undefined ? null : formOf(changes, t('whatif.copy-name', '{name}, changed', { name }));
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
            others={list.filter((one) => open === 'new' || one.id !== copyOf)}
            copies={copies}
            begin={open === 'copy' && copied !== null ? copied.form : EMPTY_SCENARIO}
            left={open === 'copy' ? (copied?.left ?? 0) : 0}
            draft={`${here.id}.scenario.${open === 'copy' ? copyOf : 'new'}`}
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
  /** What can happen at the same time. */
  readonly others: readonly ScenarioEnd[];
  readonly copies: Copies;
  readonly begin: ScenarioForm;
  readonly left: number;
  readonly draft: string;
  readonly onKept: (id: string) => void;
}

function ScenarioDialog({ here, others, copies, begin, left, draft, onKept }: DialogProps) {
  const edits = useEdits(here.id);
  const name = useId();
  const [form, setForm, drop] = useDraft<ScenarioForm>(draft, begin);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const change = (at: number, part: Partial<ChangeForm>) =>
    setForm({
      ...form,
      changes: form.changes.map((one, index) => (index === at ? { ...one, ...part } : one)),
    });
  const also = (id: string) => {
    const { changes } = formOf(copies.changes[id] ?? [], '').form;
    // What stands empty makes room.
    setForm({ ...form, changes: [...form.changes.filter((one) => one.of !== ''), ...changes] });
  };
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
          settings={copies.settings}
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
      <Pick
        label={t('whatif.own.also', 'At the same time, what happens in')}
        list={others}
        value=""
        none={t('whatif.own.choose', 'Choose…')}
        onPick={(id) => id !== '' && also(id)}
      />
      {refusal !== null && <FormRefused refusal={refusal} />}
      <div className="actions">
        <button className="button primary" type="submit">
          {t('whatif.own.keep', 'Keep it and look')}
        </button>
      </div>
    </form>
  );
}

function missingText(wrong: readonly string[]): string {
  if (wrong.includes('name'))
    return t('whatif.wrong.name', 'Give it a name, so that others know what is tried.');
  if (wrong.includes('of')) return t('whatif.wrong.of', 'Choose what each change is about.');
  if (wrong.includes('times'))
    return t('whatif.wrong.times', 'How many times? Write a number such as 0.5 or 2.');
  if (wrong.includes('to'))
    return t(
      'whatif.wrong.to',
      'How much does it become? Write a number, or an amount such as 60 EUR/month.',
    );
  return t('whatif.wrong.at', 'When? Write a number of months (0 is at once) or a day such as 2027-03-01.');
}
