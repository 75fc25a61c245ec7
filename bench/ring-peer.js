/**
 * The same ring of stocks by the `simulation` package (the engine of Insight Maker, AGPL, never among our dependencies),
 * where somebody put it: `SIMULATION_PACKAGE` names the folder of its own in which it was installed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { figure, remark, short, timed } from './table.js';

/** Fewer steps than ours takes: it is slow, and time for a step is what is compared. */
const STOCKS = 50;
const STEPS = 400;
const DT = 0.125;

function ringOf({ Model }) {
  const model = new Model({ timeStart: 0, timeLength: STEPS * DT, timeStep: DT, algorithm: 'Euler' });
  const rate = model.Variable({ name: 'rate', value: 0.1 });
  const stocks = Array.from({ length: STOCKS }, (_, i) => model.Stock({ name: `S${i}`, initial: 100 + i }));
  stocks.forEach((stock, i) => {
    const next = stocks[(i + 1) % STOCKS];
    const flow = model.Flow(stock, next, {
      name: `F${i}`,
      rate: `[rate] * [S${i}] * min(1, [S${i}] / ([S${(i + 1) % STOCKS}] + 1))`,
    });
    model.Link(rate, flow);
    model.Link(stock, flow);
    model.Link(next, flow);
  });
  return { model, first: stocks[0] };
}

/** `ours`: milliseconds of our engine for so many steps of the same ring, and where its first stock ends. */
export async function peerOfRing(ours) {
  const folder = process.env.SIMULATION_PACKAGE;
  const main =
    folder === undefined ? '' : join(folder, 'node_modules', 'simulation', 'src', 'api', 'Model.js');
  if (!existsSync(main)) {
    remark('the simulation package is not here: see bench/peers.md');
    return;
  }
  const { model, first } = ringOf(await import(pathToFileURL(main).href));
  let result = null;
  const theirs = timed(() => {
    result = model.simulate();
  });
  const end = result.series(first).at(-1);
  const mine = ours(STOCKS, STEPS);
  if (Math.abs(end - mine.first) > 1e-9 * Math.abs(mine.first))
    throw new Error(`ring of ${STOCKS}: ${mine.first} here, ${end} by the simulation package`);
  const times = theirs / mine.ms;
  figure(`engine, ${STOCKS} stocks, ${STEPS} steps`, mine.ms, 'simulation', theirs, {
    note: `${short(times)} times as fast (goal 500: ${times >= 500 ? 'met' : 'NOT met'})`,
  });
}
