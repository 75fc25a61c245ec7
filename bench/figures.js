/**
 * The figures, each beside a reference that is computed in the same run on the same machine, so that a busy or slow
 * machine shows in both. Medians; warm, unless a line says otherwise. `bench/peers.md` says how to read them.
 */
import { parseDocument } from 'yaml';
import { analyse, ask, auditDisclosure, disclose, parse, resolve, story } from '../dist/core.js';
import { communityFigures } from './community.js';
import { disclosureFigures } from './disclose.js';
import { exchangeFigures } from './exchange.js';
import { loopFigures } from './loops.js';
import { madeUp, sparse } from './made-up.js';
import { networkFigures } from './networks.js';
import { openInside } from './open.js';
import { panFigures } from './picture-pan.js';
import { ringFigures } from './ring.js';
import { figure, median, remark, section, short, timed } from './table.js';
import { webFigures } from './web-figures.js';
import { whatifFigures } from './whatif-page.js';

const began = performance.now();
const inside = await openInside();

function community(text) {
  const { community: found, problems } = resolve(parse(text));
  if (found === null)
    throw new Error(`the made-up community has mistakes: ${problems[0].line}: ${problems[0].message.text}`);
  return found;
}

/** Makes a new view at each call: a view keeps what was worked out on it, and nobody should be timed looking that up. */
function viewOf(text) {
  const found = community(text);
  return () => disclose(found, { audience: 'stewards', day: '2026-03-01' });
}

/** The textbook way to what a network costs: the inverse of a full matrix by Gauss and Jordan, with row pivots. */
function invert(size, cell) {
  const matrix = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: 2 * size }, (_, j) => (j < size ? cell(i, j) : j === size + i ? 1 : 0)),
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
  return matrix.map((row) => row.subarray(size));
}

const someMatrix = (size) => (i, j) => (i === j ? 1 : (i * 7 + j * 13) % size < 3 ? -0.2 : 0);

function fileFigures() {
  section('Reading a file');
  const big = madeUp({ parties: 300, activities: 100, flows: 2000 });
  figure(
    'parse and resolve, 2,000 flows',
    median(() => resolve(parse(big))),
    'the YAML library alone',
    median(() => parseDocument(big)),
  );
}

function analysisFigures() {
  section('All analyses: 60 parties, 20 activities, 200 flows');
  const usual = viewOf(madeUp({ parties: 60, activities: 20, flows: 200 }));
  const copied = JSON.stringify(usual().toJSON());
  const copying = median(() => JSON.stringify(JSON.parse(copied)));
  const plain = median((view) => analyse(view, [], { draws: 0, longest: 8 }), { prepare: usual });
  figure('all analyses, no draws', plain, 'reading and writing it as JSON', copying, { goal: 16 });
  const asked = median(
    (view) => {
      const findings = analyse(view, [], { draws: 0, longest: 8 });
      return [ask(view, findings), story(view, findings)];
    },
    { prepare: usual },
  );
  figure('all analyses, questions and story, no draws', asked, 'all analyses alone', plain, { goal: 16 });
  const drawn = median((view) => analyse(view, [], { draws: 1000 }), { prepare: usual });
  figure('all analyses with 1,000 draws', drawn, 'without draws', plain, { goal: 150 });

  section('How it grows: all analyses, no draws');
  let before = null;
  for (const parties of [50, 200, 500, 2000]) {
    const view = viewOf(madeUp({ parties, activities: Math.floor(parties / 3), flows: parties * 5 }));
    const json = JSON.stringify(view().toJSON());
    const ms = median((fresh) => analyse(fresh, [], { draws: 0, longest: 8 }), { prepare: view });
    const reference = median(() => JSON.stringify(JSON.parse(json)));
    const note =
      before === null ? '' : `cost × ${short(ms / before.ms)} for size × ${parties / before.parties}`;
    const what = `${parties.toLocaleString('en')} parties, ${(parties * 5).toLocaleString('en')} flows`;
    figure(what, ms, 'reading and writing it as JSON', reference, {
      note,
      goal: parties === 2000 ? 1000 : null,
    });
    before = { parties, ms };
  }
}

function bearerFigures() {
  section('Who bears');
  let before = null;
  for (const nodes of [50, 200, 500]) {
    const view = viewOf(madeUp({ parties: nodes, activities: nodes - 2, flows: nodes * 5 }));
    const ms = median((fresh) => analyse(fresh, ['who-bears'], { draws: 0 }), { prepare: view });
    figure(
      `${nodes} nodes`,
      ms,
      `inverting a full ${nodes} × ${nodes} matrix`,
      median(() => invert(nodes, someMatrix(nodes))),
      { note: before === null ? '' : `cost × ${short(ms / before.ms)} for nodes × ${nodes / before.nodes}` },
    );
    before = { nodes, ms };
  }
  const view = viewOf(sparse({ nodes: 2000, links: 8, givers: 5, receivers: 5 }));
  const run = (fresh) => analyse(fresh, ['who-bears'], { draws: 0 });
  const finding = run(view()).find((one) => one.about.length === 0);
  const whole = finding.matrix.cells.flat().reduce((sum, cell) => sum + (cell ?? 0), 0);
  figure(
    '2,000 nodes, 16,000 links, 5 givers, 5 receivers',
    median(run, { prepare: view }),
    'inverting a full 500 × 500 matrix',
    timed(() => invert(500, someMatrix(500))),
    {
      goal: 50,
      note: 'a 64th of what 2,000 would take',
    },
  );
  remark(
    `residual ${finding.more?.residual ?? 'not told'}; given 500 h/month, arrived ${whole}, verdict ${finding.verdict}`,
  );
}

await ringFigures(inside);
exchangeFigures(inside);
communityFigures(inside);
loopFigures(inside);
networkFigures(viewOf, invert);
bearerFigures();
fileFigures();
analysisFigures();
disclosureFigures({ auditDisclosure, disclose, parse, resolve });
section('In a browser');
await webFigures();
await panFigures();
await whatifFigures();
console.log(
  `\nNode ${process.versions.node}, ${process.arch}; ${((performance.now() - began) / 1000).toFixed(0)} s in all. Made-up communities; medians, warm. The ratio: how many times as fast as the reference.`,
);
