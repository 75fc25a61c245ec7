/** The shapes in which `potluck export` and `potluck import` answer with `--json`. Says what is answered; computes nothing. */
import { z } from 'zod';
import { formats } from '#core/export/formats';
import { headShape, problemSchema } from '#server/schemas/answers';

export const exportSchema = z
  .object({
    ...headShape,
    format: z.enum(formats.map((one) => one.id) as [string, ...string[]]),
    media: z.string(),
    content: z.string().nullable().describe('Null where the file has errors.'),
    encoding: z.enum(['text', 'base64']),
    problems: z.array(problemSchema),
  })
  .meta({
    id: 'Export',
    title: 'potluck export --json',
    description: 'A community in a form to take along, as an audience may see it.',
  });

export const importSchema = z
  .object({
    potluck: z.literal(1),
    format: z.enum(['yaml', 'json', 'csv']),
    file: z.string().nullable().describe('The community file; null where something has to be mended first.'),
    added: z.array(z.string()).describe('Ids of what is new.'),
    problems: z.array(problemSchema),
  })
  .meta({
    id: 'Import',
    title: 'potluck import --json',
    description: 'A community file out of another form.',
  });
