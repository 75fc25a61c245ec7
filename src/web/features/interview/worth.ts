/** Three questions worth an evening: the first in order that are fair to ask in a first round, no two of the same sort. Picks; asks nothing anew. */
import type { Asked } from '../../shared/api';

const HOW_MANY = 3;

/** Tender ones wait until people know each other at this table; of one rule only the first is taken while others are left. */
export function worthAnEvening(questions: readonly Asked[]): readonly Asked[] {
  const fair = questions.filter((one) => !one.tender && one.state === 'ask');
  const gentle = fair.length >= HOW_MANY ? fair : questions.filter((one) => !one.tender);
  const chosen: Asked[] = [];
  for (const one of gentle) {
    if (chosen.length < HOW_MANY && !chosen.some((other) => other.id === one.id)) chosen.push(one);
  }
  for (const one of gentle) if (chosen.length < HOW_MANY && !chosen.includes(one)) chosen.push(one);
  return chosen;
}
