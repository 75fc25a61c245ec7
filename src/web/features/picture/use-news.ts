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
  readonly lit: boolean;
  readonly light: (on: boolean) => void;
  /** Ids under the highlighter, and words beside what is new or over; nothing while the light is out. */
  readonly fresh: readonly Id[];
  readonly marks: ReadonlyMap<Id, LensMark>;
}

const NO_MARKS: ReadonlyMap<Id, LensMark> = new Map();

/** Null where nobody chose a day, or nothing is known before it. */
export function useNews(view: View, made: Scene, stops: readonly Stop[], isChosen: boolean): News | null {
  const [lit, light] = useState(true);
  const found = useMemo(() => {
    const step = isChosen ? stepTo(stops, view.day) : null;
    if (step === null) return null;
    const { begun, ended, sentences } = passage(view.at(step.since), view);
    const marks = new Map([
      ...ended.flatMap((id) => groupsOf(made, id).map((group) => [group.id, mark(WORDS.over)] as const)),
      ...begun.flatMap((id) => groupsOf(made, id).map((group) => [group.id, mark(WORDS.fresh)] as const)),
    ]);
    const says = [
      ...(step.at.text === null ? [] : [step.at.text]),
      ...sentences.map((one) => told(one.message)),
    ];
    return { since: step.since, says, shows: marks.size > 0, fresh: begun, marks };
  }, [view, made, stops, isChosen]);
  if (found === null) return null;
  return { ...found, ...(lit ? {} : { fresh: [], marks: NO_MARKS }), lit, light };
}

function mark(word: typeof WORDS.over): LensMark {
  return { tone: null, badge: told(word()), says: word(), hollow: word === WORDS.over };
}
