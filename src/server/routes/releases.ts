/** Releases for stewards: make one, list them, give one another address, take one back. The pages themselves: `released`. */
import { createRoute, z } from '@hono/zod-openapi';
import { describedDay } from '#core/model/community';
import type { Day } from '#core/model/dates';
import type { RunAsked } from '#core/released-run';
import { SIMULATION_DEFAULTS } from '#core/simulate/simulation';
import { message } from '#core/words/message';
import { mustSteward } from '#server/caller';
import { Refusal } from '#server/problem';
import { newAddress, release } from '#server/releasing';
import { communityParam, creating, reading, router, taking } from '#server/route';
import { releasedSchema, releaseRequest, releaseSchema, withdrawRequest } from '#server/schemas/releases';
import type { Seeing } from '#server/seen';
import { wholeCommunity } from '#server/whole';
import type { Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noRelease: message('refused.no-release', 'There is no such release, or it was taken back.'),
} as const;

const tags = ['Releases'];
const one = communityParam.extend({ release: z.uuid().describe('Id of the release.') });
const done = z.object({ done: z.literal(true) });

const make = createRoute({
  method: 'post',
  path: '/api/communities/{id}/releases',
  tags,
  summary: 'Release a page, a picture, a table, a sponsor’s page or a “what if”; for stewards',
  description:
    'Refused as `gives-away` where, beside what was released before, it would tell what single people gave (`gives`), and as `wall` where it would bring together those who were to stay apart (`breaches`).',
  request: { params: communityParam, ...taking(releaseRequest) },
  responses: creating(releasedSchema, 'Frozen, at an address of its own.'),
});

const list = createRoute({
  method: 'get',
  path: '/api/communities/{id}/releases',
  tags,
  summary: 'What was released, newest first; for stewards',
  request: { params: communityParam },
  responses: reading(z.object({ releases: z.array(releaseSchema) }), 'Withdrawn ones included.'),
});

const readdress = createRoute({
  method: 'post',
  path: '/api/communities/{id}/releases/{release}/address',
  tags,
  summary: 'Give a release another address; the former one leads nowhere',
  request: { params: one },
  responses: reading(z.object({ link: z.string() }), 'The new address, told once.'),
});

const withdraw = createRoute({
  method: 'delete',
  path: '/api/communities/{id}/releases/{release}',
  tags,
  summary: 'Take a release back; for stewards',
  request: {
    params: one,
    body: { required: false, content: { 'application/json': { schema: withdrawRequest } } },
  },
  responses: reading(done, 'Its address says calmly that it was taken back.'),
});

function runOf(asked: NonNullable<z.infer<typeof releaseRequest>['run']>): RunAsked {
  const { scenarios = [], levers = {}, values = {} } = asked;
  const { months, runs, seed } = SIMULATION_DEFAULTS;
  return {
    ...{ scenarios, levers, values },
    months: asked.months ?? months,
    runs: asked.runs ?? runs,
    seed: asked.seed ?? seed,
  };
}

/** The routes of releases, over a store. */
export function releaseRoutes(store: Store, seeing: Seeing, today: () => Day) {
  const absent = () => new Refusal(404, 'not-found', SAYS.noRelease());
  return router()
    .openapi(make, async (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      const asked = context.req.valid('json');
      const { community, version } = await wholeCommunity(store, id);
      const day = asked.asOf == null ? (describedDay(community) ?? today()) : seeing.day(asked.asOf);
      const made = await release(store, community, version, {
        ...{ audience: asked.audience, what: asked.what, day, today: today() },
        of: asked.what === 'sponsor' ? (asked.of ?? null) : null,
        run: asked.what === 'what-if' ? runOf(asked.run ?? {}) : null,
        withhold: asked.withhold === true,
        despite: asked.despite ?? null,
        reason: asked.reason ?? null,
        person: context.get('caller').author?.id ?? null,
      });
      const withheld = made.withheld.map(({ kind, count, why }) => ({ kind, count, why: why ?? null }));
      const answer = { id: made.id, link: `/r/${made.token}`, withheld };
      return context.json(answer as unknown as z.infer<typeof releasedSchema>, 201);
    })
    .openapi(list, async (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      return context.json({ releases: [...(await store.releases.list(id))] }, 200);
    })
    .openapi(readdress, async (context) => {
      const { id, release: which } = context.req.valid('param');
      mustSteward(context, id);
      const { token, hash } = newAddress();
      if (!(await store.releases.readdress(id, which, hash))) throw absent();
      return context.json({ link: `/r/${token}` }, 200);
    })
    .openapi(withdraw, async (context) => {
      const { id, release: which } = context.req.valid('param');
      mustSteward(context, id);
      const asked = context.req.valid('json');
      if (!(await store.releases.withdraw(id, which))) throw absent();
      await store.log.append({
        community: id,
        act: 'release-withdrawn',
        person: context.get('caller').author?.id ?? null,
        about: { release: which },
        reason: asked.reason ?? null,
      });
      return context.json({ done: true as const }, 200);
    });
}
