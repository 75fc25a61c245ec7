/**
 * Voices about things, and what is hard to talk about. Nothing here keeps who said it: a voice carries a name only where
 * one was given, and a mark is a count.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { View } from '#core/audience/view';
import { type Day, isoDay } from '#core/model/dates';
import { hardQuestion, leastMarks, markable, topicName } from '#core/talk/hard';
import { circleToName, voiceOperation } from '#core/talk/voice';
import { message } from '#core/words/message';
import { audienceOfRequest, type Carried, mustSteward } from '#server/caller';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { communityParam, reading, router, seenQuery, taking } from '#server/route';
import { hardRequest, hardSchema, voiceRequest, waitingSchema } from '#server/schemas/voices';
import type { Seeing } from '#server/seen';
import { STEWARDS, type Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noVoice: message('refused.no-voice', 'There is no such voice any more.'),
  noTopic: message('refused.no-topic', 'There is no such topic here. Choose one of those that are offered.'),
  noThingForYou: message('refused.no-thing-for-you', 'There is no {thing} here for you.'),
} as const;

const tags = ['Talk'];
const done = { ...reading(z.object({}), 'Done.'), 204: { description: 'Done.' } };

const leave = createRoute({
  method: 'post',
  path: '/api/communities/{id}/voices',
  tags,
  summary: 'Say worth, a concern or a dispute about a thing',
  request: { params: communityParam, ...taking(voiceRequest) },
  responses: done,
});

const waiting = createRoute({
  method: 'get',
  path: '/api/communities/{id}/voices',
  tags,
  summary: 'Voices that wait to be taken in; for stewards',
  request: { params: communityParam },
  responses: reading(z.object({ waiting: z.array(waitingSchema) }), 'In no order of time.'),
});

const drop = createRoute({
  method: 'delete',
  path: '/api/communities/{id}/voices/{voice}',
  tags,
  summary: 'Forget a voice that was taken in or set aside; for stewards',
  request: { params: communityParam.extend({ voice: z.uuid() }) },
  responses: done,
});

const hard = createRoute({
  method: 'get',
  path: '/api/communities/{id}/hard',
  tags,
  summary: 'What several find hard to talk about, from the least number on',
  request: { params: communityParam, query: seenQuery.pick({ audience: true }) },
  responses: reading(hardSchema, 'Topics by their names, and what can be marked.'),
});

const mark = createRoute({
  method: 'post',
  path: '/api/communities/{id}/hard',
  tags,
  summary: 'Mark a topic as hard to talk about, without saying why',
  request: { params: communityParam, ...taking(hardRequest) },
  responses: done,
});

/** Those who belong, and nobody in particular does not. */
function mustBelong(context: Context<Carried>, community: string): string {
  if (context.get('caller').roleIn(community) === 'public')
    throw new Refusal(404, 'not-found', REFUSED.noCommunityForYou());
  return audienceOfRequest(context, community, undefined);
}

/**
 * Who has marked what, so that one person counts once: under a key of chance that dies with this process, and never
 * written down.
 */
class Marked {
  readonly #key = randomBytes(32);
  readonly #seen = new Set<string>();

  /** Whether it is the first time; the one person at a machine without accounts passes it round and always counts. */
  isFirst(account: string | null, community: string, topic: string): boolean {
    if (account === null) return true;
    const mark = createHmac('sha256', this.#key)
      .update(JSON.stringify([account, community, topic]))
      .digest('base64url');
    if (this.#seen.has(mark)) return false;
    this.#seen.add(mark);
    return true;
  }
}

/** The routes of voices and of hard topics. */
export function voiceRoutes(store: Store, seeing: Seeing, today: () => Day) {
  const { voices } = store;
  const marked = new Marked();
  return router()
    .openapi(leave, async (context) => {
      const { id } = context.req.valid('param');
      const { view } = await seeing.view(id, mustBelong(context, id), undefined);
      const said = context.req.valid('json');
      mustKnow(view, said.about);
      mustKnow(view, said.circle);
      const circle = said.name === null ? circleToName(view, said.circle) : said.circle;
      await voices.leaveVoice(id, { ...said, circle });
      return context.body(null, 204) as never;
    })
    .openapi(waiting, async (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      const { view } = await seeing.view(id, STEWARDS, undefined);
      const told = (await voices.waitingVoices(id)).map((one) => ({
        ...one,
        proposes: [voiceOperation(stillThere(view, one), `voice-${one.id.slice(0, 8)}`, isoDay(today()))],
      }));
      return context.json({ waiting: told as unknown as z.infer<typeof waitingSchema>[] }, 200);
    })
    .openapi(drop, async (context) => {
      const { id, voice } = context.req.valid('param');
      mustSteward(context, id);
      if (!(await voices.dropVoice(id, voice))) throw new Refusal(404, 'not-found', SAYS.noVoice());
      return context.body(null, 204) as never;
    })
    .openapi(hard, async (context) => {
      const { id } = context.req.valid('param');
      mustBelong(context, id);
      const audience = audienceOfRequest(context, id, context.req.valid('query').audience);
      const { view } = await seeing.view(id, audience, undefined);
      const least = leastMarks(view);
      // Tender: never told to everyone.
      const kept = audience === 'public' ? [] : await voices.hardTopics(id, least);
      const topics = kept.flatMap((topic) => {
        const [name, question] = [topicName(view, topic), hardQuestion(view, topic)];
        return name === null || question === null ? [] : [{ topic, name, question }];
      });
      const choices = audience === 'public' ? [] : markable(view);
      return context.json(
        { least, choices: [...choices], topics: topics as unknown as z.infer<typeof hardSchema>['topics'] },
        200,
      );
    })
    .openapi(mark, async (context) => {
      const { id } = context.req.valid('param');
      const { view } = await seeing.view(id, mustBelong(context, id), undefined);
      const { topic } = context.req.valid('json');
      if (topicName(view, topic) === null) throw new Refusal(400, 'bad-request', SAYS.noTopic());
      // Marked once or again: the answer is the same, so that nobody can read from it what was marked.
      if (marked.isFirst(context.get('caller').account, id, topic)) await voices.markHard(id, topic);
      return context.body(null, 204) as never;
    });
}

function mustKnow(view: View, thing: string | null): void {
  if (thing !== null && view.thing(thing) === null)
    throw new Refusal(400, 'bad-request', SAYS.noThingForYou({ thing }));
}

/** What it is about, and where it comes from, as far as the file still has them. */
function stillThere<T extends { readonly about: string | null; readonly circle: string | null }>(
  view: View,
  one: T,
): T {
  const known = (id: string | null) => (id === null || view.thing(id) === null ? null : id);
  return { ...one, about: known(one.about), circle: known(one.circle) };
}
