/** `potluck simulate`: what described assumptions imply, for a community under a scenario, or for the small core alone. */
import { answer, json, tellable } from '#cli/answer';
import { type Call, CallError, type Command, type ExitCode, type World } from '#cli/command';
import { coreText } from '#cli/core-run';
import { checkCommon } from '#cli/load';
import { simulationText } from '#cli/simulation';
import { callError, meant, WRONG, WRONG_FILE, WRONG_USE } from '#cli/wrong';
import { nearest } from '#core/file/nearest';
import { type CoreParameters, readCoreParameters } from '#core/simulate/core-parameters';
import { coreReport } from '#core/simulate/core-report';
import { MOST_COMPARED, type SimulateReport, simulateReport } from '#core/simulate/report';
import { UnknownScenario } from '#core/simulate/simulation';
import { MOST_TIPS, UnknownParameter } from '#core/simulate/tips';
import { UNDRAWN } from '#core/simulate/wilson';
import { seriesCsv } from '#core/simulate/xmile';
import type { Template } from '#core/words/message';

export const simulate: Command = {
  name: 'simulate',
  takes: 'FILE | --core [PARAMETERS.json]',
  answers: 'what the described assumptions imply',
  about:
    'Runs a community month by month as it is described, under a scenario of its file or one that any community can try, and draws its guesses many times. ' +
    'What is missing stands as a guess in a wide range, and is said to be one. With --core: the small core alone, by which anyone can check the engine. ' +
    'What the assumptions imply, not a forecast.',
  options: [
    {
      name: 'scenario',
      value: 'ID',
      says: 'a scenario; several with commas stand beside each other, at most four',
    },
    { name: 'core', value: null, says: 'the small core alone, with its defaults or those of a JSON file' },
    { name: 'months', value: 'N', says: 'how far it runs; 60 unless said' },
    { name: 'runs', value: 'N', says: 'how often the guesses are drawn; 1000 unless said' },
    { name: 'seed', value: 'N', says: 'the same seed gives the same numbers; 1 unless said' },
    {
      name: 'tip',
      value: 'PARAMETER',
      says: 'how far this number can go before the answer turns: any assumption, or the amount of a thing, by its id; several with commas, at most ten',
    },
    { name: 'csv', value: null, says: 'the run by month as a table: a row a month, a column a stock' },
  ],
  examples: [
    'potluck simulate cases/allotment-school/community.yaml --scenario town-leaves',
    'potluck simulate my.yaml --scenario open-move --months 120 --json',
    'potluck simulate my.yaml --scenario open-move --tip mj,alpha',
    'potluck simulate --core --months 120 --runs 200 --json',
    'potluck simulate my.yaml --csv > run.csv',
  ],
  run: async (call, world) => (call.options.has('core') ? runCore(call, world) : runFile(call, world)),
};

const optionsOf = (call: Call) => ({
  months: whole(call, 'months', 60, 1200),
  runs: whole(call, 'runs', 1000, 1_000_000),
  seed: whole(call, 'seed', 1, 2_147_483_647),
});

/** Ids between commas. */
function idsOf(call: Call, name: string, most: number, tooMany: Template): readonly string[] {
  const ids = (call.options.get(name) ?? '').split(',').filter((id) => id !== '');
  if (ids.length > most) throw callError(tooMany({ most: String(most), count: String(ids.length) }));
  return ids;
}

const tipsOf = (call: Call) => idsOf(call, 'tip', MOST_TIPS, WRONG_USE.mostParameters);

function runFile(call: Call, world: World): Promise<ExitCode> {
  const options = optionsOf(call);
  const ids = idsOf(call, 'scenario', MOST_COMPARED, WRONG_USE.mostScenarios);
  const beside = ids.length > 1 ? ids : [];
  const asked = { ...options, scenario: ids[0] ?? null, beside, tip: tipsOf(call) };
  return answer(call, world, {
    json: (view, { loaded }) =>
      known(() => simulateReport(view, { ...asked, problems: tellable(loaded, view) })),
    text: (view) =>
      known(() => {
        if (call.options.has('csv')) return tableOf(simulateReport(view, { ...asked, runs: 0 }));
        return simulationText(simulateReport(view, asked), world.columns);
      }),
    empty: {
      scenario: null,
      ...options,
      unit: {},
      names: {},
      at: {},
      fans: {},
      survival: UNDRAWN,
      tipping: [],
      tips: [],
      sensitivity: [],
      assumptions: [],
      says: [],
      changes: [],
      falls: null,
      longRun: null,
      stability: null,
      unflowed: [],
      notes: [],
      scenarios: [],
      compared: [],
      diverged: null,
    },
  });
}

/** What stood in each stock at the end of each month, undrawn. */
function tableOf({ at, unit }: Pick<SimulateReport, 'at' | 'unit'>): string {
  const months = Object.keys(at).sort((a, b) => Number(a) - Number(b));
  const series = Object.keys(unit).map((stock) => [
    stock,
    months.map((month) => at[month]?.[stock] ?? Number.NaN),
  ]);
  return seriesCsv(Object.fromEntries(series), unit);
}

/** A scenario, or a parameter, that nobody knows is a mistake of the call. */
function known<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnknownParameter) {
      throw callError(
        WRONG_USE.noParameter({ id: error.id }),
        meant(nearest(error.id, error.known)),
        WRONG_USE.parametersListed(),
      );
    }
    if (!(error instanceof UnknownScenario)) throw error;
    throw callError(
      WRONG_USE.noScenario({ id: error.id }),
      meant(nearest(error.id, error.known)),
      WRONG.are({ known: error.known.join(', ') }),
    );
  }
}

async function runCore(call: Call, world: World): Promise<ExitCode> {
  checkCommon(call);
  if (call.options.has('scenario')) throw callError(WRONG_USE.coreScenario());
  const options = optionsOf(call);
  const tip = tipsOf(call);
  const given = await parameters(call, world);
  if (call.options.has('csv') && !call.options.has('json')) {
    const run = known(() => coreReport(given, { ...options, runs: 0, tip }));
    world.out(tableOf(run));
    return run.diverged === null ? 0 : 1;
  }
  const report = known(() => coreReport(given, { ...options, tip }));
  const { diverged, ...told } = report;
  world.out(
    call.options.has('json')
      ? json(diverged === null ? told : { ...told, diverged })
      : coreText(report, options, world.columns),
  );
  return diverged === null ? 0 : 1;
}

function whole(call: Call, name: string, otherwise: number, most: number): number {
  const given = call.options.get(name);
  if (given === undefined) return otherwise;
  if (!/^\d+$/.test(given) || Number(given) > most)
    throw callError(WRONG.numberTo({ name, most: String(most), given }));
  return Number(given);
}

async function parameters(call: Call, world: World): Promise<CoreParameters> {
  const [path, ...rest] = call.words;
  if (rest.length > 0) throw callError(WRONG_USE.oneParameters({ rest: rest.join(' ') }));
  const read = readCoreParameters(path === undefined ? {} : await readJson(path, world));
  if ('parameters' in read) return read.parameters;
  const lines = read.mistakes.map(
    ({ at, expected }) =>
      WRONG_USE.expected({ at: at === '' ? WRONG_USE.theFile().text : at, what: expected }).text,
  );
  throw new CallError([WRONG_USE.badParameters().text, ...lines].join('\n  '));
}

async function readJson(path: string, world: World): Promise<unknown> {
  const content = await world.read(path).catch((error: NodeJS.ErrnoException) => {
    throw callError(
      error.code === 'ENOENT'
        ? WRONG_FILE.absent({ path })
        : WRONG_FILE.unreadable({ path, why: error.code ?? WRONG_FILE.unknown().text }),
    );
  });
  try {
    return JSON.parse(content);
  } catch (error) {
    throw callError(
      WRONG_FILE.notJson({ path, why: error instanceof Error ? error.message : String(error) }),
    );
  }
}
