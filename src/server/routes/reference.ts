/** How measures are worked out, and the check of a file that nobody keeps. */
import { createRoute, z } from '@hono/zod-openapi';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { analysisIds, explanation, measure, UnknownAnalysis } from '#core/report';
import { plainAnswer } from '#server/plain-answer';
import { Refusal } from '#server/problem';
import { noMeasure } from '#server/refused';
import { reading, router, taking } from '#server/route';
import { checkSchema, explainSchema } from '#server/schemas/answers';
import { plainSchema } from '#server/schemas/store';

const tags = ['Reference'];

const list = createRoute({
  method: 'get',
  path: '/api/explain',
  tags,
  summary: 'Every measure',
  responses: reading(
    z.object({ analyses: z.array(z.object({ id: z.string(), title: z.string(), asks: z.string() })) }),
    'By id.',
  ),
});

const one = createRoute({
  method: 'get',
  path: '/api/explain/{id}',
  tags,
  summary: 'Formula, symbols, unit, how to read, what it is blind to, sources',
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: reading(explainSchema, 'As `potluck explain --json`.'),
});

const check = createRoute({
  method: 'post',
  path: '/api/check',
  tags,
  summary: 'Every problem of a file that is sent along; nothing is kept',
  request: taking(z.strictObject({ text: z.string(), file: z.string().max(200).optional() })),
  responses: reading(checkSchema, 'As `potluck check --json`.'),
});

const data = createRoute({
  method: 'post',
  path: '/api/data',
  tags,
  summary: 'A file that is sent along, as plain data; nothing is kept',
  request: taking(z.strictObject({ text: z.string() })),
  responses: reading(plainSchema, 'What the text means in YAML.'),
});

/** The routes of reference. */
export function referenceRoutes() {
  return router()
    .openapi(list, (context) => {
      const analyses = analysisIds()
        .map((id) => measure(id))
        .map(({ id, title, asks }) => ({ id, title, asks }));
      return context.json({ analyses }, 200);
    })
    .openapi(one, (context) => {
      try {
        return context.json(explanation(measure(context.req.valid('param').id)), 200);
      } catch (error) {
        if (error instanceof UnknownAnalysis) throw new Refusal(404, 'not-found', noMeasure(error));
        throw error;
      }
    })
    .openapi(check, (context) => {
      const { text, file = 'community.yaml' } = context.req.valid('json');
      const body = { potluck: 1 as const, files: [file], problems: resolve(parse(text, { file })).problems };
      return context.json(body as unknown as z.infer<typeof checkSchema>, 200);
    })
    .openapi(data, (context) => context.json(plainAnswer(context.req.valid('json').text), 200));
}
