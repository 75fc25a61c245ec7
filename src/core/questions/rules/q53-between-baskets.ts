/** Q53: most of the money is bound to something. */
import type { View } from '#core/audience/view';
import type { Flow } from '#core/model/things';
import { defineQuestion } from '#core/questions/define';
import { ids, past } from '#core/questions/reading';
import { isMoney, shareOf } from '#core/questions/shares';
import { wording } from '#core/questions/wording';

const say = wording('Q53', {
  asks: 'Which work falls between the baskets?',
  why: '{share, plural, =1 {All} other {About {share, number, percent}}} of the {currency} that comes in is bound to a purpose.',
  offer: 'We cannot tell whether most of our money is bound to a purpose. Is it worth finding out?',
  missing: 'Some of the money that comes in is bound to a purpose; how much is not counted.',
});

/** Bound: income of a basket, a stream with strings, or one into a pocket that is legal or agreed. */
function isBound(view: View, flow: Flow): boolean {
  const pocket = view.get('pockets', flow.to);
  if (pocket !== null) return pocket.softness === 'legal' || pocket.softness === 'agreed';
  return flow.strings !== null || view.baskets.some((basket) => basket.income.includes(flow.id));
}

function comesIn(view: View, flow: Flow): boolean {
  const from = view.get('parties', flow.from);
  return (from !== null && !from.inside) || flow.from === 'outside';
}

export const q53 = defineQuestion({
  id: 'Q53',
  block: 'B8',
  reads: [],
  trigger: 'restricted income above 0.7',
  followUps: ['Q54'],
  tender: true,
  money: true,
  asks: (view) => {
    const income = view.countedFlows.filter((flow) => isMoney(view, flow.kind) && comesIn(view, flow));
    return [...new Set(income.map((flow) => flow.kind))].flatMap((kind) => {
      const all = income.filter((flow) => flow.kind === kind);
      const bound = all.filter((flow) => isBound(view, flow));
      if (bound.length === 0) return [];
      const ground = { evidence: ids(all), about: [] };
      const share = bound.length === all.length ? 1 : shareOf(view, bound, all);
      if (share === null) return [say.offer({ ...ground, distance: 0.4 })];
      const distance = past(share, { above: 0.7 });
      const currency = view.kind(kind ?? '')?.unit ?? '';
      return distance > 0
        ? [
            say.ask(
              { ...ground, distance, kind: kind ?? undefined },
              { share: Math.round(share * 100) / 100, currency },
            ),
          ]
        : [];
    });
  },
});
