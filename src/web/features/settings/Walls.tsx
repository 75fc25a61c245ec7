/** Walls: parties that are meant to be kept apart, or to meet only through a third. Known to stewards only. */
import { type FormEvent, useId, useState } from 'react';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import { nameOfId } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { type WallForm as Asked, unwalling, walling, wallWants } from './declaring';
import { Part } from './Part';
import { useDoing } from './use-doing';
import { useOpener } from './use-opener';

export function Walls({ here }: { readonly here: CommunityHere }) {
  const { view, id } = here;
  const edits = useEdits(id);
  const doing = useDoing();
  const adding = useOpener();
  return (
    <Part
      id="walls"
      title={t('walls.title', 'Walls')}
      says={t(
        'walls.says',
        'Some are better kept apart: two who bid against each other, a sponsor and a group that leans on it. Before an invitation, a release or a round brings them together, you are told.',
      )}
    >
      {view.walls.length > 0 && (
        <ul className="settings-list">
          {view.walls.map((wall) => {
            const [one = '', other = ''] = wall.between.map((party) => nameOfId(view, party));
            return (
              <li key={wall.id}>
                <span className="what">
                  {wall.bridge === null
                    ? t('walls.apart', '{one} and {other} do not meet', { one, other })
                    : t('walls.bridge', '{one} and {other} meet through {bridge}', {
                        one,
                        other,
                        bridge: nameOfId(view, wall.bridge),
                      })}
                  {wall.note !== null && <span className="small quiet below">{words(wall.note)}</span>}
                </span>
                <span className="acts">
                  <button
                    className="button quiet"
                    type="button"
                    disabled={doing.busy}
                    onClick={() => void doing.run(() => edits.edit(unwalling(view, wall)))}
                  >
                    {t('walls.remove', 'Take down')}
                    <span className="visually-hidden">
                      {' '}
                      {t('walls.which', 'the wall between {one} and {other}', { one, other })}
                    </span>
                  </button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {doing.refusal !== null && <FormRefused refusal={doing.refusal} />}
      {adding.open ? (
        <WallForm here={here} onDone={adding.hide} />
      ) : (
        <p className="actions">
          <button className="button" type="button" {...adding.again} onClick={adding.show}>
            {t('walls.add', 'Put up a wall')}
          </button>
        </p>
      )}
    </Part>
  );
}

const EMPTY: Asked = { one: '', other: '', bridge: '', why: '' };

function WallForm({ here, onDone }: { readonly here: CommunityHere; readonly onDone: () => void }) {
  const edits = useEdits(here.id);
  const doing = useDoing();
  const why = useId();
  const [form, setForm] = useState(EMPTY);
  const [wants, setWants] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = wallWants(form);
    setWants(missing);
    if (missing === null)
      void doing.run(() => edits.edit(walling(here.view, form))).then((done) => done && onDone());
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="two-up">
        <PartyChoice
          here={here}
          label={t('walls.one', 'Between')}
          value={form.one}
          onChange={(one) => setForm({ ...form, one })}
          first
        />
        <PartyChoice
          here={here}
          label={t('walls.other', 'And')}
          value={form.other}
          onChange={(other) => setForm({ ...form, other })}
        />
      </div>
      <PartyChoice
        here={here}
        label={t('walls.through', 'May they meet through somebody?')}
        none={t('walls.not-at-all', 'No, not at all')}
        value={form.bridge}
        onChange={(bridge) => setForm({ ...form, bridge })}
      />
      <div>
        <label htmlFor={why}>{t('walls.why', 'Why? (for the other stewards)')}</label>
        <input
          id={why}
          className="field"
          autoComplete="off"
          value={form.why}
          onChange={(event) => setForm({ ...form, why: event.target.value })}
        />
      </div>
      {wants !== null && (
        <p className="wrong" role="alert">
          {wants}
        </p>
      )}
      {doing.refusal !== null && <FormRefused refusal={doing.refusal} />}
      <div className="actions">
        <button className="button primary" type="submit" disabled={doing.busy}>
          {t('walls.keep', 'Put it up')}
        </button>
        <button className="button quiet" type="button" onClick={onDone}>
          {t('own.leave', 'Leave it')}
        </button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly here: CommunityHere;
  readonly label: string;
  /** What choosing nobody is called. */
  readonly none?: string;
  readonly value: string;
  readonly onChange: (party: string) => void;
  readonly first?: boolean;
}

/** One party of the file. */
export function PartyChoice({ here, label, none, value, onChange, first = false }: ChoiceProps) {
  const field = useId();
  return (
    <div>
      <label htmlFor={field}>{label}</label>
      <select
        id={field}
        className="field"
        // biome-ignore lint/a11y/noAutofocus: the form was asked for, and begins here.
        autoFocus={first}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{none ?? t('party.choose', 'Choose…')}</option>
        {here.view.parties.map((party) => (
          <option key={party.id} value={party.id}>
            {nameOfId(here.view, party.id)}
          </option>
        ))}
      </select>
    </div>
  );
}
