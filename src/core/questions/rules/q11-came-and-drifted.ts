/** Q11: how long people stay is falling, or nobody knows it. */
import { readingOn } from '#core/model/rate';
import { defineQuestion } from '#core/questions/define';
import { ids, isEmpty } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q11', {
  asks: 'What did the last few who came, and who drifted off, find here?',
  why: '{how, select, more {More people leave than before.} other {How many people leave, or how long they stay, is not written down.}}',
});

export const q11 = defineQuestion({
  id: 'Q11',
  block: 'B2',
  reads: [],
  trigger: '12-month stay falling or unknown',
  followUps: ['Q05'],
  tender: false,
  ofAbsence: true,
  opens: true,
  asks: (view) => {
    if (!view.parties.some((party) => party.type === 'circle' && party.inside)) return [];
    const leaving = view.movements.filter(
      (movement) =>
        view.get('parties', movement.from)?.inside === true &&
        view.get('parties', movement.to)?.inside !== true,
    );
    if (leaving.length === 0 && !isEmpty(view, 'movements', leaving)) return [];
    const ground = { about: ids(leaving), evidence: ids(leaving) };
    const asks = [];
    let known = 0;
    for (const movement of leaving) {
      const now = readingOn(movement.amount, view.day);
      if (now === null || (now.value.is !== 'known' && now.value.is !== 'none')) continue;
      known += 1;
      const before = movement.amount
        .slice(0, movement.amount.indexOf(now))
        .findLast((one) => one.value.is === 'known')?.value;
      const leaves = now.value.is === 'known' ? now.value.likely : 0;
      if (before?.is === 'known' && leaves > before.likely)
        asks.push(say.ask({ ...ground, distance: 0.7 }, { how: 'more' }));
    }
    if (asks.length > 0) return asks.slice(0, 1);
    return known < leaving.length || leaving.length === 0
      ? [say.ask({ ...ground, distance: 0.35 }, { how: 'unknown' })]
      : [];
  },
});
