/**
 * Runs communities forward beside the page, so that the page never waits. Work is cut into portions; between two of them
 * a newer wish is heard, and what it replaces is dropped. Where there are two processors, a second worker of the same
 * kind is its mate and draws with it. What is said is said in the language of the reader.
 */
import type { View } from '#core/audience/view';
import { OF_SIMULATION, SIMULATION_NAMES } from '#core/model/simulation-names';
import { parametersBehind } from '#core/simulate/behind';
import { compile } from '#core/simulate/compile/compile';
import { CORE_DEFAULTS } from '#core/simulate/core-parameters';
import { longRun, sensitivities, sentences, stability, tippings } from '#core/simulate/findings';
import { handleOfSimulation, nameOfSimulation } from '#core/simulate/handles-of-simulation';
import { presets } from '#core/simulate/presets';
import { assumptionsOf, scenarioEnds } from '#core/simulate/report';
import { shiftStory } from '#core/simulate/shift-story';
import { Simulation } from '#core/simulate/simulation';
import { tipOf } from '#core/simulate/tips';
import { type Speech, speakAs } from '#core/words/speech';
import { arrived } from '../../shared/arrived';
import type { Asked, Column, Copies, FromMate, FromWorker, Rest, ToWorker } from './asked';
import { DrawsTogether, drawBackwards } from './draws-together';

/** Between two tellings of how far it is, in milliseconds: working out the fans takes its share of the time. */
const TELL_EVERY = 200;

/** How long a hand may rest on a slider, in milliseconds, before more is worked out than what the charts show. */
const REST_AFTER = 150;

let view: View | null = null;
let copies: Copies | null = null;
let turn = 0;
let speech: Speech | undefined;
let mate: MessagePort | null = null;
/** Whoever asked has seen enough: no more is drawn, and what there is is told. */
let isStopped = false;
/** Puts in what the mate has drawn. */
let fromMate: (message: FromMate) => void = () => undefined;
/** What is drawn to its end, the baseline first; empty while something is being drawn. */
let drawn: readonly Simulation[] = [];
/** The former runs, by their place: a slider moves the levers of each and builds nothing anew. */
const former = new Map<number, { readonly of: string; readonly simulation: Simulation }>();

speakAs(() => speech);

/** Messages hold their words behind getters; what crosses to the page is plain. Numbers cross as they are. */
const plain = <T>(of: T): T => JSON.parse(JSON.stringify(of));
const post = (message: FromWorker) => self.postMessage(message);

const waiting: (() => void)[] = [];
const bell = new MessageChannel();
bell.port1.onmessage = () => waiting.shift()?.();
/** Lets what has come meanwhile be heard. A timer would wait some milliseconds each time. */
const breath = () =>
  new Promise<void>((done) => {
    waiting.push(done);
    bell.port2.postMessage(null);
  });

self.onmessage = ({ data }: MessageEvent<ToWorker>) => hear(data);

function hear(data: ToWorker): void {
  switch (data.is) {
    case 'mate':
      mate = data.port;
      mate.onmessage = ({ data: message }: MessageEvent<FromMate>) => fromMate(message);
      return;
    case 'help':
      data.port.onmessage = ({ data: message }: MessageEvent<ToWorker>) => hear(message);
      mate = data.port;
      return;
    case 'view':
      view = arrived(data.view);
      former.clear();
      speech = data.speech;
      mate?.postMessage({ is: 'view-of-mate', view: data.view } satisfies ToWorker);
      copies = copiesOf(view);
      post({ is: 'list', list: plain(scenarioEnds(view)), copies: plain(copies) });
      return;
    case 'view-of-mate':
      view = arrived(data.view);
      former.clear();
      return;
    case 'draw':
      turn = data.turn;
      void help(data.asked, data.which, data.turn);
      return;
    case 'enough':
      turn = 0;
      return;
    case 'stop':
      isStopped = true;
      return;
    case 'run':
      turn = data.turn;
      isStopped = false;
      drawn = [];
      run(data.asked, data.turn, data.about).catch(trouble(data.turn));
      return;
    case 'ask':
      answer(data).catch(trouble(data.turn));
  }
}

const trouble = (of: number) => (error: unknown) =>
  post({ is: 'trouble', turn: of, text: error instanceof Error ? error.message : String(error) });

/** Only what this community has: presets that it can try, settings that some equation knows. */
function copiesOf(of: View): Copies {
  const compiled = compile(of);
  const settings = SIMULATION_NAMES.map((name) => `${OF_SIMULATION}${name}`);
  return {
    changes: Object.fromEntries([
      ...presets(of, compiled).map(({ id, written }) => [id, written]),
      ...of.scenarios.map(({ id, changes }) => [id, changes]),
    ]),
    settings: Object.fromEntries(
      settings
        .filter((id) => handleOfSimulation(compiled, id) !== null)
        .map((id) => [id, nameOfSimulation(id)]),
    ),
  };
}

/** Draws for another worker; trouble is left to that one, which draws the same. */
async function help(asked: Asked, which: readonly number[], mine: number): Promise<void> {
  await breath();
  if (view === null || mine !== turn) return;
  const here = view;
  const simulations = which.map((at) => simulationOf(here, asked, at));
  await drawBackwards(
    simulations,
    (portion) =>
      mate?.postMessage(
        { turn: mine, portion } satisfies FromMate,
        portion.parts.map((one) => one.kept.buffer),
      ),
    async () => {
      await breath();
      return mine === turn;
    },
  ).catch(() => undefined);
}

/** What was run before, if it differs in nothing but the levers; the first place, 0, is for staying as one is. */
function formerOf({ scenarios, levers, ...options }: Asked, at: number) {
  const asked = { ...options, scenario: at > 0 ? (scenarios[at - 1] ?? null) : null };
  const key = JSON.stringify(asked);
  const before = former.get(at);
  return { asked, key, levers: at > 0 ? levers : {}, before: before?.of === key ? before.simulation : null };
}

/** Staying as one is has no levers: once it is drawn, it is drawn for every place of a slider. */
const isDrawn = (asked: Asked, at: number): boolean =>
  at === 0 && formerOf(asked, at).before?.done === asked.runs;

function simulationOf(of: View, all: Asked, at: number): Simulation {
  const { asked, key, levers, before } = formerOf(all, at);
  if (before !== null && isDrawn(all, at)) return before;
  const simulation = before?.moved(levers) ?? new Simulation(of, { ...asked, levers });
  former.set(at, { of: key, simulation });
  return simulation;
}

/** Worked out only when somebody wants to know; dropped where a newer run has begun. */
async function answer({
  turn: mine,
  number,
  about,
  parameter,
}: Extract<ToWorker, { is: 'ask' }>): Promise<void> {
  await breath();
  const of = drawn[about];
  if (view === null || of === undefined || mine !== turn) return;
  const found = parameter === null ? await restOf(view, of, mine) : tipOf(of, parameter);
  if (found !== null) post({ is: 'answer', turn: mine, number, answer: plain(found) });
}

async function run(asked: Asked, mine: number, about: number): Promise<void> {
  // A slider sends many wishes in a row: only the last one is worth beginning.
  await breath();
  if (view === null || mine !== turn) return;
  const here = view;
  const all = [0, ...asked.scenarios.map((_, at) => at + 1)];
  const which = all.filter((at) => !isDrawn(asked, at));
  // The mate begins while this one does.
  mate?.postMessage({ is: 'draw', turn: mine, asked, which } satisfies ToWorker);
  const simulations = all.map((at) => simulationOf(here, asked, at));
  const together = new DrawsTogether(which.map((at) => simulations[at] as Simulation));
  fromMate = (message) => message.turn === mine && together.take(message.portion);
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
  let last = performance.now();
  while (together.done < 1 && !isStopped) {
    together.draw();
    await breath();
    if (mine !== turn) return;
    if (together.done < 1 && performance.now() - last > TELL_EVERY) {
      tell(together.done);
      last = performance.now();
    }
  }
  fromMate = () => undefined;
  mate?.postMessage({ is: 'enough' } satisfies ToWorker);
  tell(1);
  drawn = simulations;
  await new Promise((done) => setTimeout(done, REST_AFTER));
  if (mine !== turn) return;
  const rest = await restOf(here, simulations[about] as Simulation, mine);
  if (rest !== null) post({ is: 'rest', turn: mine, about, rest: plain(rest) });
}

/** What was worked out of a simulation, for whoever comes back to it. */
const told = new WeakMap<Simulation, Rest>();

/** Piece by piece, so that a newer wish is heard in between; null where one came. */
async function restOf(of: View, about: Simulation, mine: number): Promise<Rest | null> {
  const before = told.get(about);
  if (before !== undefined) return before;
  const long = longRun(about);
  const pieces: { -readonly [key in keyof Rest]?: Rest[key] } = {
    longRun: long,
    assumptions: assumptionsOf(about),
    behind: parametersBehind(about.compiled),
    kept: Object.keys(CORE_DEFAULTS),
    notes: about.compiled.notes,
  };
  const changes = about.entry === null ? [] : (copies?.changes[about.entry.id] ?? []);
  const work = [
    () => (pieces.says = sentences(about, long, stability(about))),
    () => (pieces.tipping = tippings(about)),
    () => (pieces.sensitivity = sensitivities(about)),
    () => (pieces.shift = shiftStory(of, { changes, levers: about.levers })),
  ];
  for (const piece of work) {
    piece();
    await breath();
    if (mine !== turn) return null;
  }
  told.set(about, pieces as Rest);
  return pieces as Rest;
}

/** Of simulations that are run to their end: nothing of these changes. */
const finished = new WeakMap<Simulation, Column>();

function columnOf(simulation: Simulation): Column {
  const before = finished.get(simulation);
  if (before !== undefined) return before;
  const { scenario, series, fans, runs, survival, falls, changes, problems, unflowed } = simulation.result();
  const column: Column = {
    entry: scenario,
    series,
    fans: runs === 0 ? {} : fans,
    runs,
    survival,
    falls: falls === null ? null : { month: falls.month, why: falls.criterion.id },
    ...plain({ changes, problems, unflowed }),
  };
  if (simulation.done === simulation.of) finished.set(simulation, column);
  return column;
}
