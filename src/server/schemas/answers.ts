/**
 * The shapes in which every door answers: findings, questions, stories, disclosures, problems. Published as JSON Schema
 * in `docs/reference/schemas` and as part of the OpenAPI description. Says what is answered; computes nothing.
 */
import { z } from 'zod';

const id = z.string().describe('Id of a thing of the file.');
const ids = z.array(id);
/** Null: unknown, not zero. */
const value = z.number().nullable().describe('Null: unknown, not zero.');

export const messageSchema = z
  .object({
    id: z.string().describe('Id of the template, for translation.'),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    text: z.string().optional().describe('English.'),
  })
  .meta({
    id: 'Message',
    description: 'A sentence as template and parameters, so that it can be translated whole.',
  });

export const problemSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    file: z.string(),
    line: z.int().min(1).describe('From 1.'),
    column: z.int().min(1).describe('From 1.'),
    text: z.string().describe('The offending text, as written.'),
    expected: z.string(),
    mend: z.string(),
    message: messageSchema,
  })
  .meta({ id: 'FileProblem', description: 'A mistake in a community file.' });

const matrix = z.object({
  rows: ids,
  cols: ids,
  cells: z.array(z.array(value)),
  low: z.array(z.array(value)).optional(),
  high: z.array(z.array(value)).optional(),
});

const loop = z.object({
  nodes: ids,
  arrows: ids,
  sign: z.enum(['R', 'B']).describe('Reinforcing or balancing.'),
  delay: z.number().describe('Months.'),
});

export const findingSchema = z
  .looseObject({
    analysis: z.string(),
    about: ids.describe('Empty: the whole community.'),
    kind: z.string().optional(),
    unit: z.string().optional(),
    verdict: z.string(),
    basis: z.enum(['intention', 'use']).optional(),
    values: z.record(z.string(), z.union([value, z.record(z.string(), value), ids])).optional(),
    bands: z
      .record(z.string(), z.tuple([z.number(), z.number()]))
      .optional()
      .describe('5 and 95 %, from seeded draws.'),
    matrix: matrix.optional(),
    traps: z.array(ids).optional(),
    loops: z.array(loop).optional(),
    flags: z.array(z.object({ flag: z.string(), evidence: ids })).optional(),
    evidence: ids.describe('The facts from which it was computed.'),
    says: messageSchema.optional(),
    more: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Finding', description: 'A computed fact about a community, with its evidence.' });

const day = z
  .string()
  .regex(/^-?\d{4,6}-\d{2}-\d{2}$/)
  .describe('The day from which the community is seen.');

/** What stands at the head of every answer. `community` and `asOf` are null where the file could not be understood. */
export const headShape = {
  potluck: z.literal(1),
  community: id.nullable(),
  asOf: day.nullable(),
  audience: z.string(),
};

export const analyseSchema = z
  .object({
    ...headShape,
    scale: z.literal('month'),
    findings: z.array(findingSchema),
    helps: z
      .array(
        z.object({
          id,
          narrows: z.number().int().describe('Results that wait for this number.'),
          settles: z.number().int().describe('Of these, results for which it is the only one missing.'),
          says: messageSchema,
        }),
      )
      .optional()
      .describe('Unknown amounts that would narrow the most results, the most helpful first; at most three.'),
    problems: z.array(problemSchema),
  })
  .meta({
    id: 'Analyse',
    title: 'potluck analyse --json',
    description: 'Findings of a community. Amounts are per month.',
  });

export const questionSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    block: z.string(),
    why: z.string(),
    evidence: ids,
    tender: z.boolean().describe('Needs care; never shown to the public.'),
    state: z.enum(['ask', 'offer']).describe('`offer`: cannot tell whether it is to be asked.'),
    message: messageSchema,
    about: ids.describe('What it is about, to keep two askings of one question apart.'),
    followUps: z.array(z.string()).describe('Ids of questions that may follow.'),
    whyMessage: messageSchema,
  })
  .meta({ id: 'Question', description: 'An open question that the facts raise.' });

export const questionsSchema = z
  .object({ ...headShape, questions: z.array(questionSchema), problems: z.array(problemSchema) })
  .meta({
    id: 'Questions',
    title: 'potluck questions --json',
    description: 'Questions, in the order to ask them.',
  });

export const storySchema = z
  .object({
    ...headShape,
    sentences: z.array(z.object({ text: z.string(), evidence: ids, message: messageSchema })),
    problems: z.array(problemSchema),
  })
  .meta({
    id: 'Story',
    title: 'potluck story --json',
    description: 'The community in plain words, most important first.',
  });

export const discloseSchema = z
  .object({
    ...headShape,
    file: z
      .string()
      .nullable()
      .describe('The file as the audience may have it; null where the file has errors.'),
    withheld: z.array(z.object({ kind: z.string(), count: z.int(), why: messageSchema.optional() })),
    problems: z.array(problemSchema),
  })
  .meta({
    id: 'Disclosure',
    title: 'potluck disclose --json',
    description: 'The file as an audience may see it, and what was withheld.',
  });

export const pictureSchema = z
  .object({ ...headShape, svg: z.string().nullable(), problems: z.array(problemSchema) })
  .meta({ id: 'Picture', title: 'potluck picture --json', description: 'The rich picture, as SVG.' });

export const checkSchema = z
  .object({ potluck: z.literal(1), files: z.array(z.string()), problems: z.array(problemSchema) })
  .meta({ id: 'Check', title: 'potluck check --json', description: 'Every problem of every file.' });

export const explainSchema = z
  .object({
    potluck: z.literal(1),
    id: z.string(),
    title: z.string(),
    asks: z.string(),
    formula: z.string(),
    symbols: z.record(z.string(), z.string()),
    unit: z.string(),
    readAs: z.string(),
    blindTo: z.string(),
    dataPoor: z.string(),
    sources: z.array(z.string()).min(1),
  })
  .meta({ id: 'Explanation', title: 'potluck explain --json', description: 'How a measure is worked out.' });

/** The schema of each command, by its name. */
export const answerSchemas = {
  analyse: analyseSchema,
  questions: questionsSchema,
  story: storySchema,
  disclose: discloseSchema,
  picture: pictureSchema,
  check: checkSchema,
  explain: explainSchema,
} as const;
