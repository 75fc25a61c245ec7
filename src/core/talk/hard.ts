/**
 * What is hard to talk about here: which topics can be marked, and the one question that is asked once enough have marked
 * one. Conditions first, content later; nobody is named, and a person is no topic.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import { called } from '#core/questions/called';
import { leastHeard } from '#core/questions/least';
import { type Message, message } from '#core/words/message';

/** Topics that any community may find hard. Their ids can be no id of a file. */
export const STANDING_TOPICS = [
  'topic:money',
  'topic:pay',
  'topic:load',
  'topic:deciding',
  'topic:rules',
  'topic:leaving',
  'topic:conflict',
  'topic:belonging',
] as const;

const STANDING = message(
  'talk.hard.standing',
  '{topic, select, money {money} pay {who is paid and who is not} load {who carries how much} deciding {who decides} rules {rules that are not kept} leaving {stopping, or leaving} conflict {a conflict between us} other {who belongs and who does not}}',
);
const ASK = message(
  'talk.hard.question',
  'Several of us find {topic} hard to talk about. Under which conditions could we?',
);

/** Sections whose things can be marked. Persons and old accounts are left out: to mark one would point at somebody. */
const MARKABLE = ['pools', 'pockets', 'activities', 'baskets', 'tools', 'roles', 'decisions'] as const;

export interface HardTopic {
  /** `topic:money`, or the id of a thing. */
  readonly topic: string;
  readonly name: string;
}

/** Marks below which nothing shows: 3, or 5 where more than thirty would say "we". */
export function leastMarks(view: View): number {
  return leastHeard(readingOn(view.size, view.day)?.value);
}

/** Everything that the reader of the view may mark. */
export function markable(view: View): readonly HardTopic[] {
  const things = MARKABLE.flatMap((section) => view[section] as readonly { readonly id: Id }[]);
  return [...STANDING_TOPICS, ...things.map((one) => one.id)].map((topic) => ({
    topic,
    name: topicName(view, topic) ?? topic,
  }));
}

/** What a topic is called in the middle of a sentence; null where the reader of the view does not know it. */
export function topicName(view: View, topic: string): string | null {
  if ((STANDING_TOPICS as readonly string[]).includes(topic))
    return STANDING({ topic: topic.slice('topic:'.length) }).text;
  const thing = view.thing(topic);
  return thing === null || !(MARKABLE as readonly string[]).includes(thing.section)
    ? null
    : called(view, topic);
}

/** The question that is asked of a topic that enough have marked; null where the reader does not know it. */
export function hardQuestion(view: View, topic: string): Message | null {
  const name = topicName(view, topic);
  return name === null ? null : ASK({ topic: name });
}
