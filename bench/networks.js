/**
 * Cycling and order of a hundred made-up networks of 4 to 125 nodes, beside an obvious twin that inverts the full matrix
 * and walks all cells. Both must agree to 1e-9, or the run fails.
 */
import { analyse } from '../dist/core.js';
import { chance } from './made-up.js';
import { figure, median, remark, section } from './table.js';

const COUNT = 104;

/** Square matrix of flows, imports and exports; some of it comes round again, and it need not balance. */
function made(size, seed) {
  const pick = chance(seed);
  const flows = Array.from({ length: size }, () => new Float64Array(size));
  const into = new Float64Array(size);
  const out = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < 4; k += 1) {
      const j = pick(size);
      if (j !== i) flows[i][j] = 1 + pick(40);
    }
    if (i === 0 || pick(3) === 0) into[i] = 20 + pick(400);
    out[i] = 30 + pick(200);
  }
  for (let i = 0; i < size - 1; i += 1) if (flows[i][i + 1] === 0) flows[i][i + 1] = 3;
  return { size, flows, into, out };
}

function fileOf({ size, flows, into, out }) {
  const lines = ['potluck: 1', 'id: made', 'name: Made up', 'see: public'];
  lines.push('kinds:', '  grain: {unit: kg, law: conserved}', 'parties:');
  lines.push('  from: {name: Outside, type: organisation}', '  to: {name: Outside, type: organisation}');
  const name = (i) => `n${String(i).padStart(3, '0')}`;
  for (let i = 0; i < size; i += 1) lines.push(`  ${name(i)}: {name: N, type: circle, inside: true}`);
  lines.push('flows:');
  let id = 0;
  const flow = (from, to, amount) => {
    if (amount > 0) lines.push(`  f${id++}: {from: ${from}, to: ${to}, amount: ${amount} kg/month}`);
  };
  for (let i = 0; i < size; i += 1) {
    flow('from', name(i), into[i]);
    flow(name(i), 'to', out[i]);
    for (let j = 0; j < size; j += 1) flow(name(i), name(j), flows[i][j]);
  }
  return `${lines.join('\n')}\n`;
}

/** The textbook way: T, G = f / T, the whole inverse of I − G, and sums over all cells of the matrix with its boundary. */
function obvious({ size, flows, into, out }, invert) {
  const through = into.slice();
  for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) through[j] += flows[i][j];
  const inverse = invert(size, (i, j) => (i === j ? 1 : 0) - (through[i] > 0 ? flows[i][j] / through[i] : 0));
  let cycled = 0;
  const tst = through.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < size; i += 1) cycled += (through[i] * (inverse[i][i] - 1)) / inverse[i][i];
  const all = Array.from({ length: size + 1 }, (_, i) =>
    Array.from({ length: size + 1 }, (_, j) =>
      i < size && j < size ? flows[i][j] : i === size && j < size ? into[j] : i < size ? out[i] : 0,
    ),
  );
  const rows = all.map((row) => row.reduce((sum, one) => sum + one, 0));
  const columns = all.map((_, j) => all.reduce((sum, row) => sum + row[j], 0));
  const total = rows.reduce((sum, one) => sum + one, 0);
  let ami = 0;
  for (const [i, row] of all.entries())
    for (const [j, f] of row.entries())
      if (f > 0) ami += (f / total) * Math.log((f * total) / (rows[i] * columns[j]));
  return { tst, fci: cycled / tst, apl: tst / into.reduce((sum, one) => sum + one, 0), ami };
}

export function networkFigures(viewOf, invert) {
  section('Network measures: cycling and order');
  const networks = Array.from({ length: COUNT }, (_, i) =>
    made(4 + Math.round((121 * i) / (COUNT - 1)), i + 1),
  );
  const makers = networks.map((network) => viewOf(fileOf(network)));
  const views = () => makers.map((make) => make());
  const ours = (given) => given.map((view) => analyse(view, ['cycling', 'order'], { draws: 0 }));
  let apart = 0;
  for (const [index, findings] of ours(views()).entries()) {
    const values = Object.assign({}, ...findings.map((one) => one.values));
    for (const [name, value] of Object.entries(obvious(networks[index], invert)))
      apart = Math.max(apart, Math.abs(values[name] - value) / Math.max(1, Math.abs(value)));
  }
  if (!(apart <= 1e-9)) throw new Error(`the network measures are ${apart} apart from the twin`);
  figure(
    `${COUNT} networks of 4 to 125 nodes, from views`,
    median(ours, { prepare: views }),
    'obvious twin, from ready matrices',
    median(() => networks.map((network) => obvious(network, invert))),
  );
  remark(`at most ${apart.toExponential(1)} apart, relative`);
}
