/** Q44: a commons that regrows by itself is drawn on beyond what it can bear. */
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q44', {
  asks: 'Which times or ways of use would spare {commons}?',
  why: '{start} is used {press, number} times as fast as it can regrow at best.',
  offer: 'We cannot tell whether {commons} can regrow as fast as we use it. Is it worth finding out?',
  missing: 'How fast {commons} regrows, or how much of it is used, is not written down.',
});

export const q44 = defineQuestion({
  id: 'Q44',
  block: 'B7',
  reads: ['commons'],
  trigger: 'press above 1',
  followUps: ['Q46'],
  tender: false,
  asks: (view, findings) =>
    measured(findings, 'commons', 'press', { above: 1 }).map(({ finding, value, distance, on }) => {
      const ground = { about: [on], evidence: [on, ...finding.evidence] };
      const params = { commons: called(view, on), start: calledFirst(view, on) };
      return value === null
        ? say.offer({ ...ground, distance: 0.3 }, params)
        : say.ask(
            { ...ground, distance, kind: finding.kind },
            { ...params, press: Math.round(value * 100) / 100 },
          );
    }),
});
