/** Q63: some of what is done is paid for by nothing that is known. */
import { calledAll, manyOfAll } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, valuesById } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q63', {
  asks: 'What would we rather do less of than ask more for?',
  why: 'Part of the money that {names} {many, select, yes {take} other {takes}} is covered by nothing we know of.',
  offer: 'We cannot tell whether all that we do is paid for. Is it worth finding out?',
  missing:
    'What {names} {many, select, yes {take} other {takes}} or {many, select, yes {bring} other {brings}} in is not counted.',
});

export const q63 = defineQuestion({
  id: 'Q63',
  block: 'B9',
  reads: ['cross-subsidy'],
  trigger: 'uncovered above 0',
  followUps: ['Q02'],
  tender: true,
  money: true,
  asks: (view, findings) =>
    of(findings, 'cross-subsidy').flatMap((finding) => {
      const uncovered = Object.entries(valuesById(finding, 'uncovered'));
      const open = uncovered.filter(([, amount]) => amount !== null && amount > 0).map(([id]) => id);
      const unknown = uncovered.filter(([, amount]) => amount === null).map(([id]) => id);
      if (open.length > 0 && finding.verdict !== 'cannot-tell') {
        const ground = {
          about: open,
          evidence: [...open, ...finding.evidence],
          distance: 0.6,
          kind: finding.kind,
        };
        return [say.ask(ground, { names: calledAll(view, open), many: manyOfAll(view, open) })];
      }
      if (unknown.length === 0) return [];
      const ground = { about: unknown, evidence: [...unknown, ...finding.evidence], distance: 0.3 };
      return [say.offer(ground, { names: calledAll(view, unknown), many: manyOfAll(view, unknown) })];
    }),
});
