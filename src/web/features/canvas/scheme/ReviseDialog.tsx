/** Revising the blocks: one step at a time, on a day, with a reason. Entries stay where they were filed. */
import { useId, useState } from 'react';
import type { View } from '#core/audience/view';
import { reviseScheme } from '#core/compare/revise-scheme';
import { schemeOn } from '#core/compare/scheme-history';
import type { Block } from '#core/model/community';
import { spokenBlock } from '#core/words/blocks';
import { Dialog } from '../../../shared/dialog';
import { FormRefused } from '../../../shared/edit/ThingForm';
import { useEdits } from '../../../shared/edits';
import type { CommunityHere } from '../../../shared/use-community';
import { t, told, words } from '../../../shared/words';
import { emptyForm, OPS, type Op, type StepForm, stepOf, withOp } from './step-form';

interface ReviseProps {
  readonly here: CommunityHere;
  readonly onClose: () => void;
}

export function ReviseDialog({ here, onClose }: ReviseProps) {
  const { view, id } = here;
  const edits = useEdits(id);
  const [form, setForm] = useState<StepForm>(() => emptyForm(today()));
  const [refusal, setRefusal] = useState<Error | null>(null);
  const living = schemeOn(view.scheme, Number.POSITIVE_INFINITY);
  const change = (part: Partial<StepForm>) => setForm({ ...form, ...part });
  const send = () => {
    const step = stepOf(form);
    const done = reviseScheme(view.scheme, {
      step,
      on: form.on,
      why: form.why,
      decision: form.decision,
      id: `${id}-scheme`,
    });
    if (!done.ok) {
      setRefusal(new Error(told(done.message)));
      return;
    }
    setRefusal(null);
    const says = t('scheme.says', 'Revised the blocks: {why}', { why: form.why.trim() });
    edits.edit({ does: done.operations, undoes: null, says }).then(onClose, setRefusal);
  };
  return (
    <Dialog title={t('scheme.revise', 'Revise the blocks')} onClose={onClose} shape="side">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <fieldset>
          <legend>{t('scheme.what', 'What shall change?')}</legend>
          {OPS.map((op) => (
            <label key={op} className="choice">
              <input
                type="radio"
                name="op"
                checked={form.op === op}
                onChange={() => setForm(withOp(form, op))}
              />
              {opText(op)}
            </label>
          ))}
        </fieldset>
        {form.op !== 'add' && <Which living={living} form={form} onChange={change} />}
        {form.op !== 'retire' && <Names form={form} onChange={change} />}
        <Reason form={form} decisions={view.ever.decisions} onChange={change} />
        {refusal !== null && <FormRefused refusal={refusal} />}
        <p className="small quiet">
          {t(
            'scheme.keeps',
            'What is filed stays under the block it was filed under, and earlier days look as they did.',
          )}
        </p>
        <div className="actions">
          <button className="button primary" type="submit">
            {t('scheme.keep', 'Keep the change')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly form: StepForm;
  readonly onChange: (part: Partial<StepForm>) => void;
}

/** Which block, or which blocks. */
function Which({ living, form, onChange }: PartProps & { readonly living: readonly Block[] }) {
  const field = useId();
  if (form.op === 'merge')
    return (
      <fieldset>
        <legend>{t('scheme.which-merge', 'Which blocks become one?')}</legend>
        {living.map((block) => (
          <label key={block.id} className="choice">
            <input
              type="checkbox"
              checked={form.of.includes(block.id)}
              onChange={(event) =>
                onChange({
                  of: event.target.checked
                    ? [...form.of, block.id]
                    : form.of.filter((one) => one !== block.id),
                })
              }
            />
            {spokenBlock(block.name)}
          </label>
        ))}
      </fieldset>
    );
  return (
    <div>
      <label htmlFor={field}>{t('scheme.which', 'Which block?')}</label>
      <select
        id={field}
        className="field"
        value={form.of[0] ?? ''}
        onChange={(event) => onChange({ of: event.target.value === '' ? [] : [event.target.value] })}
      >
        <option value="">{t('scheme.choose', 'Choose…')}</option>
        {living.map((block) => (
          <option key={block.id} value={block.id}>
            {spokenBlock(block.name)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What the new blocks are called, and what a single one asks. */
function Names({ form, onChange }: PartProps) {
  const fields = useId();
  const asks = useId();
  const set = (at: number, name: string) =>
    onChange({ names: form.names.map((one, i) => (i === at ? name : one)) });
  return (
    <>
      {form.names.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields are places; their names change as one writes.
        <div key={at}>
          <label htmlFor={`${fields}${at}`}>
            {form.op === 'split'
              ? t('scheme.name-nth', 'Name of block {n}', { n: at + 1 })
              : t('scheme.new-name', 'What is it to be called?')}
          </label>
          <input
            id={`${fields}${at}`}
            className="field"
            value={name}
            onChange={(event) => set(at, event.target.value)}
          />
        </div>
      ))}
      {form.op === 'split' ? (
        <button className="button" type="button" onClick={() => onChange({ names: [...form.names, ''] })}>
          {t('scheme.another', 'Into one more')}
        </button>
      ) : (
        <div>
          <label htmlFor={asks}>{t('scheme.asks', 'What does it ask? (if you like)')}</label>
          <input
            id={asks}
            className="field"
            value={form.asks}
            onChange={(event) => onChange({ asks: event.target.value })}
          />
        </div>
      )}
    </>
  );
}

function Reason({ form, decisions, onChange }: PartProps & { readonly decisions: View['decisions'] }) {
  const [why, on, follows] = [useId(), useId(), useId()];
  return (
    <>
      <div>
        <label htmlFor={why}>{t('scheme.why-asked', 'Why?')}</label>
        <textarea
          id={why}
          className="field"
          value={form.why}
          onChange={(event) => onChange({ why: event.target.value })}
        />
      </div>
      <div>
        <label htmlFor={on}>{t('scheme.on', 'From which day?')}</label>
        <input
          id={on}
          className="field"
          value={form.on}
          onChange={(event) => onChange({ on: event.target.value })}
        />
      </div>
      {decisions.length > 0 && (
        <div>
          <label htmlFor={follows}>{t('scheme.follows', 'Which decision does it follow? (if any)')}</label>
          <select
            id={follows}
            className="field"
            value={form.decision}
            onChange={(event) => onChange({ decision: event.target.value })}
          >
            <option value="">{t('scheme.follows.none', 'none that is written down')}</option>
            {decisions.map((one) => (
              <option key={one.id} value={one.id}>
                {words(one.text)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

function opText(op: Op): string {
  switch (op) {
    case 'add':
      return t('scheme.op.add', 'Add a block');
    case 'rename':
      return t('scheme.op.rename', 'Call a block something else');
    case 'merge':
      return t('scheme.op.merge', 'Make one of several');
    case 'split':
      return t('scheme.op.split', 'Split one into several');
    case 'retire':
      return t('scheme.op.retire', 'Retire a block');
  }
}

/** Today, where the person is. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
