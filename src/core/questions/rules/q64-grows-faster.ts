/** Q64: a need grows faster than we do. */
import { called, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { past } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q64', {
  asks: 'Which work grows faster than we do?',
  why: 'If we doubled, {need} would take about {times, number} times as much.',
  offer:
    'We cannot tell whether {need} {many, select, yes {grow} other {grows}} faster than we do. Is it worth finding out?',
  missing: 'How {need} {many, select, yes {grow} other {grows}} with our size is not written down.',
});

export const q64 = defineQuestion({
  id: 'Q64',
  block: 'B9',
  reads: [],
  trigger: 'a need with β above 1',
  followUps: ['Q26'],
  tender: false,
  asks: (view) =>
    view.needs.flatMap((need) => {
      const ground = { about: [need.id], evidence: [need.id, need.activity] };
      const params = { need: called(view, need.id), many: manyOf(view, need.id) };
      if (need.grows === null) return [say.offer({ ...ground, distance: 0.35 }, params)];
      const distance = past(need.grows, { above: 1 });
      return distance > 0
        ? [say.ask({ ...ground, distance }, { ...params, times: Math.round(2 ** need.grows * 10) / 10 })]
        : [];
    }),
});
