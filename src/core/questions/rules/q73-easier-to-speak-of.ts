/** Q73: something takes money, and no money is drawn. */
import { calledAll, capital } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids, isEmpty } from '#core/questions/reading';
import { isMoney } from '#core/questions/shares';
import { wording } from '#core/questions/wording';

const say = wording('Q73', {
  asks: 'What would make money easier to speak of?',
  why: '{needs} {n, plural, one {takes} other {take}} money, and no stream of money is drawn.',
  offer: 'We cannot tell whether any of this takes money. Is it worth finding out?',
  missing: 'For {needs}, what sort of thing is needed is not written down.',
});

export const q73 = defineQuestion({
  id: 'Q73',
  block: 'B11',
  reads: [],
  trigger: 'needs of money without streams of money',
  followUps: ['Q74'],
  tender: true,
  ofAbsence: true,
  money: true,
  asks: (view) => {
    const money = view.flows.filter((flow) => isMoney(view, flow.kind));
    if (!isEmpty(view, 'flows', money)) return [];
    const needs = view.needs.filter((need) => isMoney(view, need.kind));
    const untold = view.needs.filter((need) => need.kind === null);
    const told = needs.length > 0 ? needs : untold;
    if (told.length === 0) return [];
    const ground = { about: ids(told), evidence: ids(told), distance: needs.length > 0 ? 0.7 : 0.3 };
    const params = { needs: capital(calledAll(view, ids(told))), n: told.length };
    return [
      needs.length > 0
        ? say.ask(ground, params)
        : say.offer(ground, { ...params, needs: calledAll(view, ids(told)) }),
    ];
  },
});
