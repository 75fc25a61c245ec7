/** What a page waits for when a slider moves: a thousand drawn runs of a described community over five years. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figure, median, remark, section, timed } from './table.js';

export function communityFigures({ disclose, parse, resolve, Simulation, interpret }) {
  section('Simulation: KM4Dev in October 2009, 60 months');
  const path = join(import.meta.dirname, '..', 'cases', 'km4dev', 'community.yaml');
  const { community } = resolve(parse(readFileSync(path, 'utf8')));
  const view = disclose(community, { audience: 'public', day: '2009-10-08' });
  const options = { scenario: 'open-move', months: 60 };
  const one = new Simulation(view, { ...options, runs: 0 });
  const plain = timed(() => interpret(one.compiled.system, one.input));
  figure(
    'from the description to its first curve',
    median(() => new Simulation(view, { ...options, runs: 0 })),
    'the interpreter, one run alone',
    plain,
  );
  const all = median(
    () => {
      const simulation = new Simulation(view, { ...options, runs: 1000 });
      simulation.more(1000);
      simulation.result();
    },
    { least: 3 },
  );
  figure('1,000 drawn runs with their fans', all, 'the interpreter, 1,000 runs (from one)', plain * 1000, {
    goal: 300,
  });
  const { stocks, auxiliaries, flows } = one.compiled.system;
  remark(
    `${stocks.length} stocks, ${auxiliaries.length + flows.length} equations, 120 steps of Runge and Kutta's method each`,
  );
}
