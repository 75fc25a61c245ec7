/** Choosing what to try: a scenario of the file or one that any community can try, up to three more beside it, and levers. */
import { useId } from 'react';
import type { ScenarioEnd } from '#core/simulate/report';
import { number } from '../../shared/format';
import { t } from '../../shared/words';

export const MOST_BESIDE = 4;

interface ChoicesProps {
  readonly list: readonly ScenarioEnd[];
  readonly chosen: readonly string[];
  readonly onChoose: (next: readonly string[]) => void;
}

export function Choices({ list, chosen, onChoose }: ChoicesProps) {
  const [first, ...beside] = chosen;
  const left = list.filter((one) => !chosen.includes(one.id));
  return (
    <div className="whatif-choices">
      <Pick
        label={t('whatif.try', 'What if…')}
        list={list.filter((one) => one.id === first || !chosen.includes(one.id))}
        value={first ?? ''}
        none={t('whatif.stay-as', 'we stay as we are')}
        onPick={(id) => onChoose(id === '' ? [] : [id, ...beside])}
      />
      {beside.map((id) => (
        <span key={id} className="whatif-beside">
          {list.find((one) => one.id === id)?.name ?? id}
          <button
            className="button quiet"
            type="button"
            onClick={() => onChoose(chosen.filter((one) => one !== id))}
          >
            {t('whatif.take-away', 'Take away')}
            <span className="visually-hidden"> {list.find((one) => one.id === id)?.name}</span>
          </button>
        </span>
      ))}
      {first !== undefined && chosen.length < MOST_BESIDE && left.length > 0 && (
        <Pick
          label={t('whatif.beside', 'and beside it')}
          list={left}
          value=""
          none={t('whatif.beside.none', 'nothing more')}
          onPick={(id) => id !== '' && onChoose([...chosen, id])}
        />
      )}
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly list: readonly ScenarioEnd[];
  readonly value: string;
  readonly none: string;
  readonly onPick: (id: string) => void;
}

export function Pick({ label, list, value, none, onPick }: PickProps) {
  const field = useId();
  const own = list.filter((one) => one.origin === 'file');
  const any = list.filter((one) => one.origin !== 'file');
  const options = (all: readonly ScenarioEnd[]) =>
    all.map((one) => (
      <option key={one.id} value={one.id}>
        {one.name}
      </option>
    ));
  return (
    <span className="whatif-pick">
      <label htmlFor={field}>{label}</label>
      <select id={field} className="field" value={value} onChange={(event) => onPick(event.target.value)}>
        <option value="">{none}</option>
        {own.length > 0 && <optgroup label={t('whatif.own', 'Written in the file')}>{options(own)}</optgroup>}
        {any.length > 0 && (
          <optgroup label={t('whatif.any', 'That any community can try')}>{options(any)}</optgroup>
        )}
      </select>
    </span>
  );
}

/** Levers that move the whole run, each as times what it is now. */
export const LEVERS = ['joins', 'hands', 'work', 'moneyIn', 'leaving'] as const;

const MOST_TIMES = 3;

/** Levers as they stand in an address: those there are, within what a slider can be moved to. */
export function leversOf(numbers: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    LEVERS.flatMap((lever) => {
      const value = numbers[lever];
      return value === undefined ? [] : [[lever, Math.min(MOST_TIMES, Math.max(0, value))] as const];
    }),
  );
}

export function leverName(lever: (typeof LEVERS)[number]): string {
  switch (lever) {
    case 'joins':
      return t('whatif.lever.joins', 'People who join');
    case 'hands':
      return t('whatif.lever.hands', 'Hours that are given');
    case 'work':
      return t('whatif.lever.work', 'Work that is needed');
    case 'moneyIn':
      return t('whatif.lever.money', 'Money that comes in');
    case 'leaving':
      return t('whatif.lever.leaving', 'People who leave');
  }
}

export function Levers({
  levers,
  onMove,
}: {
  readonly levers: Readonly<Record<string, number>>;
  readonly onMove: (next: Readonly<Record<string, number>>) => void;
}) {
  const moved = LEVERS.some((lever) => (levers[lever] ?? 1) !== 1);
  return (
    <details className="whatif-levers" open={moved}>
      <summary>{t('whatif.levers', 'Move something by hand')}</summary>
      <div className="whatif-sliders">
        {LEVERS.map((lever) => (
          <Lever
            key={lever}
            name={leverName(lever)}
            value={levers[lever] ?? 1}
            onMove={(value) => onMove({ ...levers, [lever]: value })}
          />
        ))}
      </div>
      {moved && (
        <button className="button quiet" type="button" onClick={() => onMove({})}>
          {t('whatif.levers.back', 'All back to how it is')}
        </button>
      )}
    </details>
  );
}

function Lever({
  name,
  value,
  onMove,
}: {
  readonly name: string;
  readonly value: number;
  readonly onMove: (value: number) => void;
}) {
  const field = useId();
  const text = t('whatif.times', '{value} times what it is', { value: number(value, 2) });
  return (
    <div className="whatif-lever">
      <label htmlFor={field}>{name}</label>
      <input
        id={field}
        type="range"
        min={0}
        max={MOST_TIMES}
        step={0.05}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      <output htmlFor={field} className="numeric small">
        {t('whatif.times-short', '× {value}', { value: number(value, 2) })}
      </output>
    </div>
  );
}
