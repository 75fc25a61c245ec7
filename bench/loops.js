/**
 * Counting loops beside an obvious twin (every path from every node, kept where it closes) and, where Python has it,
 * networkx. The twins stop after a while; then their pace is compared, not their end. Graphs of fixed seeds.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chance } from './made-up.js';
import { figure, median, remark, section, short } from './table.js';

const SECONDS = 1;

function randomGraph(nodes, links, seed) {
  const pick = chance(seed);
  const pairs = new Set();
  while (pairs.size < links) {
    const from = pick(nodes);
    const to = pick(nodes);
    if (from !== to) pairs.add(from * nodes + to);
  }
  return [...pairs].map((pair) => [Math.floor(pair / nodes), pair % nodes]);
}

const complete = (n) =>
  Array.from({ length: n * n }, (_, i) => [Math.floor(i / n), i % n]).filter(([a, b]) => a !== b);

const GRAPHS = [
  { name: '30 nodes, 90 links', nodes: 30, pairs: randomGraph(30, 90, 4) },
  { name: '50 nodes, 150 links, up to 14', nodes: 50, pairs: randomGraph(50, 150, 1), most: 14 },
  { name: '50 nodes, 200 links, up to 8', nodes: 50, pairs: randomGraph(50, 200, 1), most: 8 },
  { name: '50 nodes, 200 links, up to 12', nodes: 50, pairs: randomGraph(50, 200, 1), most: 12 },
  { name: '100 nodes, 200 links', nodes: 100, pairs: randomGraph(100, 200, 2) },
  { name: '100 nodes, 300 links, up to 12', nodes: 100, pairs: randomGraph(100, 300, 1), most: 12 },
  { name: '30 nodes, 400 links, up to 6', nodes: 30, pairs: randomGraph(30, 400, 1), most: 6 },
  { name: 'complete graph of 10', nodes: 10, pairs: complete(10) },
];

/** Every path from every node through larger ones; no pruning but the length. */
function obvious(nodes, pairs, most) {
  const next = Array.from({ length: nodes }, () => []);
  for (const [from, to] of pairs) next[from].push(to);
  const until = performance.now() + SECONDS * 1000;
  const began = performance.now();
  let count = 0;
  let steps = 0;
  let stopped = false;
  const walk = (root, path) => {
    for (const to of next[path[path.length - 1]]) {
      steps += 1;
      if (stopped || (steps % 10_000 === 0 && performance.now() > until)) {
        stopped = true;
        return;
      }
      if (to === root) count += 1;
      else if (to > root && path.length < most && !path.includes(to)) walk(root, [...path, to]);
    }
  };
  for (let root = 0; root < nodes && !stopped; root += 1) walk(root, [root]);
  return { count, seconds: (performance.now() - began) / 1000, complete: !stopped };
}

function networkx() {
  const asked = GRAPHS.map(({ pairs, most }) => ({ pairs, most: most ?? null }));
  const answered = spawnSync('python3', [join(import.meta.dirname, 'loops.py'), String(SECONDS)], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    timeout: 60_000,
  });
  return answered.status === 0 ? JSON.parse(answered.stdout) : null;
}

function beside(what, count, ms, twin) {
  if (twin.complete && twin.count !== count)
    throw new Error(`${what}: ${twin.count} loops there, ${count} here`);
  if (twin.count === 0) return `${what}: none found in ${short(twin.seconds)} s`;
  return `${what}: ${short(twin.count / twin.seconds)} a second${twin.complete ? '' : ' (stopped)'}, ours × ${short(((count / ms) * 1000) / (twin.count / twin.seconds))}`;
}

export function loopFigures({ countAll, countBounded, graphOf, enumerateLoops }) {
  section('Loops (a loop visits no node twice; counts are exact)');
  const peer = networkx();
  for (const [index, { name, nodes, pairs, most }] of GRAPHS.entries()) {
    const arrows = pairs.map(([from, to], i) => ({
      id: `i${i}`,
      from: `n${String(from).padStart(3, '0')}`,
      to: `n${String(to).padStart(3, '0')}`,
    }));
    const graph = graphOf(arrows);
    const run =
      most === undefined
        ? () => countAll(graph, Number.POSITIVE_INFINITY).count
        : () =>
            countBounded(graph, most, Number.POSITIVE_INFINITY).byLength.reduce((sum, one) => sum + one, 0);
    const count = run();
    const ms = median(run);
    figure(
      `${name}: ${count.toLocaleString('en')} loops, ${short((count / ms) * 1000)} a second`,
      ms,
      '',
      null,
    );
    remark(beside('obvious twin', count, ms, obvious(nodes, pairs, most ?? nodes)));
    if (peer !== null) {
      const there = peer.graphs[index];
      remark(
        there === null
          ? `networkx ${peer.version}: has no bound by length`
          : beside(`networkx ${peer.version}`, count, ms, there),
      );
    }
  }
  const modest = GRAPHS[3].pairs.map(([from, to], i) => ({ id: `i${i}`, from: `n${from}`, to: `n${to}` }));
  const whole = enumerateLoops(modest, { limit: 1000 });
  figure(
    `as the product asks, 50 nodes, 200 links: ${whole.count.toLocaleString('en')} up to ${whole.longest} arrows${whole.complete ? '' : ', longer ones exist'}`,
    median(() => enumerateLoops(modest, { limit: 1000 })),
  );
  if (peer === null) remark('networkx is not there: see bench/peers.md');
}
