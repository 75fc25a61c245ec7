/** The shapes of the agenda of a month and of a meeting. Says what is answered; computes nothing. */
import { z } from 'zod';
import { headShape, messageSchema, problemSchema } from '#server/schemas/answers';

const ids = z.array(z.string());
const leg = z.enum(['social', 'institutional', 'financial']);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const minutes = z.int().min(0);

const meetingShape = {
  minutes: minutes.describe('Of all items together.'),
  items: z
    .array(
      z.object({
        id: z.string(),
        sort: z.enum(['question', 'own', 'opening', 'decision', 'not-now']),
        question: z.string().nullable().describe('Id of the question.'),
        block: z.string().nullable(),
        money: z.boolean(),
        tender: z.boolean(),
        minutes,
        text: z.string(),
        message: messageSchema,
        why: messageSchema.nullable(),
        opensWith: messageSchema.nullable().describe('The value that an item of money serves.'),
        evidence: ids,
      }),
    )
    .describe('In the order of talking; at most five questions, one of a block, money never first.'),
  left: z
    .array(z.object({ id: z.string(), because: z.enum(['block', 'enough']) }))
    .describe('Questions for another time, best first.'),
};

/** The proposed agenda of one meeting, by itself. */
export const meetingSchema = z
  .object({ ...headShape, ...meetingShape, problems: z.array(problemSchema) })
  .meta({ id: 'MeetingAgenda', description: 'The proposed agenda of one meeting.' });

export const agendaSchema = z
  .object({
    ...headShape,
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .nullable()
      .describe('Null where the file could not be understood.'),
    from: day.nullable().describe('The first of the month.'),
    until: day.nullable().describe('The last of the sixty days ahead.'),
    minutes: minutes.describe('Of all items together; a proposal.'),
    legs: z.array(
      z.object({
        leg,
        items: ids.describe('Ids of its items; none: nothing is due.'),
        text: z.string(),
        message: messageSchema,
      }),
    ),
    items: z
      .array(
        z.object({
          id: z.string().describe('Stable: the topic, and what it is about.'),
          topic: z.string(),
          leg,
          relief: z.boolean().describe('Makes something lighter; comes before new work.'),
          owner: z.string().describe('The role that carries it.'),
          minutes,
          text: z.string(),
          date: day.nullable().describe('When it is due; null where it has no day.'),
          evidence: ids,
          message: messageSchema,
          ownerMessage: messageSchema,
        }),
      )
      .describe('In the order of talking.'),
    meeting: z
      .object(meetingShape)
      .nullable()
      .describe('The agenda of one meeting, with `--meeting`; else null.'),
    problems: z.array(problemSchema),
  })
  .meta({
    id: 'Agenda',
    title: 'potluck agenda --json',
    description: 'The leadership agenda of a month, from the facts and the sixty days ahead.',
  });
