/**
 * The figures, each beside a reference that is computed in the same run on the same machine, so that a busy or slow
 * machine shows in both. Medians; warm, unless a line says otherwise. Imports the built library, as its users do.
 */
import { parseDocument } from 'yaml';
import { analyse, ask, disclose, parse, resolve, story } from '../dist/core.js';
import { madeUp } from './made-up.js';

/** Median milliseconds of a task, warm: repeated for half a second at least, and five times at least. */
function median(task) {
  task();
  const times = [];
  const began = performance.now();
  while (times.length < 5 || (performance.now() - began < 500 && times.length < 200)) {
    const start = performance.now();
    task();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function community(text) {
  const { community: found, problems } = resolve(parse(text));
  if (found === null)
    throw new Error(`the made-up community has mistakes: ${problems[0].line}: ${problems[0].message.text}`);
  return found;
}

const viewOf = (text) => disclose(community(text), { audience: 'stewards', day: '2026-03-01' });

/** The textbook way to what a network costs: invert a full matrix by Gauss and Jordan. */
function invertFull(size) {
  const matrix = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: 2 * size }, (_, j) =>
      j === i || j === size + i ? 1 : j < size && (i * 7 + j * 13) % size < 3 ? -0.2 : 0,
    ),
  );
  for (let k = 0; k < size; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < size; i += 1) if (Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k])) pivot = i;
    [matrix[k], matrix[pivot]] = [matrix[pivot], matrix[k]];
    const by = matrix[k][k];
    for (let j = 0; j < 2 * size; j += 1) matrix[k][j] /= by;
    for (let i = 0; i < size; i += 1) {
      const times = matrix[i][k];
      if (i === k || times === 0) continue;
      for (let j = 0; j < 2 * size; j += 1) matrix[i][j] -= times * matrix[k][j];
    }
  }
  return matrix;
}

const rows = [];
function figure(what, ms, reference, referenceMs, goal = null) {
  rows.push({ what, ms, reference, referenceMs, goal });
}

const big = madeUp({ parties: 300, activities: 100, flows: 2000 });
figure(
  'parse and resolve, 2,000 flows',
  median(() => resolve(parse(big))),
  'the YAML library alone',
  median(() => parseDocument(big)),
);

const usual = viewOf(madeUp({ parties: 60, activities: 20, flows: 200 }));
const copied = JSON.stringify(usual.toJSON());
const copying = median(() => JSON.stringify(JSON.parse(copied)));
const everything = (draws) => () => {
  const findings = analyse(usual, [], { draws });
  return [ask(usual, findings), story(usual, findings)];
};
const size = '60 parties, 20 activities, 200 flows';
figure(
  `all analyses, questions, story: ${size}`,
  median(everything(0)),
  'reading and writing it as JSON',
  copying,
  16,
);
figure(
  '  the same with 1,000 draws',
  median(everything(1000)),
  '  without draws',
  median(everything(0)),
  150,
);

let before = null;
for (const nodes of [50, 200, 500]) {
  const view = viewOf(madeUp({ parties: nodes, activities: nodes - 2, flows: nodes * 5 }));
  const ms = median(() => analyse(view, ['who-bears'], { draws: 0 }));
  const grown =
    before === null
      ? ''
      : `, cost × ${(ms / before.ms).toFixed(1)} for nodes × ${(nodes / before.nodes).toFixed(1)}`;
  figure(
    `who-bears at ${nodes} nodes${grown}`,
    ms,
    `inverting a full ${nodes} × ${nodes} matrix`,
    median(() => invertFull(nodes)),
  );
  before = { nodes, ms };
}

const number = (ms) => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0)).padStart(8);
console.log(`${'ms'.padStart(8)}  ${'what'.padEnd(74)}${'ms'.padStart(8)}  reference, same run`);
for (const { what, ms, reference, referenceMs, goal } of rows) {
  const met = goal === null ? '' : `   (goal ${goal} ms: ${ms <= goal ? 'met' : 'not met'})`;
  console.log(`${number(ms)}  ${what.padEnd(74)}${number(referenceMs)}  ${reference}${met}`);
}
console.log(`\nNode ${process.versions.node}, ${process.arch}. Made-up communities; medians, warm.`);
