/** Communities as they are kept: the shelf, reading, creating, changing, going back. The store decides; this carries. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { message } from '#core/words/message';
import { audienceOfRequest, type Carried, mustWrite } from '#server/caller';
import { logOpenness } from '#server/openness-log';
import { plainAnswer } from '#server/plain-answer';
import { fromStore, Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import {
  changing,
  communityParam,
  creating,
  entityTag,
  reading,
  router,
  seenQuery,
  taking,
} from '#server/route';
import {
  changeRequest,
  createRequest,
  dataSchema,
  previewRequest,
  previewSchema,
  renameRequest,
  restoreRequest,
  savedSchema,
  saveRequest,
  summarySchema,
  textSchema,
} from '#server/schemas/store';
import type { Outcome, Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  emptyBody: message('refused.empty-body', 'The body is empty; send the community file.'),
} as const;

const tags = ['Communities'];
const audienceQuery = seenQuery.pick({ audience: true });

const list = createRoute({
  method: 'get',
  path: '/api/communities',
  tags,
  summary: 'What lies on the shelf',
  responses: reading(z.object({ communities: z.array(summarySchema) }), 'By name.'),
});

const create = createRoute({
  method: 'post',
  path: '/api/communities',
  tags,
  summary: 'Create a community from a file',
  request: taking(createRequest),
  responses: creating(savedSchema, 'Kept.'),
});

const importing = createRoute({
  method: 'post',
  path: '/api/communities/import',
  tags,
  summary: 'Bring in a community file as it is',
  description:
    'The body is the file itself (application/yaml). `Idempotency-Key`: a UUID, so that a retry counts once.',
  request: { headers: z.object({ 'idempotency-key': z.uuid() }) },
  responses: creating(savedSchema, 'Kept.'),
});

const read = createRoute({
  method: 'get',
  path: '/api/communities/{id}',
  tags,
  summary: 'The file, as an audience may have it',
  request: { params: communityParam, query: audienceQuery },
  responses: reading(textSchema, 'The text and its version, which is also the ETag.'),
});

const data = createRoute({
  method: 'get',
  path: '/api/communities/{id}/data',
  tags,
  summary: 'The file as an audience may have it, as plain data',
  request: { params: communityParam, query: audienceQuery },
  responses: reading(dataSchema, 'What the text means; its version is also the ETag.'),
});

const exporting = createRoute({
  method: 'get',
  path: '/api/communities/{id}/export',
  tags,
  summary: 'The file to keep, as YAML',
  request: { params: communityParam, query: audienceQuery },
  responses: {
    ...reading(textSchema, 'The file.'),
    200: { description: 'The file.', content: { 'application/yaml': { schema: z.string() } } },
  },
});

const audiences = createRoute({
  method: 'get',
  path: '/api/communities/{id}/audiences',
  tags,
  summary: 'The audiences that can be looked through',
  request: { params: communityParam },
  responses: reading(z.object({ audiences: z.array(z.string()) }), 'Sorted.'),
});

const save = createRoute({
  method: 'put',
  path: '/api/communities/{id}',
  tags,
  summary: 'Save the whole text anew',
  request: { params: communityParam, ...taking(saveRequest) },
  responses: changing(savedSchema, 'Kept.'),
});

const change = createRoute({
  method: 'post',
  path: '/api/communities/{id}/operations',
  tags,
  summary: 'Change by the ids of things: all or none',
  request: { params: communityParam, ...taking(changeRequest) },
  responses: changing(savedSchema, 'Kept.'),
});

const preview = createRoute({
  method: 'post',
  path: '/api/communities/{id}/preview',
  tags,
  summary: 'What operations would do, without doing it',
  request: { params: communityParam, ...taking(previewRequest) },
  responses: changing(previewSchema, 'What would be kept.'),
});

const restore = createRoute({
  method: 'post',
  path: '/api/communities/{id}/restore',
  tags,
  summary: 'Bring back an earlier version, as a new one',
  request: { params: communityParam, ...taking(restoreRequest) },
  responses: changing(savedSchema, 'Kept.'),
});

const rename = createRoute({
  method: 'post',
  path: '/api/communities/{id}/rename',
  tags,
  summary: 'Give the community another id',
  request: { params: communityParam, ...taking(renameRequest) },
  responses: changing(savedSchema, 'Kept.'),
});

/** What was kept, as plain data of the published shape; a refusal of the store becomes one of this door. */
function kept(outcome: Outcome): z.infer<typeof savedSchema> {
  if (!outcome.ok) throw fromStore(outcome);
  return outcome as unknown as z.infer<typeof savedSchema>;
}

/** Who changed it, and what they said. */
const saidBy = (context: Context<Carried>, message: string | null | undefined) => ({
  author: context.get('caller').author,
  message: message ?? null,
});

/** Adds the routes that create and change communities. */
function changingRoutes(store: Store) {
  return router()
    .openapi(create, async (context) => {
      mustWrite(context, '*');
      const { text, changeId, message } = context.req.valid('json');
      const saved = kept(
        await store.create({
          text,
          changeId,
          message: message ?? null,
          author: context.get('caller').author,
        }),
      );
      return context.json(saved, 201, {
        etag: entityTag(saved.version),
        location: `/api/communities/${saved.community}`,
      });
    })
    .openapi(importing, async (context) => {
      mustWrite(context, '*');
      const changeId = context.req.valid('header')['idempotency-key'];
      const text = await context.req.text();
      if (text.trim() === '') throw new Refusal(400, 'bad-request', SAYS.emptyBody());
      const saved = kept(
        await store.create({ text, changeId, kind: 'import', author: context.get('caller').author }),
      );
      return context.json(saved, 201, {
        etag: entityTag(saved.version),
        location: `/api/communities/${saved.community}`,
      });
    })
    .openapi(save, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      const { message, ...body } = context.req.valid('json');
      const saved = kept(
        await store.saveText(id, { ...body, message: message ?? null, author: context.get('caller').author }),
      );
      await logOpenness(store, saved, saidBy(context, message));
      return context.json(saved, 200, { etag: entityTag(saved.version) });
    })
    .openapi(change, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      const { message, operations, ...body } = context.req.valid('json');
      const saved = kept(
        await store.change(id, {
          ...body,
          operations: operations as never,
          message: message ?? null,
          author: context.get('caller').author,
        }),
      );
      await logOpenness(store, saved, saidBy(context, message));
      return context.json(saved, 200, { etag: entityTag(saved.version) });
    })
    .openapi(preview, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      const { operations, version } = context.req.valid('json');
      const would = await store.preview(id, {
        operations: operations as never,
        ...(version === undefined ? {} : { version }),
      });
      if (!would.ok) throw fromStore(would);
      return context.json(would as unknown as z.infer<typeof previewSchema>, 200);
    })
    .openapi(restore, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      const { message, ...body } = context.req.valid('json');
      const saved = kept(
        await store.restore(id, { ...body, message: message ?? null, author: context.get('caller').author }),
      );
      await logOpenness(store, saved, saidBy(context, message));
      return context.json(saved, 200, { etag: entityTag(saved.version) });
    })
    .openapi(rename, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      const { message, ...body } = context.req.valid('json');
      const saved = kept(
        await store.rename(id, { ...body, message: message ?? null, author: context.get('caller').author }),
      );
      return context.json(saved, 200, { etag: entityTag(saved.version) });
    });
}

/** Adds the routes that read communities. */
function readingRoutes(store: Store) {
  return router()
    .openapi(list, async (context) =>
      context.json({ communities: [...(await store.list(context.get('caller').sights))] }, 200),
    )
    .openapi(read, async (context) => {
      const { id } = context.req.valid('param');
      const audience = audienceOfRequest(context, id, context.req.valid('query').audience);
      const seen = await store.text(id, audience);
      if (seen === null)
        throw new Refusal(404, 'not-found', REFUSED.noCommunityFor({ community: id, audience }));
      return context.json(
        { community: id, audience, version: seen.version, at: seen.at, text: seen.body },
        200,
        { etag: entityTag(seen.version) },
      );
    })
    .openapi(data, async (context) => {
      const { id } = context.req.valid('param');
      const audience = audienceOfRequest(context, id, context.req.valid('query').audience);
      const seen = await store.text(id, audience);
      if (seen === null)
        throw new Refusal(404, 'not-found', REFUSED.noCommunityFor({ community: id, audience }));
      const said = plainAnswer(seen.body);
      return context.json({ community: id, audience, version: seen.version, at: seen.at, ...said }, 200, {
        etag: entityTag(seen.version),
      });
    })
    .openapi(exporting, async (context) => {
      const { id } = context.req.valid('param');
      const audience = audienceOfRequest(context, id, context.req.valid('query').audience);
      const seen = await store.text(id, audience);
      if (seen === null)
        throw new Refusal(404, 'not-found', REFUSED.noCommunityFor({ community: id, audience }));
      return context.body(seen.body, 200, {
        'content-type': 'application/yaml; charset=utf-8',
        'content-disposition': `attachment; filename="${id}.yaml"`,
        etag: entityTag(seen.version),
      }) as never;
    })
    .openapi(audiences, async (context) => {
      const { id } = context.req.valid('param');
      mustWrite(context, id);
      const names = await store.audiences(id);
      if (names.length === 0) throw new Refusal(404, 'not-found', REFUSED.noCommunity({ id }));
      return context.json({ audiences: [...names] }, 200);
    });
}

/** The routes of communities, over a store. */
export function communityRoutes(store: Store) {
  return router().route('/', readingRoutes(store)).route('/', changingRoutes(store));
}
