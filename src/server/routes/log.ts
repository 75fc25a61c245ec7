/** The log, for stewards: what was shown to whom, and what changed in who may see. It is read here and altered nowhere. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cell } from '#core/export/csv';
import { type Carried, mustSteward } from '#server/caller';
import { FIELD } from '#server/fields';
import { communityParam, reading, router } from '#server/route';
import { LOG_ACTS, type LogEntry } from '#store/log/port';
import type { Store } from '#store/port';

const tags = ['Log'];

const entry = z
  .object({
    id: z.int().describe('Rises with time.'),
    at: z.string().describe('ISO 8601, UTC.'),
    community: z.string().nullable(),
    act: z.enum(LOG_ACTS),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    about: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    reason: z.string().nullable(),
  })
  .meta({ id: 'LogEntry', description: 'One line of the log. Lines are added and never altered.' });

const page = z.object({
  before: z.coerce.number(FIELD.whole).int().min(1).optional().describe('Only lines before this id.'),
  limit: z.coerce.number(FIELD.whole).int().min(1).max(500).optional().describe('50 unless said.'),
});
const form = z.object({ format: z.enum(['jsonl', 'csv']).optional().describe('`jsonl` unless said.') });
const entries = z.object({ entries: z.array(entry) });

const file = {
  ...reading(z.string(), 'A line of JSON for each, or CSV.'),
  200: {
    description: 'All of it, oldest first: a line of JSON for each, or CSV.',
    content: { 'application/x-ndjson': { schema: z.string() }, 'text/csv': { schema: z.string() } },
  },
};

const read = createRoute({
  method: 'get',
  path: '/api/communities/{id}/log',
  tags,
  summary: 'What was shown to whom, newest first; for stewards',
  request: { params: communityParam, query: page },
  responses: reading(entries, 'Lines of the log.'),
});

const take = createRoute({
  method: 'get',
  path: '/api/communities/{id}/log/export',
  tags,
  summary: 'The whole log of a community as a file; for stewards',
  request: { params: communityParam, query: form },
  responses: file,
});

const readHouse = createRoute({
  method: 'get',
  path: '/api/log',
  tags,
  summary: 'What concerns the whole house, such as signing in; for its keepers',
  request: { query: page },
  responses: reading(entries, 'Lines of the log.'),
});

const takeHouse = createRoute({
  method: 'get',
  path: '/api/log/export',
  tags,
  summary: 'The log of the house as a file; for its keepers',
  request: { query: form },
  responses: file,
});

/** The routes of the log. */
export function logRoutes(store: Store) {
  const one = async (community: string | null, query: z.infer<typeof page>) => {
    const { before, limit } = query;
    const found = await store.log.read(community, {
      ...(before === undefined ? {} : { before }),
      ...(limit === undefined ? {} : { limit }),
    });
    return { entries: found.map((line) => ({ ...line, about: { ...line.about } })) };
  };
  const all = (context: Context<Carried>, community: string | null, wanted: 'jsonl' | 'csv' = 'jsonl') =>
    context.body(streamed(store.log.all(community), wanted), 200, {
      'content-type': wanted === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="${community ?? 'house'}-log.${wanted}"`,
    }) as never;
  return router()
    .openapi(read, async (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      return context.json(await one(id, context.req.valid('query')), 200);
    })
    .openapi(take, (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      return all(context, id, context.req.valid('query').format);
    })
    .openapi(readHouse, async (context) => {
      mustSteward(context, '*');
      return context.json(await one(null, context.req.valid('query')), 200);
    })
    .openapi(takeHouse, (context) => {
      mustSteward(context, '*');
      return all(context, null, context.req.valid('query').format);
    });
}

const COLUMNS = ['id', 'at', 'act', 'person', 'name', 'about', 'reason'];

/** The lines as text. In CSV no cell can be taken for a formula. */
export function lineOf(line: LogEntry, format: 'jsonl' | 'csv'): string {
  if (format === 'jsonl') return `${JSON.stringify(line)}\n`;
  const { id, at, act, person, about, reason } = line;
  const cells = [
    String(id),
    at,
    act,
    person?.id ?? '',
    person?.name ?? '',
    JSON.stringify(about),
    reason ?? '',
  ];
  return `${cells.map(cell).join(',')}\r\n`;
}

/** As it is read, so that a long log needs no room. */
function streamed(lines: AsyncIterable<LogEntry>, format: 'jsonl' | 'csv'): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const from = lines[Symbol.asyncIterator]();
  let begun = format === 'jsonl';
  return new ReadableStream({
    async pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(encoder.encode(`${COLUMNS.join(',')}\r\n`));
        return;
      }
      const next = await from.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(lineOf(next.value, format)));
    },
    async cancel() {
      await from.return?.();
    },
  });
}
