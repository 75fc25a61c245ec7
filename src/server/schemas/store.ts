/** The shapes of what is kept: communities, versions, revisions, and the requests that change them. */
import { z } from 'zod';
import { messageSchema, problemSchema } from '#server/schemas/answers';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const version = z
  .int()
  .min(0)
  .describe('Counts what the asking audience could see change; under it a change is asked for.');
const when = z.string().describe('ISO 8601, UTC.');
const author = z.object({ id: z.string(), name: z.string().nullable() });

export const summarySchema = z
  .object({
    id,
    audience: z.string(),
    version,
    name: z.string(),
    about: z.string().nullable(),
    asOf: z.string().nullable().describe('As written in the file.'),
    note: z
      .object({
        label: z.string().nullable(),
        invented: z.boolean(),
        summary: z.string().nullable(),
        snapshots: z.array(z.string()).readonly(),
      })
      .describe('What it says of its place on the shelf (`x-shelf`).'),
    changedAt: when,
  })
  .meta({ id: 'CommunitySummary', description: 'A line on the shelf.' });

export const textSchema = z
  .object({ community: id, audience: z.string(), version, at: when, text: z.string() })
  .meta({
    id: 'CommunityText',
    description: 'The file as an audience may have it; for stewards the file itself.',
  });

const plainShape = {
  data: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe(
      'What the file means in YAML, without comments and layout; null where it cannot be read. An object with the empty name alone is what JSON has no word for: `{"": "12.50"}` a word without quotes as it is written, `{"": [[key, value]]}` a map whose keys are no distinct texts.',
    ),
  json: z
    .boolean()
    .describe('The file is written as JSON: its numbers have a decimal point and nothing else.'),
};

export const plainSchema = z
  .object(plainShape)
  .meta({ id: 'PlainFile', description: 'A community file as plain data.' });

export const dataSchema = z
  .object({ community: id, audience: z.string(), version, at: when, ...plainShape })
  .meta({
    id: 'CommunityData',
    description: 'The file as an audience may have it, as plain data; for stewards all of it.',
  });

export const viewSchema = z
  .object({
    community: id,
    audience: z.string(),
    version,
    at: when,
    view: z.looseObject({ potluck: z.literal(1) }),
  })
  .meta({ id: 'CommunityView', description: 'All that an audience may know, as data.' });

const value = z.record(z.string(), z.unknown());

export const operationSchema = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('put'), id, section: z.string(), parent: id.optional(), value }),
    z.strictObject({ op: z.literal('patch'), id, value }),
    z.strictObject({ op: z.literal('end'), id, until: z.string() }),
    z.strictObject({ op: z.literal('remove'), id, withWhatBreaks: z.boolean().optional() }),
    z.strictObject({ op: z.literal('rename'), id, to: id }),
    z.strictObject({ op: z.literal('merge'), id, into: id }),
    z.strictObject({ op: z.literal('set'), path: z.array(z.string()).min(1).max(8), value: z.unknown() }),
  ])
  .meta({ id: 'Operation', description: 'One change by the id of a thing.' });

export const revisionSchema = z
  .object({
    version: z.int(),
    changeId: z.string(),
    kind: z.enum(['create', 'import', 'change', 'text', 'restore', 'rename']),
    at: when,
    author: author.nullable(),
    message: z.string().nullable(),
    operations: z.array(z.looseObject({ op: z.string() })).nullable(),
    touched: z.array(z.string()).nullable(),
    restored: z.int().nullable(),
  })
  .meta({ id: 'Revision', description: 'One step in the history of a community.' });

export const savedSchema = z
  .object({
    ok: z.literal(true),
    community: id,
    version: z.int(),
    at: when,
    text: z.string(),
    warnings: z.array(problemSchema),
    repeated: z.boolean().describe('The same request had been answered before; nothing was done twice.'),
  })
  .meta({ id: 'Saved', description: 'The change is kept.' });

export const previewSchema = z
  .object({ ok: z.literal(true), version: z.int(), text: z.string(), warnings: z.array(problemSchema) })
  .meta({ id: 'Preview', description: 'What would be kept.' });

const requestShape = {
  changeId: z.uuid().describe('Made by the client. The same request sent twice counts once.'),
  message: z.string().max(2000).nullish(),
};
const seenVersion = version.describe('The version that the client saw.');
const text = z.string().min(1);

export const createRequest = z.strictObject({ ...requestShape, text }).meta({ id: 'CreateRequest' });
export const saveRequest = z
  .strictObject({ ...requestShape, version: seenVersion, text })
  .meta({ id: 'SaveRequest' });
export const changeRequest = z
  .strictObject({
    ...requestShape,
    version: seenVersion,
    operations: z.array(operationSchema).min(1).max(1000),
  })
  .meta({ id: 'ChangeRequest' });
export const previewRequest = z
  .strictObject({ version: seenVersion.optional(), operations: z.array(operationSchema).min(1).max(1000) })
  .meta({ id: 'PreviewRequest' });
export const restoreRequest = z
  .strictObject({ ...requestShape, version: seenVersion, to: z.int().min(1) })
  .meta({ id: 'RestoreRequest' });
export const renameRequest = z
  .strictObject({ ...requestShape, version: seenVersion, to: id })
  .meta({ id: 'RenameRequest' });

/** Errors, after RFC 9457. */
export const refusalSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    problems: z.array(problemSchema).optional().describe('Mistakes of the file.'),
    version: z.int().optional().describe('With `stale`: the present version.'),
    since: z.array(revisionSchema).optional().describe('With `stale`: what changed meanwhile, oldest first.'),
    refusals: z
      .array(
        z.looseObject({
          code: z.string(),
          named: z.array(z.object({ by: z.string().nullable(), key: z.string(), needed: z.boolean() })),
          message: messageSchema,
        }),
      )
      .optional()
      .describe('Operations that could not be done, and who names what they would take away.'),
    errors: z
      .array(z.object({ at: z.string(), says: z.string() }))
      .optional()
      .describe('What of the request is wrong.'),
  })
  .meta({ id: 'Refusal', description: 'Why a request was refused (RFC 9457).' });
