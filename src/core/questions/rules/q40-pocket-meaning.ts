/** Q40: a pocket was used otherwise than meant. */
import { calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q40', {
  asks: '{pocket} went partly elsewhere. Has its meaning changed?',
  why: 'About {drift, number, percent} of what was set aside went to something else than meant.',
  offer: 'We cannot tell whether what we set aside went where it was meant to. Is it worth finding out?',
  missing: 'What was spent from the pockets is not counted.',
});

export const q40 = defineQuestion({
  id: 'Q40',
  block: 'B7',
  reads: ['pocket-drift'],
  trigger: 'drift above 0.2',
  followUps: ['Q39'],
  tender: false,
  money: true,
  asks: (view, findings) =>
    measured(findings, 'pocket-drift', 'drift', { above: 0.2 }).map(({ finding, value, distance, on }) => {
      const pocket =
        [...finding.about, ...finding.evidence].find((id) => view.get('pockets', id) !== null) ?? on;
      const ground = { about: [...new Set([pocket, ...finding.about])], evidence: finding.evidence };
      return value === null
        ? say.offer({ ...ground, distance: 0.3 })
        : say.ask(
            { ...ground, distance, kind: finding.kind },
            { pocket: calledFirst(view, pocket), drift: value },
          );
    }),
});
