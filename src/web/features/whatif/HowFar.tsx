/** How far one guess can go before the answer turns: worked out for the one that is chosen, or was edited last. */
import { memo, useEffect, useId, useState } from 'react';
import type { Tip } from '#core/simulate/tips';
import { t, told } from '../../shared/words';
import type { Rest } from './asked';
import { LEVERS, leverName } from './Choices';
import type { Asking } from './use-simulation';

/** The tip of a parameter of the column that is told about, worked out anew once another run is told; null: none yet. */
export function useTip(ask: Asking['tipOf'], rest: Rest | null, about: number, id: string): Tip | null {
  const [found, setFound] = useState<{ readonly of: string; readonly tip: Tip } | null>(null);
  const of = `${about} ${id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run is asked once
  useEffect(() => {
    if (rest !== null && id !== '') void ask(about, id).then((tip) => setFound({ of, tip }));
  }, [rest, of]);
  return found?.of === of ? found.tip : null;
}

interface HowFarProps {
  readonly rest: Rest;
  readonly id: string;
  readonly tip: Tip | null;
  readonly onChoose: (id: string) => void;
}

/** Written anew when a guess or a run is another, not at each step of a slider. */
export const HowFar = memo(function HowFar({ rest, id, tip, onChoose }: HowFarProps) {
  const field = useId();
  const order = rest.sensitivity.map((one) => one.id);
  const place = (of: string) => (order.indexOf(of) + order.length) % order.length;
  const guesses = rest.assumptions
    .filter((one) => one.low < one.high || one.id === id)
    .sort((a, b) => place(a.id) - place(b.id));
  return (
    <div className="whatif-far">
      <label htmlFor={field}>{t('whatif.far', 'How far can a guess go before the answer turns?')}</label>
      <select id={field} className="field" value={id} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('whatif.own.choose', 'Choose…')}</option>
        <optgroup label={t('whatif.assumed', 'What is assumed')}>
          {guesses.map((one) => (
            <option key={one.id} value={one.id}>
              {one.says === null ? one.explain : told(one.says)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('whatif.levers', 'Move something by hand')}>
          {LEVERS.map((lever) => (
            <option key={lever} value={lever}>
              {leverName(lever)}
            </option>
          ))}
        </optgroup>
      </select>
      <div role="status">
        {tip?.says.map((one) => (
          <p key={one.text}>{told(one)}</p>
        ))}
      </div>
    </div>
  );
});
