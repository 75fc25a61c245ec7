/** Q55: support for a stated time ends soon, or has just ended. */
import type { View } from '#core/audience/view';
import type { When } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { monthsSince } from '#core/questions/reading';
import { wording } from '#core/questions/wording';
import { sayAt } from '#core/words/dates';

const SOON_MONTHS = 6;

const say = wording('Q55', {
  asks: 'What ends, shrinks or goes on afterwards?',
  why: '{start} {past, select, yes {ended} other {{many, select, yes {end} other {ends}}}} {date}.',
  offer: 'We cannot tell whether {name} ends soon. Is it worth finding out?',
  missing: 'Until when {name} lasts is not written down.',
});

interface Support {
  readonly id: Id;
  readonly evidence: readonly Id[];
  readonly ends: When | null;
}

/** Baskets, and grants and gifts in kind from outside that stand in no basket; those of every time up to the day. */
function supports(view: View): readonly Support[] {
  const { baskets, flows } = view.ever;
  const begun = (one: { readonly since: When | null }) =>
    (one.since?.first ?? Number.NEGATIVE_INFINITY) <= view.day;
  const inBaskets = new Set(baskets.flatMap((basket) => basket.income));
  const lone = flows.filter(
    (flow) => (flow.form === 'grant' || flow.form === 'in-kind') && !inBaskets.has(flow.id),
  );
  return [
    ...baskets.filter(begun).map((basket) => ({
      id: basket.id,
      evidence: [basket.id, ...basket.income],
      ends: basket.ends ?? basket.until,
    })),
    ...lone
      .filter(
        (flow) => begun(flow) && flow.until !== null && view.get('parties', flow.from)?.inside === false,
      )
      .map((flow) => ({ id: flow.id, evidence: [flow.id], ends: flow.until })),
  ];
}

export const q55 = defineQuestion({
  id: 'Q55',
  block: 'B8',
  reads: [],
  trigger: 'a basket ends within 6 months, or ended within the last 6',
  followUps: ['Q60'],
  tender: false,
  money: true,
  asks: (view) =>
    supports(view).flatMap(({ id, evidence, ends }) => {
      const ground = { about: [id], evidence };
      const params = { start: calledFirst(view, id), name: called(view, id) };
      const months = monthsSince(ends, view.day);
      if (months === null)
        return view.baskets.some((one) => one.id === id)
          ? [say.offer({ ...ground, distance: 0.5 }, params)]
          : [];
      if (Math.abs(months) > SOON_MONTHS) return [];
      const distance = 1 - Math.abs(months) / (2 * SOON_MONTHS);
      const told = {
        ...params,
        date: sayAt(ends),
        past: months > 0 ? 'yes' : 'no',
        many: manyOf(view, id),
      };
      return [say.ask({ ...ground, distance }, told)];
    }),
});
