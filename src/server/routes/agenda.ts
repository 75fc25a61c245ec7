/** The agenda of a month and of a meeting, for an audience on a day. The core proposes; this carries. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { agendaEntries, agendaMarkdown, agendaReport, meetingReport } from '#core/agenda';
import { inLanguage } from '#core/model/fact';
import { message } from '#core/words/message';
import { speech } from '#core/words/speech';
import { calendarFile } from '#server/calendar-file';
import { audienceOfRequest, type Carried } from '#server/caller';
import { FIELD } from '#server/fields';
import { Refusal } from '#server/problem';
import { communityParam, reading, router, seenQuery } from '#server/route';
import { agendaSchema, meetingSchema } from '#server/schemas/agenda';
import type { Seeing } from '#server/seen';

/** What is refused here. */
const SAYS = {
  tooShort: message('refused.too-short', 'The items take longer than the meeting.'),
} as const;

const tags = ['Answers'];
const list = (says: string) => z.string().max(1000).optional().describe(`${says}, with commas between.`);

const agenda = createRoute({
  method: 'get',
  path: '/api/communities/{id}/agenda',
  tags,
  summary: 'The leadership agenda of a month',
  request: {
    params: communityParam,
    query: seenQuery.extend({
      month: z
        .string()
        .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month, such as 2026-12')
        .optional()
        .describe('Such as `2026-12`; the month of the day unless said.'),
      format: z.enum(['json', 'md', 'ics']).optional().describe('`json` unless said.'),
    }),
  },
  responses: {
    ...reading(agendaSchema, 'As `potluck agenda`.'),
    200: {
      description: 'As `potluck agenda`.',
      content: {
        'application/json': { schema: agendaSchema },
        'text/markdown': { schema: z.string() },
        'text/calendar': { schema: z.string() },
      },
    },
  },
});

const meeting = createRoute({
  method: 'get',
  path: '/api/communities/{id}/meeting',
  tags,
  summary: 'A proposed agenda of one meeting, from the questions',
  request: {
    params: communityParam,
    query: seenQuery.extend({
      minutes: z.coerce.number(FIELD.whole).int().min(10).max(1440).optional(),
      picks: list('Questions that were picked, as `Q19` or by item id'),
      blocks: list('Blocks of special interest'),
      lately: list('Questions asked lately'),
      order: list('Item ids in the order wished for'),
    }),
  },
  responses: reading(meetingSchema, 'At most five questions, one of a block, money never first.'),
});

/** The routes of agendas. */
export function agendaRoutes(seeing: Seeing) {
  const seen = (context: Context<Carried>, id: string, query: z.infer<typeof seenQuery>) =>
    seeing.view(id, audienceOfRequest(context, id, query.audience), query['as-of']);

  return router()
    .openapi(agenda, async (context) => {
      const { id } = context.req.valid('param');
      const query = context.req.valid('query');
      const { view, version, at } = await seen(context, id, query);
      if (query.format === 'md') {
        return context.body(agendaMarkdown(view, query.month), 200, {
          'content-type': 'text/markdown; charset=utf-8',
        }) as never;
      }
      if (query.format === 'ics') {
        const file = { name: inLanguage(view.name), language: speech().language, at, sequence: version };
        return context.body(calendarFile(agendaEntries(view, query.month), file), 200, {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': `attachment; filename="${id}-agenda.ics"`,
        }) as never;
      }
      const body = agendaReport(view, query.month) as unknown as z.infer<typeof agendaSchema>;
      return context.json(body, 200);
    })
    .openapi(meeting, async (context) => {
      const { id } = context.req.valid('param');
      const query = context.req.valid('query');
      const { view } = await seen(context, id, query);
      const options = {
        ...(query.minutes === undefined ? {} : { minutes: query.minutes }),
        picks: listOf(query.picks),
        blocks: listOf(query.blocks),
        lately: listOf(query.lately),
        order: listOf(query.order),
      };
      try {
        return context.json(meetingReport(view, options) as unknown as z.infer<typeof meetingSchema>, 200);
      } catch (error) {
        if (error instanceof RangeError) throw new Refusal(400, 'bad-request', SAYS.tooShort());
        throw error;
      }
    });
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((one) => one !== '');
}
