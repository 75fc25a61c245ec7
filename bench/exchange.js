/**
 * Communities as XMILE, read and run by PySD and by SDEverywhere, where somebody has installed them: both must come to
 * our levels within 1e-9. What they are given has one more auxiliary for each stock, which says how far they are from us,
 * since not every program prints all digits. Where one is not here, that is said, and why.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figure, remark, section, timed } from './table.js';

const WITHIN = 1e-9;
const CASES = [
  { name: 'allotment-school', scenario: 'open-move', months: 60 },
  { name: 'km4dev', scenario: 'doubling-joins', months: 24 },
];

/** What another program is given, with how many auxiliaries say how far it is from us at the end. */
function written({ Simulation, asWritten, disclose, interpret, parse, resolve, toXmile }, asked) {
  const file = join(import.meta.dirname, '..', 'cases', asked.name, 'community.yaml');
  const { community } = resolve(parse(readFileSync(file, 'utf8')));
  const view = disclose(community, { audience: 'stewards', day: '2026-03-01' });
  const { compiled, input } = new Simulation(view, { scenario: asked.scenario, runs: 0 });
  const { months } = asked;
  const changes = input.changes ?? [];
  const ours = interpret(asWritten(compiled.system), { months, changes }).levels[months];
  const text = toXmile(compiled.system, { name: asked.name, months, changes });
  const names = [...text.matchAll(/<stock name="([^"]+)">/g)].map(([, name]) => name);
  const apart = names.map((name, at) => {
    const level = ours[at];
    return `<aux name="apart_${at}"><eqn>(${name} - (${level})) / ${Math.max(1, Math.abs(level))}</eqn></aux>`;
  });
  return { text: text.replace('</variables>', `${apart.join('\n')}\n</variables>`), count: apart.length };
}

/** How far PySD is from us, by stock; a reason where it cannot be asked. */
function byPySd(file, { count, months }) {
  const script = join(import.meta.dirname, 'exchange.py');
  const { error, status, stdout, stderr } = spawnSync('python3', [script, file, count, months], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (error !== undefined) return { reason: `no python3 (${error.code})` };
  return status === 0 ? JSON.parse(stdout) : { reason: lastLine(stderr) };
}

/** The same by SDEverywhere: a table with tabs between, a line a step, into `output` beside the file. */
function bySdEverywhere(file, { count, folder }) {
  const { error, status, stdout, stderr } = spawnSync('sde', ['run', file], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (error !== undefined) return { reason: `no sde (${error.code})` };
  const made = join(folder, 'output', 'community.txt');
  if (status !== 0 || !existsSync(made)) return { reason: lastLine(`${stdout}\n${stderr}`) };
  const rows = readFileSync(made, 'utf8').trimEnd().split('\n');
  const cells = (row) => row.replace(/\r$/, '').split('\t');
  const places = new Map(cells(rows[0]).map((name, at) => [name.toLowerCase().replace(/\W+/g, '_'), at]));
  const last = cells(rows.at(-1));
  return { apart: Array.from({ length: count }, (_, at) => Number(last[places.get(`apart_${at}`)])) };
}

const lastLine = (text) => text.trim().split('\n').at(-1) || 'it said nothing';

const PROGRAMS = [
  { program: 'PySD', run: byPySd },
  { program: 'SDEverywhere', run: bySdEverywhere },
];

/** Ends the run where a program comes to other levels than we do. */
export function exchangeFigures(inside) {
  section('Simulation: as XMILE, by other programs');
  for (const { program, run } of PROGRAMS)
    for (const asked of CASES) {
      const folder = mkdtempSync(join(tmpdir(), 'potluck-xmile-'));
      try {
        const { text, count } = written(inside, asked);
        const file = join(folder, 'community.xmile');
        writeFileSync(file, text);
        let answer = { reason: 'not asked' };
        const ms = timed(() => {
          answer = run(file, { folder, count, months: asked.months });
        });
        if (answer.apart === undefined) {
          remark(`${program} could not be asked: ${answer.reason}; see bench/peers.md`);
          break;
        }
        const most = Math.max(...answer.apart.map(Math.abs));
        const told = `${asked.name}, ${asked.scenario}, ${asked.months} months`;
        if (!(most <= WITHIN)) throw new Error(`${told}: ${program} is ${most} from our levels`);
        figure(`${program}: ${told}`, ms, '', null, {
          note: `${count} stocks, at most ${most === 0 ? 'nothing' : most.toExponential(1)} apart (goal ${WITHIN}: met), translating included`,
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
}
