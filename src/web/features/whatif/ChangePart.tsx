/** One change of a scenario that somebody makes up, as a part of its form. */
import { useId } from 'react';
import { nameOfId } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import type { Copies } from './asked';
import { type ChangeForm, targetsOf } from './own-scenario';

interface ChangeProps {
  readonly here: CommunityHere;
  readonly settings: Copies['settings'];
  readonly change: ChangeForm;
  readonly number: number;
  readonly onChange: (part: Partial<ChangeForm>) => void;
  readonly onRemove: (() => void) | null;
}

/** One change: what, of which thing, when and why. */
export function ChangePart({ here, settings, change, number, onChange, onRemove }: ChangeProps) {
  const [verb, of, at, why] = [useId(), useId(), useId(), useId()];
  const found = targetsOf(here.view, change.verb, Object.keys(settings));
  // What was copied stays, also where nobody would think of it.
  const isThere = change.of === '' || found.some((one) => one.id === change.of);
  const targets = isThere ? found : [...found, { id: change.of, section: '' }];
  return (
    <fieldset className="whatif-change">
      <legend>{t('whatif.own.change', 'Change {number}', { number })}</legend>
      <div>
        <label htmlFor={verb}>{t('whatif.own.verb', 'What?')}</label>
        <select
          id={verb}
          className="field"
          value={change.verb}
          onChange={(event) => onChange({ verb: event.target.value as ChangeForm['verb'], of: '', to: '' })}
        >
          <option value="end">{t('whatif.verb.end', 'a stream ends')}</option>
          <option value="times">{t('whatif.verb.times', 'a circle or stream becomes so many times')}</option>
          <option value="set">{t('whatif.verb.set', 'something becomes so much')}</option>
          <option value="move">{t('whatif.verb.move', 'we move to another tool')}</option>
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
              {settings[one.id] ?? targetName(here, one)}
            </option>
          ))}
        </select>
      </div>
      <Becomes here={here} change={change} tools={found} onChange={onChange} />
      <div>
        <label htmlFor={at}>{t('whatif.own.at', 'After how many months, or on which day?')}</label>
        <input
          id={at}
          className="field"
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

/** What it becomes: so many times, so much, or another tool. */
function Becomes({
  here,
  change,
  tools,
  onChange,
}: Pick<ChangeProps, 'here' | 'change' | 'onChange'> & { readonly tools: ReturnType<typeof targetsOf> }) {
  const field = useId();
  switch (change.verb) {
    case 'times':
      return (
        <div>
          <label htmlFor={field}>{t('whatif.own.times', 'How many times? (0.5 is half, 2 is double)')}</label>
          <input
            id={field}
            className="field"
            inputMode="decimal"
            value={change.times}
            onChange={(event) => onChange({ times: event.target.value })}
          />
        </div>
      );
    case 'set':
      return (
        <div>
          <label htmlFor={field}>{t('whatif.own.to', 'How much then? (such as 60 EUR/month)')}</label>
          <input
            id={field}
            className="field"
            value={change.to}
            onChange={(event) => onChange({ to: event.target.value })}
          />
        </div>
      );
    case 'move':
      return (
        <div>
          <label htmlFor={field}>{t('whatif.own.to-tool', 'To which?')}</label>
          <select
            id={field}
            className="field"
            value={change.to}
            onChange={(event) => onChange({ to: event.target.value })}
          >
            <option value="">{t('whatif.own.choose', 'Choose…')}</option>
            {tools
              .filter((one) => one.id !== change.of)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {targetName(here, one)}
                </option>
              ))}
          </select>
        </div>
      );
    default:
      return null;
  }
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
