/**
 * What a round's record adds to the file: the decision, or that it is not now, and the day on which it was talked over.
 * Proposes; nothing is written here, and nothing that was said without a name goes in but the reasons of objections.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Proposed } from '#core/talk/operation';
import type { Result } from '#core/talk/tally';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';

export interface Recorded {
  readonly outcome: 'decided' | 'not-now';
  readonly text: string;
  readonly reasons: string | null;
  /** Ids of parties, or words. */
  readonly who: readonly string[];
  /** `2026-12-31`; null where nobody looks again. */
  readonly review: string | null;
  /** Who may see it in the file. */
  readonly audience: string;
  readonly on: string;
}

export interface RecordedRound {
  readonly id: string;
  readonly question: { readonly text: string; readonly evidence: readonly { readonly id: Id }[] };
  readonly options: readonly { readonly text: string }[];
  readonly result: Result | null;
  readonly record: Recorded;
}

const WHO = message('talk.round.who', 'Taken on by {names}.');
const EVENT = message(
  'talk.round.event',
  '{outcome, select, decided {We talked about “{question}” and decided: {text}} other {We talked about “{question}”. Not now: {text}}}',
);

/** The id of the decision that a round makes. */
export function decisionIdOf(round: string): Id {
  return `round-${round.slice(0, 8)}`;
}

/** As operations on the file. `view` is that of whoever writes: what it does not know is left out of the references. */
export function recordOperations(view: View, round: RecordedRound): readonly Proposed[] {
  const { record, question, result } = round;
  const { outcome, text, on } = record;
  const by = record.who.filter((one) => view.thing(one)?.section === 'parties');
  const words = record.who.filter((one) => !by.includes(one));
  const about = question.evidence.map((one) => one.id).filter((id) => view.thing(id) !== null);
  const see = { see: [record.audience] };
  const id = decisionIdOf(round.id);
  const decision = {
    text,
    question: question.text,
    ...filled(
      'options',
      round.options.map((one) => one.text),
    ),
    ...filled('reasons', record.reasons),
    ...filled('objections', (result?.reasons ?? []).join('; ')),
    ...filled('by', by),
    ...filled('note', words.length === 0 ? null : WHO({ names: listed(words) }).text),
    ...filled('about', about),
    on,
    ...filled('review-on', record.review),
    // "Not now" is an answer that is kept: open while somebody looks again, else put down.
    state: outcome === 'decided' ? 'decided' : record.review === null ? 'dropped' : 'open',
    ...see,
  };
  const event = { on, text: EVENT({ outcome, question: question.text, text }).text, ...see };
  return [
    { op: 'put', section: 'decisions', id, value: decision },
    { op: 'put', section: 'history', id: `${id}-talk`, value: event },
  ];
}

/** A key with its value; no key where there is nothing to say. */
function filled(key: string, value: string | readonly string[] | null): Readonly<Record<string, unknown>> {
  return value === null || value.length === 0 ? {} : { [key]: value };
}
