/** Communities side by side, for an audience. The core compares; this carries. What one may not see is absent here too. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { View } from '#core/audience/view';
import { FEWEST, MOST } from '#core/compare/compare';
import { type CompareReport, compareReport, readPicks, Unpicked } from '#core/compare/report';
import { type Message, message } from '#core/words/message';
import { audienceOfRequest, type Carried } from '#server/caller';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { reading, router, taking } from '#server/route';
import { compareSchema } from '#server/schemas/compare';
import type { Seeing } from '#server/seen';

/** What is refused here. */
const SAYS = {
  noId: message('refused.no-id', '{id} is no id of a community.'),
  daysOfOthers: message(
    'refused.days-of-others',
    '{communities} communities and {days} days: give one day for all, or one for each.',
  ),
  sideBySide: message(
    'refused.side-by-side',
    '{fewest} to {most} can stand side by side: communities, or one community on several days.',
  ),
} as const;

const tags = ['Answers'];
const ID = /^[a-z0-9][a-z0-9-]*$/;

const asked = z.object({
  communities: z
    .string()
    .min(1)
    .max(600)
    .describe('Ids with commas between, two to six; or one, with several days.'),
  'as-of': z
    .string()
    .max(400)
    .optional()
    .describe('One day for all, or one for each, with commas between; an empty one is the file’s own day.'),
  audience: z.string().min(1).max(200).optional().describe('Who asks; stewards unless said.'),
  pick: z
    .string()
    .max(400)
    .optional()
    .describe('Measures to move on, with commas between: `robust,-gini`. Then two to look at are sought.'),
  among: z
    .literal('shelf')
    .optional()
    .describe('`shelf`: the two are sought among all communities that you may see, not only these.'),
});

const askedInBody = z.object({
  communities: z
    .array(z.object({ id: z.string().regex(ID), asOf: z.string().max(40).optional() }))
    .min(1)
    .max(MOST),
  audience: z.string().min(1).max(200).optional(),
  pick: z.array(z.string().max(60)).max(40).optional(),
  among: z.literal('shelf').optional(),
});

const description = 'As `potluck compare --json`.';

const get = createRoute({
  method: 'get',
  path: '/api/compare',
  tags,
  summary: 'Communities, or one on several days, side by side',
  request: { query: asked },
  responses: reading(compareSchema, description),
});

const post = createRoute({
  method: 'post',
  path: '/api/compare',
  tags,
  summary: 'The same, asked for in a body',
  request: taking(askedInBody),
  responses: reading(compareSchema, description),
});

interface Side {
  readonly id: string;
  readonly asOf: string | undefined;
}

/** The routes of comparison. */
export function compareRoutes(seeing: Seeing) {
  const answer = async (
    context: Context<Carried>,
    sides: readonly Side[],
    audience: string | undefined,
    pick: readonly string[],
    among: 'shelf' | undefined,
  ): Promise<z.infer<typeof compareSchema>> => {
    const picked = picksOf(pick);
    const views = [];
    for (const { id, asOf } of sides) {
      const { view } = await seeing.view(id, audienceOfRequest(context, id, audience), asOf);
      views.push(view);
    }
    const shelf = among === 'shelf' && picked.length > 0 ? await shelfViews(context, audience) : [];
    const report: CompareReport = compareReport(views, { picked, among: shelf });
    return report as unknown as z.infer<typeof compareSchema>;
  };

  /** Every community on the caller's shelf, as the asked audience may see it. */
  const shelfViews = async (context: Context<Carried>, audience: string | undefined): Promise<View[]> => {
    const views: View[] = [];
    for (const { id } of await seeing.shelf(context.get('caller').sights)) {
      const { view } = await seeing.view(id, audienceOfRequest(context, id, audience), undefined);
      views.push(view);
    }
    return views;
  };

  return router()
    .openapi(get, async (context) => {
      const query = context.req.valid('query');
      const sides = sidesOf(query.communities.split(','), query['as-of']?.split(',') ?? []);
      return context.json(
        await answer(context, sides, query.audience, query.pick?.split(',') ?? [], query.among),
        200,
      );
    })
    .openapi(post, async (context) => {
      const body = context.req.valid('json');
      const sides = counted(body.communities.map(({ id, asOf }) => ({ id, asOf })));
      return context.json(await answer(context, sides, body.audience, body.pick ?? [], body.among), 200);
    });
}

/** Ids and days side by side: one community takes each day in turn, several take one day for all or one each. */
function sidesOf(written: readonly string[], days: readonly string[]): readonly Side[] {
  const ids = written.map((id) => id.trim()).filter((id) => id !== '');
  for (const id of ids) if (!ID.test(id)) throw wrong(SAYS.noId({ id }));
  const dayAt = (at: number): string | undefined => {
    const day = (days.length === 1 ? days[0] : days[at])?.trim();
    return day === undefined || day === '' ? undefined : day;
  };
  const [only] = ids;
  if (ids.length === 1 && only !== undefined)
    return counted(days.map((_, at) => ({ id: only, asOf: dayAt(at) })));
  if (days.length > 1 && days.length !== ids.length)
    throw wrong(SAYS.daysOfOthers({ communities: ids.length, days: days.length }));
  return counted(ids.map((id, at) => ({ id, asOf: dayAt(at) })));
}

function counted(sides: readonly Side[]): readonly Side[] {
  if (sides.length < FEWEST || sides.length > MOST)
    throw wrong(SAYS.sideBySide({ fewest: FEWEST, most: MOST }));
  return sides;
}

function picksOf(words: readonly string[]) {
  try {
    // A plus sign of an address is read as a blank; a measure never begins with one.
    return readPicks(words.map((word) => word.replace(/^ /, '+')));
  } catch (error) {
    if (error instanceof Unpicked) throw wrong(REFUSED.said({ text: error.message }));
    throw error;
  }
}

function wrong(says: Message): Refusal {
  return new Refusal(400, 'bad-request', says);
}
