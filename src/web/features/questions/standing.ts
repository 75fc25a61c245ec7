/**
 * What a community said to a question: on the agenda, not now, answered. Kept in its own file under `x-answers`, by
 * question and by what it is about, so that it travels with the facts and shows in the history.
 */
import type { View } from '#core/audience/view';
import type { Asked, Operation } from '../../shared/api';
import { slug } from '../../shared/edit/ids';
import type { Edit } from '../../shared/edits';
import { t } from '../../shared/words';

export type Standing = 'open' | 'agenda' | 'not-now' | 'answered';

export interface Answer {
  readonly state: Exclude<Standing, 'open'>;
  /** The day on which it was said. */
  readonly on: string;
  /** The answer, where there is one. */
  readonly text?: string;
}

const SECTION = 'x-answers';

/** One question asked about one thing: `Q57.mailing-list`. Where ids are not told, the words it was asked with stand in. */
export function keyOf(question: Asked): string {
  const words = Object.values(question.message.params).filter(
    (param): param is string => typeof param === 'string',
  );
  return [question.id, ...(question.about ?? words.map((word) => slug(word, 'it')))].join('.');
}

export function answersOf(view: View): Readonly<Record<string, Answer>> {
  const kept = view.ever.x[SECTION];
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, Answer>) : {};
}

export function standingOf(answers: Readonly<Record<string, Answer>>, question: Asked): Standing {
  return answers[keyOf(question)]?.state ?? 'open';
}

/** Says something to a question, or takes it back with null. Undoing puts what was said before. */
export function sayTo(view: View, question: Asked, answer: Answer | null): Edit {
  const key = keyOf(question);
  const before = answersOf(view)[key] ?? null;
  const set = (value: Answer | null): Operation => ({ op: 'set', path: [SECTION, key], value });
  return { does: [set(answer)], undoes: [set(before)], says: saying(question, answer) };
}

function saying(question: Asked, answer: Answer | null): string {
  switch (answer?.state) {
    case 'agenda':
      return t('questions.says.agenda', 'Put on the agenda: {question}', { question: question.text });
    case 'not-now':
      return t('questions.says.not-now', 'Not now: {question}', { question: question.text });
    case 'answered':
      return t('questions.says.answered', 'Answered: {question}', { question: question.text });
    default:
      return t('questions.says.open', 'Open again: {question}', { question: question.text });
  }
}

/** Today, for what was said today. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
