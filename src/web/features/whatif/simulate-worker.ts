/**
 * Runs communities forward beside the page, so that the page never waits. Work is cut into portions; between two of them
 * a newer wish is heard, and what it replaces is dropped.
 */
import type { View } from '#core/audience/view';
import { longRun, sensitivities, sentences, stability, tippings } from '#core/simulate/findings';
import { assumptionsOf, scenarioEnds } from '#core/simulate/report';
import { shiftStory } from '#core/simulate/shift-story';
import { Simulation } from '#core/simulate/simulation';
import { arrived } from '../../shared/arrived';
import type { Asked, Column, FromWorker, ToWorker } from './asked';

/** Runs between two looks at the post. */
const PORTION = 50;
/** Between two tellings of how far it is, in milliseconds. */
const TELL_EVERY = 120;

let view: View | null = null;
let turn = 0;

/** Messages hold their words behind getters; what crosses to the page is plain. */
const post = (message: FromWorker) => self.postMessage(JSON.parse(JSON.stringify(message)));
const breath = () => new Promise<void>((done) => setTimeout(done, 0));

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.is === 'view') {
    view = arrived(data.view);
    post({ is: 'list', list: scenarioEnds(view) });
    return;
  }
  turn = data.turn;
  run(data.asked, data.turn).catch((error: unknown) =>
    post({ is: 'trouble', turn: data.turn, text: error instanceof Error ? error.message : String(error) }),
  );
};

async function run(asked: Asked, mine: number): Promise<void> {
  // A slider sends many wishes in a row: only the last one is worth beginning.
  await breath();
  if (view === null || mine !== turn) return;
  const { scenarios, ...options } = asked;
  const here = view;
  const simulations = [null, ...scenarios].map(
    (scenario, at) => new Simulation(here, { ...options, ...(at === 0 ? { levers: {} } : {}), scenario }),
  );
  const tell = (done: number) =>
    post({
      is: 'columns',
      turn: mine,
      shown: (simulations.at(-1) as Simulation).compiled.told.map(({ key, name, unit }) => ({
        key,
        name,
        unit,
      })),
      columns: simulations.map(columnOf),
      done,
    });
  tell(0);
  let told = performance.now();
  for (let done = 0; done < asked.runs; done += PORTION) {
    for (const one of simulations) one.more(PORTION);
    await breath();
    if (mine !== turn) return;
    if (performance.now() - told > TELL_EVERY) {
      tell(done / asked.runs);
      told = performance.now();
    }
  }
  tell(1);
  await breath();
  if (mine !== turn) return;
  const about = simulations[1] ?? (simulations[0] as Simulation);
  const long = longRun(about);
  const rest = {
    says: sentences(about, long, stability(about)),
    tipping: tippings(about),
    sensitivity: sensitivities(about),
    assumptions: assumptionsOf(about),
    notes: about.compiled.notes,
    longRun: long,
    shift: shiftStory(here, { scenario: about.entry?.origin === 'file' ? about.entry.id : null }),
  };
  post({ is: 'rest', turn: mine, rest });
}

function columnOf(simulation: Simulation): Column {
  const { scenario, series, fans, runs, survival, falls, changes, problems, unflowed } = simulation.result();
  return {
    entry: scenario,
    series,
    fans: runs === 0 ? {} : fans,
    runs,
    survival,
    falls: falls === null ? null : { month: falls.month, why: falls.criterion.id },
    changes,
    problems,
    unflowed,
  };
}
