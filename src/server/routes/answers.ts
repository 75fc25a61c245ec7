/** What follows from a community, for an audience on a day. The core computes; this carries. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { picture as draw } from '#core/picture/svg';
import { analyseReport, questionsReport, storyReport, UnknownAnalysis } from '#core/report';
import { speech } from '#core/words/speech';
import { audienceOfRequest, type Carried } from '#server/caller';
import { KeptDrawings } from '#server/kept-drawings';
import { Refusal } from '#server/problem';
import { noMeasure } from '#server/refused';
import { communityParam, entityTag, reading, router, seenQuery } from '#server/route';
import { analyseSchema, questionsSchema, storySchema } from '#server/schemas/answers';
import { viewSchema } from '#server/schemas/store';
import type { Seeing } from '#server/seen';
import { embeddedTypefaces, picturePolicy } from '#server/typefaces';

const tags = ['Answers'];
const request = { params: communityParam, query: seenQuery };

const view = createRoute({
  method: 'get',
  path: '/api/communities/{id}/view',
  tags,
  summary: 'All that an audience may know, as data',
  request,
  responses: reading(viewSchema, 'The disclosed community.'),
});

const findings = createRoute({
  method: 'get',
  path: '/api/communities/{id}/findings',
  tags,
  summary: 'Findings, all or of the named measures',
  request: {
    params: communityParam,
    query: seenQuery.extend({
      ids: z.string().max(1000).optional().describe('Measures, with commas between.'),
      since: z.string().max(40).optional().describe('For `change`: the earlier day.'),
    }),
  },
  responses: reading(analyseSchema, 'As `potluck analyse --json`.'),
});

const questions = createRoute({
  method: 'get',
  path: '/api/communities/{id}/questions',
  tags,
  summary: 'Questions, in the order to ask them',
  request,
  responses: reading(questionsSchema, 'As `potluck questions --json`.'),
});

const story = createRoute({
  method: 'get',
  path: '/api/communities/{id}/story',
  tags,
  summary: 'The community in plain words',
  request,
  responses: reading(storySchema, 'As `potluck story --json`.'),
});

const picture = createRoute({
  method: 'get',
  path: '/api/communities/{id}/picture.svg',
  tags,
  summary: 'The rich picture',
  request,
  responses: {
    ...reading(z.string(), 'SVG.'),
    200: { description: 'SVG.', content: { 'image/svg+xml': { schema: z.string() } } },
  },
});

/** The routes of answers. */
export function answerRoutes(seeing: Seeing) {
  const drawings = new KeptDrawings();
  const seen = (context: Context<Carried>, id: string, query: z.infer<typeof seenQuery>) =>
    seeing.view(id, audienceOfRequest(context, id, query.audience), query['as-of']);

  return router()
    .openapi(view, async (context) => {
      const { id } = context.req.valid('param');
      const { view: found, version, at } = await seen(context, id, context.req.valid('query'));
      const body = { community: id, audience: found.audience, version, at, view: found.toJSON() };
      return context.json(body as unknown as z.infer<typeof viewSchema>, 200, { etag: entityTag(version) });
    })
    .openapi(findings, async (context) => {
      const { id } = context.req.valid('param');
      const query = context.req.valid('query');
      const { view: found } = await seen(context, id, query);
      const ids = (query.ids ?? '').split(',').filter((one) => one !== '');
      const options = query.since === undefined ? {} : { since: seeing.day(query.since) };
      return context.json(
        plain<typeof analyseSchema>(() => analyseReport(found, { ids, options })),
        200,
      );
    })
    .openapi(questions, async (context) => {
      const { id } = context.req.valid('param');
      const { view: found } = await seen(context, id, context.req.valid('query'));
      return context.json(
        plain<typeof questionsSchema>(() => questionsReport(found)),
        200,
      );
    })
    .openapi(story, async (context) => {
      const { id } = context.req.valid('param');
      const { view: found } = await seen(context, id, context.req.valid('query'));
      return context.json(
        plain<typeof storySchema>(() => storyReport(found)),
        200,
      );
    })
    .openapi(picture, async (context) => {
      const { id } = context.req.valid('param');
      const { view: found, version, at } = await seen(context, id, context.req.valid('query'));
      const key = [id, found.audience, version, at, found.day, speech().language];
      const drawn = drawings.of(key, () => draw(found, { fontFaces: embeddedTypefaces() }));
      return context.body(drawn, 200, {
        'content-type': 'image/svg+xml; charset=utf-8',
        'content-security-policy': picturePolicy(),
      }) as never;
    });
}

/** What the core answers, as plain data of the published shape; a measure that does not exist is the asker's mistake. */
function plain<S extends z.ZodType>(answer: () => unknown): z.infer<S> {
  try {
    return answer() as z.infer<S>;
  } catch (error) {
    if (error instanceof UnknownAnalysis) throw new Refusal(400, 'bad-request', noMeasure(error));
    throw error;
  }
}
