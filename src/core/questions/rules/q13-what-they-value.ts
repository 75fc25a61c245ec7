/** Q13: somebody is said to benefit and has no voice of their own in the evidence. */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q13', {
  asks: 'How do we know what {circle} values?',
  otherwise: 'How do we know what {circle} value?',
  why: '{start} {many, select, yes {receive} other {receives}} what we do; nothing here is told in their own voice.',
  offer: 'We cannot tell whether {circle} would say so themselves. Is it worth finding out?',
  missing: 'What changed for {circle} is told, and not who said so.',
});

function beneficiaries(view: View): readonly Id[] {
  const all = view.activities.flatMap((activity) => Object.keys(activity.for));
  return [...new Set(all)].filter((id) => {
    const party = view.get('parties', id);
    return party !== null && party.type !== 'person' && party.type !== 'ecosystem' && view.valid(party);
  });
}

export const q13 = defineQuestion({
  id: 'Q13',
  block: 'B3',
  reads: [],
  trigger: 'a beneficiary without its own voice in the evidence',
  followUps: ['Q12'],
  tender: false,
  ofAbsence: true,
  opens: true,
  asks: (view) =>
    beneficiaries(view).flatMap((id) => {
      if (view.voices.some((voice) => voice.by === id)) return [];
      const told = view.worth.filter((one) => one.for === id);
      const speakers = told.flatMap((one) => one.because).map((one) => one.by);
      if (speakers.includes(id)) return [];
      const served = view.activities.filter((activity) => activity.for[id] !== undefined);
      const ground = { about: [id], evidence: [id, ...ids(served), ...ids(told)] };
      const params = { circle: called(view, id), start: calledFirst(view, id), many: manyOf(view, id) };
      if (told.length > 0)
        return speakers.every((by) => by === null) ? [say.offer({ ...ground, distance: 0.4 }, params)] : [];
      const ask = params.many === 'yes' ? say.askOtherwise : say.ask;
      return [ask({ ...ground, distance: 0.55 }, params)];
    }),
});
