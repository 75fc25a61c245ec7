/** What was: revisions, and communities that were taken off the shelf. For those who may change a community. */
import { createRoute, z } from '@hono/zod-openapi';
import { message } from '#core/words/message';
import { mustWrite } from '#server/caller';
import { FIELD } from '#server/fields';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { communityParam, reading, router } from '#server/route';
import { revisionSchema } from '#server/schemas/store';
import type { Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noVersionOf: message('refused.no-version-of', 'There is no version {version} of {id}.'),
  notRemoved: message('refused.not-removed', 'There is no removed community {id}.'),
  removeFirst: message('refused.remove-first', 'There is no removed community {id}. Remove it first.'),
} as const;

const tags = ['History'];
const done = z.object({ done: z.literal(true) });

const revisions = createRoute({
  method: 'get',
  path: '/api/communities/{id}/revisions',
  tags,
  summary: 'Every change, newest first',
  request: {
    params: communityParam,
    query: z.object({
      before: z.coerce
        .number(FIELD.whole)
        .int()
        .min(1)
        .optional()
        .describe('Only revisions before this version.'),
      limit: z.coerce.number(FIELD.whole).int().min(1).max(500).optional().describe('50 unless said.'),
    }),
  },
  responses: reading(z.object({ revisions: z.array(revisionSchema) }), 'Author, time and note of each.'),
});

const textAt = createRoute({
  method: 'get',
  path: '/api/communities/{id}/revisions/{version}',
  tags,
  summary: 'The file as it was at a version',
  request: {
    params: communityParam.extend({ version: z.coerce.number(FIELD.whole).int().min(1) }),
  },
  responses: reading(z.object({ revision: revisionSchema, text: z.string() }), 'The text.'),
});

const remove = createRoute({
  method: 'delete',
  path: '/api/communities/{id}',
  tags,
  summary: 'Take a community off the shelf; it can be brought back',
  request: { params: communityParam },
  responses: reading(done, 'Taken off.'),
});

const removed = createRoute({
  method: 'get',
  path: '/api/removed',
  tags,
  summary: 'Communities that can be brought back',
  responses: reading(
    z.object({ removed: z.array(z.object({ id: z.string(), removedAt: z.string() })) }),
    'Removed ones.',
  ),
});

const bringBack = createRoute({
  method: 'post',
  path: '/api/removed/{id}/bring-back',
  tags,
  summary: 'Put a removed community on the shelf again',
  request: { params: communityParam },
  responses: reading(done, 'It is back.'),
});

const purge = createRoute({
  method: 'delete',
  path: '/api/removed/{id}',
  tags,
  summary: 'Delete a removed community with its history, for good',
  request: { params: communityParam },
  responses: reading(done, 'Gone.'),
});

/** The routes of history, over a store. */
export function historyRoutes(store: Store) {
  return router()
    .openapi(revisions, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      const { before, limit } = context.req.valid('query');
      const page = { ...(before === undefined ? {} : { before }), ...(limit === undefined ? {} : { limit }) };
      const found = await store.revisions(id, page);
      if (found.length === 0 && before === undefined)
        throw new Refusal(404, 'not-found', REFUSED.noCommunity({ id }));
      return context.json({ revisions: found } as never, 200);
    })
    .openapi(textAt, async (context) => {
      const { id, version } = context.req.valid('param');
      mustWrite(context, id);
      const found = await store.textAt(id, version);
      if (found === null) throw new Refusal(404, 'not-found', SAYS.noVersionOf({ version, id }));
      return context.json(found as never, 200);
    })
    .openapi(remove, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      if (!(await store.remove(id))) throw new Refusal(404, 'not-found', REFUSED.noCommunity({ id }));
      return context.json({ done: true as const }, 200);
    })
    .openapi(removed, async (context) => {
      mustWrite(context, '*');
      return context.json({ removed: [...(await store.removed())] }, 200);
    })
    .openapi(bringBack, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      if (!(await store.bringBack(id))) throw new Refusal(404, 'not-found', SAYS.notRemoved({ id }));
      return context.json({ done: true as const }, 200);
    })
    .openapi(purge, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      const gone = (await store.removed()).some((one) => one.id === id) && (await store.purge(id));
      if (!gone) throw new Refusal(404, 'not-found', SAYS.removeFirst({ id }));
      return context.json({ done: true as const }, 200);
    });
}
