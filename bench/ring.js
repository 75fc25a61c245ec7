/**
 * The engine of the simulation on a ring of stocks, each passing `rate × stock × min(1, stock / (next + 1))` to the next
 * (Euler, dt 0.125), beside the interpreter, a loop in JavaScript and, where there is a compiler, a program in C.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { insideFile } from './open.js';
import { peerOfRing } from './ring-peer.js';
import { figure, median, remark, section, short, timed } from './table.js';

function ring(n) {
  const described = { unit: '1', explain: '', source: '', facts: [] };
  const ids = Array.from({ length: n }, (_, i) => i);
  return {
    id: 'ring',
    dt: 0.125,
    method: 'euler',
    parameters: [{ id: 'rate', value: 0.1, low: 0, high: 1, ...described }],
    auxiliaries: [],
    stocks: ids.map((i) => ({ id: `S${i}`, start: String(100 + i), least: null, most: null, ...described })),
    flows: ids.map((i) => ({
      id: `F${i}`,
      from: `S${i}`,
      to: `S${(i + 1) % n}`,
      formula: `rate * S${i} * min(1, S${i} / (S${(i + 1) % n} + 1))`,
      ...described,
    })),
  };
}

/** The same as a plain loop over typed arrays. */
function loop(n, steps) {
  const s = Float64Array.from({ length: n }, (_, i) => 100 + i);
  const f = new Float64Array(n);
  for (let step = 0; step < steps; step += 1) {
    for (let i = 0; i < n; i += 1) {
      const ratio = s[i] / (s[i + 1 < n ? i + 1 : 0] + 1);
      f[i] = 0.1 * s[i] * (ratio > 1 ? 1 : ratio);
    }
    for (let i = 0; i < n; i += 1) s[i] += 0.125 * ((i > 0 ? f[i - 1] : f[n - 1]) - f[i]);
  }
  return s[0];
}

/** Builds the program in C in a temporary folder; null where there is no compiler. */
function programInC() {
  const folder = mkdtempSync(join(tmpdir(), 'potluck-bench-'));
  const program = join(folder, 'ring');
  const built = spawnSync('gcc', ['-O2', '-o', program, join(import.meta.dirname, 'ring.c')]);
  const close = () => rmSync(folder, { recursive: true, force: true });
  if (built.status !== 0) {
    close();
    return null;
  }
  const run = (n, steps) => {
    const [ms, first] = spawnSync(program, [String(n), String(steps)], { encoding: 'utf8' }).stdout.split(
      ' ',
    );
    return { ms: Number(ms), first: Number(first) };
  };
  return { run, close };
}

/** Fresh processes that the first run is taken from. */
const FRESH = 15;

/**
 * The first run of all, building included: what somebody meets who moves a slider. Each in a process of its own, in which
 * nothing is warm; all of them, the shortest first.
 */
function firstRuns() {
  const times = [];
  for (let at = 0; at < FRESH; at += 1) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, 'first'], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`no first run: ${stderr}`);
    times.push(Number(stdout));
  }
  return times.sort((a, b) => a - b);
}

async function firstRun() {
  const { Engine } = await import(pathToFileURL(insideFile).href);
  const system = ring(50);
  return timed(() => new Engine(system).run({ months: 1250 }));
}

/** A thousand runs of 20 stocks and 1,000 steps, each with a rate of its own. */
function manyRuns({ Engine, Many }, c) {
  const system = ring(20);
  const rateOf = (run) => 0.09 + run / 50_000;
  const last = {};
  const ms = median(
    () => {
      const many = new Many(system, { months: 125 }, ['rate']);
      for (let run = 0; run < 1000; run += many.abreast) {
        const drawn = Array.from({ length: many.abreast }, (_, at) => ({ rate: rateOf(run + at) }));
        last.level = many.run(drawn).at(-1).levels.at(-1)[0];
      }
    },
    { least: 3 },
  );
  const alone = new Engine(system).run({ months: 125, parameters: { rate: rateOf(999) } }).levels.at(-1)[0];
  if (!Object.is(alone, last.level)) throw new Error(`alone ${alone}, among many ${last.level}`);
  const there = c === null ? null : c.run(20, 1000).ms * 1000;
  const note =
    there === null
      ? ''
      : `${short(ms / there)} times C's time (goal 3: ${ms <= 3 * there ? 'met' : 'NOT met'})`;
  figure('engine, 1,000 runs of 20 stocks and 1,000 steps', ms, 'C, gcc -O2', there, { note });
}

const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.abs(b);

export async function ringFigures({ Engine, Many, interpret }) {
  section('Simulation: a ring of stocks, 500,000 stock-steps');
  const c = programInC();
  let pace = null;
  for (const n of [50, 200, 500, 1000]) {
    const steps = 8 * Math.ceil(62_500 / n);
    const input = { months: steps / 8 };
    const system = ring(n);
    const building = timed(() => new Engine(system));
    const engine = new Engine(system);
    const end = engine.run(input).levels.at(-1)[0];
    const plain = loop(n, steps);
    if (!near(end, plain)) throw new Error(`ring of ${n}: ${end} here, ${plain} in the loop`);
    const ms = median(() => engine.run(input));
    const there = c?.run(n, steps);
    if (there !== undefined && !near(end, there.first))
      throw new Error(`ring of ${n}: C says ${there.first}`);
    const each = (ms / (n * steps)) * 1e6;
    pace ??= each;
    const note = `${short(each)} ns a stock-step, × ${short(each / pace)} of 50 stocks; built in ${short(building)} ms`;
    if (there === undefined) figure(`engine, ${n} stocks`, ms, '', null, { note });
    else
      figure(`engine, ${n} stocks`, ms, 'C, gcc -O2', there.ms, {
        note: `${short(ms / there.ms)} times C's time (goal ${n < 500 ? 2 : 4}: ${ms <= there.ms * (n < 500 ? 2 : 4) ? 'met' : 'NOT met'}); ${note}`,
      });
    if (n !== 50) continue;
    figure(
      '  the same',
      ms,
      'a plain loop in JavaScript',
      median(() => loop(n, steps)),
    );
    const slow = interpret(system, input).levels.at(-1)[0];
    if (!Object.is(slow, end)) throw new Error(`the interpreter says ${slow}, the engine ${end}`);
    figure(
      '  the same',
      ms,
      'the interpreter, same bits',
      timed(() => interpret(system, input)),
    );
  }
  manyRuns({ Engine, Many }, c);
  await peerOfRing((n, steps) => {
    const engine = new Engine(ring(n));
    const first = engine.run({ months: steps / 8 }).levels.at(-1)[0];
    return { first, ms: median(() => engine.run({ months: steps / 8 })) };
  });
  const first = firstRuns();
  figure('engine, 50 stocks, very first run with building', first[Math.floor(FRESH / 2)], '', null, {
    goal: 10,
    note: `median of ${FRESH} fresh processes, ${short(first[0])} to ${short(first.at(-1))} ms, three in four within ${short(first[Math.floor((3 * FRESH) / 4)])}`,
  });
  if (c === null) remark('no gcc here: see bench/peers.md');
  c?.close();
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'first') console.log(await firstRun());
