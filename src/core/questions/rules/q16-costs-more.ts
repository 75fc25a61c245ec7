/** Q16: somebody told that taking part brought something bad. */
import { calledAll } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q16', {
  asks: 'For whom might taking part cost more than it brings?',
  why: '{n, plural, one {One note tells} other {# notes tell}} of something that went badly{whom, select, none {} other { for {whom}}}.',
});

export const q16 = defineQuestion({
  id: 'Q16',
  block: 'B3',
  reads: [],
  trigger: 'negative worth recorded',
  followUps: ['Q65'],
  tender: true,
  asks: (view) => {
    const worth = view.worth.filter((one) => one.sign === '-');
    const voices = view.voices.filter((one) => one.sign === '-' && one.type === 'worth');
    const all = [...ids(worth), ...ids(voices)];
    if (all.length === 0) return [];
    const whom = worth.map((one) => one.for).filter((id) => id !== null);
    const params = { n: all.length, whom: whom.length === 0 ? 'none' : calledAll(view, whom) };
    return [say.ask({ about: whom, evidence: all, distance: 0.7 }, params)];
  },
});
