/**
 * A round with many phones on this machine: `npm run bench -- rounds`, or `node bench/rounds-load.js` after a build. They
 * write, change, drop out and come back at every phase; two facilitators move the round on at the same moment; in the
 * middle of the writing the server is started anew. It ends with 1 where a note was lost, a phase came out of order, the
 * slowest hundredth of events took 300 ms or more on a machine that is not busy, or the server took 300 MB or more.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, listen, Phone } from './round-phone.js';

const PHASES = ['read', 'write', 'gather', 'clarify', 'discuss', 'decide', 'record', 'closed'];
/** Share of the time for each phase. */
const SHARE = {
  read: 0.05,
  write: 0.5,
  gather: 0.05,
  clarify: 0.1,
  discuss: 0.15,
  decide: 0.1,
  record: 0.05,
};
const GARDEN = `potluck: 1
id: garden
name: The garden
see: public
parties: {core: {name: Core group, type: circle, inside: true}}
`;

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const SECONDS = option('seconds', 300);
const PHONES = option('phones', 60);

/** A bare answer of a bare server that takes longer says that the machine is busy with something else; milliseconds. */
const BUSY = 30;

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts the server, and gives what ends it when it answers. */
async function serve(port, data) {
  const child = spawn(
    process.execPath,
    ['bin/potluck.js', 'serve', '--port', String(port), '--data', data, '--json'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (part) => (said += part));
  await new Promise((done, failed) => {
    child.stdout.once('data', done);
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    pid: child.pid,
    stop: () =>
      new Promise((done) => {
        child.removeAllListeners('exit');
        child.once('exit', done);
        child.kill('SIGTERM');
      }),
  };
}

/** A server that does nothing, asked four times a second: what the machine itself takes while all this goes on. */
async function mirrorOf() {
  const port = await freePort();
  const source = `require('node:http').createServer((_, to) => to.end('{}')).listen(${port}, '127.0.0.1')`;
  const child = spawn(process.execPath, ['-e', source], { stdio: 'ignore' });
  const took = [];
  const asking = setInterval(async () => {
    const since = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}`)
      .then((one) => one.text())
      .catch(() => null);
    if (answer !== null) took.push(performance.now() - since);
  }, 250);
  return {
    took,
    stop: () => {
      clearInterval(asking);
      child.kill();
    },
  };
}

/** The value below which that part of the numbers lies. */
function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

/** Megabytes that a process has in memory; null where the system does not tell. */
function megabytes(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

const port = await freePort();
const site = `http://127.0.0.1:${port}`;
const data = await mkdtemp(join(tmpdir(), 'potluck-rounds-'));
let server = await serve(port, data);
const mirror = await mirrorOf();
let most = 0;
const weighing = setInterval(() => (most = Math.max(most, megabytes(server.pid) ?? 0)), 1_000);

/** When each version was asked for, and how long each phone waited to be told. */
const asked = new Map();
const waited = [];
const heard = (version, at) => {
  const since = asked.get(version);
  if (since !== undefined) waited.push(at - since);
};
const path = '/api/communities/garden/rounds';
const faults = [];

try {
  await ask(site, 'POST', '/api/communities', { changeId: randomUUID(), text: GARDEN });
  const opened = await ask(site, 'POST', path, {
    text: 'What should we stop?',
    way: 'score',
    options: ['A', 'B', 'C'],
  });
  const { id, link } = opened.body;
  const phones = Array.from({ length: PHONES }, () => new Phone(site, heard));
  const leaderPhases = [];
  const leaving = new AbortController();
  const leader = async () => {
    while (!leaving.signal.aborted) {
      await listen(site, `${path}/${id}/events`, {}, leaving.signal, (fields, state) => {
        if (fields.event === 'state' && state.phase !== leaderPhases.at(-1)) leaderPhases.push(state.phase);
      }).catch(() => undefined);
      await pause(100);
    }
  };
  void leader();
  await Promise.all(phones.map((phone) => phone.join(link.replace('/t#', ''))));

  /** Something that all are told, timed from before it was asked for. */
  let version = 1;
  const act = async (method, end, body) => {
    const since = performance.now();
    // The version that comes next is known before it is told.
    asked.set(version + 1, since);
    const answer = await ask(site, method, `${path}/${id}${end}`, body);
    if (answer.status === 200) version = answer.body.version;
    return answer;
  };
  const both = async (from, to) => {
    const since = performance.now();
    asked.set(version + 1, since);
    asked.set(version + 2, since);
    const answers = await Promise.all(
      [1, 2].map(() => ask(site, 'POST', `${path}/${id}/phase`, { from, to })),
    );
    const done = answers.filter((one) => one.status === 200);
    if (
      done.length !== 1 ||
      !answers.some((one) => one.status === 409 && one.body.type === 'urn:potluck:moved')
    )
      faults.push(
        `${from} → ${to}: two facilitators were answered ${answers.map((one) => one.status).join(' and ')}`,
      );
    version = done[0]?.body.version ?? version;
    return done[0]?.body;
  };

  let released = [];
  for (const [at, phase] of PHASES.slice(0, -1).entries()) {
    const until = performance.now() + SECONDS * SHARE[phase] * 1000;
    if (phase === 'write') await everybodyWrites(phones, until, act);
    else {
      if (phase === 'decide')
        await Promise.all(phones.map((one, n) => one.choose({ scores: { o1: 1 + (n % 5) } })));
      while (performance.now() < until) {
        for (const phone of phones) if (Math.random() < 0.03) phone.drop();
        await act('PUT', '/timer', { seconds: 60 });
        await pause(Math.min(1_000, Math.max(0, until - performance.now())));
      }
    }
    const state = await both(phase, PHASES[at + 1]);
    if (phase === 'write') released = state?.notes?.notes ?? [];
    if (phase === 'decide' && state?.result?.options?.[0]?.answers !== PHONES)
      faults.push(`of ${PHONES} answers ${state?.result?.options?.[0]?.answers} were counted`);
  }
  await pause(1_000);
  leaving.abort();
  for (const phone of phones) phone.leave();
  report(phones, released, leaderPhases);
} finally {
  clearInterval(weighing);
  mirror.stop();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
process.exit(faults.length === 0 ? 0 : 1);

/** All write, change what they wrote and drop out; half-way the server is ended and started anew. */
async function everybodyWrites(phones, until, act) {
  const half = performance.now() + (until - performance.now()) / 2;
  const writing = phones.map(async (phone, who) => {
    const keys = [];
    while (performance.now() < until) {
      const again =
        keys.length > 0 && (Math.random() < 0.5 || keys.length >= 8) ? keys[who % keys.length] : undefined;
      const { status, key } = await phone.write(`${who} writes ${randomUUID()}`, again);
      if (status === 204 && again === undefined) keys.push(key);
      if (Math.random() < 0.05) phone.drop();
      await pause(Math.min(until - performance.now(), Math.random() * 4_000));
    }
    await phone.done();
  });
  let restarted = false;
  while (performance.now() < until) {
    if (!restarted && performance.now() > half) {
      restarted = true;
      await server.stop();
      server = await serve(port, data);
    }
    await act('PUT', '/timer', { seconds: 60 });
    await pause(1_000);
  }
  await Promise.all(writing);
}

function report(phones, released, leaderPhases) {
  const acknowledged = phones.flatMap((phone) => [...phone.acknowledged.values()]);
  const shown = new Set(released.map((one) => one.text));
  const lost = acknowledged.filter((text) => !shown.has(text)).length;
  const strange = released.length - (acknowledged.length - lost);
  if (lost > 0) faults.push(`${lost} acknowledged notes were lost`);
  if (strange > 0) faults.push(`${strange} notes were shown that nobody had written so`);
  // Who is dropped out while two phases pass is told only the later one.
  const inOrder = (phases) =>
    phases.every((one, at) => at === 0 || PHASES.indexOf(one) > PHASES.indexOf(phases[at - 1]));
  const disordered = [...phones.map((phone) => phone.phases), leaderPhases].filter(
    (one) => !inOrder(one),
  ).length;
  if (disordered > 0) faults.push(`${disordered} were told phases out of order`);
  const ended = phones.filter((phone) => phone.phases.at(-1) === 'closed').length;
  if (ended < phones.length) faults.push(`${phones.length - ended} phones were not told of the end`);
  const slow = quantile(waited, 0.99);
  const bare = quantile(mirror.took, 0.99);
  const busy = bare > BUSY;
  if (!(slow < 300) && !busy)
    faults.push(`the slowest hundredth of events took ${Math.round(slow)} ms or more`);
  if (most >= 300) faults.push(`the server took ${Math.round(most)} MB`);
  const drops = phones.reduce((sum, phone) => sum + phone.drops, 0);
  console.log(
    `${PHONES} phones for ${SECONDS} s, ${drops} drops, the server started anew once while all wrote`,
  );
  console.log(`notes: ${acknowledged.length} acknowledged, ${released.length} released, ${lost} lost`);
  console.log(
    `events: ${waited.length} timed, half within ${quantile(waited, 0.5).toFixed(0)} ms, 99 of 100 within ${slow.toFixed(0)} ms (goal: 300)`,
  );
  console.log(
    `reference: 99 of 100 answers of a server that does nothing within ${bare.toFixed(0)} ms${busy ? '; this machine is too busy to tell how fast we are' : ''}`,
  );
  console.log(
    `server: ${most === 0 ? 'memory not known here' : `${Math.round(most)} MB at most (goal: 300)`}`,
  );
  console.log(faults.length === 0 ? 'all well' : faults.map((one) => `fault: ${one}`).join('\n'));
}
