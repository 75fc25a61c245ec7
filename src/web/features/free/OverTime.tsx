/** Who bore it, year by year: a tube from when a stream began until it ended, and what began when another stopped. */

import { useEffect, useRef, useState } from 'react';
import type { Bearing, Handing } from '#core/canvas/streams-into';
import { yearOf } from '#core/model/dates';
import type { Activity } from '#core/model/things';
import { Dialog } from '../../shared/dialog';
import { EvidenceList } from '../../shared/evidence';
import { shortDay } from '../../shared/format';
import { familyOf, kindName } from '../../shared/kind-look';
import { Mark } from '../../shared/marks';
import { flowAmount, nameOfId, nameOfThing } from '../../shared/naming';
import { TubeShape, type TubeState } from '../../shared/tube';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { list, t } from '../../shared/words';
import { axisYears, endText, flowLabel, middleOf, overTimeTitle, placeOf, spanSentence } from './view-model';

interface OverTimeProps {
  readonly here: CommunityHere;
  readonly offer: Activity;
  readonly bearings: readonly Bearing[];
  readonly handings: readonly Handing[];
}

export function OverTime({ here, offer, bearings, handings }: OverTimeProps) {
  const { view } = here;
  const [known, setKnown] = useState<Bearing | null>(null);
  const years = axisYears(view, bearings);
  return (
    <section className="free-years">
      <p className="eyebrow">
        {years.length === 1
          ? t('free.time.eyebrow-year', '{offer}, {year}', {
              offer: nameOfThing(view, offer),
              year: String(years[0]),
            })
          : t('free.time.eyebrow', '{offer}, {from} to {to}', {
              offer: nameOfThing(view, offer),
              from: String(years[0]),
              to: String(years.at(-1)),
            })}
      </p>
      <h2 className="free-years-title">{overTimeTitle(bearings)}</h2>
      <p className="story free-lede">
        {bearings.some((one) => !one.flow.amount.some((reading) => reading.value.is === 'known'))
          ? t(
              'free.time.lede',
              'A hollow tube is drawn but not filled: someone gave, and nobody counted. Ask any of them how we know.',
            )
          : t('free.time.lede-known', 'From when until when each of them gave. Ask any of them how we know.')}
      </p>
      <Chart here={here} years={years} bearings={bearings} onAsk={setKnown} />
      <Handings here={here} handings={handings} />
      {known !== null && (
        <Dialog title={t('free.know', 'How do we know?')} onClose={() => setKnown(null)} shape="side">
          <EvidenceList view={view} ids={[known.flow.id]} />
        </Dialog>
      )}
    </section>
  );
}

interface ChartProps {
  readonly here: CommunityHere;
  readonly years: readonly number[];
  readonly bearings: readonly Bearing[];
  readonly onAsk: (bearing: Bearing) => void;
}

function Chart({ here, years, bearings, onAsk }: ChartProps) {
  const { view, day } = here;
  const track = useRef<HTMLDivElement>(null);
  const width = useWidth(track);
  const now = placeOf(day, 0, years) * width;
  // As many years get their number as have room for it.
  const every = Math.max(1, Math.ceil((years.length * 44) / Math.max(width, 1)));
  return (
    <div className="years">
      <div className="years-head">
        <div />
        <div className="years-axis" ref={track}>
          <ol>
            {years.map((year, index) => (
              <li key={year} className={yearOf(day) === year ? 'now' : ''}>
                {index % every === 0 ? (
                  <Link
                    to="."
                    search={(before) => ({ ...before, on: middleOf(year) })}
                    replace
                    resetScroll={false}
                    aria-current={yearOf(day) === year ? 'date' : undefined}
                  >
                    {year}
                  </Link>
                ) : null}
              </li>
            ))}
          </ol>
          <svg className="years-now" width={width} height={18} aria-hidden="true">
            <path d={`M${now} 18l-5 -7h10Z`} className="years-knob" />
            <text x={Math.min(Math.max(now, 36), Math.max(36, width - 36))} y={9} textAnchor="middle">
              {shortDay(day)}
            </text>
          </svg>
        </div>
      </div>
      <ul className="years-rows">
        {bearings.map((bearing) => (
          <li key={bearing.flow.id} className="years-row">
            <Label here={here} bearing={bearing} onAsk={onAsk} />
            <svg className="years-track" width={width} height={40} aria-hidden="true">
              {years.map((year) => (
                <path
                  key={year}
                  className="years-line"
                  d={`M${placeOf(null, 0, years) + ((year - (years[0] ?? year)) / years.length) * width} 0V160`}
                />
              ))}
              <path className="years-line" d={`M${width - 0.5} 0V160`} />
              {width > 0 && (
                <Spans
                  bearing={bearing}
                  years={years}
                  width={width}
                  family={familyOf(view.kind(bearing.flow.kind ?? ''))}
                />
              )}
              <path className="years-today" d={`M${now} 0V160`} />
            </svg>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Label({
  here,
  bearing,
  onAsk,
}: {
  readonly here: CommunityHere;
  readonly bearing: Bearing;
  readonly onAsk: (bearing: Bearing) => void;
}) {
  const { view } = here;
  const { flow } = bearing;
  const kind = view.kind(flow.kind ?? '');
  return (
    <div className="years-label">
      <Mark family={familyOf(kind)} size={20} label={kindName(kind)} />
      <div>
        <button type="button" className="years-who" onClick={() => onAsk(bearing)}>
          {nameOfId(view, bearing.bearer)}
          <span className="visually-hidden"> {t('free.ask-how', 'How do we know?')}</span>
        </button>
        <span className="tiny quiet years-what">
          {bearing.spans[0]?.from === null
            ? t('free.begin-unsaid', '{what}; since when, nobody said', { what: flowLabel(view, flow) })
            : flowLabel(view, flow)}
        </span>
        <span className="visually-hidden">
          {t('free.row', '{spans}. Amount: {amount}.', {
            spans: bearing.spans.map((span) => spanSentence(flow, span)).join('; '),
            amount: flowAmount(view, flow),
          })}
        </span>
      </div>
    </div>
  );
}

interface SpansProps {
  readonly bearing: Bearing;
  readonly years: readonly number[];
  readonly width: number;
  readonly family: ReturnType<typeof familyOf>;
}

function Spans({ bearing, years, width, family }: SpansProps) {
  const { flow } = bearing;
  const counted = flow.amount.some((reading) => reading.value.is === 'known');
  const state: TubeState = !counted ? 'unknown' : flow.status === 'agreed' ? 'agreed' : 'known';
  return (
    <>
      {bearing.spans.map((span, index) => {
        const from = placeOf(span.from, 0, years) * width;
        const to = placeOf(span.to === null ? null : span.to + 1, 1, years) * width;
        const last = index === bearing.spans.length - 1;
        return (
          <g key={span.from ?? 'begin'} transform={`translate(${from} 9)`}>
            <TubeShape
              id={flow.id}
              family={family}
              state={state}
              width={Math.max(4, to - from)}
              height={14}
              open={span.from === null}
            />
            {last && span.to !== null && (
              <path
                className="years-after"
                d={`M${to - from + 3} 7h${Math.max(0, Math.min(26, width - to - 3))}`}
              />
            )}
          </g>
        );
      })}
    </>
  );
}

/** `Helvetas (a home for the list)`. */
function endedText(here: CommunityHere, bearer: string, ended: readonly Bearing[]): string {
  const what = ended.filter((one) => one.bearer === bearer).map((one) => flowLabel(here.view, one.flow));
  return t('free.ended', '{who} ({what})', { who: nameOfId(here.view, bearer), what: list(what) });
}

/** Endings, and what began around them. That one took over from the other is not said: people know that. */
function Handings({
  here,
  handings,
}: {
  readonly here: CommunityHere;
  readonly handings: readonly Handing[];
}) {
  const { view } = here;
  if (handings.length === 0) return null;
  return (
    <section className="rule">
      <h3>{t('free.handings', 'Who stopped, and who began around then')}</h3>
      <ul className="story free-handings">
        {handings.map(({ on, ended, begun }) => {
          const when = endText(
            ended.map((one) => one.flow),
            on,
          );
          const who = list(
            [...new Set(ended.map((one) => one.bearer))].map((id) => endedText(here, id, ended)),
          );
          const others = list([...new Set(begun.map((one) => nameOfId(view, one.bearer)))]);
          return (
            <li key={on}>
              {on > here.day
                ? t('free.will-end', 'Until {when}: {who}. Who then? Nobody is named yet.', { who, when })
                : others === ''
                  ? t('free.handed.nobody', 'Until {when}: {who}. Then by whom? We cannot tell.', {
                      who,
                      when,
                    })
                  : t('free.handed', 'Until {when}: {who}. Within a year of that, {others} began.', {
                      who,
                      when,
                      others,
                    })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The width of an element, followed as it changes. */
function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, [ref]);
  return width;
}
