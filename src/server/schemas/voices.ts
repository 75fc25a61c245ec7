/** The shapes of calendar addresses, voices, pulses, hard topics, decisions and minutes. */
import { z } from 'zod';
import { FIELD } from '#server/fields';
import { messageSchema } from '#server/schemas/answers';
import { operationSchema } from '#server/schemas/store';

const id = z.string().min(1).max(200);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, FIELD.day('2026-12-01'));
const words = (most: number) => z.string().trim().min(1).max(most);
/** 32 bytes as base64url. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const thing = z.object({ id: z.string(), name: z.string() });

export const feedSchema = z
  .object({ id: z.string(), audience: z.string(), madeAt: z.string().describe('ISO 8601, UTC.') })
  .meta({ id: 'Feed', description: 'A secret address that a calendar follows. The secret is told once.' });

export const madeFeedSchema = feedSchema
  .extend({ address: z.string().describe('Path of the address; told only now.') })
  .meta({ id: 'MadeFeed' });

export const feedRequest = z.object({ audience: id.optional() }).meta({ id: 'FeedRequest' });

export const voiceRequest = z
  .object({
    sort: z.enum(['worth', 'concern', 'dispute']),
    about: id.nullable().default(null),
    circle: id
      .nullable()
      .default(null)
      .describe('Where it comes from; dropped where it would name somebody.'),
    text: words(2000),
    name: words(120).nullable().default(null).describe('Only where somebody wishes to be named.'),
  })
  .meta({ id: 'VoiceRequest' });

export const waitingSchema = z
  .object({
    id: z.string(),
    sort: z.enum(['worth', 'concern', 'dispute']),
    about: z.string().nullable(),
    circle: z.string().nullable(),
    text: z.string(),
    name: z.string().nullable(),
    proposes: z.array(operationSchema).describe('What taking it in would change.'),
  })
  .meta({ id: 'WaitingVoice', description: 'A voice that no steward has looked at. In no order of time.' });

export const pulseRequest = z
  .object({
    circle: id,
    sort: z.enum(['energy', 'worth']),
    about: id.nullable().default(null),
    question: words(300).optional().describe('In your own words; else the usual ones.'),
    audience: id.default('members').describe('Who may see the result.'),
  })
  .meta({ id: 'PulseRequest' });

const result = z
  .object({
    answers: z.int(),
    low: z.number().describe('0 to 1: the middle half of the answers begins here.'),
    high: z.number(),
  })
  .nullable()
  .describe('Null: not closed yet, or fewer answered than `least`.');

export const pulseSchema = z
  .object({
    id: z.string(),
    circle: z.string(),
    circleName: z.string(),
    sort: z.enum(['energy', 'worth']),
    about: z.string().nullable(),
    question: z.string(),
    audience: z.string(),
    least: z.int().describe('Answers below which nothing is told.'),
    begunOn: day,
    closedOn: day.nullable(),
    result,
    proposes: z.array(operationSchema).describe('What taking it in would change; for stewards.'),
  })
  .meta({ id: 'Pulse', description: 'One question to a circle; told as a band.' });

export const begunPulseSchema = z
  .object({ id: z.string(), link: z.string().describe('Told only now; the token stands in the fragment.') })
  .meta({ id: 'BegunPulse' });

export const joinPulseRequest = z
  .object({ token: secret, seat: secret.optional() })
  .meta({ id: 'JoinPulseRequest' });
export const joinedPulseSchema = z
  .object({
    community: z.string(),
    circle: z.string(),
    question: z.string(),
    sort: z.enum(['energy', 'worth']),
    state: z.enum(['open', 'answered', 'closed']),
    seat: z.string().nullable().describe('To be kept by the browser: one answer for each.'),
  })
  .meta({ id: 'JoinedPulse' });
export const answerPulseRequest = z
  .object({ token: secret, seat: secret, step: z.int().min(0).max(4) })
  .meta({ id: 'AnswerPulseRequest' });

export const hardRequest = z.object({ topic: id }).meta({ id: 'HardRequest' });
export const hardSchema = z
  .object({
    least: z.int().describe('Marks below which nothing shows.'),
    choices: z.array(z.object({ topic: z.string(), name: z.string() })),
    topics: z.array(z.object({ topic: z.string(), name: z.string(), question: messageSchema })),
  })
  .meta({ id: 'Hard', description: 'What several find hard to talk about; how many is told to nobody.' });

const reading = z
  .object({ text: z.string(), message: messageSchema, evidence: z.array(z.string()) })
  .nullable();
export const decisionSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    question: z.string().nullable(),
    options: z.array(z.string()),
    reasons: z.string().nullable(),
    objections: z.string().nullable(),
    by: z.array(thing),
    about: z.array(thing),
    measures: z.array(z.string()),
    on: z.string().nullable(),
    reviewOn: z.string().nullable(),
    state: z.enum(['open', 'decided', 'reviewed', 'dropped']),
    due: z.boolean().describe('Past the day on which it was to be looked at again.'),
    beside: z
      .array(
        z.object({
          analysis: z.string(),
          about: z.array(z.string()),
          kind: z.string().nullable(),
          unit: z.string().nullable(),
          earlier: reading.describe('On the day of the decision.'),
          now: reading,
          moved: z.boolean(),
        }),
      )
      .describe('What is measured of what it touches. Nothing says that the one caused the other.'),
  })
  .meta({ id: 'Decision' });

export const minutesSchema = z
  .object({
    on: day,
    markdown: z.string(),
    proposes: z.array(operationSchema).describe('What keeping them in the history would change.'),
  })
  .meta({ id: 'Minutes' });
export const minutesQuery = z.object({
  on: day.optional().describe('The day; that of the description unless said.'),
  legs: z.string().max(100).optional().describe('Legs that were spoken of, with commas between.'),
});
