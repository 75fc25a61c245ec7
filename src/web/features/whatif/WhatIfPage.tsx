/** What if: scenarios side by side, as fans over time, with what stretches, what gives way, and what all of it rests on. */

import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { chartsSvg } from '#core/export/charts-svg';
import { isoDay } from '#core/model/dates';
import type { RunAsked } from '#core/released-run';
import { viewInMonth } from '#core/simulate/month-view';
import { useEdits } from '../../shared/edits';
import { longDay } from '../../shared/format';
import { later, Meanwhile } from '../../shared/later';
import { useMayWrite } from '../../shared/me';
import { useCommunity } from '../../shared/use-community';
import { useNavigate, useSearch } from '../../shared/way';
import { list, t, told, words } from '../../shared/words';
import { Aside } from './Aside';
import { Assumptions } from './Assumptions';
import type { Asked, Column } from './asked';
import { Charts } from './Charts';
import { Choices, Levers, leversOf } from './Choices';
import { Growth } from './Growth';
import { useTip } from './HowFar';
import { MonthLine } from './MonthLine';
import { OwnScenario } from './OwnScenario';
import { askOperations, keepOperations, numbersOf, numbersText, parted } from './own-scenario';
import { Take } from './Take';
import { type Asking, type Simulated, useSimulation } from './use-simulation';
import { columnName, csv, headline, letteredName, markdown, saysUnder } from './view-model';
import './whatif.css';
import './rests.css';

const PictureView = later(async () => (await import('../picture/PictureView')).PictureView);

const ReleaseDialog = later(async () => (await import('../release/ReleaseDialog')).ReleaseDialog);

const MONTHS = 60;
const RUNS = 1000;
/** How long a slider has stood still, in milliseconds, before it is taken into the address. */
const AT_REST = 500;
export function WhatIfPage() {
  const here = useCommunity();
  const { id, view, day } = here;
  const {
    try: tried = '',
    with: edited = '',
    by = '',
  } = useSearch() as {
    try?: string;
    with?: string;
    by?: string;
  };
  const navigate = useNavigate();
  const edits = useEdits(id);
  const may = useMayWrite(id);
  const chosen = tried.split(',').filter((one) => one !== '');
  const [levers, setLevers] = useState(() => leversOf(numbersOf(by)));
  const values = useMemo(() => numbersOf(edited), [edited]);
  const [month, setMonth] = useState(MONTHS);
  const [asking, setAsking] = useState<string | null>(null);
  const [turned, setTurned] = useState('');
  const [far, setFar] = useState('');
  const moved = Object.fromEntries(Object.entries(levers).filter(([, times]) => times !== 1));
  const asked: Asked = {
    scenarios:
      chosen.length === 0 && Object.keys(moved).length > 0
        ? [{ id: 'by-hand', name: t('whatif.by-hand', 'moved by hand'), changes: [] }]
        : chosen,
    months: MONTHS,
    runs: RUNS,
    seed: 1,
    levers: moved,
    values,
  };
  // The first is told about, until the reader turns to another; with nothing tried, staying is.
  const about = asked.scenarios.length === 0 ? 0 : Math.max(0, chosen.indexOf(turned)) + 1;
  const run = useSimulation(view, asked, about);
  const rest = run.about === about ? run.rest : null;
  const tip = useTip(run.tipOf, run.done === 1 ? rest : null, about, far);
  // The picture takes longer to lay out than a thousand runs take: it follows when the slider has come to rest.
  const pictured = run.settled[about] ?? run.settled[0];
  const monthOfPicture = useAfterPaint(month);
  /** What is tried, edited and moved stands in the address: it is there after a reload, and can be passed on. */
  const search = useCallback(
    (part: Readonly<Record<string, string | undefined>>) =>
      void navigate({
        to: '.',
        search: (before) => ({ ...before, ...part }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const hand = numbersText(moved);
  useEffect(() => {
    if (hand === (by || undefined)) return;
    const timer = setTimeout(() => search({ by: hand }), AT_REST);
    return () => clearTimeout(timer);
  }, [hand, by, search]);
  const choose = (next: readonly string[]) => search({ try: next.join(',') || undefined });
  const setValues = useCallback(
    (next: Readonly<Record<string, number>>) => {
      setFar((before) => Object.keys(next).find((one) => next[one] !== values[one]) ?? before);
      search({ with: numbersText(next) });
    },
    [search, values],
  );
  const [kept, left] = parted(values, run.rest?.kept ?? []);
  const keep = () =>
    edits
      .edit({ ...keepOperations(view, kept), says: t('whatif.kept', 'Kept numbers of a “what if”') })
      .then(() => setValues(left))
      .catch((error: Error) => setAsking(error.message));
  const ask = (text: string, why: string) => {
    const says = t('whatif.asked', 'Added a question from a “what if”');
    edits
      .edit({ ...askOperations(view, text, why), says })
      .then(() => setAsking(t('whatif.asked.kept', 'It is among the questions now.')))
      .catch((error: Error) => setAsking(error.message));
  };
  return (
    <main className="whatif" id="room" tabIndex={-1} aria-busy={run.done < 1}>
      <div className="whatif-main">
        <p className="eyebrow">{t('whatif.eyebrow', 'From {day} on', { day: longDay(day) })}</p>
        <h1>
          {run.columns.length === 0 ? t('whatif.title', 'What if') : headline(run.columns, run.shown, about)}
        </h1>
        <div className="whatif-bar">
          <Choices list={run.list} chosen={chosen} onChoose={choose} />
          {may && (
            <OwnScenario
              here={here}
              list={run.list}
              copies={run.copies}
              onKept={(made) => choose([made, ...chosen.slice(0, 3)])}
              copyOf={chosen[0]}
            />
          )}
        </div>
        <Levers levers={levers} onMove={setLevers} />
        <Waiting run={run} />
        <div className="whatif-run">
          <div>
            <Charts
              run={run}
              about={about}
              months={MONTHS}
              month={month}
              values={values}
              onEdit={setValues}
              tip={tip}
            />
            {run.columns.length > 2 && <p className="eyebrow">{letteredName(run.columns, about)}</p>}
            {rest !== null && (
              <ul className="plain-list story whatif-says">
                {saysUnder(rest).map((one) => (
                  <li key={one.text}>{told(one)}</li>
                ))}
              </ul>
            )}
          </div>
          <div className="whatif-seen">
            <MonthLine month={month} months={MONTHS} onMonth={setMonth} />
            <Pictured about={pictured} view={view} month={monthOfPicture} />
          </div>
        </div>
        {run.rest !== null && (
          <Growth view={view} story={run.rest.shift} under={letteredName(run.columns, run.about)} />
        )}
        {run.rest !== null && (
          <Assumptions
            assumptions={run.rest.assumptions}
            notes={run.rest.notes}
            values={values}
            onEdit={setValues}
            tip={tip}
            onKeep={may && Object.keys(kept).length > 0 ? keep : null}
          />
        )}
        {run.done === 1 && run.columns.length > 0 && (
          <TakeAll run={run} about={about} asked={asked} here={here} />
        )}
      </div>
      <div>
        <Aside
          shown={run.shown}
          columns={run.columns}
          about={about}
          onAbout={(at) => setTurned(chosen[at - 1] ?? '')}
          rest={rest}
          months={MONTHS}
          far={far}
          tip={tip}
          onFar={setFar}
          onAsk={may ? ask : null}
        />
        <p role="status" className="whatif-asked small">
          {asking}
        </p>
      </div>
    </main>
  );
}

/** A value once the page has shown it elsewhere: what takes long to draw follows the hand, and never holds it up. */
function useAfterPaint(value: number): number {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setShown(value), 0);
    return () => clearTimeout(timer);
  }, [value]);
  return shown;
}

function Waiting({ run }: { readonly run: ReturnType<typeof useSimulation> }) {
  if (run.trouble !== null)
    return (
      <p role="alert">
        {t('whatif.trouble', 'This could not be run: {why} What was shown before stays.', {
          why: run.trouble,
        })}
      </p>
    );
  return (
    <div className="whatif-progress" aria-hidden={run.done === 1}>
      <progress
        max={1}
        value={run.done}
        aria-label={t('whatif.progress', 'Drawing the guesses a thousand times')}
      />
      {run.done < 1 && (
        <button className="button quiet" type="button" onClick={run.stop}>
          {t('whatif.stop', 'That is enough')}
        </button>
      )}
    </div>
  );
}

/** The picture as that month of the run would have it. */
const Pictured = memo(function Pictured({
  about,
  view,
  month,
}: {
  readonly about: Column | undefined;
  readonly view: ReturnType<typeof useCommunity>['view'];
  readonly month: number;
}) {
  const then = useMemo(() => {
    if (about === undefined) return null;
    const levels = Object.entries(about.series).flatMap(([key, series]) => {
      const level = series[month];
      return level === undefined ? [] : [[key, level] as const];
    });
    return viewInMonth(view, Object.fromEntries(levels));
  }, [about, view, month]);
  if (then === null) return null;
  return (
    <figure className="whatif-picture">
      <Meanwhile>
        <PictureView
          view={then}
          whole
          label={t(
            'whatif.picture',
            'The picture as this month of the run would have it. The charts above say the same in numbers.',
          )}
        />
      </Meanwhile>
      <figcaption className="small quiet">
        {t(
          'whatif.picture.caption',
          'People and pools as this month of the run has them; the streams are as described.',
        )}
      </figcaption>
    </figure>
  );
});

function TakeAll({
  run,
  about,
  asked,
  here,
}: {
  readonly run: Simulated & Asking;
  readonly about: number;
  readonly asked: Asked;
  readonly here: ReturnType<typeof useCommunity>;
}) {
  const { id } = here;
  const [name, on] = [words(here.view.name), isoDay(here.day)];
  const mayRelease = useMayWrite(id);
  const [sharing, setSharing] = useState(false);
  const title = t('whatif.take.title', '{name}: {headline}', {
    name,
    headline:
      run.columns.length > 2
        ? list(run.columns.slice(1).map((column, at) => columnName(column, at + 1)))
        : headline(run.columns, run.shown),
  });
  const source = t(
    'whatif.take.source',
    'Potluck · {name} as of {on}. What the described assumptions imply; not a forecast.',
    { name, on },
  );
  return (
    <Take
      files={[
        {
          name: `${id}-what-if.csv`,
          type: 'text/csv;charset=utf-8',
          label: t('whatif.take.csv', 'Numbers (CSV)'),
          text: () => csv(run.shown, run.columns),
        },
        {
          name: `${id}-what-if.svg`,
          type: 'image/svg+xml',
          label: t('whatif.take.svg', 'Charts (SVG)'),
          text: () =>
            chartsSvg(
              title,
              source,
              run.shown,
              run.columns.map((column, at) => ({ ...column, name: columnName(column, at) })),
              MONTHS,
              about,
            ),
        },
        {
          name: `${id}-what-if.md`,
          type: 'text/markdown;charset=utf-8',
          label: t('whatif.take.md', 'Words (Markdown)'),
          text: async () => {
            const told = run.columns.length === 1 ? [0] : run.columns.slice(1).map((_, at) => at + 1);
            const rests = await Promise.all(told.map(run.restOf));
            return markdown(title, run.shown, run.columns, rests, rests[0]?.assumptions ?? []);
          },
        },
      ]}
    >
      {mayRelease && (
        <button className="button" type="button" onClick={() => setSharing(true)}>
          {t('whatif.release', 'Share it as a page…')}
        </button>
      )}
      {sharing && (
        <Meanwhile>
          <ReleaseDialog here={here} run={releasable(asked)} onClose={() => setSharing(false)} />
        </Meanwhile>
      )}
    </Take>
  );
}

/** What the server is to run for those who may read it. What is moved by hand is no scenario there. */
function releasable({ scenarios, ...asked }: Asked): RunAsked {
  return { ...asked, scenarios: scenarios.filter((one) => typeof one === 'string') };
}
