/** Q54: a basket brings less than what is in it takes. */
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, past, valuesById } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q54', {
  asks: '{basket} brings {share, number, percent} of what it takes. Where does the rest come from?',
  why: 'What comes in for {name} is compared with all the money that the work in it takes.',
  offer: 'We cannot tell whether {name} brings what it takes. Is it worth finding out?',
  missing: 'What {name} brings, or what it takes, is not counted.',
});

export const q54 = defineQuestion({
  id: 'Q54',
  block: 'B8',
  reads: ['cross-subsidy'],
  trigger: 'income of a basket below its full cost',
  followUps: ['Q62'],
  tender: true,
  money: true,
  asks: (view, findings) =>
    of(findings, 'cross-subsidy').flatMap((finding) => {
      const income = valuesById(finding, 'income');
      const cost = valuesById(finding, 'cost');
      return view.baskets.flatMap((basket) => {
        // Once it has ended it brings nothing, and what was left of it is still being spent: that is for Q55.
        if ((basket.ends?.last ?? view.day) < view.day) return [];
        const ground = { about: [basket.id], evidence: [basket.id, ...basket.income, ...basket.includes] };
        const params = { basket: calledFirst(view, basket.id), name: called(view, basket.id) };
        const id = [basket.id, ...basket.includes].find((one) => one in income || one in cost);
        const brings = id === undefined ? null : (income[id] ?? null);
        const takes = id === undefined ? null : (cost[id] ?? null);
        if (brings === null || takes === null || finding.verdict === 'cannot-tell')
          return [say.offer({ ...ground, distance: 0.5 }, params)];
        if (takes === 0) return [];
        const share = brings / takes;
        const distance = past(share, { below: 1 });
        return distance > 0
          ? [say.ask({ ...ground, distance, kind: finding.kind }, { ...params, share })]
          : [];
      });
    }),
});
