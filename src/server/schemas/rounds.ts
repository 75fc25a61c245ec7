/** The shapes of rounds: what is asked of a facilitator and of a phone, and what they are told. */
import { z } from 'zod';
import { MOST_CHARACTERS } from '#core/talk/choice';
import { PHASES, WAYS } from '#core/talk/round';
import { FIELD } from '#server/fields';

const phase = z.enum(PHASES);
const way = z.enum(WAYS);
const count = z.int().min(0);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, FIELD.day('2026-12-31'));
const words = (most: number) => z.string().trim().min(1).max(most);
const option = z.object({ id: z.string(), text: z.string() });
const minutes = z
  .int()
  .min(1)
  .max(24 * 60);
const minutesShape = z.strictObject({
  write: minutes.optional(),
  clarify: minutes.optional(),
  discuss: minutes.optional(),
  decide: minutes.optional(),
});

/** A secret of 32 bytes, as it stands in an address. */
export const secretSchema = z.string().min(20).max(100);

const recordShape = z.object({
  outcome: z.enum(['decided', 'not-now']),
  text: z.string(),
  reasons: z.string().nullable(),
  who: z.array(z.string()).describe('Ids of parties, or words.'),
  review: day.nullable().describe('When it is looked at again.'),
  on: day,
});

const resultShape = z
  .object({
    way,
    cannotTell: z.boolean().describe('Fewer answered than the threshold: nothing is told.'),
    chosen: count.nullable(),
    verdict: z.enum(['agreed', 'objections', 'ranked', 'tied', 'cannot-tell']),
    consent: count.nullable(),
    aside: count.nullable(),
    objections: count.nullable(),
    reasons: z.array(z.string()).describe('Of the objections, in an order of chance.'),
    options: z.array(
      option.extend({
        dots: count.nullable(),
        people: count.nullable().describe('How many laid a dot here.'),
        median: z.number().nullable(),
        low: z.number().nullable().describe('The lower quartile.'),
        high: z.number().nullable().describe('The upper quartile.'),
        answers: count.nullable(),
        rank: z.int().nullable().describe('Those that tie share a place.'),
      }),
    ),
  })
  .meta({ id: 'RoundResult', description: 'What a round came to; null: cannot be told.' });

const stateShape = {
  round: z.string(),
  community: z.object({ id: z.string(), name: z.string() }),
  version: z.int().describe('Moves with whatever all who take part may see; also the id of the event.'),
  phase,
  way,
  anonymous: z.boolean().describe('As it was begun; there is no way to change it.'),
  k: z.int().describe('Below so many nothing is shown.'),
  overDays: z.boolean(),
  paraphrase: z.boolean(),
  question: z.object({
    id: z.string().nullable(),
    text: z.string(),
    why: z.string().nullable(),
    evidence: z.array(option),
  }),
  options: z.array(option),
  dots: z.int().nullable().describe('For each person.'),
  scale: z.object({ least: z.int(), most: z.int() }).nullable(),
  minutes: minutesShape,
  timer: z.object({ left: z.int().describe('Seconds.') }).nullable(),
  joined: count,
  notes: z.discriminatedUnion('is', [
    z.object({ is: z.literal('shown'), notes: z.array(option) }),
    z.object({ is: z.literal('not-yet') }),
    z.object({ is: z.literal('too-few') }),
  ]),
  result: resultShape.nullable(),
  record: recordShape.nullable(),
};

export const phoneStateSchema = z
  .object(stateShape)
  .meta({ id: 'RoundState', description: 'A round, as every phone in it is told.' });

export const facilitatorStateSchema = z
  .object({
    ...stateShape,
    link: z.string().nullable().describe('The way in; null once it is closed.'),
    code: z.string().nullable(),
    written: count.describe('How many are done writing; never who.'),
    chosen: count,
    notesWritten: count.nullable().describe('Null below the threshold.'),
    opened: z.string(),
    closed: z.string().nullable(),
    audience: z.string(),
    decision: z.string().nullable().describe('Its id in the community file, once it was kept there.'),
  })
  .meta({
    id: 'FacilitatedRound',
    description: 'A round, as its facilitators see it: counts, and never who.',
  });

export const openRequest = z
  .strictObject({
    question: z.string().max(200).optional().describe('Of the bank: `Q19`, or `Q18.town`.'),
    text: words(500).optional().describe('A question of your own.'),
    way,
    options: z.array(words(500)).max(20).default([]),
    k: z.int().min(3).max(100).optional().describe('3 unless said; with more than 30 people at least 5.'),
    minutes: minutesShape.default({}),
    audience: z
      .string()
      .min(1)
      .max(200)
      .default('members')
      .describe('Through whose eyes the question is shown.'),
    parties: z
      .array(z.string())
      .max(200)
      .default([])
      .describe('Who will take part, as far as it matters for walls.'),
    anonymous: z.boolean().default(true),
    paraphrase: z.boolean().default(false).describe('The facilitator words the notes before all see them.'),
    overDays: z.boolean().default(false),
    despite: words(2000).optional().describe('Why, where a wall stands against it.'),
  })
  .meta({ id: 'OpenRound' });

export const openedSchema = z.object({
  id: z.string(),
  link: z.string(),
  code: z.string(),
  state: facilitatorStateSchema,
});

export const roundsSchema = z.object({
  rounds: z.array(
    z.object({
      id: z.string(),
      phase,
      way,
      question: z.string(),
      opened: z.string(),
      closed: z.string().nullable(),
      joined: count,
      anonymous: z.boolean(),
      overDays: z.boolean(),
      record: recordShape.nullable(),
      decision: z.string().nullable(),
    }),
  ),
});

export const phaseRequest = z
  .strictObject({
    from: phase,
    to: phase,
    without: z
      .boolean()
      .optional()
      .describe('Goes on without notes that are too few; they are destroyed unread.'),
  })
  .meta({ id: 'MoveRound' });
export const rewordRequest = z.strictObject({
  notes: z.array(z.strictObject({ id: z.string(), text: z.string().max(MOST_CHARACTERS) })).max(1000),
});
export const optionsRequest = z.strictObject({ options: z.array(words(500)).max(20) });
export const timerRequest = z.strictObject({ seconds: z.int().min(1).max(86_400).nullable() });
export const recordRequest = z
  .strictObject({
    outcome: z.enum(['decided', 'not-now']),
    text: words(2000),
    who: z.union([words(200), z.array(words(200)).max(50)]).optional(),
    review: day.nullish(),
    audience: z.string().min(1).max(200).default('members'),
    reasons: z.string().trim().max(2000).nullish(),
  })
  .meta({ id: 'RecordRound' });
export const keptSchema = z.object({ decision: z.string(), version: z.int() });

export const joinRequest = z.strictObject({ token: z.string().min(1).max(100) }).meta({ id: 'JoinRound' });
export const joinedSchema = z.object({ seat: z.string(), round: z.string(), state: phoneStateSchema });
export const placeSchema = z
  .object({ ...stateShape, seat: z.object({ written: z.boolean(), chosen: z.boolean() }) })
  .meta({ id: 'RoundPlace', description: 'A round, and whether this phone is done and has answered.' });
export const noteRequest = z.strictObject({ text: words(MOST_CHARACTERS) });
export const mineRequest = z.strictObject({ keys: z.array(secretSchema).max(200) });
export const mineSchema = z.object({ notes: z.array(z.object({ key: z.string(), text: z.string() })) });
const numbers = z.record(z.string().max(20), z.int().min(0).max(100));
export const choiceRequest = z
  .union([
    z.strictObject({ consent: z.literal(true) }),
    z.strictObject({ aside: z.literal(true) }),
    z.strictObject({ objection: words(MOST_CHARACTERS) }),
    z.strictObject({ dots: numbers }),
    z.strictObject({ scores: numbers }),
  ])
  .meta({ id: 'ChooseInRound' });
export const ticketSchema = z.object({ ticket: z.string() });
