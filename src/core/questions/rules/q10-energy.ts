/** Q10: the energy of the core is low or falling. */
import { readingOn } from '#core/model/rate';
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { past } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q10', {
  asks: 'What gives energy lately, and what takes it?',
  why: 'On a scale from 0 to 1, the energy of {circle} is told as {now, number}{before, select, none {} other {; before, it was {before}}}.',
  offer:
    'We cannot tell whether {circle} {many, select, yes {have} other {has}} energy enough. Is it worth finding out?',
  missing: '{start} {many, select, yes {were} other {was}} never asked how much energy there is.',
});

export const q10 = defineQuestion({
  id: 'Q10',
  block: 'B2',
  reads: [],
  trigger: 'energy of the core below 0.5 or falling',
  followUps: ['Q61'],
  tender: false,
  opens: true,
  asks: (view) =>
    view.parties
      .filter((party) => party.circle === 'core')
      .flatMap((party) => {
        const ground = { about: [party.id], evidence: [party.id] };
        const params = {
          circle: called(view, party.id),
          start: calledFirst(view, party.id),
          many: manyOf(view, party.id),
        };
        const reading = readingOn(party.energy, view.day);
        const now = reading?.value ?? null;
        if (now === null) return [say.offer({ ...ground, distance: 0.4 }, params)];
        const earlier = party.energy.slice(0, reading === null ? 0 : party.energy.indexOf(reading));
        const before = earlier.findLast((one) => one.value !== null)?.value ?? null;
        const fallen = before !== null && now < before;
        const distance = Math.max(past(now, { below: 0.5 }), fallen ? before - now : 0);
        if (distance === 0) return [];
        return [
          say.ask({ ...ground, distance }, { ...params, now, before: fallen ? String(before) : 'none' }),
        ];
      }),
});
