/**
 * Reading a picture with accounts on, beside the same with one user at the machine: `npm run bench -- reading`, or
 * `node bench/reading-load.js` after a build. Two servers, each with a database of its own, are asked in turn by eight
 * readers: one as the person at this machine through the eyes of members, one as a member who has signed in. It ends with 1
 * where the second takes more than 1.3 times as long.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const READERS = option('readers', 8);
/** Milliseconds of each turn, and how many turns each server has at each address. */
const TURN = option('turn', 2_000);
const TURNS = option('turns', 5);
const GOAL = 1.3;

const DOORS = {
  'a view': '/api/communities/km4dev/view',
  'a drawing': '/api/communities/km4dev/picture.svg',
};

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A server of its own; `lines` is what it says on its terminal. */
async function serve() {
  const data = await mkdtemp(join(tmpdir(), 'potluck-reading-'));
  const port = await freePort();
  const lines = [];
  const args = ['bin/potluck.js', 'serve', '--port', String(port), '--data', data, '--json'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const out of [child.stdout, child.stderr])
    out.on('data', (part) => lines.push(...String(part).split('\n')));
  await new Promise((done, failed) => {
    child.stdout.once('data', done);
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${lines.join('\n')}`)));
  });
  return {
    port,
    lines,
    stop: async () => {
      child.removeAllListeners('exit');
      await new Promise((done) => {
        child.once('exit', done);
        child.kill('SIGTERM');
      });
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Asks once, and gives the status, the cookie that came, and the body. */
function ask(port, method, path, { body, cookie, agent } = {}) {
  return new Promise((done, failed) => {
    const headers = {
      // As a browser says it; answers that are only read are packed for it.
      'sec-fetch-site': 'same-origin',
      ...(method === 'GET' ? { 'accept-encoding': 'gzip' } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
    };
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const [set] = answer.headers['set-cookie'] ?? [];
        done({ status: answer.statusCode, cookie: set?.split(';')[0], bytes: Buffer.concat(parts) });
      });
      answer.on('error', failed);
    });
    asked.on('error', failed);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function must(port, method, path, more) {
  const answer = await ask(port, method, path, more);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.bytes}`);
  return answer;
}

/** Makes the first account and lets a member in; gives the member's cookie. */
async function memberOf({ port, lines }) {
  await must(port, 'POST', '/api/people/start-token', { body: {} });
  const find = () => lines.map((line) => /^\s*([a-z0-9-]{24})\s*$/.exec(line)?.[1]).find((one) => one);
  for (let tries = 0; find() === undefined && tries < 100; tries += 1)
    await new Promise((done) => setTimeout(done, 50));
  const first = { token: find(), name: 'Ana', login: 'ana', password: 'pears and apples' };
  const { cookie } = await must(port, 'POST', '/api/people/start', { body: first });
  const path = '/api/communities/km4dev/invites';
  const made = await must(port, 'POST', path, { body: { role: 'member' }, cookie });
  const { link } = JSON.parse(made.bytes);
  const token = link.slice(link.indexOf('#') + 1);
  const who = { token, name: 'Bo', login: 'bo', password: 'plums and cherries' };
  return (await must(port, 'POST', '/api/invites/accept', { body: who })).cookie;
}

/** Reads for one turn; adds the milliseconds that each answer took to `took`, and gives how long the turn was. */
async function turn(server, path, took) {
  const began = performance.now();
  const reader = async () => {
    while (performance.now() - began < TURN) {
      const since = performance.now();
      await must(server.port, 'GET', path, server);
      took.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return performance.now() - began;
}

function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

const text = await readFile(join(import.meta.dirname, '..', 'cases', 'km4dev', 'community.yaml'), 'utf8');
const [alone, shared] = [await serve(), await serve()];
let isSlow = false;
try {
  for (const { port } of [alone, shared])
    await must(port, 'POST', '/api/communities', { body: { changeId: randomUUID(), text } });
  const agent = () => new Agent({ keepAlive: true, maxSockets: READERS });
  const sides = [
    { name: 'one user at the machine', port: alone.port, agent: agent(), query: '?audience=members' },
    { name: 'a member, signed in', port: shared.port, agent: agent(), query: '' },
  ];
  sides[1].cookie = await memberOf(shared);
  for (const [what, door] of Object.entries(DOORS)) {
    const took = sides.map(() => []);
    const spent = sides.map(() => 0);
    for (const one of sides) await turn(one, door + one.query, []);
    for (let at = 0; at < TURNS; at += 1)
      for (const [index, one] of sides.entries())
        spent[index] += await turn(one, door + one.query, took[index]);
    const rates = took.map((one, index) => (one.length / spent[index]) * 1000);
    console.log(`\nReading ${what} of KM4Dev in 2009, ${READERS} readers at once`);
    for (const [index, { name }] of sides.entries())
      console.log(
        `${rates[index].toFixed(0).padStart(7)} requests a second, median ${quantile(took[index], 0.5).toFixed(1)} ms, p99 ${quantile(took[index], 0.99).toFixed(1)} ms   ${name}`,
      );
    const ratio = rates[0] / rates[1];
    if (ratio > GOAL) isSlow = true;
    console.log(
      `${ratio.toFixed(2).padStart(7)} times as long   goal ${GOAL}: ${ratio <= GOAL ? 'met' : 'NOT met'}`,
    );
  }
  for (const one of sides) one.agent.destroy();
} finally {
  await Promise.all([alone.stop(), shared.stop()]);
}
process.exitCode = isSlow ? 1 : 0;
