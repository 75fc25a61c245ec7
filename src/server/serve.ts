/**
 * Runs Potluck: database, shelf, port, and a calm end. Bound to the loopback address unless another was asked for and there
 * is an account. Progress and trouble go to standard error in sentences; the address goes to standard output.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '#server/app';
import { starting } from '#server/early-words';
import { Live } from '#server/live';
import { elsewhereFrom } from '#server/people/elsewhere';
import { mailFrom } from '#server/people/mail';
import { dataFolder } from '#server/place';
import { askAt, mustHaveAccounts, type Reach, reachOf, ServeTrouble } from '#server/reach';
import { RoundHub } from '#server/rounds/hub';
import { loadShelf } from '#server/shelf';
import { type Database, startDatabase } from '#store/launcher/start';
import { DatabaseTrouble } from '#store/launcher/trouble';
import { openStore } from '#store/open';

/** Where Potluck is found unless said otherwise. */
export const DEFAULT_PORT = 4321;
/** How long a request under way may take to end when we stop, in milliseconds. */
const PATIENCE = 5_000;
/** How long a port that another Potluck is just leaving is waited for, in milliseconds. */
const LEAVING = 4_000;

export interface ServeOptions {
  readonly port: string | undefined;
  readonly data: string | undefined;
  /** Where to listen, and under which address others reach it; without them only this machine does. */
  readonly host?: string | undefined;
  readonly site?: string | undefined;
  /** Whether a proxy of the operator's own stands before it. */
  readonly trustsProxy?: boolean | undefined;
  readonly json?: boolean;
  /** Folder of cases to put on the shelf; null: none. */
  readonly shelf: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say?: (line: string) => void;
}

export interface Serving {
  /** Where it answers at this machine. */
  readonly url: string;
  /** Under which address others reach it; null: they do not. */
  readonly site: string | null;
  readonly dataDir: string;
  /** Ends everything in good order. May be called twice. */
  readonly stop: () => Promise<void>;
  /** Fulfilled when the database has ended without being asked. */
  readonly lost: Promise<void>;
}

/** Starts everything and resolves when it answers. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const say = options.say ?? ((line) => void process.stderr.write(`${line}\n`));
  const port = portOf(options.port ?? options.env['PORT']);
  const reach = reachOf(options);
  const oidc = elsewhereFrom(options.env);
  const mail = mailFrom(options.env);
  const dataDir = dataFolder(options.data, options.env, process.platform);
  const undo: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= undoAll(undo));
  try {
    // A taken port is known at once; one that others could reach is opened only when it is known who may come in.
    const early = reach.isWide ? null : await takePort(port, dataDir, reach);
    if (early !== null) undo.push(() => closeServer(early));
    const database = await startDatabase({
      dataDir,
      databaseUrl: options.env['DATABASE_URL'],
      onProgress: ({ text }) => say(text),
    });
    undo.push(() => database.stop());
    const store = await openStore(database);
    undo.push(() => store.close());
    mustHaveAccounts(reach, await store.people.isShared());
    const server = early ?? (await takePort(port, dataDir, reach));
    if (early === null) undo.push(() => closeServer(server));
    if (options.shelf !== null) await loadShelf(store, options.shelf, say);
    const live = new Live(store);
    undo.push(async () => live.close());
    const rounds = new RoundHub(store.talk, Date.now);
    undo.push(async () => rounds.close());
    const app = createApp({
      store,
      live,
      rounds,
      today: () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000),
      version: ownVersion(),
      pages: pagesFolder(),
      docs: docsFolder(),
      report: (error) =>
        say(`Trouble: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      identity: { data: dataDir },
      announce: say,
      ...(oidc === null ? {} : { oidc }),
      ...(mail === null ? {} : { mail }),
      trustsProxy: reach.trustsProxy,
      hosts: [reach.host],
      ...(reach.site === null ? {} : { site: reach.site }),
    });
    server.removeAllListeners('request');
    server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    return {
      url: `http://${askAt(reach.host)}:${(server.address() as AddressInfo).port}`,
      site: reach.site,
      dataDir,
      stop,
      lost: lostOf(database),
    };
  } catch (error) {
    await stop();
    throw error instanceof DatabaseTrouble ? new ServeTrouble(error.message) : error;
  }
}

async function undoAll(undo: (() => Promise<unknown>)[]): Promise<void> {
  for (const step of undo.reverse()) await step().catch(() => undefined);
}

const lostOf = (database: Database): Promise<void> =>
  database.is === 'own' ? database.ended : new Promise(() => undefined);

function portOf(given: string | undefined): number {
  if (given === undefined || given === '') return DEFAULT_PORT;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535)
    throw new ServeTrouble(`${given} is no port. Give a number from 1024 to 65535, such as --port 8080.`);
  return port;
}

/** Opens the port before anything else is started, so that a taken one is known at once. */
async function takePort(port: number, dataDir: string, { host }: Reach): Promise<Server> {
  const deadline = Date.now() + LEAVING;
  for (;;) {
    const server = createServer({
      maxHeaderSize: 16_384,
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 5_000,
    });
    server.maxHeadersCount = 100;
    server.on('request', async (request, response) => {
      const { headers, body } = await starting(request.headers);
      response.writeHead(503, headers).end(body);
    });
    try {
      await new Promise<void>((done, failed) => {
        server.once('error', failed);
        server.listen(port, host, () => {
          server.off('error', failed);
          done();
        });
      });
      return server;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EADDRINUSE' && Date.now() < deadline && (await isLeaving(port, host)))
        await new Promise((done) => setTimeout(done, 150));
      else throw await portTrouble(code, { port, host, dataDir });
    }
  }
}

interface Neighbour {
  readonly status: number;
  readonly app?: string;
  readonly data?: string;
}

async function neighbourAt(port: number, host: string): Promise<Neighbour | null> {
  try {
    const response = await fetch(`http://${askAt(host)}:${port}/healthz`, {
      signal: AbortSignal.timeout(1_000),
    });
    return { ...((await response.json().catch(() => ({}))) as object), status: response.status };
  } catch {
    return null;
  }
}

/** A port whose holder no longer answers is one that is being left. */
async function isLeaving(port: number, host: string): Promise<boolean> {
  return (await neighbourAt(port, host)) === null;
}

async function portTrouble(
  code: string | undefined,
  { port, host, dataDir }: { readonly port: number; readonly host: string; readonly dataDir: string },
): Promise<ServeTrouble> {
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new ServeTrouble(
      `This machine has no address ${host}. Leave --host out, or give one that it has.`,
    );
  if (code === 'EACCES')
    return new ServeTrouble(`You may not listen on port ${port}. Choose one above 1023: --port 8080.`);
  if (code !== 'EADDRINUSE')
    return new ServeTrouble(
      `Port ${port} cannot be used (${code ?? 'the system does not tell why'}). Choose another: --port ${port + 1}.`,
    );
  const neighbour = await neighbourAt(port, host);
  if (neighbour?.app === 'potluck') {
    const same = neighbour.data === dataDir ? '' : `, with the data in ${neighbour.data}`;
    return new ServeTrouble(
      `Potluck is already running at http://${askAt(host)}:${port}${same}. Open it there, or start a second one with --port ${port + 1} --data FOLDER.`,
    );
  }
  return new ServeTrouble(
    `Another program uses port ${port}. Choose another: npm start -- --port ${port + 1}, or potluck serve --port ${port + 1}.`,
  );
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    const force = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(force);
      done();
    });
    server.closeIdleConnections();
  });
}

/** Beside the built server lie the built pages; in the source tree they are under `dist`. */
function pagesFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'web');
  return existsSync(join(beside, 'index.html')) ? beside : join(here, '..', '..', 'dist', 'web');
}

/** The documentation lies beside `dist` and `src`. */
function docsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, '..', 'docs');
  return existsSync(beside) ? beside : join(here, '..', '..', 'docs');
}

function ownVersion(): string {
  const require = createRequire(import.meta.url);
  for (const path of ['../package.json', '../../package.json']) {
    try {
      return (require(path) as { version: string }).version;
    } catch {
      // The built server lies one folder down, the source two.
    }
  }
  return 'unknown';
}

/** Serves until Ctrl-C, a request to end, or the end of whoever started us. The exit code: 0, or 1 where it did not start. */
export async function serveUntilEnded(options: ServeOptions): Promise<0 | 1 | 2> {
  const say = options.say ?? ((line) => void process.stderr.write(`${line}\n`));
  const ending = endingAsked();
  let serving: Serving;
  try {
    const starting = serve(options);
    // Asked to end while it starts: let it finish, so that nothing half-made is left, then end.
    serving = await starting;
  } catch (error) {
    ending.forget();
    if (!(error instanceof ServeTrouble)) throw error;
    say(error.message);
    return error.message.includes('is no port') ? 2 : 1;
  }
  tell(serving, options.json === true);
  const why = await Promise.race([ending.asked, serving.lost.then(() => 'lost' as const)]);
  if (why === 'lost')
    say('The database has ended by itself. Potluck ends too; nothing that was acknowledged is lost.');
  else say('Ending.');
  await serving.stop();
  ending.forget();
  return why === 'lost' ? 1 : 0;
}

function tell(serving: Serving, asJson: boolean): void {
  const lines = asJson
    ? JSON.stringify({
        potluck: 1,
        url: serving.url,
        ...(serving.site === null ? {} : { site: serving.site }),
        data: serving.dataDir,
      })
    : `Potluck is ready at ${serving.site ?? serving.url}\n${serving.site === null ? '' : `It listens at ${serving.url}\n`}It keeps its data in ${serving.dataDir}\nCtrl-C ends it.`;
  process.stdout.write(`${lines}\n`);
}

/** Resolves when somebody asks us to end, or when our parent has gone, so that nothing is left behind. */
function endingAsked(): { asked: Promise<'asked'>; forget: () => void } {
  let resolve: (why: 'asked') => void = () => undefined;
  const asked = new Promise<'asked'>((done) => (resolve = done));
  const ask = () => resolve('asked');
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, ask);
  const above = npmAbove();
  const watch = setInterval(() => above.every(lives) || ask(), 500);
  watch.unref();
  return {
    asked,
    forget: () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, ask);
    },
  };
}

/**
 * The processes through which npm started us: its shell and npm itself. Should one be killed outright, nobody would pass
 * a Ctrl-C on to us any more. Empty where npm did not start us: then we may well outlive our parent.
 */
function npmAbove(): readonly number[] {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return [];
  const asked = spawnSync('ps', ['-o', 'ppid=', '-p', String(process.ppid)], { encoding: 'utf8' });
  const npm = Number(asked.stdout?.trim());
  return [process.ppid, npm].filter((pid) => pid > 1);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
