/** What every route shares: parameters, the answers that may always come, and how a mistaken request is told. */
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Carried } from '#server/caller';
import { Refusal, refusalResponse } from '#server/problem';
import { REFUSED } from '#server/refused';
import { refusalSchema } from '#server/schemas/store';

export const communityParam = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .describe('Id of the community.'),
});

export const seenQuery = z.object({
  audience: z.string().min(1).max(200).optional().describe('Who asks; stewards unless said.'),
  'as-of': z.string().max(40).optional().describe('The day to see it from; a partial date means its middle.'),
});

/** A refusal as a route describes it. */
export const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: refusalSchema } },
});

/** A JSON answer with the refusals that go with reading. */
export function reading<S extends z.ZodType>(schema: S, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    400: refusal('The request is not as it should be.'),
    404: refusal('No such community, or nothing of it for this audience: the two look the same.'),
  } as const;
}

/** A JSON answer with the refusals that go with changing. */
export function changing<S extends z.ZodType>(schema: S, description: string) {
  return {
    ...reading(schema, description),
    409: refusal(
      'The community has moved on (`stale`, with what changed), the id is taken, or the change id was used before.',
    ),
    413: refusal('Too large.'),
    422: refusal('The file would have problems; nothing was changed.'),
  } as const;
}

/** As `changing`, for what is new. */
export function creating<S extends z.ZodType>(schema: S, description: string) {
  const { 200: answer, 404: _, ...refusals } = changing(schema, description);
  return { 201: answer, ...refusals } as const;
}

/** A JSON body of that shape. */
export function taking<S extends z.ZodType>(schema: S) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const;
}

/** A router whose mistaken requests are told as refusals. */
export function router(): OpenAPIHono<Carried> {
  return new OpenAPIHono<Carried>({
    defaultHook: (result, context) => {
      if (result.success) return;
      const errors = result.error.issues.map((issue) => ({ at: issue.path.join('.'), says: issue.message }));
      const detail = errors
        .map((error) => (error.at === '' ? error.says : `${error.at}: ${error.says}`))
        .join('; ');
      return refusalResponse(
        context,
        new Refusal(400, 'bad-request', REFUSED.said({ text: detail }), { errors }),
      );
    },
  });
}

/** A version as an ETag. */
export function entityTag(version: number): string {
  return `"${version}"`;
}
