/** Q03: there is more than one picture of the future. */
import { defineQuestion } from '#core/questions/define';
import { ids } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q03', {
  asks: 'Where do our pictures of the future differ, and does it matter?',
  why: '{n} pictures of our future stand side by side.',
});

export const q03 = defineQuestion({
  id: 'Q03',
  block: 'B1',
  reads: [],
  trigger: 'two or more visions',
  followUps: ['Q47'],
  tender: false,
  opens: true,
  asks: (view) => {
    const n = view.vision.length;
    if (n < 2) return [];
    return [say.ask({ about: ids(view.vision), evidence: ids(view.vision), distance: 0.5 }, { n })];
  },
});
