/** Q43: a commons is used faster than it is renewed. */
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q43', {
  asks: '{commons} is used faster than renewed. What would show first?',
  why: 'Of what wears off in {name}, about {upkeep, number, percent} is renewed.',
  offer: 'We cannot tell whether {name} is renewed as fast as it wears. Is it worth finding out?',
  missing: 'How fast {name} wears, or how much is renewed, is not written down.',
});

export const q43 = defineQuestion({
  id: 'Q43',
  block: 'B7',
  reads: ['commons'],
  trigger: 'upkeep below 1',
  followUps: ['Q44'],
  tender: false,
  asks: (view, findings) =>
    measured(findings, 'commons', 'upkeep', { below: 1 }).map(({ finding, value, distance, on }) => {
      const ground = { about: [on], evidence: [on, ...finding.evidence] };
      const params = { commons: calledFirst(view, on), name: called(view, on) };
      return value === null
        ? say.offer({ ...ground, distance: 0.35 }, params)
        : say.ask({ ...ground, distance, kind: finding.kind }, { ...params, upkeep: value });
    }),
});
