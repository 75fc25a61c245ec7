/** The walk through time: an axis of years, the days that matter above it, and a handle that goes from one to the next. */
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import { type Day, dayOf, yearOf } from '#core/model/dates';
import { longDay, shortDay } from '../../shared/format';
import { t } from '../../shared/words';
import { keyTarget } from './time-keys';
import { flagsOf, rangeOf, type Stop } from './view-model';
import './time.css';

interface TimeLineProps {
  readonly view: View;
  readonly stops: readonly Stop[];
  readonly day: Day;
  readonly onDay: (day: Day) => void;
}

const PAD = 34;
const CHIP = 92;
const AXIS = 50;
const HEIGHT = 76;

export function TimeLine({ view, stops, day: kept, onDay }: TimeLineProps) {
  // While it is dragged the handle follows the hand; the picture follows at each day that matters, and at the end.
  const [held, setHeld] = useState<Day | null>(null);
  const day = held ?? kept;
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const [from, to] = useMemo(() => rangeOf(view), [view]);
  if (stops.length < 2) return null;
  const place = (one: Day) =>
    PAD + ((Math.max(from, Math.min(to, one)) - from) / Math.max(1, to - from)) * (width - 2 * PAD);
  const dayAt = (x: number) => Math.round(from + ((x - PAD) / (width - 2 * PAD)) * (to - from));
  const here = place(day);
  const chip = Math.max(CHIP / 2 + 2, Math.min(width - CHIP / 2 - 2, here));
  const nearest = stops.find((stop) => stop.day === day);
  const onKey = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, stops, day, from, to);
    if (next === null) return;
    event.preventDefault();
    onDay(next);
  };
  const since = (one: Day) => stops.filter((stop) => stop.day <= one).length;
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (held === null) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const raw = Math.max(from, Math.min(to, dayAt(x)));
    const next = stops.find((stop) => Math.abs(place(stop.day) - x) < 5)?.day ?? raw;
    const done = event.type === 'pointerup' || event.type === 'pointercancel';
    setHeld(done ? null : next);
    if (next !== kept && (done || since(next) !== since(kept))) onDay(next);
  };
  return (
    <div
      className="time-line"
      ref={ref}
      role="slider"
      tabIndex={0}
      aria-label={t('time.label', 'Seen from which day')}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={day}
      aria-valuetext={
        nearest?.text == null
          ? longDay(day)
          : t('time.value', '{day}: {text}', { day: longDay(day), text: nearest.text })
      }
      onKeyDown={onKey}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onPointerUp={onPointer}
      onPointerCancel={onPointer}
    >
      {width > 0 && (
        <svg
          className="time-svg"
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width={width}
          height={HEIGHT}
          aria-hidden="true"
        >
          <Axis from={from} to={to} place={place} width={width} />
          <Flags
            stops={stops}
            place={place}
            width={width}
            taken={[chip - CHIP / 2 - 4, chip + CHIP / 2 + 4]}
          />
          {stops.map((stop) => (
            <StopMark key={stop.day} stop={stop} x={place(stop.day)} />
          ))}
          <g className="time-here">
            <path d={`M${here} 22V${AXIS}`} />
            <rect x={chip - CHIP / 2} y={1} width={CHIP} height={21} rx={4} />
            <text x={chip} y={16}>
              {shortDay(day)}
            </text>
            <circle cx={here} cy={AXIS} r={9} />
          </g>
        </svg>
      )}
    </div>
  );
}

function Axis({
  from,
  to,
  place,
  width,
}: {
  readonly from: Day;
  readonly to: Day;
  readonly place: (day: Day) => number;
  readonly width: number;
}) {
  const first = yearOf(from);
  const years = Array.from({ length: yearOf(to) - first + 1 }, (_, i) => first + i);
  const per = (width - 2 * PAD) / Math.max(1, years.length);
  const each = per >= 40 ? 1 : per >= 20 ? 2 : 5;
  return (
    <g className="time-axis">
      <path d={`M${PAD} ${AXIS}H${width - PAD}`} />
      {[...years, first + years.length].map((year) => (
        <path key={year} d={`M${place(dayOf(year, 1, 1) ?? from)} ${AXIS - 5}v10`} />
      ))}
      {years.map((year, i) =>
        i % each === 0 ? (
          <text key={year} x={place(dayOf(year, 7, 1) ?? from)} y={HEIGHT - 6}>
            {year}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** What began stands on the axis, what ended hangs below it. */
function StopMark({ stop, x }: { readonly stop: Stop; readonly x: number }) {
  return (
    <>
      {stop.begins && <path className="time-began" d={`M${x - 3.5} ${AXIS - 2}l3.5 -7l3.5 7Z`} />}
      {stop.ends && <path className="time-ended" d={`M${x - 3.5} ${AXIS + 2}l3.5 7l3.5 -7Z`} />}
      {stop.sort === 'snapshot' ? (
        <path
          className="time-snapshot"
          d={`M${x - 6} ${AXIS}L${x} ${AXIS - 6}L${x + 6} ${AXIS}L${x} ${AXIS + 6}Z`}
        />
      ) : (
        <path className="time-stop" d={`M${x} ${AXIS - 4}v4`} />
      )}
    </>
  );
}

function Flags({
  stops,
  place,
  width,
  taken,
}: {
  readonly stops: readonly Stop[];
  readonly place: (day: Day) => number;
  readonly width: number;
  readonly taken: readonly [number, number];
}) {
  const flags = flagsOf(stops, place, width, taken);
  return (
    <g className="time-flags">
      {flags.map((flag) => (
        <path key={`${flag.day}${flag.text}`} d={`M${flag.x} ${flag.row === 0 ? 19 : 35}V${AXIS - 4}`} />
      ))}
      {flags.map((flag) => (
        <text key={`${flag.day}${flag.text}`} x={flag.left} y={flag.row === 0 ? 15 : 31}>
          {flag.text}
        </text>
      ))}
    </g>
  );
}

function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    // Tells the width at once, and asks for no layout before its time.
    const watcher = new ResizeObserver(() => setWidth(element.clientWidth));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [ref]);
  return width;
}
