/**
 * The model in plain words: five to fifteen sentences, most important first, true on the day of the view and to what
 * its audience may know. Tells what the description says; judges nothing, and says of what nobody knows that nobody does.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { doing } from '#core/story/parts/doing';
import { free } from '#core/story/parts/free';
import { events, lately } from '#core/story/parts/lately';
import { loops } from '#core/story/parts/loops';
import { out } from '#core/story/parts/out';
import { outside } from '#core/story/parts/outside';
import { pools } from '#core/story/parts/pools';
import { decisions, said } from '#core/story/parts/said';
import { soon } from '#core/story/parts/soon';
import { thin } from '#core/story/parts/thin';
import { tools } from '#core/story/parts/tools';
import { unknown } from '#core/story/parts/unknown';
import { we } from '#core/story/parts/we';
import type { Told } from '#core/story/told';
import type { Message } from '#core/words/message';

export interface Sentence {
  readonly text: string;
  /** Ids of the facts that it tells, sorted. */
  readonly evidence: readonly Id[];
  readonly message: Message;
}

export interface Story {
  readonly sentences: readonly Sentence[];
}

/** More than this, nobody listens to; fewer would not be a story. */
const MOST = 14;
const LEAST = 5;

/**
 * Tells a view. `findings` are those of its analyses; without them the story is still told, with fewer numbers.
 * The order is that of a person telling it: who, what, who carries it, what comes from outside, what changed.
 */
export function story(view: View, findings: readonly Finding[]): Story {
  const changed = [...lately(view), ...decisions(view)];
  const all: readonly Told[] = [
    ...we(view),
    ...doing(view),
    ...free(view, findings),
    ...outside(view),
    ...changed,
    ...events(view, new Set(changed.flatMap((one) => one.evidence))),
    ...soon(view),
    ...unknown(view, findings),
    ...pools(view),
    ...out(view),
    ...tools(view),
    ...loops(view, findings),
    ...said(view),
  ];
  const kept = new Set([...all].sort((a, b) => b.weight - a.weight).slice(0, MOST));
  const chosen = all.filter((told) => kept.has(told));
  const sentences = chosen.length < LEAST ? [...chosen, ...thin(view, LEAST - chosen.length)] : chosen;
  return { sentences: sentences.map(({ message, evidence }) => ({ text: message.text, evidence, message })) };
}
