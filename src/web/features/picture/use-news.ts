/** What the step to the chosen day brought: in words, and on which signs and streams of the picture it shows. */
import { useMemo, useState } from 'react';
import type { View } from '#core/audience/view';
import { passage } from '#core/compare/change-list';
import type { Day } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import { groupsOf, type LensMark } from '#core/picture/lens/lens';
import type { Scene } from '#core/picture/scene';
import { WORDS } from '#core/picture/words';
import { told } from '../../shared/words';
import { type Stop, stepTo } from './view-model';

export interface News {
  readonly since: Day;
  /** Sentences: the event of that day first, in the words of the community. */
  readonly says: readonly string[];
  /** Whether anything of it can be seen in the picture. */
  readonly shows: boolean;
  /** How many signs and streams bear a plus instead of a word; 0 where each has its word. */
  readonly marked: number;
  readonly lit: boolean;
  readonly light: (on: boolean) => void;
  /** Ids under the highlighter, and words beside what is new or over; nothing while the light is out. */
  readonly fresh: readonly Id[];
  readonly marks: ReadonlyMap<Id, LensMark>;
}

const NO_MARKS: ReadonlyMap<Id, LensMark> = new Map();

/** Above so many that are new a word at each would be louder than the picture: they bear a plus, and are counted in words. */
const WORDED = 6;

/** Null where nobody chose a day, or nothing is known before it. */
export function useNews(view: View, made: Scene, stops: readonly Stop[], isChosen: boolean): News | null {
  const [lit, light] = useState(true);
  const found = useMemo(() => {
    const step = isChosen ? stepTo(stops, view.day) : null;
    if (step === null) return null;
    const { begun, ended, sentences } = passage(view.at(step.since), view);
    const groups = (ids: readonly Id[]) => ids.flatMap((id) => groupsOf(made, id).map((group) => group.id));
    const { marks, marked } = newsMarks(groups(begun), groups(ended));
    const says = [
      ...(step.at.text === null ? [] : [step.at.text]),
      ...sentences.map((one) => told(one.message)),
    ];
    return { since: step.since, says, shows: marks.size > 0, marked, fresh: begun, marks };
  }, [view, made, stops, isChosen]);
  if (found === null) return null;
  return { ...found, ...(lit ? {} : { fresh: [], marks: NO_MARKS }), lit, light };
}

/** The marks of signs and streams that are new or over, and how many of them bear a plus instead of a word. */
export function newsMarks(
  begun: readonly Id[],
  ended: readonly Id[],
): { readonly marks: ReadonlyMap<Id, LensMark>; readonly marked: number } {
  const fresh = new Set(begun);
  const isMany = fresh.size > WORDED;
  const marks = new Map([
    ...ended.map((id) => [id, mark(WORDS.over)] as const),
    ...[...fresh].map((id) => [id, mark(WORDS.fresh, isMany ? '+' : null)] as const),
  ]);
  return { marks, marked: isMany ? fresh.size : 0 };
}

function mark(word: typeof WORDS.over, sign: string | null = null): LensMark {
  return { tone: null, badge: sign ?? told(word()), says: word(), hollow: word === WORDS.over };
}
