/** The sponsor's page of a basket: totals only, as one audience may have it. The core works it out; this carries. */
import { createRoute, z } from '@hono/zod-openapi';
import { describedDay } from '#core/model/community';
import { type Day, isoDay, type When } from '#core/model/dates';
import { calledOn, sponsorFor } from '#core/sponsor-for';
import { message } from '#core/words/message';
import { audienceOfRequest } from '#server/caller';
import { Refusal } from '#server/problem';
import { communityParam, reading, router, seenQuery } from '#server/route';
import { messageSchema } from '#server/schemas/answers';
import type { Seeing } from '#server/seen';
import { wholeCommunity } from '#server/whole';
import type { Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noBasket: message('refused.no-basket', 'There is no such basket for you.'),
} as const;

const text = z.union([z.string(), z.record(z.string(), z.string())]);
const amount = z
  .number()
  .nullable()
  .describe('A month, in the unit of the kind. Null: not known or not told, never zero.');

const schema = z
  .object({
    potluck: z.literal(1),
    community: z.string(),
    audience: z.string(),
    asOf: z.string(),
    basket: z.string(),
    sponsor: z.string(),
    includes: z.array(z.string()),
    strings: text.nullable(),
    reporting: text.nullable(),
    income: z.array(
      z.object({
        flow: z.string(),
        kind: z.string().nullable(),
        written: z.string().nullable(),
        perMonth: amount,
        until: z.string().nullable(),
      }),
    ),
    cost: z.array(
      z.object({
        kind: z.string(),
        unit: z.string().nullable(),
        whole: amount,
        bySponsor: amount,
        byOthers: amount,
        withheld: messageSchema.nullable().describe('Why it is not told.'),
        isOpen: z.boolean().describe('More of it is given, and nobody counted how much.'),
      }),
    ),
    worth: z.array(
      z.object({ id: z.string(), about: z.string().nullable(), for: z.string().nullable(), text }),
    ),
    ends: z.array(z.object({ id: z.string(), on: z.string() })).describe('The nearest first.'),
    names: z.record(z.string(), z.string()).describe('What the ids are called.'),
  })
  .meta({ id: 'SponsorPage', description: 'What a sponsor may read of its basket.' });

const sponsor = createRoute({
  method: 'get',
  path: '/api/communities/{id}/sponsor/{basket}',
  tags: ['Answers'],
  summary: 'The sponsor’s page of a basket',
  request: {
    params: communityParam.extend({ basket: z.string().min(1).max(200) }),
    query: seenQuery,
  },
  responses: reading(schema, 'What came in, what it takes in every kind, what it changed, what ends when.'),
});

const written = (when: When | null): string | null => when?.text ?? null;

/** The route of the sponsor's page. */
export function sponsorRoutes(store: Store, seeing: Seeing, today: () => Day) {
  return router().openapi(sponsor, async (context) => {
    const { id, basket } = context.req.valid('param');
    const { audience: wanted, 'as-of': asOf } = context.req.valid('query');
    const audience = audienceOfRequest(context, id, wanted);
    const { community } = await wholeCommunity(store, id);
    const day = asOf === undefined ? (describedDay(community) ?? today()) : seeing.day(asOf);
    const found = sponsorFor(community, basket, { audience, day });
    if (found === null) throw new Refusal(404, 'not-found', SAYS.noBasket());
    const { page } = found;
    const ids = [
      ...[page.basket, page.sponsor, ...page.includes],
      ...[...page.income.map((one) => one.flow), ...page.ends.map((one) => one.id)],
    ];
    const answer = {
      ...{ potluck: 1 as const, community: id, audience, asOf: isoDay(day) },
      ...page,
      income: page.income.map((one) => ({ ...one, until: written(one.until) })),
      ends: page.ends.map((one) => ({ id: one.id, on: one.on.text })),
      names: Object.fromEntries(ids.map((one) => [one, calledOn(found, one)])),
    };
    return context.json(answer as unknown as z.infer<typeof schema>, 200);
  });
}
