/**
 * Secret calendar addresses: made and withdrawn by the person whose calendar it is, and read by that calendar, which can
 * send no sign of who it is. What it is told is worked out anew each time, for what that person may see now.
 */
import { createRoute, z } from '@hono/zod-openapi';
import { agendaFeed } from '#core/agenda';
import { type Day, isoDay } from '#core/model/dates';
import { inLanguage } from '#core/model/fact';
import { message } from '#core/words/message';
import { feedText, sendingOf } from '#server/calendar/feed-text';
import { audienceOfRequest, type Caller } from '#server/caller';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { communityParam, creating, reading, router, taking } from '#server/route';
import { feedRequest, feedSchema, madeFeedSchema } from '#server/schemas/voices';
import type { Seeing } from '#server/seen';
import { newToken, tokenHash } from '#store/people/secrets';
import type { Store } from '#store/port';
import type { Feed } from '#store/voices/port';

/** What is refused here. */
const SAYS = {
  tooManyFeeds: message('refused.too-many-feeds', 'You have {most} addresses already. Withdraw one first.'),
  noFeed: message('refused.no-feed', 'There is no such address of yours.'),
  noCalendar: message('refused.no-calendar', 'There is no calendar at this address (any more).'),
} as const;

const tags = ['Talk'];
/** Addresses of one person for one community. */
const MOST_FEEDS = 10;
const DAYS_BACK = 31;

export interface FeedWorld {
  readonly store: Store;
  readonly seeing: Seeing;
  readonly today: () => Day;
  /** Whether a person may (still) have an audience of a community. */
  readonly mayFollow: (feed: Pick<Feed, 'community' | 'person' | 'audience'>) => Promise<boolean>;
}

const list = createRoute({
  method: 'get',
  path: '/api/communities/{id}/feeds',
  tags,
  summary: 'Your own calendar addresses',
  request: { params: communityParam },
  responses: reading(z.object({ feeds: z.array(feedSchema) }), 'Oldest first; without their secrets.'),
});

const make = createRoute({
  method: 'post',
  path: '/api/communities/{id}/feeds',
  tags,
  summary: 'Make a calendar address',
  request: { params: communityParam, ...taking(feedRequest) },
  responses: creating(madeFeedSchema, 'The address, told only now.'),
});

const withdraw = createRoute({
  method: 'delete',
  path: '/api/communities/{id}/feeds/{feed}',
  tags,
  summary: 'Withdraw a calendar address',
  request: { params: communityParam.extend({ feed: z.uuid() }) },
  responses: { ...reading(z.object({}), 'Withdrawn.'), 204: { description: 'Withdrawn.' } },
});

/** Whose calendars these are: an account, or the one person at this machine. Nobody in particular has none. */
function personOf(caller: Caller): string {
  const person = caller.account ?? caller.author?.id ?? null;
  if (person === null) throw new Refusal(404, 'not-found', REFUSED.noCommunityForYou());
  return person;
}

/** The routes of calendar addresses, and the addresses themselves. */
export function feedRoutes(world: FeedWorld) {
  const { store } = world;
  const { voices } = store;
  const log = (
    act: 'feed-made' | 'feed-withdrawn',
    community: string,
    person: string,
    audience: string | null,
  ) => store.log.append({ community, act, person, about: { audience } });
  const app = router()
    .openapi(list, async (context) => {
      const { id } = context.req.valid('param');
      audienceOfRequest(context, id, undefined);
      const feeds = await voices.feedsOf(id, personOf(context.get('caller')));
      return context.json({ feeds: feeds.map(told) }, 200);
    })
    .openapi(make, async (context) => {
      const { id } = context.req.valid('param');
      const audience = audienceOfRequest(context, id, context.req.valid('json').audience);
      const person = personOf(context.get('caller'));
      await world.seeing.view(id, audience, undefined);
      if ((await voices.feedsOf(id, person)).length >= MOST_FEEDS)
        throw new Refusal(409, 'taken', SAYS.tooManyFeeds({ most: MOST_FEEDS }));
      const token = newToken();
      const feed = await voices.makeFeed({ community: id, person, audience, token: tokenHash(token) });
      await log('feed-made', id, person, audience);
      return context.json({ ...told(feed), address: `/feed/${token}.ics` }, 201);
    })
    .openapi(withdraw, async (context) => {
      const { id, feed } = context.req.valid('param');
      const person = personOf(context.get('caller'));
      if (!(await voices.withdrawFeed(id, person, feed))) throw new Refusal(404, 'not-found', SAYS.noFeed());
      await log('feed-withdrawn', id, person, null);
      return context.body(null, 204) as never;
    });
  app.get('/feed/:file{[A-Za-z0-9_-]{43}\\.ics}', async (context) => {
    const feed = await voices.feedBy(tokenHash(context.req.param('file').slice(0, -'.ics'.length)));
    if (feed === null || !(await world.mayFollow(feed)))
      throw new Refusal(404, 'not-found', SAYS.noCalendar());
    return new Response(await calendarOf(world, feed), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, no-cache',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
      },
    });
  });
  return app;
}

function told({ id, audience, madeAt }: Feed) {
  return { id, audience, madeAt };
}

async function calendarOf({ store, seeing, today }: FeedWorld, feed: Feed): Promise<string> {
  const now = today();
  // A calendar asks of today, whatever day the description speaks of.
  const { view } = await seeing.view(feed.community, feed.audience, isoDay(now));
  const entries = agendaFeed(view, now);
  const sent = await store.voices.noteSent(feed.id, sendingOf(entries), isoDay(now - DAYS_BACK));
  return feedText(inLanguage(view.name), entries, sent);
}
