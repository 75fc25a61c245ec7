/**
 * What was typed, how it is read, which parts a person changed, and keeping it. Reading waits until the fingers rest, so
 * that a key is never held up by it. Nothing is sent before somebody confirms.
 */
import { useMemo, useState } from 'react';
import type { View } from '#core/audience/view';
import type { Answer } from '#core/interview/answer';
import { type Expects, readAnswer } from '#core/interview/read-answer';
import { writeAnswers } from '#core/interview/write-answers';
import type { Operation } from '../api';
import { useDraft } from '../draft';
import { useEdits } from '../edits';
import { saysOf } from './answer-words';
import { knownHere } from './known-here';

export interface Answers {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** As they are read or were changed; those that were left out are null. */
  readonly answers: readonly (Answer | null)[];
  readonly change: (index: number, answer: Answer | null) => void;
  /** Sends what is proposed. True when it was kept. */
  readonly keep: () => Promise<boolean>;
  readonly busy: boolean;
  readonly refusal: Error | null;
  /** What was kept last here. */
  readonly kept: string | null;
}

interface Change {
  /** The text of which the answer was read: a new reading drops the change. */
  readonly text: string;
  readonly answer: Answer | null;
}

/** `also`: operations that go along with what is kept, such as the step of the interview. */
export function useAnswers(
  community: string,
  view: View,
  expects: Expects,
  draft: string,
  also: readonly Operation[] = [],
): Answers {
  const edits = useEdits(community);
  const [text, setDraft, dropDraft] = useDraft(`${community}.${draft}`, '');
  const [changes, setChanges] = useState<ReadonlyMap<number, Change>>(new Map());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const known = knownHere(view);
  const read = useMemo(() => readAnswer(text, expects, known), [text, expects, known]);
  const answersOf = (words: string, of: readonly Answer[]) =>
    of.map((one, index) => {
      const change = changes.get(index);
      return change !== undefined && change.text === sourceOf(one) && words !== '' ? change.answer : one;
    });
  const keep = async (): Promise<boolean> => {
    if (busy || text.trim() === '') return false;
    const wanted = answersOf(text, read).filter((one) => one !== null);
    if (wanted.length === 0) return false;
    const written = writeAnswers(wanted, known);
    const says = saysOf(wanted);
    setBusy(true);
    setRefusal(null);
    try {
      await edits.edit({ does: [...written.operations, ...also], undoes: written.undoes, says });
      setDraft('');
      dropDraft();
      setChanges(new Map());
      setKept(says);
      return true;
    } catch (error) {
      setRefusal(error as Error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    text,
    setText: (next) => {
      setDraft(next);
      setRefusal(null);
      if (next !== '') setKept(null);
    },
    answers: answersOf(text, read),
    change: (index, answer) => {
      const one = read[index];
      if (one === undefined) return;
      setChanges(new Map([...changes, [index, { text: sourceOf(one), answer }]]));
    },
    keep,
    busy,
    refusal,
    kept,
  };
}

/** The words that an answer was read from, as far as it tells. */
function sourceOf(answer: Answer): string {
  return JSON.stringify(answer);
}
