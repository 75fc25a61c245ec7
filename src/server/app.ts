/** The HTTP application: guards, routes, pages, refusals. Reads no clock and opens no port; both are given to it. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import type { Day } from '#core/model/dates';
import { isoDay } from '#core/model/dates';
import { message } from '#core/words/message';
import { boundedBody } from '#server/body';
import { type Caller, type Carried, callerIs } from '#server/caller';
import { fieldsAsSpoken } from '#server/fields';
import { hostGuard, originGuard } from '#server/guard';
import { securityHeaders } from '#server/headers';
import { Live } from '#server/live';
import { openApi } from '#server/openapi';
import { pagesOf } from '#server/pages';
import { Desk } from '#server/people/desk';
import type { ElsewhereSettings } from '#server/people/elsewhere';
import type { MailSettings } from '#server/people/mail';
import { Refusal, refusalResponse } from '#server/problem';
import { REFUSED } from '#server/refused';
import { logsRestricted } from '#server/restricted';
import { RoundHub } from '#server/rounds/hub';
import { router } from '#server/route';
import { agendaRoutes } from '#server/routes/agenda';
import { answerRoutes } from '#server/routes/answers';
import { communityRoutes } from '#server/routes/communities';
import { compareRoutes } from '#server/routes/compare';
import { docsRoutes } from '#server/routes/docs';
import { erasingRoutes } from '#server/routes/erasing';
import { exportRoutes } from '#server/routes/export';
import { historyRoutes } from '#server/routes/history';
import { liveRoutes } from '#server/routes/live';
import { logRoutes } from '#server/routes/log';
import { monthlyRoutes } from '#server/routes/monthly';
import { opennessRoutes } from '#server/routes/openness';
import { peopleRoutes } from '#server/routes/people';
import { referenceRoutes } from '#server/routes/reference';
import { releasedRoutes } from '#server/routes/released';
import { releaseRoutes } from '#server/routes/releases';
import { roundMinutesRoutes } from '#server/routes/round-minutes';
import { roundPhoneRoutes } from '#server/routes/round-phones';
import { roundRoutes } from '#server/routes/rounds';
import { simulateRoutes } from '#server/routes/simulate';
import { sponsorRoutes } from '#server/routes/sponsor';
import { wallRoutes } from '#server/routes/walls';
import { Seeing } from '#server/seen';
import { shellOf } from '#server/shell';
import { speechOfRequest } from '#server/speech';
import { type Store, StoreUnavailable } from '#store/port';

/** What is refused here. */
const SAYS = {
  unread: message('refused.unread', 'The request cannot be read.'),
  malformed: message('refused.malformed', 'Malformed JSON in request body'),
  nothingAt: message('refused.nothing-at', 'There is nothing at {path}.'),
  tooLarge: message(
    'refused.too-large',
    'A request may hold {most} MB; a community file seldom needs a tenth of one.',
  ),
  storeAway: message(
    'refused.store-away',
    'The store of communities cannot be reached just now. Nothing was changed; try again in a moment.',
  ),
  sendJson: message('refused.send-json', 'Send application/json.'),
  failed: message('refused.failed', 'This should not have happened. Nothing that was acknowledged is lost.'),
} as const;

/** Bytes of a body: a community file of 5 MB fits with what surrounds it. */
export const MOST_BYTES = 6 * 1024 * 1024;

export interface AppOptions {
  readonly store: Store;
  /** Today, for communities that do not say of which day they speak. */
  readonly today: () => Day;
  /** The time in milliseconds, for what runs out; the clock of this machine unless said. */
  readonly now?: () => number;
  /** Of this Potluck. */
  readonly version: string;
  /** Folder of the built web application; without it only the API is served. */
  readonly pages?: string;
  /** Folder of the documentation; without it there is none to read here. */
  readonly docs?: string;
  /** Further host names under which it may be asked. */
  readonly hosts?: readonly string[];
  /** Under which address it is reached, such as `https://potluck.example`; its name is answered to. */
  readonly site?: string;
  /** Whether what stands before it is the operator's own proxy, so that what it says of addresses counts. */
  readonly trustsProxy?: boolean;
  /** The provider of OpenID Connect that the operator has named. */
  readonly oidc?: ElsewhereSettings;
  /** The mail server that the operator has named. */
  readonly mail?: MailSettings;
  /** Says something on the server's own terminal. */
  readonly announce?: (line: string) => void;
  /** Who asks, for tests; without it whoever is signed in, or the one person at this machine while nobody has an account. */
  readonly caller?: () => Caller;
  /** Where a mistake of ours is told: never to the one who asked. */
  readonly report?: (error: unknown) => void;
  /** Tells open pages of changes. */
  readonly live?: Live;
  /** Tells those who follow a round that it moved. */
  readonly rounds?: RoundHub;
  /** What `/healthz` tells beside the rest; a second start uses it to know its own. */
  readonly identity?: Readonly<Record<string, string>>;
}

/** Makes the application. `app.request(path)` answers without a port. */
export function createApp(options: AppOptions): OpenAPIHono<Carried> {
  const { store, caller, now = Date.now } = options;
  fieldsAsSpoken();
  const app = router();
  const desk = new Desk(options);
  app.use(securityHeaders());
  // Before all that may refuse: a refusal too is said in the language of who asks.
  app.use(speechOfRequest());
  // Answers of a few kilobytes are a third as long packed; what is streamed as it happens is left as it is.
  app.use('/api/*', packed());
  app.use(hostGuard([...(options.hosts ?? []), ...(desk.site === null ? [] : [desk.site.hostname])]));
  app.use(originGuard(desk.site?.host ?? null));
  app.use(boundedBody(MOST_BYTES, tooLarge));
  app.use(
    callerIs(
      caller === undefined
        ? (context) => desk.who(context)
        : async () => ({ caller: caller(), standing: null }),
    ),
  );

  app.use('/api/*', logsRestricted({ store, today: options.today, now }));

  app.get('/healthz', async (context) => {
    const well = await store.ping().catch(() => false);
    const body = {
      app: 'potluck',
      status: well ? 'ok' : 'unavailable',
      version: options.version,
      ...options.identity,
    };
    return context.json(body, well ? 200 : 503);
  });
  app.get('/api/about', async (context) =>
    context.json({
      app: 'potluck',
      version: options.version,
      today: isoDay(options.today()),
      mode: (await desk.isShared()) ? 'shared' : 'single-user',
      ...(desk.site === null ? {} : { site: desk.site.origin }),
      ...(options.oidc === undefined ? {} : { oidc: true }),
      ...(options.mail === undefined ? {} : { mail: true }),
    }),
  );
  app.route('/', peopleRoutes(desk, options.today, options.oidc));
  app.route('/', communityRoutes(store));
  app.route('/', historyRoutes(store));
  app.route('/', liveRoutes(store, options.live ?? new Live(store)));
  const seeing = new Seeing(store, options.today);
  app.route('/', answerRoutes(seeing));
  app.route('/', agendaRoutes(seeing));
  app.route('/', monthlyRoutes(options, seeing));
  app.route('/', compareRoutes(seeing));
  app.route('/', opennessRoutes(store, seeing, options.today));
  app.route('/', wallRoutes(store, options.today));
  app.route('/', simulateRoutes(seeing));
  const hub = options.rounds ?? new RoundHub(store.talk, now);
  const house = { store, seeing, hub, today: options.today, now };
  app.route('/', roundRoutes(house));
  app.route('/', roundMinutesRoutes(house));
  app.route('/', roundPhoneRoutes(store.talk, hub, now));
  app.route('/', exportRoutes(store, seeing));
  app.route('/', releaseRoutes(store, seeing, options.today));
  app.route('/', releasedRoutes(store));
  app.route('/', sponsorRoutes(store, seeing, options.today));
  app.route('/', logRoutes(store));
  app.route('/', erasingRoutes(store));
  if (options.docs !== undefined) app.route('/', docsRoutes(options.docs));
  app.route('/', referenceRoutes());
  openApi(app, options.version);

  const pages =
    options.pages === undefined ? null : pagesOf(options.pages, (context) => shellOf(context, store));
  if (pages !== null) app.use(pages);
  app.notFound((context) =>
    refusalResponse(context, new Refusal(404, 'not-found', SAYS.nothingAt({ path: context.req.path }))),
  );
  app.onError((error, context) => refusalResponse(context, asRefusal(error, options.report)));
  return app;
}

/** Packs answers. The tag stays what it was: it names the version, however the answer travels. */
function packed(): MiddlewareHandler {
  const pack = compress({ contentTypeFilter: /^application\/(?:[a-z.]+\+)?json/ });
  return async (context, next) => {
    let tag: string | null = null;
    await pack(context, async () => {
      await next();
      tag = context.res.headers.get('etag');
    });
    if (tag !== null) context.res.headers.set('etag', tag);
  };
}

function tooLarge(): never {
  throw new Refusal(413, 'too-large', SAYS.tooLarge({ most: MOST_BYTES / 1024 / 1024 }));
}

/** Every error as a refusal. Ours are reported where somebody can mend them, and told to the asker without their inside. */
function asRefusal(error: Error, report: AppOptions['report']): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreUnavailable) {
    report?.(error);
    return new Refusal(503, 'unavailable', SAYS.storeAway());
  }
  if (error instanceof HTTPException) {
    if (error.status === 415) return new Refusal(415, 'wrong-media', SAYS.sendJson());
    // Some of what the router finds has words of ours.
    const ours = [SAYS.unread, SAYS.malformed].find((one) => one.icu === (error.message || SAYS.unread.icu));
    return new Refusal(error.status, 'bad-request', ours?.() ?? REFUSED.said({ text: error.message }));
  }
  report?.(error);
  return new Refusal(500, 'failed', SAYS.failed());
}
