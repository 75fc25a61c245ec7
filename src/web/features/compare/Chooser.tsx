/** Who stands side by side: taking one away, setting another beside, on a day of one's choice. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { View } from '#core/audience/view';
import { middleDay } from '#core/model/dates';
import { api } from '../../shared/api';
import { shelfNote } from '../../shared/naming';
import { t, words } from '../../shared/words';
import { type Beside, MOST_BESIDE } from './view-model';

interface ChooserProps {
  readonly here: { readonly id: string; readonly day: string; readonly view: View };
  readonly beside: readonly Beside[];
  readonly onChange: (next: readonly Beside[]) => void;
}

export function Chooser({ here, beside, onChange }: ChooserProps) {
  const shelf = useQuery({ queryKey: ['shelf'], queryFn: api.list }).data ?? [];
  const nameOf = (id: string) => shelf.find((one) => one.id === id)?.name ?? id;
  return (
    <div className="compare-chooser">
      {beside.length > 0 && (
        <ul className="compare-chosen" aria-label={t('compare.chosen', 'Set beside it')}>
          {beside.map((one, at) => (
            <li key={`${one.id}@${one.on ?? ''}`}>
              <span>
                {one.on === null
                  ? nameOf(one.id)
                  : t('compare.chosen-on', '{name}, {on}', { name: nameOf(one.id), on: one.on })}
              </span>
              <button
                className="button quiet"
                type="button"
                onClick={() => onChange(beside.filter((_, other) => other !== at))}
              >
                {t('compare.take-away', 'Take away')}
                <span className="visually-hidden"> {nameOf(one.id)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {beside.length < MOST_BESIDE && (
        <AddOne
          here={here}
          shelf={shelf}
          first={beside.length === 0}
          onAdd={(one) => onChange([...beside, one])}
        />
      )}
    </div>
  );
}

interface AddProps {
  readonly here: ChooserProps['here'];
  readonly shelf: readonly { readonly id: string; readonly name: string }[];
  readonly first: boolean;
  readonly onAdd: (one: Beside) => void;
}

function AddOne({ here, shelf, first, onAdd }: AddProps) {
  const [chosen, setChosen] = useState('');
  const [on, setOn] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [who, when, hint] = [useId(), useId(), useId()];
  const others = shelf.filter((one) => one.id !== here.id);
  const itself = chosen === here.id;
  const days = itself ? shelfNote(here.view).snapshots : [];
  const add = (day: string) => {
    const wanted = day.trim();
    if (chosen === '') setWrong(t('compare.choose-one', 'Choose who is to stand beside it.'));
    else if (wanted !== '' && middleDay(wanted) === null)
      setWrong(
        t('compare.no-date', '{text} is no date. Write 2009, 2009-10 or 2009-10-08.', { text: wanted }),
      );
    else if (itself && wanted === '') setWrong(t('compare.which-day', 'On which other day?'));
    else {
      setWrong(null);
      setOn('');
      setChosen('');
      onAdd({ id: chosen, on: wanted === '' ? null : wanted });
    }
  };
  return (
    <form
      className="compare-add"
      onSubmit={(event) => {
        event.preventDefault();
        add(on);
      }}
    >
      <div>
        <label htmlFor={who}>{t('compare.beside', 'Set beside it')}</label>
        <select id={who} className="field" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('compare.who', 'Choose…')}</option>
          <option value={here.id}>
            {t('compare.itself', '{name}, on another day', { name: words(here.view.name) })}
          </option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={when}>{t('compare.when', 'Seen from')}</label>
        <input
          id={when}
          className="field"
          value={on}
          placeholder={itself ? '2009' : t('compare.own-day', 'its own day')}
          aria-describedby={wrong === null ? undefined : hint}
          aria-invalid={wrong !== null}
          onChange={(event) => setOn(event.target.value)}
        />
      </div>
      <button className={first ? 'button primary' : 'button'} type="submit">
        {t('compare.add', 'Set beside')}
      </button>
      {days.length > 0 && (
        <p className="compare-days small">
          <span>{t('compare.days', 'Days that show another economy:')}</span>
          {days.map((day) => (
            <button key={day} className="pill" type="button" onClick={() => add(day)}>
              {day}
            </button>
          ))}
        </p>
      )}
      {wrong !== null && (
        <p className="wrong" id={hint} role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}
