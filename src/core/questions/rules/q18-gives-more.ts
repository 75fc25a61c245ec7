/** Q18: a circle gives much more than it receives, on paper. */
import { called, calledFirst, isSomeOfUs, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q18', {
  asks: '{circle} gives more than it receives on paper. What is not on paper?',
  otherwise:
    '{some, select, yes {Some of us give more than we receive on paper} other {{circle} give more than they receive on paper}}. What is not on paper?',
  why: 'From −1 (only receives) to 1 (only gives), the favours written down for {name} stand at {give, number}.',
  offer:
    'We cannot tell whether {name} {some, select, yes {give more than we receive} other {{many, select, yes {give more than they receive} other {gives more than it receives}}}}. Is it worth finding out?',
  missing: 'The favours of {name} are noted without their size.',
});

export const q18 = defineQuestion({
  id: 'Q18',
  block: 'B4',
  reads: ['favours'],
  trigger: 'give above 0.6 for a circle',
  followUps: ['Q65'],
  tender: true,
  asks: (view, findings) =>
    measured(findings, 'favours', 'give', { above: 0.6 })
      .filter(({ on }) => view.get('parties', on)?.type !== 'person')
      .map(({ finding, value, distance, on }) => {
        const ground = { about: [on], evidence: finding.evidence };
        const params = {
          circle: calledFirst(view, on),
          name: called(view, on),
          many: manyOf(view, on),
          some: isSomeOfUs(view, on) ? 'yes' : 'no',
        };
        if (value === null) return say.offer({ ...ground, distance: 0.3 }, params);
        const ask = params.many === 'yes' ? say.askOtherwise : say.ask;
        return ask({ ...ground, distance }, { ...params, give: Math.round(value * 100) / 100 });
      }),
});
