/** Through which lens the picture is seen: one at a time, by pointer or by the arrow keys; and of what. */
import { useId } from 'react';
import type { View } from '#core/audience/view';
import { LENSES, type LensName } from '#core/picture/lens/lens';
import { audienceName } from '../../shared/eyes';
import { nameOfId } from '../../shared/naming';
import { t } from '../../shared/words';
import type { LensHere } from './use-lens';
import './lenses.css';

export function lensName(name: LensName | null): string {
  switch (name) {
    case 'bears':
      return t('lens.bears', 'Who bears this');
    case 'loops':
      return t('lens.loops', 'Loops');
    case 'gaps':
      return t('lens.gaps', 'Gaps');
    case 'openness':
      return t('lens.openness', 'Hidden from whom');
    case 'shift':
      return t('lens.shift', 'At twice the people');
    case null:
      return t('lens.kinds', 'By kind');
  }
}

export function LensBar({ chosen }: { readonly chosen: LensHere }) {
  const group = useId();
  return (
    <fieldset className="lens-bar">
      <legend className="visually-hidden">{t('lens.legend', 'Look at the picture')}</legend>
      {[null, ...LENSES].map((name) => (
        <label key={name ?? 'kinds'} className="lens-tab">
          <input
            type="radio"
            name={group}
            checked={chosen.name === name}
            onChange={() => chosen.choose(name)}
          />
          <span>{lensName(name)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the lens is of, where there is a choice. */
export function LensChoice({ view, chosen }: { readonly view: View; readonly chosen: LensHere }) {
  const field = useId();
  const { name, choices, of } = chosen;
  if (name === null || choices.length === 0) return null;
  const label = name === 'openness' ? t('lens.eyes', 'Seen by') : t('lens.offered', 'Of what is offered');
  return (
    <p className="lens-choice">
      <label htmlFor={field}>{label}</label>
      <select
        id={field}
        className="field"
        value={of ?? ''}
        onChange={(event) => chosen.choose(name, event.target.value)}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {name === 'openness' ? audienceName(one) : nameOfId(view, one)}
          </option>
        ))}
      </select>
    </p>
  );
}
