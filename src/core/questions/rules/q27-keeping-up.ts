/** Q27: a need would stop being covered before we have grown by half. */
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, past, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q27', {
  asks: '{need} may stop keeping up soon. What would we do first?',
  why: '{breaks, plural, =1 {If we grew at all, what comes for {name} would no longer be enough.} other {If we grew to {breaks, number} times our size, what comes for {name} would no longer be enough.}}',
  offer: 'We cannot tell whether {name} would keep up if we grew. Is it worth finding out?',
  missing: 'How {name} {many, select, yes {grow} other {grows}} with us is not written down.',
});

export const q27 = defineQuestion({
  id: 'Q27',
  block: 'B5',
  reads: ['shift'],
  trigger: 'coverage falls to 1 before 1.5 times the size',
  followUps: ['Q63'],
  tender: false,
  asks: (view, findings) =>
    of(findings, 'shift').flatMap((finding) => {
      const need = finding.about[0];
      const breaks = value(finding, 'breaks');
      if (need === undefined || breaks === undefined) return [];
      const ground = { about: finding.about, evidence: finding.evidence };
      const params = { need: calledFirst(view, need), name: called(view, need), many: manyOf(view, need) };
      if (finding.verdict === 'cannot-tell') return [say.offer({ ...ground, distance: 0.4 }, params)];
      // Null here is not unknown: coverage never falls to 1 (reading 25).
      const distance = breaks === null ? 0 : past(breaks, { below: 1.5 });
      if (distance === 0 || breaks === null) return [];
      return [
        say.ask(
          { ...ground, distance, kind: finding.kind },
          { ...params, breaks: Math.max(1, Math.round(breaks * 100) / 100) },
        ),
      ];
    }),
});
