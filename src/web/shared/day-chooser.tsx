/** The day from which everything is seen, and the days that matter. The same day holds in every room. */
import { useId, useMemo, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import { type Day, dayOf, isoDay, middleDay, yearOf } from '#core/model/dates';
import { longDay, whenText } from './format';
import { Arrow } from './marks';
import { shelfNote } from './naming';
import { useCommunity } from './use-community';
import { t, words } from './words';

/** A day worth going to, and why. */
export interface DayThatMatters {
  readonly day: Day;
  /** Written when it is read: formats of dates are dear, and most of a history is not looked at. */
  readonly when: string;
  readonly text: string;
}

function matters(day: Day, write: () => string, text: string): DayThatMatters {
  return {
    day,
    get when() {
      return write();
    },
    text,
  };
}

/** Dated events of the history, oldest first. */
export function daysThatMatter(view: View): readonly DayThatMatters[] {
  return view.ever.history
    .flatMap((event) => {
      const day = middleDay(event.on.text);
      return day === null ? [] : [matters(day, () => whenText(event.on), words(event.text))];
    })
    .sort((a, b) => a.day - b.day);
}

/** The years of which anything is told, oldest first; at most forty. */
export function yearsTold(view: View): readonly number[] {
  const things = [...view.ever.flows, ...view.ever.parties, ...view.ever.activities, ...view.ever.pools];
  const begun = [...things.map((thing) => thing.since), ...view.ever.history.map((event) => event.on)];
  const told = begun.map((when) => when?.first ?? null).filter((day) => day !== null);
  // An end may lie far ahead of all that is told: it says when something stops, not that anything is known of then.
  const years = [view.day, view.ever.asOf?.first ?? view.day, ...told].map(yearOf);
  const to = Math.max(...years);
  const from = Math.max(Math.min(...years), to - 39);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Days to walk along: events, days at which it shows a different economy, and the day of the description. */
function stepsOf(view: View): readonly DayThatMatters[] {
  const events = daysThatMatter(view);
  const days = new Map(events.map((event) => [event.day, event]));
  const others = [view.ever.asOf?.text ?? null, ...shelfNote(view).snapshots];
  for (const text of others) {
    const day = text === null ? null : middleDay(text);
    if (day !== null && !days.has(day))
      days.set(
        day,
        matters(day, () => longDay(day), ''),
      );
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/** One step back or on. Says where it leads. */
function Step({ to, step }: { readonly to: 'left' | 'right'; readonly step: DayThatMatters | undefined }) {
  const { setDay } = useCommunity();
  const where = step === undefined ? '' : step.text === '' ? step.when : `${step.when}: ${step.text}`;
  const label =
    to === 'left'
      ? t('day.earlier', 'Earlier. {where}', { where })
      : t('day.later', 'Later. {where}', { where });
  return (
    <button
      className="day-step"
      type="button"
      disabled={step === undefined}
      aria-label={label}
      title={where}
      onClick={() => step !== undefined && setDay(step.day)}
    >
      <Arrow to={to} />
    </button>
  );
}

export function DayChooser() {
  const { view, day, on, setDay } = useCommunity();
  const id = useId();
  const field = useId();
  const panel = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const years = useMemo(() => (open ? yearsTold(view) : []), [view, open]);
  const events = useMemo(() => (open ? daysThatMatter(view) : []), [view, open]);
  const steps = useMemo(() => stepsOf(view), [view]);
  const go = (next: Day) => {
    setDay(next);
    panel.current?.hidePopover();
  };
  const year = yearOf(day);
  return (
    <div className="day">
      <Step to="left" step={steps.findLast((step) => step.day < day)} />
      <button className="day-button" type="button" popoverTarget={id}>
        <span className="visually-hidden">{t('day.change', 'Seen from')} </span>
        {longDay(day)}
        <Arrow to="down" />
      </button>
      <Step to="right" step={steps.find((step) => step.day > day)} />
      <section
        className="day-panel"
        id={id}
        ref={panel}
        popover="auto"
        onBeforeToggle={(event) => setOpen(event.newState === 'open')}
        aria-label={t('day.title', 'Seen from which day')}
      >
        <label htmlFor={field}>{t('day.label', 'Seen from this day')}</label>
        <input
          id={field}
          className="field"
          type="date"
          key={on}
          defaultValue={on}
          onChange={(event) => {
            const next = middleDay(event.target.value);
            if (next !== null && event.target.value.startsWith('0') === false) setDay(next);
          }}
        />
        {years.length > 1 && (
          <ul className="day-years" aria-label={t('day.years', 'The middle of a year')}>
            {years.map((one) => (
              <li key={one}>
                <button type="button" aria-pressed={one === year} onClick={() => go(dayOf(one, 7, 1) ?? day)}>
                  {one}
                </button>
              </li>
            ))}
          </ul>
        )}
        {events.length > 0 && (
          <ol className="day-events" aria-label={t('day.events', 'Days that matter')}>
            {events.map((event) => (
              <li key={`${event.day}${event.text}`}>
                <button
                  type="button"
                  aria-current={isoDay(event.day) === on ? 'date' : undefined}
                  onClick={() => go(event.day)}
                >
                  <span className="quiet">{event.when}</span> <span>{event.text}</span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
