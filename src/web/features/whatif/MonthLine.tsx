/** The month that is looked at, by hand or played from the first to the last. */
import { useEffect, useState } from 'react';
import { t } from '../../shared/words';
import { horizonText } from './FanChart';

export function MonthLine({
  month,
  months,
  onMonth,
}: {
  readonly month: number;
  readonly months: number;
  readonly onMonth: (month: number) => void;
}) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    // Whoever wants little to move is shown each year for a second.
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const next = Math.min(months, month + (still ? 12 : 1));
    const timer = setTimeout(() => (month < months ? onMonth(next) : setPlaying(false)), still ? 1000 : 150);
    return () => clearTimeout(timer);
  }, [playing, month, months, onMonth]);
  const play = () => {
    if (!playing && month === months) onMonth(0);
    setPlaying(!playing);
  };
  return (
    <div className="whatif-month">
      <label htmlFor="whatif-month">{t('whatif.month', 'Look at month')}</label>
      <input
        id="whatif-month"
        type="range"
        min={0}
        max={months}
        value={month}
        aria-valuetext={month === 0 ? t('whatif.now', 'now') : horizonText(month)}
        onChange={(event) => onMonth(Number(event.target.value))}
      />
      <output className="numeric">{month === 0 ? t('whatif.now', 'now') : horizonText(month)}</output>
      <button className="button" type="button" aria-pressed={playing} onClick={play}>
        {playing ? t('play.pause', 'Pause') : t('play.play', 'Play')}
      </button>
    </div>
  );
}
